"""What a method file says, as values.

The field names are the keys of the file (`in_turn` is written `in-turn`). An author
leaves out what does not apply, so every field but a title has a default; what a
step says holds in its moments unless they say otherwise, and `Method.moments`
is where that has been worked out.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Final, Literal, get_args

from intervisie_tui.domain.span import Span

Role = Literal["case-giver", "peers", "everyone", "facilitator"]
ROLES: Final[tuple[str, ...]] = get_args(Role)
EVERYONE: Final[tuple[Role, ...]] = ("case-giver", "peers")
"""Who everyone is."""

Right = Literal["speaks", "asks", "answers", "writes", "silent"]
"""What a role may do in a moment; a role without one listens."""

RIGHTS: Final[tuple[Right, ...]] = get_args(Right)

Place = Literal["back-turned", "outside", "away"]
"""Where a role is when it does not sit in the group."""

Phase = Literal["prepare", "open", "work", "close"]
Do = Literal["write", "judge", "answer", "pick", "show"]
ChartKind = Literal["list", "statement", "scale", "actions"]
Keep = Literal["record", "hand-over", "nothing"]
Question = Literal["concrete", "fundamental", "own-share", "incident", "any"]
Group = Literal["new", "acquainted", "any"]
Kind = Literal["case", "opener", "closing"]
When = Literal["first-meeting", "online", "in-the-room"]

QUESTION: Final = "?"
"""The statement chart that stands in where a method declares none."""


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
    back_turned: tuple[Role, ...] = ()
    outside: tuple[Role, ...] = ()
    away: tuple[Role, ...] = ()

    in_turn: bool | None = None
    """Whether those who speak do so one after another."""

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
        there = {
            "back-turned": self.back_turned,
            "outside": self.outside,
            "away": self.away,
        }
        return {role: place for place, roles in there.items() for role in roles}  # type: ignore[misc]

    @property
    def takers(self) -> tuple[Role, ...]:
        """Who take turns; nobody where it is not done in turn."""
        return (self.speaks or self.asks or self.answers) if self.in_turn else ()

    def length(self, people: int) -> float | None:
        """How many seconds to plan; `None`: open-ended.

        *people* is how many sit at the table, the case giver counted, known or not.
        """
        if self.minutes is not None:
            return self.minutes.middle * 60
        if self.seconds is not None:
            return self.seconds
        if self.seconds_each is None or people < 1:
            return None
        numbers = {"everyone": people, "peers": people - 1, "case-giver": 1}
        turns = sum(numbers.get(role, 0) for role in self.takers)
        return self.seconds_each * min(turns, people) or None


@dataclass(frozen=True, kw_only=True)
class Step(Moment):
    """What the source numbers; a step without moments is one moment."""

    phase: Phase = "work"
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A flip chart, where it is more than a list."""

    kind: ChartKind = "list"
    labels: tuple[str, ...] = ()
    """Judged later, one a line; on a scale the points from low to high."""

    columns: tuple[str, ...] = ()
    """Chosen when writing."""

    judge: Role = "case-giver"
    keep: Keep = "record"
    card: str = ""
    """The word on a numbered card without text ("Vraag 3"); empty: "Card"."""


@dataclass(frozen=True, kw_only=True)
class Questions:
    """A kind of open questions that suits the method (S1.2, S3.11)."""

    title: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Fit:
    """What helps to choose a method (S3.5)."""

    when: str = ""
    question: Question = "any"
    group: Group = "any"


USUAL: Final = Span(4, 8)
"""People in a group, where an author does not say."""


@dataclass(frozen=True, kw_only=True)
class Method:
    """A way of working together, as its author wrote it down."""

    format: Literal[1]
    title: str
    language: Literal["nl", "en"]
    kind: Kind = "case"
    """What it is for: somebody's case, the opening of a meeting or its end."""

    summary: str = ""
    source: str = ""
    people: Span = USUAL
    """The smallest and largest group it suits, the case giver counted."""

    minutes: Span | None = None
    """How long it takes, as its source says; `None`: see the sum of its moments."""

    rules: tuple[str, ...] = ()
    """In sight during the whole method."""

    fit: Fit = Fit()
    steps: tuple[Step, ...] = ()
    questions: tuple[Questions, ...] = ()
    charts: Mapping[str, Chart] = field(default_factory=dict)

    @cached_property
    def moments(self) -> Mapping[str, Moment]:
        """Every moment by its address ("5.3", or "explore.rank" where ids are given), in order.

        What the step says and the moment does not is filled in.
        """
        return {address: moment for address, _, moment in self._walk()}

    @cached_property
    def step_of(self) -> Mapping[str, Step]:
        """The step of each moment, by the moment's address."""
        return {address: step for address, step, _ in self._walk()}

    def chart(self, name: str) -> Chart:
        """The chart of that name; one that is only named in a moment is a list."""
        if name == QUESTION:
            return Chart(kind="statement")
        return self.charts.get(name, Chart())

    @property
    def question_chart(self) -> str:
        """The name of the statement chart that holds the case giver's question."""
        statements = (name for name, chart in self.charts.items() if chart.kind == "statement")
        return next(statements, QUESTION)

    def done(self, *, first_meeting: bool, online: bool = False) -> Mapping[str, Moment]:
        """The moments that the group does, by address; preparation is before the meeting."""
        here: set[When | None] = {None, "online" if online else "in-the-room"}
        if first_meeting:
            here.add("first-meeting")
        return {
            address: moment
            for address, step, moment in self._walk()
            if step.phase != "prepare" and {step.when, moment.when} <= here
        }

    @cached_property
    def has_editions(self) -> bool:
        """Whether a group online does something else than a group in a room."""
        return any(moment.when in ("online", "in-the-room") for moment in self.moments.values())

    def preparation(self) -> tuple[Moment, ...]:
        """What is gone through before the meeting."""
        return tuple(m for _, step, m in self._walk() if step.phase == "prepare")

    def _walk(self) -> Iterator[tuple[str, Step, Moment]]:
        for number, step in enumerate(self.steps, 1):
            place = step.id or str(number)
            if not step.moments:
                yield place, step, step
            for position, moment in enumerate(step.moments, 1):
                yield f"{place}.{moment.id or position}", step, inherit(step, moment)


OWN: Final = {"title", "id", "minutes", "seconds"}
"""What a step does not hand on to its moments."""


def inherit(step: Step, moment: Moment) -> Moment:
    """*moment*, with what *step* says wherever it says nothing itself.

    Rights and places go by role: a role that the moment names in any right loses
    what the step gave it.
    """
    named, placed = moment.rights(), moment.places()
    handed: dict[str, object] = {}
    for key in (f.name for f in fields(Moment) if f.name not in OWN):
        own, above = getattr(moment, key), getattr(step, key)
        if key in RIGHTS:
            handed[key] = own + _unnamed(above, named)
        elif key in {"back_turned", "outside", "away"}:
            handed[key] = own + _unnamed(above, placed)
        elif own in (None, "", ()):
            handed[key] = above
    return replace(moment, **handed)  # type: ignore[arg-type]


def _unnamed(roles: tuple[Role, ...], named: Collection[Role]) -> tuple[Role, ...]:
    """The *roles* that are not *named*; whoever names everyone names the whole group."""
    if "everyone" in named:
        named = {*named, *EVERYONE}
    elif "everyone" in roles and any(role in named for role in EVERYONE):
        roles = tuple(role for role in (*EVERYONE, *roles) if role != "everyone")
    return tuple(role for role in dict.fromkeys(roles) if role not in named)
