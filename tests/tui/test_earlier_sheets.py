"""The sheets of earlier cases: to be read by the facilitator, and by nobody else."""

from dataclasses import replace
from pathlib import Path

import pytest

from intervisie_tui.domain import course
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Chart
from intervisie_tui.store.writer import open_writer
from intervisie_tui.tui.screens.regie import RegieScreen
from tests.conftest import Clock
from tests.domain.samples import NINE
from tests.tui.host import Host
from tests.tui.host import page as page_of
from tests.tui.meetings import ASKED, FIRST, QUESTIONS, REGIE, SECOND, at, under_way, written
from tests.tui.stage import SIZES, Size, led


@pytest.mark.parametrize("size", SIZES)
async def test_the_facilitator_reads_the_earlier_sheets_on_regie(size: Size) -> None:
    async with led(written(), REGIE, size=size) as stage:
        await stage.press("h")
        assert stage.on_top == "Page"
        assert "Earlier sheets" in stage.said()
        assert "Case 1 · In short · An" in stage.said()
        assert QUESTIONS[FIRST] in stage.said()
        assert QUESTIONS[SECOND] not in stage.said()
        await stage.press("escape")
        assert stage.on_top == "SessionScreen"


async def test_earlier_sheets_are_not_to_be_had_on_the_flap_nor_where_there_are_none() -> None:
    async with led(written()) as stage:
        await stage.press("h")
        assert stage.on_top == "SessionScreen"
        assert "Earlier sheets" not in await stage.palette()
        await stage.open(under_way(), REGIE)
        await stage.press("h")
        assert stage.on_top == "SessionScreen"


async def test_at_the_closing_sheet_all_of_them_can_be_read() -> None:
    async with led(course.finish(written(), NINE), REGIE) as stage:
        await stage.press("h")
        assert ASKED[FIRST] in stage.said()
        assert ASKED[SECOND] in stage.said()


async def test_back_in_the_first_case_the_second_is_none_that_came_before() -> None:
    async with led(at(written(), FIRST, "7"), REGIE) as stage:
        await stage.press("h")
        assert stage.on_top == "SessionScreen"


async def test_what_is_to_be_kept_nowhere_is_not_read_again() -> None:
    session = written()
    method = session.methods["short"]
    secret = replace(method, charts={**method.charts, "Questions": Chart(keep="nothing")})
    async with led(replace(session, methods={**session.methods, "short": secret}), REGIE) as stage:
        await stage.press("h")
        assert QUESTIONS[FIRST] in stage.said()
        assert ASKED[FIRST] not in stage.said()


async def test_in_a_second_terminal_they_can_be_read_too(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    writer = open_writer(path, settle=0)
    assert writer is not None
    writer.put(written(), Desk())
    assert writer.close(10)
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, RegieScreen)
        screen.look()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        assert ASKED[FIRST] in page_of(pilot.app)
        assert ASKED[SECOND] not in page_of(pilot.app)
