"""The parts of a line: its column, whose it is and by when, other words, an answer."""

from dataclasses import replace
from typing import Final

import pytest
from textual import events

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.tui.widgets.pen import Pen
from tests.domain.samples import FIVE, line, under_way, written
from tests.tui.stage import Stage, led

GIVING: Final = under_way(FIVE, "7.1")
INTENDING: Final = under_way(FIVE, "7.4")
ANSWERING: Final = written("explore.answer", "one", "two")
WRITING: Final = Desk(writing=True)


def pen(stage: Stage) -> Pen:
    return stage.screen.query_one(Pen)


def hung(session: Session) -> list[str]:
    return [entry.text for _sheet, entry in session.entries()]


# Columns


async def test_tab_chooses_the_column() -> None:
    async with led(GIVING, WRITING) as stage:
        assert "do Tab: another column" in stage.said()
        await stage.press("a", "enter", "tab")
        assert "think over Tab: another column" in stage.said()
        await stage.press("b", "enter", "tab", "c", "enter", "shift+tab", "d", "enter")
        assert [(entry.text, entry.column) for _sheet, entry in stage.session.entries()] == [
            ("a", "do"),
            ("b", "think over"),
            ("c", "do"),
            ("d", "think over"),
        ]


# Actions


async def test_an_action_asks_who_and_by_when() -> None:
    async with led(INTENDING, WRITING) as stage:
        await stage.write("Ask her")
        await stage.press("enter")
        assert "Who?" in stage.said()
        await stage.write("bo")
        await stage.press("enter")
        assert "By when?" in stage.said()
        await stage.write("Friday")
        await stage.press("enter")
        action = line(stage.session)
        assert (action.text, action.owner, action.when) == ("Ask her", 2, "Friday")
        assert stage.desk == replace(stage.desk, writing=True, editing=None, field="text", draft="")
        await stage.write("Say no")
        await stage.press("enter", "enter", "enter")
        assert (line(stage.session, 2).owner, line(stage.session, 2).when) == (5, "")


@pytest.mark.parametrize(("said", "owner"), [("3", 3), ("d", 4), ("KAR", 5), ("", 5)])
async def test_an_owner_is_named_by_seat_or_by_how_a_name_begins(said: str, owner: int) -> None:
    async with led(INTENDING, WRITING) as stage:
        await stage.tap("a", "enter")
        await stage.write(said)
        await stage.tap("enter")
        assert await stage.comes(lambda: stage.desk.field == "when")
        assert line(stage.session).owner == owner


async def test_what_is_typed_faster_than_it_is_asked_is_not_lost() -> None:
    async with led(INTENDING, WRITING) as stage:
        for key in (*"Call", "enter", "enter", *"Friday", "enter", *"Ask"):
            # As a terminal hands them over: the pen has all before anybody heard of the first.
            pen(stage).post_message(events.Key(key, key if len(key) == 1 else None))
        await stage.settle()
        action = line(stage.session)
        assert (action.text, action.when) == ("Call", "Friday")
        assert pen(stage).text == "Ask"


async def test_who_is_not_here_cannot_own_an_action() -> None:
    async with led(INTENDING, WRITING) as stage:
        await stage.press("a", "enter", "x", "enter")
        assert "Nobody here is called that" in stage.said()
        assert stage.desk.field == "owner"
        await stage.tap("backspace", "b", "o", "enter")
        assert line(stage.session).owner == 2


async def test_each_part_of_an_action_is_undone_by_itself() -> None:
    async with led(INTENDING, WRITING) as stage:
        await stage.tap("a", "enter", "2", "enter", "m", "o", "n", "enter", "escape")
        await stage.tap("u")
        assert (line(stage.session).owner, line(stage.session).when) == (2, "")
        await stage.tap("u")
        assert line(stage.session).owner == 5
        await stage.tap("u")
        assert stage.session == INTENDING


# Changing, answering


async def test_a_line_can_get_other_words() -> None:
    async with led(written("explore.read", "one", "two"), Desk(selected=2)) as stage:
        await stage.tap("e")
        assert pen(stage).text == "two"
        await stage.write("!")
        await stage.press("enter")
        assert hung(stage.session) == ["one", "two!"]
        assert not stage.desk.writing
        await stage.tap("u")
        assert hung(stage.session) == ["one", "two"]


@pytest.mark.parametrize("keys", [["escape"], ["ctrl+u", "enter"]])
async def test_a_change_that_is_not_made_changes_nothing(keys: list[str]) -> None:
    session = written("explore.read", "one", "two")
    async with led(session, Desk(selected=2)) as stage:
        await stage.tap("e", "x", *keys)
        assert stage.session is session
        assert stage.desk == replace(stage.desk, writing=False, draft="", editing=None)


async def test_an_answer_can_have_a_note() -> None:
    async with led(ANSWERING, Desk(selected=1)) as stage:
        await stage.tap("o")
        await stage.write("Because of the team")
        await stage.press("enter")
        assert line(stage.session).answered
        assert line(stage.session).note == "Because of the team"
        assert "Because of the team" in stage.said()
        assert stage.desk == replace(stage.desk, writing=False, selected=2)
        await stage.tap("u")
        assert stage.session == ANSWERING
