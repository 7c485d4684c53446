"""Secrets are written ``$NAME`` and stand in the environment; no file, message or log ever holds one."""

import os
import re
from typing import Annotated

from pydantic import StringConstraints

_NAME = r"\$([A-Za-z_][A-Za-z0-9_]*)"
Secret = Annotated[str, StringConstraints(pattern=f"^{_NAME}$")]
"""The name of an environment variable, with a dollar before it."""


class NotSent(ValueError):  # noqa: N818 - it is what became of the message
    """A message could not be sent; the reason names no address and no secret."""


def revealed(text: str) -> str:
    """Return a text with the values of the ``$NAME`` in it; raises NotSent where one is not set."""
    return re.sub(_NAME, _value, text)


def _value(name: re.Match[str]) -> str:
    try:
        return os.environ[name[1]]
    except KeyError:
        raise NotSent(f"{name[0]} is not set in the environment") from None
