"""The agenda of a meeting: every key is a verb, that undo knows, and nobody else sees it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from intervisie_tui.domain import agenda, course
from intervisie_tui.domain.convene import Case
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.store.methods import load as read_method
from tests.domain.meetings import meeting, titles
from tests.domain.samples import NINE, SMALL, texts
from tests.tui.meetings import (
    ARRIVING,
    FIFTH,
    FIRST,
    PAUSE,
    REGIE,
    SECOND,
    THIRD,
    at,
    under_way,
)
from tests.tui.stage import LARGE, SIZES, Size, Stage, led

BEGUN: Final = under_way(FIRST, "2")
"""The first case goes on; the agenda opens at it."""


def order(stage: Stage) -> list[int]:
    """The blocks, in the order of the plan."""
    return list(dict.fromkeys(stop.block for stop in stage.session.plan))


def out(session: Session) -> list[int]:
    return [i.block for i in agenda.agenda(session, NINE) if i.state == "out"]


def givers(session: Session, block: int) -> tuple[int, ...]:
    return session.blocks[block].roles.get("case-giver", ())


def rows(stage: Stage) -> list[str]:
    """The rows of the list, as they stand there."""
    return [" ".join(row.split()) for row in stage.page().split("\n") if " min" in row]


# What stands in it


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_block_says_when_what_and_whose(size: Size, language: Language) -> None:
    set_language(language)
    async with led(meeting(), REGIE, size=size) as stage:
        await stage.press("a")
        case = _("Case {number}").format(number=2)
        begins = hour(NINE + timedelta(minutes=48))
        assert f"· {begins} {case} · In short · Bo · 38 min" in stage.said()
        assert f"· {hour(NINE + timedelta(minutes=86))} Break · 15 min" in stage.said()
        assert _("may be left out") in stage.said()
        assert stage.footer().endswith(f"? {_('Keys')}")


@pytest.mark.parametrize("size", SIZES)
async def test_what_does_not_fit_says_so_and_the_end_how_much_it_is(size: Size) -> None:
    async with led(meeting(minutes=220), REGIE, size=size) as stage:
        await stage.press("a")
        said = stage.said()
        assert "15 min too long" in said
        assert said.count("does not fit") == 2
        assert "Looking back · 10 min · does not fit" in said
        assert f"end {hour(NINE + timedelta(minutes=235))}" in said


async def test_where_all_of_it_fits_nothing_is_said_of_that() -> None:
    async with led(meeting(), REGIE) as stage:
        await stage.press("a")
        assert "fit" not in stage.said()
        assert "too long" not in stage.said()


async def test_the_times_go_on_while_one_looks() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a")
        before = stage.page()
        stage.clock.pass_(minutes=5)
        stage.app.screen._look()  # type: ignore[attr-defined]
        await stage.settle()
        assert stage.page() != before
        assert f"· {hour(NINE + timedelta(minutes=43))} Case 2" in stage.said()


async def test_a_case_of_nobody_yet_asks_whose_it_is() -> None:
    async with led(agenda.bring(meeting(), SECOND, None), REGIE) as stage:
        await stage.press("a")
        assert "Case 2 · In short · whose? · 38 min" in stage.said()


async def test_what_is_left_out_has_no_time_and_what_was_done_what_it_took() -> None:
    session = course.start(under_way(), NINE - timedelta(minutes=7))
    session = agenda.leave_out(at(session, FIRST), FIFTH)
    async with led(session, REGIE) as stage:
        await stage.press("a")
        assert "✓ Arriving · 7 min" in stage.said()
        assert "─ In short · Karin · 38 min · left out" in stage.said()


# The verbs


async def test_a_block_goes_earlier_and_later_and_stays_chosen() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down", "shift+down")
        assert order(stage)[1:5] == [FIRST, PAUSE, SECOND, THIRD]
        await stage.press("shift+down", "shift+up", "shift+up")
        assert order(stage) == list(range(9))
        await stage.press("u", "u", "u")
        assert order(stage)[1:5] == [FIRST, PAUSE, SECOND, THIRD]
        await stage.press("u")
        assert stage.session == BEGUN


async def test_what_was_begun_stays_where_it_is() -> None:
    session = course.next_stop(under_way(), NINE)
    async with led(session, REGIE) as stage:
        await stage.press("a", "shift+up", "shift+down", "s", "m", "home", "s", "shift+down")
        assert stage.on_top == "Agenda"
        assert stage.session is session


async def test_a_case_is_left_for_next_time_and_taken_back_in() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down", "s")
        assert out(stage.session) == [SECOND]
        await stage.press("s")
        assert out(stage.session) == []
        await stage.press("u", "u")
        assert stage.session == BEGUN


async def test_a_digit_says_who_brings_it_and_takes_that_back() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down")
        assert "1 An 2 Bo 3 Cem 4 Dee 5 Karin" in stage.said()
        await stage.press("5")
        assert givers(stage.session, SECOND) == (5,)
        await stage.press("5")
        assert givers(stage.session, SECOND) == ()
        await stage.press("u", "u")
        assert stage.session == BEGUN


async def test_a_digit_without_a_seat_or_on_what_is_no_case_does_nothing() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down", "9", "down", "1")
        assert stage.session is BEGUN
        assert "1 An" not in stage.said()


async def test_a_case_that_goes_round_is_everybodys_and_nobody_is_asked_for() -> None:
    step = Step(title="Consulting", each="everyone", as_="case-giver", chart="Ideas")
    round_ = replace(SMALL, title="In turn", steps=(step,))
    session = agenda.change_method(BEGUN, SECOND, "round", round_)
    async with led(session, REGIE) as stage:
        await stage.press("a", "down", "3")
        assert stage.session is session
        assert "whose?" not in stage.said()


async def test_one_more_case_comes_behind_the_row_and_is_to_be_somebodys() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down", "a")
        assert order(stage)[1:5] == [FIRST, SECOND, 9, PAUSE]
        assert "Case 3 · In short · whose?" in stage.said()
        await stage.press("2")
        assert givers(stage.session, 9) == (2,)
        await stage.press("u", "u")
        assert stage.session == BEGUN


async def test_one_more_case_behind_what_is_none_is_done_as_the_last_one_is() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "end", "a")
        assert titles(stage.session)[-1] == "In short"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_break_of_ten_minutes_is_put_in_behind_the_row(language: Language) -> None:
    set_language(language)
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "p")
        assert order(stage)[:4] == [ARRIVING, FIRST, 9, SECOND]
        item = next(i for i in agenda.agenda(stage.session, NINE) if i.block == 9)
        assert (item.kind, item.title, item.seconds) == ("break", _("Break"), 600)
        await stage.press("p")
        assert len(stage.session.blocks) == 11
        await stage.press("u", "u")
        assert stage.session == BEGUN


async def test_an_inserted_break_is_led_as_any_break() -> None:
    async with led(under_way(), REGIE) as stage:
        await stage.press("a", "p", "escape", "f2", "right", "space")
        assert "Back at" in stage.said()
        assert "█" in stage.page()


async def test_another_method_is_chosen_from_those_for_a_case() -> None:
    session = meeting(cases=[Case(by=4, question="How do I stop?")])
    async with led(session, REGIE, size=LARGE) as stage:
        await stage.press("a", "down", "m")
        assert await stage.comes(lambda: "Five steps" in stage.said())
        assert "Check-in" not in stage.said()
        await stage.press("home", "enter")
        assert await stage.comes(lambda: stage.session is not session)
        changed = stage.session.methods[stage.session.blocks[FIRST].method]
        assert changed.kind == "case"
        assert givers(stage.session, FIRST) == (4,)
        assert texts(stage.session, changed.question_chart) == ["How do I stop?"]
        await stage.press("u")
        assert stage.session == session


async def test_who_chooses_no_other_method_keeps_the_one_there_is() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down", "m")
        assert await stage.comes(lambda: stage.on_top == "MethodList")
        await stage.press("escape")
        assert stage.on_top == "Agenda"
        assert stage.session is BEGUN


async def test_a_method_that_cannot_be_read_any_more_is_said_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\n", "utf-8")
    place = "intervisie_tui.tui.screens.case_methods.load"
    monkeypatch.setattr(place, lambda _path: read_method(broken))
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down", "m")
        assert await stage.comes(lambda: stage.on_top == "MethodList")
        await stage.press("enter")
        assert await stage.comes(lambda: "broken.toml" in stage.said())
        assert stage.session is BEGUN


async def test_what_is_undone_is_said_there_and_nowhere_else() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down", "s", "u")
        assert "Undone: Leave out" in stage.said()
        await stage.press("s")
        assert "Undone" not in stage.said()
        await stage.press("u", "escape", "f2")
        assert "Undone" not in stage.said()


async def test_what_was_done_before_the_agenda_is_not_undone_in_it() -> None:
    async with led(under_way(), REGIE) as stage:
        await stage.press("right", "a", "u")
        assert stage.session.stop.block == FIRST
        await stage.press("escape", "u")
        assert stage.session.stop.block == ARRIVING
