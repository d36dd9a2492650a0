"""Writing on the chart: typing never leads, and no word is lost."""

import string
from dataclasses import replace
from typing import Final

import pytest

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Round
from intervisie_tui.tui.widgets.pen import Pen
from tests.domain.samples import FIVE, NINE, SMALL, line, texts, under_way, where, written
from tests.tui.stage import SIZES, Size, Stage, led

READING: Final = under_way(FIVE, "explore.read")
ROUND: Final = room.next_turn(READING, NINE)
GIVING: Final = under_way(FIVE, "7.1")
FOR_ME: Final = under_way(FIVE, "6.2")
"""On a chart that keeps nothing."""

WRITING: Final = Desk(writing=True)

TYPED: Final = [
    *string.ascii_lowercase,
    *string.digits,
    *("space", "plus", "minus", "equals_sign", "full_stop", "question_mark", "comma"),
]
"""All that leads elsewhere, and more."""


def pen(stage: Stage) -> Pen:
    return stage.screen.query_one(Pen)


def hung(session: Session) -> list[str]:
    return [entry.text for _sheet, entry in session.entries()]


# Typing


async def test_typing_never_leads() -> None:
    async with led(READING, WRITING) as stage:
        await stage.tap(*TYPED)
        assert stage.session is READING
        assert pen(stage).text == f"{string.ascii_lowercase}{string.digits} +-=.?,"
        assert stage.desk == replace(stage.desk, writing=True, draft=pen(stage).text)
        await stage.press("home", "delete", "end", "backspace", "left", "right", "up", "down")
        assert stage.session is READING


@pytest.mark.parametrize("size", SIZES)
async def test_enter_hangs_the_line_and_stays(size: Size) -> None:
    async with led(ROUND, size=size) as stage:
        await stage.tap("enter")
        await stage.write("What makes it matter?")
        await stage.press("enter")
        assert "1 What makes it matter?" in stage.said()
        await stage.write("And who gains?")
        await stage.press("enter")
        assert "2 And who gains?" in stage.said()
        assert pen(stage).has_focus
        await stage.tap("escape", "u", "u")
        assert stage.session == ROUND


async def test_enter_on_an_empty_line_hangs_a_numbered_card() -> None:
    async with led(READING) as stage:
        await stage.tap("enter", "enter", "enter")
        await stage.write("  ")
        await stage.press("enter")
        assert [entry.card for _sheet, entry in stage.session.entries()] == [1, 2, 3]
        assert "Question 3" in stage.said()
        await stage.tap("escape", "1")
        assert hung(stage.session) == ["", "", ""]


async def test_a_line_belongs_to_whose_turn_it_is() -> None:
    async with led(ROUND, WRITING) as stage:
        await stage.tap("a", "enter")
        assert line(stage.session).by == 1


async def test_tab_goes_to_the_next_person_while_writing_and_hangs_what_was_said() -> None:
    async with led(ROUND, WRITING) as stage:
        await stage.press("a", "tab", "b", "enter")
        assert [entry.by for _sheet, entry in stage.session.entries()] == [1, 2]
        assert stage.session.stop.turns == Round(now=2, had=(1,))
        assert pen(stage).has_focus


async def test_who_writes_in_a_round_begins_it() -> None:
    async with led(READING) as stage:
        await stage.press("enter", "a", "enter")
        assert line(stage.session).by == 1
        assert stage.session.stop.turns == Round(now=1)


async def test_nothing_is_written_on_what_only_hangs_to_be_read() -> None:
    session = course.next_stop(READING, NINE)
    async with led(session) as stage:
        await stage.tap("enter")
        assert not stage.desk.writing
        assert stage.session is session


async def test_a_new_version_of_the_question_hangs_under_the_first() -> None:
    session = under_way(FIVE, "6.3", question="Old?")
    async with led(session) as stage:
        await stage.tap("enter", "n", "e", "w", "enter")
        assert texts(stage.session, "The question") == ["Old?", "new"]
        assert "2 new" in stage.said()


async def test_several_pasted_lines_become_lines_of_the_chart() -> None:
    async with led(READING, WRITING) as stage:
        await stage.paste("one\n\n  two\x1b[31m \r\nthree [/b]")
        assert hung(stage.session) == ["one", "two[31m", "three [/b]"]
        assert stage.desk.writing
        await stage.tap("escape", "u")
        assert stage.session == READING


async def test_one_pasted_line_can_still_be_changed() -> None:
    async with led(READING, WRITING) as stage:
        await stage.paste("one\n")
        assert hung(stage.session) == []
        await stage.tap("exclamation_mark", "enter")
        assert hung(stage.session) == ["one!"]


# Leading on


@pytest.mark.parametrize(
    ("key", "moment"), [("pagedown", "explore.3"), ("pageup", "explore.write")]
)
async def test_a_presenter_leads_on_while_writing(key: str, moment: str) -> None:
    async with led(READING, WRITING) as stage:
        await stage.press("h", "i", key)
        assert where(stage.session) == moment
        assert hung(stage.session) == ["hi"]
        assert not stage.desk.writing


@pytest.mark.parametrize(
    ("key", "top"),
    [("f1", "Keys"), ("f2", "SessionScreen"), ("f9", "HomeScreen"), ("f10", "SessionScreen")],
)
async def test_function_keys_lead_on_while_writing(key: str, top: str) -> None:
    async with led(READING, WRITING) as stage:
        await stage.tap("h", "i", key)
        assert await stage.comes(lambda: stage.on_top == top)
        assert stage.desk.draft == "hi" or hung(stage.session) == ["hi"]
        assert (stage.desk.face == "regie") is (key == "f2")
        assert (stage.session.stage == "closing") is (key == "f10")


@pytest.mark.parametrize("aside", [("f1", "escape"), ("f2", "f2", "enter"), ("escape", "enter")])
async def test_half_a_line_waits_until_one_writes_again(aside: tuple[str, ...]) -> None:
    async with led(READING, WRITING) as stage:
        await stage.tap("h", "a", "l", "left")
        for key in aside:
            await stage.press(key)
        assert pen(stage).has_focus
        assert pen(stage).text == "hal"
        await stage.tap("end", "f", "enter")
        assert hung(stage.session) == ["half"]


async def test_escape_returns_to_leading() -> None:
    async with led(READING, WRITING) as stage:
        await stage.press("escape")
        assert not stage.desk.writing
        assert not pen(stage).region.height
        await stage.press("s")
        assert where(stage.session) == "explore.3"


async def test_keys_that_write_are_not_offered_as_keys_that_lead() -> None:
    async with led(READING, WRITING) as stage:
        assert "Esc Lead on" in stage.footer()
        for key in ("Enter", "Tab", "space", "→", "?"):
            assert key not in stage.footer().split()
        offered = {active.binding.key for active in stage.screen.active_bindings.values()}
        assert not offered & set(TYPED)


async def test_the_pen_goes_where_nothing_hangs() -> None:
    session = course.go_to(under_way(SMALL, "2"), 2, NINE)
    async with led(session, WRITING) as stage:
        await stage.press("pagedown")
        assert where(stage.session) == "3"
        assert not stage.desk.writing
        await stage.press("space")
        assert stage.session.since is not None


async def test_the_pen_has_the_keys_again_when_the_screen_is_large_enough_again() -> None:
    async with led(READING, WRITING) as stage:
        await stage.tap("a")
        await stage.resize((40, 10))
        await stage.tap("s")
        await stage.resize((80, 24))
        assert await stage.comes(lambda: pen(stage).has_focus)
        await stage.tap("b", "enter")
        assert where(stage.session) == "explore.read"
        assert hung(stage.session) in (["ab"], ["asb"])


# What lies on the desk


async def test_a_session_is_resumed_in_the_middle_of_a_word() -> None:
    desk = Desk(writing=True, draft="half a wrod", caret=9, column=1)
    async with led(GIVING, desk) as stage:
        assert stage.desk == desk
        assert pen(stage).has_focus
        assert pen(stage).cursor_location == (0, 9)
        await stage.tap("x", "enter")
        assert line(stage.session).text == "half a wrxod"
        assert line(stage.session).column == "think over"


async def test_the_desk_is_put_to_the_record_at_each_key() -> None:
    async with led(READING, WRITING) as stage:
        await stage.tap("h", "i", "left")
        assert await stage.comes(lambda: stage.record.all[-1][1].caret == 1)
        assert stage.record.all[-1][1].draft == "hi"


async def test_half_a_line_for_a_chart_that_keeps_nothing_does_not_wait() -> None:
    async with led(FOR_ME, WRITING) as stage:
        await stage.press("s", "h", "escape", "right")
        assert stage.desk.draft == ""
        assert stage.record.all[-1][1].draft == ""
        await stage.press("enter")
        assert pen(stage).text == ""


# Lending


async def test_a_lent_keyboard_writes_and_does_nothing_else() -> None:
    async with led(ROUND) as stage:
        await stage.press("f8")
        assert "is lent" in stage.said()
        lent = stage.session
        for key in ("pagedown", "pageup", "f2", "f9", "f10", "tab", "f1", "escape"):
            await stage.tap(key)
        assert stage.session is lent
        assert stage.on_top == "SessionScreen"
        await stage.write("by a colleague")
        await stage.press("enter", "f8")
        assert hung(stage.session) == ["by a colleague"]
        assert "is lent" not in stage.said()
        await stage.press("pagedown")
        assert where(stage.session) == "explore.3"


async def test_a_lent_keyboard_goes_on_writing_after_a_change() -> None:
    async with led(written("explore.read", "one"), Desk(selected=1)) as stage:
        await stage.press("e", "f8", "enter")
        assert stage.desk.writing
        assert pen(stage).has_focus
        await stage.press("b", "enter")
        assert hung(stage.session) == ["one", "b"]


async def test_nothing_can_be_lent_where_nothing_hangs() -> None:
    async with led(under_way(SMALL)) as stage:
        await stage.press("f8")
        assert not stage.desk.lent


async def test_the_keyboard_is_still_lent_when_a_session_is_resumed() -> None:
    async with led(READING, Desk(writing=True, lent=True)) as stage:
        await stage.tap("pagedown")
        assert stage.session is READING
        assert "is lent" in stage.said()
        await stage.tap("a", "enter")
        assert hung(stage.session) == ["a"]


async def test_words_are_kept_as_they_were_said() -> None:
    said = '[b]It\'s "nice"[/] \\ {x} 👩‍👩‍👧 שלום'
    async with led(READING, WRITING) as stage:
        await stage.write(said)
        await stage.tap("enter")
        assert hung(stage.session) == [said]
        assert wall.here(stage.session) is not None


async def test_where_nothing_is_written_enter_says_so() -> None:
    async with led(under_way(SMALL)) as stage:
        await stage.press("enter")
        assert "Nothing goes on the flip chart now" in stage.said()
        assert stage.session.stop.turns is None
