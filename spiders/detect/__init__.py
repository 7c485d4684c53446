"""Recognises which platform a shop's pick-up locator rents, tries it, and writes the declaration.

``visit`` fetches the page and its ``parts``; ``candidates`` looks for the marks of platforms in them, ``linked`` and
``answers`` for places that bear none; ``capture`` tells what a browser fetches. ``search`` looks through each candidate
until one shows places; ``draft`` and ``write`` declare it.
"""
