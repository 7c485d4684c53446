"""Commands that recognise a locator: detect, new."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli.show import as_json, show

if TYPE_CHECKING:
    from spiders.detect.found import Detection, Found

PREVIEW = 5
_COLUMNS = ("location_ref", "name", "street", "postcode", "city", "country", "lat", "lon", "pickup_hours", "status")

in_browser = click.option("--browser", is_flag=True, help="Open the page in a browser even where its source tells all.")


@click.command("detect")
@click.argument("url")
@in_browser
@click.option("--json", "as_one_json", is_flag=True, help="One JSON object instead of text.")
def detect_command(url: str, *, browser: bool, as_one_json: bool) -> None:
    """Say which platform the locator at URL rents, with its key, how many places it has, and the first of them.

    Nothing is kept. Where nothing is found, it says what was tried; the exit status is then 1.
    """
    from spiders.detect.recognise import detect

    detection = detect(url, browser=browser)
    if as_one_json:
        click.echo(json.dumps(_told(detection), default=str, ensure_ascii=False))
    else:
        _tell(detection)
    sys.exit(detection.found is None)


@click.command("new")
@click.argument("name")
@click.argument("url")
@click.option("--country", help="ISO 3166, two capitals; default: by the address, or by most of the places.")
@click.option("--timezone", help="IANA name; default: the country's.")
@in_browser
@as_json
@click.pass_obj
def new_command(
    home: Path, name: str, url: str, country: str | None, timezone: str | None, *, browser: bool, json_lines: bool
) -> None:
    """Write retailers/NAME.toml from what is detected at URL; a file that is there is left as it is."""
    from spiders.detect.draft import drafted
    from spiders.detect.recognise import detect
    from spiders.detect.write import free_file, write_declaration

    file = free_file(home, name)
    detection = detect(url, browser=browser)
    if detection.found is None:
        _tell(detection)
        sys.exit(1)
    draft = drafted(detection.found, name=name, country=country, timezone=timezone)
    write_declaration(file, draft)
    row = {"retailer": name, "file": str(file), "platform": draft.platform, "places": draft.count}
    show([row], json_lines=json_lines)
    if not json_lines:
        for warning in detection.found.trial.warnings:
            click.echo(f"note: {warning}")
        for word, note in draft.notes.items():
            click.echo(f"look at {word}: {note}")
        click.echo(f"then: orderscope collect {name}")


def _told(detection: "Detection") -> dict[str, object]:
    found = detection.found
    if found is None:
        return {"url": detection.url, "platform": None, "tried": detection.tried}
    return {
        "url": detection.url,
        "platform": found.candidate.platform,
        "options": dict(found.candidate.options),
        "evidence": list(found.candidate.evidence),
        "count": found.trial.count,
        "announced": found.trial.announced,
        "warnings": found.trial.warnings,
        "preview": list(found.trial.rows[:PREVIEW]),
        "tried": detection.tried,
    }


def _tell(detection: "Detection") -> None:
    if detection.found:
        _tell_found(detection.found)
        click.echo(f"orderscope new NAME {detection.url}   writes the declaration")
        return
    click.echo(f"no locator was recognised at {detection.url}; what was tried:")
    for tried in detection.tried:
        click.echo(f"  {tried}")


def _tell_found(found: "Found") -> None:
    from spiders.detect.write import toml

    announced = f", {found.trial.announced} announced" if found.trial.announced else ""
    told = [
        ("platform", found.candidate.platform),
        ("options", toml(found.candidate.options)),
        *(("seen", line) for line in found.candidate.evidence),
        ("places", f"{found.trial.count}{announced}"),
        *(("note", warning) for warning in found.trial.warnings),
    ]
    for name, text in told:
        click.echo(f"{name:<10} {text}")
    rows = found.trial.rows[:PREVIEW]
    columns = [column for column in _COLUMNS if any(column in row for row in rows)]
    show([{column: row.get(column) for column in columns} for row in rows], json_lines=False)
