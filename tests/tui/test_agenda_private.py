"""The agenda is for the facilitator alone, and what it changes is kept."""

from pathlib import Path
from typing import Final

from intervisie_tui.domain.desk import Desk
from intervisie_tui.store.records import load
from intervisie_tui.store.writer import open_writer
from tests.domain.meetings import meeting
from tests.domain.samples import SMALL
from tests.domain.samples import under_way as of_one_method
from tests.tui.meetings import (
    ARRIVING,
    FIRST,
    REGIE,
    SECOND,
    under_way,
)
from tests.tui.stage import Stage, led

BEGUN: Final = under_way(FIRST, "2")


def order(stage: Stage) -> list[int]:
    """The blocks, in the order of the plan."""
    return list(dict.fromkeys(stop.block for stop in stage.session.plan))


async def test_on_the_flap_there_is_no_agenda() -> None:
    async with led(BEGUN) as stage:
        await stage.press("a")
        assert stage.on_top == "SessionScreen"
        assert "Agenda" not in stage.footer()
        assert "Agenda" not in await stage.palette()


async def test_one_method_has_no_agenda() -> None:
    async with led(of_one_method(SMALL), REGIE) as stage:
        await stage.press("a")
        assert stage.on_top == "SessionScreen"
        assert "Agenda" not in stage.footer()


async def test_before_the_meeting_the_agenda_is_behind_regie_too() -> None:
    async with led(meeting()) as stage:
        await stage.press("a")
        assert stage.on_top == "SessionScreen"
        await stage.press("f2", "a", "down", "shift+down", "escape", "f2", "right")
        assert order(stage)[:3] == [ARRIVING, SECOND, FIRST]
        assert stage.session.stage == "under-way"


async def test_back_from_the_agenda_regie_is_there_again() -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "escape")
        assert stage.on_top == "SessionScreen"
        assert stage.desk == Desk(face="regie")


async def test_the_agenda_is_in_the_help_with_its_keys() -> None:
    async with led(BEGUN, REGIE) as stage:
        assert any(row.startswith("a Agenda") for row in stage.help())
        await stage.press("a", "question_mark")
        assert "Leave this for another time, or take it back in" in stage.said()


async def test_a_meeting_that_was_changed_all_over_is_read_back_as_it_was(tmp_path: Path) -> None:
    async with led(BEGUN, REGIE) as stage:
        await stage.press("a", "down", "a", "1", "p", "end", "s", "shift+up", "home", "p")
        session = stage.session
    path = tmp_path / "record.toml"
    writer = open_writer(path, settle=0)
    assert writer is not None
    writer.put(session, Desk())
    assert writer.close(10)
    assert load(path).session == session
