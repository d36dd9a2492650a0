"""Which methods suit a group and its question (S3.5), and what speaks for and against each.

A method that was made for the question comes before one that serves many, of those that serve
it as well what the group did last comes after the others (S2.1), and what does not fit comes
last, with the reason: whether to do it all the same is the facilitator's to decide. Nothing
here has words.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import Final, Literal, Protocol, TypeVar

from intervisie_tui.domain.method import Fit, Group, Kind, Question
from intervisie_tui.domain.span import Span

Asked = Literal["concrete", "fundamental", "own-share", "incident"]
Known = Literal["new", "acquainted"]

Done = Literal["last", "never"]
"""Whether a group did something the last time, or not yet; between these, nothing is said."""

About = Literal["question", "group", "variety", "minutes", "people"]

Weight = Literal["made-for", "suits", "barely", "against", "open"]
"""What a reason says. Only `against` keeps a method from fitting; `open`: it depends, for nobody
said how it is."""

KINDS: Final[tuple[Kind, ...]] = ("case", "opener", "closing", "meeting")
"""In the order of a list to choose from: what a meeting is about, what is round it, all of it."""

BREADTH: Final[tuple[Question, ...]] = ("concrete", "any", "fundamental", "own-share", "incident")
"""Questions from many to few: a method for a concrete problem serves many others too (S3.5)."""

BROAD: Final = BREADTH[:2]

_CLOSE: Final[tuple[Weight, ...]] = ("made-for", "suits", "open", "barely", "against")

_FIRST: Final[tuple[About, ...]] = ("question", "group", "variety")
"""What the place of a method goes by, in this order."""

_VARIETY: Final[dict[Done, Weight]] = {"last": "barely", "never": "suits"}


class Choosable(Protocol):
    """What has to be known of a method."""

    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def people(self) -> Span: ...
    @property
    def minutes(self) -> Span | None: ...
    @property
    def fit(self) -> Fit: ...


Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is there; `None` each time: it is not known, or does not matter."""

    minutes: float | None = None
    """How long the method may take."""

    people: int | None = None
    """How many take part, the case giver counted."""

    question: Asked | None = None
    group: Known | None = None
    """How well they know each other."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for a method, or against it."""

    about: About
    weight: Weight


@dataclass(frozen=True, slots=True)
class Advice:
    """Whether a method fits, and why."""

    reasons: tuple[Reason, ...]
    """In the order in which they weigh."""

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return all(reason.weight != "against" for reason in self.reasons)

    def weight(self, about: About) -> Weight:
        """What is said about that; where nothing is, it is fine."""
        found = (reason.weight for reason in self.reasons if reason.about == about)
        return next(found, "suits")


def advise(
    methods: Mapping[Key, Choosable],
    wishes: Wishes,
    done: Mapping[Key, Done] = MappingProxyType({}),
) -> dict[Key, Advice]:
    """Every case method with its reasons: the best first, those that do not fit last.

    *done* says what is known of the group it is for.
    """
    advices = {
        key: Advice(tuple(_reasons(method, wishes, done.get(key))))
        for key, method in methods.items()
        if method.kind == "case"
    }
    places = {key: _place(methods[key], advice) for key, advice in advices.items()}
    return {key: advices[key] for key in sorted(advices, key=places.__getitem__)}


def usual(method: Choosable) -> tuple[int, int, float, str]:
    """The place of a method in a list that nobody asked anything of.

    By kind, and then from what serves many questions to what serves few; of two that serve
    as many, the shorter asks less of a group.
    """
    return (
        KINDS.index(method.kind),
        BREADTH.index(method.fit.question),
        inf if method.minutes is None else method.minutes.middle,
        method.title.casefold(),
    )


def _place(method: Choosable, advice: Advice) -> tuple[object, ...]:
    """What counts first: that it fits, the question, the group, a change; then what it serves."""
    question, group, variety = (_CLOSE.index(advice.weight(about)) for about in _FIRST)
    return not advice.fits, question, group, variety, *usual(method)


def _reasons(method: Choosable, wishes: Wishes, done: Done | None) -> Iterator[Reason]:
    yield Reason("question", _question(method.fit.question, wishes.question))
    if (group := _group(method.fit.group, wishes.group)) is not None:
        yield Reason("group", group)
    if done is not None:
        yield Reason("variety", _VARIETY[done])
    if wishes.minutes is not None and method.minutes is not None:
        yield Reason("minutes", _minutes(method.minutes, wishes.minutes))
    if wishes.people is not None:
        fits = method.people.low <= wishes.people <= method.people.high
        yield Reason("people", "suits" if fits else "against")


def _question(serves: Question, asked: Asked | None) -> Weight:
    if asked is None:
        return "open"
    if serves == asked:
        return "made-for"
    return "suits" if serves in BROAD else "against"


def _group(suits: Group, known: Known | None) -> Weight | None:
    """`None`: there is nothing to say about it.

    A method for any group suits a new one no less than a method that was written for it;
    only what asks for trust has to wait until there is some (S3.5, S3.9).
    """
    if known is None:
        return None if suits == "any" else "open"
    if known == "new":
        return "against" if suits == "acquainted" else "suits"
    closeness: dict[Group, Weight] = {"acquainted": "made-for", "any": "suits", "new": "barely"}
    return closeness[suits]


def _minutes(takes: Span, there: float) -> Weight:
    """The middle of a range is what is planned; less time than that is possible, and tight."""
    if there < takes.low:
        return "against"
    return "suits" if there >= takes.middle else "barely"
