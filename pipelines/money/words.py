"""The words by which shops say what an amount is: regular expressions made of ``words.tsv``."""

import re
from pathlib import Path

from pipelines.units import EACH, NUMBER, WEIGHED

_FAR_EAST = "\u3040"
"""Where the scripts begin that write on without a blank."""


def _table() -> dict[str, str]:
    """Return the expression of each kind's words."""
    lines = Path(__file__).with_name("words.tsv").read_text(encoding="utf-8").splitlines()
    told = (line.split("\t") for line in lines if not line.startswith("#"))
    return {kind: "|".join(map(_word, words.split(", "))) for kind, words in told}


def _word(word: str) -> str:
    if word.startswith("/"):
        return rf"/ ?{re.escape(word[1:])}\b"
    if word.startswith("-"):
        return rf"\B{re.escape(word[1:])}\b"
    edge = r"\b" if word[0] < _FAR_EAST else ""
    return rf"{edge}{re.escape(word)}{edge}"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WORDS = _table()


def _glued(kind: str) -> str:
    """Return the words of a kind that stand at a number: 330ml."""
    return _WORDS[kind].replace(r"\b", "")


_MONEY = r"[^\w%]{0,4}(?:[a-z]{0,3}\.? ?)?\d[\d.,' ]*(?![\d.,]* ?%)"
_COUNTED = r"(?:x|st(?:ück|uks|k)?\.?|pcs|pieces|pack(?:s|ungen)?|items?|ausgaben|flaschen|artikelen|articles?)?"
_ONLY = r"(?:nur|only|just|seulement|slechts)?"

MANY_FOR = _compiled(rf"(?<![\d.,])(\d{{1,3}}) ?{_COUNTED} ?(?:(?:{_WORDS['for']}) {_ONLY}|/) ?(?=[^\d\s]{{0,4}} ?\d)")
"""``2 for £5``: the count, up to where the amount begins."""
FREE = _compiled(rf"\b(\d{{1,2}}) ?(?:{_WORDS['for']}|\+|=) ?(\d{{1,2}})\b(?! ?[.,]?\d)|\bbuy \w+ get \w+")
"""``3 for 2``, ``2+1``: what is free is told, a price is not."""
BUY_GET = _compiled(r"\bbuy (\d{1,2}|one|two|three) get (\d{1,2}|one|two|three)\b")
PERIOD = _compiled(
    rf"{_WORDS['period']}|\b\d{{1,2}} ?x (?:de|of|von|van|di)\b"
    r"|\d[^\d]{0,5} (?:daily|nightly|weekly|yearly|annually)\b"
)
"""``£30/month``, ``12x de R$ 30``."""
DEPOSIT = _compiled(_WORDS["deposit"])
SAVING = _compiled(
    rf"(?:{_WORDS['saving']})(?: up to| bis zu)?[: ]*{_MONEY}"
    r"|\d ?(?:€|eur|kr|£|\$)? (?:off\b|rabatt|korting|de réduction|discount|sparen|gespart|saved)"
    r"|^\W*\d{1,2} ?% (?:off|rabatt|korting|de réduction|discount)\b"
)
INCLUDED = _compiled(r"\b(?:in[ck]l|compris|incluid|inclus|inkludert|včetně|w tym|z toho)")
LIST = _compiled(rf"{_WORDS['list']}|{_WORDS['gone']}")
"""What stands before the price that is crossed out."""
GONE = _compiled(rf"(?:{_WORDS['gone']}|^\W*(?:antes|avant)\b)[^\d]*$")
"""What stands before a price that holds no longer."""
UNSAID = _compiled(rf"[^\w★☆⭐\"″]*(?:$|\d|{_WORDS['unsaid']})")
"""What may stand behind a number without currency that is a price; any other word may be what is counted."""
NOT_ASKED = _compiled(rf"{LIST.pattern}|{_WORDS['net']}")
"""What tells that a price is not what a buyer pays, where another one stands on the page."""
FROM = _compiled(_WORDS["from"])
MEMBER = _compiled(_WORDS["member"])
RANGE = _compiled(rf"[^\d+]{{0,6}}? ?(?:[-–~]|{_WORDS['range']}) ?[^\d\s]{{0,4}} ?")  # noqa: RUF001 - as shops write it
"""All that stands between the two ends of a range."""
ORDINAL = _compiled(rf"(?:{_glued('ordinal')})(?!\w)")
"""What stands at a number that says the how manyth."""
PER_UNIT = _compiled(
    rf"(?:/ ?(?:10{{0,3}} ?)?|(?<!\d)/ ?{NUMBER} ?|(?:=|{EACH}) ?(?:{NUMBER} ?)?)(?:{WEIGHED})\b"
    rf"|(?<![^\W\d_])(?:{WEIGHED}) ?(?:=|あたり|当たり|当り)|\d ?(?:{WEIGHED}) ?:"
)
"""What tells that an amount is the price of a kilogram or a litre: ``/kg``, ``per 100 g``, ``1 l =``."""
OF_UNIT = _compiled(rf"\W*(?:{WEIGHED})\b(?! ?\d)")
"""What stands behind the price of a kilogram where nothing parts them: ``£3.99 lb``."""
MULTIPLE = _compiled(rf" ?(?:{_glued('multiple')})(?!\w|\.\w)")
"""What stands behind a number of thousands or millions, which shops round."""
FEE = _compiled(rf"^\W*(?:{_WORDS['fee']})|\d ?[€£$]? ?(?:{_WORDS['fee']})\W*$")
"""A text that is about what comes on top of a price."""
CONDITION = _compiled(rf"(?:{_WORDS['fee']}|{_WORDS['condition']})[^\d]*$|\bover [^\w\s]*$")
"""What stands before an amount that one must spend for something, or pays for having it brought."""
SIZE = _compiled(rf" ?(?:[%‰]|[x×*](?!\w)|(?:{_glued('size')})(?![\w$]))")  # noqa: RUF001
"""What stands behind a number that is a share, a count or a size."""
LABEL = _compiled(rf"(?:\W|{_WORDS['label']}|{_WORDS['from']})*")
"""What may stand before a number without currency that is a price nevertheless."""
SEVERAL = _compiled("|".join(_WORDS[kind] for kind in ("list", "gone", "now", "from", "member", "net")) + r"|/ ?\w")
"""What tells of two amounts that they are not the same kind of thing."""
