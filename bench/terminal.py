"""A program in a terminal of its own: press, type, paste, and wait for what comes on the screen.

    with Terminal(["intervisie"], env={"INTERVISIE_LANG": "en"}) as terminal:
        terminal.wait_for("Prepare a session")
        terminal.press("down", "enter")

Nothing sleeps: every wait ends at the moment the screen is right, and fails after `patience`
seconds with the screen in the message. A program is always ended and reaped when the block ends.
"""

import contextlib
import os
import pty
import re
import select
import signal
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Self

from bench.emulator import PASTE, Emulator
from bench.keys import encode
from bench.spawn import spawn

GRACE: Final = 0.001
"""Seconds; what comes within this time of the last read belongs to the same burst."""
MOST_READS: Final = 64
"""Reads in one burst: a program that never stops writing is looked at all the same."""
STEP: Final = 0.01
"""Seconds between two looks at what makes no output: a file, an exit."""
HAND: Final = 0.3
"""Seconds between two keys, unless the program answers sooner: Textual may handle a letter before
the arrow that was sent with it, because the arrow goes round by the bindings."""
LONE_ESCAPE: Final = 0.15
"""Seconds before another key, so that an older terminal's Escape is not taken for Alt."""


class NotShownError(AssertionError):
    """The screen did not become what was waited for; the message holds what it was."""


class Terminal:
    """One program, its pseudo-terminal, and the screen that a person would see."""

    def __init__(  # noqa: PLR0913
        self,
        command: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        *,
        env: Mapping[str, str] | None = None,
        kitty: bool = False,
        patience: float = 20.0,
    ) -> None:
        self.emulator = Emulator(columns, rows, kitty=kitty)
        self.patience = patience
        """Seconds that a wait lasts unless it says otherwise."""
        self.raw = bytearray()
        """Everything the program has written."""
        self.reads: list[tuple[float, int]] = []
        """When output was read (monotonic seconds), and how many bytes."""
        self.sent_at = self.started_at = time.monotonic()
        """When the last input was written."""
        self.seen_at = self.started_at
        """When the output was read that ended the last wait."""
        self._status: int | None = None
        self._escaped_at = -LONE_ESCAPE
        self._output_ended = False
        self._master: int | None
        self._master, slave = pty.openpty()
        try:
            termios.tcsetwinsize(slave, (rows, columns))
            self._line_settings = termios.tcgetattr(slave)
            self.pid = spawn(command, os.ttyname(slave), env or {})
        except BaseException:
            os.close(self._master)
            raise
        finally:
            os.close(slave)
        os.set_blocking(self._master, False)

    def __enter__(self) -> Self:
        """Be closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program, however the block ended."""
        self.close()

    def text(self) -> str:
        """Return the screen, a line per row."""
        return "\n".join(self.emulator.lines())

    def shows(self, pattern: str) -> bool:
        """Tell whether the screen matches now; `^` and `$` are at every row."""
        return re.search(pattern, self.text(), re.MULTILINE) is not None

    def press(self, *keys: str) -> None:
        """Press keys by name, as a hand does: `right`, `space`, `f2`, `ctrl+p`, `a`, `+`."""
        for key in keys:
            self._write(encode(key, self.emulator.keyboard_flags))
            if key == "escape" and not self.emulator.keyboard_flags:
                self._escaped_at = time.monotonic()

    def press_at_once(self, *keys: str) -> None:
        """Press keys faster than any hand: all of them are there before the first is handled."""
        flags = self.emulator.keyboard_flags
        self._write(b"".join(encode(key, flags) for key in keys))

    def type(self, text: str) -> None:
        """Type text, a key for each character; a line end is Enter."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("enter")
            self._write(b"".join(encode(key, self.emulator.keyboard_flags) for key in line))

    def paste(self, text: str) -> None:
        """Paste text as a terminal does: line ends as CR, between marks if they were asked for."""
        data = text.replace("\n", "\r").encode()
        marked = PASTE in self.emulator.modes
        self._write(b"\x1b[200~" + data + b"\x1b[201~" if marked else data)

    def click(self, column: int, row: int, button: int = 0) -> None:
        """Click on a cell, counted from 0; button 0 is the left one, 64 and 65 are the wheel."""
        at = f"{button};{column + 1};{row + 1}"
        self._write(f"\x1b[<{at}M\x1b[<{at}m".encode())

    def where(self, text: str) -> tuple[int, int]:
        """Return the column and row of the first cell of `text`; raises `NotShownError`."""
        for y, line in enumerate(self.emulator.lines()):
            if (at := line.find(text)) >= 0:
                cells = self.emulator.screen.buffer[y]
                columns = range(self.emulator.screen.columns)
                return [x for x in columns for _ in cells[x].data][at], y
        raise self._not_shown(f"{text!r} is not on the screen")

    def wait_for(self, what: str | Callable[[], object], timeout: float | None = None) -> None:
        """Read until the screen shows a pattern, or a function is true.

        A screen that matches already counts: wait for what is new. Raises `NotShownError`.
        """
        if isinstance(what, str):
            self._until(lambda: self.shows(what), f"/{what}/ did not show", timeout)
        else:
            self._until(lambda: bool(what()), f"{what.__qualname__} did not become true", timeout)

    def wait_gone(self, pattern: str, timeout: float | None = None) -> None:
        """Read until the screen no longer shows a pattern; raises `NotShownError`."""
        self._until(lambda: not self.shows(pattern), f"/{pattern}/ stayed", timeout)

    def wait_painted(self, timeout: float | None = None) -> None:
        """Read until there is output that is later than the last input."""
        self._until(self._answered, "nothing was painted", timeout)

    def quiet(self, rest: float = 0.1, timeout: float | None = None) -> None:
        """Read until no output has come for `rest` seconds."""
        begun = time.monotonic()

        def resting() -> bool:
            last = max(begun, self.reads[-1][0] if self.reads else 0)
            return self._output_ended or time.monotonic() - last >= rest

        self._until(resting, "the output did not come to rest", timeout)

    def read_on(self, seconds: float) -> None:
        """Read whatever comes for a time, without expecting anything."""
        self._pump(time.monotonic() + seconds, lambda: False)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the program is told by SIGWINCH."""
        self.emulator.resize(columns, rows)
        if self._master is not None:
            termios.tcsetwinsize(self._master, (rows, columns))

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        if self._status is None:
            os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal from outside, as when its window is closed."""
        if self._master is not None:
            os.close(self._master)
            self._master = None

    def wait_exit(self, timeout: float | None = None) -> int:
        """Read until the program has ended; return its status, negative if a signal ended it."""
        self._until(self._reaped, "the program did not end", timeout)
        while self._take(0, self._reaped):
            pass
        assert self._status is not None  # noqa: S101 - _until would have raised
        return self._status

    def left_behind(self) -> list[str]:
        """Name what the program has changed in the terminal and not put back."""
        left = self.emulator.left_behind()
        if self._master is not None and termios.tcgetattr(self._master) != self._line_settings:
            left.append("line settings")
        return left

    def close(self) -> None:
        """End the program and what it started, and let go of the terminal."""
        self.hang_up()
        if not self._reaped():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _reaped(self) -> bool:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status is not None

    def _until(self, done: Callable[[], bool], failure: str, timeout: float | None) -> None:
        timeout = self.patience if timeout is None else timeout
        if not self._pump(time.monotonic() + timeout, done):
            within = "" if self._reaped() else f" within {timeout:g} s"
            raise self._not_shown(f"{failure}{within}")

    def _pump(self, end: float, done: Callable[[], bool]) -> bool:
        """Read until `done` (the answer is yes), the moment `end`, or the end of the program."""
        self.seen_at = time.monotonic()
        while True:
            if done():
                return True
            left = end - time.monotonic()
            if left < 0 or (self._output_ended and self._reaped() and not done()):
                return False
            self._take(min(left, STEP), done)

    def _take(self, wait: float, done: Callable[[], bool]) -> bool:
        """Read and draw one burst; tell whether any came, and note which read made it `done`."""
        burst, seen = self._burst(wait), 0.0
        for moment, data in burst:
            if answer := self.emulator.feed(data):
                self._answer(answer)
            if not seen and done():
                seen = moment
        self.seen_at = seen or time.monotonic()
        return bool(burst)

    def _burst(self, wait: float) -> list[tuple[float, bytes]]:
        """Take all that comes at once, each read with its moment, before any of it is drawn."""
        burst: list[tuple[float, bytes]] = []
        watched = [] if self._master is None or self._output_ended else [self._master]
        while (
            len(burst) < MOST_READS and select.select(watched, [], [], GRACE if burst else wait)[0]
        ):
            try:
                data = os.read(watched[0], 1 << 16)
            except BlockingIOError:
                continue
            except OSError:  # the last one who had the terminal open is gone
                data = b""
            if not data:
                self._output_ended = True
                break
            burst.append((time.monotonic(), data))
            self.raw += data
        self.reads += [(moment, len(data)) for moment, data in burst]
        return burst

    def _write(self, data: bytes) -> None:
        """Write input as a hand does: after the answer to the last, if that does not take long."""
        self._pump(self.sent_at + HAND, self._answered)
        self._pump(self._escaped_at + LONE_ESCAPE, lambda: False)
        self.sent_at = time.monotonic()
        while data:
            if (
                self._master is None
                or self._output_ended
                or time.monotonic() > self.sent_at + self.patience
            ):
                raise self._not_shown("the program takes no input")
            try:
                data = data[os.write(self._master, data) :]
            except BlockingIOError:
                self.read_on(STEP)
            except OSError:
                self._output_ended = True

    def _answered(self) -> bool:
        return bool(self.reads) and self.reads[-1][0] >= self.sent_at

    def _answer(self, data: bytes) -> None:
        if self._master is not None:
            with contextlib.suppress(OSError):
                os.write(self._master, data)

    def _not_shown(self, message: str) -> NotShownError:
        ending = f" (it ended with status {self._status})" if self._reaped() else ""
        rule = "─" * self.emulator.screen.columns
        return NotShownError(f"{message}{ending}\n{rule}\n{self.text()}\n{rule}")
