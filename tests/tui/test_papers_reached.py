"""From where the papers are reached, and what becomes of them at the close and later."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.store.export.readers import for_group
from intervisie_tui.store.hand_outs import write_hand_out
from intervisie_tui.store.home import Home, Settings
from intervisie_tui.tui.screens.records import RecordsScreen
from tests.conftest import Clock
from tests.domain.samples import NINE
from tests.tui.at_home import AtHome
from tests.tui.group_rooms import press
from tests.tui.home_of import begun, put
from tests.tui.host import Host, page, settle
from tests.tui.meetings import REGIE, under_way
from tests.tui.paper_rooms import files, held, kept, mine
from tests.tui.rehearsing import METHOD, tried
from tests.tui.stage import Stage, led, opened

__all__ = ["mine"]


async def ask(stage: Stage, *keys: str) -> None:
    """Press, and wait for what comes of each."""
    for key in keys:
        await press(stage.pilot, key)


# The closing sheet


async def test_the_closing_sheet_leads_to_the_papers_and_back(clock: Clock, mine: Home) -> None:
    async with opened(clock, held()) as stage:
        assert "p Papers" in stage.footer()
        await ask(stage, "p", "c", "enter", "enter", "enter", "enter", "1", "enter", "escape")
        assert "Thank you all" in stage.page()
        (record,) = (path.stem for path in mine.records.glob("*.toml") if "desk" not in path.name)
        made = files(mine.root / "certificates")
        assert made == [f"{record}-{seat}.pdf" for seat in range(1, 6)]
        assert files(mine.hand_over) == [f"{record}-case-giver-1.pdf"]


async def test_what_was_handed_out_goes_when_all_is_erased_and_certificates_stay(
    clock: Clock, mine: Home
) -> None:
    async with opened(clock, held()) as stage:
        await ask(stage, "p", "1", "enter", "g", "enter", "f", "enter")
        await ask(stage, "c", "enter", "enter", "enter", "enter", "escape")
        assert len(files(mine.hand_over)) == 3
        for key in ("enter", "1", "y", "enter"):
            await stage.press(key)
        assert await stage.comes(lambda: stage.on_top == "DoneScreen")
    assert files(mine.hand_over) == []
    assert files(mine.records) == []
    assert len(files(mine.root / "certificates")) == 5


@pytest.mark.parametrize("session", [under_way(), held()], ids=["under way", "closing"])
async def test_one_key_passes_a_turn_or_opens_the_papers(session: Session) -> None:
    async with led(session) as stage:
        named = [line for line in stage.help() if line.startswith("p ")]
        assert named == (["p Papers"] if session.ended else ["p Pass"])


async def test_the_papers_are_on_both_faces_and_not_on_a_blank_sheet() -> None:
    async with led(held(), REGIE) as stage:
        assert "p Papers" in stage.footer()
    async with led(held(), Desk(blank=True)) as stage:
        assert "Papers" not in stage.footer()


async def test_of_a_rehearsal_there_are_no_papers(clock: Clock, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(METHOD, "utf-8")
    async with tried(path, clock) as stage:
        await stage.press("f10")
        assert "That was the whole method" in stage.page()
        assert "Papers" not in stage.footer()


# Records


def records(home: Home) -> Host:
    return Host(RecordsScreen(home, Clock()))


async def test_papers_are_made_of_a_record_that_is_kept_and_of_no_draft(
    mine: Home, clock: Clock
) -> None:
    path = put(mine, kept(held("k3m9xq")))
    put(mine, replace(begun(clock.now), made=NINE + timedelta(days=1)))
    app = records(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "p Papers" not in page(app)
        await press(pilot, "p", "down")
        assert "p Papers" in page(app)
        await press(pilot, "p", "g", "enter")
        assert "For the group  ✓ PDF" in page(app)
        assert files(mine.hand_over) == [f"{path.stem}-group-1.pdf"]


async def test_a_record_that_broke_meanwhile_says_why(mine: Home) -> None:
    path = put(mine, kept(held("k3m9xq")))
    app = records(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        path.write_text("format = ")
        await press(pilot, "p")
        assert "This record cannot be read" in page(app)


async def test_a_record_that_is_deleted_takes_its_hand_outs_with_it(mine: Home) -> None:
    path = put(mine, kept(held("k3m9xq")))
    write_hand_out(mine, path, for_group(held()), form="md")
    others = write_hand_out(mine, Path("other.toml"), for_group(held()), form="md")
    app = records(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "delete", "y", "enter")
        assert not path.exists()
        assert files(mine.hand_over) == [others.name]


# Home


def made_on(home: Home, days_ago: int, clock: Clock) -> Path:
    """A certificate that was made so many days ago."""
    folder = home.root / "certificates"
    folder.mkdir(exist_ok=True)
    path = folder / f"2025-01-01-1000-abcdef-{days_ago}.pdf"
    path.write_bytes(b"")
    then = (clock.now - timedelta(days=days_ago)).timestamp()
    os.utime(path, (then, then))
    return path


async def test_certificates_past_their_term_are_deleted_after_a_question(
    mine: Home, clock: Clock
) -> None:
    home = replace(mine, settings=Settings(certificate_days=30))
    old, still = made_on(home, 31, clock), made_on(home, 30, clock)
    app = AtHome(home, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "! 1 certificate is past its term" in page(app)
        await press(pilot, "d")
        assert "Delete 1 certificate?" in page(app)
        assert "What was said" not in page(app)
        await press(pilot, "enter")
        assert old.exists()
        await press(pilot, "d", "y", "enter")
        await settle(pilot)
        assert not old.exists()
        assert still.exists()
        assert "past its term" not in page(app)


async def test_records_and_certificates_past_their_date_go_with_one_question(
    mine: Home, clock: Clock
) -> None:
    home = replace(mine, settings=Settings(certificate_days=30))
    old = made_on(home, 31, clock)
    stays = kept(held("k3m9xq"))
    assert stays.closing is not None
    yesterday = (clock.now - timedelta(days=1)).date()
    path = put(home, replace(stays, closing=replace(stays.closing, until=yesterday)))
    app = AtHome(home, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = page(app)
        assert "1  ! 1 record is past the day it was kept until" in seen
        assert "   ! 1 certificate is past its term" in seen
        assert "2  Prepare a session" in seen
        await press(pilot, "1", "y", "enter")
        await settle(pilot)
        assert not path.exists()
        assert not old.exists()
