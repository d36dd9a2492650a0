"""The application: it owns the looks, the language, and which room is open."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.segment import Segments
from textual import events, work
from textual.app import SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from intervisie_tui.locale import _
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import ending_signals, terminal_gone
from intervisie_tui.tui.keyboard import OneKeyAtATime
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.themes import LOOKS, THEMES
from intervisie_tui.tui.unseen import Unseen
from intervisie_tui.tui.widgets.ink import INK

# What is not painted first is imported when it is opened: home is to be there at once.
if TYPE_CHECKING:
    from intervisie_tui.domain.desk import Desk
    from intervisie_tui.domain.session import Session
    from intervisie_tui.store.records import Record
    from intervisie_tui.store.writer import Writer
    from intervisie_tui.tui.screens.home import HomeScreen
    from intervisie_tui.tui.screens.overseeing import AgendaAsked
    from intervisie_tui.tui.screens.rehearsal import RehearsalAsked
    from intervisie_tui.tui.screens.session import SessionScreen

AWAY: Final = 15 * 60.0
"""After so many seconds without the program nobody was in the room any more."""

GLANCE: Final = 1.0
"""Seconds between looks whether the terminal is still there."""

LONGEST_FLUSH: Final = 10.0
"""Seconds that leaving waits for a slow disk."""

NAMES: Final = {theme.name for theme in THEMES}


class IntervisieApp(OneKeyAtATime[None]):
    """Opens at home, at the welcome sheet of a session, or where a record left off."""

    TITLE = "Intervisie"
    CSS_PATH = "app.tcss"
    COMMANDS = set()  # every room brings its own

    def __init__(
        self,
        home: Home,
        clock: Callable[[], datetime],
        *,
        opening: "Session | Record | None" = None,
        following: Path | None = None,
        trying: "tuple[Path, Session] | None" = None,
    ) -> None:
        """*opening* is a session to begin or a record to go on with, *following* a record to
        read along with, *trying* a method file and the session that rehearses it.
        """
        super().__init__()
        self._home, self._clock = home, clock
        self._opening = opening
        self._following, self._trying = following, trying
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
        from intervisie_tui.tui.widgets.key_names import key_name

        return _(binding.key_display) if binding.key_display else key_name(binding.key)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What belongs to the program as a whole; Textual's own are in English, and too many."""
        for theme in THEMES:
            words = _("Look: {name}").format(name=_(LOOKS[theme.name]))
            yield SystemCommand(words, "", partial(setattr, self, "theme", theme.name))
        leaves = _(getattr(screen, "leaving", Room.leaving))
        yield SystemCommand(_("Leave the program"), leaves, self.exit)

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            asked = _("What do you want to do?")
            self.push_screen(CommandPalette(id="--command-palette", placeholder=asked))

    def action_help_quit(self) -> None:
        """Textual's answer to ctrl+c, in the chosen language."""
        self.notify(_(getattr(self.screen, "quitting", Room.quitting)), markup=False)

    def on_key(self, event: events.Key) -> None:
        """Let a room take a key before it is looked up as a command."""
        if isinstance(self.screen, Room) and self.screen.takes(event):
            event.prevent_default()

    def get_driver_class(self) -> type[Driver]:
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from intervisie_tui.tui.driver import SteadyDriver

        return SteadyDriver

    def on_mount(self) -> None:
        """Leave in order when the system asks: Textual itself saves and restores nothing."""
        loop = asyncio.get_running_loop()
        for each in ending_signals():
            # Windows, and a loop that is not in the main thread, take no handlers.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(each, self.exit)
        self.set_interval(GLANCE, self._glance)
        self.push_screen(self._first_room(), self.exit)

    def _glance(self) -> None:
        """Leave when the terminal is gone and nobody said so, as under `nohup`."""
        if not self.is_headless and terminal_gone():
            self.exit()

    # From room to room

    def _first_room(self) -> Screen[None]:
        if self._following is not None:
            from intervisie_tui.tui.screens.regie import RegieScreen

            return RegieScreen(self._following, self._clock)
        if self._trying is not None:
            return self._rehearsal(*self._trying)
        if self._opening is not None:
            path, session, desk = self._as_left(self._opening)
            return self._room(path, session, desk, self._open_writer(path))
        return self._home_room()

    def _home_room(self) -> "HomeScreen":
        from intervisie_tui.tui.screens.home import HomeScreen

        return HomeScreen(self._home, self._clock)

    def _room(
        self, path: Path, session: "Session", desk: "Desk | None", writer: "Writer | None"
    ) -> Screen[None]:
        """Where *session* is led; without a writer somebody else leads it, and it is read."""
        if writer is None:
            from intervisie_tui.tui.screens.regie import RegieScreen

            return RegieScreen(path, self._clock, led_elsewhere=True)
        from intervisie_tui.tui.screens.session import SessionScreen

        self._writer = writer
        return SessionScreen(session, self._clock, writer, desk)

    def _open_writer(self, path: Path) -> "Writer | None":
        from intervisie_tui.store.writer import open_writer

        return open_writer(path, on_trouble=self._tell_trouble)

    def _tell_trouble(self, reason: str | None) -> None:
        """Called in the writer's thread: it may not wait for the screen."""
        from intervisie_tui.tui.screens.session import SessionScreen

        # A question may hang over the session.
        for screen in self.screen_stack:
            if isinstance(screen, SessionScreen):
                screen.post_message(SessionScreen.Trouble(reason))

    def _as_left(self, opening: "Session | Record") -> "tuple[Path, Session, Desk | None]":
        """The record of a session, the session as it goes on now, and the desk."""
        from intervisie_tui.domain import course
        from intervisie_tui.domain.session import Session
        from intervisie_tui.store.files import new_record

        if isinstance(opening, Session):
            return new_record(self._home.records, opening.made), opening, None
        session = course.resumed(opening.session, opening.seen, self._clock(), AWAY)
        # The group may be looking already: nothing private, and the keys lead here again.
        return opening.path, session, replace(opening.desk, face="flap", lent=False)

    def on_home_screen_begin(self, event: "HomeScreen.Begin") -> None:
        self._lead(event.session)

    @work
    async def on_home_screen_resume(self, event: "HomeScreen.Resume") -> None:
        from intervisie_tui.domain import course
        from intervisie_tui.store.records import RecordProblem, load

        try:
            record = await asyncio.to_thread(load, event.path)
        except RecordProblem as problem:
            self.notify(str(problem), severity="error", markup=False, timeout=20)
            return
        if event.only_close:
            record = replace(record, session=course.finish(record.session, record.seen))
        self._lead(record)

    @work
    async def _lead(self, opening: "Session | Record") -> None:
        path, session, desk = await asyncio.to_thread(self._as_left, opening)
        writer = await asyncio.to_thread(self._open_writer, path)
        self.switch_screen(self._room(path, session, desk, writer))

    @work
    async def on_session_screen_leave(self) -> None:
        """Home, where the session can be resumed as soon as all of it is written."""
        writer, self._writer = self._writer, None
        home = self._home_room()
        await self.switch_screen(home)
        if writer is not None:
            await asyncio.to_thread(writer.close, LONGEST_FLUSH)
            home.look()

    on_regie_screen_leave = on_done_screen_leave = on_session_screen_leave

    def on_session_screen_papers(self, event: "SessionScreen.Papers") -> None:
        self.push_screen(event.screen(self._home, self._clock))

    def on_cards_asked(self) -> None:
        from intervisie_tui.tui.screens.cards import Cards

        if not isinstance(self.screen, Cards):
            self.push_screen(Cards(self._home))

    def on_agenda_asked(self, event: "AgendaAsked") -> None:
        from intervisie_tui.tui.screens.agenda import Agenda

        if self.screen is event.leading:
            self.push_screen(Agenda(event.leading, self._home))

    @work
    async def on_rehearsal_asked(self, event: "RehearsalAsked") -> None:
        from intervisie_tui.store.problems import Refused
        from intervisie_tui.store.rehearsal import rehearsed

        now = self._clock()
        try:
            made = await asyncio.to_thread(rehearsed, self._home, event.path, event.method, now)
        except Refused as refused:
            self.notify(str(refused), severity="error", markup=False, timeout=20)
        else:
            self.push_screen(self._rehearsal(event.path, made))

    def _rehearsal(self, path: Path, session: "Session") -> Screen[None]:
        from intervisie_tui.tui.screens.rehearsal import RehearsalScreen

        return RehearsalScreen(self._home, session, self._clock, path)

    def _fatal_error(self) -> None:
        """Say where it went wrong, and nothing of what was said.

        Textual would print what every variable held, words from the room too.
        """
        from rich.traceback import Traceback

        self.bell()
        self._exit_renderables.append(
            Segments(self.console.render(Traceback(), self.console.options))
        )
        self._close_messages_no_wait()

    @work
    async def on_session_screen_close(self, event: "SessionScreen.Close") -> None:
        """Ask what stays, and do it."""
        from intervisie_tui.tui.screens.carried_out import carried_out
        from intervisie_tui.tui.screens.close import CloseScreen
        from intervisie_tui.tui.screens.session import SessionScreen

        decision = await self.push_screen_wait(CloseScreen(event.session, self._clock))
        if decision.choice is None and isinstance(self.screen, SessionScreen):
            self.screen.agreed(decision.session)
        if self._writer is None:
            return
        done = await carried_out(self, self._home, self._writer, decision, self._clock())
        if done is not None:
            self._writer = None
            self.switch_screen(done)

    def let_go(self) -> None:
        """After the last screen: what still waits is written, and the record is released."""
        if self._writer is not None:
            self._writer.close(LONGEST_FLUSH)
            self._writer = None
