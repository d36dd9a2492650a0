"""What a method file says of one moment, and of the step that it belongs to.

The field names are the keys of the file (`in_turn` is written `in-turn`). What a
step says holds in its moments unless they say otherwise: `inherit`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Final, Literal, get_args

from intervisie_tui.domain.span import ONCE, Span

Role = str
"""One of `ROLES`, or a role of the method's own."""

ROLES: Final = ("case-giver", "peers", "everyone", "facilitator")
EVERYONE: Final[tuple[Role, ...]] = ("case-giver", "peers")
"""Who everyone is."""

Right = Literal["speaks", "asks", "answers", "writes", "silent"]
"""What a role may do in a moment; a role without one listens."""

RIGHTS: Final[tuple[Right, ...]] = get_args(Right)

Place = Literal["opposite", "back-turned", "outside", "away"]
"""Where a role is when it does not sit in the group."""

PLACES: Final[tuple[Place, ...]] = get_args(Place)
_PLACE_KEYS: Final = tuple((place, place.replace("-", "_")) for place in PLACES)

NOBODY: Final[Mapping[Role, int]] = MappingProxyType({})

Phase = Literal["prepare", "open", "work", "close"]
Do = Literal["write", "judge", "answer", "pick", "show"]
When = Literal["first-meeting", "later-meeting", "online", "in-the-room"]
Last = Literal["case-giver"]


@dataclass(frozen=True, kw_only=True)
class Groups:
    """Small groups at work at the same time, under one clock (1-2-4-All, Troika)."""

    size: int | None = None
    """How many people are in each, or a few more; `None`: `count` says how many groups."""

    count: int | None = None
    """How many groups there are."""

    of: Role = "everyone"
    """Who are divided."""

    roles: tuple[Role, ...] = ()
    """The method's own roles that somebody in each group has, as who reports back."""

    def number(self, people: int) -> int:
        """How many groups so many people make: one at least, and none without anybody."""
        return max(1, min(self.count or people // (self.size or 1), people))

    def largest(self, people: int) -> int:
        """How many are in the largest group, where so many are divided."""
        return -(-people // self.number(people))


@dataclass(frozen=True, kw_only=True)
class Choose:
    """A choice that is made live: which modules come next."""

    from_: tuple[str, ...]
    """The ids of the modules to choose from; until somebody chooses, the first."""

    by: Role = "case-giver"
    """Who chooses."""

    pick: Span = ONCE
    """How many are chosen."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """The smallest thing with one clock, one set of speaking rights and one chart."""

    title: str
    id: str | None = None
    """A name to refer to it by; `None` if nothing does."""

    minutes: Span | None = None
    """How long it may take; `None`: see `seconds`, else it is open-ended."""

    seconds: float | None = None
    """How long it may take, where minutes are too long."""

    speaks: tuple[Role, ...] = ()
    asks: tuple[Role, ...] = ()
    answers: tuple[Role, ...] = ()
    writes: tuple[Role, ...] = ()
    silent: tuple[Role, ...] = ()
    opposite: tuple[Role, ...] = ()
    back_turned: tuple[Role, ...] = ()
    outside: tuple[Role, ...] = ()
    away: tuple[Role, ...] = ()

    unless: str = ""
    """When who is silent may speak after all; the group reads it."""

    groups: Groups | None = None
    """The small groups it is done in; `None`: in the whole group."""

    fill: tuple[Role, ...] = ()
    """The method's own roles that are given out here."""

    in_turn: bool | None = None
    """Whether those who speak do so one after another."""

    last: Last | None = None
    """Who ends the round, wherever it began; `None`: whose seat comes last."""

    seconds_each: float | None = None
    """The clock of one turn, in seconds; `None` where turns have none (S3.12 has)."""

    lines_each: int | None = None
    """How many lines of each person go on the chart; `None`: as many as come."""

    say: str = ""
    """What the facilitator says aloud; the group may read it."""

    ask: tuple[str, ...] = ()
    """Questions to ask; the group may read them."""

    remember: tuple[str, ...] = ()
    """The rules of this moment; the group may read them."""

    tips: tuple[str, ...] = ()
    """For the facilitator alone."""

    examples: tuple[str, ...] = ()
    """Open questions that the group could ask here; the group sees them when it wants to."""

    chart: str | None = None
    do: Do | None = None
    """What is done with the chart; `None`: write."""

    only: tuple[str, ...] = ()
    """The labels whose lines are shown; empty: all of them."""

    beside: str | None = None
    """Another chart, hung next to it, to read."""

    choose: Choose | None = None
    """What is chosen here; `None`: nothing."""

    detours: tuple[str, ...] = ()
    """The ids of modules or steps that may be done first, and come back here."""

    again: bool | None = None
    """Whether a further round may be added, as long as the group wants one."""

    spare: Literal["next"] | None = None
    """Where the time goes that is left over; `None`: nowhere."""

    when: When | None = None
    """Where or when alone it is done; `None`: always."""

    optional: bool | None = None
    protected: bool | None = None
    """Whether this time is never to be shortened."""

    def rights(self) -> Mapping[Role, tuple[Right, ...]]:
        """What each named role may do; who is not in it listens."""
        given: dict[Role, tuple[Right, ...]] = {}
        for right in RIGHTS:
            for role in getattr(self, right):
                given[role] = (*given.get(role, ()), right)
        return given

    def places(self) -> Mapping[Role, Place]:
        """Where each role is that does not sit in the group."""
        return {role: place for place, key in _PLACE_KEYS for role in getattr(self, key)}

    @property
    def takers(self) -> tuple[Role, ...]:
        """Who take turns; nobody where it is not done in turn."""
        return (self.speaks or self.asks or self.answers) if self.in_turn else ()

    def length(self, people: int, holders: Mapping[Role, int] = NOBODY) -> float | None:
        """How many seconds to plan; `None`: open-ended.

        *people* is how many sit at the table, the case giver counted, known or not, and
        *holders* how many have each role of the method's own. Small groups go round at the
        same time, so the largest one tells.
        """
        if self.minutes is not None:
            return self.minutes.middle * 60
        if self.seconds is not None:
            return self.seconds
        if self.seconds_each is None or people < 1:
            return None
        if self.groups is not None:
            apart = self.groups.of != "everyone"  # then nobody in a group has the case
            people = self.groups.largest(people - apart) + apart
        numbers = {**holders, "everyone": people, "peers": people - 1, "case-giver": 1}
        turns = sum(numbers.get(role, 0) for role in self.takers)
        return self.seconds_each * min(turns, people) or None


@dataclass(frozen=True, kw_only=True)
class Step(Moment):
    """What the source numbers; a step without moments is one moment."""

    phase: Phase = "work"
    each: Role | None = None
    """It is done once for each who has this role; with groups, in all of them at the same time."""

    as_: Role | None = None
    """The role that who it is done for has in that pass."""

    times: Span = ONCE
    """How often it is done: planned is the lowest, and the group may go on to the highest."""

    moments: tuple[Moment, ...] = ()

    @property
    def abreast(self) -> Groups | None:
        """The small groups that have their passes at the same time; `None`: all are in one."""
        together = self.groups is not None and self.groups.of in ("everyone", self.each)
        return self.groups if together else None

    @property
    def is_repeated(self) -> bool:
        """Whether it may be done more than once."""
        return self.each is not None or self.times.high > 1


@dataclass(frozen=True, kw_only=True)
class Module(Step):
    """A step that is only done when it is chosen, or as a detour."""

    any_time: bool = False
    """Whether it is offered everywhere."""


OWN: Final = {"title", "id", "minutes", "seconds", "choose", "fill", "again", "spare"}
"""What a step does not hand on to its moments."""

HANDED: Final = tuple(f.name for f in fields(Moment) if f.name not in OWN)


def inherit(step: Step, moment: Moment) -> Moment:
    """*moment*, with what *step* says wherever it says nothing itself.

    Rights and places go by role: a role that the moment names in any right loses
    what the step gave it.
    """
    handed: dict[str, object] = {}
    for key in HANDED:
        above = getattr(step, key)
        if above in (None, "", ()):
            continue
        own = getattr(moment, key)
        if key in RIGHTS:
            handed[key] = own + _unnamed(above, moment.rights())
        elif key.replace("_", "-") in PLACES:
            handed[key] = own + _unnamed(above, moment.places())
        elif own in (None, "", ()):
            handed[key] = above
    return replace(moment, **handed) if handed else moment  # type: ignore[arg-type]


def _unnamed(roles: tuple[Role, ...], named: Collection[Role]) -> tuple[Role, ...]:
    """The *roles* that are not *named*; whoever names everyone names the whole group."""
    if "everyone" in named:
        named = {*named, *EVERYONE}
    elif "everyone" in roles and any(role in named for role in EVERYONE):
        roles = tuple(role for role in (*EVERYONE, *roles) if role != "everyone")
    return tuple(role for role in dict.fromkeys(roles) if role not in named)
