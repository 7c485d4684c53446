"""LOOK: the only code that speaks to retailers."""
