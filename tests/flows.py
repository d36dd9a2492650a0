"""Methods in which the way is anything that can be said: one with all of it, and by chance."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from intervisie_tui.domain import method as m
from intervisie_tui.domain import moment as mo
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import ROLES, Choose, Groups, Module, Moment, Role, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import MANY, ONCE, Span
from tests.chance import of, several

OWN: Final = ("scribe", "reporter")
"""Roles of a method's own."""

EVERY_WAY = Method(
    format=1,
    title="Every way",
    language="en",
    roles=OWN,
    steps=(
        Step(
            title="To begin with",
            id="begin",
            minutes=Span(2, 3),
            speaks=("facilitator",),
            fill=("scribe",),
            choose=Choose(from_=("brainstorm", "draw", "write"), pick=Span(1, 2)),
            detours=("look", "draw"),
            spare="next",
        ),
        Step(
            title="Consulting",
            id="consult",
            each="everyone",
            as_="case-giver",
            groups=Groups(size=2),
            moments=(
                Moment(
                    title="Tell",
                    id="tell",
                    speaks=("case-giver",),
                    in_turn=True,
                    seconds_each=60,
                    chart="Lines",
                ),
                Moment(
                    title="Talk",
                    id="talk",
                    minutes=Span(4, 5),
                    speaks=("peers",),
                    silent=("case-giver",),
                    opposite=("case-giver",),
                    unless="You may say stop.",
                    spare="next",
                    chart="Lines",
                ),
            ),
        ),
        Step(
            title="A guest",
            id="guest",
            each="peers",
            as_="scribe",
            moments=(
                Moment(
                    title="Who", speaks=("scribe",), choose=Choose(from_=("draw",), pick=Span(0, 1))
                ),
                Moment(title="What", minutes=Span(1, 1), asks=("peers",), in_turn=True, again=True),
            ),
        ),
        Step(
            title="Trying",
            id="try",
            times=Span(1, 3),
            minutes=Span(2, 2),
            writes=("everyone",),
            chart="Tries",
            choose=Choose(from_=("write", "brainstorm"), by="peers"),
        ),
        Step(title="As long as it goes", id="on", times=Span(2, MANY), speaks=("everyone",)),
        Step(
            title="In groups",
            id="apart",
            groups=Groups(count=2, of="peers", roles=("reporter",)),
            minutes=Span(5, 5),
            speaks=("peers",),
            writes=("reporter",),
            chart="Ours",
        ),
        Step(
            title="Reporting back",
            id="report",
            speaks=("reporter",),
            in_turn=True,
            seconds_each=45,
            silent=("peers",),
            chart="Ours",
        ),
        Step(title="Looking", id="look", speaks=("everyone",), chart="Secret", do="show"),
        Step(title="Last", seconds=30, in_turn=True, speaks=("everyone",), last="case-giver"),
    ),
    modules=(
        Module(
            title="Brainstorm",
            id="brainstorm",
            moments=(
                Moment(title="Call out", minutes=Span(3, 3), writes=("everyone",), chart="Secret"),
                Moment(title="Sort", minutes=Span(2, 2), chart="Secret", do="judge"),
            ),
        ),
        Module(title="Draw", id="draw", minutes=Span(5, 5), silent=("everyone",)),
        Module(title="Write", id="write", speaks=("peers",), in_turn=True, seconds_each=20),
        Module(title="Time-out", id="time-out", any_time=True, speaks=("everyone",)),
    ),
    charts={
        "Lines": Chart(fresh="group", keep="hand-over"),
        "Tries": Chart(fresh="lap", quota=2),
        "Ours": Chart(fresh="never"),
        "Secret": Chart(hidden_until="look", labels=("a", "b")),
    },
)
"""Each construct of the flow at least once."""


def method(*steps: Step, modules: Sequence[str] = ("a", "b", "c")) -> Method:
    """A method with modules of two moments each."""
    inner = (Moment(title="one", minutes=Span(1, 1)), Moment(title="two", minutes=Span(1, 1)))
    made = (Module(title=name.upper(), id=name, moments=inner) for name in modules)
    return Method(format=1, title="M", language="en", steps=steps, modules=tuple(made))


def row(session: Session) -> list[str]:
    return [stop.moment for stop in session.plan]


# By chance

MODULES: Final = ("draw", "talk", "time-out")
STEPS: Final = ("s1", "s2", "s3")
CHARTS: Final = ("A", "B")

PASSES: Final[tuple[tuple[Role | None, Role | None, Span], ...]] = (
    (None, None, ONCE),
    (None, None, ONCE),
    (None, None, Span(2, 2)),
    (None, None, Span(1, 3)),
    (None, None, Span(2, MANY)),
    ("everyone", None, ONCE),
    ("everyone", "case-giver", ONCE),
    ("peers", "scribe", ONCE),
)
"""What a step can say of its passes: whom it is for, what they are called, how often."""


def roles() -> SearchStrategy[Role]:
    return st.sampled_from([*ROLES, *OWN])


@cache
def groups() -> SearchStrategy[Groups]:
    said = {"of": st.sampled_from(["everyone", "peers"]), "roles": several(st.sampled_from(OWN))}
    sized = st.builds(Groups, size=st.integers(1, 4), **said)
    return sized | st.builds(Groups, count=st.integers(1, 3), **said)


@cache
def choices(modules: tuple[str, ...]) -> SearchStrategy[Choose | None]:
    """A choice of some of *modules*; `None`: there is nothing to choose from."""
    if not modules:
        return st.none()

    def choose(offered: list[str], by: Role, one: int, other: int) -> Choose:
        low, high = sorted((min(one, len(offered)), min(other, len(offered))))
        return Choose(from_=tuple(offered), by=by, pick=Span(low, max(high, 1)))

    offered = st.lists(st.sampled_from(modules), min_size=1, unique=True)
    return st.builds(choose, offered, roles(), st.integers(0, 2), st.integers(1, 3))


@cache
def ways(modules: tuple[str, ...], steps: tuple[str, ...] = ()) -> dict[str, SearchStrategy[Any]]:
    """What a moment can say of the way, where there are *modules* and *steps* of these ids."""
    parts = (*modules, *steps)
    return {
        "groups": st.none() | groups(),
        "choose": st.none() | choices(modules),
        "fill": several(st.sampled_from(OWN)),
        "detours": several(st.sampled_from(parts)) if parts else st.just(()),
        "again": st.sampled_from([None, True]),
        "spare": st.sampled_from([None, "next"]),
        "unless": st.sampled_from(["", "In need."]),
        "opposite": several(roles()),
        "in_turn": st.sampled_from([None, True, False]),
        "last": st.none() | of(mo.Last),
    }


def step(passes: tuple[Role | None, Role | None, Span], **said: Any) -> Step:  # noqa: ANN401 - any key
    each, as_, times = passes
    return Step(each=each, as_=as_, times=times, **said)


@cache
def flows() -> SearchStrategy[Method]:
    """A method of few words, that a group can be led through."""
    some = st.lists(st.sampled_from(MODULES), unique=True, max_size=3).map(tuple)
    return some.flatmap(_flows)


@cache
def _flows(modules: tuple[str, ...]) -> SearchStrategy[Method]:
    names = st.none() | st.sampled_from(CHARTS)
    said: dict[str, SearchStrategy[Any]] = {
        "title": st.just("T"),
        "minutes": st.none() | st.just(Span(2, 4)),
        "speaks": several(roles()),
        "asks": several(roles()),
        "silent": several(roles()),
        "seconds_each": st.none() | st.just(30),
        "chart": names,
        "beside": names,
        "when": st.sampled_from([None, None, None, "first-meeting"]),
    }
    moments = several(st.builds(Moment, **said, **ways(modules, STEPS[:1])))
    led = st.builds(
        step, st.sampled_from(PASSES), moments=moments, **said, **ways(modules, STEPS[:1])
    )
    bare = {"choose": st.none(), "any_time": st.booleans()}
    done = {
        each: st.builds(Module, **said, **ways(()) | bare, id=st.just(each)) for each in modules
    }
    chart = st.builds(
        Chart,
        kind=of(m.ChartKind),
        labels=st.sampled_from([(), ("a", "b")]),
        fresh=st.none() | of(m.Fresh),
        hidden_until=st.sampled_from([None, None, *modules, STEPS[0]]),
        quota=st.sampled_from([None, None, 1, 2]),
    )
    return st.builds(
        _method,
        st.just(Step(title="First", id=STEPS[0], seconds=60)) | led,
        st.lists(led, max_size=2),
        modules=st.tuples(*done.values()),
        charts=st.fixed_dictionaries(dict.fromkeys(CHARTS, chart)),
    )


def _method(first: Step, more: list[Step], **said: Any) -> Method:  # noqa: ANN401 - any key
    named = (replace(each, id=name) for name, each in zip(STEPS, [first, *more], strict=False))
    # Something is done at every meeting.
    always = (Step(title="Always", speaks=("everyone",), in_turn=True),)
    return Method(format=1, title="M", language="en", roles=OWN, steps=(*named, *always), **said)
