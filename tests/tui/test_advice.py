"""Choosing a method: what there is, and what then fits, with the reasons."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from intervisie_tui.store.home import builtin_methods
from intervisie_tui.tui.screens.advice import AdviceRows, AdviceScreen
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.shelf import Shelf, looked_through, shelf_of
from intervisie_tui.tui.widgets.choice import Choice
from tests.tui.home_of import empty_home
from tests.tui.host import UNSET, Host, marked, page

__all__ = ["marked"]

ENGLISH = builtin_methods() / "en"
EVERY = pytest.mark.parametrize("size", [(50, 15), (80, 24), (120, 40)], ids=str)


def choosing(*files: tuple[str, str]) -> Host:
    home = empty_home()
    for name, text in files:
        (home.methods / name).write_text(text)
    return Host(AdviceScreen(looked_through(shelf_of(home))))


async def turn(pilot: Pilot[Any], field: str, *, to: str) -> None:
    """Turn a choice to the right until those words are there, with keys alone."""
    choice = pilot.app.screen.query_one(f"#{field}", Choice)
    choice.focus()
    await pilot.press("right")
    while to not in choice.options[choice.at]:
        assert choice.at < len(choice.options) - 1, choice.options
        await pilot.press("right")
    await pilot.pause()


def listed(pilot: Pilot[Any]) -> list[str]:
    """The names of methods and what stands above them, in order."""
    rows = pilot.app.screen.query_one(AdviceRows)
    return [Path(option.id).stem if option.id else str(option.prompt) for option in rows.options]


async def test_every_method_for_a_case_is_there_and_nothing_is_asked_first() -> None:
    app = choosing()
    async with app.run_test(size=(120, 40)) as pilot:
        assert listed(pilot)[:2] == ["Fits", "vijf-stappen"]
        assert "Does not fit" not in listed(pilot)
        assert "check-in" not in listed(pilot)
        assert "Five steps  45–60 min · 4–8 people" in page(app)
        assert "at its best with a concrete problem · serves many kinds of questions" in page(app)


@EVERY
async def test_the_list_follows_what_is_turned_to(size: tuple[int, int]) -> None:
    app = choosing()
    async with app.run_test(size=size) as pilot:
        await turn(pilot, "question", to="a large share of your own")
        await turn(pilot, "group", to="knows each other well")
        assert listed(pilot)[:2] == ["Fits", "roddelen"]
        assert "Gossip" in page(app)
        await pilot.press("left")
        await pilot.pause()
        assert listed(pilot).index("Does not fit") < listed(pilot).index("roddelen")
        await turn(pilot, "minutes", to="45 min")
        assert listed(pilot).index("Does not fit") < listed(pilot).index("socratisch")


async def test_what_does_not_fit_says_only_what_is_in_the_way() -> None:
    app = choosing()
    async with app.run_test(size=(120, 40)) as pilot:
        await turn(pilot, "minutes", to="30 min")
        await turn(pilot, "people", to="12")
        await turn(pilot, "question", to="a fundamental question")
        lines = [line.strip() for line in page(app).splitlines()]
        why = lines[next(n for n, line in enumerate(lines) if line.startswith("Socratic")) + 1]
        assert why.startswith("takes at least ")
        assert why.endswith("for at most 8 people")
        assert "at its best" not in why


@EVERY
async def test_arrows_go_from_choice_to_choice_to_the_methods_and_back(
    size: tuple[int, int],
) -> None:
    app = choosing()
    async with app.run_test(size=size) as pilot:
        fields = ["minutes", "people", "question", "group"]
        for field in fields:
            assert app.screen.focused is app.screen.query_one(f"#{field}")
            await pilot.press("down")
        rows = app.screen.query_one(AdviceRows)
        assert app.screen.focused is rows
        seen = set()
        for _ in rows.options:
            seen |= {line.strip() for line in page(app).splitlines()}
            await pilot.press("down")
        for _ in rows.options:
            if app.screen.focused is rows:
                await pilot.press("up")
        for name in ("Five steps", "Socratic", "Gossip", "Incident"):
            assert any(line.startswith(name) for line in seen), name
        assert app.screen.focused is not rows
        assert "Fits" in page(app)
        assert max(len(line) for line in page(app).splitlines()) <= size[0]


@EVERY
async def test_a_method_that_is_walked_to_says_when_it_is_of_use(size: tuple[int, int]) -> None:
    app = choosing()
    async with app.run_test(size=size) as pilot:
        await pilot.press("up")
        await pilot.pause()
        assert app.screen.focused is app.screen.query_one(AdviceRows)
        when = "Suits almost any question from daily practice"
        assert when in " ".join(page(app).split())


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["enter"] * 5, ENGLISH / "vijf-stappen.toml"),
        (["down"] * 4 + ["down", "enter"], ENGLISH / "casusbespreking.toml"),
        (["right", "down", "escape"], None),
    ],
    ids=["best", "next", "none"],
)
async def test_the_method_that_is_chosen_is_the_answer(
    keys: list[str], chosen: Path | None
) -> None:
    app = choosing()
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys:
            assert app.answer is UNSET
            await pilot.press(key)
            await pilot.pause()
        assert app.answer == chosen


async def test_a_click_on_a_method_chooses_it() -> None:
    app = choosing()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(AdviceRows, offset=(5, 1))
        await pilot.pause()
        assert app.answer == ENGLISH / "vijf-stappen.toml"


async def test_what_does_not_fit_can_be_chosen_all_the_same() -> None:
    app = choosing()
    async with app.run_test(size=(80, 24)) as pilot:
        await turn(pilot, "minutes", to="45 min")
        app.screen.query_one(AdviceRows).focus()
        app.screen.query_one(AdviceRows).choose(str(ENGLISH / "socratisch.toml"))
        await pilot.press("enter")
        await pilot.pause()
        assert app.answer == ENGLISH / "socratisch.toml"


async def test_a_method_of_ones_own_is_advised_too_unless_it_is_broken() -> None:
    mine = 'format = 1\ntitle = "[b]Mine"\nlanguage = "en"\n[fit]\nquestion = "incident"\n'
    app = choosing(
        ("mine.toml", f'{mine}[[steps]]\ntitle = "x"\n'),
        ("broken.toml", f"{mine}minuts = 3\n"),
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await turn(pilot, "question", to="an incident that hit hard")
        await turn(pilot, "minutes", to="30 min")
        assert "mine" in listed(pilot)
        assert "broken" not in listed(pilot)
        assert "[b]Mine  4–8 people" in page(app)


async def test_without_a_method_that_is_said() -> None:
    app = Host(AdviceScreen(Shelf()))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "There is no method that can be read." in page(app)
        await pilot.press("up", "enter")
        assert app.answer is UNSET


@pytest.mark.usefixtures("marked")
async def test_choices_and_reasons_follow_the_language() -> None:
    app = choosing()
    async with app.run_test(size=(120, 40)) as pilot:
        await turn(pilot, "group", to="knows each other well")
        speak(app, "nl")
        await pilot.pause()
        assert "«Choose a method»" in page(app)
        assert "«knows each other well»" in page(app)
        assert "«Fits»" in page(app)
        assert "Vijf stappen" in page(app)
        assert "Five steps" not in page(app)
        assert "«suits a group that knows each other well»" in page(app)
