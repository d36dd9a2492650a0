"""One group: who is in it, changed at once, and deleted."""

import threading
from dataclasses import replace

import pytest

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.group import Group, Member
from intervisie_tui.store.files import lock_of
from intervisie_tui.store.groups import groups, load_group, new_group, save_group
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import Lock
from intervisie_tui.tui.screens import group as group_screen
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.confirm import Confirm
from intervisie_tui.tui.screens.group import GroupScreen, UsualMethod
from tests.conftest import Clock
from tests.tui.group_rooms import EVERY, kept, mine, opened, press
from tests.tui.home_of import prepared, put
from tests.tui.host import marked, page, settle

__all__ = ["marked", "mine"]


# Changed


async def test_members_are_named_and_told_apart_and_who_left_comes_last(mine: Home) -> None:
    north = new_group(mine, "North", ["Anna", "Bram", "Anna"])
    app = opened(mine, kept(mine, verbs.leave(north, 1)))
    async with app.run_test(size=(80, 24)):
        seen = page(app)
        places = [seen.index(words) for words in ("Bram", "Anna (2)", "Anna · left")]
        assert places == sorted(places)


async def test_each_change_is_kept_at_once(mine: Home) -> None:
    group = new_group(mine, "North", ["Anna"])
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n", *"west", "enter")
        assert load_group(mine, group.id).name == "Northwest"
        await press(pilot, "j", *"Bram, Cem", "enter")
        assert [each.name for each in load_group(mine, group.id).members] == ["Anna", "Bram", "Cem"]
        await press(pilot, "l", "l", "z")
        assert load_group(mine, group.id).language == "en"
        assert load_group(mine, group.id).archived
        assert "Northwest · archived" in page(app)
        await press(pilot, "l", "z")
        assert load_group(mine, group.id).language is None
        assert not load_group(mine, group.id).archived


async def test_a_member_gets_another_name_leaves_and_comes_back(mine: Home) -> None:
    group = new_group(mine, "North", ["Anna", "Bram"])
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        assert load_group(mine, group.id) == group
        await press(pilot, *["down"] * 10, "n", *" B.", "enter", "g")
        assert load_group(mine, group.id).members[1] == Member(2, "Bram B.", left=True)
        assert "Bram B. · left" in page(app)
        await press(pilot, "g", "enter", *"x", "enter")
        assert load_group(mine, group.id).members[1] == Member(2, "Bram B.x")


async def test_the_usual_method_is_chosen_from_the_list_and_taken_away(mine: Home) -> None:
    group = new_group(mine, "North", spoken="nl")
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        assert isinstance(app.screen, UsualMethod)
        assert "Vijf stappen" in page(app)
        await press(pilot, "enter")
        assert load_group(mine, group.id).method == "vijf-stappen"
        assert "Vijf stappen" in page(app)
        await press(pilot, "m", "escape")
        assert load_group(mine, group.id).method == "vijf-stappen"
        await press(pilot, "m", "n")
        assert load_group(mine, group.id).method is None
        assert "not chosen" in page(app)


async def test_a_usual_method_that_is_gone_is_said(mine: Home) -> None:
    app = opened(mine, new_group(mine, "North", method="gone"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "! gone" in page(app)
        await press(pilot, *["down"] * 7)
        assert "This method is there no more; choose another." in page(app)


async def test_a_change_from_another_window_is_not_lost(mine: Home) -> None:
    group = new_group(mine, "North", ["Anna"])
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        kept(mine, verbs.join(group, "Bram"))
        await press(pilot, "j", *"Cem", "enter")
        assert [each.name for each in load_group(mine, group.id).members] == ["Anna", "Bram", "Cem"]
        assert "Bram" in page(app)


async def test_what_cannot_be_kept_is_said_and_not_shown(mine: Home) -> None:
    group = new_group(mine, "North")
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        (mine.groups / f"{group.id}.toml").write_text("half a li", "utf-8")
        await press(pilot, "z")
        (said,) = app._notifications
        assert "the file is damaged here" in said.message
        assert str(mine.root) not in said.message
        assert "archived" not in page(app)
        assert (mine.groups / f"{group.id}.toml").read_text("utf-8") == "half a li"


async def test_the_screen_does_not_wait_for_the_disk_and_no_change_is_lost(
    mine: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = new_group(mine, "North")
    gate, save = threading.Event(), save_group

    def slowly(home: Home, changed: Group) -> None:
        assert gate.wait(20)
        save(home, changed)

    monkeypatch.setattr(group_screen, "save_group", slowly)
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("z", "l", "down", "escape")
        await pilot.pause()
        assert isinstance(app.screen, GroupScreen)
        gate.set()
        await settle(pilot)
        assert app.answer is None
        assert load_group(mine, group.id) == replace(group, archived=True, language="nl")


@EVERY
async def test_every_row_can_be_reached_and_does_what_its_key_does(
    size: tuple[int, int], mine: Home
) -> None:
    group = new_group(mine, "North", [f"Member {number}" for number in range(9)])
    app = opened(mine, group)
    async with app.run_test(size=size) as pilot:
        seen = set()
        for _ in range(21):
            seen |= {line.strip() for line in page(app).splitlines()}
            await pilot.press("down")
            await pilot.pause()
        rows = {
            "p   Plan a meeting",
            "Member 8",
            "j   Somebody joins",
            "Del Delete, with all records",
        }
        assert rows <= seen
        assert max(map(len, page(app).splitlines())) <= size[0]
        await press(pilot, "end", "up", "enter")
        assert load_group(mine, group.id).archived
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, Confirm)


@pytest.mark.usefixtures("marked")
async def test_a_group_is_said_anew_in_another_language(mine: Home) -> None:
    app = opened(mine, new_group(mine, "[red]North[/red]", ["[b]An"]))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "end")
        speak(app, "nl")
        await pilot.pause()
        seen = page(app)
        for words in ("Members", "Usual method", "Plan a meeting", "not chosen", "Archive"):
            assert f"«{words}»" in seen
        assert "[red]North[/red]" in seen
        assert "[b]An" in seen


# Deleting


async def test_a_group_goes_with_all_its_records_after_a_question(mine: Home, clock: Clock) -> None:
    group = new_group(mine, "North", ["Anna"])
    theirs = put(mine, replace(prepared(clock.now, "North"), group_id=group.id))
    other = put(mine, prepared(clock.now, "North"))
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "delete")
        flat = " ".join(page(app).split())
        assert "Delete the group “North”, with 1 record?" in flat
        assert "backup" in flat
        assert "What was handed over at a close stays" in flat
        await press(pilot, "enter")
        assert theirs.exists()
        assert load_group(mine, group.id) == group
        await press(pilot, "delete", "y", "enter")
        await settle(pilot)
        assert app.answer is None
        assert not theirs.exists()
        assert other.exists()
        assert groups(mine) == []


async def test_of_a_group_without_records_nothing_is_said_of_them(mine: Home) -> None:
    app = opened(mine, new_group(mine, "North"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "delete")
        assert "There are no records of it." in page(app)
        assert "backup" not in page(app)


async def test_a_record_that_is_open_stays_and_that_is_said(mine: Home, clock: Clock) -> None:
    group = new_group(mine, "North")
    path = put(mine, replace(prepared(clock.now, "North"), group_id=group.id))
    lock = Lock.take(lock_of(path))
    assert lock is not None
    app = opened(mine, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "delete", "y", "enter")
        (said,) = app._notifications
        assert said.message.startswith("1 record is open, so it stays")
        assert path.exists()
        assert isinstance(app.screen, GroupScreen)
    lock.release()


async def test_a_group_that_went_in_another_window_is_said(mine: Home) -> None:
    group = new_group(mine, "North")
    app = opened(mine, group)
    async with app.run_test() as pilot:
        (mine.groups / f"{group.id}.toml").unlink()
        await press(pilot, "delete", "y", "enter")
        (said,) = app._notifications
        assert "there is no such group" in said.message
