"""Telling: each channel gets what is news to it. What could not be sent stays news, and is tried again next time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.alerts.message import Message, of_changes, of_period, of_test
from pipelines.alerts.secret import NotSent
from pipelines.alerts.told import Told, ledger
from pipelines.alerts.trouble import Trouble
from pipelines.alerts.words import Alerts, Channel

SourcesSince = Callable[[datetime], Sequence[Mapping[str, Any]]]
"""Gives a row a source of what was looked at since an instant: spider, runs, complete, last_utc."""
_DAYS = {"daily": 1, "weekly": 7}
_NAME = {"daily": "day", "weekly": "week"}


@dataclass(frozen=True)
class Post:
    """What became of a channel's messages."""

    channel: str
    messages: int
    problem: str | None = None
    """Why they could not be sent."""


def tell(
    home: Path, alerts: Alerts, now: Sequence[Trouble], at_utc: datetime, sources_since: SourcesSince
) -> Iterator[Post]:
    """Tell every channel what changed, and sum up where a day or week is over; yields what became of it."""
    with ledger(home) as book:
        for name, channel in alerts.channels().items():
            told = book.of(name)
            messages = [*_change(told, now, at_utc), *_summary(told, alerts.digest, now, at_utc, sources_since)]
            post = _post(home, name, channel, messages)
            if post.problem is None:
                told.troubles = {trouble.key: trouble for trouble in now}
                told.period = _period(alerts.digest, at_utc)
                book.save()
            yield post


def try_out(home: Path, alerts: Alerts, at_utc: datetime) -> Iterator[Post]:
    """Send a test to every channel; yields what became of it."""
    for name, channel in alerts.channels().items():
        yield _post(home, name, channel, [of_test(at_utc)])


def _post(home: Path, name: str, channel: Channel, messages: Sequence[Message]) -> Post:
    try:
        for message in messages:
            channel.send(home, message)
    except NotSent as error:
        return Post(name, len(messages), str(error))
    return Post(name, len(messages))


def _change(told: Told, now: Sequence[Trouble], at_utc: datetime) -> list[Message]:
    bad, well = told.news(now)
    return [of_changes(bad, well, at_utc)] if bad or well else []


def _summary(
    told: Told, digest: str | None, now: Sequence[Trouble], at_utc: datetime, sources_since: SourcesSince
) -> list[Message]:
    """Return the summary of the day or week that is over; of the first, which began before anybody listened, none."""
    if digest is None or told.period in (None, _period(digest, at_utc)):
        return []
    since_utc = at_utc - timedelta(days=_DAYS[digest])
    return [of_period(_NAME[digest], sources_since(since_utc), now, at_utc)]


def _period(digest: str | None, at_utc: datetime) -> str | None:
    """Return the day, or the Monday of the week."""
    if digest is None:
        return None
    back = at_utc.weekday() if digest == "weekly" else 0
    return (at_utc - timedelta(days=back)).date().isoformat()
