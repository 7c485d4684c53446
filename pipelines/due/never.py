"""What is imported only: nobody is asked for it."""

from datetime import datetime

from pipelines.due.timetable import Timetable


class Never(Timetable):
    """No due time at all."""

    def between(self, after_utc: datetime, until_utc: datetime) -> list[datetime]:  # noqa: ARG002 - at no time
        """Return nothing."""
        return []

    def in_words(self, now_utc: datetime) -> str:  # noqa: ARG002 - it is the same on every day
        """Return why."""
        return "only imported"
