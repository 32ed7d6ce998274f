"""The base of every file of a language pack."""

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """One file of a pack: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
