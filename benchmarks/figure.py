"""A figure and the promise that it is held against."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured figure."""

    name: str
    value: float
    unit: str
    limit: float
    at_most: bool = True
    """Whether the limit is an upper one."""

    @property
    def kept(self) -> str:
        """Say whether the promise was kept."""
        return "ok" if (self.value <= self.limit) == self.at_most or self.value == self.limit else "MISS"

    @property
    def measured(self) -> str:
        """The value with its unit."""
        return f"{self.value:,.2f} {self.unit}".strip()

    @property
    def promise(self) -> str:
        """The limit in words."""
        return f"at {'most' if self.at_most else 'least'} {self.limit:,g} {self.unit}".strip()
