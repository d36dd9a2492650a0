from dataclasses import replace

from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.sheet import Entry
from tests.conftest import Clock
from tests.domain.meetings import meeting
from tests.domain.samples import written
from tests.tui.stage import Stage, led, opened

CALL = Intention(text="Call her", when="Friday", member=2, name="Bo")


def line(stage: Stage) -> Entry:
    found = stage.session.entry(1)
    assert found is not None
    return found[1]


async def test_one_key_says_that_an_intention_stays_and_once_more_that_it_is_asked_after() -> None:
    session = replace(written("7.4", "Call her"), group_id="k3m9xq")
    async with led(session) as stage:
        await stage.press("up")
        for agreed, ask, sign in ((True, False, "✓"), (True, True, "?"), (False, False, " ")):
            await stage.press("k")
            assert (line(stage).agreed, line(stage).ask) == (agreed, ask)
            assert f"{sign}  1  Call her" in stage.page() or sign == " "


async def test_of_a_group_that_is_not_known_nothing_is_asked_after() -> None:
    async with led(written("7.4", "Call her")) as stage:
        await stage.press("up", "k", "k")
        assert not line(stage).agreed
        assert not line(stage).ask


async def test_what_became_of_it_is_told_in_a_word_and_in_the_owners_own_words(
    clock: Clock,
) -> None:
    session = meeting(asked=(CALL,), group_id="k3m9xq")
    async with opened(clock, session) as stage:
        await stage.press("right", "up", "4", "o", *"Write", "enter")
        assert (line(stage).label, line(stage).note) == ("changed", "Write")
