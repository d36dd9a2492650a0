"""A meeting built in code, with the methods that it uses, and sessions made of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from intervisie_tui.domain.convene import Case, Convened, convene
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Moment, Step
from intervisie_tui.domain.person import seated
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import MANY, Span
from tests.domain.samples import NAMES, NINE

OPENER: Final = Method(
    format=1,
    title="Arriving",
    language="en",
    kind="opener",
    steps=(Step(title="How are you?", minutes=Span(10, 10), speaks=("everyone",), chart="Hopes"),),
)

SHORT: Final = Method(
    format=1,
    title="In short",
    language="en",
    steps=(
        Step(title="Ground rules", phase="open", minutes=Span(2, 2), speaks=("facilitator",)),
        Step(title="Tell", minutes=Span(8, 12), speaks=("case-giver",), moments=()),
        Step(title="Ask", minutes=Span(16, 16), asks=("peers",), chart="Questions"),
        Step(title="Be still", minutes=Span(2, 2), silent=("everyone",), protected=True),
        Step(title="A round", speaks=("peers",), in_turn=True, seconds_each=30),
        Step(title="Extra", minutes=Span(4, 4), speaks=("everyone",), optional=True),
        Step(title="What I will do", minutes=Span(4, 4), speaks=("case-giver",), chart="Actions"),
    ),
    charts={"The question": Chart(kind="statement"), "Actions": Chart(kind="actions")},
)
"""38 minutes with five people, and 2 more to open it."""

OTHER: Final = Method(
    format=1,
    title="Otherwise",
    language="en",
    steps=(
        Step(title="Tell", minutes=Span(10, 10), speaks=("case-giver",), chart="Core"),
        Step(title="Talk", minutes=Span(20, 20), speaks=("everyone",)),
    ),
    charts={"Core": Chart(kind="statement")},
)

LOOKING_BACK: Final = Method(
    format=1,
    title="Since last time",
    language="en",
    kind="opener",
    steps=(
        Step(
            title="What came of it",
            minutes=Span(5, 5),
            speaks=("everyone",),
            chart="Intended",
            do="judge",
        ),
    ),
    charts={
        "Intended": Chart(
            kind="follow-up", labels=("done", "on the way", "let go", "changed"), judge="everyone"
        )
    },
)

CLOSING: Final = Method(
    format=1,
    title="Looking back",
    language="en",
    kind="closing",
    steps=(Step(title="One word", minutes=Span(10, 10), speaks=("everyone",), phase="close"),),
)

LONGER: Final = Method(
    format=1,
    title="Looking back at length",
    language="en",
    kind="closing",
    steps=(Step(title="On paper", minutes=Span(20, 20), writes=("everyone",), phase="close"),),
)

LIBRARY: Final[Mapping[str, Method]] = {
    "short": SHORT,
    "other": OTHER,
    "opener": OPENER,
    "closing": CLOSING,
    "longer": LONGER,
    "since": LOOKING_BACK,
}

BREAK: Final = MeetingBlock(title="Break", minutes=Span(15, 15), break_=True)

MEETING: Final = Method(
    format=1,
    title="A morning",
    language="en",
    kind="meeting",
    people=Span(5, 5),
    minutes=Span(240, 240),
    rules=("Phones away.",),
    blocks=(
        MeetingBlock(use="since"),
        MeetingBlock(use="opener"),
        MeetingBlock(use="short", cases=Span(2, 2)),
        BREAK,
        MeetingBlock(use="short", cases=Span(1, MANY)),
        MeetingBlock(
            title="A theme", optional=True, moments=(Moment(title="Talk", minutes=Span(10, 10)),)
        ),
        MeetingBlock(use="closing", longer="longer"),
    ),
)
"""Five people, everybody a case: 10 + 2 × 38 + 15 + 3 × 38 + 10 + 10 = 235 minutes."""


def meeting(  # noqa: PLR0913 - all that can be known beforehand
    said: Method = MEETING,
    *,
    cases: Sequence[Case] = (),
    asked: Sequence[Intention] = (),
    usual: str | None = None,
    group_id: str = "",
    number: int | None = None,
    first_meeting: bool = False,
    starts: datetime | None = None,
    minutes: float = 240,
) -> Session:
    """A meeting that hangs on its welcome sheet at nine, and is to end after so many *minutes*."""
    known = Convened(
        people=[seated(seat, name, member=seat) for seat, name in enumerate(NAMES, 1)],
        cases=cases,
        usual=usual,
        library=LIBRARY,
        follow_up="since",
        asked=asked,
        group="North" if group_id else "",
        group_id=group_id,
        number=number,
        first_meeting=first_meeting,
        starts=starts,
        due=(starts or NINE) + timedelta(minutes=minutes),
    )
    return convene("morning", said, NINE, known)


def titles(session: Session) -> list[str]:
    """The titles of the blocks, in the order of the plan."""
    order = dict.fromkeys(stop.block for stop in session.plan)
    return [session.methods[session.blocks[block].method].title for block in order]
