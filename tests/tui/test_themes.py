"""The looks: all of it can be read, and no colour says anything alone."""

from typing import Final

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from intervisie_tui.domain.view import Clock, Time
from intervisie_tui.store.home import Settings
from intervisie_tui.tui.themes import LOOKS, THEMES
from intervisie_tui.tui.widgets.flap import TURN
from intervisie_tui.tui.widgets.ink import INK
from intervisie_tui.tui.widgets.time_bar import bar
from intervisie_tui.tui.widgets.wording import SIGNS
from tests.domain.samples import FIVE, under_way
from tests.tui.stage import led

ON_PAPER: Final = ("ink-quiet", "time", "floor", "attention")
"""What is written on the sheet, beside the ink itself."""

AROUND: Final = (
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("text-muted", "background"),
    ("text-muted", "surface"),
    ("text-muted", "panel"),
    ("footer-key-foreground", "panel"),
    ("text-warning", "background"),
)
"""What is written around it, and on what."""


def shade(theme: Theme, name: str, under: Color | None = None) -> Color:
    """A colour of a theme as the eye gets it, over what is *under* it."""
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    said = app.get_css_variables()[name]
    found = Color.parse(said.split()[0]) if not said.startswith("auto") else None
    if under is None:
        assert found is not None
        return found
    if found is None:
        percent = float(said.split()[1].rstrip("%")) / 100
        return under.blend(under.get_contrast_text(1.0), percent, alpha=1.0)
    return under.blend(found, found.a, alpha=1.0)


def luminance(color: Color) -> float:
    """How light it is to the eye, as WCAG 2 has it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in (color.r, color.g, color.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("under", ["paper", "selection"])
def test_ink_can_be_read_from_the_back_of_the_room(theme: Theme, under: str) -> None:
    assert contrast(shade(theme, "ink"), shade(theme, under)) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("under", ["paper", "selection"])
@pytest.mark.parametrize("over", ON_PAPER)
def test_all_that_is_written_on_the_sheet_can_be_read(theme: Theme, over: str, under: str) -> None:
    assert contrast(shade(theme, over), shade(theme, under)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("over", "under"), AROUND)
def test_all_that_is_written_around_it_can_be_read(theme: Theme, over: str, under: str) -> None:
    ground = shade(theme, under)
    assert contrast(shade(theme, over, ground), ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_three_meanings_have_three_colours(theme: Theme) -> None:
    said = {theme.variables[name] for name in ("time", "floor", "attention", "ink")}
    assert len(said) == 4


def test_every_theme_has_every_ink_and_a_name_to_choose_it_by() -> None:
    assert all(set(theme.variables) == set(INK) for theme in THEMES)
    assert [theme.name for theme in THEMES] == list(LOOKS)


def test_no_colour_says_anything_alone() -> None:
    assert SIGNS["speaks"] != SIGNS["writes"] != SIGNS["silent"] != SIGNS["speaks"]
    assert len(set(TURN.values())) == len(TURN)
    times: dict[Time, float] = {"well": 200, "nearly-up": 50, "over": -5}
    clocks = (
        Clock(length=240, spent=240 - left, left=left, running=True, time=time)
        for time, left in times.items()
    )
    words = {bar(clock, None, 60).plain.lstrip("● ▇─") for clock in clocks}
    assert len(words) == 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_a_theme_is_chosen_in_the_settings(theme: Theme) -> None:
    async with led(under_way(FIVE), settings=Settings(theme=theme.name)) as stage:
        assert stage.app.theme == theme.name
        assert stage.screen.query_one("Flap").styles.background == shade(theme, "paper")


async def test_an_unknown_theme_is_ours() -> None:
    async with led(under_way(FIVE), settings=Settings(theme="nord")) as stage:
        assert stage.app.theme == THEMES[0].name
