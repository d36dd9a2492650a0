"""What is written for a group before its next meeting, and what its page tells of earlier ones."""

from dataclasses import replace

import pytest

from intervisie_tui.store.groups import new_group
from intervisie_tui.store.home import Home, Settings
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.group import GroupScreen
from intervisie_tui.tui.screens.page import Page
from tests.conftest import Clock
from tests.tui.group_rooms import mine, opened, press
from tests.tui.home_of import put
from tests.tui.host import marked, page, settle
from tests.tui.paper_rooms import files, held, kept
from tests.tui.preparing import read

__all__ = ["marked", "mine"]

pytestmark = pytest.mark.usefixtures("amsterdam")


# The letter


async def test_a_letter_says_what_is_known_of_the_meeting(mine: Home) -> None:
    home = replace(mine, settings=Settings(facilitator="Joke"))
    group = new_group(home, "North", ["Anna"], method="vijf-stappen")
    app = opened(home, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", *"2-2-2026 10u", "enter", *"The attic", "enter")
        told = page(app)
        for line in ("When: Monday 2 February 2026, 10:00", "Where: The attic", "Led by: Joke"):
            assert line in told
        assert files(home.hand_over) == []
        await press(pilot, "f", "f", "enter")
        said = (home.hand_over / f"{group.id}-letter.md").read_text("utf-8")
        assert "We work with “Five steps”" in said
        assert "Anna" not in said
        (notice,) = app._notifications
        assert notice.message == f"Written: hand-over/{group.id}-letter.md"


async def test_a_letter_needs_no_typing(mine: Home) -> None:
    group = new_group(mine, "North", method="gone")
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "enter", "enter", "f", "f", "enter")
        said = (mine.hand_over / f"{group.id}-letter.md").read_text("utf-8")
        assert "What is your question" in said
        for words in ("When:", "Where:", "Led by:", "How we work"):
            assert words not in said


async def test_what_is_no_date_is_asked_again_and_may_be_left_out(mine: Home) -> None:
    app = opened(mine, new_group(mine, "North"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", *"soon", "enter")
        assert "“soon” is no day with a time" in read(app)
        await press(pilot, *["backspace"] * 4, "enter", "enter")
        assert "Preparing your case" in page(app)
        assert "When:" not in page(app)


@pytest.mark.parametrize("keys", [[], ["enter"], ["enter", "enter"]])
async def test_a_letter_that_is_put_away_is_not_written(keys: list[str], mine: Home) -> None:
    app = opened(mine, new_group(mine, "North"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", *keys, "escape")
        assert isinstance(app.screen, GroupScreen)
        assert files(mine.hand_over) == []


async def test_a_usual_method_that_is_broken_is_not_in_the_letter(mine: Home) -> None:
    (mine.methods / "mine.toml").write_text('format = 1\ntitle = "Mine"\nlanguage = "en"\nx = 1\n')
    group = new_group(mine, "North", method="mine")
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "enter", "enter", "f", "f", "enter")
        said = (mine.hand_over / f"{group.id}-letter.md").read_text("utf-8")
        assert "What is your question" in said
        assert "How we work" not in said


async def test_a_letter_that_is_there_is_replaced_only_after_that_was_said(mine: Home) -> None:
    group = new_group(mine, "North")
    there = mine.hand_over / f"{group.id}-letter.pdf"
    there.write_text("before")
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "enter", "enter")
        assert "! There is one already: it is replaced." in page(app)
        assert there.read_text() == "before"


# The dates and the questionnaire


async def test_the_next_date_comes_four_weeks_after_the_last_meeting(mine: Home) -> None:
    group = new_group(mine, "North")
    for days in (-28, 0):
        put(mine, kept(held(group.id, days=days)))
    put(mine, kept(held("other2", days=3)))
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", "enter", "enter")
        assert "Monday 2 February 2026, 10:00" in page(app)
        assert "Each takes 4 hours." in page(app)
        await press(pilot, "enter")
        assert files(mine.hand_over) == [f"{group.id}-dates.ics"]
        await press(pilot, "b", "enter", "enter")
        assert "When: Monday 2 February 2026, 10:00" in page(app)


async def test_a_new_group_meets_four_weeks_from_now(mine: Home, clock: Clock) -> None:
    clock.pass_(minutes=25)
    app = opened(mine, new_group(mine, "North"), clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", "enter", "enter")
        assert "Monday 2 February 2026, 10:00" in page(app)
        assert "Each takes 2 hours." in page(app)


async def test_a_date_that_is_past_is_not_offered_for_the_letter(mine: Home, clock: Clock) -> None:
    app = opened(mine, new_group(mine, "North"), clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", "enter", "enter", "enter")
        clock.pass_(days=29)
        await press(pilot, "b", "enter", "enter")
        assert "When:" not in page(app)


async def test_the_questionnaire_is_written(mine: Home) -> None:
    group = new_group(mine, "North")
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q", "enter")
        assert files(mine.hand_over) == [f"{group.id}-questionnaire.pdf"]


# Earlier meetings


async def test_the_page_of_a_group_leads_to_its_history_and_what_is_asked_after(mine: Home) -> None:
    group = new_group(mine, "North", ["Anna"])
    put(mine, kept(held(group.id)))
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, Page)
        assert "History of North" in page(app)
        assert "1 meeting" in page(app)
        await pilot.press("escape", "i")
        await settle(pilot)
        assert "What is asked after the next time" in page(app)


@pytest.mark.usefixtures("marked")
async def test_the_rows_are_said_anew_in_another_language(mine: Home) -> None:
    app = opened(mine, new_group(mine, "North"))
    async with app.run_test(size=(120, 40)) as pilot:
        speak(app, "nl")
        await pilot.pause()
        rows = ("Intentions", "History", "Next date", "Letter to who brings a case")
        for words in (*rows, "Questionnaire"):
            assert f"«{words}»" in page(app)
