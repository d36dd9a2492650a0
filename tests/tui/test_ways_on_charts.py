"""What a method may say of its charts on the way, and every stop of a method that says it all."""

from collections.abc import Iterator
from typing import Final

import pytest

from intervisie_tui.domain import course, flow, room
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.tui.widgets import wording
from tests.domain.samples import NINE, texts, under_way, where
from tests.flows import EVERY_WAY
from tests.tui.stage import SMALL, USUAL, Size, led


def every(moment: str) -> Session:
    return under_way(EVERY_WAY, moment)


# Charts


async def test_a_sheet_that_is_withheld_shows_no_line_until_its_step() -> None:
    session = flow.choose(every("begin"), "brainstorm")
    async with led(course.go_to(session, session.plan[1].id, NINE), size=SMALL) as stage:
        assert where(stage.session) == "brainstorm.1"
        await stage.press("enter")
        await stage.write("quite secret")
        await stage.press("enter")
        assert "Kept for later" in stage.said()
        assert "What is on it comes later" in stage.said()
        assert "secret" not in stage.said().replace("Secret", "")
        assert texts(stage.session, "Secret") == ["quite secret"]


QUOTA: Final = Method(
    format=1,
    title="Two each",
    language="en",
    steps=(Step(title="Two", speaks=("everyone",), in_turn=True, chart="Lines"),),
    charts={"Lines": Chart(quota=2)},
)


async def test_a_line_too_many_is_kept_in_the_pen_and_the_screen_says_why() -> None:
    async with led(under_way(QUOTA, "1", case_giver=None)) as stage:
        await stage.press("enter")
        for words in ("one", "two", "three"):
            await stage.write(words)
            await stage.press("enter")
        assert "An has 2 already" in stage.said()
        assert stage.desk.draft == "three"
        await stage.press("tab", "enter")
        assert texts(stage.session, "Lines") == ["one", "two", "three"]


async def test_what_is_pasted_beyond_the_lines_there_may_be_is_said() -> None:
    async with led(room.next_turn(under_way(QUOTA, "1", case_giver=None), NINE)) as stage:
        await stage.press("enter")
        await stage.paste("one\ntwo\nthree")
        assert texts(stage.session, "Lines") == ["one", "two"]
        assert "An has 2 already" in stage.said()


# All of it


def visits(method: Method) -> Iterator[Session]:
    session = under_way(method)
    for stop in session.plan:
        yield course.go_to(session, stop.id, NINE)


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_every_way_can_be_read_at_every_stop(size: Size) -> None:
    async with led(under_way(EVERY_WAY), size=size) as stage:
        for session in visits(EVERY_WAY):
            stage.screen.session = session
            await stage.pilot.pause()
            shown, said = view(session, NINE), stage.said()
            short = size == SMALL
            for words in (
                *wording.passing(shown, short=short),
                *wording.small_groups(shown),
                *wording.asked(shown),
                *wording.choices(shown),
            ):
                assert words in said
