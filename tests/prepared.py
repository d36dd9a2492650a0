"""A session of one method, as most tests begin with."""

from collections.abc import Sequence
from datetime import datetime

from intervisie_tui.domain.convene import Case, Convened, convene
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.person import PersonId, seated
from intervisie_tui.domain.session import Session


def prepare(  # noqa: PLR0913 - all that can be known beforehand
    key: str,
    method: Method,
    now: datetime,
    *,
    names: Sequence[str],
    case_giver: PersonId | None = None,
    question: str = "",
    group: str = "",
    first_meeting: bool = False,
    online: bool = False,
    due: datetime | None = None,
) -> Session:
    """A session of one method, that hangs on its welcome sheet.

    *names* has one for every seat, empty where none is said; *case_giver* is a seat,
    counted from 1, or `None` while it is not known. *due* is when the meeting should end.
    """
    known = Convened(
        people=[seated(seat, name) for seat, name in enumerate(names, 1)],
        cases=(Case(by=case_giver, question=question),),
        group=group,
        first_meeting=first_meeting,
        online=online,
        due=due,
    )
    return convene(key, method, now, known)
