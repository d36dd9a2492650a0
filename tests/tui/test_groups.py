"""The groups: listed without who is in them, and planned with."""

import pytest

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.group import Member
from intervisie_tui.store.groups import groups, new_group
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.group import GroupScreen
from intervisie_tui.tui.screens.groups import GroupsScreen
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.screens.prepare import PrepareScreen
from tests.conftest import Clock
from tests.tui.at_home import AtHome
from tests.tui.group_rooms import EVERY, kept, listed, mine, press
from tests.tui.host import UNSET, marked, page, settle

__all__ = ["marked", "mine"]


# The list


async def test_groups_are_listed_by_name_and_not_with_who_is_in_them(mine: Home) -> None:
    new_group(mine, "North", ["Anna", "Bram"], method="vijf-stappen")
    new_group(mine, "East", ["Cem"])
    app = listed(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = page(app)
        assert seen.index("East") < seen.index("North")
        assert "1 member" in seen
        assert "2 members · Five steps" in seen
        assert not [name for name in ("Anna", "Bram", "Cem") if name in seen]


async def test_without_groups_it_says_how_to_make_one(mine: Home) -> None:
    app = listed(mine)
    async with app.run_test(size=(50, 15)) as pilot:
        await settle(pilot)
        assert "There are no groups yet: n makes one." in page(app)
        await press(pilot, "enter", "p", "z")
        assert isinstance(app.screen, GroupsScreen)
        assert app.answer is UNSET


async def test_a_group_is_made_and_opens(mine: Home) -> None:
    app = listed(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n", *"North", "enter", *"Anna, Bram", "enter")
        assert isinstance(app.screen, GroupScreen)
        assert "Bram" in page(app)
        (file,) = groups(mine)
        assert file.group is not None
        assert file.group.members == (Member(1, "Anna"), Member(2, "Bram"))
        await press(pilot, "escape")
        assert "North" in page(app)


@pytest.mark.parametrize("keys", [["n", "enter"], ["n", "escape"], ["n", "x", "enter", "escape"]])
async def test_a_group_that_is_not_wanted_is_not_made(keys: list[str], mine: Home) -> None:
    app = listed(mine)
    async with app.run_test() as pilot:
        await press(pilot, *keys)
        assert groups(mine) == []


async def test_a_disk_that_refuses_is_said(mine: Home) -> None:
    app = listed(mine)
    async with app.run_test() as pilot:
        mine.groups.rmdir()
        mine.groups.touch()
        await press(pilot, "n", "x", "enter", "enter")
        (said,) = app._notifications
        assert said.message.startswith("This could not be done: ")


async def test_archived_groups_come_last_when_they_are_asked_for(mine: Home) -> None:
    kept(mine, verbs.archive(new_group(mine, "Away")))
    new_group(mine, "North")
    app = listed(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Away" not in page(app)
        assert "1 archived group: z shows it" in page(app)
        await press(pilot, "z")
        assert page(app).index("North") < page(app).index("Away")
        assert "0 members · archived" in page(app)
        await press(pilot, "z")
        assert "Away" not in page(app)


async def test_a_group_that_cannot_be_read_says_why_and_is_left_alone(mine: Home) -> None:
    path = mine.groups / "broken.toml"
    path.write_text("format = 1\nname =", "utf-8")
    new_group(mine, "North")
    app = listed(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "end")
        assert "broken.toml:2:7: the file is damaged here" in page(app)
        await press(pilot, "p")
        assert app.answer is UNSET
        await press(pilot, "enter")
        assert isinstance(app.screen, Page)
        assert "This group cannot be read" in page(app)
        assert str(mine.root) not in page(app)
        assert path.read_text("utf-8") == "format = 1\nname ="


@EVERY
async def test_every_group_can_be_reached_at_every_size(size: tuple[int, int], mine: Home) -> None:
    for number in range(12):
        new_group(mine, f"Group {number:02}")
    app = listed(mine)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "end")
        assert "Group 11" in page(app)
        assert max(map(len, page(app).splitlines())) <= size[0]


@pytest.mark.usefixtures("marked")
async def test_the_list_is_said_anew_in_another_language(mine: Home) -> None:
    kept(mine, verbs.archive(new_group(mine, "Away")))
    app = listed(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        speak(app, "nl")
        await pilot.pause()
        assert "«Groups»" in page(app)
        assert "«1 archived group: z shows it»" in page(app)


# Planning


async def test_a_meeting_of_a_group_is_prepared_with_all_that_is_known(
    mine: Home, clock: Clock
) -> None:
    north = new_group(
        mine, "North", ["Anna", "Bram", "Anna", "Cem"], method="socratisch", spoken="nl"
    )
    kept(mine, verbs.leave(north, 2))
    app = AtHome(mine, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "enter", "p")
        assert isinstance(app.screen, PrepareScreen)
        await press(pilot, "f5")
        (session,) = app.begun
        assert (session.group, session.group_id) == ("North", north.id)
        people = [(person.name, person.member) for person in session.people]
        assert people == [("Anna", 1), ("Anna (2)", 3), ("Cem", 4)]
        (method,) = session.methods.values()
        assert (method.title, method.language) == ("Socratisch", "nl")


async def test_who_was_named_besides_is_a_guest(mine: Home, clock: Clock) -> None:
    new_group(mine, "North", ["Anna", "Bram"])
    app = AtHome(mine, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "p", "tab", "tab", *", Dee", "f5")
        (session,) = app.begun
        people = [(person.name, person.member) for person in session.people]
        assert people == [("Anna", 1), ("Bram", 2), ("Dee", None)]


async def test_nothing_is_planned_when_it_is_put_away(mine: Home, clock: Clock) -> None:
    new_group(mine, "North", ["Anna"])
    app = AtHome(mine, clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "g", "enter", "escape", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert app.begun == []
