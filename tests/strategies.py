"""Values of the domain by chance, each of them one that the program itself could hold."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import count
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from intervisie_tui.domain import method as m
from intervisie_tui.domain import moment as mo
from intervisie_tui.domain.decided import Closing
from intervisie_tui.domain.desk import Desk, Face, Field, Large
from intervisie_tui.domain.intention import Intention, State
from intervisie_tui.domain.method import Chart, Fit, Method
from intervisie_tui.domain.moment import Module, Moment
from intervisie_tui.domain.note import Note
from intervisie_tui.domain.person import Person, Presence
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.stop import Block, Lap, Round, Stop
from tests.chance import long_texts, moments_in_time, of, seats, seconds, several, texts, words
from tests.flows import MODULES, OWN, PASSES, roles, step, ways

NAMES = ("Questions", "a.b", 'the "core"', "[x]", "être", "Not declared")
"""Names of charts, of which some need quotes in a file."""

# Methods


@cache
def spans() -> SearchStrategy[Span]:
    def span(halves: tuple[int, int]) -> Span:
        return Span(min(halves) / 2, max(halves) / 2)

    return st.tuples(st.integers(0, 240), st.integers(0, 240)).map(span)


@cache
def charts(modules: tuple[str, ...] = ()) -> SearchStrategy[Chart]:
    return st.builds(
        Chart,
        kind=of(m.ChartKind),
        labels=several(words()),
        columns=several(words()),
        judge=roles(),
        keep=of(m.Keep),
        card=texts(),
        fresh=st.none() | of(m.Fresh),
        hidden_until=st.sampled_from([None, *modules]),
        quota=st.none() | st.integers(1, 9),
    )


def methods() -> SearchStrategy[Method]:
    """A method that holds together, though nobody would lead it."""
    return st.sampled_from([(), MODULES[:1], MODULES[1:]]).flatmap(_methods)


@cache
def _methods(modules: tuple[str, ...]) -> SearchStrategy[Method]:
    names = st.sampled_from(NAMES)
    moment: dict[str, SearchStrategy[Any]] = {
        "title": words(),
        "minutes": st.none() | spans(),
        "seconds": st.none() | seconds(),
        "speaks": several(roles()),
        "silent": several(roles()),
        "outside": several(roles()),
        "seconds_each": st.none() | seconds(),
        "lines_each": st.none() | st.integers(1, 9),
        "say": long_texts(),
        "ask": several(words()),
        "tips": several(long_texts()),
        "chart": st.none() | names,
        "do": st.none() | of(mo.Do),
        "only": several(words()),
        "when": st.none() | of(mo.When),
        "examples": several(words()),
        "optional": st.sampled_from([None, True]),
    }
    inner = several(st.builds(Moment, **moment | ways(modules)))
    passes = st.sampled_from(PASSES)
    steps = st.builds(step, passes, phase=of(mo.Phase), moments=inner, **moment | ways(modules))
    bare = moment | ways(()) | {"any_time": st.booleans()}
    return st.builds(
        Method,
        format=st.just(1),
        title=words(),
        language=st.sampled_from(["nl", "en"]),
        kind=of(m.Kind),
        summary=long_texts(),
        source=texts(),
        people=spans(),
        minutes=st.none() | spans(),
        rules=several(words()),
        fit=st.builds(Fit, when=texts()),
        roles=several(st.sampled_from(OWN)),
        steps=st.lists(steps, min_size=1, max_size=2).map(tuple),
        modules=st.tuples(*(st.builds(Module, id=st.just(each), **bare) for each in modules)),
        questions=several(st.builds(m.Questions, title=words(), examples=several(words()))),
        charts=st.dictionaries(names, charts(modules), max_size=2),
    )


# What refers to something gets its number in `sessions`.


@cache
def people() -> SearchStrategy[tuple[Person, ...]]:
    def seated(known: list[tuple[str, Presence]]) -> tuple[Person, ...]:
        return tuple(
            Person(id=seat, name=name, presence=presence)
            for seat, (name, presence) in enumerate(known, 1)
        )

    return st.lists(st.tuples(texts(), of(Presence)), max_size=8).map(seated)


@cache
def entries() -> SearchStrategy[Entry]:
    return st.builds(
        Entry,
        id=st.just(0),
        text=texts(),
        card=st.none() | st.integers(1, 99),
        by=st.none() | seats(),
        column=st.none() | words(),
        label=st.none() | words(),
        answered=st.booleans(),
        note=texts(),
        picked=st.booleans(),
        owner=st.none() | seats(),
        when=texts(),
        agreed=st.booleans(),
        ask=st.booleans(),
        since=st.none() | st.dates(date(2020, 1, 1), date(2099, 1, 1)),
    )


@cache
def sheets() -> SearchStrategy[tuple[Sheet, ...]]:
    sheet = st.builds(
        Sheet,
        chart=st.sampled_from([*NAMES, m.QUESTION]),
        block=st.integers(0, 1),
        lap=st.integers(0, 2),
        group=st.integers(0, 2),
        entries=several(entries(), 3),
        cards=st.integers(0, 9),
    )
    place = lambda hung: (hung.chart, hung.block, hung.lap, hung.group)  # noqa: E731
    return st.lists(sheet, max_size=3, unique_by=place).map(tuple)


@cache
def stops() -> SearchStrategy[Stop]:
    turns = st.builds(
        Round,
        now=st.none() | seats(),
        had=several(seats()),
        passed=several(seats()),
        since=seconds(),
    )
    laps = st.builds(
        Lap,
        step=words(),
        number=st.integers(1, 5),
        of=st.none() | st.integers(1, 5),
        people=several(seats()),
    )
    return st.builds(
        Stop,
        id=st.just(0),
        block=st.integers(0, 1),
        moment=st.just(""),
        lap=st.none() | laps,
        planned=st.none() | seconds(),
        added=st.integers(-600, 600),
        spent=seconds(),
        done=st.booleans(),
        skipped=st.booleans(),
        cause=st.none() | st.integers(1, 9),
        turns=st.none() | turns,
        teams=several(several(seats())),
    )


@cache
def _loose_sessions() -> SearchStrategy[Session]:
    """Sessions of two methods and two blocks, in which nothing fits anything yet."""
    known = st.dictionaries(words(), methods(), min_size=1, max_size=2)
    given = st.dictionaries(roles(), several(seats()), max_size=2)
    block = st.builds(
        Block,
        method=st.just(""),
        roles=given,
        break_=st.booleans(),
        optional=st.booleans(),
    )
    closing = st.builds(
        Closing,
        at=moments_in_time(),
        keep=st.sampled_from(["hand-over", "all"]),
        until=st.none() | st.dates(date(2020, 1, 1), date(2099, 1, 1)),
    )
    note = st.builds(Note, id=st.just(0), text=long_texts(), stop=st.integers(1, 9))
    intention = st.builds(
        Intention,
        text=texts(),
        when=texts(),
        member=st.none() | st.integers(1, 9),
        name=texts(),
        since=st.none() | st.dates(date(2020, 1, 1), date(2099, 1, 1)),
        state=of(State),
    )
    times = st.none() | moments_in_time()
    return st.builds(
        Session,
        made=moments_in_time(),
        methods=known,
        blocks=st.tuples(block, block),
        people=people(),
        plan=st.lists(stops(), min_size=1, max_size=4).map(tuple),
        at=st.integers(0, 3),
        sheets=sheets(),
        notes=several(note),
        put_off=several(intention),
        meeting=texts(),
        group=texts(),
        group_id=st.sampled_from(["", "k3m9xq"]),
        first_meeting=st.booleans(),
        online=st.booleans(),
        names_shown=st.booleans(),
        starts=times,
        since=times,
        due=times,
        begun=times,
        ended=times,
        closing=st.none() | closing,
    )


@st.composite
def sessions(draw: DrawFn) -> Session:
    """A session of two blocks, at any point, with anything on its wall."""
    loose = draw(_loose_sessions())
    keys = list(loose.methods)
    blocks = (
        replace(loose.blocks[0], method=keys[0]),
        replace(loose.blocks[1], method=keys[-1]),
    )
    ids = count(1)
    moments = [list(loose.methods[block.method].moments) for block in blocks]
    places = [next(iter(loose.methods[block.method].parts)) for block in blocks]
    plan = tuple(
        replace(
            stop,
            id=number,
            lap=stop.lap and replace(stop.lap, step=places[stop.block]),
            moment=moments[stop.block][number % len(moments[stop.block])],
        )
        for number, stop in enumerate(loose.plan, 1)
    )
    return replace(
        loose,
        blocks=blocks,
        plan=plan,
        at=plan[loose.at % len(plan)].id,
        sheets=tuple(replace(s, entries=tuple(_numbered(s.entries, ids))) for s in loose.sheets),
        notes=tuple(_numbered(loose.notes, ids)),
        last_id=next(ids) - 1,
    )


def _numbered(values: tuple[Any, ...], ids: Iterator[int]) -> Iterator[Any]:
    return (replace(value, id=next(ids)) for value in values)


@cache
def desks() -> SearchStrategy[Desk]:
    """A desk on which nothing refers to a session."""
    return st.builds(
        Desk,
        face=of(Face),
        writing=st.booleans(),
        draft=texts(),
        field=of(Field),
        column=st.integers(0, 3),
        lent=st.booleans(),
        large=st.none() | of(Large),
        blank=st.booleans(),
        ran=st.booleans(),
    )
