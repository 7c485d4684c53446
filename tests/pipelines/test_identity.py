"""A place keeps its history when its identifier changes, is padded, or is not there at all."""


def place(ref: str | None, number: int, **other: object) -> dict:
    at = {"lat": 52 + number / 100, "lon": 4.9, "name": f"Place {number}", "city": "Zeist"}
    return at | ({"location_ref": ref} if ref else {}) | other


def events(watch) -> list[tuple]:
    return watch.ask(
        "SELECT event, count(*) FROM core.location_event WHERE event <> 'listed_at_start' GROUP BY ALL ORDER BY ALL"
    )


def test_new_identifiers_at_the_same_places_open_and_close_nothing(watch):
    watch.declare()
    watch.look("locations", "01-01", [place(f"A{n}", n) for n in range(20)])
    watch.look("locations", "01-02", [place(f"B{n}", n, name=f"Place {n}!") for n in range(20)])
    loaded = watch.load()
    assert loaded[1].verdict == "complete"
    assert loaded[1].reasons == ["20 known places have another identifier"]
    assert events(watch) == [("ref_changed", 20), ("renamed", 20)]
    assert watch.ask("SELECT location_id, ref FROM core.location WHERE ref = 'B7'") == [("shop:A7", "B7")]
    aliases = watch.ask("SELECT value FROM core.location_alias WHERE location_id = 'shop:A7' ORDER BY first_seen_utc")
    assert aliases == [("A7",), ("B7",)]


def test_lockers_at_one_spot_are_told_apart_by_name(watch):
    watch.declare()
    names = ("left", "middle", "right")
    watch.look("locations", "01-01", [place(f"A{name}", 1, name=name) for name in names])
    watch.look("locations", "01-02", [place(f"B{name}", 1, name=name) for name in names])
    watch.load()
    assert watch.ask("SELECT location_id, ref FROM core.location ORDER BY ref") == [
        (f"shop:A{name}", f"B{name}") for name in names
    ]


def test_a_shop_that_follows_another_at_its_spot_is_another_one(watch):
    watch.declare()
    rows = [place(f"A{n}", n) for n in range(20)]
    watch.look("locations", "01-01", rows)
    watch.look("locations", "01-02", [*rows[1:], place("B0", 0)])
    watch.load()
    assert events(watch) == [("missing", 1), ("opened", 1)]


def test_an_identifier_goes_on_under_its_new_name_ever_after(watch):
    watch.declare()
    for day, letter in {"01-01": "A", "01-02": "B", "01-03": "B", "01-04": "A"}.items():
        watch.look("locations", day, [place(f"{letter}{n}", n) for n in range(5)])
    watch.load()
    assert events(watch) == [("ref_changed", 10)]


def test_padding_makes_no_other_place(watch):
    watch.declare()
    watch.look("locations", "01-01", [place("NL007", 1), place("12", 2)])
    watch.look("locations", "01-02", [place("NL7", 1, lat=52.5), place("0012", 2, lat=52.7)])
    watch.load()
    assert events(watch) == [("moved", 2), ("ref_changed", 2)]


def test_identifiers_that_differ_in_padding_alone_and_stand_side_by_side_are_two_places(watch):
    watch.declare()
    for day in ("01-01", "01-02"):
        watch.look("locations", day, [place("7", 1), place("007", 2)])
    watch.look("locations", "01-03", [place("7", 1), place("007", 2), place("0007", 3)])
    watch.load()
    assert events(watch) == [("opened", 1)]


def test_a_list_without_identifiers_has_a_history(watch):
    watch.declare()
    watch.look("locations", "01-01", [place(None, n) for n in range(6)])
    watch.look("locations", "01-02", [place(None, n) for n in range(6)])
    renamed, moved = place(None, 1, name="Newly named"), place(None, 2, lat=52.9)
    rest = [place(None, n) for n in (0, 4, 5)]
    watch.look("locations", "01-03", [renamed, moved, *rest, place(None, 40)])
    watch.load()
    assert events(watch) == [("missing", 1), ("moved", 1), ("opened", 1), ("renamed", 1)]


def test_entries_without_identifier_or_place_are_set_aside(watch):
    watch.look("locations", "01-01", [{"name": "Somewhere"}])
    (loaded,) = watch.load()
    assert (loaded.sightings, loaded.rejected) == (0, 1)
