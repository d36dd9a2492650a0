"""A pilot waits until the program has come to rest, however fast or slow the machine is.

Textual's own pilot takes a process that uses little CPU for one that has nothing to do.
That is only so where nobody else asks for the CPU, and it waits longer than it has to.
What changes is laid out, and not painted: without a terminal nobody sees it. What a test
looks at is drawn when it looks.
"""

import asyncio
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from textual import app, pilot, screen
from textual._compositor import Compositor
from textual._context import active_app
from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from intervisie_tui.domain.method import Method
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import load
from intervisie_tui.tui.screens import shelf

GLANCE: Final = 0.001
"""Seconds between two looks at a screen that is to be painted."""

MOST_SHEETS: Final = 4096
"""Pieces of a style sheet that are kept: far more than there are."""

really_paint = Compositor.render_update
really_parse = Stylesheet.parse
parsed: Final[dict[object, LRUCache[tuple[Any, ...], list[RuleSet]]]] = {}


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


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own method files are read once for all lists of them: nobody changes one."""
    monkeypatch.setattr(shelf, "load", load_once)


def load_once(path: Path) -> Method:
    return ours(path) if path.is_relative_to(builtin_methods()) else load(path)


ours = cache(load)


def parse_once(sheet: Stylesheet) -> None:
    """Read a style sheet once for all apps of the tests: it is the same for each of them."""
    variables = tuple(sorted(sheet._variables.items()))
    shared = parsed.setdefault(variables, LRUCache(MOST_SHEETS))
    its_own, sheet._parse_cache = sheet._parse_cache, shared
    try:
        really_parse(sheet)
    finally:
        sheet._parse_cache = its_own


# A screen is laid out as soon as there is nothing else to do.
vars(screen)["UPDATE_PERIOD"] = GLANCE
vars(app)["wait_for_idle"] = vars(pilot)["wait_for_idle"] = let_tasks_go_on
Compositor.render_update = lambda *_, **__: None  # type: ignore[method-assign]
Stylesheet.parse = parse_once  # type: ignore[method-assign, assignment]
# What it is already, and not in Python: it is asked a thousand times for each widget.
RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
pilot.Pilot._wait_for_screen = come_to_rest  # type: ignore[method-assign, assignment]
