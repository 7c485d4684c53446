"""What is said of a text that does not say one amount."""


class Ambiguous(ValueError):  # noqa: N818 - it is what the text is, not what we did wrong
    """The text does not say one amount; the message says why."""
