"""How the shops write amounts."""


def plain(cents: int) -> str:
    """Write cents as an API does.

    >>> plain(249)
    '2.49'
    """
    return f"{cents // 100}.{cents % 100:02d}"


def dutch(cents: int) -> str:
    """Write cents as a Dutch shop prints them.

    >>> dutch(123456)
    '€ 1.234,56'
    """
    return f"€ {cents // 100:,}".replace(",", ".") + f",{cents % 100:02d}"


def with_comma(amount: str) -> str:
    """Write an API's amount with a decimal comma.

    >>> with_comma("2.49")
    '2,49'
    """
    return amount.replace(".", ",")
