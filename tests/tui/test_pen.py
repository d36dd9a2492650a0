"""The pen: what is written, and what it leaves to the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot

from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.tui.widgets.ink import INK
from intervisie_tui.tui.widgets.pen import Pen
from tests.tui.host import page


class Desk(App[None]):
    """Has a pen, and keys of its own."""

    BINDINGS = [
        Binding(key, f"led('{key}')", show=False)
        for key in ("pageup", "pagedown", "f1", "f2", "f5", "f6", "f7", "f8", "f12", "shift+enter")
    ]

    def __init__(self) -> None:
        super().__init__()
        self.pen = Pen()
        self.led: list[str] = []
        self.said: list[Message] = []
        self.draft = ("", 0)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return INK

    def compose(self) -> ComposeResult:
        yield self.pen

    def action_led(self, key: str) -> None:
        self.led.append(key)

    def on_pen_changed(self, message: Pen.Changed) -> None:
        self.draft = (message.text, message.caret)

    def on_pen_written(self, message: Pen.Written) -> None:
        self.said.append(message)

    def on_pen_pasted(self, message: Pen.Pasted) -> None:
        self.said.append(message)

    def on_pen_left(self, message: Pen.Left) -> None:
        self.said.append(message)

    def on_pen_column(self, message: Pen.Column) -> None:
        self.said.append(message)


@asynccontextmanager
async def desk(size: tuple[int, int] = (40, 10)) -> AsyncIterator[tuple[Desk, Pilot[None]]]:
    app = Desk()
    async with app.run_test(size=size) as pilot:
        app.pen.focus()
        await pilot.pause()
        yield app, pilot


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def test_enter_says_what_was_written_and_empties_the_pen() -> None:
    async with desk() as (app, pilot):
        await pilot.press(*"why [b]", "enter")
        assert app.said == [Pen.Written("why [b]")]
        assert app.pen.text == ""
        assert app.draft == ("", 0)


async def test_enter_on_an_empty_pen_says_so() -> None:
    async with desk() as (app, pilot):
        await pilot.press("enter", "space", "enter")
        assert app.said == [Pen.Written(""), Pen.Written("")]


async def test_what_was_written_is_not_brought_back_by_undo() -> None:
    async with desk() as (app, pilot):
        await pilot.press(*"secret", "enter", "ctrl+z")
        assert app.pen.text == ""


async def test_escape_leaves_and_keeps_the_words() -> None:
    async with desk() as (app, pilot):
        await pilot.press(*"half", "escape")
        assert app.said == [Pen.Left()]
        assert app.pen.text == "half"


async def test_tab_asks_for_another_column() -> None:
    async with desk() as (app, pilot):
        await pilot.press("tab", "shift+tab")
        assert app.said == [Pen.Column(1), Pen.Column(-1)]
        assert app.pen.has_focus


@pytest.mark.parametrize("key", ["pageup", "pagedown", "f1", "f2", "f5", "f6", "f7", "f8", "f12"])
async def test_the_keys_that_lead_go_on_leading(key: str) -> None:
    async with desk() as (app, pilot):
        app.pen.fill("some words")
        await pilot.press(key)
        assert app.led == [key]
        assert app.pen.selected_text == ""


async def test_every_change_is_told() -> None:
    async with desk() as (app, pilot):
        for key, draft in [
            ("a", ("a", 1)),
            ("b", ("ab", 2)),
            ("left", ("ab", 1)),
            ("delete", ("a", 1)),
            ("backspace", ("", 0)),
        ]:
            await pilot.press(key)
            assert app.draft == draft


@pytest.mark.parametrize(("caret", "there"), [(None, 10), (0, 0), (4, 4), (99, 10)])
async def test_a_draft_is_taken_up_where_it_was_left(caret: int | None, there: int) -> None:
    async with desk() as (app, pilot):
        app.pen.fill("half\ntyped", caret)
        await pilot.pause()
        assert app.draft == ("half typed", there)


async def test_a_draft_is_there_before_the_pen_is_seen() -> None:
    app = Desk()
    app.pen.fill("half", 2)
    async with app.run_test():
        assert (app.pen.text, app.pen.cursor_location) == ("half", (0, 2))


async def test_several_pasted_lines_are_several_lines() -> None:
    async with desk() as (app, pilot):
        app.pen.fill("draft")
        await paste(pilot, " one\r\n\r\ntwo\x1b[2J\nthree ")
        assert app.said == [Pen.Pasted(("one", "two[2J", "three"))]
        assert app.pen.text == "draft"


async def test_one_pasted_line_goes_where_the_caret_is() -> None:
    async with desk() as (app, pilot):
        app.pen.fill("before after", 7)
        await paste(pilot, "\x9b31mpasted\u202e\r\n")
        assert app.said == []
        assert app.draft == ("before 31mpastedafter", 16)


async def test_a_paste_without_words_is_nothing() -> None:
    async with desk() as (app, pilot):
        await paste(pilot, "\n \x1b\n")
        assert (app.said, app.pen.text) == ([], "")


async def test_what_was_copied_inside_is_pasted_like_anything_else() -> None:
    async with desk() as (app, pilot):
        app.copy_to_clipboard("one\ntwo")
        await pilot.press("ctrl+v")
        assert app.said == [Pen.Pasted(("one", "two"))]


async def test_a_paste_of_a_book_does_not_stop_the_program() -> None:
    async with desk() as (app, pilot):
        await paste(pilot, "word " * 100_000)
        assert len(app.pen.text) == 2000


@pytest.mark.parametrize(("words", "rows"), [("", 1), ("x" * 30, 1), ("x" * 50, 2), ("x" * 999, 3)])
async def test_it_grows_to_three_rows(words: str, rows: int) -> None:
    async with desk() as (app, pilot):
        app.pen.fill(words)
        await pilot.pause()
        assert app.pen.size.height == rows


async def test_the_caret_stays_in_sight() -> None:
    async with desk() as (app, pilot):
        app.pen.fill("x" * 200 + " the end")
        await pilot.pause()
        assert "the end" in page(app)


async def test_the_prompt_is_words_and_no_markup() -> None:
    async with desk() as (app, pilot):
        for words in ("Who is [b]An[/]?", "[/]"):
            app.pen.prompt(words)
            await pilot.pause()
            assert words in page(app)


async def test_nothing_blinks() -> None:
    async with desk() as (app, _pilot):
        assert not app.pen.cursor_blink


@settings(max_examples=20)
@given(st.lists(st.text(max_size=30) | st.sampled_from(["\x1b]52;c;x\x07", "\ud83d", "a\u2028b"])))
async def test_no_control_character_gets_in(pasted: list[str]) -> None:
    async with desk() as (app, pilot):
        for text in pasted:
            app.post_message(events.Paste(text))
        await pilot.pause()
        assert not UNSEEN.search(app.pen.text)
        assert "\n" not in app.pen.text
        for message in app.said:
            assert isinstance(message, Pen.Pasted)
            assert not any(UNSEEN.search(line) or "\n" in line for line in message.lines)
