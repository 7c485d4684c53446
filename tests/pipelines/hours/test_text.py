# ruff: noqa: RUF001 - signs as people write them
"""Pick-up windows as people write them, in the languages of Europe; what can be read in two ways is not read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.hours import from_text, week
from pipelines.hours.lexicon import languages
from pipelines.hours.weekly import DAYS, osm

WRITTEN = [
    ("Lundi au vendredi de 9h à 19h30", "Mo-Fr 09:00-19:30"),
    ("Mo.–Fr. 8–20 Uhr", "Mo-Fr 08:00-20:00"),
    ("Lun-Ven: 09:00 - 13:00 / 15:00 - 19:00", "Mo-Fr 09:00-13:00,15:00-19:00"),
    ("пн-пт 9:00-18:00, сб 10:00-14:00, вс выходной", "Mo-Fr 09:00-18:00; Sa 10:00-14:00"),
    ("Δευ-Παρ 9:00 - 17:00", "Mo-Fr 09:00-17:00"),
    ("Δευτέρα έως Παρασκευή 9 π.μ. - 5 μ.μ.", "Mo-Fr 09:00-17:00"),
    ("ma t/m vr 9.00 - 18.00 uur", "Mo-Fr 09:00-18:00"),
    ("lu-ve 14u-18u", "Mo-Fr 14:00-18:00"),
    ("ma-fr kl. 10-18, lø 10-15", "Mo-Fr 10:00-18:00; Sa 10:00-15:00"),
    ("Mån–fre 10–19, lör 10–16, sön 11–16", "Mo-Fr 10:00-19:00; Sa 10:00-16:00; Su 11:00-16:00"),
    ("Ma-pe 9-21, la 9-18, su 12-18", "Mo-Fr 09:00-21:00; Sa 09:00-18:00; Su 12:00-18:00"),
    ("E-R 9-18, L 10-15", "Mo-Fr 09:00-18:00; Sa 10:00-15:00"),
    ("I-V 9.00-18.00 VI 9-14", "Mo-Fr 09:00-18:00; Sa 09:00-14:00"),
    ("od poniedziałku do piątku w godz. 8-20", "Mo-Fr 08:00-20:00"),
    ("Pondělí až pátek 8:00 – 18:00, sobota 9–12 hod.", "Mo-Fr 08:00-18:00; Sa 09:00-12:00"),
    ("St 9:00-12:00, Št 13:00-17:00, Pi 8-12", "We 09:00-12:00; Th 13:00-17:00; Fr 08:00-12:00"),
    ("Hétfő-Péntek: 8:00-20:00, Szombat: 9-13", "Mo-Fr 08:00-20:00; Sa 09:00-13:00"),
    ("dal lunedì al venerdì dalle 9.00 alle 13.00 e dalle 15.00 alle 19.00", "Mo-Fr 09:00-13:00,15:00-19:00"),
    ("de lunes a viernes de 9:00 a 14:00 y de 17:00 a 20:00", "Mo-Fr 09:00-14:00,17:00-20:00"),
    ("Segunda a Sexta 9h00 às 18h00", "Mo-Fr 09:00-18:00"),
    ("Luni - Vineri 9-18", "Mo-Fr 09:00-18:00"),
    ("Pzt-Cum 09:00-18:00", "Mo-Fr 09:00-18:00"),
    ("понеделник - петък: 9:00 - 18:00 ч.", "Mo-Fr 09:00-18:00"),
    ("täglich von 8 bis 22 Uhr", "Mo-Su 08:00-22:00"),
    ("tous les jours 10h-20h", "Mo-Su 10:00-20:00"),
    ("daily 9am-5pm", "Mo-Su 09:00-17:00"),
    ("9am-5pm Monday to Friday", "Mo-Fr 09:00-17:00"),
    ("Mon: 8.30am-5pm, Tue: 9-noon", "Mo 08:30-17:00; Tu 09:00-12:00"),
    ("Mon-Fri 10-2pm", "Mo-Fr 10:00-14:00"),
    ("Fr 22-2", "Fr 22:00-02:00"),
    ("Mo-Fr 9-12,13-17", "Mo-Fr 09:00-12:00,13:00-17:00"),
    ("Mo-Fr 9,30-12,30", "Mo-Fr 09:30-12:30"),
    ("Mo-Fr 0900-1800", "Mo-Fr 09:00-18:00"),
    ("Täglich 9-18, Sonntag geschlossen", "Mo-Sa 09:00-18:00"),
    ("Montag bis Freitag 9 bis 18 Uhr, Sonn- und Feiertage geschlossen", "Mo-Fr 09:00-18:00; PH off"),
    ("Lundi : fermé<br>Mardi : 9h-12h, 14h-18h", "Tu 09:00-12:00,14:00-18:00"),
    ("24/7", "24/7"),
    ("7j/7 24h/24", "24/7"),
    ("rund um die Uhr", "24/7"),
    ("closed", ""),
    ("No available pick-up time", ""),
]


@pytest.mark.parametrize(("text", "osm"), WRITTEN)
def test_windows_in_any_language_are_osm_syntax(text, osm):
    assert from_text(text) == osm


TWO_WAYS = [
    "Mon-Fri 9-5",  # to five in the morning, or in the afternoon
    "9-18",  # on which days?
    "Di 10:00-18:00",  # Dienstag, dimanche
    "Mo-Fr",
    "Mo-Fr 9",
    "Mo 9-18, Mo 10-17",
    "Sunday closed",
    "Mo-Fr 9-18, Termine nach Vereinbarung",
    "Jan-Mar Mo 10:00-12:00",
    "Mo-Fr 9:00-49:00",
    "Mo 10:00+",
    "10-18, Sa 10-14",
    "Mo-Fr 9-10pm",
    "01.05.-31.10. Mo-Fr 9-18",
]


@pytest.mark.parametrize("text", TWO_WAYS)
def test_what_can_be_read_in_two_ways_is_not_read(text):
    assert from_text(text) is None


def test_the_country_chooses_between_two_languages():
    assert (from_text("Di 10-18", "AT"), from_text("Di 10-18", "FR")) == ("Tu 10:00-18:00", "Su 10:00-18:00")


@given(st.text() | st.text("MoTuWeF-,;: 0123456789hap.", max_size=40))
def test_any_text_is_read_or_not_and_what_is_read_stays_as_it_is(text):
    read = from_text(text)
    if read is not None:
        assert from_text(read) == read
        assert week(read) is not None


FORMATS = {
    "de": ("{day}: {times} Uhr", "{h}.{m:02}", "–", " und "),
    "fr": ("{day} : {times}", "{h}h{m:02}", " à ", " et "),
    "nl": ("{day} {times} uur", "{h}:{m:02}", " tot ", " en "),
    "it": ("{day}: {times}", "{h:02}:{m:02}", "-", " / "),
    "pl": ("{day} {times}", "{h}:{m:02}", " do ", ", "),
    "ru": ("{day}: {times}", "{h:02}.{m:02}", " — ", ", "),
    "el": ("{day} {times}", "{h:02}:{m:02}", " - ", ", "),
    "fi": ("{day} klo {times}", "{h}.{m:02}", "–", " ja "),
}
QUARTERS = st.lists(st.integers(4 * 7, 4 * 22), min_size=2, max_size=4, unique=True).filter(lambda q: len(q) % 2 == 0)
WEEKS = st.dictionaries(st.integers(0, 6), QUARTERS.map(sorted), min_size=1)


@given(week=WEEKS, name=st.sampled_from(sorted(FORMATS)))
def test_a_week_written_in_a_language_is_read_as_the_same_week(week, name):
    line, clock, to, between = FORMATS[name]
    spans = {day: [(15 * a, 15 * b) for a, b in zip(q[::2], q[1::2], strict=True)] for day, q in week.items()}
    spoken = next(language for language in languages() if language.name == name)
    days = {}
    for phrase, token in spoken.meanings.items():
        if token.kind == "days" and len(token.days) == 1:
            (day,) = token.days
            days[day] = max(days.get(day, ""), phrase, key=len) if len(phrase.split()) == 1 else days.get(day, "")
    lines = []
    for day, windows in spans.items():
        written = [to.join(clock.format(h=at // 60, m=at % 60) for at in window) for window in windows]
        lines.append(line.format(day=days[day], times=between.join(written)))
    assert from_text("\n".join(lines), spoken.countries and min(spoken.countries)) == osm(spans)


@pytest.mark.parametrize("language", languages(), ids=lambda language: language.name)
def test_every_language_names_seven_days_and_no_phrase_for_two(language):
    named = {token.days for token in language.meanings.values() if token.kind == "days" and len(token.days) == 1}
    assert {frozenset({day}) for day in range(7)} <= named
    assert len(DAYS) == 7
