"""From what was found to what is declared: the market guessed where nobody says it, and said to be a guess."""

from collections.abc import Mapping
from dataclasses import dataclass

from spiders.declaration import DeclarationError
from spiders.detect.found import Found
from spiders.detect.markets import Market, market_by_domain, market_of, markets_by_places
from spiders.detect.parts import site_of
from spiders.detect.visit import POLITE_SECONDS, delay_for


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What is declared, and where each word comes from."""

    name: str
    country: str
    timezone: str
    currency: str | None
    decimal: str | None
    url: str
    delay_seconds: float
    platform: str
    options: Mapping[str, object]
    count: int
    """How many places were seen."""
    seen_at: str
    """The page on which the locator is."""
    notes: Mapping[str, str]
    """Word -> what to look at."""


def drafted(found: Found, *, name: str, country: str | None, timezone: str | None) -> Draft:
    """Return the declaration of what was found; raises DeclarationError where a market must be told."""
    market, notes = _market(found, country)
    code = country or (market.country if market else None)
    zone = timezone or (market.timezone if market else None)
    if code is None or zone is None:
        raise DeclarationError("where this is cannot be told from the page: give --country and --timezone")
    if timezone is None:
        notes["timezone"] = f"usual in {code}"
    if "near" in found.candidate.options:
        notes["options"] = "near.area holds the countries of the places seen: widen it where there may be others"
    return Draft(
        name=found.title or name.replace("_", " ").title(),
        country=code,
        timezone=zone,
        currency=market.currency if market else None,
        decimal=market.decimal if market else None,
        url=site_of(found.page_url),
        delay_seconds=min(delay_for(found.page_url), POLITE_SECONDS),
        platform=found.candidate.platform,
        options=found.candidate.options,
        count=found.trial.count,
        seen_at=found.page_url,
        notes=notes,
    )


def _market(found: Found, country: str | None) -> tuple[Market | None, dict[str, str]]:
    if country:
        return market_of(country), {}
    if market := market_by_domain(found.page_url):
        return market, {"country": "by the address; for places that name none"}
    if markets := markets_by_places(found.trial.rows):
        return markets[0], {"country": "where most of the places are; for places that name none"}
    return None, {}
