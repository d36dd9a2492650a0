"""Where the group may go from here, what it may choose, and who works with whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from intervisie_tui.domain import flow, unroll
from intervisie_tui.domain.moment import Choose, Role
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Lap


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A step or module that may be done."""

    part: str
    """Its id."""

    title: str
    chosen: bool = False
    """Whether it comes because it was chosen here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A small group at work."""

    number: int
    """From 1; the others keep theirs when everybody left one."""

    names: tuple[str, ...]
    """As the group says them; of a seat without a name, its number."""

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
    )


def choices(session: Session) -> tuple[Way, ...]:
    """What may be chosen at this stop, in the author's order; nothing where nothing may."""
    choice = session.moment_of(session.stop).choose
    if choice is None:
        return ()
    chosen = flow.chosen_at(session, session.stop)
    return tuple(replace(way, chosen=way.part in chosen) for way in _ways(session, choice.from_))


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
    return tuple(
        Team(
            number=number,
            names=_names(session, team),
            roles=tuple(
                (role, name)
                for role, having in holders.items()
                for name in _names(session, [p for p in team if p in having])
            ),
        )
        for number, team in enumerate(session.divided(groups, stop), 1)
        if team
    )


def unfilled(session: Session) -> tuple[Role, ...]:
    """The roles that are given out at this stop and that nobody has yet."""
    fill = session.moment_of(session.stop).fill
    return tuple(role for role in fill if not session.having(role, session.stop))


def _ways(session: Session, parts: Iterable[str]) -> Iterator[Way]:
    """Those of *parts* in which there is something to do for this group."""
    method = session.method_of(session.stop)
    table = unroll.table_of(session, session.stop.block)
    for part in parts:
        if part in method.parts and unroll.inside(method, part, table):
            yield Way(part=part, title=method.part(part).title)


def _names(session: Session, people: Iterable[PersonId]) -> tuple[str, ...]:
    found = (session.person(seat) for seat in people)
    return tuple(person.name or str(person.id) for person in found if person is not None)
