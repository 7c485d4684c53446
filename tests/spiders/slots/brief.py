"""Slots, said shortly."""


def brief(slots: list[dict]) -> list[tuple]:
    """When, what, how many: without date, seconds and offset."""
    return [(str(s["start"])[5:16], str(s["end"])[11:16], s["status"], s["places"]) for s in slots]
