"""A pilot waits until the program has come to rest, however fast or slow the machine is.

Textual's own pilot takes a process that uses little CPU for one that has nothing to do.
That is only so where nobody else asks for the CPU, and it waits longer than it has to.
"""

import asyncio
from contextlib import suppress
from typing import Any, Final

from textual import app, pilot, screen
from textual._compositor import Compositor
from textual._context import active_app
from textual.screen import Screen

GLANCE: Final = 0.001
"""Seconds between two looks at a screen that is to be painted."""


async def come_to_rest(*_: object) -> bool:
    """Return when no task can go on and nothing is to be painted."""
    await let_tasks_go_on()
    while _is_to_be_painted():
        await asyncio.sleep(GLANCE)
        await let_tasks_go_on()
    return True


async def let_tasks_go_on(*_: object) -> None:
    """Return when every task waits for something."""
    loop: Any = asyncio.get_running_loop()
    await asyncio.sleep(0)
    # That a loop has nothing to do is no event.
    while loop._ready:  # noqa: ASYNC110
        await asyncio.sleep(0)


def _is_to_be_painted() -> bool:
    with suppress(LookupError):
        running = active_app.get()
        if running._exception is None and not running._exit:
            return any(_is_under_way(each) for each in running.screen_stack[-1:])
    return False


def _is_under_way(sheet: Screen[Any]) -> bool:
    """Whether the timer runs that lays out and paints what was changed."""
    return sheet.is_running and sheet._update_timer._active.is_set()


def paint_nothing(compositor: Compositor, **_: object) -> None:
    """Nobody sees what is painted without a terminal; `page` renders what a test reads."""
    compositor._dirty_regions.clear()


# A screen is painted as soon as there is nothing else to do.
vars(screen)["UPDATE_PERIOD"] = GLANCE
vars(app)["wait_for_idle"] = vars(pilot)["wait_for_idle"] = let_tasks_go_on
Compositor.render_update = paint_nothing  # type: ignore[method-assign, assignment]
pilot.Pilot._wait_for_screen = come_to_rest  # type: ignore[method-assign, assignment]
