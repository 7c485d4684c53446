"""What all tables of a declaration have in common."""

from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """A table of a declaration: frozen, and unknown words are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)
