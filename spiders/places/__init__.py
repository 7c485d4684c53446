"""Places in data that nobody described: which list holds them, and which of its keys mean what."""

from spiders.places.listed import items_in, lists_nothing
from spiders.places.plan import Plan, plan_of

__all__ = ["Plan", "items_in", "lists_nothing", "plan_of"]
