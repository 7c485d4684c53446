"""The currency of a market, as a shop's address tells it: what ``$`` and ``kr`` mean there."""

from spiders.prices.address import host_of

_DOMAINS = """
EUR at be cy de ee es fi fr gr hr ie it lt lu lv mt nl pt si sk
AUD au, ARS ar, BGN bg, BRL br, BYN by, CAD ca, CHF ch li, CLP cl, CNY cn, COP co, CZK cz, DKK dk, GBP uk, HKD hk
HUF hu, ILS il, INR in, ISK is, JPY jp, KRW kr, KZT kz, LKR lk, MXN mx, MYR my, NOK no, NPR np, NZD nz, PEN pe, PHP ph
PKR pk, PLN pl, RON ro, RSD rs, RUB ru, SEK se, SGD sg, THB th, TRY tr, TWD tw, UAH ua, USD us, UYU uy, VND vn, ZAR za
"""
_MARKETS = [market.split() for market in _DOMAINS.replace("\n", ",").split(",") if market.strip()]
_OF_DOMAIN = {domain: code for code, *domains in _MARKETS for domain in domains}


def currency_of(url: str | None) -> str | None:
    """Return the currency of the country whose domain an address has; None for addresses of no country.

    >>> currency_of("https://www.shop.cl/x"), currency_of("https://shop.example")
    ('CLP', None)
    """
    return _OF_DOMAIN.get(host_of(url).rpartition(".")[2])
