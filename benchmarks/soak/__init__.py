"""The soak: many days on a fast clock, with kills, misbehaving sites and open sessions, and nothing may be lost."""
