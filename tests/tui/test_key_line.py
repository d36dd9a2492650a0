"""The last line: the keys that do something now, in the room there is."""

import pytest

from intervisie_tui.domain.session import Session
from intervisie_tui.locale import LANGUAGES, Language, set_language
from tests.domain.samples import SMALL as METHOD
from tests.domain.samples import under_way, where, written
from tests.tui.stage import SIZES, SMALL, Size, led

MOMENTS = {
    "a talk": under_way(METHOD),
    "a round": under_way(METHOD, "2"),
    "judging": written("explore.rank", "one", "two"),
    "answering": written("explore.answer", "one", "two"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("at", MOMENTS.values(), ids=MOMENTS)
async def test_the_way_to_all_other_keys_is_never_cut_off(
    at: Session, size: Size, language: Language
) -> None:
    set_language(language)
    async with led(at, size=size) as stage:
        assert stage.footer().endswith("? Toetsen" if language == "nl" else "? Keys")
        assert len(stage.footer()) <= size[0]


async def test_where_there_is_no_room_keys_are_left_out_whole() -> None:
    async with led(MOMENTS["judging"]) as stage:
        all_keys = stage.footer().split("  ")
        await stage.resize(SMALL)
        some = stage.footer().split("  ")
        assert set(some) <= set(all_keys)


async def test_a_click_on_a_key_presses_it() -> None:
    async with led(MOMENTS["a talk"]) as stage:
        column = stage.footer().index("Next")
        assert await stage.pilot.click("KeyLine", offset=(column, 0))
        await stage.settle()
        assert where(stage.session) == "2"


async def test_a_click_between_the_keys_presses_none() -> None:
    async with led(MOMENTS["a talk"]) as stage:
        await stage.pilot.click("KeyLine", offset=(stage.footer().index("  "), 0))
        await stage.settle()
        assert stage.session is MOMENTS["a talk"]
