from dataclasses import replace

from intervisie_tui.domain import course
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry
from tests.conftest import Clock
from tests.domain.meetings import meeting
from tests.domain.samples import FIVE, NINE, prepared, under_way, written
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


async def test_tab_asks_first_whose_it_is_and_by_when_and_loses_nothing() -> None:
    async with led(intending()) as stage:
        await stage.press("tab", "enter", *"Call", "tab", "tab", *"Friday", "tab", *"Wait", "enter")
        first, second = (entry for _sheet, entry in stage.session.entries())
        assert (first.text, first.owner, first.when) == ("Call", 1, "Friday")
        assert (second.text, second.owner) == ("Wait", 2)


async def test_a_name_that_nobody_has_stays_in_the_pen() -> None:
    async with led(intending()) as stage:
        await stage.press("tab", "enter", *"Call", "enter", *"Zed", "enter")
        assert "Nobody here is called that" in stage.said()
        assert stage.desk.draft == "Zed"


def intending() -> Session:
    """A group of which everybody in turn says what they intend."""
    step = Step(title="What?", speaks=("everyone",), in_turn=True, chart="Intended")
    charts = {"Intended": Chart(kind="actions")}
    method = Method(
        format=1, title="Ahead", language="en", kind="closing", steps=(step,), charts=charts
    )
    return under_way(method, case_giver=None)


async def test_on_the_closing_sheet_a_digit_changes_nothing_that_nobody_sees() -> None:
    picking = written("7.2", "one", "two")
    async with led(course.finish(picking, NINE)) as stage:
        await stage.press("1")
        assert not any(entry.picked for _sheet, entry in stage.session.entries())
        assert "Choose" not in stage.footer()


async def test_nine_people_are_told_before_they_begin_that_the_method_is_for_fewer() -> None:
    nine = prepared(FIVE, names=[""] * 9, case_giver=1)
    async with led(nine, Desk(face="regie")) as stage:
        assert "! “Five steps” suits 4–8 people, and" in stage.page()
