"""UNDERSTAND: from tables to numbers to sentences."""

from pathlib import Path

SQL = Path(__file__).parent / "sql"
