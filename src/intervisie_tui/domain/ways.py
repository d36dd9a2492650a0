"""Where the group may go from here, what it may choose, and who works with whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from intervisie_tui.domain import flow, unroll
from intervisie_tui.domain.moment import Choose, Moment, Role
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Lap, Stop
from intervisie_tui.domain.teams import by_themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A step or module that may be done."""

    part: str
    """Its id."""

    title: str
    chosen: bool = False
    """Whether it comes because it was chosen here."""

    planned: bool = False
    """Whether it comes because nobody chose something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A small group at work."""

    number: int
    """From 1; the others keep theirs when everybody left one."""

    names: tuple[str, ...]
    """As the group says them; of a seat without a name, its number. Who takes turns is first."""

    turns: int = 0
    """How many of them take turns, each group by itself, in this order; 0: there is no order."""

    roles: tuple[tuple[Role, str], ...] = ()
    """The roles that somebody in it has, with the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What a stop says of the way through the session, and with whom."""

    lap: Lap | None
    """Which pass it is of a step that is done more than once; `None`: it is done once."""

    another: bool
    """Whether one more pass, or one more round, may be added."""

    small_groups: tuple[Team, ...]
    """Who works with whom; empty in the whole group."""

    choose: Choose | None
    """Who chooses here, and how many; `None`: nothing is chosen."""

    choices: tuple[Way, ...]
    """What may be chosen here."""

    detours: tuple[Way, ...]
    """What may be done first, and comes back here."""

    given: Mapping[Role, tuple[str, ...]]
    """The roles that are given out here, and who has them; nobody yet where that is empty."""

    whose_case: bool
    """Whether it is time to say whose case it is, and nobody has said so."""


def ways(session: Session) -> Ways:
    """What the stop that the group is at says of the way."""
    lap = session.stop.lap
    return Ways(
        lap=lap,
        another=flow.further(session) is not None,
        small_groups=small_groups(session),
        choose=session.moment_of(session.stop).choose,
        choices=choices(session),
        detours=detours(session),
        given={
            role: _names(session, session.having(role, session.stop))
            for role in session.moment_of(session.stop).fill
        },
        whose_case=whose_case(session),
    )


def choices(session: Session) -> tuple[Way, ...]:
    """What may be chosen at this stop, in the author's order; nothing where nothing may."""
    choice = session.moment_of(session.stop).choose
    if choice is None:
        return ()
    chosen = flow.chosen_at(session, session.stop)
    planned = {*flow.planned_at(session, session.stop)}.difference(chosen)
    return tuple(
        replace(way, chosen=way.part in chosen, planned=way.part in planned)
        for way in _ways(session, choice.from_)
    )


def detours(session: Session) -> tuple[Way, ...]:
    """What may be done first, and comes back here: what the moment offers, then what is always."""
    method = session.method_of(session.stop)
    always = (module.id or "" for module in method.modules if module.any_time)
    parts = dict.fromkeys((*session.moment_of(session.stop).detours, *always))
    here = method.place_of(session.step_of(session.stop))
    return tuple(way for way in _ways(session, parts) if way.part != here)


def small_groups(session: Session) -> tuple[Team, ...]:
    """Who works with whom at this stop; empty in the whole group."""
    stop = session.stop
    groups = session.moment_of(stop).groups
    if groups is None:
        return ()
    passing = session.method_of(stop).part(stop.lap.step).as_ if stop.lap else None
    roles = dict.fromkeys(filter(None, (passing, *groups.roles)))
    holders = {role: session.having(role, stop) for role in roles}
    divided = (
        (number, team, _order(session, stop, team))
        for number, team in enumerate(session.divided(groups, stop), 1)
    )
    return tuple(
        Team(
            number=number,
            names=_names(session, dict.fromkeys((*turns, *team))),
            turns=len(turns),
            roles=tuple(
                (role, name)
                for role, having in holders.items()
                for name in _names(session, [p for p in team if p in having])
            ),
        )
        for number, team, turns in divided
        if team
    )


def whose_case(session: Session) -> bool:
    """Whether it is time to say whose case it is, and nobody has said so.

    It is from the first moment on in which whoever brings the case does something, or sits
    apart. Where the case goes round it is never asked: each pass says whose it is.
    """
    here, method = session.stop, session.method_of(session.stop)
    known = session.case_giver(here) is not None
    if known or method.kind != "case" or session.stage == "closing":
        return False
    come_by = session.plan[: session.index(here.id) + 1]
    open_ = (s for s in come_by if s.block == here.block and session.case_giver(s) is None)
    return any(_needs_case_giver(session.moment_of(stop)) for stop in open_)


def unfilled(session: Session) -> tuple[Role, ...]:
    """The roles that are given out at this stop and that nobody has yet."""
    fill = session.moment_of(session.stop).fill
    return tuple(role for role in fill if not session.having(role, session.stop))


def _needs_case_giver(moment: Moment) -> bool:
    chooses = moment.choose is not None and moment.choose.by == "case-giver"
    return chooses or "case-giver" in {*moment.rights(), *moment.places(), moment.last}


def _ways(session: Session, parts: Iterable[str]) -> Iterator[Way]:
    """Those of *parts* in which there is something to do for this group."""
    method = session.method_of(session.stop)
    table = unroll.table_of(session, session.stop.block)
    for part in parts:
        if part in method.parts and unroll.inside(method, part, table):
            yield Way(part=part, title=method.part(part).title)


def _order(session: Session, stop: Stop, team: Iterable[PersonId]) -> list[PersonId]:
    """Who of a small group that goes round by itself take turns; nobody where there is no order."""
    moment = session.moment_of(stop)
    if not by_themselves(session.method_of(stop), moment):
        return []
    takers = session.holders(moment.takers, stop)
    ends = session.having("case-giver", stop) if moment.last else ()
    order = sorted((seat for seat in team if seat in takers), key=lambda seat: seat in ends)
    return order if len(order) > 1 else []


def _names(session: Session, people: Iterable[PersonId]) -> tuple[str, ...]:
    found = (session.person(seat) for seat in people)
    return tuple(person.name or str(person.id) for person in found if person is not None)
