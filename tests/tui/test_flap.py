"""The group's face: what has to be read is there, and nothing else is."""

from dataclasses import replace
from typing import Final

import pytest
from textual.widgets import Static

from intervisie_tui.domain import course, room, wall
from intervisie_tui.locale import LANGUAGES, N_, Language, _, set_language
from intervisie_tui.tui.widgets.time_bar import TimeBar, turn
from tests.domain.samples import FIVE, NINE, under_way, written
from tests.tui.stage import SIZES, SMALL, USUAL, Size, Stage, led

QUESTION: Final = (
    "How can I say no to more work without feeling that I let my colleagues down, and without"
    " saying yes again in the end because it stays silent at the other side of the table?"
)


async def test_names_stand_behind_lines_only_when_the_group_wants_that() -> None:
    session = wall.write(under_way(FIVE, "explore.read"), "Whose is this?", by=2)
    async with led(session) as stage:
        assert row_of(stage, "Whose is this?") == "1 Whose is this?"
        await stage.press("m")
        assert row_of(stage, "Whose is this?") == "1 Whose is this? · Bo"
        await stage.press("m")
        assert row_of(stage, "Whose is this?") == "1 Whose is this?"


def row_of(stage: Stage, words: str) -> str:
    return next(" ".join(row.split()) for row in stage.page().split("\n") if words in row)


async def test_a_question_that_does_not_fit_says_so() -> None:
    session = under_way(FIVE, "explore.read", question="Where does it end? " * 100)
    async with led(session) as stage:
        said = stage.said()
        assert "…”" in said
        assert "No answers yet." in said
        assert "Questions" in said


async def test_a_small_screen_shows_a_question_whole_or_not() -> None:
    session = under_way(FIVE, "explore.read", question=QUESTION)
    async with led(session, size=SMALL) as stage:
        assert "“How can I" not in stage.said()
        await stage.resize((50, 24))
        assert QUESTION in stage.said()
        await stage.resize(SMALL)
        assert "“How can I" not in stage.said()


def flap_words(stage: Stage) -> list[str]:
    """What stands on the flap, without the bar of the time."""
    return [str(each.content) for each in stage.screen.query("Flap Static").results(Static)]


async def test_no_seconds_tick_on_the_flap() -> None:
    session = course.start(under_way(FIVE, "explore.write"), NINE)
    async with led(session) as stage:
        before = flap_words(stage)
        said = set()
        for _second in range(4 * 60):
            stage.clock.pass_(seconds=1)
            stage.screen._look()
            assert flap_words(stage) == before
            said.add(stage.screen.query_one(TimeBar)._bar().plain.lstrip("● ▇─"))
        assert said == {
            "3 min left",
            "2 min left",
            "last minute",
            "time to round off",
            "time to round off · +1",
        }


async def test_the_clock_of_a_turn_goes_by_tens() -> None:
    session = room.next_turn(course.start(under_way(FIVE, "explore.read"), NINE), NINE)
    async with led(session) as stage:
        said = set()
        for _second in range(30):
            stage.clock.pass_(seconds=1)
            stage.screen._look()
            said.add(stage.screen.query_one(TimeBar)._bar().plain.split(" · ")[1])
        assert said == {turn(left) for left in (30, 20, 10, 0)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("minutes", "words", "look"),
    [
        (0.5, N_("{number} min left"), None),
        (2.5, N_("last minute"), "-nearly-up"),
        (3.5, N_("time to round off"), "-over"),
        (5.5, N_("time to round off · +{number}"), "-over"),
    ],
)
async def test_the_time_is_said_in_words_too(
    minutes: float, words: str, look: str | None, language: Language
) -> None:
    set_language(language)
    session = course.start(under_way(FIVE, "explore.write"), NINE)
    async with led(session, size=SMALL) as stage:
        await stage.pass_(minutes=minutes)
        assert _(words).format(number=3 if look is None else 2) in stage.said()
        bar = stage.screen.query_one(TimeBar)
        assert bar.classes == ({look} if look else set())


def indents(stage: Stage) -> set[int]:
    """Where the words of the lines begin that are on the chart."""
    return {row.index("what") for row in stage.page().split("\n") if "what" in row}


@pytest.mark.parametrize("size", [(64, 22), USUAL, (110, 22)])
async def test_lines_stay_at_their_indent_when_the_list_gets_crowded(size: Size) -> None:
    async with led(written("explore.read", "what 1"), size=size) as stage:
        before = indents(stage)
        top = stage.page().split("\n")[0]
        assert top.strip() == ""
        for number in range(2, 30):
            stage.screen.session = wall.write(stage.session, f"what {number}")
        await stage.settle()
        assert stage.page().split("\n")[0].strip() != ""  # it is crowded
        assert indents(stage) == before


async def test_a_question_on_paper_is_in_sight_as_its_card() -> None:
    session = wall.write_on(under_way(FIVE, "explore.read"), "The question", "")
    async with led(session) as stage:
        assert "Version 1, on paper" in stage.said()


async def test_a_card_without_a_word_of_its_own_is_still_in_sight() -> None:
    charts = {**FIVE.charts, "The question": replace(FIVE.charts["The question"], card="")}
    session = under_way(replace(FIVE, charts=charts), "explore.read")
    async with led(wall.write_on(session, "The question", "")) as stage:
        assert "Card 1, on paper" in stage.said()


async def test_the_flap_says_how_many_lines_each_gives_and_how_far_who_has_the_turn_is() -> None:
    async with led(under_way(FIVE, "explore.read")) as stage:
        assert "4 Dee 2 each" in stage.said()
        await stage.press("tab")
        assert "▶ 1 An 0/2 · 2 Bo" in stage.said()
        await stage.press("enter")
        await stage.write("Who was there?")
        await stage.press("enter")
        assert "▶ 1 An 1/2 · 2 Bo" in stage.said()


@pytest.mark.parametrize("size", SIZES)
async def test_the_column_in_which_one_writes_is_in_sight_all_the_time(size: Size) -> None:
    async with led(under_way(FIVE, "7.1"), size=size) as stage:

        def row() -> str:
            return next(row.strip() for row in stage.page().split("\n") if "Ask her" in row)

        await stage.press("enter")
        await stage.write("Ask her")
        await stage.pilot.pause()
        assert row() == "do Ask her"
        await stage.press("tab")
        assert row() == "think over Ask her"
        await stage.press("enter", "escape")
        assert "think over" not in row()


PICKING: Final = written("7.2", "one", "two")
JUDGING: Final = written("explore.rank", "one", "two")


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_line_says_what_digits_do_to_lines(size: Size) -> None:
    async with led(PICKING, size=size) as stage:
        assert "1–2 Choose" in stage.footer()
        await stage.open(JUDGING)
        assert "1–3 Judge" in stage.footer()
        await stage.press("escape")  # nothing is selected to be judged
        assert "Judge" not in stage.footer()
        await stage.open(under_way(FIVE, "explore.read"))
        assert "1–" not in stage.footer()


async def test_a_click_on_the_digits_in_the_key_line_chooses_nothing() -> None:
    async with led(PICKING) as stage:
        at = stage.footer().index("1–2 Choose")
        await stage.pilot.click("KeyLine", offset=(at + 5, 0))
        await stage.settle()
        assert stage.session is PICKING
