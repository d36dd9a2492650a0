"""What a terminal makes of a program's output: the cells, the modes, and the answers to questions.

pyte draws. What it cannot parse, or what a program asks of its terminal, is taken out before it.
"""

import codecs
import re
from typing import Final

import pyte
from pyte.screens import Char

SHOW_CURSOR, WRAP, ALTERNATE, PASTE, UPDATE = 25, 7, 1049, 2004, 2026
KNOWN_MODES: Final = {
    1: "application cursor keys",
    WRAP: "line wrap",
    SHOW_CURSOR: "cursor",
    1000: "mouse",
    1002: "mouse dragging",
    1003: "mouse movement",
    1004: "focus reports",
    1006: "wide mouse reports",
    1015: "older wide mouse reports",
    ALTERNATE: "alternate screen",
    PASTE: "bracketed paste",
    UPDATE: "synchronized update",
}
MODES_AT_START: Final = frozenset({WRAP, SHOW_CURSOR})

SEQUENCE: Final = re.compile(
    r"\x1b\[(?P<prefix>[<-?]?)(?P<numbers>[\d;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b[]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)"
)
UNFINISHED: Final = re.compile(
    r"\x1b(?:\[[<-?]?[\d;:]*[ -/]*|[]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*)?\Z"
)
LONGEST_SEQUENCE: Final = 1 << 20
"""Characters; an escape sequence that is longer has lost its end."""


class Emulator:
    """A terminal of `columns` by `rows`, without the program and without the glass."""

    def __init__(self, columns: int, rows: int, *, kitty: bool = False) -> None:
        self._main = self.screen = pyte.Screen(columns, rows)
        self._draw = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held = ""
        self._answers = ""
        self._before_update: list[str] | None = None
        self.modes = set(MODES_AT_START)
        """The numbers of the private modes that are on."""
        self.keyboard = [0]
        """The stack of kitty keyboard flags; the last holds."""
        self._kitty = kitty

    @property
    def keyboard_flags(self) -> int:
        """How keys are to be sent: 0 on a terminal that does not know the kitty protocol."""
        return self.keyboard[-1] if self._kitty else 0

    def lines(self) -> list[str]:
        """Return the rows as text, without the blanks at their ends.

        Halfway a synchronized update they are what they were before it, as on the glass.
        """
        if self._before_update is not None:
            return self._before_update
        columns, rows = range(self.screen.columns), range(self.screen.lines)
        return ["".join([self.screen.buffer[y][x].data for x in columns]).rstrip() for y in rows]

    def resize(self, columns: int, rows: int) -> None:
        """Take another size."""
        for screen in {self._main, self.screen}:
            screen.resize(rows, columns)

    def left_behind(self) -> list[str]:
        """Name what a program should have put back before it left."""
        left = [
            KNOWN_MODES.get(mode, f"mode {mode}") for mode in sorted(self.modes - MODES_AT_START)
        ]
        left += [f"no {KNOWN_MODES[mode]}" for mode in sorted(MODES_AT_START - self.modes)]
        if len(self.keyboard) > 1 or self.keyboard[-1]:
            left.append("kitty keys")
        if self.screen.cursor.attrs != Char(" "):
            left.append("colours")
        return left

    def feed(self, data: bytes) -> bytes:
        """Take output; return what a terminal would answer to the questions in it."""
        text, self._held, self._answers = self._held + self._decode(data), "", ""
        drawn, at = 0, text.find("\x1b")
        while at >= 0:
            after = at + 1
            if sequence := SEQUENCE.match(text, at):
                after = sequence.end()
                if not _is_for_drawing(sequence):
                    self._draw.feed(text[drawn:at])
                    self._obey(sequence)
                    drawn = after
            elif len(text) - at < LONGEST_SEQUENCE and UNFINISHED.match(text, at):
                text, self._held = text[:at], text[at:]
                break
            at = text.find("\x1b", after)
        self._draw.feed(text[drawn:])
        return self._answers.encode()

    def _obey(self, sequence: re.Match[str]) -> None:
        if sequence["final"] is None:
            return  # a title, a clipboard, a colour of the window: nothing on the screen
        numbers = [int(number or 0) for number in re.split("[;:]", sequence["numbers"])]
        match sequence["prefix"] + sequence["between"] + sequence["final"]:
            case "?h" | "?l" as call:
                for mode in numbers:
                    self._set_mode(mode, on=call == "?h")
            case "?$p":
                mode = numbers[0]
                state = (1 if mode in self.modes else 2) if mode in KNOWN_MODES else 0
                self._answers += f"\x1b[?{mode};{state}$y"
            case "c":
                self._answers += "\x1b[?62;22c"
            case ">c":
                self._answers += "\x1b[>1;10;0c"
            case "n" | "?n" as call:
                cursor = self.screen.cursor
                here = f"\x1b[{call[:-1]}{cursor.y + 1};{cursor.x + 1}R"
                self._answers += {5: "\x1b[0n", 6: here}.get(numbers[0], "")
            case ">u" | "<u" | "=u" | "?u" as call:
                self._set_keyboard(call[0], numbers[0])
            case _:
                pass

    def _set_mode(self, mode: int, *, on: bool) -> None:
        (self.modes.add if on else self.modes.discard)(mode)
        if mode == UPDATE:
            self._before_update = self.lines() if on else None
        elif mode == ALTERNATE:
            self._show(pyte.Screen(self._main.columns, self._main.lines) if on else self._main)
        elif mode in (WRAP, SHOW_CURSOR):
            (self.screen.set_mode if on else self.screen.reset_mode)(mode, private=True)

    def _set_keyboard(self, call: str, number: int) -> None:
        if call == ">":
            self.keyboard.append(number)
        elif call == "<":
            del self.keyboard[max(1, len(self.keyboard) - max(1, number)) :]
        elif call == "=":
            self.keyboard[-1] = number
        elif self._kitty:
            self._answers += f"\x1b[?{self.keyboard[-1]}u"

    def _show(self, screen: pyte.Screen) -> None:
        self.screen = screen
        self._draw = pyte.Stream(screen)


def _is_for_drawing(sequence: re.Match[str]) -> bool:
    """Tell whether pyte understands it."""
    return (
        sequence["final"] is not None
        and sequence["final"] not in "cnt"
        and not sequence["prefix"]
        and not sequence["between"]
        and ":" not in sequence["numbers"]
    )
