"""The shop's pick-up locator once more for every platform that such shops rent one from: the page, and its API."""
