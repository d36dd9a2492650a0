"""Choosing the method of a session to prepare, and what it then asks."""

import pytest

from intervisie_tui.domain.choosing import KINDS
from intervisie_tui.locale import set_language
from intervisie_tui.store.methods import MethodHead, find
from intervisie_tui.tui.widgets.field import Field
from intervisie_tui.tui.widgets.method_choice import MethodChoice
from intervisie_tui.tui.widgets.rows import Rows
from tests.conftest import Clock
from tests.tui.home_of import empty_home
from tests.tui.host import Host, page
from tests.tui.preparing import SIZES, answer, focused, preparing, read

OPENER = 'kind = "opener"'
CLOSING = 'kind = "closing"'
TWO_WAYS = """
[[steps]]
title = "Line"
  [[steps.moments]]
  title = "On the floor"
  when = "in-the-room"
  [[steps.moments]]
  title = "On a scale"
  when = "online"
"""
ANEW = """
[[steps]]
title = "Names"
when = "first-meeting"
"""
ROTATING = """
[[steps]]
title = "Consulting"
each = "everyone"
as = "case-giver"
speaks = "case-giver"
"""
ACQUAINTED = '[fit]\ngroup = "acquainted"'


def asked(app: Host) -> set[str]:
    """What the form asks, by the ids of its fields."""
    return {field.control.id or "" for field in app.screen.query(Field) if field.display}


def heads() -> list[MethodHead]:
    """Of all methods that there are."""
    return [file.head for file in find(empty_home()).files if file.head]


# Which one


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_arrows_turn_to_another_method_and_back(
    size: tuple[int, int], clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        assert "‹ Five steps ›" in page(app)
        await pilot.press("right")
        assert "‹ Case discussion ›" in page(app)
        await pilot.press("left")
        assert list((await answer(pilot)).methods) == ["vijf-stappen"]


async def test_every_method_is_turned_to_cases_first_then_openers_then_closings(
    clock: Clock,
) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        choice = app.screen.query_one(MethodChoice)
        seen: list[MethodHead] = []
        for _ in heads():
            assert choice.chosen is not None
            assert choice.chosen.head is not None
            seen.append(choice.chosen.head)
            await pilot.press("right")
        assert sorted(map(str, seen)) == sorted(map(str, heads()))
        english = [head.kind for head in seen if head.language == "en"]
        assert english == sorted(english, key=KINDS.index)
        assert all(head.language == "nl" for head in seen[len(english) :])


@pytest.mark.parametrize(
    ("size", "key"), list(zip(SIZES, ["enter", "space"], strict=True)), ids=str
)
async def test_a_method_is_chosen_from_a_list_and_the_next_field_comes(
    size: tuple[int, int], key: str, clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        assert "Which method?" in page(app)
        assert "For a case" in page(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert focused(app) == "people"
        assert list((await answer(pilot)).methods) == ["casusbespreking"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_method_is_in_the_list_under_what_it_is_for(
    size: tuple[int, int], clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        rows = app.screen.query_one(Rows)
        said = [f"{option.prompt}" for option in rows.options]
        order = ["For a case", "To open with", "To close with", "Whole meetings"]
        order.append("In another language")
        assert [words for words in said if words in order] == order
        assert len(said) == len(heads()) + len(order)
        await pilot.press("end")
        assert "STAB-bijeenkomst in de zaal" in page(app)
        await pilot.press("home")
        assert "For a case" in page(app)


async def test_the_list_opens_at_the_method_that_is_chosen_and_can_be_put_away(
    clock: Clock,
) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "enter", "escape")
        await pilot.pause()
        assert focused(app) == "method"
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert list((await answer(pilot)).methods) == ["troika"]


async def test_a_word_about_the_method_stands_under_it(clock: Clock) -> None:
    app = preparing(clock, 'minutes = "10-15"\nsummary = "Short and good."')
    async with app.run_test(size=(80, 24)):
        assert "10–15 min · Short and good." in page(app)


async def test_methods_in_the_language_of_the_program_come_first(clock: Clock) -> None:
    set_language("nl")
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "‹ Vijf stappen ›" in page(app)
        await pilot.press("enter", "end", "enter")
        await pilot.pause()
        methods = (await answer(pilot)).methods.values()
        assert {method.language for method in methods} == {"en"}


# What it asks


@pytest.mark.parametrize("mine", [OPENER, CLOSING])
async def test_without_a_case_there_is_no_case_giver_and_no_question(
    mine: str, clock: Clock
) -> None:
    app = preparing(clock, mine)
    async with app.run_test(size=(80, 24)) as pilot:
        assert asked(app) == {"method", "people", "names", "end", "group"}
        await pilot.press("down", "down", "down")
        assert focused(app) == "end"
        session = await answer(pilot)
        assert (session.case_giver(session.stop), session.question(session.stop)) == (None, None)


async def test_what_was_filled_in_for_a_case_does_not_go_along_to_an_opener(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "down", "right", "down", *"How?", "up", "up", "up", "up")
        choice = app.screen.query_one(MethodChoice)
        while (
            choice.chosen is None or choice.chosen.head is None or choice.chosen.head.kind == "case"
        ):
            await pilot.press("right")
        session = await answer(pilot)
        assert (session.case_giver(session.stop), session.question(session.stop)) == (None, None)


async def test_where_everybody_has_a_case_nobody_is_asked_whose_it_is(clock: Clock) -> None:
    app = preparing(clock, ROTATING)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "‹ everybody in turn ›" in page(app)
        assert "question" not in asked(app)
        app.screen.query_one("#giver").focus()
        await pilot.press("right", "right")
        session = await answer(pilot)
        assert [stop.lap.people for stop in session.plan if stop.lap] == [(n,) for n in range(1, 7)]
        assert session.blocks[0].roles == {}


@pytest.mark.parametrize(
    ("keys", "online", "moments"), [([], False, ["1.1", "2"]), (["right"], True, ["1.2", "2"])]
)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_where_they_meet_is_asked_when_it_makes_a_difference(
    size: tuple[int, int], keys: list[str], online: bool, moments: list[str], clock: Clock
) -> None:
    app = preparing(clock, OPENER + TWO_WAYS)
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "down", "down")
        assert focused(app) == "online"
        assert "‹ in the room ›" in page(app)
        await pilot.press(*keys)
        session = await answer(pilot)
        assert session.online is online
        assert [stop.moment for stop in session.plan] == moments


async def test_where_they_meet_is_not_asked_when_it_makes_none(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "online" not in asked(app)
        assert not (await answer(pilot)).online


@pytest.mark.parametrize(
    ("mine", "said"),
    [
        (ANEW, "‹ yes: getting acquainted comes first ›"),
        (ACQUAINTED, "‹ yes ›"),
        (ACQUAINTED + ANEW, "‹ yes: getting acquainted comes first ›"),
        ("", None),
    ],
)
async def test_a_first_meeting_is_asked_where_it_matters_and_says_what_it_means(
    mine: str, said: str | None, clock: Clock
) -> None:
    app = preparing(clock, mine)
    async with app.run_test(size=(80, 24)) as pilot:
        assert ("first" in asked(app)) is (said is not None)
        if said:
            app.screen.query_one("#first").focus()
            await pilot.press("right")
            assert said in read(app)
        assert (await answer(pilot)).first_meeting is (said is not None)


# Whether it suits


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_group_that_meets_for_the_first_time_gets_a_hint_and_no_refusal(
    size: tuple[int, int], clock: Clock
) -> None:
    app = preparing(clock, ACQUAINTED)
    async with app.run_test(size=size) as pilot:
        hint = "This method asks for a group that has known each other for some time."
        app.screen.query_one("#first").focus()
        await pilot.pause()
        assert hint not in read(app)
        await pilot.press("right")
        assert f"{hint} You could also take: Five steps," in read(app)
        assert f"! {hint}" not in read(app)
        assert (await answer(pilot)).first_meeting


async def test_what_else_could_be_taken_is_few_and_never_the_method_itself(clock: Clock) -> None:
    app = preparing(clock, ACQUAINTED)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#first").focus()
        await pilot.press("right")
        named = read(app).partition("You could also take: ")[2].partition(".")[0].split(", ")
        mine, fits = {"Mine", "Gossip"}, {h.title for h in heads() if h.kind == "case"}
        assert len(named) == 3
        assert set(named) <= fits - mine


async def test_a_group_for_which_the_method_was_made_gets_no_hint(clock: Clock) -> None:
    app = preparing(clock, ANEW)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#first").focus()
        await pilot.press("right")
        assert "asks for a group" not in read(app)
