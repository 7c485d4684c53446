"""Evidence of several orders in one text, parted: on a page of orders, what stands around a number belongs to it."""

from itertools import groupby

from spiders.orders.announced import Evidence

_OF_ONE = {"order_number", "invoice_number", "order_date", "issue_date", "total", "sum"}
_SHARED = ("order_number", "invoice_number", "order_date", "issue_date", "date", "seller")
_KEYS = ("invoice_number", "order_number")
_STRONG = 0.8


def parted(evidence: list[Evidence]) -> list[list[Evidence]]:
    """Return the evidence of each order; all of it together where there is one."""
    evidence = _without_articles(evidence)
    rows = [list(row) for _, row in groupby((e for e in evidence if e.table is not None), key=lambda each: each.line)]
    sure = _without_weak(evidence if len(rows) < 2 else [each for each in evidence if each.table is None])
    shared = [each for each in sure if each.field in _SHARED and len(_numbers(sure, each.field)) == 1]
    if len(rows) > 1:
        others = _numbers(sure, "order_number") | _numbers(sure, "invoice_number")
        told = {number for row in rows for name in _KEYS for number in _numbers(row, name)}
        beside = [each for each in shared if not (others & told and each.field in _KEYS)]
        return [_completed(row, beside) for row in rows]
    key = next((name for name in _KEYS if len(_numbers(sure, name)) > 1), None)
    if key is None:
        return [sure]
    groups = _by_line(sure, key) or _by_repetition(sure, key)
    return [_completed(group, shared) for group in _same_key_together(groups, key)]


def _without_articles(evidence: list[Evidence]) -> list[Evidence]:
    """Leave out tables that name orders only, on the invoice of an order: they are of its articles."""
    invoiced = {each.table for each in evidence if each.field == "invoice_number"}
    rest = [each for each in evidence if each.table is None or each.table in invoiced]
    return rest if len(_numbers(rest, "invoice_number")) == 1 and _numbers(rest, "order_number") else evidence


def _without_weak(evidence: list[Evidence]) -> list[Evidence]:
    """Leave out numbers behind a mere noun where a label of a number says another."""
    kept = evidence
    for name in _KEYS:
        strong = {_plain(each) for each in evidence if each.field == name and each.sure >= _STRONG}
        if strong:
            kept = [e for e in kept if e.field != name or e.sure >= _STRONG or _plain(e) in strong]
    return kept


def _numbers(evidence: list[Evidence], name: str) -> set[str]:
    return {_plain(each) for each in evidence if each.field == name}


def _plain(each: Evidence) -> str:
    return str(each.value).strip("# ").casefold()


def _by_line(evidence: list[Evidence], key: str) -> list[list[Evidence]]:
    """Return the groups of a table: one line, one number, and something beside it; none for any other layout."""
    groups = [list(group) for _, group in groupby(evidence, key=lambda each: each.line)]
    rows = [group for group in groups if any(each.field == key for each in group)]
    whole = all(len(_numbers(row, key)) == 1 and len({e.field for e in row} & _OF_ONE) > 1 for row in rows)
    return rows if whole and any(e.field in {"total", "sum"} for row in rows for e in row) else []


def _by_repetition(evidence: list[Evidence], key: str) -> list[list[Evidence]]:
    """Return groups that begin where a field comes again, or with the field that makes them the most compact.

    What belongs to one order stands close together, what parts two orders between them, and little is left over.
    """
    ways = [_split(evidence, starter) for starter in (key, *sorted(_OF_ONE - {key}))]
    with_key = [[group for group in way if any(each.field == key for each in group)] for way in ways]
    return max(with_key, key=lambda groups: (_single(groups, key), sum(map(len, groups)), -_span(groups)))


def _single(groups: list[list[Evidence]], key: str) -> int:
    """Return how many groups have one number and no other."""
    return sum(len(_numbers(group, key)) == 1 for group in groups)


def _span(groups: list[list[Evidence]]) -> int:
    """Return over how many lines groups stretch, all together."""
    return sum(group[-1].line - group[0].line for group in groups)


def _split(evidence: list[Evidence], starter: str) -> list[list[Evidence]]:
    groups: list[list[Evidence]] = [[]]
    for each in evidence:
        same = [other for other in groups[-1] if other.field == each.field]
        again = each.field in _OF_ONE and any(_plain(other) != _plain(each) for other in same)
        if again or (each.field == starter and _has_number(groups[-1])):
            groups.append([])
        groups[-1].append(each)
    return groups


def _has_number(group: list[Evidence]) -> bool:
    return any(each.field in {"order_number", "invoice_number"} for each in group)


def _same_key_together(groups: list[list[Evidence]], key: str) -> list[list[Evidence]]:
    """Join the groups of one number: a mail says it above and again below."""
    joined: dict[str, list[Evidence]] = {}
    for group in groups:
        joined.setdefault(min(_numbers(group, key)), []).extend(group)
    return list(joined.values())


def _completed(group: list[Evidence], shared: list[Evidence]) -> list[Evidence]:
    """Add what the document says once, for all its orders."""
    own = {each.field for each in group}
    return group + [each for each in shared if each.field not in own]
