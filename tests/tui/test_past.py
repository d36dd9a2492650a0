"""The pages about the past of a group, and advice that knows it."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot

from intervisie_tui.domain import wall
from intervisie_tui.domain.group import Group
from intervisie_tui.store.groups import new_group
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.advice import AdviceRows, AdviceScreen
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.past import LookedUp, history_page, intentions_page
from intervisie_tui.tui.screens.shelf import looked_through, shelf_of
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.reading import Block, Paragraph
from tests.domain.samples import NINE
from tests.store.seasons import NAMES, QUESTION, Meeting, put
from tests.tui.home_of import empty_home
from tests.tui.host import Host, marked, page, settle

__all__ = ["marked"]

EVERY = pytest.mark.parametrize("size", [(50, 15), (80, 24), (120, 40)], ids=str)
LARGE = (80, 140)
"""So high that all of a page is seen."""


@pytest.fixture
def mine() -> Home:
    return empty_home()


@pytest.fixture
def north(mine: Home) -> Group:
    return new_group(mine, "North", NAMES)


def a_season(home: Home, group: Group) -> list[Path]:
    """Three meetings of the group; after the last Anna wants to be asked about something."""
    first = Meeting(key="roddelen", giver=3, group_id=group.id).held(0)
    second = Meeting(giver=2, group_id=group.id, longer=2).held(4)
    third = Meeting(key="incidenten", group_id=group.id).held(8)
    chart = next(n for n, c in third.methods["incidenten"].charts.items() if c.kind == "actions")
    third = wall.write_on(third, chart, "Call [b]her[/b]", by=1, stop=third.plan[-1])
    third = wall.set_owner(third, third.last_id, 1)
    return put(home, first, second, wall.ask_after(third, third.last_id))


def history(home: Home, group: Group) -> Host:
    return Host(history_page(home, group, NINE))


def intentions(home: Home, group: Group) -> Host:
    return Host(intentions_page(home, group))


async def test_a_history_says_what_the_group_did(mine: Home, north: Group) -> None:
    a_season(mine, north)
    app = history(mine, north)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        said = page(app)
        assert "History of North" in said
        assert "3 meetings" in said
        order = [said.index(word) for word in ("Incident method  Anna", "Five steps       Bram")]
        assert order == sorted(order)
        assert "▇▇▇▇▇▇▇▇▇▇▇▇" in said
        assert "Whose turn it could be" in said
        assert "Exploring the question · Reading out" in said
        assert QUESTION not in said


@EVERY
async def test_a_history_is_read_at_any_size(
    size: tuple[int, int], mine: Home, north: Group
) -> None:
    a_season(mine, north)
    app = history(mine, north)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        seen: list[str] = []
        for _page in range(40):
            seen += page(app).splitlines()
            await pilot.press("pagedown")
        said = "\n".join(seen)
        for words in ("History of North", "Gossip", "Whose turn", "Planned", "nothing was kept"):
            assert words in said, words
        assert max(map(len, seen)) <= size[0]


async def test_what_is_intended_is_read_as_it_was_said(mine: Home, north: Group) -> None:
    a_season(mine, north)
    app = intentions(mine, north)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        said = page(app)
        assert "Call [b]her[/b]" in said
        assert "Anna" in said
        assert "each is a good answer" in said


async def test_where_nothing_is_intended_that_is_said(mine: Home, north: Group) -> None:
    app = intentions(mine, north)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "There is nothing to ask after in a next meeting." in page(app)


@pytest.mark.parametrize("read", [history, intentions])
async def test_what_cannot_be_read_is_said_below_without_its_folder(
    read: Callable[[Home, Group], Host], mine: Home, north: Group
) -> None:
    a_season(mine, north)
    (mine.records / "torn.toml").write_text("torn", "utf-8")
    app = read(mine, north)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert "! torn.toml:" in page(app)
        assert str(mine.root) not in page(app)


async def test_while_it_is_looked_up_a_page_says_so_and_can_be_left() -> None:
    go_on = threading.Event()

    def look() -> Callable[[], list[Block]]:
        go_on.wait()
        return list

    app = Host(LookedUp(look))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "One moment…" in page(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.answer == ""
        go_on.set()
        await pilot.pause()


async def test_what_was_looked_up_takes_the_place_of_the_moment() -> None:
    app = Host(LookedUp(lambda: lambda: [Paragraph(Content("All of it"))]))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "All of it" in page(app)
        assert "One moment…" not in page(app)


@pytest.mark.usefixtures("marked")
async def test_a_page_follows_the_language(mine: Home, north: Group) -> None:
    a_season(mine, north)
    app = history(mine, north)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        speak(app, "nl")
        await pilot.pause()
        assert "«History of North»" in page(app)
        assert "«Whose turn it could be»" in page(app)


# Advice


def advising(home: Home) -> Host:
    return Host(AdviceScreen(looked_through(shelf_of(home)), home))


def listed(app: Host) -> list[str]:
    rows = app.screen.query_one(AdviceRows)
    return [Path(option.id).stem for option in rows.options if option.id]


async def turn_to(pilot: Pilot[Any], group: str) -> None:
    choice = pilot.app.screen.query_one("#meeting-of", Choice)
    choice.focus()
    choice.at = choice.options.index(group)
    await pilot.pause()


@EVERY
async def test_advice_for_a_group_knows_what_it_did_last(
    size: tuple[int, int], mine: Home, north: Group
) -> None:
    put(mine, Meeting(group_id=north.id).held(0), Meeting(giver=2, group_id=north.id).held(1))
    app = advising(mine)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = listed(app)
        assert before[0] == "vijf-stappen"
        await turn_to(pilot, "North")
        assert listed(app)[0] != "vijf-stappen"
        assert sorted(listed(app)) == sorted(before)
        assert "Whose turn it could be: Cem, Dee, Anna" in " ".join(page(app).split())
        await turn_to(pilot, "no group in particular")
        assert listed(app) == before
        assert "Whose turn" not in page(app)


async def test_the_reason_is_said_in_words(mine: Home, north: Group) -> None:
    put(mine, Meeting(group_id=north.id).held(0))
    app = advising(mine)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await turn_to(pilot, "North")
        said = " ".join(page(app).split())
        assert said.count("you did this one the last time") == 1
        assert said.count("you have not done this one yet") == len(listed(app)) - 1


async def test_without_groups_nobody_is_asked_for_which_it_is(mine: Home) -> None:
    app = advising(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not app.screen.query_one("#meeting-of").region
        for _field in range(4):
            await pilot.press("down")
        assert isinstance(app.screen.focused, AdviceRows)


@pytest.mark.usefixtures("marked", "north")
async def test_the_groups_stay_when_the_language_changes(mine: Home) -> None:
    app = advising(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await turn_to(pilot, "North")
        speak(app, "nl")
        await pilot.pause()
        assert app.screen.query_one("#meeting-of", Choice).at == 1
        assert "North" in page(app)
        assert "«Whose turn it could be: Anna, Bram, Cem»" in " ".join(page(app).split())
