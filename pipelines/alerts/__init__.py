"""Alerts: whoever is to know is told once when something turns bad, and once when it is well again."""

from pipelines.alerts.telling import Post, tell, try_out
from pipelines.alerts.trouble import Trouble

__all__ = ["Post", "Trouble", "tell", "try_out"]
