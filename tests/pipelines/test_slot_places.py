"""Slots stay their location's when the retailer gives its locations other identifiers."""

from pipelines.build import SQL

START, END = "2025-01-04T18:00:00+00:00", "2025-01-04T18:30:00+00:00"


def listed(prefix: str, count: int = 5) -> list[dict]:
    return [
        {"location_ref": f"{prefix}{n}", "name": f"Place {n}", "lat": 52 + n / 100, "lon": 4.9} for n in range(count)
    ]


def slot(ref: str, places: int) -> dict:
    times = {"slot_start_utc": START, "slot_end_utc": END}
    return {"location_ref": ref, **times, "places": places, "capacity": 5, "status": "free" if places else "full"}


def renumbered(watch, *looks: list[dict]) -> None:
    """A locator whose A0, A1 ... become B0, B1 ..., and looks at the slots at nine, ten past, ..."""
    watch.declare()
    watch.look("locations", "01-03T08:00", listed("A"))
    for number, rows in enumerate(looks):
        watch.look("slots", f"01-03T09:{10 * number:02d}", rows)
    watch.look("locations", "01-04T08:00", listed("B"))
    watch.load()


def changes(watch) -> list[tuple]:
    columns = "location_id, change, quantity"
    return watch.ask(f"SELECT {columns} FROM core.slot_change ORDER BY not_after_utc, location_id")


def of_all(prefix: str, places: int = 5, **others: int) -> list[dict]:
    return [slot(ref, others.get(ref, places)) for ref in (f"{prefix}{n}" for n in range(5)) if others.get(ref) != -1]


def test_a_place_that_is_taken_while_identifiers_change_is_one_place_taken(watch):
    renumbered(watch, of_all("A"), of_all("A"), of_all("B", B1=3))
    moved = [change for change in changes(watch) if change[2]]
    assert moved == [("shop:A1", "taken", -2)]
    assert {change for _, change, _ in changes(watch)} == {"offered", "taken", "free"}
    found = watch.ask("SELECT location_id, offered::INT, taken_high::INT FROM mart.slot_fill_day ORDER BY ALL")
    assert found == [("shop:A0", 5, 0), ("shop:A1", 5, 2), ("shop:A2", 5, 0), ("shop:A3", 5, 0), ("shop:A4", 5, 0)]


def test_a_slot_that_is_gone_when_identifiers_change_is_gone(watch):
    renumbered(watch, of_all("A"), of_all("B", B1=-1))
    assert ("shop:A1", "withdrawn", -5) in changes(watch)
    assert [change for change in changes(watch) if change[1] == "withdrawn"] == [("shop:A1", "withdrawn", -5)]


def test_how_long_we_watched_a_location_counts_both_its_identifiers(watch):
    renumbered(watch, of_all("A"), of_all("A"), of_all("B"))
    assert watch.ask("SELECT location_id, looks FROM core.slot_check_span ORDER BY ALL")[0] == ("shop:A0", 3)


def test_slots_under_two_identifiers_at_a_time_are_not_added_up(watch):
    both = [*of_all("A", 4), *of_all("B", 5)]
    renumbered(watch, both, both)
    places = {location for location, _, _ in changes(watch)}
    assert places == {f"shop:{prefix}{n}" for prefix in "AB" for n in range(5)}
    assert {change for _, change, _ in changes(watch)} == {"offered"}


def test_slots_under_a_new_identifier_belong_to_a_location(watch):
    renumbered(watch, of_all("A"), of_all("B"))
    check = (SQL / "checks" / "slots_belong_to_a_listed_location.sql").read_text()
    assert watch.ask(check) == []
