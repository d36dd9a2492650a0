"""The form of a session to prepare in the smallest app, and what comes of it."""

from typing import Any

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import TextArea

from intervisie_tui.domain.session import Session
from intervisie_tui.tui.screens.prepare import PrepareScreen
from intervisie_tui.tui.screens.shelf import shelf_of
from tests.conftest import Clock
from tests.tui.home_of import empty_home
from tests.tui.host import UNSET, Host, page


def preparing(clock: Clock) -> Host:
    return Host(PrepareScreen(shelf_of(empty_home()), clock))


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste into the names."""
    pilot.app.screen.query_one(TextArea).focus()
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def answer(pilot: Pilot[Any]) -> Session:
    """What F5 makes of the form."""
    await pilot.press("f5")
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, Host)
    assert isinstance(app.answer, Session), page(app)
    return app.answer


async def refused(pilot: Pilot[Any]) -> str:
    """What the form says when F5 makes nothing of it."""
    await pilot.press("f5")
    await pilot.pause()
    assert isinstance(pilot.app, Host)
    assert pilot.app.answer is UNSET
    return page(pilot.app)
