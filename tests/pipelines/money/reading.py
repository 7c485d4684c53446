"""Texts and shops to try, and the short form of what is read."""

from decimal import Decimal

from hypothesis import strategies as st

from pipelines.money import Ambiguous, parse_money
from pipelines.records import Profile

OPEN = Profile(timezone="UTC")
SHOPS = st.builds(
    Profile,
    timezone=st.just("UTC"),
    decimal=st.sampled_from([None, ".", ","]),
    currency=st.sampled_from([None, "EUR", "JPY", "KWD"]),
)
LIKELY = st.text("0123456789.,'- €$£%xX/+kgl\u00a0Rsforpab") | st.text()


def read(text: str, profile: Profile = OPEN) -> tuple[Decimal, str | None] | None:
    try:
        return parse_money(text, profile)
    except Ambiguous:
        return None
