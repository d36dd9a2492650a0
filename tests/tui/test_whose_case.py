"""Nobody knows yet whose case it is: the regie asks, and the flap does not."""

from typing import Final

import pytest

from intervisie_tui.domain.desk import Desk
from tests.domain.samples import FIVE, under_way, where
from tests.tui.stage import SIZES, SMALL, USUAL, Size, led

REGIE: Final = Desk(face="regie")

WHOSE: Final = "Who brings the case? w, then c"


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_the_regie_asks_whose_case_it_is_from_where_that_matters(size: Size) -> None:
    async with led(under_way(FIVE, case_giver=None), REGIE, size=size) as stage:
        seen = [WHOSE in stage.said()]
        while where(stage.session) != "4.1":
            await stage.press("right")
            seen.append(WHOSE in stage.said())
        assert seen == [False] * (len(seen) - 1) + [True]
        await stage.press("w", "down", "c", "escape")
        assert WHOSE not in stage.said()
        assert stage.session.case_giver(stage.session.stop) == 2
        await stage.press("u")
        assert WHOSE in stage.said()


@pytest.mark.parametrize("size", SIZES)
async def test_the_flap_asks_nobody_and_calls_the_case_giver_so(size: Size) -> None:
    async with led(under_way(FIVE, "4.1", case_giver=None), size=size) as stage:
        assert "● the case giver speaks" in stage.said()
        assert "brings the case" not in stage.said()
        await stage.press("w", "c", "escape")
        assert "● An speaks" in stage.said()


async def test_a_method_that_is_led_to_its_end_keeps_asking_whose_case_it_is() -> None:
    async with led(under_way(FIVE, "4.1", case_giver=None), REGIE) as stage:
        ahead = stage.session.plan[stage.session.index(stage.session.at) :]
        asked = []
        while stage.session.stage == "under-way":
            asked.append(WHOSE in stage.said())
            await stage.press("right")
        assert asked == [True] * len(ahead)
        assert WHOSE not in stage.said()
