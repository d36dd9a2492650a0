"""The form of a session to prepare in the smallest app, and what comes of it."""

from typing import Any, Final

from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import TextArea

from intervisie_tui.domain.session import Session
from intervisie_tui.store.methods import load
from intervisie_tui.tui.screens.prepare import PrepareScreen
from intervisie_tui.tui.screens.shelf import shelf_of
from tests.conftest import Clock
from tests.prepared import prepare
from tests.tui.home_of import METHOD, empty_home
from tests.tui.host import UNSET, Host, page

BARS: Final = dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█"))

SIZES: Final = [(50, 15), (80, 24)]


def preparing(clock: Clock, mine: str | None = None) -> Host:
    """The form with the first method; *mine* is the text of another one to begin with.

    That one need only say what is special about it.
    """
    home = empty_home()
    if mine is None:
        return Host(PrepareScreen(home, shelf_of(home), clock))
    path = home.methods / "mine.toml"
    talk = '[[steps]]\ntitle = "Talk"\nspeaks = "everyone"\n'
    head = 'format = 1\ntitle = "Mine"\nlanguage = "en"\n'
    path.write_text(f"{head}{mine}\n{talk}", "utf-8")
    return Host(PrepareScreen(home, shelf_of(home), clock, path))


def made_at_once(clock: Clock) -> Session:
    """What comes of the form when nobody touches it."""
    return prepare("vijf-stappen", load(METHOD), clock.now, names=[""] * 6)


def focused(app: App[Any]) -> str | None:
    """The field that has the focus."""
    return None if app.screen.focused is None else app.screen.focused.id


def read(app: App[Any]) -> str:
    """The words on the screen, one after another; scroll bars have none."""
    return " ".join(page(app).translate(BARS).split())


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste into the names."""
    pilot.app.screen.query_one(TextArea).focus()
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def answer(pilot: Pilot[Any]) -> Session:
    """What F5 makes of the form, when all is read that it needs."""
    await pilot.press("f5")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, Host)
    assert isinstance(app.answer, Session), page(app)
    return app.answer


async def refused(pilot: Pilot[Any]) -> str:
    """What the form says, in one line, when F5 makes nothing of it."""
    await pilot.press("f5")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app, Host)
    assert pilot.app.answer is UNSET
    return read(pilot.app)
