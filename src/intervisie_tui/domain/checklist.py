"""The check-list before a meeting: what was gone through, and what was noted with it.

It is the facilitator's own and lives as long as a session is being prepared. What is
asked to stay becomes private notes of the session; the rest is written nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from intervisie_tui.domain import room
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment, When
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What was done with the points of one method, or of several that were considered.

    A point is known by what it says: one that two methods share is gone through once.
    """

    ticked: frozenset[Moment] = frozenset()
    answers: Mapping[Moment, str] = field(default_factory=dict)
    """What was noted with a point, on one line; a point without a note is not in it."""

    kept: bool = False
    """Whether the answers stay, as private notes of the session."""


def points(method: Method, *, first_meeting: bool, online: bool) -> tuple[Moment, ...]:
    """What is gone through before such a meeting."""
    absent: set[When | None] = {
        "later-meeting" if first_meeting else "first-meeting",
        "in-the-room" if online else "online",
    }
    return tuple(point for point in method.preparation() if point.when not in absent)


def tick(checklist: Checklist, point: Moment) -> Checklist:
    """The point was gone through; once more takes that back."""
    return replace(checklist, ticked=checklist.ticked ^ {point})


def answer(checklist: Checklist, point: Moment, text: str) -> Checklist:
    """Note something with a point, instead of what was noted; empty: nothing."""
    others = {other: said for other, said in checklist.answers.items() if other != point}
    words = one_line(text)
    return replace(checklist, answers={**others, point: words} if words else others)


def noted(session: Session, checklist: Checklist) -> Session:
    """The session with the answers as private notes, if they are to stay."""
    if checklist.kept:
        for point, words in checklist.answers.items():
            session = room.note(session, f"{point.title}: {words}")
    return session
