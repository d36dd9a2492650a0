"""How long the moments of a method take in a group, beside what was planned for them.

Planned is what the method says, before anybody gave a minute more; a moment counts where it
was done with a clock. Lengths are in seconds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import mean
from typing import Final, Literal

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Stop

ENOUGH: Final = 3
"""Meetings from which it can be told what a method file could say."""

MUCH: Final = 0.2
"""What part of a time makes another time of it; a minute does so at least."""

MINUTE: Final = 60
LONG: Final = 5
"""Minutes from which halves do not count."""

Key = Literal["minutes", "seconds", "seconds-each"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a method file could say."""

    key: Key
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A moment by its words: its number changes when its author puts something before it."""

    method: str
    """By its id."""

    language: str
    step: str
    moment: str
    """The same as the step, where the step is one moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """How long a moment took, on average."""

    place: Place
    planned: float
    spent: float
    meetings: int
    """In how many it was done."""

    proposal: Proposal | None = None
    """`None`: it takes what its file says, or there is too little to tell by."""


@dataclass(slots=True)
class _Visits:
    """What is known of a moment so far."""

    planned: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    """How many turns were planned; 1 where it is not planned by turns."""

    meetings: set[int] = field(default_factory=set)


def took(sessions: Iterable[Session], written: Mapping[Place, Moment]) -> tuple[Took, ...]:
    """How long each moment took, in the order in which they come up.

    *written* has the moments as their files say them now; for what is not there nothing is
    proposed.
    """
    found: dict[Place, _Visits] = {}
    for number, session in enumerate(sessions):
        for stop in session.plan:
            planned = stop.planned
            if planned and stop.done and stop.spent and not stop.skipped:
                visits = found.setdefault(_place(session, stop), _Visits())
                visits.planned.append(planned)
                visits.spent.append(stop.spent)
                visits.turns.append(planned / _each(session.moment_of(stop), planned))
                visits.meetings.add(number)
    return tuple(
        Took(
            place=place,
            planned=mean(visits.planned),
            spent=mean(visits.spent),
            meetings=len(visits.meetings),
            proposal=_proposal(visits, written.get(place)),
        )
        for place, visits in found.items()
    )


def in_minutes(seconds: float) -> float:
    """So many minutes; few of them in halves."""
    minutes = seconds / MINUTE
    return float(round(minutes)) if minutes >= LONG else max(1, round(minutes * 2)) / 2


def moments(key: str, method: Method) -> Iterator[tuple[Place, Moment]]:
    """Every moment of a method, whose id is *key*, with its words."""
    for _address, step, moment in method.every:
        words = Place(method=key, language=method.language, step=step.title, moment=moment.title)
        yield words, moment


def _place(session: Session, stop: Stop) -> Place:
    return Place(
        method=session.blocks[stop.block].method,
        language=session.method_of(stop).language,
        step=session.step_of(stop).title,
        moment=session.moment_of(stop).title,
    )


def _key(moment: Moment) -> tuple[Key, float] | None:
    """What says how long a moment is, and how many seconds that is; `None`: nothing does."""
    if moment.minutes is not None:
        return "minutes", moment.minutes.middle * MINUTE
    if moment.seconds is not None:
        return "seconds", moment.seconds
    if moment.seconds_each is not None:
        return "seconds-each", moment.seconds_each
    return None


def _each(moment: Moment, planned: float) -> float:
    """How long a turn was planned; all of it, where it was not planned by turns."""
    key, seconds = _key(moment) or ("", 0)
    return seconds if key == "seconds-each" and seconds else planned


def _proposal(visits: _Visits, moment: Moment | None) -> Proposal | None:
    """What the file could say: where it takes another time than is planned, and than it says."""
    said = None if moment is None else _key(moment)
    if moment is None or said is None or len(visits.meetings) < ENOUGH:
        return None
    key, seconds = said
    turns = mean(visits.turns) if key == "seconds-each" else 1
    spent, planned, now = mean(visits.spent), mean(visits.planned), seconds * turns
    longer = spent > planned
    if not (_is_other(spent, planned) and _is_other(spent, now) and longer == (spent > now)):
        return None
    if moment.protected and not longer:
        return None
    value = _rounded(key, spent / turns)
    return None if value * (MINUTE if key == "minutes" else 1) == seconds else Proposal(key, value)


def _is_other(spent: float, planned: float) -> bool:
    return abs(spent - planned) >= max(MINUTE, planned * MUCH)


def _rounded(key: Key, seconds: float) -> float:
    """As an author would write it."""
    if key == "minutes":
        return in_minutes(seconds)
    unit = 5 if key == "seconds-each" else 15
    return max(1, round(seconds / unit)) * unit
