"""Making a method one's own: copied, edited, and checked, all by keys."""

import pytest
from textual.app import SuspendNotSupported

from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.methods import checked
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.methods import MethodsScreen
from intervisie_tui.tui.widgets.line import Line
from tests.store.answers import STEP
from tests.tui.authors import (
    GOOD,
    TIMED,
    WRONG,
    Authoring,
    Set,
    comes,
    editor,
    here,
    mine,
    no_editor,
)
from tests.tui.host import page, settle

__all__ = ["editor", "here", "mine", "no_editor"]

pytestmark = pytest.mark.usefixtures("here")


# Made one's own


async def test_a_copy_takes_two_keys_and_is_chosen(mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        assert await comes(pilot, "Five steps (copy)")
        await pilot.press("enter")
        assert await comes(pilot, "Five steps (copy)  45–60 min · 4–8 people · yours")
        assert app.chosen == mine.methods / "five-steps-copy.toml"
        assert checked(app.chosen).title == "Five steps (copy)"


async def test_a_copy_gets_the_title_that_is_typed(mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        assert await comes(pilot, "Five steps (copy)")
        app.screen.query_one(Line).value = '[/] "Ours"'
        await pilot.press("enter")
        assert await comes(pilot, '[/] "Ours"  45–60 min')
        assert app.chosen == mine.methods / "ours.toml"


async def test_a_copy_that_is_not_wanted_is_not_made(mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        assert await comes(pilot, "Five steps (copy)")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, MethodsScreen)
        assert [*mine.methods.iterdir()] == []


async def test_a_copy_is_seen_whatever_was_searched_for(mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("k", "slash", *"five", "tab", "c")
        assert await comes(pilot, "Five steps (copy)")
        app.screen.query_one(Line).value = "Another"
        await pilot.press("enter")
        assert await comes(pilot, "Another  45–60 min", "Case discussion")


async def test_a_new_method_is_a_small_one(mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        assert await comes(pilot, "My method")
        await pilot.press("enter")
        assert await comes(pilot, "My method  15 min")
        assert checked(app.chosen).steps[0].title == "Telling"


async def test_a_disk_that_refuses_is_said(mine: Home) -> None:
    mine.methods.rmdir()
    mine.methods.write_text("a file")
    app = Authoring(mine)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("n")
        assert await comes(pilot, "My method")
        await pilot.press("enter")
        assert await comes(pilot, "This could not be done")


@pytest.mark.parametrize("keys", [["t"], ["enter", "t"]])
async def test_a_method_is_tried_from_the_list_or_from_its_page(
    keys: list[str], mine: Home
) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        assert app.tried == [builtin_methods() / "en" / "vijf-stappen.toml"]


# In the editor


async def test_ones_own_method_opens_in_the_editor_and_is_checked_on_return(
    mine: Home, editor: Set
) -> None:
    file = mine.methods / "mine.toml"
    file.write_text(GOOD)
    editor(WRONG)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"mine", "tab", "e")
        assert await comes(pilot, "1 thing is wrong", "mine.toml:7:1: “minuts”", "minuts = 4")
        assert (app.lent, file.read_text()) == (1, WRONG)
        await pilot.press("t")
        assert app.tried == []
        editor(TIMED)
        await pilot.press("e")
        assert await comes(pilot, "✓ Ready to use", "All together  4")
        assert app.lent == 2
        await pilot.press("t")
        await pilot.pause()
        assert app.tried == [file]


async def test_what_was_edited_is_listed_as_it_is_now(mine: Home, editor: Set) -> None:
    (mine.methods / "mine.toml").write_text(GOOD)
    editor(GOOD.replace("Mine", "Ours"))
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"mine", "tab", "e")
        assert await comes(pilot, "✓ Ready to use")
        await pilot.press("escape", "escape")
        assert await comes(pilot, "Ours  4–8 people")


async def test_one_of_ours_is_copied_first_in_one_step(mine: Home, editor: Set) -> None:
    editor(GOOD)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        assert await comes(pilot, "“Five steps” came with the program.", "Five steps (copy)")
        await pilot.press("enter")
        assert await comes(pilot, "✓ Ready to use")
        assert (mine.methods / "five-steps-copy.toml").read_text() == GOOD


async def test_a_warning_stands_in_nobodys_way(mine: Home, editor: Set) -> None:
    (mine.methods / "mine.toml").write_text(GOOD)
    editor(GOOD.replace('speaks = "peers"', "minutes = 4"))
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"mine", "tab", "e")
        assert await comes(
            pilot, "It can be used; 1 thing to look at", "mine.toml:5:", "All together  4"
        )


@pytest.mark.parametrize("size", [(50, 24), (80, 24)], ids=str)
@pytest.mark.usefixtures("no_editor")
async def test_a_length_says_of_which_meeting_it_is(mine: Home, size: tuple[int, int]) -> None:
    first = f'{STEP}when = "first-meeting"\nminutes = 5\nspeaks = "peers"\n'
    head, steps = TIMED.split("[[steps]]")
    (mine.methods / "mine.toml").write_text(f'{head}minutes = "4-9"\n[[steps]]{steps}{first}')
    app = Authoring(mine)
    async with app.run_test(size=size) as pilot:
        await pilot.press("slash", *"mine", "tab", "e")
        assert await comes(pilot, "All together", "at a first meeting", "What the file says")
        said = [" ".join(line.split()) for line in page(app).splitlines()]
        assert "All together 4" in said
        assert "at a first meeting 9" in said
        assert "What the file says: minutes 4–9" in said


@pytest.mark.usefixtures("no_editor")
async def test_where_a_large_group_takes_longer_each_size_is_said(mine: Home) -> None:
    turns = "in-turn = true\nseconds-each = 60\n"
    (mine.methods / "mine.toml").write_text(GOOD.replace("peers", "everyone") + turns)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"mine", "tab", "e")
        assert await comes(pilot, "4 people  6 people  8 people")
        assert "All together 4 6 8" in [" ".join(line.split()) for line in page(app).splitlines()]


@pytest.mark.usefixtures("no_editor")
async def test_of_a_method_without_times_no_length_is_said(mine: Home) -> None:
    (mine.methods / "mine.toml").write_text(GOOD)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"mine", "tab", "e")
        assert await comes(pilot, "✓ Ready to use")
        assert "Minutes" not in page(app)


@pytest.mark.usefixtures("no_editor")
async def test_what_is_saved_elsewhere_is_checked_too(mine: Home) -> None:
    file = mine.methods / "mine.toml"
    file.write_text(WRONG)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "enter")
        assert await comes(pilot, "1 thing is wrong")
        file.write_text(GOOD)
        assert await comes(pilot, "✓ Ready to use")


@pytest.mark.usefixtures("no_editor")
async def test_without_an_editor_it_is_said_what_to_do(mine: Home) -> None:
    (mine.methods / "mine.toml").write_text(WRONG)
    app = Authoring(mine)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("end", "e")
        assert await comes(pilot, "No editor is set yet.", "EDITOR=", "mine.toml", "1 thing is")
        assert app.lent == 0


async def test_an_editor_that_does_not_start_is_said(
    mine: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mine.methods / "mine.toml").write_text(WRONG)
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "e")
        assert await comes(pilot, "“no-such-editor” does not start", "1 thing is wrong")


async def test_a_terminal_that_cannot_be_lent_is_said(
    mine: Home, editor: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_app: Authoring) -> None:
        raise SuspendNotSupported

    (mine.methods / "mine.toml").write_text(WRONG)
    editor(GOOD)
    monkeypatch.setattr(Authoring, "suspend", refuse)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "e")
        assert await comes(pilot, "This terminal cannot be lent", "1 thing is wrong")


async def test_a_question_is_asked_once_at_a_time(mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "n")
        assert await comes(pilot, "My method")
        assert sum(isinstance(screen, Ask) for screen in app.screen_stack) == 1


@pytest.mark.parametrize("key", ["n", "c"])
async def test_a_name_that_is_typed_takes_the_place_of_the_one_that_is_offered(
    key: str, mine: Home
) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert await comes(pilot, "Enter makes it")
        await pilot.press(*"Ours", "enter")
        assert await comes(pilot, "Ours  ")
        assert app.chosen == mine.methods / "ours.toml"
