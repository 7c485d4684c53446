"""From a file to a retailer, or a sentence on what is wrong with it; and secrets from the environment."""

import os
import re
import tomllib
from pathlib import Path

from pydantic import ValidationError

from spiders.declaration.faults import faults
from spiders.declaration.retailer import Retailer


class DeclarationError(ValueError):
    """A retailer file that cannot be used; the message names the file, the path in it, and what to do."""


def read_declaration(file: Path) -> Retailer:
    """Read one retailer file; raises DeclarationError."""
    try:
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        return Retailer.model_validate({"slug": file.stem, **words})
    except ValidationError as error:
        raise DeclarationError("\n  ".join([f"{file} is no declaration:", *faults(error)])) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DeclarationError(f"{file} is no TOML: {error}") from error


def from_environment(text: str) -> str:
    """Replace a secret written ``$NAME`` by the variable's value; raises DeclarationError when it is not set."""
    if not re.fullmatch(r"\$[A-Z_][A-Z0-9_]*", text):
        return text
    try:
        return os.environ[text[1:]]
    except KeyError:
        raise DeclarationError(f"set the environment variable {text[1:]}: the declaration refers to it") from None
