"""The people at the table."""

from dataclasses import dataclass
from typing import Final, Literal

from intervisie_tui.domain.text import one_line

PersonId = int
"""A person's seat, counted from 1."""

Presence = Literal["here", "late", "gone"]

LONGEST_NAME: Final = 60
"""Characters of a name that are kept, so that it fits a badge on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the group, the case giver included; the facilitator is not."""

    id: PersonId
    name: str = ""
    """As the group says it; empty: shown by the number of the seat."""

    presence: Presence = "here"
    member: int | None = None
    """Which member of the group it is, whatever they are called later; `None`: a guest."""


def seated(seat: PersonId, name: str, member: int | None = None) -> Person:
    """Somebody on a seat."""
    return Person(id=seat, name=one_line(name)[:LONGEST_NAME].rstrip(), member=member)
