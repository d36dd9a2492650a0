"""What was said: it goes for good when that is asked, and is never more than words."""

from dataclasses import replace
from typing import Final

import pytest

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.history import Change
from intervisie_tui.domain.text import UNSEEN
from tests.domain.samples import (
    NINE,
    prepared,
    texts,
    written,
)
from tests.tui.stage import Stage, led

READING: Final = written("explore.read", "one", "two", "three")

# Wiping


async def test_a_wiped_line_is_gone_from_everything_that_can_come_back() -> None:
    async with led(READING, Desk(selected=2)) as stage:
        await stage.press("shift+up", "shift+down", "u")
        await stage.press("x")
        assert "for good" in stage.said()
        await stage.press("y", "enter")
        kept = (stage.session, *(change.session for change in all_changes(stage)))
        assert all("two" not in texts(session, "Questions") for session in kept)
        assert stage.record.all[-1][0] is stage.session
        assert stage.desk.selected != 2
        assert "two" not in stage.said()
        for key in ("u", "u", "y", "y"):
            await stage.press(key)
            assert "two" not in texts(stage.session, "Questions")


def all_changes(stage: Stage) -> tuple[Change, ...]:
    return (*stage.screen.history.past, *stage.screen.history.future)


@pytest.mark.parametrize("keys", [["n"], ["escape"], ["enter"]])
async def test_a_line_is_not_wiped_by_accident(keys: list[str]) -> None:
    async with led(READING, Desk(selected=2)) as stage:
        await stage.press("x", *keys)
        assert stage.session is READING


async def test_half_a_change_does_not_outlive_the_line() -> None:
    async with led(READING, Desk(selected=2)) as stage:
        await stage.press("e")
        await stage.write(" and more")
        await stage.press("escape")
        await stage.press("x")
        await stage.press("y", "enter")
        assert texts(stage.session, "Questions") == ["one", "three"]
        assert stage.desk == replace(stage.desk, writing=False, draft="", editing=None)
        assert "and more" not in repr(stage.record.all[-1])


# Words from people


async def test_words_of_people_are_neither_markup_nor_control() -> None:
    nasty = "[red]x[/] \x1b[31m\u202e [/nope] [@click=app.quit]y[/]"
    session = prepared(names=[nasty, "", "Cem"], case_giver=1, group=nasty, question=nasty)
    session = course.begin(session, NINE)
    session = room.note(wall.write_on(session, "Questions", nasty, by=1), nasty)
    session = room.show_names(course.go_to(session, 8, NINE))
    async with led(session) as stage:
        for key in ("tab", "f2", "f2", "r", "r", "g", "escape", "w", "escape", "f10"):
            await stage.press(key)
            assert not UNSEEN.search(stage.page().replace("\n", ""))
        await stage.press("left")
        assert "[@click=app.quit]y[/]" in stage.said()
