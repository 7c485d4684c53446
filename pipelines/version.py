"""Which version of orderscope this is, and which of two is newer."""

import re
from importlib.metadata import version

PROGRAM_VERSION = version("orderscope")


def is_newer(one: str, other: str) -> bool:
    """Tell whether a version comes after another.

    >>> is_newer("0.10.0", "0.9.2"), is_newer("0.9", "0.9"), is_newer("1.0", "1.0.1")
    (True, False, False)
    """
    return _numbers(one) > _numbers(other)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]
