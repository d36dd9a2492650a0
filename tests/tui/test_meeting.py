"""A meeting of several blocks: where the group is, breaks, and what is no longer its face."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest
from textual.widgets import Static

from intervisie_tui.domain import agenda, course, wall
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.widgets import blocks, wording
from intervisie_tui.tui.widgets.regie import times
from intervisie_tui.tui.widgets.time_bar import TimeBar, bar
from tests.domain.meetings import meeting
from tests.domain.samples import NINE, SMALL, after, prepared
from tests.domain.samples import under_way as of_one_method
from tests.tui.meetings import (
    ARRIVING,
    ASKED,
    FIFTH,
    FIRST,
    FOURTH,
    PAUSE,
    QUESTIONS,
    REGIE,
    SECOND,
    THIRD,
    at,
    late,
    under_way,
    written,
)
from tests.tui.stage import LARGE, SIZES, USUAL, Size, Stage, led
from tests.tui.stage import SMALL as SMALL_SCREEN

NAMES: Final = ("An", "Bo", "Cem", "Dee", "Karin")


def times_of_day(session: Session) -> set[str]:
    """Every time at which something begins or ends as it looks now."""
    shown = view(session, NINE)
    return {hour(shown.expected_end)} | {hour(i.starts) for i in shown.agenda if i.starts}


# Where the group is


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_group_sees_which_case_it_is(size: Size, language: Language) -> None:
    set_language(language)
    async with led(under_way(SECOND), size=size) as stage:
        assert _("Case {number}").format(number=2) in stage.said()


async def test_the_method_stands_with_it_where_there_is_room() -> None:
    session = under_way(SECOND, "3")
    long = replace(session.methods["short"], title="With all that there is to it")
    session = replace(session, methods={**session.methods, "short": long})
    async with led(session) as stage:
        assert "Case 2 · With all that there is to it" in stage.said()
        await stage.resize(SMALL_SCREEN)
        assert "Case 2" in stage.said()
        assert "With all" not in stage.said()


@pytest.mark.parametrize("spent", [0, 30, 400])
def test_the_time_goes_before_where_the_group_is(spent: float) -> None:
    session = course.start(under_way(SECOND, "3"), NINE)
    clock = view(session, after(spent)).clock
    for width in range(1, 100):
        line = bar(clock, 20.0, width, ("Case 2 of 5 · In short", "Case 2 of 5")).plain
        alone = bar(clock, 20.0, width).plain
        assert len(line) <= max(width, len(alone))
        assert wording.time_left(clock) in line


async def test_where_the_group_is_stays_quiet_when_the_time_is_up() -> None:
    async with led(course.start(under_way(SECOND), NINE)) as stage:
        await stage.pass_(minutes=60)
        line = stage.screen.query_one(TimeBar)._bar()
        assert line.plain.endswith("Case 2 · In short")
        last = next(span for span in line.spans if span.end == len(line.plain))
        assert str(last.style) == "not bold $ink-quiet"


async def test_an_opening_is_no_case_and_a_session_of_one_method_has_no_place_in_a_meeting() -> (
    None
):
    async with led(under_way()) as stage:
        assert "Case" not in stage.said()
        assert "Arriving" in stage.said()
        await stage.open(of_one_method(SMALL))
        assert stage.screen.query_one(TimeBar).beside == ("", "")


async def test_a_case_that_is_left_out_changes_nothing_that_the_group_sees() -> None:
    async with led(under_way(SECOND)) as stage:
        before = stage.said()
        await stage.open(agenda.leave_out(under_way(SECOND), FIFTH))
        assert stage.said() == before


async def test_a_meeting_of_one_case_does_not_count_it() -> None:
    session = under_way(FIRST)
    for block in (SECOND, THIRD, FOURTH, FIFTH):
        session = agenda.leave_out(session, block)
    async with led(session) as stage:
        assert "Case" not in stage.said()
        assert "In short" in stage.said()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("block", [ARRIVING, SECOND, PAUSE])
async def test_the_flap_says_nothing_of_time_that_runs_over_or_of_who_comes_later(
    size: Size, block: int
) -> None:
    session = at(late(), block)
    async with led(course.start(session, NINE), size=size) as stage:
        for _minute in range(3):
            shown = view(stage.session, stage.clock())
            flap = {word.strip("·,.:") for word in stage.said().split()}
            assert not {*NAMES} - {"An" if block == FIRST else "Bo"} & flap
            assert not any(
                blocks.begins(item, shown) in flap for item in shown.agenda if item.starts
            )
            await stage.pass_(minutes=30)


@pytest.mark.parametrize("size", SIZES)
async def test_a_meeting_opens_on_its_own_name_and_when_it_ends(size: Size) -> None:
    async with led(meeting(), size=size) as stage:
        assert "A morning" in stage.said()
        assert "Arriving" not in stage.said()
        assert f"until {hour(NINE + timedelta(hours=4))}" in stage.said()


# What is no longer on the group's face


async def test_the_next_case_has_nothing_of_the_case_before_on_its_flap() -> None:
    session = written((FIRST,))
    async with led(session) as stage:
        assert ASKED[FIRST] in stage.said()
        await stage.press("f10", "left")
        stage.screen.session = at(stage.session, SECOND)
        for _moment in range(6):
            await stage.settle()
            assert ASKED[FIRST] not in stage.said()
            assert QUESTIONS[FIRST] not in stage.said()
            await stage.press("right")


async def test_undo_gives_the_case_back_that_was_not_over_and_redo_closes_it_again() -> None:
    session = at(written((FIRST,)), FIRST, "3")
    first = next(s for s in session.plan if s.block == SECOND and s.moment == "3")
    async with led(session) as stage:
        stage.screen.do("go", lambda s: course.go_to(s, first.id, NINE))
        await stage.settle()
        assert "Questions" in stage.said()
        assert ASKED[FIRST] not in stage.said()
        await stage.press("u")
        assert ASKED[FIRST] in stage.said()
        await stage.press("y")
        assert ASKED[FIRST] not in stage.said()


async def test_back_within_a_case_shows_the_sheets_of_that_case() -> None:
    async with led(written()) as stage:
        await stage.press("right", "left")
        assert ASKED[SECOND] in stage.said()
        assert ASKED[FIRST] not in stage.said()


async def test_half_a_line_does_not_go_along_to_the_next_case() -> None:
    session = at(written((FIRST,)), FIRST, "7")
    async with led(session) as stage:
        await stage.press("enter")
        await stage.write("half")
        await stage.press("pagedown")
        assert stage.session.stop.block == SECOND
        assert stage.desk.draft == ""
        assert [e.text for sheet, e in stage.session.entries() if sheet.block == SECOND] == []


# Regie


def whole_plan(stage: Stage) -> str:
    """All that is in the plan on regie, also what is out of sight, as if it were one line."""
    return " ".join(str(stage.screen.query_one("#rows", Static).content).split())


@pytest.mark.parametrize("size", [USUAL, LARGE])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_plan_on_regie_says_of_each_block_what_whose_and_when(
    size: Size, language: Language
) -> None:
    set_language(language)
    async with led(meeting(), REGIE, size=size) as stage:
        shown = view(stage.session, NINE)
        for item in shown.agenda:
            words = f"{blocks.title(item, shown.seats)} {blocks.begins(item, shown)}"
            assert words in whole_plan(stage)
        case = _("Case {number}").format(number=2)
        assert f"{case} · In short · Bo {hour(NINE + timedelta(minutes=48))}" in whole_plan(stage)


async def test_a_case_of_nobody_yet_is_said_without_a_name() -> None:
    async with led(agenda.bring(meeting(), SECOND, None), REGIE) as stage:
        begins = hour(NINE + timedelta(minutes=48))
        assert f"Case 2 · In short {begins}" in whole_plan(stage)


async def test_a_regie_of_one_method_has_no_headings() -> None:
    async with led(prepared(SMALL), REGIE) as stage:
        assert stage.page().count("Small") == 0


def test_the_times_of_all_blocks_change_with_the_end_and_never_in_between() -> None:
    session = course.give(under_way(FIRST, "2"), 25, NINE)
    said = set()
    for second in range(180):
        shown = view(session, after(second))
        begin = tuple(blocks.begins(item, shown) for item in shown.agenda)
        said.add((hour(shown.expected_end), begin))
    assert len(said) == len({end for end, _begin in said}) == 4


async def test_a_second_terminal_names_no_key_that_it_does_not_have() -> None:
    shown = view(late(), NINE)
    assert "25 min behind plan" in times(shown, "").plain
    assert "f" not in times(shown, "").plain.split("\n")[2].split()


# The way through it


async def test_the_way_says_which_block_a_moment_is_in_and_no_time() -> None:
    async with led(under_way(SECOND), size=LARGE) as stage:
        await stage.press("g")
        assert stage.on_top == "Plan"
        assert "Case 2 · In short" in stage.said()
        assert not times_of_day(stage.session) & set(stage.said().split())
        assert not {*NAMES} & set(stage.said().replace(",", " ").split()) - {"Bo"}


async def test_whose_cases_they_are_is_said_to_who_asks_from_regie() -> None:
    async with led(under_way(SECOND), REGIE, size=LARGE) as stage:
        await stage.press("g")
        assert "Case 2 · In short · Bo" in stage.said()


async def test_a_moment_of_another_case_is_gone_to_by_its_name() -> None:
    async with led(under_way(SECOND)) as stage:
        await stage.press("g", "home", "down", "enter")
        assert (stage.session.stop.block, stage.session.stop.moment) == (FIRST, "1")


async def test_the_way_begins_at_where_the_group_is_in_a_long_meeting() -> None:
    async with led(under_way(FOURTH, "3"), size=SMALL_SCREEN) as stage:
        await stage.press("g")
        assert "▶ Ask" in stage.said()


async def test_lines_of_one_case_are_no_lines_of_the_next() -> None:
    session = wall.write(at(written((FIRST,)), SECOND, "3"), "Only here")
    async with led(session) as stage:
        assert "Only here" in stage.said()
        assert ASKED[FIRST] not in stage.said()
