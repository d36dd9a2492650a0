"""What somebody intends to do, from one meeting to the next (S4.5, S0.8)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["new", "on-the-way", "changed"]
"""`new`: nobody asked after it yet. What is done or let go is not asked after again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intention:
    """Something that its owner wants to be asked about the next time."""

    text: str
    """In the owner's words."""

    when: str = ""
    """By when, in the owner's words."""

    member: int | None = None
    """Which member of the group intends it; `None`: a guest, or nobody said."""

    name: str = ""
    """What the owner was called then."""

    since: date | None = None
    """The day of the meeting in which it was said."""

    state: State = "new"
