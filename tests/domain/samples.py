"""Methods built in code, and the sessions that the tests start from."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypedDict, Unpack

from intervisie_tui.domain import course, wall
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry
from intervisie_tui.domain.span import Span
from tests.prepared import prepare

NINE = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

NAMES = ("An", "Bo", "Cem", "Dee", "Karin")
KARIN = 5

SMALL = Method(
    format=1,
    title="Small",
    language="en",
    rules=("Let each other finish.",),
    steps=(
        Step(title="Tell", minutes=Span(4, 4), speaks=("case-giver",)),
        Step(
            title="Ask",
            minutes=Span(4, 6),
            asks=("peers",),
            answers=("case-giver",),
            in_turn=True,
            chart="Questions",
        ),
        Step(title="Talk", speaks=("everyone",)),
        Step(title="Look back", seconds=90, silent=("everyone",), optional=True),
    ),
)
"""Four steps of one moment each; "Talk" is open-ended, and no chart is declared."""

FIVE = Method(
    format=1,
    title="Five steps",
    language="en",
    people=Span(4, 8),
    minutes=Span(45, 60),
    rules=("What is said here stays here.", "Let each other finish."),
    steps=(
        Step(
            title="Preparation",
            phase="prepare",
            moments=(
                Moment(title="The case", say="Tell me."),
                Moment(title="Does it fit?", tips=("Call a few days ahead.",)),
            ),
        ),
        Step(
            title="Getting acquainted",
            phase="open",
            when="first-meeting",
            speaks=("everyone",),
            in_turn=True,
            seconds_each=60,
        ),
        Step(
            title="Ground rules",
            phase="open",
            moments=(
                Moment(title="What we agree on", minutes=Span(2, 2), speaks=("facilitator",)),
                Moment(title="Are we agreed?", seconds=45, speaks=("everyone",), in_turn=True),
            ),
        ),
        Step(
            title="The problem",
            moments=(
                Moment(title="Telling", minutes=Span(4, 4), speaks=("case-giver",)),
                Moment(
                    title="Clarifying",
                    minutes=Span(4, 4),
                    asks=("peers",),
                    answers=("case-giver",),
                ),
                Moment(
                    title="The question in a sentence",
                    minutes=Span(2, 2),
                    speaks=("case-giver",),
                    chart="The question",
                ),
            ),
        ),
        Step(
            title="Exploring",
            id="explore",
            silent=("case-giver",),
            chart="Questions",
            moments=(
                Moment(title="Writing", id="write", minutes=Span(3, 3), writes=("peers",)),
                Moment(
                    title="Reading out",
                    id="read",
                    speaks=("peers",),
                    in_turn=True,
                    seconds_each=30,
                    lines_each=2,
                    say="Two questions each.",
                    remember=("No answers yet.",),
                    tips=("Watch the group.",),
                ),
                Moment(
                    title="Sinking in",
                    minutes=Span(2, 2),
                    silent=("everyone",),
                    protected=True,
                    do="show",
                ),
                Moment(
                    title="Ranking",
                    id="rank",
                    minutes=Span(3, 3),
                    speaks=("case-giver",),
                    silent=("peers",),
                    do="judge",
                ),
                Moment(
                    title="Answering",
                    id="answer",
                    minutes=Span(8, 10),
                    answers=("case-giver",),
                    silent=("peers",),
                    do="answer",
                    only=("helpful", "neutral"),
                ),
            ),
        ),
        Step(
            title="The core",
            moments=(
                Moment(
                    title="Reading out the core",
                    minutes=Span(2, 3),
                    speaks=("peers",),
                    in_turn=True,
                    lines_each=1,
                    chart="Core",
                ),
                Moment(title="To myself", chart="For me", writes=("case-giver",)),
                Moment(
                    title="The new question",
                    minutes=Span(2, 2),
                    speaks=("case-giver",),
                    chart="The question",
                    beside="Core",
                ),
            ),
        ),
        Step(
            title="Advice",
            moments=(
                Moment(
                    title="Giving",
                    minutes=Span(4, 5),
                    speaks=("peers",),
                    back_turned=("case-giver",),
                    in_turn=True,
                    chart="Advice",
                ),
                Moment(title="What appeals?", speaks=("case-giver",), chart="Advice", do="pick"),
                Moment(title="How sure?", chart="Sure", do="judge", speaks=("case-giver",)),
                Moment(title="What next?", chart="Actions", speaks=("case-giver",)),
            ),
        ),
        Step(
            title="Looking back",
            phase="close",
            moments=(
                Moment(title="In silence", minutes=Span(2, 2), silent=("everyone",)),
                Moment(title="Who wants to", minutes=Span(2, 2), optional=True),
            ),
        ),
    ),
    charts={
        "The question": Chart(kind="statement", card="Version"),
        "Questions": Chart(labels=("helpful", "neutral", "not helpful"), card="Question"),
        "Advice": Chart(columns=("do", "think over"), keep="hand-over"),
        "Sure": Chart(kind="scale", labels=("1", "2", "3", "4")),
        "Actions": Chart(kind="actions"),
        "For me": Chart(keep="nothing"),
    },
)
"""All that *Vijf stappen* asks for, and each kind of chart; "Core" is not declared."""


def after(seconds: float) -> datetime:
    """So many seconds after nine o'clock."""
    return NINE + timedelta(seconds=seconds)


class Known(TypedDict, total=False):
    """What can be known beforehand, as `prepare` takes it."""

    names: Sequence[str]
    case_giver: int | None
    question: str
    group: str
    first_meeting: bool
    online: bool
    due: datetime | None


def prepared(method: Method = FIVE, **known: Unpack[Known]) -> Session:
    """A session that hangs on its welcome sheet at nine; Karin's case unless said otherwise."""
    known = {"names": NAMES, "case_giver": KARIN, **known}
    return prepare("sample", method, NINE, **known)


def under_way(method: Method = FIVE, moment: str | None = None, **known: Unpack[Known]) -> Session:
    """A session that began at nine, in its first moment or in *moment* (an address)."""
    session = course.begin(prepared(method, **known), NINE)
    return session if moment is None else course.go_to(session, stop_at(session, moment), NINE)


def stop_at(session: Session, moment: str) -> int:
    """The id of the first stop that visits *moment*."""
    return next(stop.id for stop in session.plan if stop.moment == moment)


def where(session: Session) -> str:
    """The address of the moment the group is in, or the sheet that hangs instead."""
    return session.stop.moment if session.stage == "under-way" else session.stage


def texts(session: Session, chart: str) -> list[str]:
    """The words on a chart, in the order of the hanging."""
    return [entry.text for sheet, entry in session.entries() if sheet.chart == chart]


def written(moment: str, *lines: str) -> Session:
    """A session in *moment* of five steps, with lines 1, 2, ... on the chart there."""
    session = under_way(FIVE, moment)
    for line in lines:
        session = wall.write(session, line)
    return session


def line(session: Session, number: int = 1) -> Entry:
    """The line with that id."""
    found = session.entry(number)
    assert found is not None
    return found[1]
