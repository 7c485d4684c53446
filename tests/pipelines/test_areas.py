"""A plausible total hides a hole: what is lacking is looked for area by area, and what is odd is said."""

from watching import at

from pipelines.records import Page, Reading
from pipelines.run import OpenRun


def place(number: int, **where: object) -> dict:
    return {"location_ref": str(number), "name": f"Place {number}", **where}


def test_a_country_that_is_gone_from_a_plausible_total_makes_the_run_partial(watch):
    watch.declare()
    dutch, belgian = (
        [place(n + at, country=of) for n in range(many)] for many, at, of in ((90, 0, "NL"), (8, 200, "BE"))
    )
    watch.look("locations", "01-01", dutch + belgian)
    watch.look("locations", "01-02", dutch + [place(n + 300, country="NL") for n in range(5)])
    loaded = watch.load()
    assert loaded[1].verdict == "partial"
    assert "BE 0 of 8" in loaded[1].reasons[0]
    assert watch.ask("SELECT count(*) FROM core.location_event WHERE event = 'missing'") == [(0,)]


def test_a_square_degree_is_an_area_where_nothing_else_is_told(watch):
    paris, lyon = (
        [place(n + 100 * n0, lat=lat, lon=lon) for n in range(many)]
        for n0, lat, lon, many in ((0, 48.8, 2.3, 60), (1, 45.7, 4.8, 6))
    )
    watch.look("locations", "01-01", paris + lyon)
    watch.look("locations", "01-02", paris)
    assert "45°N 4°E 0 of 6" in watch.load()[1].reasons[0]


def test_a_region_that_is_written_otherwise_is_no_hole(watch):
    for day, region in {"01-01": "Noord-Holland", "01-02": "NH"}.items():
        watch.look("locations", day, [place(n, region=region, country="NL") for n in range(20)])
    assert [run.verdict for run in watch.load()] == ["complete", "complete"]


def test_as_many_entries_but_of_somebody_else_close_nothing(watch, places):
    watch.declare()
    watch.look("locations", "01-01", places(*map(str, range(30))))
    watch.look("locations", "01-02", places(*map(str, range(100, 130))))
    loaded = watch.load()
    assert loaded[1].verdict == "partial"
    assert "0 of 30 known entries are in it" in loaded[1].reasons


def test_a_few_closures_in_one_area_are_no_hole(watch):
    rows = [place(n, country="NL", postcode=f"{10 + n // 6} AB") for n in range(60)]
    watch.look("locations", "01-01", rows)
    watch.look("locations", "01-02", rows[3:])
    assert [run.verdict for run in watch.load()] == ["complete", "complete"]


def test_a_field_that_is_no_longer_told_is_said_and_closes_nothing(watch):
    rows = [place(n, city="Gent") for n in range(20)]
    watch.look("locations", "01-01", rows)
    watch.look("locations", "01-02", [{**row, "city": None} for row in rows])
    loaded = watch.load()
    assert loaded[1].verdict == "complete"
    assert loaded[1].reasons == ["told of far fewer records: city 0% (before 100%)"]


def test_an_entry_that_is_listed_twice_is_said_with_what_differs(watch):
    rows = [place(1), place(2), place(2), {**place(3), "city": "Gent"}, {**place(3), "city": "Brugge"}]
    watch.look("locations", "01-01", rows, announced=5)
    (loaded,) = watch.load()
    assert loaded.verdict == "complete"
    assert loaded.reasons == [
        "2 records are listed more than once, 1 of them with differing content (3); the last sighting stands"
    ]


def test_a_server_that_gives_the_same_page_for_every_address_has_not_shown_all(watch, places):
    run = OpenRun(watch.home, watch.origin("locations"), at("01-01"))
    for number in range(3):
        page = Page(url=f"http://shop.example/?page={number}", seen_at_utc=at("01-01"), body=b'[{"location_ref": "1"}]')
        run.keep(page, run.archive(page), Reading(outcome="ok", rows=places("1"), announced=3))
    run.finish()
    (loaded,) = watch.load()
    assert loaded.verdict == "partial"
    assert "the source says 3, we saw 1" in loaded.reasons


def test_cells_that_ended_at_the_cap_make_a_run_partial(watch, places):
    watch.look("locations", "01-01", places("1", "2"), at_cap=True, capped=1)
    (loaded,) = watch.load()
    assert loaded.verdict == "partial"
    assert loaded.reasons == ["1 cells ended at the source's cap, of 1 answers"]
    assert watch.ask("SELECT at_cap, capped FROM raw.look") == [(True, 1)]
