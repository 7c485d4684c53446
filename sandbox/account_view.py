"""The researcher's own orders as the account's page gets them."""

from sandbox.instants import local_of
from sandbox.money import dutch
from sandbox.present import Entry
from sandbox.shop import Shop


def account_entries(shop: Shop) -> list[Entry]:
    """Return an entry per invoice of the own orders so far, the newest first."""
    return [
        {
            "invoice": invoice.printed,
            "order": order.order,
            "placed": local_of(order.placed, shop.world.days.timezone).isoformat(),
            "fulfilment": order.fulfilment,
            "basket": order.basket,
            "total": dutch(invoice.cents),
        }
        for order in shop.own_orders()
        for invoice in reversed(order.invoices)
    ]
