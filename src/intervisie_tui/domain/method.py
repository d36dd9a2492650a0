"""What a method file says, as values.

The field names are the keys of the file. An author leaves out what does not apply,
so every field but a title has a default. What a step says holds in its moments, and
`Method.moments` is where that has been worked out.
"""

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.moment import ROLES, Groups, Module, Moment, Role, Step, When, inherit
from intervisie_tui.domain.span import Span

ChartKind = Literal["list", "statement", "scale", "actions", "follow-up"]
INTENDED: Final[tuple[ChartKind, ...]] = ("actions", "follow-up")
"""The kinds of charts whose lines somebody intends to do (S4.5)."""

Keep = Literal["record", "hand-over", "nothing"]
Question = Literal["concrete", "fundamental", "own-share", "incident", "any"]
Group = Literal["new", "acquainted", "any"]
Kind = Literal["case", "opener", "closing", "meeting"]
Fresh = Literal["lap", "group", "never"]

QUESTION: Final = "?"
"""The statement chart that stands in where a method declares none."""


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

    fresh: Fresh | None = None
    """For what a new sheet is hung; `None`: for each pass, where only what is repeated uses it."""

    hidden_until: str | None = None
    """The id of the step from where it is shown; `None`: at once."""

    quota: int | None = None
    """The most lines that one person has on it; `None`: as many as come."""


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


def when_met(*, first_meeting: bool, online: bool) -> AbstractSet[When | None]:
    """What holds of how and when a group meets; `None` always does."""
    meeting: When = "first-meeting" if first_meeting else "later-meeting"
    return {None, meeting, "online" if online else "in-the-room"}


USUAL: Final = Span(4, 8)
"""People in a group, where an author does not say."""


@dataclass(frozen=True, kw_only=True)
class Method:
    """A way of working together, as its author wrote it down."""

    format: Literal[1]
    title: str
    language: Literal["nl", "en"]
    kind: Kind = "case"
    """What it is for: somebody's case, the opening of a meeting, its end, or all of it."""

    summary: str = ""
    source: str = ""
    people: Span = USUAL
    """The smallest and largest group it suits, the case giver counted."""

    minutes: Span | None = None
    """How long it takes, as its source says; `None`: see the sum of its moments."""

    rules: tuple[str, ...] = ()
    """In sight during the whole method."""

    fit: Fit = Fit()
    roles: tuple[Role, ...] = ()
    """Roles of its own, as the group calls them; somebody gets them before or in a step."""

    steps: tuple[Step, ...] = ()
    modules: tuple[Module, ...] = ()
    """Steps that are only done when they are chosen, or as a detour."""

    blocks: tuple[MeetingBlock, ...] = ()
    """Of a meeting, in place of steps: what it is made of."""

    questions: tuple[Questions, ...] = ()
    charts: Mapping[str, Chart] = field(default_factory=dict)

    def of(self, block: MeetingBlock) -> "Method":
        """What a block of this meeting is that uses no method: a small one of its own."""
        named = {name for m in (block, *block.moments) for name in (m.chart, m.beside) if name}
        return Method(
            format=self.format,
            title=block.title,
            language=self.language,
            kind="opener",
            people=self.people,
            rules=self.rules,
            steps=(block.step,),
            charts={name: chart for name, chart in self.charts.items() if name in named},
        )

    @cached_property
    def follow_up_chart(self) -> str | None:
        """The chart on which the group comes back to what was intended; `None`: it has none."""
        return next((n for n, chart in self.charts.items() if chart.kind == "follow-up"), None)

    @cached_property
    def moments(self) -> Mapping[str, Moment]:
        """Every moment by its address ("5.3", or "explore.rank" where ids are given), in order.

        What the step says and the moment does not is filled in.
        """
        return {address: moment for address, _, moment in self.every}

    @cached_property
    def step_of(self) -> Mapping[str, Step]:
        """The step of each moment, by the moment's address."""
        return {address: step for address, step, _ in self.every}

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

    @cached_property
    def parts(self) -> Mapping[str, Step]:
        """Every step and module, by its id or, of a step without one, its number."""
        return dict(self._places())

    def part(self, place: str) -> Step:
        """The step or module with that id or, for a step without one, number. Raises KeyError."""
        return self.parts[place]

    def place_of(self, step: Step) -> str:
        """The id of a step or module, or its number. Raises KeyError if it is of another method."""
        return next(place for place, part in self.parts.items() if part is step)

    def fresh(self, name: str) -> Fresh:
        """For what a new sheet of the chart of that name is hung."""
        said = self.chart(name).fresh
        if said is not None:
            return said
        return "lap" if name in self._repeated else "never"

    def holders(self, people: int) -> Mapping[Role, int]:
        """How many have each role of its own, in a group of that size."""
        return {
            role: 1 if (groups := self.groups_with(role)) is None else groups.number(people)
            for role in self.roles
        }

    def groups_with(self, role: Role) -> Groups | None:
        """The small groups in each of which somebody has *role*; `None`: in none."""
        if role in ROLES:
            return None
        found = (moment.groups for moment in self.moments.values() if moment.groups)
        return next((groups for groups in found if role in groups.roles), None)

    def done(
        self, *, first_meeting: bool, online: bool = False, part: Step | None = None
    ) -> Mapping[str, Moment]:
        """The moments that the group does, by address, of all steps or of one *part*.

        Preparation is before the meeting, and modules are not done by themselves.
        """
        here = when_met(first_meeting=first_meeting, online=online)
        return {
            address: moment
            for address, step, moment in self.every
            if (not self._is_apart(step) if part is None else step is part)
            and {step.when, moment.when} <= here
        }

    @cached_property
    def has_editions(self) -> bool:
        """Whether a group online does something else than a group in a room."""
        return any(moment.when in ("online", "in-the-room") for moment in self.moments.values())

    @cached_property
    def rotates(self) -> bool:
        """Whether the case goes round: in some step everybody is the case giver in turn."""
        return any(step.each is not None and step.as_ == "case-giver" for step in self.steps)

    def preparation(self) -> tuple[Moment, ...]:
        """What is gone through before the meeting."""
        return tuple(m for _, step, m in self.every if step.phase == "prepare")

    @cached_property
    def every(self) -> tuple[tuple[str, Step, Moment], ...]:
        """Every moment in order, with its address and its step; filled in once."""
        return tuple(self._walk())

    @cached_property
    def _repeated(self) -> Collection[str]:
        """The charts that one repeated step uses, and nothing else does."""
        users: dict[str, set[str]] = {}
        for address, moment in self.moments.items():
            for name in filter(None, (moment.chart, moment.beside)):
                users.setdefault(name, set()).add(self.place_of(self.step_of[address]))
        repeated = {place for place, step in self.parts.items() if step.is_repeated}
        return {name for name, places in users.items() if len(places) == 1 and places <= repeated}

    def _is_apart(self, step: Step) -> bool:
        return step.phase == "prepare" or isinstance(step, Module)

    def _places(self) -> Iterator[tuple[str, Step]]:
        for number, step in enumerate(self.steps, 1):
            yield step.id or str(number), step
        for module in self.modules:
            yield module.id or "", module

    def _walk(self) -> Iterator[tuple[str, Step, Moment]]:
        for place, step in self._places():
            if not step.moments:
                yield place, step, step
            for position, moment in enumerate(step.moments, 1):
                yield f"{place}.{moment.id or position}", step, inherit(step, moment)
