"""Products in the words of schema.org, as shops embed them for search engines."""

from sandbox.present import Entry

_UNIT_CODES = {"kg": "KGM", "l": "LTR", "piece": "C62"}


def product_data(entry: Entry, url: str) -> Entry:
    """Return a Product with its Offer."""
    return {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": entry["name"],
        "sku": entry["sku"],
        "gtin13": entry["gtin"],
        "size": entry["size"],
        "brand": {"@type": "Brand", "name": entry["brand"]},
        "offers": _offer(entry, url),
    }


def _offer(entry: Entry, url: str) -> Entry:
    return {
        "@type": "Offer",
        "url": url,
        "price": entry["price"],
        "priceCurrency": entry["currency"],
        "availability": f"https://schema.org/{'InStock' if entry['in_stock'] else 'OutOfStock'}",
        "priceSpecification": [_unit_price(entry), *_list_price(entry)],
    }


def _unit_price(entry: Entry) -> Entry:
    quantity = {"@type": "QuantitativeValue", "value": 1, "unitCode": _UNIT_CODES[str(entry["unit"])]}
    return {
        "@type": "UnitPriceSpecification",
        "price": entry["unit_price"],
        "priceCurrency": entry["currency"],
        "referenceQuantity": quantity,
    }


def _list_price(entry: Entry) -> list[Entry]:
    if entry["list_price"] is None:
        return []
    return [
        {
            "@type": "UnitPriceSpecification",
            "price": entry["list_price"],
            "priceCurrency": entry["currency"],
            "priceType": "https://schema.org/StrikethroughPrice",
        }
    ]
