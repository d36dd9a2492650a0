"""Methods into a row of stops, and the first session made of one."""

from collections.abc import Sequence
from datetime import datetime

from intervisie_tui.domain import room, wall
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Block, Stop
from intervisie_tui.domain.text import one_line


def unroll(  # noqa: PLR0913 - all that a plan depends on
    method: Method,
    *,
    block: int,
    people: int,
    first_meeting: bool,
    online: bool = False,
    first_id: int = 1,
) -> tuple[Stop, ...]:
    """A stop for every moment that the group will do, in order.

    *people* is how many sit at the table, the case giver counted.
    """
    visits = method.done(first_meeting=first_meeting, online=online)
    return tuple(
        Stop(id=number, block=block, moment=address, planned=moment.length(people))
        for number, (address, moment) in enumerate(visits.items(), first_id)
    )


def prepare(  # noqa: PLR0913 - all that can be known beforehand
    key: str,
    method: Method,
    now: datetime,
    *,
    names: Sequence[str],
    case_giver: int | None = None,
    question: str = "",
    group: str = "",
    first_meeting: bool = False,
    online: bool = False,
    due: datetime | None = None,
) -> Session:
    """A session that hangs on its welcome sheet.

    *names* has one for every seat, empty where none is said; *case_giver* is a seat,
    counted from 1, or `None` while it is not known. *due* is when the meeting should end.
    """
    people = tuple(room.seated(seat, name) for seat, name in enumerate(names, 1))
    roles = {} if case_giver is None else {"case-giver": (case_giver,)}
    plan = unroll(method, block=0, people=len(people), first_meeting=first_meeting, online=online)
    session = Session(
        made=now,
        methods={key: method},
        blocks=(Block(method=key, roles=roles),),
        people=people,
        plan=plan,
        at=plan[0].id,
        group=one_line(group),
        first_meeting=first_meeting,
        online=online,
        due=due,
    )
    if one_line(question):
        return wall.write_on(session, method.question_chart, question, by=case_giver)
    return session
