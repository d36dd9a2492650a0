"""A round in small groups at the same time: an order for each, and no turn to lead."""

from typing import Final

import pytest

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Groups, Step
from tests.domain.samples import under_way
from tests.tui.stage import SMALL, USUAL, Size, led

GROUPED: Final = Method(
    format=1,
    title="Grouped",
    language="en",
    steps=(
        Step(
            title="Asking",
            each="everyone",
            as_="case-giver",
            groups=Groups(size=3),
            asks=("peers",),
            in_turn=True,
            again=True,
            lines_each=2,
            chart="Questions",
        ),
    ),
)
"""In every small group the peers ask in turn, at the same time."""

SEVEN: Final = ("An", "Bo", "Cem", "Dee", "Evi", "Fay", "Guus")


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_groups_that_go_round_by_themselves_have_an_order_each_and_no_turn(
    size: Size,
) -> None:
    session = under_way(GROUPED, names=SEVEN, case_giver=None)
    async with led(session, size=size) as stage:
        flap = stage.said()
        assert "Group 1: Bo → Cem · An (case giver)" in flap
        assert "Group 2: Evi → Fay → Guus · Dee (case giver)" in flap
        assert "the others ask in turn" in flap
        await stage.press("tab", "shift+tab", "2", "p")
        assert stage.session is session
        assert "Next one" not in stage.footer()
        assert "▶" not in stage.said()
        await stage.press("d")
        assert "Group 1: Bo → Cem · An (case giver)" in stage.said()
        await stage.press("f2")
        assert "Group 1: Bo → Cem · An (case giver)" in stage.said()
        assert "turn:" not in stage.said()


async def test_a_line_written_there_is_nobodys() -> None:
    async with led(under_way(GROUPED, names=SEVEN, case_giver=None)) as stage:
        await stage.press("enter")
        await stage.write("what holds you?")
        await stage.press("tab", "escape")
        assert [entry.by for _, entry in stage.session.entries()] == [None]
