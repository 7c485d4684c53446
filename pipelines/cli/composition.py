"""Puts the packages together: declarations on one side, the warehouse on the other."""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from analysis import SQL as ANALYSIS_SQL
from pipelines.build import SQL as PIPELINES_SQL
from pipelines.matches import decisions
from pipelines.records import Origin, Reader
from pipelines.staging import insert
from pipelines.warehouse import Connection, transaction
from spiders.declaration import Claim, DeclarationError, Retailer, Source, read_declaration
from spiders.files import NOTHING, declarations

ROOTS = (PIPELINES_SQL, ANALYSIS_SQL)
_ASSUMPTION_IDS = {
    "number_step": "A2", "lag_days": "A3", "split_share": "A4", "void_share": "A5", "home_share": "A6",
    "open_statuses": "A7", "hold_minutes": "S1", "cutoff_minutes": "S2",
}  # fmt: skip


class Workspace:
    """A home with its declarations; a broken file stops nobody else."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.broken: dict[str, str] = {}
        """What is wrong, by the slug of a declaration that cannot be used."""

    @cached_property
    def retailers(self) -> dict[str, Retailer]:
        """The declarations that can be used, by slug."""
        found = {}
        for slug, file in declarations(self.home).items():
            try:
                found[slug] = read_declaration(file)
            except DeclarationError as error:
                self.broken[slug] = "\n  ".join([str(error), *_option_faults(file)])
        return found

    def sources(self, names: tuple[str, ...] = ()) -> list[tuple[Retailer, Source]]:
        """Return the sources meant by names of retailers or spiders, all where none is named.

        Raises DeclarationError when a name is not declared.
        """
        pairs = [(retailer, source) for retailer in self.retailers.values() for source in retailer.sources]
        if not names:
            return pairs
        for name in names:
            if name in self.broken:
                raise DeclarationError(self.broken[name])
            if not any(name in (r.slug, f"{r.slug}.{s.slug}") for r, s in pairs):
                known = f"declared are {', '.join(sorted(self.retailers))}. `orderscope retailers` shows all"
                raise DeclarationError(f"{name} is not declared; {known if self.retailers else NOTHING}")
        return [(r, s) for r, s in pairs if {r.slug, f"{r.slug}.{s.slug}"} & set(names)]

    def declared(self, slug: str) -> Retailer:
        """Return a retailer; raises DeclarationError when it is not declared, or its file is broken."""
        return self.sources((slug,))[0][0]

    def problems(self) -> list[str]:
        """Return what is wrong with declarations that cannot be used."""
        self.sources()  # reads them
        return list(self.broken.values())

    def refuse_broken(self) -> None:
        """Raise DeclarationError where a declaration cannot be used."""
        if problems := self.problems():
            raise DeclarationError("\n".join(problems))

    def reader_of(self, retailer: str, source: str) -> tuple[Origin, Reader]:
        """Return what is needed to read a source's archive; raises KeyError when it is not declared."""
        from spiders.platform import platform  # here: parsers of markup are slow to import, and `status` needs none
        from spiders.recorded import recorded_reader

        declared = self.retailers[retailer]
        found = declared.source(source)
        return declared.origin(found), recorded_reader(platform(declared, found))

    def ignored_by(self, retailer: str, source: str) -> tuple[str, ...]:
        """Return the fields of a source whose changes make no history."""
        return self.retailers[retailer].source(source).ignore if retailer in self.retailers else ()

    def register(self, con: Connection) -> None:
        """Write what is declared into the warehouse, in place of what was declared before.

        A broken file changes nothing of what it declared when it was whole.
        """
        retailers = self.retailers.values()
        with transaction(con):
            for table in ("retailer", "source", "assumption", "event", "claim", "basket"):
                con.execute(f"DELETE FROM raw.{table} WHERE NOT list_contains(?, retailer)", [list(self.broken)])
            for retailer in retailers:
                insert(con, "raw.retailer", [_retailer_row(retailer)])
                insert(con, "raw.source", _source_rows(retailer))
                insert(con, "raw.assumption", _assumption_rows(retailer))
                insert(con, "raw.event", [{"retailer": retailer.slug, **_event_row(e)} for e in retailer.events])
                insert(con, "raw.claim", [{"retailer": retailer.slug, **_claim_row(c)} for c in retailer.claims])
                insert(con, "raw.basket", _basket_rows(retailer))
            con.execute("DELETE FROM raw.product_match")
            insert(con, "raw.product_match", decisions(self.home))


def _option_faults(file: Path) -> list[str]:
    """Return what is wrong with the words of platforms too, so that a user mends a file once."""
    from spiders.options import option_faults  # here: parsers of markup are slow to import

    return option_faults(file)


def _retailer_row(retailer: Retailer) -> dict[str, Any]:
    words = ("name", "country", "timezone", "currency", "url", "robots", "holidays")
    return {"retailer": retailer.slug, **{word: getattr(retailer, word) for word in words}}


def _source_rows(retailer: Retailer) -> list[dict[str, Any]]:
    return [
        {
            "retailer": retailer.slug,
            "source": source.slug,
            "kind": source.kind,
            "platform": source.platform,
            "every_seconds": int(source.period.total_seconds()),
            "position": position,
            "expect_min": source.expect.min,
            "expect_max": source.expect.max,
            "seller": source.seller or retailer.slug,
        }
        for position, source in enumerate(retailer.sources)
    ]


def _assumption_rows(retailer: Retailer) -> list[dict[str, Any]]:
    return [
        {
            "retailer": retailer.slug,
            "assumption": assumption,
            "name": name,
            "why": {str(word): why for word, why in retailer.assumptions.why.items()}.get(name),
            **_value(getattr(retailer.assumptions, name)),
        }
        for name, assumption in _ASSUMPTION_IDS.items()
    ]


def _value(value: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the declaration's words hold
    """Return bounds, a value as both bounds, or a word."""
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return {"low": None, "high": None, "word": " ".join(value)}
    low, high = value if isinstance(value, tuple) else (value, value)
    return {"low": low, "high": high, "word": None}


def _basket_rows(retailer: Retailer) -> list[dict[str, Any]]:
    return [
        {"retailer": retailer.slug, "basket": basket.name, "position": position, **item.model_dump()}
        for basket in retailer.baskets
        for position, item in enumerate(basket.items)
    ]


def _event_row(event: Any) -> dict[str, Any]:  # noqa: ANN401 - the declaration's Event
    return {"local_date": event.date, "days": event.days, "kind": event.kind, "label": event.label, "url": event.url}


def _claim_row(claim: Claim) -> dict[str, Any]:
    day = isinstance(claim.value, date)
    words = {word: getattr(claim, word) for word in ("quantity", "scope", "operator", "label", "url")}
    return {
        "claimed_date": claim.date,
        "value": None if day else claim.value,
        "value_date": claim.value if day else None,
        **words,
    }
