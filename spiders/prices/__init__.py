"""From a saved page or response to the offers in it."""

from spiders.prices.offer import Offer
from spiders.prices.page import read_offers

__all__ = ["Offer", "read_offers"]
