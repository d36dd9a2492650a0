"""A session from a method, or from a meeting that uses methods.

A meeting becomes a row of blocks: each case one of its own, with its own case giver and its
own sheets. What opens a method (ground rules, getting acquainted) is planned once in a
meeting; for later cases it stands in the plan as left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from intervisie_tui.domain import agenda, follow_up, replan, wall
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.meeting import ANY, MeetingBlock
from intervisie_tui.domain.method import Method, when_met
from intervisie_tui.domain.person import Person, PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import MANY
from intervisie_tui.domain.stop import Block
from intervisie_tui.domain.text import one_line
from intervisie_tui.domain.unroll import Table, unroll

LONGER_AT: Final = (1, 3)
"""The meetings of a group that are looked back on at more length (S3.4)."""

ORDINARY: Final = 2
"""The number of a meeting that is neither of these, where nobody counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What somebody brings to the meeting."""

    by: PersonId | None = None
    """Whose it is; `None`: not known yet."""

    question: str = ""
    method: str | None = None
    """The id of the method for it, where the meeting leaves that open; `None`: the usual one."""


@dataclass(frozen=True, kw_only=True)
class Convened:
    """All that can be known beforehand of a meeting."""

    people: Sequence[Person]
    cases: Sequence[Case] = ()
    """What is brought, in order; where nothing is said, everybody brings something."""

    order: Sequence[PersonId] = ()
    """In which order they do then; empty: in the order of the seats."""

    usual: str | None = None
    """The id of the method where the meeting says "?"; `None`: the first in the library."""

    library: Mapping[str, Method] = field(default_factory=dict)
    """The methods that the meeting may use, by id."""

    follow_up: str | None = None
    """The id of the method that comes back to what was intended, where the meeting has none."""

    asked: Sequence[Intention] = ()
    """What was intended, and is asked after where its owner is there."""

    group: str = ""
    group_id: str = ""
    number: int | None = None
    """Which meeting of the group it is, from 1; `None`: not known."""

    first_meeting: bool = False
    online: bool = False
    starts: datetime | None = None
    due: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class _Part:
    """One block to be, before it is in the plan."""

    key: str
    method: Method
    block: Block
    seconds: float | None = None
    """How long it is to take; `None`: as long as its method says."""

    case: Case | None = None
    follows: bool = False
    """Whether the group comes back here to what was intended."""


def used(meeting: Method) -> tuple[str, ...]:
    """The ids of the methods that a meeting names; none for a method that is no meeting."""
    named = (name for block in meeting.blocks for name in (block.use, block.longer))
    return tuple(dict.fromkeys(name for name in named if name and name != ANY))


def convene(key: str, method: Method, now: datetime, known: Convened) -> Session:
    """A session of *method*, that hangs on its welcome sheet; *key* is the method's id.

    Raises KeyError if a method that the meeting uses is not in the library.
    """
    parts = list(_parts(key, method, known))
    asked = follow_up.is_anybody_there(known.people, known.asked)
    if asked and known.follow_up is not None and not any(part.follows for part in parts):
        later = known.library[known.follow_up]
        block = Block(method=known.follow_up)
        parts.insert(0, _Part(key=known.follow_up, method=later, block=block, follows=True))
    if method.kind == "meeting":
        parts = [part for part in parts if asked or not part.follows]
    first, *rest = [part for part in parts if _is_done(part.method, known)]
    session = _begun_with(first, now, known, method)
    for part in rest:
        session = _with(session, part)
    session = agenda.opened_once(session)
    for number, part in enumerate((first, *rest)):
        session = _as_long_as(_asking(session, part, number), part, number)
    return follow_up.hung(session, known.asked)


def add(
    session: Session, key: str, method: Method, *, case: Case | None = None, break_: bool = False
) -> Session:
    """The session with one more block at the end of its plan; not yet where it should be."""
    roles = {} if case is None or case.by is None else {"case-giver": (case.by,)}
    block = Block(method=key, roles=roles, break_=break_)
    part = _Part(key=key, method=method, block=block, case=case)
    longer = agenda.opened_once(_with(session, part))
    return _asking(longer, part, len(session.blocks))


def _parts(key: str, method: Method, known: Convened) -> Iterator[_Part]:
    if method.kind != "meeting":
        first = next(iter(known.cases), Case())
        brought = first if method.kind == "case" else None
        yield _part(key, method, brought)
        return
    order = known.order or [person.id for person in known.people]
    cases = list(known.cases) or [Case(by=seat) for seat in order]
    meets = when_met(first_meeting=known.first_meeting, online=known.online)
    everybody = len(cases)
    for number, block in enumerate(method.blocks, 1):
        if block.when not in meets:
            continue
        if block.use is None:
            written = method.of(block)
            yield _part(f"{key}.{number}", written, None, block)
            continue
        name = _method_for(block, cases[0] if cases else Case(), known)
        if known.library[name].kind != "case":
            yield _part(name, known.library[name], None, block)
            continue
        is_first = len(cases) == everybody
        planned = _number_of_cases(block, len(cases), said=bool(known.cases), is_first=is_first)
        for _time in range(planned):
            case = cases[0] if cases else Case()
            name = _method_for(block, case, known)
            if known.library[name].rotates:
                # Everybody brings something here, in the same block.
                yield _part(name, known.library[name], Case(), block)
                cases.clear()
                break
            yield _part(name, known.library[name], case, block)
            del cases[:1]


def _number_of_cases(block: MeetingBlock, brought: int, *, said: bool, is_first: bool) -> int:
    """How many are planned there, of so many that have no place yet.

    *said*: somebody said what is brought, and that is how many there are; else a range is
    planned at its low end. After what *is_first*, the rest may be none at all.
    """
    low, high = int(block.cases.low), int(block.cases.high)
    if said:
        return min(brought, high)
    if high == MANY:
        return max(brought, low) if is_first else brought
    return low


def _method_for(block: MeetingBlock, case: Case, known: Convened) -> str:
    number = known.number or (1 if known.first_meeting else ORDINARY)
    if block.longer is not None and number in LONGER_AT:
        return block.longer
    if block.use not in (None, ANY):
        return block.use or ""
    return case.method or known.usual or next(iter(known.library))


def _is_done(method: Method, known: Convened) -> bool:
    """Whether there is anything in it for such a meeting."""
    return bool(method.done(first_meeting=known.first_meeting, online=known.online))


def _part(key: str, method: Method, case: Case | None, said: MeetingBlock | None = None) -> _Part:
    roles = {} if case is None or case.by is None else {"case-giver": (case.by,)}
    minutes = said.minutes if said is not None and said.use is not None else None
    return _Part(
        key=key,
        method=method,
        block=Block(
            method=key,
            roles=roles,
            break_=said is not None and said.break_,
            optional=said is not None and bool(said.optional),
        ),
        seconds=None if minutes is None else minutes.middle * 60,
        case=case,
        follows=method.follow_up_chart is not None,
    )


def _begun_with(first: _Part, now: datetime, known: Convened, method: Method) -> Session:
    plan = unroll(first.method, _table(first, known))
    return Session(
        made=now,
        methods={first.key: first.method},
        blocks=(first.block,),
        people=tuple(known.people),
        plan=plan,
        at=plan[0].id,
        meeting=method.title if method.kind == "meeting" else "",
        group=one_line(known.group),
        group_id=known.group_id,
        first_meeting=known.first_meeting,
        online=known.online,
        starts=known.starts,
        due=known.due,
    )


def _with(session: Session, part: _Part) -> Session:
    """The session with one more block at the end."""
    number = len(session.blocks)
    table = Table(
        people=session.at_table,
        case_giver=next(iter(part.block.roles.get("case-giver", ())), None),
        first_meeting=session.first_meeting,
        online=session.online,
    )
    first_id = 1 + max(stop.id for stop in session.plan)
    stops = unroll(part.method, table, block=number, first_id=first_id)
    return replace(
        session,
        methods={**session.methods, part.key: part.method},
        blocks=(*session.blocks, part.block),
        plan=(*session.plan, *stops),
    )


def _table(part: _Part, known: Convened) -> Table:
    return Table(
        people=[person.id for person in known.people if person.presence != "gone"],
        case_giver=next(iter(part.block.roles.get("case-giver", ())), None),
        first_meeting=known.first_meeting,
        online=known.online,
    )


def _asking(session: Session, part: _Part, block: int) -> Session:
    """The session in which the question of a case hangs already, where it is known."""
    if part.case is None or not one_line(part.case.question):
        return session
    here = next(stop for stop in session.plan if stop.block == block)
    chart, by = part.method.question_chart, part.case.by
    return wall.write_on(session, chart, part.case.question, by=by, stop=here)


def _as_long_as(session: Session, part: _Part, block: int) -> Session:
    """The session in which a block takes as long as the meeting says, in proportion.

    Shorter than its moments may be it does not get.
    """
    if part.seconds is None:
        return session
    stops = [s for s in session.plan if s.block == block and not s.skipped and s.length]
    lengths = {stop.id: stop.length or 0.0 for stop in stops}
    floors = {stop.id: replan.least(session, stop) for stop in stops}
    total = sum(lengths.values())
    if 0 < total < part.seconds:
        longer = {id_: float(round(n * part.seconds / total)) for id_, n in lengths.items()}
        return replan.with_lengths(session, longer)
    return replan.with_lengths(session, replan.fitted(lengths, floors, part.seconds))
