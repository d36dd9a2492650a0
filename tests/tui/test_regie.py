"""The facilitator's face: all that helps, and the same in a second terminal."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.moment import Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.view import view
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store.writer import open_writer
from intervisie_tui.tui.screens.regie import RegieScreen
from intervisie_tui.tui.widgets import wording
from tests.conftest import Clock
from tests.domain.samples import FIVE, NINE, after, prepared, under_way, where
from tests.tui.host import UNSET, Host, page
from tests.tui.stage import LARGE, SMALL, USUAL, Size, led

REGIE: Final = Desk(face="regie")


def busy() -> Session:
    """A meeting that is late, in a round, with a note."""
    session = course.begin(prepared(due=NINE + timedelta(minutes=12)), NINE)
    session = course.start(course.go_to(course.next_stop(session, NINE), 7, NINE), NINE)
    return room.next_turn(room.note(session, "Bo is quiet."), NINE)


@pytest.mark.parametrize("size", [USUAL, LARGE])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_that_helps_is_on_the_regie(size: Size, language: Language) -> None:
    set_language(language)
    async with led(busy(), REGIE, size=size) as stage:
        await stage.pass_(seconds=70)
        said, shown = stage.said(), view(stage.session, stage.clock())
        assert shown.behind == 17 * 60
        for words in (
            wording.behind(shown.behind),
            f"{(NINE + timedelta(minutes=12)).astimezone():%H:%M}",
            f"{(NINE + timedelta(minutes=29)).astimezone():%H:%M}",
            _("running"),
            _("turn: {name}").format(name="An · -0:40"),
            "Watch the group.",
            "Two questions each.",
            "Bo is quiet.",
            wording.after_this(shown),
        ):
            assert words in said
        assert {"✓", "▶", "·"} <= set(said)


async def test_the_clock_on_the_regie_goes_by_the_second() -> None:
    async with led(course.start(under_way(FIVE, "explore.write"), NINE), REGIE) as stage:
        before = stage.page()
        await stage.pass_(seconds=1)
        assert stage.page() != before


async def test_one_key_goes_to_the_regie_and_back() -> None:
    async with led(busy()) as stage:
        flap = stage.page()
        await stage.press("f2")
        assert "Watch the group." in stage.said()
        await stage.press("f2")
        assert stage.page() == flap


async def test_leading_goes_on_from_the_regie() -> None:
    async with led(busy(), REGIE) as stage:
        await stage.press("right")
        assert where(stage.session) == "explore.3"
        assert "Sinking in" in stage.said()
        await stage.press("u")
        assert "Undone: Next" in stage.said()


async def test_a_private_note_stays_on_the_regie() -> None:
    async with led(busy(), REGIE) as stage:
        await stage.press("n")
        await stage.press(*"Ask Dee", "enter")
        assert [note.text for note in stage.session.notes] == ["Bo is quiet.", "Ask Dee"]
        assert "Ask Dee" in stage.said()
        await stage.press("f2")
        assert "Ask Dee" not in stage.said()
        await stage.press("u")
        assert len(stage.session.notes) == 1


async def test_a_note_that_is_put_away_is_not_made() -> None:
    async with led(busy(), REGIE) as stage:
        await stage.press("n", "x", "escape")
        assert stage.on_top == "SessionScreen"
        assert len(stage.session.notes) == 1


HELPFUL: Final = replace(
    FIVE,
    steps=(
        Step(
            title="Telling",
            moments=(
                Moment(
                    title="What the case giver has seen and heard there",
                    minutes=Span(4, 4),
                    say="Tell us what happened.",
                    tips=tuple(f"Tip {number}: look round and wait." for number in range(1, 9)),
                    examples=tuple(f"Example {number}?" for number in range(1, 9)),
                ),
                Moment(title="What we did not hear yet, and would like to"),
            ),
        ),
    ),
)
"""A method whose one step says more than a screen holds."""


def helped() -> Session:
    return room.note(under_way(HELPFUL), "The last of all.")


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_what_helps_can_be_read_to_its_end_and_shows_that_it_goes_on(size: Size) -> None:
    async with led(helped(), REGIE, size=size) as stage:
        assert "↓ more" in stage.said()
        top, seen = stage.page(), [stage.said()]
        while "↓" in stage.said():
            await stage.press("down")
            seen.append(stage.said())
        for last in ("Tip 8", "Example 8?", "The last of all."):
            assert any(last in said for said in seen)
        assert "↑ more" in stage.said()
        for _page in seen:
            await stage.press("up")
        assert stage.page() == top


async def test_another_moment_is_read_from_its_beginning() -> None:
    async with led(helped(), REGIE, size=SMALL) as stage:
        await stage.press("down", "right")
        assert "What we did not hear yet" in stage.said()
        await stage.press("left")
        assert "Tell us what happened." in stage.said()


async def test_where_all_that_helps_is_seen_nothing_says_there_is_more() -> None:
    async with led(under_way(), REGIE) as stage:
        before = stage.page()
        assert not {"↑", "↓"} & set(before)
        await stage.press("down")
        assert stage.page() == before


async def test_no_title_of_the_plan_is_cut() -> None:
    async with led(course.next_stop(course.start(helped(), NINE), after(70)), REGIE) as stage:
        rows = [" ".join(row[:36].split()) for row in stage.page().split("\n")]
        assert "…" not in "".join(rows)
        assert "✓ 1 What the case 1:10 / 4 min giver has seen and heard there" in " ".join(rows)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_small_regie_says_where_the_group_is_and_what_comes(language: Language) -> None:
    set_language(language)
    async with led(busy(), REGIE, size=SMALL) as stage:
        shown = view(stage.session, stage.clock())
        assert _("step {number} of {total}").format(number=3, total=6) in stage.said()
        assert wording.after_this(shown) in stage.said()
        assert wording.behind(shown.behind) in stage.said()


# In a second terminal


def kept(path: Path, session: Session) -> None:
    """Have the record written, as whoever leads it does."""
    writer = open_writer(path, settle=0)
    assert writer is not None
    writer.put(session, Desk())
    assert writer.close(10)


async def follows(pilot: Pilot[Any], words: str) -> bool:
    """Whether the words come, as soon as the screen looks at the record."""
    screen = pilot.app.screen
    assert isinstance(screen, RegieScreen)
    for _look in range(50):
        screen.look()
        await pilot.app.workers.wait_for_complete()
        screen._show()
        await pilot.pause()
        if words in " ".join(page(pilot.app).split()):
            return True
    return False


async def test_a_second_terminal_follows_the_record(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    session = busy()
    kept(path, session)
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "Watch the group.")
        kept(path, wall.write(course.next_stop(session, NINE), "new"))
        assert await follows(pilot, "After this: Exploring · Ranking")


async def test_what_helps_can_be_read_on_there_too(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    kept(path, helped())
    async with Host(RegieScreen(path, clock)).run_test(size=SMALL) as pilot:
        assert await follows(pilot, "↓ more")
        await pilot.press(*["down"] * 9)
        assert await follows(pilot, "The last of all.")
        await pilot.press(*["up"] * 9)
        assert await follows(pilot, "Tell us what happened.")


async def test_its_clock_goes_on_between_two_records(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    kept(path, busy())
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "turn: An · 0:30")
        clock.pass_(seconds=20)
        assert await follows(pilot, "turn: An · 0:10")


async def test_a_record_that_goes_is_said(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    kept(path, busy())
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "Watch the group.")
        path.unlink()
        assert await follows(pilot, "The record is gone: the session was closed.")


async def test_a_record_that_cannot_be_read_says_why(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    path.write_text("[red]no[/] = = toml")
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "Mend it in a text editor")


async def test_who_came_second_is_told_so_and_may_only_read(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    session = busy()
    kept(path, session)
    before = path.read_bytes()
    screen = RegieScreen(path, clock, led_elsewhere=True)
    async with Host(screen).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "here it can only be read")
        await pilot.press("right", "enter", "x", "s", "space", "delete")
        assert screen.session == session
        assert path.read_bytes() == before


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_is_put_away_with_a_key(tmp_path: Path, clock: Clock, key: str) -> None:
    path = tmp_path / "record.toml"
    kept(path, busy())
    app = Host(RegieScreen(path, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
    assert app.return_code == 0
    assert app.answer is UNSET
