"""One run, open: what it sees is archived, read, cleaned, judged and landed, in this order."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Literal

from pipelines.archive import ArchiveWriter
from pipelines.clock import now_utc
from pipelines.content_ref import content_ref
from pipelines.home import archive_root, landing_root, run_id_at, warc_file
from pipelines.records import Capture, Look, Origin, Outcome, Page, Reading, Reject, Row, Run
from pipelines.stages.clean import Unclean, clean
from pipelines.stages.judge import judge
from pipelines.stages.land import Landing
from pipelines.standing import with_standing
from pipelines.version import PROGRAM_VERSION


class RunExists(ValueError):  # noqa: N818 - it is what the run does
    """The archive holds a run of this source and second already."""


class Keeper:
    """Cleans, judges and lands what a run reads; live and from the archive alike."""

    def __init__(self, home: Path, origin: Origin, run_id: str) -> None:
        self.origin, self.run_id = origin, run_id
        self._landing = Landing(landing_root(home) / run_id)
        self._repairs: Counter[str] = Counter()
        self.outcomes: Counter[Outcome] = Counter()
        """Looks so far, by outcome."""
        self.places = origin.places
        """The locations that the run looks at, where these are not all."""

    def keep(self, page: Page, capture: Capture, reading: Reading) -> Look:
        """Land a reading: its capture, its sightings, what was set aside, and the look itself."""
        self._landing.add(capture)
        kept = sum(self._keep_row(row, page, capture) for row in self._places(reading, page))
        unchanged = reading.outcome == "ok" and capture.record == "revisit"
        return self._look(
            Look(
                run_id=self.run_id,
                url=page.url,
                seen_at_utc=page.seen_at_utc,
                outcome="unchanged" if unchanged else reading.outcome,
                reason=reading.reason,
                http_status=page.status,
                capture_id=capture.capture_id,
                source_time_utc=reading.source_time_utc,
                announced=reading.announced,
                at_cap=reading.at_cap,
                capped=reading.capped,
                sightings=kept,
            )
        )

    def keep_capture(self, capture: Capture) -> None:
        """Land an answer that is no look, such as robots.txt."""
        self._landing.add(capture)

    def missed(self, url: str, seen_at_utc: datetime, outcome: Outcome, reason: str) -> Look:
        """Land a look that got no answer."""
        return self._look(Look(run_id=self.run_id, url=url, seen_at_utc=seen_at_utc, outcome=outcome, reason=reason))

    def finish(self, started_utc: datetime, ended_utc: datetime, stopped: str | None) -> Run:
        """Write the run's own line; only now can it be loaded."""
        for name, count in sorted(self._repairs.items()):
            self._landing.line("run_count", {"run_id": self.run_id, "name": name, "count": count})
        run = Run(
            run_id=self.run_id,
            retailer=self.origin.retailer,
            source=self.origin.source,
            kind=self.origin.kind,
            started_utc=started_utc,
            ended_utc=ended_utc,
            stopped=stopped,
            expect_min=self.origin.expect.min,
            expect_max=self.origin.expect.max,
            places=self.places,
            program_version=PROGRAM_VERSION,
        )
        self._landing.finish(run)
        return run

    def _look(self, look: Look) -> Look:
        self._landing.add(look)
        self.outcomes[look.outcome] += 1
        return look

    def _places(self, reading: Reading, page: Page) -> Iterable[Row]:
        """Give locations an identifier where a list has none at all, and the status that they do not say outright."""
        if self.origin.kind != "locations":
            return reading.rows
        rows = reading.rows
        if not any(row.get("location_ref") for row in rows):
            rows = [{**row, "location_ref": content_ref(row)} for row in rows]
        return (with_standing(row, page.seen_at_utc.date(), self._repairs) for row in rows)

    def _keep_row(self, row: Row, page: Page, capture: Capture) -> int:
        try:
            sighting = clean(row, self.origin, self._repairs)
        except Unclean as error:
            return self._set_aside("clean", str(error), row, page, capture)
        if reason := judge(sighting, page.seen_at_utc):
            return self._set_aside("judge", reason, row, page, capture)
        self._landing.add(sighting, seen_at_utc=page.seen_at_utc, capture_id=capture.capture_id)
        return 1

    def _set_aside(self, stage: Literal["clean", "judge"], reason: str, row: Row, page: Page, capture: Capture) -> int:
        self._landing.add(
            Reject(
                run_id=self.run_id,
                url=page.url,
                seen_at_utc=page.seen_at_utc,
                stage=stage,
                reason=reason,
                payload=_as_json(row),
                capture_id=capture.capture_id,
            )
        )
        return 0


def _as_json(row: Row) -> str:
    """Write a row as it was read, whatever is in it: halves of characters and numbers of any size too."""
    text = json.dumps(dict(row), default=str, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace").decode()


class OpenRun:
    """A run that looks now: everything goes to the archive before it is read."""

    def __init__(self, home: Path, origin: Origin, started_utc: datetime | None = None) -> None:
        self.started_utc = (started_utc or now_utc()).replace(microsecond=0)
        self.run_id = run_id_at(origin, self.started_utc)
        if (archive_root(home) / warc_file(origin, self.run_id)).exists():
            raise RunExists(f"{self.run_id} is in the archive already: a source is looked at once a second at most")
        self._ended_utc = self.started_utc
        self._keeper = Keeper(home, origin, self.run_id)  # first: its lock shows that the run lives
        whole = not origin.places
        self._archive = ArchiveWriter(archive_root(home), warc_file(origin, self.run_id), self.run_id, whole=whole)
        if not whole:
            self._archive.note({"places": origin.places}, self.started_utc)
        self.outcomes = self._keeper.outcomes
        """Looks so far, by outcome."""

    def archive(self, page: Page) -> Capture:
        """Archive an answer; it cannot be lost from here on."""
        self._ended_utc = max(self._ended_utc, page.seen_at_utc)
        return self._archive.write(page)

    def keep(self, page: Page, capture: Capture, reading: Reading) -> Look:
        """Keep what was read of an archived answer."""
        return self._keeper.keep(page, capture, reading)

    def keep_capture(self, capture: Capture) -> None:
        """Keep an archived answer that is no look."""
        self._keeper.keep_capture(capture)

    def missed(self, url: str, seen_at_utc: datetime, outcome: Outcome, reason: str) -> Look:
        """Keep a look that got no answer."""
        self._ended_utc = max(self._ended_utc, seen_at_utc)
        note = {"url": url, "seen_at_utc": seen_at_utc, "outcome": outcome, "reason": reason}
        self._archive.note({"missed": note}, seen_at_utc)
        return self._keeper.missed(url, seen_at_utc, outcome, reason)

    def finish(self, stopped: str | None = None) -> Run:
        """End the run; ``stopped`` says why it did not come to its end."""
        end = {"ended_utc": self._ended_utc, "stopped": stopped, "program": PROGRAM_VERSION}
        self._archive.note(end, self._ended_utc)
        self._archive.close()
        return self._keeper.finish(self.started_utc, self._ended_utc, stopped)
