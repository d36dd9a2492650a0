"""A session on the screen at any moment, with a clock that obeys and a record that remembers."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.store.home import Home, Settings, open_home
from intervisie_tui.store.records import Record
from intervisie_tui.tui.app import IntervisieApp
from intervisie_tui.tui.commands import Commands
from intervisie_tui.tui.screens.keys import page as help_page
from intervisie_tui.tui.screens.session import SessionScreen
from intervisie_tui.tui.widgets.pen import Pen
from tests.conftest import Clock
from tests.tui.host import page

Size = tuple[int, int]

SMALL: Final = (50, 15)
USUAL: Final = (80, 24)
LARGE: Final = (120, 40)
SIZES: Final = (SMALL, USUAL, LARGE)


PATIENCE: Final = 2000
"""Pauses after which what did not come will not come."""

PAUSE: Final = 0.005
"""Seconds that a thread gets at a time, to do what is waited for."""


class Kept:
    """A record that remembers all that was put, oldest first."""

    path: Path | None = Path("/nowhere/records/2026-01-05-1000-abcdef.toml")

    def __init__(self) -> None:
        self.all: list[tuple[Session, Desk]] = []

    def put(self, session: Session, desk: Desk) -> None:
        self.all.append((session, desk))


class Stage:
    """A session that is led, and what can be seen of it."""

    screen: SessionScreen

    def __init__(self, pilot: Pilot[None], clock: Clock) -> None:
        self.pilot = pilot
        self.app = pilot.app
        self.clock = clock
        self.record = Kept()

    @property
    def session(self) -> Session:
        return self.screen.session

    @property
    def desk(self) -> Desk:
        return self.screen.desk

    async def open(self, session: Session, desk: Desk | None = None) -> None:
        """Lead *session* from here on; what was open before is gone."""
        while len(self.app.screen_stack) > 1:
            await self.app.pop_screen()
        self.record = Kept()
        self.screen = SessionScreen(session, self.clock, self.record, desk)
        await self.app.push_screen(self.screen)
        while not self.screen.is_ready:
            await self.pilot.pause()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def tap(self, *keys: str) -> None:
        """Press, for who looks at the session alone: what is shown of it may be under way."""
        await self.app._press_keys(keys)

    async def comes(self, condition: Callable[[], object]) -> bool:
        """Whether something becomes so; what is under way gets the time it needs."""
        for _pause in range(PATIENCE):
            if condition():
                return True
            await self.pilot.pause(PAUSE)
        return False

    async def leads(self) -> bool:
        """Whether a session comes on, with all its faces."""
        return await self.comes(
            lambda: isinstance(self.app.screen, SessionScreen) and self.app.screen.is_ready
        )

    async def write(self, text: str) -> None:
        """Write in the pen as a hand does, in one go."""
        self.app.screen.query_one(Pen).insert(text)
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        self.app.screen.query_one(Pen).post_message(Paste(text))
        await self.pilot.pause()

    async def settle(self) -> None:
        """Wait until nothing is under way any more, however busy the machine is."""
        await self.pilot.pause()
        while self._at_work():
            await self.pilot.pause(PAUSE)

    def _at_work(self) -> bool:
        """Whether the screen on top is about to do something more, such as ask."""
        workers = self.app.workers
        return any(each.node is self.app.screen and not each.is_finished for each in workers)

    async def resize(self, size: Size) -> None:
        await self.pilot.resize_terminal(*size)
        while self.app.screen._compositor.size != size:
            await self.pilot.pause()
        await self.settle()

    async def pass_(self, **time: float) -> None:
        """Let time go by, and let the screen look at the clock."""
        self.clock.pass_(**time)
        self.screen._look()
        await self.pilot.pause()

    @property
    def on_top(self) -> str:
        """The name of the screen that is on top."""
        return type(self.app.screen).__name__

    def page(self) -> str:
        """What stands on the screen, as plain lines."""
        return page(self.app)

    def said(self) -> str:
        """What stands on the screen, as if it were one line."""
        return " ".join(self.page().split())

    def footer(self) -> str:
        """The last line, with the keys."""
        return self.page().split("\n")[-1]

    def help(self) -> list[str]:
        """The lines of the page of keys."""
        return [
            " ".join(row.split())
            for row in help_page(self.screen.active_bindings).plain.split("\n")
        ]

    async def palette(self) -> list[str]:
        """What the palette offers of ours."""
        hits = [hit async for hit in Commands(self.screen).discover()]
        return [str(hit.text) for hit in hits]


@asynccontextmanager
async def led(
    session: Session,
    desk: Desk | None = None,
    *,
    size: Size = USUAL,
    clock: Clock | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[Stage]:
    """A session that is led on a screen of that size."""
    clock = clock or Clock()
    hall = IntervisieApp(Home(Path("/nowhere"), settings or Settings()), clock)
    # The app as it is, but for what it opens with.
    hall._first_room = Screen  # type: ignore[method-assign]
    async with hall.run_test(size=size, notifications=True) as pilot:
        stage = Stage(pilot, clock)
        await stage.open(session, desk)
        yield stage


@asynccontextmanager
async def opened(
    clock: Clock, opening: Session | Record | None = None, *, size: Size = USUAL
) -> AsyncIterator[Stage]:
    """The program as it is, with the home of this test."""
    app = IntervisieApp(open_home(os.environ), clock, opening=opening)
    async with app.run_test(size=size, notifications=True) as pilot:
        stage = Stage(pilot, clock)
        await stage.settle()
        if isinstance(app.screen, SessionScreen):
            stage.screen = app.screen
        yield stage
    app.let_go()
