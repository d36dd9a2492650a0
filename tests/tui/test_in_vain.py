"""Typing where nothing is written: it is said, and what is typed on leads nothing."""

import pytest

from tests.domain.samples import FIVE, SMALL, under_way
from tests.tui.stage import led


@pytest.mark.parametrize("face", [[], ["f2"]], ids=["flap", "regie"])
async def test_a_sentence_that_is_typed_where_nothing_is_written_leads_nothing(
    face: list[str],
) -> None:
    async with led(under_way(SMALL)) as stage:
        await stage.press(*face, "enter")
        before = stage.session
        for key in (*"skipped", "space", *"at", "space", "9", "full_stop", "question_mark"):
            stage.clock.pass_(seconds=1)
            await stage.press(key)
        assert stage.session is before
        assert stage.on_top == "SessionScreen"
        assert "Nothing goes on the flip chart now" in stage.said()


async def test_after_a_rest_letters_lead_again() -> None:
    async with led(under_way(SMALL)) as stage:
        await stage.press("enter", "x")
        stage.clock.pass_(seconds=2)
        await stage.press("space")
        assert stage.session.since is not None


@pytest.mark.parametrize("key", ["escape", "up", "f3"])
async def test_a_key_that_is_no_letter_ends_it_at_once(key: str) -> None:
    async with led(under_way(SMALL)) as stage:
        await stage.press("enter", "x", key, "space")
        assert stage.session.since is not None


async def test_a_key_that_leads_is_never_kept_from_leading() -> None:
    async with led(under_way(SMALL)) as stage:
        await stage.press("enter", "x", "right")
        assert stage.session.at != under_way(SMALL).at


async def test_where_something_is_written_it_is_written() -> None:
    async with led(under_way(FIVE, "explore.read")) as stage:
        await stage.press("enter", *"stop")
        assert stage.desk.draft == "stop"
