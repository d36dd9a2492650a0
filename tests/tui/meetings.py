"""A meeting of five cases that is led, at any moment of it."""

from datetime import datetime, timedelta
from typing import Final

from intervisie_tui.domain import course, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from tests.domain.meetings import meeting
from tests.domain.samples import NINE

REGIE: Final = Desk(face="regie")

ARRIVING, FIRST, SECOND, PAUSE, THIRD, FOURTH, FIFTH, THEME, LAST = range(9)
"""The blocks of the meeting: five cases, of An, Bo, Cem, Dee and Karin, and what is around them."""

QUESTIONS: Final = {FIRST: "How do I say no?", SECOND: "Do I stay?"}
ASKED: Final = {FIRST: "Who hears your no?", SECOND: "Who would miss you?"}


def at(session: Session, block: int, moment: str = "", now: datetime = NINE) -> Session:
    """The group in a moment of *block*, or in the first one that is done there."""
    stops = [stop for stop in session.plan if stop.block == block and not stop.skipped]
    stop = next(stop for stop in stops if moment in ("", stop.moment))
    return course.go_to(session, stop.id, now)


def under_way(block: int = ARRIVING, moment: str = "", *, minutes: float = 240) -> Session:
    """A meeting that began at nine, and is to end after so many *minutes*."""
    session = course.begin(meeting(minutes=minutes), NINE)
    return session if block == ARRIVING and not moment else at(session, block, moment)


def late() -> Session:
    """The first case has just begun, and the meeting ends 25 minutes later than agreed."""
    return under_way(FIRST, "2", minutes=200)


def written(blocks: tuple[int, ...] = (FIRST, SECOND), group_id: str = "") -> Session:
    """A meeting in its last of these cases, with a question and a line on a chart in each."""
    session = course.begin(meeting(group_id=group_id), NINE)
    for block in blocks:
        session = at(session, block, "3")
        session = wall.write_on(session, "The question", QUESTIONS[block])
        session = wall.write(session, ASKED[block])
        session = course.pause(course.start(session, NINE), NINE + timedelta(minutes=5))
    return session
