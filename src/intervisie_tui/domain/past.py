"""What a group did together, without a word that was said: days, methods and turns.

From it come whose turn it could be and which method would be a change (S2.1), and how often
the group meets (S4.1, S1.4). How long a moment takes stands in `took`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Final, Literal

from intervisie_tui.domain.choosing import Done
from intervisie_tui.domain.group import Group

YEAR: Final = timedelta(days=365)
HALF_A_YEAR: Final = YEAR / 2

MONTHLY: Final = 5
"""Weeks between two meetings of a group that meets once in four weeks, more or less (S1.4)."""

TWICE: Final = 2
"""Meetings in a year, at least (S4.1)."""

OVER_AGAIN: Final = 3
"""Meetings with one method, after which another would be a change."""

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting that was held."""

    at: datetime
    """When it began."""

    minutes: int = 0
    """What it took."""

    used: tuple[str, ...] = ()
    """The ids of the methods with which a case was treated."""

    brought: tuple[int, ...] = ()
    """The members who brought a case, in order."""


# Turns


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it could be."""

    member: int
    last: datetime | None = None
    """When they brought a case for the last time; `None`: not yet, as far as is known."""


def turns(group: Group, held: Iterable[Held]) -> tuple[Turn, ...]:
    """Who is of the group: first who brought nothing yet, then whose case is longest ago.

    Where that is the same, in the order of the group.
    """
    last: dict[int, datetime] = {}
    for each in held:
        for member in each.brought:
            last[member] = max(each.at, last.get(member, each.at))
    found = [Turn(member.id, last.get(member.id)) for member in group.present]
    # Among equals the order stays.
    return tuple(sorted(found, key=lambda turn: turn.last or _NEVER))


# Methods


@dataclass(frozen=True, slots=True)
class Use:
    """How often a method was used."""

    method: str
    """By its id."""

    times: int = 0
    """In how many meetings."""

    since: int | None = None
    """How many meetings came after the last of these; `None`: it was not used yet."""


def variety(held: Sequence[Held], known: Iterable[str] = ()) -> tuple[Use, ...]:
    """The methods that were used, the most used first; then those that are *known* too (S2.1).

    *held* has the newest first.
    """
    used = {id_: None for each in held for id_ in each.used}
    uses = [
        Use(
            method=id_,
            times=sum(id_ in each.used for each in held),
            since=next(number for number, each in enumerate(held) if id_ in each.used),
        )
        for id_ in used
    ]
    others = [Use(id_) for id_ in dict.fromkeys(known) if id_ not in used]
    return (*sorted(uses, key=lambda use: -use.times), *others)


def over_again(held: Sequence[Held]) -> str | None:
    """The id of the one method of the last meetings; `None`: there were others, or too few."""
    last = [set(each.used) for each in held if each.used][:OVER_AGAIN]
    if len(last) < OVER_AGAIN or len(every := set().union(*last)) > 1:
        return None
    return every.pop()


def done(held: Sequence[Held], known: Collection[str]) -> dict[str, Done]:
    """Which of the *known* methods the group did last, and which not yet; of the rest nothing.

    *held* has the newest first. Of a group that did nothing yet there is nothing to say.
    """
    treated = [each.used for each in held if each.used]
    if not treated:
        return {}
    every = {id_ for used in treated for id_ in used}
    never: dict[str, Done] = {id_: "never" for id_ in known if id_ not in every}
    return never | {id_: "last" for id_ in treated[0] if id_ in known}


# How often

Pace = Literal["new", "monthly", "enough", "seldom"]
"""`new`: it began within half a year; `enough`: twice a year at least; `monthly`: once in four
weeks, more or less."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a group meets."""

    pace: Pace

    year: int
    """How many meetings there were in the last twelve months."""

    weeks: int | None = None
    """How many weeks lie between two of these, as a rule; `None`: there are no two."""


def rhythm(held: Iterable[Held], now: datetime) -> Rhythm:
    """How often the group meets, these last twelve months."""
    days = sorted(each.at for each in held)
    year = [day for day in days if now - day <= YEAR]
    gaps = [(after - before).days / 7 for before, after in pairwise(year)]
    weeks = round(median(gaps)) if gaps else None
    pace: Pace = "seldom"
    if not days or now - days[0] < HALF_A_YEAR:
        pace = "new"
    elif len(year) >= TWICE and now - days[-1] < HALF_A_YEAR:
        pace = "enough"
    if pace != "seldom" and weeks is not None and weeks <= MONTHLY:
        pace = "monthly"
    return Rhythm(pace, len(year), weeks)
