"""A question over the screen that asks it."""

import pytest
from textual.events import Paste

from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.confirm import Confirm
from tests.tui.host import UNSET, Host, page


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["y", "enter"], True),
        (["j", "enter"], True),
        (["down", "enter"], True),
        (["enter"], False),
        (["n"], False),
        (["escape"], False),
        (["y", "n"], False),
        (["y", "up", "enter"], False),
    ],
)
async def test_yes_takes_two_keys_and_no_takes_one(keys: list[str], answer: bool) -> None:
    app = Host(Confirm("Delete this record?"))
    async with app.run_test(size=(50, 15)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.answer is answer


async def test_one_key_alone_destroys_nothing() -> None:
    app = Host(Confirm("Delete this record?", yes="Delete it", no="Keep it"))
    async with app.run_test(size=(50, 15)) as pilot:
        await pilot.press("y")
        assert app.answer is UNSET
        assert "Delete it" in page(app)
        assert "Keep it" in page(app)


async def test_a_click_on_an_answer_gives_it() -> None:
    app = Host(Confirm("Delete this record?"))
    async with app.run_test(size=(50, 15)) as pilot:
        await pilot.click("Rows", offset=(3, 1))
        await pilot.pause()
        assert app.answer is True


async def test_what_is_typed_comes_back() -> None:
    app = Host(Ask("What is the name?", "An", hint="As the group says it"))
    async with app.run_test(size=(50, 15)) as pilot:
        assert "As the group says it" in page(app)
        await pilot.press(*"na", "enter")
        await pilot.pause()
        assert app.answer == "Anna"


async def test_a_question_that_is_put_away_answers_nothing() -> None:
    app = Host(Ask("What is the name?", "An"))
    async with app.run_test(size=(50, 15)) as pilot:
        await pilot.press("x", "escape")
        await pilot.pause()
        assert app.answer is None


async def test_an_empty_line_is_an_answer() -> None:
    app = Host(Ask("What is the name?"))
    async with app.run_test(size=(50, 15)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert app.answer == ""


@pytest.mark.parametrize(
    ("pasted", "answer"),
    [
        ("one\ntwo\r\n three", "one two three"),
        ("\x1b]52;c;aGk=\x1b\\An\x9b2J", "]52;c;aGk=\\An2J"),
        ("[red]An[/]", "[red]An[/]"),
        ("a[/]b [@click=app.bell]c", "a[/]b [@click=app.bell]c"),
        ("\u202eAn\u202c \ud800", "An"),
        ("👩‍👩‍👧 שלום", "👩‍👩‍👧 שלום"),
    ],
)
async def test_a_paste_comes_in_whole_on_one_line(pasted: str, answer: str) -> None:
    app = Host(Ask("What is the name?"))
    async with app.run_test(size=(50, 15)) as pilot:
        app.post_message(Paste(pasted))
        await pilot.pause()
        page(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.answer == answer


async def test_words_in_a_question_are_no_markup() -> None:
    app = Host(Confirm("Delete [/] and [red]this[/red]?", yes="[b]", no="[/]"))
    async with app.run_test(size=(80, 24)):
        assert "Delete [/] and [red]this[/red]?" in page(app)
        assert "y  [b]" in page(app)


async def test_a_long_question_is_read_to_its_end_on_a_small_screen() -> None:
    app = Host(Confirm("Delete 12 records? " + "It is gone. " * 15 + "Kept?"))
    async with app.run_test(size=(50, 15)):
        assert "Kept?" in page(app)
        assert "n  No" in page(app)
