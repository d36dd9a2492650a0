"""What a screen shows of a session at a moment in time, as one pure function.

Everything a face needs is worked out here, in values without words of its own: the
screens say them in the user's language. Durations are seconds.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from intervisie_tui.domain import room
from intervisie_tui.domain.agenda import Item, agenda, back_at
from intervisie_tui.domain.method import Method, Questions
from intervisie_tui.domain.moment import EVERYONE, RIGHTS, Moment, Place, Right, Role
from intervisie_tui.domain.note import Note
from intervisie_tui.domain.paper import Paper, paper
from intervisie_tui.domain.person import PersonId, Presence
from intervisie_tui.domain.plan import Row, plan_rows, step_numbers
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.ways import Ways, ways

NEARLY = 60.0
"""From so many seconds on time is nearly up; in a short moment from its last quarter on."""

Time = Literal["open", "well", "nearly-up", "over"]
"""`open`: the moment ends when the group says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The one clock, as it stands."""

    length: float | None
    spent: float
    left: float | None
    running: bool
    time: Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """What a role may do now."""

    role: Role
    right: Right | None
    """`None`: it listens."""

    place: Place | None
    """`None`: in the group."""

    names: tuple[str, ...] = ()
    """Who has it, of a role of the method's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody at the table, and where they are in the round."""

    id: PersonId
    name: str
    presence: Presence
    case_giver: bool
    turn: Literal["none", "waiting", "now", "had", "passed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything that a face of the session shows."""

    stage: Literal["welcome", "under-way", "closing"]
    method: str
    stop: int
    step: int
    steps: int
    step_title: str
    moment_title: str
    question: str
    """The case giver's, to keep in sight; empty while its own sheet hangs."""

    question_card: tuple[str, int] | None
    """The word and the number of its card, where the question itself is on paper."""

    say: str
    ask: tuple[str, ...]
    remember: tuple[str, ...]
    rules: tuple[str, ...]
    tips: tuple[str, ...]
    examples: tuple[str, ...]
    """Open questions that the group could ask in this moment."""

    questions: tuple[Questions, ...]
    """The kinds of open questions that suit the method."""

    floor: tuple[Floor, ...]
    unless: str
    """When who is silent may speak after all."""

    ways: Ways
    """What may be chosen, and whom this pass is for."""

    paper: Paper | None
    beside: Paper | None
    clock: Clock
    seats: tuple[Seat, ...]
    turn: Seat | None
    """Whose turn it is; `None`: nobody's, or no turns are taken here."""

    in_turn: bool
    turn_left: float | None
    """Seconds left of this turn; `None`: turns have no clock here."""

    lines_each: int | None
    plan: tuple[Row, ...]
    ahead: tuple[Row, ...]
    """What comes after this moment."""

    expected_end: datetime
    due: datetime | None
    behind: float | None
    """Seconds later than agreed, below zero when ahead; `None`: no end was agreed."""

    notes: tuple[Note, ...]

    meeting: str
    """The title of the meeting; empty where one method is all there is."""

    agenda: tuple[Item, ...]
    """The blocks of the meeting; one where one method is all there is."""

    cases: int
    """How many cases the meeting has, those that are left out not counted."""

    unsuited: tuple[Method, ...]
    """The methods that are made for fewer people, or for more."""

    back_at: datetime | None
    """When the group is to be back from its break, as it looks now; `None`: it has none."""


def view(session: Session, now: datetime) -> View:
    """What *session* shows at *now*."""
    stop = session.stop
    method, moment, step = (
        session.method_of(stop),
        session.moment_of(stop),
        session.step_of(stop),
    )
    numbers = step_numbers(session, stop.block)
    rows = plan_rows(session, now)
    here = session.index(stop.id)
    seats = _seats(session)
    expected = session.expected_end(now)
    items = agenda(session, now)
    asks = method.kind == "case" and moment.chart != method.question_chart
    question = session.question(stop) if asks else None
    card = method.chart(method.question_chart).card
    return View(
        stage=session.stage,
        method=method.title,
        stop=stop.id,
        step=numbers[stop.moment],
        steps=max(numbers.values()),
        step_title=step.title,
        moment_title="" if moment is step else moment.title,
        question="" if question is None else question.text,
        question_card=None if question is None or question.card is None else (card, question.card),
        say=moment.say,
        ask=moment.ask,
        remember=moment.remember,
        rules=method.rules,
        tips=moment.tips,
        examples=moment.examples,
        questions=method.questions,
        floor=_floor(session, moment, method),
        unless=moment.unless,
        ways=ways(session),
        paper=paper(session, moment.chart, moment),
        beside=paper(session, moment.beside, moment, do="show"),
        clock=_clock(session, now),
        seats=seats,
        turn=next((seat for seat in seats if seat.turn == "now"), None),
        in_turn=bool(moment.in_turn),
        turn_left=_turn_left(session, moment, now),
        lines_each=moment.lines_each,
        plan=rows,
        ahead=tuple(row for row in rows[here + 1 :] if row.state != "skipped"),
        expected_end=expected,
        due=session.due,
        behind=None if session.due is None else (expected - session.due).total_seconds(),
        notes=session.notes,
        meeting=session.meeting,
        agenda=items,
        cases=max((item.number for item in items), default=0),
        unsuited=_unsuited(session),
        back_at=back_at(session, now),
    )


def _unsuited(session: Session) -> tuple[Method, ...]:
    people = len(session.at_table)
    used = dict.fromkeys(block.method for block in session.blocks)
    suits = ((key, session.methods[key].people) for key in used)
    return tuple(session.methods[k] for k, span in suits if not span.low <= people <= span.high)


def _floor(session: Session, moment: Moment, method: Method) -> tuple[Floor, ...]:
    rights, places = moment.rights(), moment.places()
    named: list[Role] = list(rights)
    if "everyone" not in rights:
        # Only where there is a case the group is in two.
        parts: tuple[Role, ...] = EVERYONE if method.kind == "case" else ("everyone",)
        named += [role for role in parts if role not in rights]
    named += [role for role in places if role not in named]

    def names(role: Role) -> tuple[str, ...]:
        having = session.having(role, session.stop) if role in method.roles else ()
        people = (session.person(seat) for seat in having)
        return tuple(person.name or str(person.id) for person in people if person is not None)

    def order(role: Role) -> int:
        return min((RIGHTS.index(right) for right in rights.get(role, ())), default=len(RIGHTS))

    return tuple(
        Floor(role=role, right=right, place=places.get(role), names=names(role))
        for role in sorted(named, key=order)
        for right in rights.get(role, (None,))
        # Who writes in silence writes; an exception to the silence is said with it.
        if right != "silent" or moment.unless or "writes" not in rights[role]
    )


def _clock(session: Session, now: datetime) -> Clock:
    length, left = session.stop.length, session.left(now)
    time: Time
    if length is None or left is None:
        time = "open"
    elif left <= 0:
        time = "over"
    else:
        time = "nearly-up" if left <= min(NEARLY, length / 4) else "well"
    return Clock(
        length=length,
        spent=session.spent(now),
        left=left,
        running=session.since is not None,
        time=time,
    )


def _turn_left(session: Session, moment: Moment, now: datetime) -> float | None:
    turns = session.stop.turns
    if moment.seconds_each is None or turns is None or turns.now is None:
        return None
    return moment.seconds_each - (session.spent(now) - turns.since)


def _seats(session: Session) -> tuple[Seat, ...]:
    stop = session.stop
    turns, givers = stop.turns, session.having("case-giver", stop)
    takers = room.speakers(session, stop)

    def turn(seat: PersonId) -> Literal["none", "waiting", "now", "had", "passed"]:
        if turns is not None and seat == turns.now:
            return "now"
        if turns is not None and seat in turns.had:
            return "passed" if seat in turns.passed else "had"
        return "waiting" if seat in takers else "none"

    return tuple(
        Seat(
            id=person.id,
            name=person.name,
            presence=person.presence,
            case_giver=person.id in givers,
            turn=turn(person.id),
        )
        for person in session.people
    )
