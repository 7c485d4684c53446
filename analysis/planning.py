"""The plan of test orders: when to place the next ones, and by how much each would narrow the weekly figures.

The rule is the reference's (section 7.3): two baskets within a minute first, then evenly, at ends of weeks, with a pair
round each event. What orders are worth is the drop of the weekly figures' width in the linear model, of future weeks
too, given the orders that there are and those that the plan places before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.estimators.bridge.days import days_between
from analysis.estimators.calendar import Event
from analysis.estimators.counter.inference import infer
from analysis.estimators.moments import day
from analysis.estimators.orders import are_credit_notes
from analysis.estimators.planner import ALERT, last_share, offer

PAST_WEEKS = 26
"""How far back past orders are looked at: what is older does not move."""
HORIZON_WEEKS = 8
EVENING = pd.Timedelta(hours=21)
"""When an order is placed on its day: at the end of the day, before the shop's night."""
PROBE = pd.Timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Advice:
    """Orders to place, and what they buy; None where too little is known to say."""

    what: str
    """probe, pair or order."""
    at_local: tuple[pd.Timestamp, ...]
    """When, on the retailer's clock."""
    why: str
    cost: float | None = None
    """Of all its orders, in the retailer's currency."""
    width_before: float | None = None
    """Mean 95 % width of a weekly figure without it, in invoices."""
    width_after: float | None = None
    """The same with it."""

    @property
    def width_per_euro(self) -> float | None:
        """By how many invoices a unit of currency narrows a weekly figure."""
        if not self.cost or self.width_before is None or self.width_after is None:
            return None
        return (self.width_before - self.width_after) / self.cost


def plan(orders: pd.DataFrame, events: Iterable[Event], now: pd.Timestamp, price: float | None) -> Iterator[Advice]:
    """Yield what to do by time, the probe first; each is valued as if those before it were placed.

    ``orders``: ordered_at_utc (here naive local), order_number, invoice_number, credit_note (may lack). ``now``: naive
    local. ``price``: what a test order costs.
    """
    if not probed(orders.loc[~are_credit_notes(orders), "ordered_at_utc"]):
        why = (
            "shows the number's step, and whether fresh goods get an invoice of their own: one basket without, one with"
        )
        first = _evening(now)
        yield Advice(what="probe", at_local=(first, first + PROBE), why=why, cost=price and 2 * price)
    candidates = sorted([*_ends_of_weeks(now), *_pairs(events, now)], key=lambda candidate: candidate[2])
    for (what, why, at), worth in zip(candidates, _worth(orders, candidates, now), strict=True):
        yield Advice(what=what, at_local=at, why=why, cost=price and price * len(at), **worth)


def probed(ordered_at: pd.Series) -> bool:
    """Tell whether two orders were once placed within a minute."""
    return bool((ordered_at.dropna().drop_duplicates().sort_values().diff() <= PROBE).any())


def due(orders: pd.DataFrame, now: pd.Timestamp) -> bool | None:
    """Tell whether the next order is due: over a third of what is not known lies after the last; None: cannot tell."""
    marks, rate = _past(orders, now)
    if rate is None:
        return None
    days = days_between(int(marks[0] - 4) // 7 * 7 + 4, _monday_after(now))
    return last_share(days, marks, rate) > ALERT


Candidate = tuple[str, str, tuple[pd.Timestamp, ...]]


def _ends_of_weeks(now: pd.Timestamp) -> Iterator[Candidate]:
    sunday = now.normalize() + pd.Timedelta(days=6 - now.dayofweek) + EVENING
    for week in range(HORIZON_WEEKS):
        at = sunday + pd.Timedelta(weeks=week)
        if at > now:
            yield "order", "end of a week: its figure and the next one's are told apart", (at,)


def _pairs(events: Iterable[Event], now: pd.Timestamp) -> Iterator[Candidate]:
    until = now + pd.Timedelta(weeks=HORIZON_WEEKS)
    for event in events:
        eve = pd.Timestamp(event.start) - pd.Timedelta(days=1) + EVENING
        if now < eve < until:
            yield "pair", f"round {event.label}", (eve, eve + pd.Timedelta(days=event.days))


def _worth(orders: pd.DataFrame, candidates: list[Candidate], now: pd.Timestamp) -> Iterator[dict[str, float]]:
    marks, rate = _past(orders, now)
    if rate is None:
        yield from ({} for _ in candidates)
        return
    days = days_between(int(marks[0] - 4) // 7 * 7 + 4, _monday_after(now) + 7 * HORIZON_WEEKS)
    for _, _, times in candidates:
        worth = offer(days, marks, tuple(day(at) for at in times), rate)
        marks = [*marks, *worth.at]
        yield {"width_before": worth.width_before, "width_after": worth.width_after}


def _past(orders: pd.DataFrame, now: pd.Timestamp) -> tuple[list[float], float | None]:
    """Return the recent orders' moments, and invoices a day between them; no rate where nothing was counted."""
    found = infer(orders)
    since = day(now) - 7 * PAST_WEEKS
    spans = [(span, counter) for span, counter in found.spans if span.end > since]
    length = sum(span.end - span.start for span, _ in spans)
    if not length or found.verdict == "not_counter":
        return [], None
    invoices = sum(span.count(next(iter(counter.steps))) for span, counter in spans)
    return sorted({moment for span, _ in spans for moment in (span.start, span.end)}), invoices / length


def _monday_after(now: pd.Timestamp) -> int:
    return int(np.ceil((day(now) - 4) / 7)) * 7 + 4


def _evening(now: pd.Timestamp) -> pd.Timestamp:
    today = now.normalize() + EVENING
    return today if today > now else today + pd.Timedelta(days=1)
