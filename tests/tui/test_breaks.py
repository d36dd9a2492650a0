"""A break: when to be back, to be read from the back of the room, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from textwrap import dedent

import pytest

from intervisie_tui.domain import course
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.widgets.break_sheet import FIGURES, large
from intervisie_tui.tui.widgets.flap import Flap
from tests.domain.samples import NINE
from tests.tui.meetings import (
    PAUSE,
    under_way,
)
from tests.tui.stage import SIZES, Size, Stage, led


def figures(stage: Stage) -> str:
    """The large figures that stand on the screen, without the air before them."""
    rows = [row for row in stage.page().split("\n") if "█" in row]
    return dedent("\n".join(rows))


def drawn(said: str, size: int) -> str:
    return dedent("\n".join(row.rstrip() for row in large(said, size)))


@pytest.mark.parametrize(("size", "times"), [*zip(SIZES, (1, 2, 3), strict=True)])
async def test_when_to_be_back_stands_there_as_large_as_fits(size: Size, times: int) -> None:
    async with led(under_way(PAUSE), size=size) as stage:
        await stage.press("space")
        assert "Back at" in stage.said()
        assert figures(stage) == drawn(hour(NINE + timedelta(minutes=15)), times)


async def test_before_it_begins_the_break_says_how_many_minutes() -> None:
    async with led(under_way(PAUSE)) as stage:
        assert figures(stage) == drawn("15", 2)
        assert "minutes" in stage.said()
        await stage.press("plus")
        assert figures(stage) == drawn("16", 2)


async def test_a_break_that_is_held_up_says_how_many_minutes_are_left() -> None:
    async with led(course.start(under_way(PAUSE), NINE)) as stage:
        await stage.pass_(minutes=5)
        await stage.press("space")
        assert figures(stage) == drawn("10", 2)
        await stage.press("space")
        assert figures(stage) == drawn(hour(NINE + timedelta(minutes=15)), 2)


async def test_the_break_stays_as_it_is_until_it_is_over() -> None:
    async with led(course.start(under_way(PAUSE), NINE)) as stage:
        before, back = stage.page(), figures(stage)
        for _minute in range(14):
            await stage.pass_(minutes=1)
            assert stage.page() == before
        for _minute in range(3):
            await stage.pass_(minutes=1)
            assert "We go on" in stage.said()
            assert figures(stage) == back


async def test_more_time_moves_when_to_be_back() -> None:
    async with led(course.start(under_way(PAUSE), NINE)) as stage:
        before = figures(stage)
        await stage.press("plus")
        assert figures(stage) != before
        await stage.press("u")
        assert figures(stage) == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_else_is_on_the_sheet_of_a_break(language: Language) -> None:
    set_language(language)
    async with led(course.start(under_way(PAUSE), NINE)) as stage:
        rows = [row for row in stage.page().split("\n")[:-1] if row.strip() and "█" not in row]
        assert [row.strip() for row in rows] == ["Break", _("Back at")]
        assert not stage.screen.query_one(Flap).display


async def test_who_asks_for_the_pen_in_a_break_gets_none() -> None:
    async with led(under_way(PAUSE)) as stage:
        await stage.press("enter")
        assert not stage.desk.writing
        assert stage.screen.aside == ""


async def test_the_rules_can_be_hung_large_in_a_break_too() -> None:
    async with led(under_way(PAUSE)) as stage:
        await stage.press("r")
        assert "Phones away." in stage.said()
        await stage.press("escape")
        assert "█" in stage.page()


async def test_a_break_without_an_end_says_that_it_is_one() -> None:
    session = under_way(PAUSE)
    session = session.with_stop(replace(session.stop, planned=None))
    async with led(course.start(session, NINE)) as stage:
        await stage.pass_(minutes=30)
        assert stage.said().startswith("Break")
        assert "█" not in stage.page()


def test_every_figure_is_as_wide_as_any_other() -> None:
    assert {len(row) for name, rows in FIGURES.items() if name != ":" for row in rows} == {3}
    assert {len(rows) for rows in FIGURES.values()} == {5}
