"""A disk without room, however the library says so that met it first."""

import errno

_NUMBERS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_WORDS = ("No space left on device", "disk is full", "File too large", "Disk quota exceeded")  # DuckDB's and SQLite's
SENTENCE = "the disk is full: make room and do it again; what is archived is kept, and nothing is half written"


def is_full(error: BaseException) -> bool:
    """Tell whether an error means that something could not be written for want of room.

    >>> is_full(OSError(errno.ENOSPC, "No space left on device")), is_full(ValueError("no price"))
    (True, False)
    """
    return (isinstance(error, OSError) and error.errno in _NUMBERS) or any(words in str(error) for words in _WORDS)
