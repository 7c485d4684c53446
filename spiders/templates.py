"""Words put into texts that leave room for them: ``{key}``."""

from collections.abc import Mapping


def filled_text(text: str, words: Mapping[str, str]) -> str:
    """Put each word in its place; a place without a word stays.

    >>> filled_text("/api?key={key}&n={size}", {"key": "u1"})
    '/api?key=u1&n={size}'
    """
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text


def filled(value: object, words: Mapping[str, str]) -> object:
    """Put words into all texts of a value as JSON has it."""
    if isinstance(value, dict):
        return {name: filled(inner, words) for name, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, words) for inner in value]
    return filled_text(value, words) if isinstance(value, str) else value
