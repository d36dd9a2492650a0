"""The methods there are, and a page to read about each."""

from pathlib import Path

import pytest

from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store.export.choosing import HEADINGS
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import load
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.checked import Checked
from intervisie_tui.tui.screens.methods import MethodsScreen
from intervisie_tui.tui.screens.page import MethodPage
from intervisie_tui.tui.screens.shelf import looked_through, shelf_of
from intervisie_tui.tui.widgets.method_page import whole
from intervisie_tui.tui.widgets.reading import Prose, Reading
from intervisie_tui.tui.widgets.rows import Rows
from tests.tui.authors import comes
from tests.tui.home_of import METHOD, empty_home
from tests.tui.host import UNSET, Host, marked, page, settle

__all__ = ["marked"]

BROKEN = 'format = 1\ntitle = "[/]"\nlanguage = "en"\nminuts = 4\n[[steps]]\ntitl = "x"\n'
GOOD = 'format = 1\ntitle = "Mine"\nlanguage = "en"\n[[steps]]\ntitle = "Talk"\n'

SIZES = [(50, 15), (80, 24), (120, 40)]


def methods_of(*files: tuple[str, str]) -> Host:
    home = empty_home()
    for name, text in files:
        (home.methods / name).write_text(text)
    return Host(MethodsScreen(home, looked_through(shelf_of(home))))


async def test_a_method_is_told_in_a_line_and_a_sentence() -> None:
    app = methods_of()
    async with app.run_test(size=(80, 24)):
        assert "Five steps  45–60 min · 4–8 people" in page(app)
        assert load(METHOD).summary[:40] in page(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_method_is_read_to_its_end(size: tuple[int, int]) -> None:
    app = methods_of()
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        reading = app.screen.query_one(Reading)
        prose = Prose(whole(load(METHOD)))
        lines = [line.plain.strip() for line in prose.lines(reading.content_size.width)]
        seen = set()
        for _ in range(60):
            seen |= {line.strip(" ▁▂▃▄▅▆▇") for line in page(app).splitlines()}
            await pilot.press("pagedown")
            await pilot.pause()
        assert [line for line in lines if line not in seen] == []
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, MethodsScreen)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_says_all_that_the_method_says(language: str) -> None:
    method = load(builtin_methods() / language / "vijf-stappen.toml")
    said = "\n".join(paragraph.words.plain for paragraph in whole(method))
    assert all(rule in said for rule in method.rules)
    for moment in method.moments.values():
        for words in (moment.title, moment.say, *moment.ask, *moment.remember, *moment.tips):
            assert words in said
    assert "min" in said


def test_a_page_says_who_speaks_and_who_is_silent() -> None:
    said = [paragraph.words.plain for paragraph in whole(load(METHOD))]
    assert "the case giver speaks · the others are silent" in said
    assert "everyone speaks in turn" in said


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["p"], METHOD),
        (["down", "p"], METHOD.with_name("casusbespreking.toml")),
        (["enter", "p"], METHOD),
        (["escape"], None),
        (["enter", "escape", "escape"], None),
    ],
)
async def test_a_method_is_prepared_from_the_list_or_from_its_page(
    keys: list[str], chosen: Path | None
) -> None:
    app = methods_of()
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert app.answer == chosen


async def test_a_broken_method_shows_everything_that_is_wrong() -> None:
    app = methods_of(("mine.toml", BROKEN))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "p")
        assert "Not right yet" in page(app)
        assert "mine.toml  ! broken" in page(app)
        assert app.answer is UNSET
        await pilot.press("enter")
        assert await comes(pilot, "mine.toml:4:1: ", "mine.toml:6:1: ")
        assert isinstance(app.screen, Checked)
        assert "/" not in page(app)


async def test_a_method_that_breaks_while_it_is_listed_is_said() -> None:
    home = empty_home()
    mine = home.methods / "mine.toml"
    mine.write_text(BROKEN)
    app = Host(MethodsScreen(home, shelf_of(home)))
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(Rows).choose(str(mine))
        await pilot.press("enter")
        assert await comes(pilot, "mine.toml:4:1: ")


@pytest.mark.usefixtures("marked")
async def test_the_list_and_the_page_follow_the_language() -> None:
    app = methods_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        speak(app, "nl")
        await pilot.pause()
        assert "«Rules»" in page(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "«Methods»" in page(app)
        assert "p «Prepare»" in page(app)
        # The row that was chosen stays so, where it is now.
        assert "Five steps  «45–60 min» · «4–8 people» · «in English»" in page(app)
        await pilot.press("home")
        assert "Vijf stappen  «45–60 min»" in page(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_methods_stand_under_what_they_are_for_and_those_for_a_case_first(
    size: tuple[int, int],
) -> None:
    app = methods_of()
    async with app.run_test(size=size) as pilot:
        rows = app.screen.query_one(Rows)
        headings = [*HEADINGS.values(), "In another language"]
        said = [str(option.prompt) for option in rows.options if option.disabled]
        assert [words for words in said if words] == headings
        listed = [str(option.prompt).split("  ")[0] for option in rows.options]
        assert listed[:2] == ["For a case", "Five steps"]
        assert listed.index("To open with") < listed.index("Check-in")
        assert listed.index("Evaluation") < listed.index("In another language")
        assert listed.index("In another language") < listed.index("Vijf stappen")
        # What stands above the first row is there again on the way back.
        await pilot.press("end", "home")
        assert "For a case" in page(app)
        assert max(len(line) for line in page(app).splitlines()) <= size[0]


# Looking for one


def titles(app: Host) -> list[str]:
    rows = app.screen.query_one(Rows)
    return [str(row.prompt).split("  ")[0] for row in rows.options if not row.disabled]


async def test_typing_in_the_search_leaves_what_has_all_of_the_words() -> None:
    app = methods_of()
    async with app.run_test(size=(80, 24)) as pilot:
        everything = titles(app)
        await pilot.press("slash", *"gos")
        assert titles(app) == ["Gossip"]
        assert app.screen.query_one(Rows).chosen is not None
        await pilot.press(*" xyz")
        assert titles(app) == []
        assert "There is no such method." in page(app)
        await pilot.press("escape")
        await pilot.pause()
        assert titles(app) == everything
        assert app.answer is UNSET
        await pilot.press("escape")
        assert app.answer is None


async def test_letters_that_lead_elsewhere_are_letters_in_the_search() -> None:
    app = methods_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"step plan")
        assert titles(app) == ["Step plan"]
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MethodPage)
        await pilot.press("escape")
        await pilot.pause()
        assert titles(app) == ["Step plan"]


async def test_the_arrows_choose_while_one_searches() -> None:
    app = methods_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "e", "down", "down")
        rows = app.screen.query_one(Rows)
        assert f"{rows.highlighted_option.prompt}".startswith(titles(app)[2])  # type: ignore[union-attr]


async def test_accents_and_capitals_make_no_difference() -> None:
    app = methods_of(("mine.toml", GOOD.replace("Mine", "Eén Vraag")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"EEN vraag")
        assert "Eén Vraag" in titles(app)


async def test_the_list_is_narrowed_to_a_kind_and_a_language() -> None:
    app = methods_of(("mine.toml", GOOD))
    async with app.run_test(size=(80, 24)) as pilot:
        everything = titles(app)
        await pilot.press("k")
        assert "Methods · For a case" in page(app)
        assert "Five steps" in titles(app)
        assert "Check-in" not in titles(app)
        await pilot.press("l")
        assert "Methods · For a case · in Dutch" in page(app)
        assert "Vijf stappen" in titles(app)
        assert "Five steps" not in titles(app)
        await pilot.press("l", *"k" * len(HEADINGS))
        assert "Methods · Your own · in English" in page(app)
        assert titles(app) == ["Mine"]
        await pilot.press("k", "l")
        assert titles(app) == everything


async def test_ones_own_methods_are_marked() -> None:
    app = methods_of(("mine.toml", GOOD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"k" * (1 + len(HEADINGS)))
        assert "Mine  4–8 people · yours" in page(app)


async def test_after_a_search_the_method_that_was_found_is_chosen() -> None:
    app = methods_of()
    async with app.run_test(size=(80, 24)) as pilot:
        everything = titles(app)
        await pilot.press("slash", *"gossip", "escape")
        await settle(pilot)
        assert titles(app) == everything
        assert str(app.screen.query_one(Rows).highlighted_option.prompt).startswith("Gossip")  # type: ignore[union-attr]


# The keys


def last_line(app: Host) -> str:
    return page(app).split("\n")[-1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_author_sees_the_keys_and_the_way_to_all_others(language: Language) -> None:
    set_language(language)
    app = methods_of()
    async with app.run_test(size=(80, 24)) as pilot:
        line = last_line(app)
        shown = [each.split(" ")[0] for each in line.split("  ")]
        assert {*"⏎ptegn"} <= {*shown}
        assert shown[-1] == "?"
        await pilot.press("enter")
        await settle(pilot)
        assert "  ? " in last_line(app)


@pytest.mark.parametrize("before", [[], ["enter"]])
@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_all_keys_can_be_read(before: list[str], key: str) -> None:
    app = methods_of()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press(*before)
        await settle(pilot)
        below = app.screen
        await pilot.press(key)
        await pilot.pause()
        assert "A copy of it among your own methods" in page(app)
        assert "Hand on" in page(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is below


async def test_while_words_are_typed_no_key_is_promised_that_is_one_of_them() -> None:
    app = methods_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "s")
        await pilot.pause()
        assert last_line(app).split("  ") == ["⏎ Open", "esc To the list", "f1 Keys"]
