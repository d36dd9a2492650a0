"""Every key in the help: it does what it says, and only where it can."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import pytest
from textual.binding import Binding

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Questions
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.tui import verbs
from intervisie_tui.tui.screens.session import SessionScreen
from intervisie_tui.tui.widgets.key_names import key_name
from tests.domain.meetings import meeting
from tests.domain.samples import (
    FIVE,
    NINE,
    SMALL,
    line,
    prepared,
    under_way,
    where,
    written,
)
from tests.tui.meetings import REGIE, late
from tests.tui.meetings import written as met
from tests.tui.stage import LARGE, SIZES, Size, Stage, led

BINDINGS: Final = tuple(
    binding
    for cls in SessionScreen.__mro__
    for binding in Binding.make_bindings(vars(cls).get("BINDINGS", ()))
    if binding.id is not None and binding.id.startswith("session.")
)
"""Every key of the live screen, a binding for each; one id may have more."""

OF: Final = {binding.id: binding for binding in reversed(BINDINGS)}
"""The first binding with each id: its first key."""


AT_REST: Final = Desk()


@dataclass(frozen=True)
class Key:
    """Where a key can be pressed, and what that changes."""

    at: Session
    seen: Callable[[Stage], object]
    gives: object
    desk: Desk = AT_REST
    before: tuple[str, ...] = ()
    """Keys that are pressed first."""

    idle: Session | None = None
    """Where it can do nothing; `None`: it always can."""

    idle_desk: Desk = AT_REST


def selected(entry: int = 1) -> Desk:
    return Desk(selected=entry)


def of_line(field_: str) -> Callable[[Stage], object]:
    return lambda stage: getattr(line(stage.session), field_)


def turn(stage: Stage) -> int | None:
    turns = stage.session.stop.turns
    return None if turns is None else turns.now


def order(stage: Stage) -> list[int]:
    return [entry.id for _sheet, entry in stage.session.entries()]


def number(stage: Stage) -> float | None:
    return stage.session.stop.length


FRESH: Final = under_way(SMALL)
WELCOME: Final = prepared(SMALL)
CLOSING: Final = course.finish(FRESH, NINE)
ASKING: Final = under_way(SMALL, "2")
READING: Final = written("explore.read", "one", "two")
JUDGING: Final = written("explore.rank", "one", "two")
ANSWERING: Final = written("explore.answer", "one", "two")
PICKING: Final = written("7.2", "one", "two")
INTENDING: Final = written("7.4", "one", "two")
GIVING: Final = written("7.1", "one", "two")
TEN: Final = under_way(FIVE, "explore.read", names=[""] * 10, case_giver=10)
HELPED: Final = under_way(
    replace(SMALL, questions=(Questions(title="On the facts", examples=("Who was there?",)),))
)
ONE_TURN: Final = room.next_turn(ASKING, NINE)

KEYS: Final[dict[str, Key]] = {
    "next": Key(FRESH, lambda s: where(s.session), "2", idle=CLOSING),
    "back": Key(ASKING, lambda s: where(s.session), "1", idle=FRESH),
    "clock": Key(FRESH, lambda s: s.session.since, NINE, idle=WELCOME),
    "more": Key(FRESH, number, 300.0, idle=WELCOME),
    "less": Key(FRESH, number, 180.0, idle=WELCOME),
    "reset": Key(course.give(FRESH, 60, NINE), number, 240.0, idle=FRESH),
    "turn": Key(ASKING, turn, 1, idle=FRESH),
    "turn_back": Key(room.next_turn(ONE_TURN, NINE), turn, 1, idle=ASKING),
    "pass": Key(ONE_TURN, turn, 2, idle=ASKING),
    "skip": Key(
        FRESH, lambda s: (where(s.session), s.session.plan[0].skipped), ("2", True), idle=WELCOME
    ),
    "again": Key(
        under_way(replace(SMALL, steps=(Step(title="Try", times=Span(1, 3)),))),
        lambda s: s.session.stop.lap and s.session.stop.lap.number,
        2,
        idle=FRESH,
    ),
    "repeat": Key(
        FRESH,
        lambda s: [stop.moment for stop in s.session.plan],
        ["1", "1", "2", "3", "4"],
        idle=WELCOME,
    ),
    "answered": Key(
        ANSWERING, of_line("answered"), True, selected(), idle=READING, idle_desk=selected()
    ),
    "agree": Key(
        INTENDING, of_line("agreed"), True, selected(), idle=READING, idle_desk=selected()
    ),
    "choose": Key(PICKING, of_line("picked"), True, selected(), idle=READING, idle_desk=selected()),
    "unjudge": Key(
        wall.judge(JUDGING, 1, "neutral"),
        of_line("label"),
        None,
        selected(),
        idle=JUDGING,
        idle_desk=selected(),
    ),
    "higher": Key(READING, order, [2, 1], selected(2), idle=READING),
    "lower": Key(READING, order, [2, 1], selected(1), idle=READING),
    "column": Key(
        GIVING, of_line("column"), "think over", selected(), idle=READING, idle_desk=selected()
    ),
    "remove": Key(READING, order, [2], selected(), idle=READING),
    "names": Key(FRESH, lambda s: s.session.names_shown, True, idle=WELCOME),
    "finish": Key(FRESH, lambda s: s.session.stage, "closing", idle=WELCOME),
    **{f"digit_{n}": Key(TEN, turn, n, idle=FRESH) for n in range(1, 10)},
    "up": Key(READING, lambda s: s.desk.selected, 1, selected(2), idle=FRESH),
    "down": Key(READING, lambda s: s.desk.selected, 2, selected(1), idle=FRESH),
    "undo": Key(FRESH, lambda s: where(s.session), "1", before=("right",), idle=ASKING),
    "redo": Key(FRESH, lambda s: where(s.session), "2", before=("right", "u"), idle=ASKING),
    "face": Key(FRESH, lambda s: s.desk.face, "regie"),
    "blank": Key(FRESH, lambda s: s.desk.blank, True),
    "rules": Key(FRESH, lambda s: s.desk.large, "rules", idle=WELCOME),
    "questions": Key(HELPED, lambda s: s.desk.large, "questions", idle=FRESH),
    "peek": Key(FRESH, lambda s: s.screen.aside != "", True, idle=WELCOME),
    "calm": Key(FRESH, lambda s: s.desk.large, None, before=("r",), idle=FRESH),
    "edit": Key(READING, lambda s: s.desk.editing, 1, selected(), idle=READING),
    "note": Key(
        ANSWERING, lambda s: s.desk.field, "note", selected(), idle=READING, idle_desk=selected()
    ),
    "lend": Key(READING, lambda s: s.desk.lent, True, idle=FRESH),
    "lead": Key(READING, lambda s: s.desk.writing, False, Desk(writing=True), idle=READING),
    "write": Key(READING, lambda s: s.desk.writing, True, idle=FRESH),
    "close": Key(CLOSING, lambda s: s.on_top, "CloseScreen", idle=FRESH),
    "papers": Key(CLOSING, lambda s: s.on_top, "PapersScreen", idle=FRESH),
    "wipe": Key(READING, lambda s: s.on_top, "Confirm", selected(), idle=READING),
    "time": Key(FRESH, lambda s: s.on_top, "Ask", idle=WELCOME),
    "plan": Key(FRESH, lambda s: s.on_top, "Plan"),
    "people": Key(FRESH, lambda s: s.on_top, "People"),
    "private": Key(FRESH, lambda s: s.on_top, "Ask", Desk(face="regie"), idle=FRESH),
    "cards": Key(FRESH, lambda s: s.on_top, "Cards", REGIE, idle=FRESH),
    "agenda": Key(meeting(), lambda s: s.on_top, "Agenda", REGIE, idle=FRESH, idle_desk=REGIE),
    "replan": Key(late(), lambda s: s.on_top, "Replan", REGIE, idle=FRESH, idle_desk=REGIE),
    "earlier": Key(met(), lambda s: s.on_top, "Page", REGIE, idle=meeting(), idle_desk=REGIE),
    "keys": Key(FRESH, lambda s: s.on_top, "Keys"),
    "leave": Key(FRESH, lambda s: s.on_top, "HomeScreen"),
}
"""By the id of the binding, without `session.`."""

VERBS: Final = {*verbs.BY_NAME, *(name for name in KEYS if name.startswith("digit_"))}

MORE_KEYS: Final = [
    (each.id or "", each.key) for each in BINDINGS if each.id and each.key != OF[each.id].key
]
"""What else a key can be: a presenter, a number pad."""

EVERYWHERE: Final = [
    (name, language, SIZES[(at + turn) % len(SIZES)])
    for turn, language in enumerate(LANGUAGES)
    for at, name in enumerate(KEYS)
]
"""Each key in both languages, at two of the sizes; all sizes come round."""


def binding_of(name: str) -> Binding:
    return OF[f"session.{name}"]


def words(name: str) -> str:
    return _(binding_of(name).description)


async def pressed(stage: Stage, name: str, key: str) -> None:
    """Press it, undo that, and do it again."""
    before = stage.session
    await stage.tap(key)
    assert await stage.comes(lambda: KEYS[name].seen(stage) == KEYS[name].gives)
    if name in VERBS:
        after = stage.session
        await stage.tap("u")
        assert stage.session == before
        await stage.tap("y")
        assert stage.session == after


def test_every_key_in_the_help_is_tested_here() -> None:
    assert {binding.id for binding in BINDINGS} == {f"session.{name}" for name in KEYS}


@pytest.mark.parametrize(("name", "language", "size"), EVERYWHERE)
async def test_a_key_does_what_it_says_and_is_undone(
    name: str, language: Language, size: Size
) -> None:
    set_language(language)
    case = KEYS[name]
    async with led(case.at, case.desk, size=size) as stage:
        await stage.tap(*case.before)
        if size == LARGE:
            await stage.settle()
            await said_everywhere(stage, name)
        await pressed(stage, name, binding_of(name).key)


async def said_everywhere(stage: Stage, name: str) -> None:
    """Footer, help and palette say it in the same words."""
    key = key_name(binding_of(name).key)
    in_help = "1–9" if name.startswith("digit") else key
    assert any(row.startswith(in_help) and row.endswith(words(name)) for row in stage.help())
    assert words(name) in await stage.palette()
    assert (f"{key} {words(name)}" in stage.footer()) is binding_of(name).show


@pytest.mark.parametrize(("name", "key"), MORE_KEYS)
async def test_its_other_keys_do_the_same(name: str, key: str) -> None:
    case = KEYS[name.removeprefix("session.")]
    async with led(case.at, case.desk) as stage:
        await stage.tap(*case.before)
        await pressed(stage, name.removeprefix("session."), key)


@pytest.mark.parametrize("name", [name for name, case in KEYS.items() if case.idle])
async def test_a_key_that_can_do_nothing_is_not_offered_and_does_nothing(name: str) -> None:
    case = KEYS[name]
    assert case.idle is not None
    async with led(case.idle, case.idle_desk) as stage:
        active = stage.screen.active_bindings.get(binding_of(name).key)
        offered = active is not None and active.enabled and active.binding.id == f"session.{name}"
        assert not offered
        assert f"{key_name(binding_of(name).key)} {words(name)}" not in stage.footer()
        assert name.startswith("digit") or words(name) not in await stage.palette()
        before = stage.session, stage.desk, stage.screen.aside, stage.on_top
        await stage.app.run_action(binding_of(name).action, stage.screen)
        await stage.pilot.pause()
        assert (stage.session, stage.desk, stage.screen.aside, stage.on_top) == before
