"""Change-only history: unknown is not zero, a failed look is no closure, a partial crawl closes nothing."""

MANY = [str(n) for n in range(20)]


def test_an_identical_look_adds_no_rows(watch, places):
    for day in ("01-01", "01-02", "01-03"):
        watch.look("locations", day, places("1", "2"))
    watch.load()
    assert watch.ask("SELECT location_ref FROM raw.location_state ORDER BY ALL") == [("1",), ("2",)]


def test_opened_missing_and_reappeared_lie_between_two_looks(watch, places):
    watch.declare()
    for day, refs in {"01-01": ["1"], "01-03": ["1", "2"], "01-05": ["1"], "01-09": ["1", "2"]}.items():
        watch.look("locations", day, places(*refs))
    watch.load()
    events = watch.ask(
        "SELECT event, strftime(not_before_utc, '%d'), strftime(not_after_utc, '%d') FROM core.location_event "
        "WHERE location_id = 'shop:2' ORDER BY not_after_utc"
    )
    assert events == [("opened", "01", "03"), ("missing", "03", "05"), ("reappeared", "05", "09")]


def test_what_the_first_look_held_did_not_open_then(watch, places):
    watch.declare()
    watch.look("locations", "01-01", places("1"))
    watch.load()
    assert watch.ask("SELECT event, not_before_utc FROM core.location_event") == [("listed_at_start", None)]


def test_a_truncated_crawl_closes_nothing(watch, places):
    watch.look("locations", "01-01", places(*MANY))
    watch.look("locations", "01-02", places("1", "2", "3"), announced=20)
    loaded = watch.load()
    assert [run.verdict for run in loaded] == ["complete", "partial"]
    assert "the source says 20, we saw 3" in " ".join(loaded[1].reasons)
    assert watch.ask("SELECT count(*) FROM raw.location_latest WHERE present") == [(20,)]


def test_an_empty_list_closes_nothing(watch, places):
    watch.look("locations", "01-01", places("1", "2"))
    watch.look("locations", "01-02", [])
    assert [run.verdict for run in watch.load()] == ["complete", "empty"]
    assert watch.ask("SELECT count(*) FROM raw.location_latest WHERE present") == [(2,)]


def test_a_record_that_was_set_aside_is_no_closure(watch, places):
    watch.look("locations", "01-01", places(*MANY))
    watch.look("locations", "01-02", [*places(*MANY[1:]), {"location_ref": 0, "status": "on holiday"}])
    assert [run.verdict for run in watch.load()] == ["complete", "complete"]
    assert watch.ask("SELECT count(*) FROM raw.location_latest WHERE present") == [(20,)]


def test_what_a_partial_crawl_saw_is_kept_all_the_same(watch, places):
    watch.look("locations", "01-01", places(*MANY))
    watch.look("locations", "01-02", places("99"), announced=20)
    watch.load()
    assert watch.ask("SELECT count(*) FROM raw.location_latest WHERE present") == [(21,)]


def test_a_closure_is_dated_from_the_last_complete_look_even_if_partial_ones_lie_between(watch, places):
    watch.look("locations", "01-01", places(*MANY))
    watch.look("locations", "01-02", places("1", "2"), announced=20)
    watch.look("locations", "01-03", places(*MANY[1:]))
    watch.load()
    gone = watch.ask("SELECT location_ref, strftime(before_utc, '%d') FROM raw.location_state WHERE NOT present")
    assert gone == [("0", "01")]


def test_a_field_that_is_noise_makes_no_history(watch):
    watch.ignore = ("status",)
    watch.look("locations", "01-01", [{"location_ref": "1", "status": "available"}])
    watch.look("locations", "01-02", [{"location_ref": "1", "status": "no_pickup_time"}])
    watch.load()
    assert watch.ask("SELECT count(*) FROM raw.location_state") == [(1,)]


def slot(start: str, places_left: int) -> dict:
    return {
        "location_ref": "1",
        "slot_start_utc": f"2025-{start}:00:00+00:00",
        "slot_end_utc": f"2025-{start}:30:00+00:00",
        "status": "free",
        "places": places_left,
        "capacity": 5,
    }


def test_a_slot_that_began_is_not_withdrawn_but_one_that_vanished_before_is(watch):
    watch.declare()
    watch.look("slots", "01-01", [slot("01-01T10", 5), slot("01-03T10", 5), slot("01-04T10", 4)])
    watch.look("slots", "01-02", [slot("01-04T10", 2)])
    watch.load()
    changes = watch.ask("SELECT strftime(slot_start_utc, '%d'), change, places FROM core.slot_change ORDER BY ALL")
    assert changes == [
        ("01", "offered", 5),
        ("03", "offered", 5),
        ("03", "withdrawn", 5),
        ("04", "offered", 4),
        ("04", "taken", 2),
    ]
    assert watch.ask("SELECT count(*) FROM raw.slot_latest WHERE slot_end_utc < '2025-01-02'") == [(0,)]


def test_a_slot_of_the_past_that_is_still_listed_is_no_change(watch):
    for hour in range(12, 17):
        watch.look("slots", f"01-01T{hour}:00", [slot("01-01T10", 0), slot("01-02T10", 5)])
    watch.load()
    assert watch.ask("SELECT count(*) FROM raw.slot_state") == [(2,)]


def test_no_places_left_is_a_value_and_not_told_is_none(watch):
    untold = {**slot("01-04T10", 0), "places": None}
    watch.look("slots", "01-01", [slot("01-03T10", 0), untold])
    watch.load()
    assert watch.ask("SELECT places FROM raw.slot_state ORDER BY slot_start_utc") == [(0,), (None,)]


def test_an_invoice_seen_in_two_documents_lands_once_and_gains_what_the_second_tells(watch):
    watch.look("invoices", "01-05", [{"invoice_number": "F-7", "total": "12,50 €"}])
    watch.look("invoices", "01-06", [{"invoice_number": "F-7", "order_number": "B9", "total": "99"}])
    watch.load()
    assert watch.ask("SELECT invoice_number, order_number, total::DOUBLE FROM raw.invoice") == [("F-7", "B9", 12.5)]


def test_an_order_is_kept_before_it_has_an_invoice_and_gives_it_its_time_later(watch):
    confirmation = {"order_number": "B9", "ordered_at_utc": "2025-01-04T10:00", "basket": "fresh", "total": "20"}
    watch.look("invoices", "01-05", [confirmation])
    watch.load()
    known = "SELECT order_number, invoice_number, ordered_at_utc::VARCHAR, basket, total::INT FROM core.own_number"
    assert watch.ask(known) == [("B9", None, "2025-01-04 09:00:00", "fresh", 20)]
    halves = [
        {"invoice_number": n, "order_number": "B9", "issued_at_utc": "2025-01-07", "total": "10"}
        for n in ("F-7", "F-8")
    ]
    watch.look("invoices", "01-08", halves)
    watch.load()
    told = [("B9", n, "2025-01-04 09:00:00", "fresh", 10) for n in ("F-7", "F-8")]
    assert watch.ask(f"{known} ORDER BY invoice_number") == told


def test_a_credit_note_is_kept_beside_the_invoices_and_makes_no_order(watch):
    told = {"type": "credit_note", "invoice_number": "F-9", "order_number": "B9", "issued_at_utc": "2025-01-09"}
    watch.look("invoices", "01-10", [told | {"total": "-5"}, {"invoice_number": "F-9", "total": "20"}])
    watch.load()
    assert watch.ask("SELECT invoice_number, order_number, total::INT FROM core.own_number") == [("F-9", None, 20)]
    assert watch.ask("SELECT invoice_number, order_number, total::INT FROM core.own_credit_note") == [("F-9", "B9", -5)]
    assert watch.ask("SELECT count(*) FROM raw.own_order") == [(0,)]


def test_two_documents_of_one_run_tell_together_what_is_known_of_an_invoice(watch):
    mail, pdf = {"order_number": "B9", "ordered_at_utc": "2025-01-04T10:00"}, {"total": "12,50 €"}
    watch.look("invoices", "01-05", [{"invoice_number": "F-7", **told} for told in (mail, pdf)])
    watch.load()
    assert watch.ask("SELECT order_number, total::DOUBLE FROM raw.invoice") == [("B9", 12.5)]


def test_an_entry_that_is_listed_twice_has_the_state_of_its_last_sighting_and_no_changes(watch):
    twice = [{"location_ref": "1", "name": name} for name in ("Old", "New")]
    for day in ("01-01", "01-02", "01-03"):
        watch.look("locations", day, twice)
    watch.load()
    assert watch.ask("SELECT name FROM raw.location_state") == [("New",)]


def test_a_slot_under_another_identifier_is_the_same_slot_and_both_are_kept_when_it_changes(watch):
    for day, (ref, places_left) in enumerate([("a7", 5), ("b1", 5), ("c3", 4)], start=1):
        watch.look("slots", f"01-0{day}", [slot("01-09T10", places_left) | {"slot_ref": ref}])
    watch.load()
    assert watch.ask("SELECT slot_ref, places FROM raw.slot_state ORDER BY seen_at_utc") == [("a7", 5), ("c3", 4)]
    assert watch.ask("SELECT slot_ref, location_id FROM core.slot_alias ORDER BY ALL") == [
        ("a7", "shop:1"),
        ("c3", "shop:1"),
    ]
