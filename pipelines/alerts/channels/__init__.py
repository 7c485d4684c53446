"""Ways to be told: a file each, with its words in ``alerts.toml`` and how it sends."""
