"""The ways in which the shop can be told to misbehave, as real shops do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sandbox.present import Entry

How = Literal["error_500", "rate_limit", "challenge", "truncated", "empty", "renamed_fields"]


@dataclass
class Rule:
    """A promise to misbehave below a path."""

    path: str
    how: How
    times: int | None = None
    """For how many answers; None until taken back."""
    status: int = 403
    """The status of a challenge page: some say 403, some 200."""

    def applies(self, path: str, page: int) -> bool:
        """Say whether an answer is spoilt; a truncated list is whole on its first page."""
        return path.startswith(self.path) and not (self.how == "truncated" and page == 1)


class Misbehaviour:
    """The rules in force; the newest that applies wins."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []

    def add(self, rule: Rule) -> None:
        """Put a rule in force; raises ValueError for an unknown way or a number of times below 1."""
        if rule.how not in get_args(How):
            raise ValueError(f"{rule.how!r} is none of {', '.join(get_args(How))}")
        if rule.times is not None and rule.times < 1:
            raise ValueError(f"times is {rule.times}; it must be at least 1, or null for until taken back")
        self._rules.append(rule)

    def take_back(self) -> None:
        """Behave again."""
        self._rules.clear()

    def for_answer(self, path: str, page: int) -> Rule | None:
        """Return the rule that spoils this answer, and count it."""
        rule = next((rule for rule in reversed(self._rules) if rule.applies(path, page)), None)
        if rule and rule.times is not None:
            rule.times -= 1
            if rule.times == 0:
                self._rules.remove(rule)
        return rule


def withheld(entries: Sequence[Entry], how: How | None) -> list[Entry]:
    """Return a page's entries: none where the shop withholds them."""
    return [] if how in ("truncated", "empty") else list(entries)


def renamed(entries: Sequence[Entry], how: How | None) -> list[Entry]:
    """Return a page's entries under new names of their fields where the shop renames them."""
    if how != "renamed_fields":
        return list(entries)
    return [{f"{key}V2": value for key, value in entry.items()} for entry in entries]
