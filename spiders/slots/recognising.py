"""Which family of slots a page is of, by what it holds."""

from zoneinfo import available_timezones

from pipelines.records import Page
from spiders.declaration import DeclarationError, Retailer
from spiders.platform import platform_class, platform_names
from spiders.slots.platform import SlotPlatform


def slot_platform(page: Page, name: str | None, timezone: str) -> SlotPlatform:
    """Return what reads a page without a declaration: the platform of this name, or the first that knows its shape.

    Raises DeclarationError where a name is none of theirs, or where nothing knows the page.
    """
    candidates = [_alone(one, page.url, timezone) for one in ([name] if name else _names())]
    return next((of for of in candidates if name or _knows(of, page)), candidates[-1])


def _names() -> list[str]:
    """Return the platforms that read slots, those that read any shape last."""
    families = {name: platform_class(name) for name in platform_names()}
    slots = {name: of for name, of in families.items() if issubclass(of, SlotPlatform)}
    return sorted(slots, key=lambda name: slots[name].reads_any_shape)


def _alone(name: str, url: str, timezone: str) -> SlotPlatform:
    """Return a platform with no retailer behind it; an end that is not told stays untold."""
    if timezone not in available_timezones():
        raise DeclarationError(f"{timezone} is no time zone; write one as Europe/Amsterdam")
    family = platform_class(name)
    if not issubclass(family, SlotPlatform):
        raise DeclarationError(f"{name} needs a declaration to read slots; without one there are {', '.join(_names())}")
    options = {"url": url, "minutes": 0}
    source = {"kind": "slots", "platform": name, "expect": {"min": 0}, "options": options}
    words = {"slug": "file", "name": "file", "country": "ZZ", "timezone": timezone, "url": url, "sources": [source]}
    retailer = Retailer.model_validate(words)
    return family(retailer, retailer.sources[0])


def _knows(of: SlotPlatform, page: Page) -> bool:
    try:
        return of.recognises(of.answer(page))
    except Exception:  # noqa: BLE001 - a page is made by others; another platform may know it
        return False
