"""The command plan: when to place the next test orders, and what they would buy."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipelines.cli.show import as_json, show

if TYPE_CHECKING:
    from spiders.declaration import Retailer


@click.command("plan")
@click.argument("retailer")
@click.option("--price", type=click.FloatRange(min=0), help="What a test order costs; default: what yours cost so far.")
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), help="Write it for a calendar, too.")
@as_json
@click.pass_obj
def plan_command(home: Path, retailer: str, *, price: float | None, ics: Path | None, json_lines: bool) -> None:
    """Say when to place the next test orders at RETAILER; nothing is ever ordered by itself.

    width: of a weekly figure, in invoices, without and with the order, those before it placed; bought: by how much a
    unit of currency narrows it.
    """
    from pipelines.cli.composition import Workspace
    from pipelines.cli.plan_calendar import calendar

    declared = Workspace(home).declared(retailer)
    rows, sentences = _planned(home, declared, price)
    show(rows, json_lines=json_lines)
    for sentence in sentences:
        click.echo(sentence, err=json_lines)
    if ics:
        ics.write_bytes(calendar(declared, rows))


def _planned(home: Path, declared: "Retailer", price: float | None) -> tuple[list[dict[str, Any]], list[str]]:
    import pandas as pd

    from analysis.estimators.calendar import Event
    from analysis.estimators.moments import to_local
    from analysis.own_orders import CREDIT_NOTE, own_orders
    from analysis.planning import due, plan
    from pipelines.clock import now_utc
    from pipelines.warehouse import reading

    with reading(home) as con:
        own = own_orders(con, declared.slug)
    own = own.assign(credit_note=own["type"] == CREDIT_NOTE).rename(columns={"ordered_at_local": "ordered_at_utc"})
    invoiced, orders = own[own["invoice_number"].notna()], own[~own["credit_note"]]
    now = to_local(pd.Series([now_utc()]), declared.timezone).iloc[0]
    usual = orders.groupby(orders["order_number"].fillna(orders["invoice_number"]))["total"].sum(min_count=1).median()
    cost = price if price is not None else None if pd.isna(usual) else float(usual)
    events = [Event(start=e.date, days=e.days, label=e.label) for e in declared.events if e.kind != "closed"]
    rows = [_row(asdict(one), one.width_per_euro) for one in plan(invoiced, events, now, cost)]
    return rows, _sentences(due(invoiced, now), cost, declared)


def _row(advice: dict[str, Any], per_euro: float | None) -> dict[str, Any]:
    def plain(value: float | None, digits: int = 1) -> float | None:
        return None if value is None else round(value, digits)

    return {
        "what": advice["what"],
        "at_local": " and ".join(f"{at:%Y-%m-%d %H:%M}" for at in advice["at_local"]),
        "cost": plain(advice["cost"], 2),
        "width_without": plain(advice["width_before"]),
        "width_with": plain(advice["width_after"]),
        "bought": plain(per_euro, 3),
        "why": advice["why"],
    }


def _sentences(is_due: bool | None, cost: float | None, declared: "Retailer") -> list[str]:
    said = {
        None: "too few numbers were seen to say what an order would buy: two orders at two times are the least",
        True: "the next order is due: over a third of what is not known lies after the last one",
        False: "no order is due: what is not known lies before the last one, too",
    }[is_due]
    money = f"an order is taken to cost {cost:.2f} {declared.currency or ''}".rstrip() if cost is not None else None
    return [said, *([money] if money else ["no order's total is known: --price says what one costs"])]
