"""The check-list before the meeting: for the facilitator alone, and forgotten unless asked."""

from typing import Any, Final, get_args

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from intervisie_tui.domain import course
from intervisie_tui.domain.closing import closed
from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.view import view
from intervisie_tui.store.methods import load
from intervisie_tui.store.pieces import Pieces
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.widgets.choice import Choice as ChoiceField
from tests.conftest import Clock
from tests.tui.home_of import METHOD
from tests.tui.host import marked, page
from tests.tui.preparing import SIZES, answer, focused, preparing, read

__all__ = ["marked"]

NOTED: Final = "Bo cannot say no to his boss"

TWO_PLACES = """
[[steps]]
title = "Preparation"
phase = "prepare"
  [[steps.moments]]
  title = "Always"
  [[steps.moments]]
  title = "Chairs"
  when = "in-the-room"
  [[steps.moments]]
  title = "Cameras"
  when = "online"
"""

POINTS = load(METHOD).preparation()


async def write(pilot: Pilot[Any], words: str) -> None:
    """Write with the point that is chosen."""
    await pilot.press("enter")
    pilot.app.post_message(Paste(words))
    await pilot.press("enter")
    await pilot.pause()


# Opening it


@pytest.mark.parametrize("field", ["method", "people", "names", "question", "end", "go"])
async def test_one_key_opens_it_from_every_field_and_goes_back_there(
    field: str, clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(f"#{field}").focus()
        await pilot.press("f6")
        assert "Before the meeting" in page(app)
        await pilot.press("f6")
        await pilot.pause()
        assert focused(app) == field


@pytest.mark.parametrize(
    ("size", "key"),
    list(zip(SIZES * 2, ["enter", "right", "space", "click"], strict=True)),
    ids=str,
)
async def test_it_is_a_row_of_the_form(size: tuple[int, int], key: str, clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        app.screen.query_one("#checklist").focus()
        await pilot.pause()
        assert "Check-list Go through it" in read(app)
        assert "For yourself, before the meeting." in read(app)
        if key == "click":
            await pilot.click("#checklist")
        else:
            await pilot.press(key)
        await pilot.pause()
        assert "Before the meeting 0 of 5 done" in read(app)


async def test_a_method_without_a_preparation_has_none(clock: Clock) -> None:
    app = preparing(clock, 'kind = "opener"')
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Check-list" not in page(app)
        await pilot.press("f6")
        assert "Prepare a session" in page(app)


@pytest.mark.parametrize(
    ("keys", "said", "unsaid"), [([], "Chairs", "Cameras"), (["right"], "Cameras", "Chairs")]
)
async def test_it_asks_what_the_place_needs(
    keys: list[str], said: str, unsaid: str, clock: Clock
) -> None:
    app = preparing(clock, TWO_PLACES)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#online").focus()
        await pilot.press(*keys, "f6")
        assert "0 of 2 done" in page(app)
        assert said in page(app)
        assert unsaid not in page(app)


# Reading


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_point_is_read_to_its_end(size: tuple[int, int], clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6")
        for point in POINTS:
            assert f"○ {point.title}" in page(app)
            said = [*filter(None, [point.say]), *point.ask, *point.tips]
            seen = read(app)
            assert " ".join(said[0].split()[:4]) in seen
            for _ in range(6):
                await pilot.press("pagedown")
                seen += f" {read(app)}"
            assert all(part.split()[-1] in seen for part in said)
            await pilot.press("pageup", "down")


# Ticking and writing


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_space_ticks_a_point_and_takes_it_back(size: tuple[int, int], clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6", "space", "down", "down", "space")
        assert "2 of 5 done" in page(app)
        assert [f"✓ {point.title}" in page(app) for point in POINTS] == [1, 0, 1, 0, 0]
        await pilot.press("space")
        assert "1 of 5 done" in page(app)


async def test_a_click_ticks_a_point(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await pilot.click("Points", offset=(3, 1))
        assert f"✓ {POINTS[1].title}" in page(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_answer_is_written_with_a_point_and_changed_and_taken_out(
    size: tuple[int, int], clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6", "down", "enter")
        assert all(question.split()[0] in page(app) for question in POINTS[1].ask)
        await pilot.press(*"Yes", "enter")
        await pilot.pause()
        assert f"○ {POINTS[1].title} · noted" in page(app)
        assert "→ Yes" in page(app)
        await pilot.press("enter", *", no", "enter")
        await pilot.pause()
        assert "→ Yes, no" in page(app)
        await pilot.press("enter", *"x", "escape")
        await pilot.pause()
        assert "→ Yes, no" in page(app)
        await pilot.press("enter", *["backspace"] * 7, "enter")
        await pilot.pause()
        assert "noted" not in page(app)


async def test_what_is_written_is_never_obeyed(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await write(pilot, "[/] [red]no\x1b[2J\nyes")
        assert "→ [/] [red]no[2J yes" in page(app)


# Leaving and coming back


@pytest.mark.parametrize(("size", "key"), list(zip(SIZES, ["escape", "f6"], strict=True)), ids=str)
async def test_who_leaves_finds_ticks_and_answers_as_they_were(
    size: tuple[int, int], key: str, clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6", "space", "down", "right")
        await write(pilot, NOTED)
        await pilot.press(key)
        await pilot.pause()
        # Another method may be looked at meanwhile.
        await pilot.press("right", "left")
        app.screen.query_one("#checklist").focus()
        await pilot.pause()
        assert "1 of 5 done · the answers stay" in read(app)
        assert "Bo" not in read(app)
        await pilot.press("f6")
        assert f"✓ {POINTS[0].title}" in page(app)
        assert f"○ {POINTS[1].title} · noted" in page(app)
        assert "‹ keep them as private notes ›" in page(app)


# What stays


@pytest.mark.parametrize("keys", [[], ["right", "left"]], ids=len)
async def test_answers_are_forgotten_unless_asked_and_never_reach_a_disk(
    keys: list[str], clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6", *keys)
        assert "‹ forget them: nothing is saved ›" in page(app)
        await write(pilot, NOTED)
        await pilot.press("escape")
        await pilot.pause()
        app.screen.query_one("#checklist").focus()
        await pilot.pause()
        assert "the answers are forgotten" in read(app)
        session = await answer(pilot)
        assert session.notes == ()
        assert NOTED.encode() not in Pieces().record(session)
        assert NOTED not in repr(session)


@pytest.mark.parametrize("by", ["key", "mouse"])
async def test_answers_that_are_kept_are_private_notes_until_the_close(
    by: str, clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        if by == "key":
            await pilot.press("right")
        else:
            await pilot.click(ChoiceField, offset=(9, 0))
        await write(pilot, NOTED)
        await pilot.press("escape")
        await pilot.pause()
        session = await answer(pilot)
    (note,) = view(session, clock.now).notes
    assert note.text == f"{POINTS[0].title}: {NOTED}"
    for choice in get_args(Choice):
        left = closed(course.finish(session, clock.now), choice, until=None, now=clock.now)
        assert NOTED not in repr(left)


async def test_ticks_alone_leave_no_trace(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6", "space", "right", "escape")
        await pilot.pause()
        assert (await answer(pilot)).notes == ()


# Words


@pytest.mark.usefixtures("marked")
async def test_its_words_follow_the_language(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6", "space")
        speak(app, "nl")
        await pilot.pause()
        said = ["«Before the meeting»", "«1 of 5 done»"]
        said += ["«Answers»", "«forget them: nothing is saved»", "«Tick»", "«Write»"]
        assert [words for words in said if words not in page(app)] == []
