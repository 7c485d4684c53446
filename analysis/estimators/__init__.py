"""Estimators: frames in, frames out; no file, no database, no clock, no global random state."""
