"""Recognises which platform a shop's pick-up locator rents, from its page, and tries it."""
