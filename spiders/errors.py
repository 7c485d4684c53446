"""What a platform may raise while it reads a page; each is named by what became of the look, hence no -Error."""

from typing import ClassVar

from pipelines.records import Outcome


class ReadingError(Exception):
    """A page that cannot be read; its text is the reason that the report gives."""

    outcome: ClassVar[Outcome]


class Blocked(ReadingError):  # noqa: N818
    """The source refuses us: a challenge page, a login form, a quota."""

    outcome = "blocked"


class Changed(ReadingError):  # noqa: N818
    """The page is not what the declaration describes: the source was changed, or the declaration is wrong."""

    outcome = "changed"


class Gone(ReadingError):  # noqa: N818
    """The source says that there is no such thing any more."""

    outcome = "gone"


class Missing(ReadingError):  # noqa: N818
    """There is nothing to look at: a folder that is not there."""

    outcome = "not_tried"


class Empty(ReadingError):  # noqa: N818
    """There is a place to look at, and nothing in it."""

    outcome = "empty"
