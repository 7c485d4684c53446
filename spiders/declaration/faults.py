"""What is wrong with the words of a declaration: all that it lacks in one sentence, then the rest, a line each."""

from pydantic import ValidationError


def faults(error: ValidationError, *inside: str) -> list[str]:
    """Return the sentences; ``inside``: the path to what was validated.

    A table whose only fault is that one of its parts is wrong is not named besides.
    """
    told = {".".join(map(str, (*inside, *each["loc"]))) or "file": each for each in error.errors()}
    lacking = [path for path, each in told.items() if each["type"] == "missing"]
    wrong = [
        f"{path}: {each['msg']}"
        for path, each in told.items()
        if path not in lacking and not any(other.startswith(f"{path}.") for other in told)
    ]
    return [f"it lacks {_enumerated(lacking)}", *wrong] if lacking else wrong


def _enumerated(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
