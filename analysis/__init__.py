"""UNDERSTAND: from tables to numbers to sentences."""
