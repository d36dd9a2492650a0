"""A session on the screen at any moment, with a clock that obeys and a record that remembers."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final, override

from textual.content import Content
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets._footer import FooterKey

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import _
from intervisie_tui.store.home import Home, Settings
from intervisie_tui.tui import app as the_app
from intervisie_tui.tui.app import IntervisieApp
from intervisie_tui.tui.commands import Commands
from intervisie_tui.tui.screens.keys import page as help_page
from intervisie_tui.tui.screens.session import SessionScreen
from tests.conftest import Clock
from tests.tui.host import page

Size = tuple[int, int]

SMALL: Final = (50, 15)
USUAL: Final = (80, 24)
LARGE: Final = (120, 40)
SIZES: Final = (SMALL, USUAL, LARGE)


class Kept:
    """A record that remembers all that was put, oldest first."""

    def __init__(self) -> None:
        self.all: list[tuple[Session, Desk]] = []

    def put(self, session: Session, desk: Desk) -> None:
        self.all.append((session, desk))


class _Room(IntervisieApp):
    """The app as it is, but for the screen that it opens."""

    # Textual looks for a style sheet beside the file of the class itself.
    CSS_PATH = [Path(the_app.__file__).with_name("app.tcss")]

    @override
    def get_default_screen(self) -> Screen[Any]:
        return Screen()


class Stage:
    """A session that is led, and all that can be seen of it."""

    def __init__(self, pilot: Pilot[None], clock: Clock) -> None:
        self.pilot = pilot
        self.app = pilot.app
        self.clock = clock
        self.record = Kept()
