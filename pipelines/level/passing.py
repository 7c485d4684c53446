"""A change that was taken for lasting and was not: what had gone is back, so the lists between were cut short.

Nobody closes a good part of the network and opens the very same places again within weeks; a list that lacks a page or
a country for days is common. What those runs saw is kept, what they did not see closes nothing.
"""

from datetime import timedelta

from pipelines.history import last_complete
from pipelines.level.pending import Pending

_WEEKS = timedelta(weeks=4)
"""What comes back later was closed for a season."""
_BACK = 0.9


def take_back(pending: Pending) -> None:
    """Make the runs of a lasting change partial again where the run in ``staged`` holds what they lacked."""
    while first := _undone(pending):
        runs = [run for run in pending.runs_since(first) if run["verdict"] == "complete"]
        run_ids = [run["run_id"] for run in runs]
        reason = f"taken for a lasting change, but {pending.run['run_id']} holds again what it lacked"
        for run_id in run_ids:
            pending.judge_again(run_id, "partial", "the change lasted", reason)
        pending.execute("not_gone", run_ids=run_ids)
        pending.execute("same_again", run_ids=run_ids)
        known_utc = last_complete(pending.con, pending.run)
        pending.execute("dated_again", run_ids=run_ids, last_complete_utc=known_utc)
        pending.know_again()


def _undone(pending: Pending) -> str | None:
    """Return the first run of the last lasting change, if what it lacked is back."""
    found = pending.execute("back", seconds=int(_WEEKS.total_seconds())).fetchone()
    if not found:
        return None
    run_id, lost, back = found
    return str(run_id) if lost and back >= _BACK * lost else None
