"""A note beside the meeting, that the group does not see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A private note of the facilitator."""

    id: int
    text: str
    stop: int
    """The stop where it was made."""
