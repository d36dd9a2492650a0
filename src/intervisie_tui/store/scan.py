"""Where everything stands in a TOML text that the reader has accepted.

The reader gives values without places. This goes over the same text once more and
notes where each key and each value begins; it need not know what is wrong, because the
text is known to be right.
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from intervisie_tui.domain.text import clean

Where = tuple[str | int, ...]
"""The way to a value: names of keys and, in lists, numbers from 0; `()` is the whole."""

DEEPEST: Final = 32
"""How many tables and lists may lie in each other; our own files need ten."""

_GAP: Final = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_SPACE: Final = re.compile(r"[ \t]*+")
_NAME: Final = re.compile(r""""(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+'|[A-Za-z0-9_-]++""")
SCALAR: Final = re.compile(
    r'''
      """(?:[^"\\]++|\\.|"(?!""))*+"{3,5}   # up to two quotes belong to the text
    | \'\'\'(?:[^']++|'(?!''))*+'{3,5}
    | (?!""")"(?:[^"\\\n]++|\\.)*+"
    | (?!\'\'\')'[^'\n]*+'
    | \d{4}-\d\d-\d\d[ ]\d\d:[^\s,\]}#]*    # a date and a time with a space between
    | [^\s,\]}#"'][^\s,\]}#]*
    ''',
    re.VERBOSE | re.DOTALL,
)


class Positions:
    """Lines and columns, both counted from 1 and columns in characters."""

    def __init__(self, text: str) -> None:
        self._scan = Scan(text)
        self._scan.run()

    def key(self, where: Where) -> tuple[int, int]:
        """Where the key begins; where there is none, the nearest one that it is in."""
        return self._place(self._scan.keys, where)

    def value(self, where: Where) -> tuple[int, int]:
        """Where the value begins; where there is none, the nearest one that it is in.

        A table begins at its "[" or "{".
        """
        return self._place(self._scan.values, where)

    def has(self, where: Where) -> bool:
        """Whether something stands there."""
        return where in self._scan.values

    def _place(self, places: dict[Where, int], where: Where) -> tuple[int, int]:
        while where and where not in places:
            where = where[:-1]
        return self._scan.place(places.get(where, 0))


class Scan:
    """One walk over a text; how far it came is of use where the text is wrong."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: dict[Where, int] = {}
        self.values: dict[Where, int] = {(): 0}
        self.begun = 0
        """Where the last statement begins."""

        self.named = 0
        """Where the last key begins."""

        self.last = 0
        """Where the last value begins."""

        self.here: Where = ()
        """The way to what the last statement says."""

        self.table: Where = ()
        """The way to the table that the last statement is in."""

        self._tables: dict[Where, int] = {}
        """How many tables a list of tables has so far."""

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(end.end() for end in re.finditer("\n", self.text))]

    def run(self) -> None:
        """Go over the text. Raises ValueError where it is not TOML, or lies too deep."""
        at = self._after(_GAP, 0)
        while at < len(self.text):
            self.begun = at
            if self.text[at] == "[":
                self.table, at = self._header(at)
                self.here = self.table
            else:
                self.here, at = self._key(self.table, at)
                at = self._value(self.here, at)
            at = self._after(_GAP, at)

    def _after(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self.text, at)
        if found is None:
            raise ValueError(at)
        return found.end()

    def _names(self, at: int) -> tuple[list[tuple[str, int]], int]:
        """The names of a dotted key with their places, and where what follows begins."""
        names: list[tuple[str, int]] = []
        while True:
            end = self._after(_NAME, at)
            names.append((_name(self.text[at:end]), at))
            at = self._after(_SPACE, end)
            if self.text[at : at + 1] != ".":
                return names, at
            at = self._after(_SPACE, at + 1)

    def _header(self, start: int) -> tuple[Where, int]:
        brackets = 2 if self.text.startswith("[[", start) else 1
        names, at = self._names(self._after(_SPACE, start + brackets))
        where: Where = ()
        for position, (name, offset) in enumerate(names, 1):
            where = (*where, name)
            self._note(where, offset, start)
            if brackets > 1 and position == len(names):
                self._tables[where] = self._tables.get(where, 0) + 1
            if where in self._tables:
                where = (*where, self._tables[where] - 1)
        # Of a table in a list the name counts as its key, so that each can be named.
        self._note(where, names[-1][1], start)
        return where, at + brackets

    def _key(self, table: Where, at: int) -> tuple[Where, int]:
        """The way to what stands after a key, and where that begins."""
        names, end = self._names(at)
        self.named = at
        where = table
        for name, offset in names[:-1]:
            # What a dotted key goes through begins where its name does.
            where = (*where, name)
            self._note(where, offset, offset)
        name, offset = names[-1]
        where = (*where, name)
        self.keys.setdefault(where, offset)
        return where, self._after(_SPACE, end + 1)

    def _note(self, where: Where, key: int, value: int) -> None:
        # The first place counts: a table may be gone on with further down.
        self.keys.setdefault(where, key)
        self.values.setdefault(where, value)
        if len(where) > DEEPEST:
            raise ValueError(key)

    def _value(self, where: Where, at: int) -> int:
        """Note a value with all that is in it; answers where it ends.

        *around* has what it lies in: a list with its next number, a table with `None`.
        """
        around: list[tuple[Where, int | None]] = []
        while True:
            if at < len(self.text):
                self.last = at
            self._note(where, at, at)
            opening = self.text[at : at + 1]
            if opening in ("[", "{"):
                around.append((where, 0 if opening == "[" else None))
                at += 1
            else:
                at = self._after(SCALAR, at)
            while around:
                at = self._after(_GAP, at)
                if self.text[at : at + 1] == ",":
                    at = self._after(_GAP, at + 1)
                if self.text[at : at + 1] not in ("]", "}"):
                    break
                around.pop()
                at += 1
            else:
                return at
            outer, number = around[-1]
            if number is None:
                where, at = self._key(outer, at)
            else:
                around[-1] = outer, number + 1
                where = (*outer, number)


def _name(written: str) -> str:
    if written[0] not in "\"'":
        return written
    if "\\" not in written:
        return clean(written[1:-1])

    import tomli

    return clean(str(tomli.loads(f"name = {written}")["name"]))
