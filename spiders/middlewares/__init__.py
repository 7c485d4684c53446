"""What happens to every answer between the network and the platform."""
