"""Shapes in which sources tell when something can be picked up, read without a network and without a clock."""
