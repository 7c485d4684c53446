"""Access, kind and status of a pick-up point in our words, from what the sources of Europe call them."""

from collections.abc import Mapping

from pipelines.places.words import meaning, named

NO_HOURS = "its pick-up hours are empty"


def in_our_words(told: Mapping[str, object]) -> dict[str, object]:
    """Return what a row tells of access, kind and status in our vocabulary, and the reason of a status.

    A word that is not understood stays as it is, and is set aside by judge: it is never taken for one that we know.
    Only a kind, on which no figure rests, is left out. What a name says outright holds where nothing else is told.

    >>> in_our_words({"access": "Nur für Mitarbeiter", "status": "Bientôt disponible", "kind": "Supermarket"})
    {'access': 'internal', 'kind': None, 'status': 'coming_soon', 'status_reason': 'Bientôt disponible'}
    """
    ours = {field: _ours(field, told.get(field), told.get("name")) for field in ("access", "kind", "status")}
    word = told.get("status") or told.get("name")
    if ours["status"] and ours["status"] != word:
        ours["status_reason"] = word
    return {field: value for field, value in ours.items() if value is not None or field in told}


def _ours(field: str, word: object, name: object) -> object:
    if isinstance(word, str) and word.strip():
        return meaning(field, word) or (None if field == "kind" else word)
    if word is None and field != "kind" and isinstance(name, str):
        return named(field, name)
    return word


def status_of_hours(hours: str | None, text: object) -> dict[str, object]:
    """Return the status, with its reason, of a place of which only the pick-up hours tell it.

    ``hours`` is in OSM syntax: empty for none at all, None for not understood; ``text`` is as the source wrote it.

    >>> status_of_hours("", []), status_of_hours(None, "Coming soon")["status"], status_of_hours("Mo 10:00-12:00", "")
    ({'status': 'no_pickup_time', 'status_reason': 'its pick-up hours are empty'}, 'coming_soon', {})
    """
    words = text.strip() if isinstance(text, str) else ""
    if hours == "":
        return {"status": "no_pickup_time", "status_reason": words or NO_HOURS}
    status = meaning("status", words) if hours is None and words else None
    return {"status": status, "status_reason": words} if status and status != "available" else {}
