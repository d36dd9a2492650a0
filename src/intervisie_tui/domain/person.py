"""The people at the table."""

from dataclasses import dataclass
from typing import Literal

PersonId = int
"""A person's seat, counted from 1."""

Presence = Literal["here", "late", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the group, the case giver included; the facilitator is not."""

    id: PersonId
    name: str = ""
    """As the group says it; empty: shown by the number of the seat."""

    presence: Presence = "here"
