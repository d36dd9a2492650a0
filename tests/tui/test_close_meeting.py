"""The close of a meeting: one record, and each case giver decides about their own case."""

from datetime import UTC, timedelta
from pathlib import Path
from typing import Final

import pytest
from textual.widgets import OptionList

from intervisie_tui.domain import agenda, course, wall
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store.export.phrases import day
from intervisie_tui.store.records import load
from intervisie_tui.tui.screens.each_case import decidable
from tests.conftest import Clock
from tests.domain.meetings import meeting
from tests.domain.samples import NINE, texts
from tests.tui.meetings import FIFTH, FIRST, FOURTH, SECOND, THIRD, at
from tests.tui.stage import SIZES, USUAL, Size, Stage, opened
from tests.tui.test_flap_every_moment import read, squeezed

TODAY: Final = NINE.astimezone(UTC).date()

GROUP: Final = "k3m9xq"

SECRETS: Final = {
    FIRST: "quince",
    SECOND: "medlar",
    THIRD: "damson",
    FOURTH: "bullace",
    FIFTH: "sloe",
}
"""A word on a chart of each case."""


def ended(group_id: str = "", cases: tuple[int, ...] = tuple(SECRETS)) -> Session:
    """A meeting at its closing sheet, with a hope of the group, a line in each of these cases,
    and two intentions in the first.
    """
    session = wall.write(course.begin(meeting(group_id=group_id), NINE), "rowan")
    for block in cases:
        session = wall.write(at(session, block, "3"), SECRETS[block])
        session = course.pause(course.start(session, NINE), NINE + timedelta(minutes=5))
    session = at(session, FIRST, "7")
    for text in ("Call her", "Wait"):
        session = wall.write(session, text, by=1)
    return course.finish(session, NINE + timedelta(hours=3))


async def close(stage: Stage, *keys: str) -> None:
    """Decide with these keys, and wait until that is done."""
    await stage.press("enter")
    assert await stage.comes(lambda: stage.on_top == "CloseScreen")
    for key in keys:
        await stage.press(key)


CASES: Final = 2
"""Rows above the first case: the two intentions."""


def row(case: int, times: int) -> list[str]:
    """The keys that go to a case (5: what is of the group) and press Enter there so many times."""
    return ["home", *["down"] * (CASES + case), *["enter"] * times]


async def done(stage: Stage) -> str:
    assert await stage.comes(lambda: stage.on_top == "DoneScreen")
    await stage.settle()
    return stage.said()


def left(home: Path) -> dict[str, set[str]]:
    """The words of each case that are in a file."""
    return {
        path.name: found
        for path in home.rglob("*")
        if path.is_file()
        if (found := {word for word in [*SECRETS.values(), "rowan"] if word in path.read_text()})
    }


def record(home: Path) -> Session:
    (path,) = (home / "records").glob("*.toml")
    return load(path).session


# What is asked


def test_everybody_whose_case_was_treated_decides_and_last_the_group() -> None:
    assert list(decidable(ended()).values()) == [
        "Case 1, An",
        "Case 2, Bo",
        "Case 3, Cem",
        "Case 4, Dee",
        "Case 5, Karin",
        "What is of the group",
    ]


def test_about_a_case_that_was_not_treated_nothing_is_decided() -> None:
    session = ended(cases=(FIRST, THIRD))
    assert list(decidable(session).values()) == [
        "Case 1, An",
        "Case 3, Cem",
        "What is of the group",
    ]


def test_cases_stand_in_the_order_in_which_they_were_treated() -> None:
    session = agenda.move(course.begin(meeting(), NINE), SECOND, -1)
    for block in (SECOND, FIRST):
        session = wall.write(at(session, block, "3"), "x")
    assert list(decidable(session).values()) == ["Case 1, Bo", "Case 2, An"]


def test_a_case_of_which_only_the_question_hangs_is_still_decided_about() -> None:
    session = wall.write_on(
        course.begin(meeting(), NINE),
        "The question",
        "Do I stay?",
        stop=next(s for s in meeting().plan if s.block == FIFTH),
    )
    session = agenda.leave_out(session, FIFTH)
    assert decidable(session) == {4: "In short, Karin"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_choice_of_five_cases_can_be_read(
    size: Size, language: Language, clock: Clock
) -> None:
    set_language(language)
    async with opened(clock, ended(GROUP), size=size) as stage:
        await close(stage)
        options = stage.app.screen.query_one(OptionList)
        for option in [option for option in options.options if not option.disabled]:
            await stage.press("down")
            assert options.highlighted_option is option
            assert squeezed(str(option.prompt)) in read(stage.page())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_with_five_cases_all_of_it_is_seen_at_once(language: Language, clock: Clock) -> None:
    set_language(language)
    session = ended()
    for entry in [e.id for _sheet, e in session.entries() if e.text in {"Call her", "Wait"}]:
        session = wall.remove(session, entry)
    async with opened(clock, session, size=USUAL) as stage:
        await close(stage)
        assert stage.app.screen.query_one(OptionList).max_scroll_y == 0
        assert _("What do we keep of what was said?") in stage.said()
        assert _("Otherwise for your own case? Enter on its row changes it.") in stage.said()
        assert squeezed(_("6  All, until another date")) in stage.said()


async def test_enter_goes_through_what_somebody_may_decide(clock: Clock) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, *["down"] * (CASES + 2))
        seen = []
        for _press in range(5):
            row_ = next(r for r in stage.page().split("\n") if "Case 2, Bo" in r)
            seen.append(" ".join(row_.split()))
            await stage.press("enter")
        assert seen == [
            "○ Case 2, Bo as the rest",
            "● Case 2, Bo erased",
            "● Case 2, Bo handed over",
            "● Case 2, Bo kept",
            "○ Case 2, Bo as the rest",
        ]


# What is done


async def test_without_a_word_of_anybody_all_cases_go_the_same_way(
    clock: Clock, home: Path
) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, "3")
        assert await done(stage) == "Done It is kept. Enter Home"
        assert {*SECRETS.values()} < {e.text for _sheet, e in record(home).entries()}


async def test_of_a_case_that_is_erased_no_word_is_in_any_file(clock: Clock, home: Path) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, *row(1, 1), "4", "y", "enter")
        said = await done(stage)
        until = day(TODAY + timedelta(days=90))
        assert f"Case 1, An: kept until {until} Case 2, Bo: erased Case 3" in said
        assert set().union(*left(home).values()) == {"rowan", "quince", "damson", "bullace", "sloe"}
        assert record(home).blocks[SECOND].roles == {}


async def test_what_erases_a_case_is_asked_twice_with_all_that_is_otherwise(clock: Clock) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, *row(1, 1), *row(3, 2), "4")
        assert stage.on_top == "Confirm"
        assert "Keep all of it? But otherwise: Case 2, Bo: erased Case 4, Dee: handed over" in (
            stage.said()
        )
        await stage.press("enter")
        assert stage.on_top == "CloseScreen"


async def test_a_case_that_is_handed_over_is_in_a_file_of_its_own(clock: Clock, home: Path) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, *row(2, 2), "1", "y", "enter")
        said = await done(stage)
        (handed,) = (home / "hand-over").iterdir()
        assert f"Case 3, Cem: hand-over/{handed.name}" in said
        assert "Case 2, Bo: erased" in said
        assert left(home) == {handed.name: {"damson"}}


async def test_who_keeps_a_case_where_the_rest_is_erased_says_until_when(
    clock: Clock, home: Path
) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, *row(4, 3), "1")
        assert stage.on_top == "Term"
        await stage.press("2", "y", "enter")
        said = await done(stage)
        assert f"Case 5, Karin: kept until {day(TODAY + timedelta(days=90))}" in said
        assert "What is of the group: erased" in said
        kept = record(home)
        assert kept.closing is not None
        assert kept.closing.until == TODAY + timedelta(days=90)
        assert [e.text for _sheet, e in kept.entries()] == ["sloe"]


async def test_a_term_that_is_put_away_decides_nothing(clock: Clock) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, *row(4, 3), "1", "escape")
        assert stage.on_top == "CloseScreen"


async def test_another_date_can_be_typed_for_a_case_that_is_kept(clock: Clock, home: Path) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, *row(0, 3), "2", "4")
        await stage.press(*["minus" if s == "-" else s for s in "31-3-2027"], "enter")
        await stage.press("y", "enter")
        assert "Case 1, An: kept until Wednesday 31 March 2027" in await done(stage)
        assert len([*(home / "hand-over").iterdir()]) == 5


async def test_what_is_of_the_group_is_decided_apart(clock: Clock, home: Path) -> None:
    async with opened(clock, ended()) as stage:
        await close(stage, *row(5, 1), "3", "y", "enter")
        assert "What is of the group: erased" in await done(stage)
        assert texts(record(home), "Hopes") == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_sheet_can_be_read_to_its_end(size: Size, clock: Clock) -> None:
    async with opened(clock, ended(), size=size) as stage:
        await close(stage, *row(0, 3), "2", "1", "y", "enter")
        seen = [await done(stage)]
        for _page in range(4):
            await stage.press("down")
            seen.append(stage.said())
        for name in ("An", "Bo", "Cem", "Dee", "Karin", "What is of the group"):
            assert any(f"{name}: " in page for page in seen)


async def test_what_a_group_that_meets_again_leaves_is_said(clock: Clock) -> None:
    async with opened(clock, ended(GROUP), size=(120, 40)) as stage:
        await close(stage)
        assert "method and times, and who was there" in stage.said()
        await stage.press("escape")
        assert await stage.comes(lambda: stage.on_top == "SessionScreen")
    async with opened(clock, ended(), size=(120, 40)) as stage:
        await close(stage)
        assert "who was there" not in stage.said()
