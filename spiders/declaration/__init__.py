"""The vocabulary of a retailer file (``retailers/*.toml``); unknown words are refused with their path."""

from spiders.declaration.reading import DeclarationError, from_environment, read_declaration
from spiders.declaration.retailer import SLUG, Retailer
from spiders.declaration.source import Expected, Source
from spiders.declaration.surroundings import Claim, Event
from spiders.declaration.words import Words

__all__ = [
    "SLUG",
    "Claim",
    "DeclarationError",
    "Event",
    "Expected",
    "Retailer",
    "Source",
    "Words",
    "from_environment",
    "read_declaration",
]
