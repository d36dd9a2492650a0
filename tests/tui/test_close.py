"""The close: nothing is chosen beforehand, and what is chosen is done."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Final

import pytest
from textual.widgets import OptionList

from intervisie_tui.domain import course, wall
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store.export.phrases import day
from intervisie_tui.store.records import load
from intervisie_tui.store.writer import Writer
from intervisie_tui.tui.screens.close import CloseScreen, Decision
from intervisie_tui.tui.screens.term import TERMS
from tests.conftest import Clock
from tests.domain.samples import NINE, SMALL, texts, under_way, where, written
from tests.tui.host import UNSET, Host
from tests.tui.stage import SIZES, Size, Stage, opened
from tests.tui.test_flap_every_moment import read, squeezed

TODAY: Final = NINE.astimezone(UTC).date()


HONEST: Final = (
    "What is erased is gone from this machine's folder of sessions. A backup or a synchronised"
    " folder may still hold an older copy: this program cannot reach those."
)


def ended() -> Session:
    """A meeting at its closing sheet, with two questions and two intentions."""
    session = written("explore.read", "What makes it matter?", "Who gains?")
    session = wall.write_on(session, "Actions", "Ask her")
    return course.finish(wall.write_on(session, "Actions", "Say no"), NINE)


class Close(Host):
    """The closing question by itself."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(CloseScreen(ended(), clock))


async def asked(stage_keys: list[str], clock: Clock, size: Size = (80, 24)) -> object:
    """What the group decided with these keys."""
    app = Close(clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in stage_keys:
            await pilot.press(key)
            await pilot.pause()
        for _pause in range(20):
            await pilot.pause()
        return app.answer


def decided(answer: object) -> Decision:
    assert isinstance(answer, Decision)
    return answer


# What is asked


async def test_nothing_is_chosen_beforehand(clock: Clock) -> None:
    app = Close(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.query_one(OptionList).highlighted is None
        await pilot.press("enter")
        await pilot.pause()
        assert app.answer is UNSET


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_choice_can_be_read(size: Size, language: Language, clock: Clock) -> None:
    set_language(language)
    async with opened(clock, ended(), size=size) as stage:
        await stage.press("enter")
        assert await stage.comes(lambda: stage.on_top == "CloseScreen")
        await stage.settle()
        assert _("What do we keep of what was said?") in stage.said()
        assert _(HONEST) in stage.said()
        options = stage.app.screen.query_one(OptionList)
        for option in (option for option in options.options if not option.disabled):
            await stage.press("down")
            assert options.highlighted_option is option
            assert squeezed(str(option.prompt)) in read(stage.page())


async def test_a_term_says_until_which_day(clock: Clock) -> None:
    async with opened(clock, ended()) as stage:
        await stage.press("enter")
        for days in TERMS:
            assert f"{days} days: until {day(TODAY + timedelta(days=days))}" in stage.said()


# Each choice


@pytest.mark.parametrize(("key", "choice"), [("1", "nothing"), ("2", "hand-over")])
async def test_what_erases_is_asked_twice(key: str, choice: str, clock: Clock) -> None:
    assert await asked([key, "n"], clock) is UNSET
    assert await asked([key, "escape"], clock) is UNSET
    assert await asked([key, "enter"], clock) is UNSET
    assert decided(await asked([key, "y", "enter"], clock)).choice == choice


@pytest.mark.parametrize(("number", "days"), list(enumerate(TERMS, 3)))
async def test_all_is_kept_for_a_term(number: int, days: int, clock: Clock) -> None:
    decision = decided(await asked([str(number)], clock))
    assert (decision.choice, decision.until) == ("all", TODAY + timedelta(days=days))


@pytest.mark.parametrize("said", ["2027-03-31", "31-3-2027"])
async def test_all_is_kept_until_another_date(said: str, clock: Clock) -> None:
    keys = ["minus" if sign == "-" else sign for sign in said]
    decision = decided(await asked(["6", *keys, "enter"], clock))
    assert (decision.choice, decision.until) == ("all", date(2027, 3, 31))


@pytest.mark.parametrize("said", ["x", "", "2", "1-1-2020"])
async def test_a_date_that_is_not_to_come_is_no_decision(said: str, clock: Clock) -> None:
    keys = ["minus" if sign == "-" else sign for sign in said]
    assert await asked(["6", *keys, "enter"], clock) is UNSET


async def test_a_choice_can_be_walked_to(clock: Clock) -> None:
    decision = decided(await asked(["down"] * 5 + ["enter"], clock))
    assert decision.until == TODAY + timedelta(days=30)


async def test_one_can_go_back_to_the_closing_sheet(clock: Clock) -> None:
    assert decided(await asked(["escape"], clock)).choice is None


# Actions


async def test_an_action_is_agreed_by_its_owner_only(clock: Clock) -> None:
    decision = decided(await asked(["down", "down", "enter", "3"], clock))
    assert [line.agreed for _sheet, line in decision.session.entries()][2:] == [False, True]
    decision = decided(await asked(["down", "enter", "enter", "3"], clock))
    assert not any(line.agreed for _sheet, line in decision.session.entries())


# What is done


async def choose(stage: Stage, *keys: str) -> None:
    """Decide, and wait until that is done and home is open."""
    await stage.press("enter")
    assert await stage.comes(lambda: stage.on_top == "CloseScreen")
    await stage.press(*keys[:1])
    await stage.press(*keys[1:])
    await stage.app.workers.wait_for_complete()
    await stage.pilot.pause()


def left(home: Path) -> list[str]:
    """The names of all files that hold a word of the session."""
    return sorted(
        path.name
        for path in home.rglob("*")
        if path.is_file()
        and (b"Who gains?" in path.read_bytes() or b"Ask her" in path.read_bytes())
    )


async def test_nothing_stays_where_nothing_is_kept(clock: Clock, home: Path) -> None:
    async with opened(clock, ended()) as stage:
        await choose(stage, "1", "y", "enter")
        assert await stage.comes(lambda: stage.on_top == "DoneScreen")
        assert left(home) == []
        assert [path for path in (home / "records").iterdir() if path.suffix == ".toml"] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [("1", "y", "enter"), ("2", "y", "enter"), ("3",)])
async def test_the_last_sheet_says_what_became_of_the_words(
    keys: tuple[str, ...], size: Size, clock: Clock
) -> None:
    async with opened(clock, ended(), size=size) as stage:
        await choose(stage, *keys)
        assert await stage.comes(lambda: stage.on_top == "DoneScreen")
        await stage.settle()
        said = {"1": "Everything is erased.", "2": "The rest is erased.", "3": "It is kept."}
        assert said[keys[0]] in stage.said()
        assert "gains" not in stage.said()
        await stage.press("enter")
        assert await stage.comes(lambda: stage.on_top == "HomeScreen")


async def test_the_sheets_are_handed_over(clock: Clock, home: Path) -> None:
    async with opened(clock, ended()) as stage:
        await choose(stage, "2", "y", "enter")
        assert await stage.comes(lambda: stage.on_top == "DoneScreen")
        (handed,) = (home / "hand-over").iterdir()
        assert left(home) == [handed.name]
        (record,) = (home / "records").glob("*.toml")
        assert load(record).session.people == ()
        await stage.settle()
        assert f"{handed.parent.name}/{handed.name}" in "".join(stage.page().split())


@pytest.mark.parametrize("size", SIZES)
async def test_each_case_giver_gets_the_sheets_of_their_own_case(
    size: Size, clock: Clock, home: Path
) -> None:
    steps = (Step(title="Consulting", each="everyone", as_="case-giver", chart="Ideas"),)
    session = wall.write(under_way(replace(SMALL, steps=steps), case_giver=None), "for An")
    session = wall.write(course.next_stop(session, NINE), "for Bo")
    async with opened(clock, course.finish(session, NINE), size=size) as stage:
        await stage.press("enter")
        assert await stage.comes(lambda: stage.on_top == "CloseScreen")
        await stage.press("2")
        assert "Write a file for each case and erase the rest?" in stage.said()
        await stage.press("y", "enter")
        assert await stage.comes(lambda: stage.on_top == "DoneScreen")
        await stage.settle()
        an, bo = sorted((home / "hand-over").iterdir(), key=lambda path: len(path.stem))
        shown = "".join(stage.page().split())
        assert f"ForAn:{an.parent.name}/{an.name}ForBo:{bo.parent.name}/{bo.name}" in shown
        assert "for An" in an.read_text("utf-8")
        assert "for Bo" in bo.read_text("utf-8")
        assert "An" not in bo.read_text("utf-8")


async def test_all_that_was_agreed_is_kept_until_a_date(clock: Clock, home: Path) -> None:
    async with opened(clock, ended()) as stage:
        await stage.press("enter")
        assert await stage.comes(lambda: stage.on_top == "CloseScreen")
        await stage.press("down", "enter")
        await stage.press("4")
        assert await stage.comes(lambda: stage.on_top == "DoneScreen")
        (record,) = (home / "records").glob("*.toml")
        session = load(record).session
        assert session.closing is not None
        assert session.closing.until == TODAY + timedelta(days=90)
        assert texts(session, "Questions") == ["What makes it matter?", "Who gains?"]
        assert texts(session, "Actions") == ["Ask her"]


async def test_what_was_agreed_stays_agreed_when_the_group_goes_back(clock: Clock) -> None:
    async with opened(clock, ended()) as stage:
        await stage.press("enter")
        assert await stage.comes(lambda: stage.on_top == "CloseScreen")
        agreed = {line.agreed for _sheet, line in stage.session.entries() if line.owner}
        await stage.press("down", "enter", "escape")
        assert await stage.comes(lambda: stage.on_top == "SessionScreen")
        assert agreed == {False}
        assert any(line.agreed for _sheet, line in stage.session.entries())
        await stage.press("u")
        assert not any(line.agreed for _sheet, line in stage.session.entries())


async def test_a_close_that_is_put_away_leaves_a_draft(clock: Clock, home: Path) -> None:
    async with opened(clock, ended()) as stage:
        await choose(stage, "escape")
        await stage.press("left")
        assert where(stage.session) == "explore.read"
    (record,) = (home / "records").glob("????-??-??-????-??????.toml")
    assert load(record).session == stage.session


@pytest.mark.parametrize("keys", [("1", "y", "enter"), ("2", "y", "enter"), ("3",)])
async def test_a_disk_that_refuses_leaves_a_draft_and_is_said(
    keys: tuple[str, ...], clock: Clock, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_writer: Writer, _session: Session | None) -> None:
        raise OSError(28, "No space left on device")

    async with opened(clock, ended()) as stage:
        with monkeypatch.context() as patched:
            patched.setattr(Writer, "finish", full)
            await choose(stage, *keys)
            await stage.settle()
            assert stage.on_top == "SessionScreen"
            assert "This could not be done: the disk is" in stage.said()
            assert "Thank you all" in stage.said()
        assert stage.session.closing is None
        assert list((home / "hand-over").iterdir()) == []
        await choose(stage, *keys)
        assert await stage.comes(lambda: stage.on_top == "DoneScreen")
