"""What an owner may say of an intention at the close, and what stays of it."""

from pathlib import Path

from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry
from intervisie_tui.domain.wall import next_agreement
from tests.conftest import Clock
from tests.tui.stage import opened
from tests.tui.test_close_meeting import GROUP, close, done, ended, record


def intention(session: Session, text: str) -> Entry:
    return next(entry for _sheet, entry in session.entries() if entry.text == text)


def said_of(group_id: str) -> list[tuple[bool, bool]]:
    """What is said of an intention, from one press to the next."""
    session, seen = ended(group_id), []
    for _press in range(4):
        line = intention(session, "Wait")
        seen.append((line.agreed, line.ask))
        session = next_agreement(session, line.id)
    return seen


def test_in_a_group_an_intention_goes_stays_or_is_asked_after() -> None:
    goes, stays, asked = (False, False), (True, False), (True, True)
    assert said_of(GROUP) == [goes, stays, asked, goes]
    assert said_of("") == [goes, stays, goes, stays]


async def test_each_state_of_an_intention_says_what_it_means(clock: Clock) -> None:
    async with opened(clock, ended(GROUP)) as stage:
        await close(stage, "down")
        for words in ("may it stay?", "stays", "stays, and we ask about it", "may it stay?"):
            assert f"An: Call her · {words} " in stage.said()
            await stage.press("enter")


async def test_an_intention_that_is_asked_after_outlives_the_sheets(
    clock: Clock, home: Path
) -> None:
    async with opened(clock, ended(GROUP)) as stage:
        await close(stage, "down", "enter", "enter", "down", "enter", "2", "y", "enter")
        await done(stage)
        assert [e.text for _sheet, e in record(home).entries()] == ["Call her"]
