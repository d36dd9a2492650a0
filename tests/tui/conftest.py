"""A pilot waits until the program has come to rest, however fast or slow the machine is.

Textual's own pilot takes a process that uses little CPU for one that has nothing to do.
That is only so where nobody else asks for the CPU, and it waits longer than it has to.
What changes is laid out, and not painted: without a terminal nobody sees it. What a test
looks at is drawn when it looks.
"""

import asyncio
from typing import Any, Final

import pytest
from textual import app, pilot, screen
from textual._compositor import Compositor
from textual._context import active_app
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.screen import Screen

GLANCE: Final = 0.001
"""Seconds between two looks at a screen that is to be painted."""

really_paint = Compositor.render_update
really_parse = Stylesheet._parse_rules
parsed: Final[dict[object, list[RuleSet]]] = {}


def paint(sheet: Compositor, **_: object) -> None:
    """Take it as seen."""
    sheet._dirty_regions.clear()


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What changes is painted as for a terminal, for who counts what that takes."""
    monkeypatch.setitem(globals(), "paint", really_paint)


async def come_to_rest(*_: object) -> bool:
    """Return when no task can go on and nothing is to be laid out."""
    await let_tasks_go_on()
    while (sheet := _on_top()) is not None:
        if sheet._update_timer._active.is_set():
            await asyncio.sleep(GLANCE)
        elif sheet._compositor._dirty_regions:
            paint(sheet._compositor, screen_stack=active_app.get()._background_screens)
        else:
            break
        await let_tasks_go_on()
    return True


async def let_tasks_go_on(*_: object) -> None:
    """Return when every task waits for something."""
    loop: Any = asyncio.get_running_loop()
    await asyncio.sleep(0)
    # That a loop has nothing to do is no event.
    while loop._ready:  # noqa: ASYNC110
        await asyncio.sleep(0)


def _on_top() -> Screen[Any] | None:
    """The screen that is seen, while there is one and nothing went wrong."""
    running = active_app.get(None)
    if running is None or running._exception is not None or running._exit:
        return None
    return next((sheet for sheet in running.screen_stack[-1:] if sheet.is_running), None)


def parse_once(  # noqa: PLR0913, PLR0917 - as what it stands in for
    sheet: Stylesheet,
    css: str,
    read_from: CSSLocation,
    is_default_rules: bool = False,  # noqa: FBT002 - as above
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """Read a style sheet once for all apps of the tests: it is the same for each of them."""
    how = read_from, is_default_rules, tie_breaker, scope
    asked = css, how, tuple(sorted(sheet._variables.items()))
    if asked not in parsed:
        parsed[asked] = really_parse(sheet, css, *how)
    return parsed[asked]


# A screen is laid out as soon as there is nothing else to do.
vars(screen)["UPDATE_PERIOD"] = GLANCE
vars(app)["wait_for_idle"] = vars(pilot)["wait_for_idle"] = let_tasks_go_on
Compositor.render_update = lambda *_, **__: None  # type: ignore[method-assign]
Stylesheet._parse_rules = parse_once  # type: ignore[method-assign, assignment]
pilot.Pilot._wait_for_screen = come_to_rest  # type: ignore[method-assign, assignment]
