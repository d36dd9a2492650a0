"""Time that runs over: said on regie alone, with what can be done and what that would do."""

from datetime import timedelta
from typing import Final

import pytest

from intervisie_tui.domain import course, replan
from intervisie_tui.domain.replan import Proposal, proposals
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.screens.replan import DONE
from tests.domain.meetings import meeting
from tests.domain.samples import FIVE, NINE
from tests.domain.samples import under_way as of_one_method
from tests.tui.meetings import FIFTH, PAUSE, REGIE, SECOND, at, late, under_way
from tests.tui.stage import LARGE, SIZES, USUAL, Size, Stage, led
from tests.tui.stage import SMALL as SMALL_SCREEN

LATE: Final = late()
OFFERS: Final = proposals(LATE, NINE)


def number(how: str) -> int:
    """The digit before the first proposal of that kind."""
    return next(at for at, offer in enumerate(OFFERS, 1) if offer.how == how)


def offer(how: str) -> Proposal:
    return OFFERS[number(how) - 1]


def words(stage: Stage) -> set[str]:
    return {word.strip("·,.:;") for word in stage.said().split()}


# That it runs over


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_regie_says_that_it_runs_over_and_which_key_helps(
    size: Size, language: Language
) -> None:
    set_language(language)
    async with led(LATE, REGIE, size=size) as stage:
        row = stage.page().split("\n")[2]
        late_ = _("{number} min behind plan").format(number=25)
        assert f"{late_} · f" in row
        assert (_("what now?") in row) is (size != SMALL_SCREEN)


async def test_where_it_fits_no_key_is_named_and_none_works() -> None:
    async with led(under_way(), REGIE) as stage:
        assert "what now?" not in stage.said()
        await stage.press("f")
        assert stage.on_top == "SessionScreen"


async def test_less_than_a_minute_is_no_trouble() -> None:
    session = under_way(minutes=235)
    async with led(course.start(session, NINE), REGIE) as stage:
        await stage.pass_(minutes=10, seconds=20)
        assert "what now?" not in stage.said()
        await stage.press("f")
        assert stage.on_top == "SessionScreen"
        await stage.pass_(seconds=20)
        assert "what now?" in stage.said()


async def test_a_plan_that_does_not_fit_is_said_before_the_meeting_too() -> None:
    async with led(meeting(minutes=200), REGIE) as stage:
        assert "35 min too long · f: what now?" in stage.said()
        await stage.press("f", "1")
        assert replan.over(stage.session, NINE) == 0
        assert stage.session.stage == "welcome"


# What can be done


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_follows_and_each_proposal_can_be_read(size: Size, language: Language) -> None:
    set_language(language)
    async with led(LATE, REGIE, size=size) as stage:
        await stage.press("f")
        assert hour(LATE.expected_end(NINE)) in words(stage)
        assert hour(NINE + timedelta(minutes=200)) in words(stage)
        seen = set()
        for _offer in OFFERS:
            seen |= {stage.said()}
            await stage.press("down")
        for said in (
            _("Shorten what is left, in proportion"),
            _("Leave out: {what}").format(what="A theme"),
            _("For next time: {what}").format(what=""),
            _("End later"),
        ):
            assert any(said.strip() in page for page in seen)
        for each in OFFERS:
            assert any(hour(each.end) in page for page in seen)


async def test_what_is_not_done_in_time_is_said() -> None:
    async with led(LATE, REGIE) as stage:
        await stage.press("f")
        assert "Not done in time: Case 5 · In short · Karin; A theme; Looking back" in stage.said()


async def test_a_proposal_says_what_it_saves_and_what_is_still_over() -> None:
    async with led(LATE, REGIE, size=LARGE) as stage:
        await stage.press("f")
        assert "Leave out: A theme · saves 10 min · still 15 min too long" in stage.said()
        assert "For next time: Case 5 · In short · Karin · saves 38 min" in stage.said()
        assert f"End later · at {hour(offer('end-later').end)}, and nothing gets shorter" in (
            stage.said()
        )


async def test_the_preview_says_which_moments_become_how_long() -> None:
    async with led(LATE, REGIE, size=LARGE) as stage:
        await stage.press("f")
        said, cut = stage.said(), offer("shorten").cuts[0]
        moment = LATE.moment_of(LATE.plan[LATE.index(cut.stop)])
        assert f"Then it ends at {hour(NINE + timedelta(minutes=200))}" in said
        before, after = (f"{s // 60:.0f}:{s % 60:02.0f}" for s in (cut.before, cut.after))
        assert f"· {moment.title} {before} → {after}" in said


async def test_the_preview_goes_with_the_row_and_can_be_read_to_its_end() -> None:
    async with led(LATE, REGIE, size=SMALL_SCREEN) as stage:
        await stage.press("f")
        last = "Looking back 10:00 →"
        assert last not in stage.said()
        for _page in range(12):
            await stage.press("pagedown")
        assert last in stage.said()
        await stage.press("end")
        assert last not in stage.said()
        assert f"Then it ends at {hour(LATE.expected_end(NINE))}" in stage.said()


async def test_a_case_for_next_time_is_said_to_be_left_out_once() -> None:
    async with led(LATE, REGIE, size=LARGE) as stage:
        await stage.press("f", *["down"] * (number("next-time") - 1))
        assert "38:00 → left out" in stage.said()
        assert stage.said().count("left out") == 1


# Choosing


@pytest.mark.parametrize("how", DONE)
async def test_a_digit_chooses_and_undo_takes_it_back_at_once(how: str) -> None:
    async with led(LATE, REGIE) as stage:
        await stage.press("f", str(number(how)))
        assert stage.on_top == "SessionScreen"
        assert stage.session == offer(how).session
        assert "u takes it back" in stage.said()
        await stage.press("u")
        assert stage.session == LATE
        await stage.press("y")
        assert stage.session == offer(how).session


async def test_enter_chooses_the_row() -> None:
    async with led(LATE, REGIE) as stage:
        await stage.press("f", "down", "enter")
        assert stage.session == OFFERS[1].session


@pytest.mark.parametrize("key", ["escape", "f", "0"])
async def test_who_leaves_it_so_changes_nothing(key: str) -> None:
    async with led(LATE, REGIE) as stage:
        await stage.press("f", key, "escape")
        assert stage.session is LATE


async def test_what_was_chosen_is_named_when_it_is_undone() -> None:
    async with led(LATE, REGIE) as stage:
        await stage.press("f", str(number("next-time")), "u")
        assert "Undone: Keep for next time" in stage.said()


async def test_one_method_that_runs_over_can_be_replanned_too() -> None:
    session = of_one_method(FIVE, "explore.write", due=NINE + timedelta(minutes=20))
    async with led(session, REGIE) as stage:
        await stage.press("f")
        assert "Not done in time" not in stage.said()
        assert "Shorten what is left, in proportion" in stage.said()
        await stage.press("1")
        assert stage.session.expected_end(NINE) < session.expected_end(NINE)


# Who may see it


@pytest.mark.parametrize("size", SIZES)
async def test_the_flap_never_shows_any_of_it(size: Size) -> None:
    async with led(LATE, size=size) as stage:
        hidden = {"behind", "late", "over", "Karin", "what"}
        for how in (None, *DONE):
            if how is not None:
                await stage.press("f2", "f", str(number(how)), "f2")
                assert stage.session == offer(how).session
            assert not hidden & words(stage)
            times = {hour(i.starts) for i in view(stage.session, NINE).agenda if i.starts}
            assert not times & words(stage)
            assert "takes it back" not in stage.said()
            if how is not None:
                await stage.press("u")
                assert "Undone" in stage.said()
                assert "Undone:" not in stage.said()
                assert stage.session == LATE


async def test_on_the_flap_its_key_does_nothing_and_no_list_names_it() -> None:
    async with led(LATE) as stage:
        await stage.press("f")
        assert stage.on_top == "SessionScreen"
        assert "What now?" not in await stage.palette()
        assert not any("What now?" in row for row in stage.help())


async def test_a_break_never_shows_any_of_it() -> None:
    async with led(course.start(at(LATE, PAUSE), NINE)) as stage:
        assert words(stage) & {"Case", "behind", "Karin"} == set()


async def test_a_case_that_was_put_off_is_not_seen_to_be_gone() -> None:
    session: Session = at(offer("next-time").session, SECOND)
    async with led(session, size=USUAL) as stage:
        assert "Case 2 · In short" in stage.said()
        assert "Karin" not in stage.said()
        assert all(s.skipped for s in stage.session.plan if s.block == FIFTH)
