"""Invented addresses in real towns."""

from dataclasses import dataclass

import numpy as np

TOWNS: dict[str, tuple[tuple[str, float, float], ...]] = {
    "NL": (
        ("Leiden", 52.160, 4.497), ("Amsterdam", 52.370, 4.895), ("Rotterdam", 51.922, 4.479),
        ("Utrecht", 52.091, 5.122), ("Den Haag", 52.078, 4.289), ("Eindhoven", 51.441, 5.470),
        ("Delft", 52.011, 4.357), ("Groningen", 53.219, 6.567), ("Tilburg", 51.560, 5.092), ("Almere", 52.351, 5.265),
    ),
    "FR": (("Paris", 48.857, 2.352), ("Paris", 48.835, 2.355), ("Paris", 48.873, 2.380), ("Lille", 50.629, 3.057)),
    "DE": (("Düsseldorf", 51.227, 6.773), ("Köln", 50.938, 6.960), ("Aachen", 50.776, 6.084), ("Essen", 51.456, 7.012)),
    "BE": (("Antwerpen", 51.221, 4.400), ("Gent", 51.054, 3.722), ("Brussel", 50.847, 4.352), ("Luik", 50.633, 5.567)),
}  # fmt: skip
STREETS = {
    "NL": ("Voorbeeldstraat", "Marktplein", "Havenkade", "Molenweg", "Stationslaan", "Lindenhof"),
    "FR": ("Rue de l'Exemple", "Rue du Marché", "Avenue de la Gare", "Quai du Moulin"),
    "DE": ("Beispielstraße", "Marktgasse", "Hafenweg", "Lindenallee"),
    "BE": ("Voorbeeldlaan", "Marktstraat", "Havenlei", "Stationsplein"),
}


@dataclass(frozen=True)
class Address:
    """Where a location stands."""

    street: str
    postcode: str
    city: str
    country: str
    lat: float
    lon: float


def draw_address(rng: np.random.Generator, country: str, paris: bool) -> Address:
    """Invent an address; ``paris`` keeps it in Paris."""
    towns = [town for town in TOWNS[country] if (town[0] == "Paris") == paris] if country == "FR" else TOWNS[country]
    city, lat, lon = towns[rng.integers(len(towns))]
    street = STREETS[country][rng.integers(len(STREETS[country]))]
    north, east = rng.normal(0, 0.012, 2)
    return Address(
        street=f"{street} {rng.integers(1, 180)}",
        postcode=_postcode(rng, country, city),
        city=city,
        country=country,
        lat=round(lat + float(north), 5),
        lon=round(lon + float(east), 5),
    )


def _postcode(rng: np.random.Generator, country: str, city: str) -> str:
    if country == "NL":
        first, second = rng.choice(list("ABCDEGHJKLMNPRSTVWXZ"), 2)
        return f"{rng.integers(1011, 9999)} {first}{second}"
    if city == "Paris":
        return f"750{rng.integers(1, 21):02d}"
    low, high = {"FR": (59000, 59999), "DE": (40200, 52999), "BE": (1000, 9999)}[country]
    return str(rng.integers(low, high))
