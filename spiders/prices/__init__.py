"""From a saved page or response to the offers in it."""

from spiders.prices.offer import Offer
from spiders.prices.page import read_offers
from spiders.prices.row import row_of

__all__ = ["Offer", "read_offers", "row_of"]
