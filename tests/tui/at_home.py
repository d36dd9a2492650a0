"""Home in the smallest app, with what it asks of that app."""

from datetime import datetime, timedelta
from pathlib import Path

from textual import on

from intervisie_tui.domain.session import Session
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.home import HomeScreen
from tests.conftest import Clock
from tests.tui.host import Host


def days_ago(clock: Clock, days: int) -> datetime:
    return clock.now - timedelta(days=days)


class AtHome(Host):
    """Keeps what home asks of the app."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__(HomeScreen(home, clock))
        self.begun: list[Session] = []
        self.resumed: list[tuple[Path, bool]] = []

    @on(HomeScreen.Begin)
    def _begin(self, event: HomeScreen.Begin) -> None:
        self.begun.append(event.session)

    @on(HomeScreen.Resume)
    def _resume(self, event: HomeScreen.Resume) -> None:
        self.resumed.append((event.path, event.only_close))
