"""What happens to a reading before it is loaded: one verb a file."""
