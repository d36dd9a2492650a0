"""The application: it owns the looks, the language, and which room is open."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from rich.segment import Segment
from textual import on, work
from textual.app import App
from textual.binding import Binding
from textual.color import Color
from textual.filter import LineFilter
from textual.screen import Screen

from intervisie_tui.domain import course
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.locale import _
from intervisie_tui.store.closing import close_record
from intervisie_tui.store.files import new_record
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import ending_signals
from intervisie_tui.store.records import RecordProblem, load
from intervisie_tui.store.writer import Writer, open_writer
from intervisie_tui.tui.screens.close import CloseScreen
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.screens.keys import key_name
from intervisie_tui.tui.screens.regie import RegieScreen
from intervisie_tui.tui.screens.session import SessionScreen
from intervisie_tui.tui.themes import THEMES
from intervisie_tui.tui.widgets.ink import INK

AWAY: Final = 15 * 60.0
"""After so many seconds without the program nobody was in the room any more."""


LONGEST_FLUSH: Final = 10.0
"""Seconds that leaving waits for a slow disk."""

NAMES: Final = {theme.name for theme in THEMES}


class Unseen(LineFilter):
    """No character that a terminal would obey gets there, whatever widget shows it.

    Words are cleaned where they come in; this is the second lock on that door.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(UNSEEN.search(s.text) for s in segments if not s.control):
            return segments
        return [s if s.control else Segment(UNSEEN.sub("", s.text), s.style) for s in segments]


class IntervisieApp(App[None]):
    """Opens at home, or straight at a session."""

    TITLE = "Intervisie"
    # Textual reads no style sheet of a default screen by itself.
    CSS_PATH = ["app.tcss", "screens/home.tcss"]

    def __init__(
        self,
        home: Home,
        clock: Callable[[], datetime],
        *,
        opening: Session | Path | None = None,
        following: Path | None = None,
    ) -> None:
        """*opening* is a session to begin or a record to resume; *following* a record whose
        regie is shown, to read along with whoever leads it.
        """
        super().__init__()
        self._home = home
        self._clock = clock
        self._opening = opening
        self._following = following
        self._writer: Writer | None = None
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = home.settings.theme if home.settings.theme in NAMES else THEMES[0].name
        self.set_keymap(dict(home.settings.keys))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return INK

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), Unseen()]

    def get_key_display(self, binding: Binding) -> str:
        return key_name(binding.key)

    def get_default_screen(self) -> Screen[None]:
        if self._following is not None:
            return RegieScreen(self._following, self._clock)
        return HomeScreen(self._home, self._clock)

    def on_mount(self) -> None:
        self._heed_signals()
        if isinstance(self._opening, Session):
            self._begin(self._opening)
        elif self._opening is not None:
            self._resume(self._opening)

    def _heed_signals(self) -> None:
        """Leave in order when the system asks: Textual itself saves and restores nothing."""
        loop = asyncio.get_running_loop()
        for each in ending_signals():
            # Windows, and a loop that is not in the main thread, take no handlers.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(each, self.exit)

    # Which session is open

    @on(HomeScreen.Begin)
    def _begin_prepared(self, event: HomeScreen.Begin) -> None:
        self._begin(event.session)

    @on(HomeScreen.Resume)
    def _resume_chosen(self, event: HomeScreen.Resume) -> None:
        self._resume(event.path, only_close=event.only_close)

    def _begin(self, session: Session) -> None:
        path = new_record(self._home.records, session.made)
        self._lead(path, session, None)

    @work
    async def _resume(self, path: Path, *, only_close: bool = False) -> None:
        try:
            record = await asyncio.to_thread(load, path)
        except RecordProblem as problem:
            self.notify(str(problem), severity="error", markup=False, timeout=20)
            return
        session = course.resumed(record.session, record.seen, self._clock(), AWAY)
        if only_close:
            session = course.finish(session, record.seen)
        self._lead(path, session, record.desk)

    def _lead(self, path: Path, session: Session, desk: Desk | None) -> None:
        screen: SessionScreen | None = None

        def trouble(reason: str | None) -> None:
            if screen is not None:
                screen.post_message(SessionScreen.Trouble(reason))

        writer = open_writer(path, on_trouble=trouble)
        if writer is None:
            self.push_screen(RegieScreen(path, self._clock, led_elsewhere=True))
            return
        self._writer = writer
        screen = SessionScreen(session, self._clock, writer, desk)
        self.push_screen(screen, self._left)

    def _left(self, _: object = None) -> None:
        """A session was left as it is: what waits is written, without waiting for it."""
        if (writer := self._writer) is not None:
            self._writer = None
            self.run_worker(partial(writer.close, LONGEST_FLUSH), thread=True)

    @on(SessionScreen.Close)
    def _ask_what_stays(self, event: SessionScreen.Close) -> None:
        self._close(event.session)

    @work
    async def _close(self, session: Session) -> None:
        decision = await self.push_screen_wait(CloseScreen(session, self._clock))
        if decision is None or self._writer is None:
            return
        close = partial(
            close_record,
            self._home,
            self._writer,
            decision.session,
            decision.choice,
            until=decision.until,
            now=self._clock(),
        )
        try:
            done = await asyncio.to_thread(close)
        except OSError as error:
            self.notify(error.strerror or str(error), severity="error", markup=False, timeout=20)
            return
        self._writer = None
        self.screen.dismiss(None)
        for path in done.handed:
            words = _("For the case giver: {path}").format(path=path)
            self.notify(words, markup=False, timeout=30)

    def let_go(self) -> None:
        """After the last screen: what still waits is written, and the record is released."""
        if self._writer is not None:
            self._writer.close(LONGEST_FLUSH)
            self._writer = None
