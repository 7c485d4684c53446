"""Is a list that lacks much cut short, or has it changed for good? Further runs tell, and the history follows."""

from pipelines.records import Kind

KINDS: tuple[Kind, ...] = ("locations", "prices")
"""Kinds whose number stands for something that lasts."""
