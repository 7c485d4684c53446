"""What is said: a subject, a text for people, and the same for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from pipelines.alerts.trouble import Trouble


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message, for every channel the same."""

    subject: str
    text: str
    at_utc: datetime
    changes: Sequence[Mapping[str, str]] = field(default_factory=list)
    """What turned bad or well: turned, place, sentence, level and explanation."""

    def as_row(self) -> dict[str, Any]:
        """Return it for programs."""
        return {**asdict(self), "at_utc": f"{self.at_utc.isoformat(timespec='seconds')}Z"}


def of_changes(bad: Sequence[Trouble], well: Sequence[Trouble], at_utc: datetime) -> Message:
    """Say what turned bad and what is well again."""
    counts = [f"{len(of)} {word}" for of, word in ((bad, "turned bad"), (well, "well again")) if of]
    places = ", ".join(sorted({trouble.place for trouble in (*bad, *well)}))
    parts = [_part("Does not hold any more", bad)] if bad else []
    parts += ["\n".join(["Holds again:", *(f"- {t.key}" for t in well)])] if well else []
    changes = [{"turned": turned, **asdict(t)} for turned, of in (("bad", bad), ("well", well)) for t in of]
    return Message(
        subject=f"orderscope: {' and '.join(counts)} ({_shortened(places)})",
        text="\n\n".join([*parts, "The rows behind it: orderscope check"]),
        at_utc=at_utc,
        changes=changes,
    )


def of_period(
    name: str, sources: Sequence[Mapping[str, Any]], open_troubles: Sequence[Trouble], at_utc: datetime
) -> Message:
    """Sum up a day or a week: a line a source, and what does not hold now."""
    lines = [
        f"- {row['spider']}: {row['complete']} of {row['runs']} runs complete, last {row['last_utc'] or 'never'}"
        for row in sources
    ]
    summed = "\n".join(["Looked at:", *lines]) if lines else "Nothing was looked at."
    held = _part("Does not hold now", open_troubles) if open_troubles else "All checks hold."
    return Message(
        subject=f"orderscope: the {name}, {len(open_troubles) or 'nothing'} amiss",
        text=f"{summed}\n\n{held}",
        at_utc=at_utc,
    )


def of_test(at_utc: datetime) -> Message:
    """Say that messages arrive."""
    return Message(subject="orderscope: a test", text="Alerts of orderscope arrive here.", at_utc=at_utc)


def _part(heading: str, of: Sequence[Trouble]) -> str:
    return "\n".join([f"{heading}:", *(f"- {t.key} [{t.level}]: {t.explanation}" for t in of)])


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
