"""How wide words are in a terminal; the store draws nothing, but it says where and how long."""

import unicodedata
from functools import cache


def width(text: str) -> int:
    """The cells that a line of text takes. An estimate: terminals differ over some signs."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def rows(text: str, most: int) -> int:
    """The rows that a text takes in so many cells, broken between words; 0: there is no text."""
    if "\n" in text:
        return sum(rows(line, most) or 1 for line in text.split("\n"))
    if width(text) <= most:
        return int(bool(text))
    return _wrapped(text, most)


@cache
def _cells(sign: str) -> int:
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 2
    return 0 if unicodedata.category(sign) in ("Mn", "Me", "Cf") else 1


def _wrapped(line: str, most: int) -> int:
    used, rows = 0, 1
    for wide in map(width, line.split(" ")):
        if used and used + 1 + wide > most:
            rows, used = rows + 1, wide
        else:
            used += wide + bool(used)
        if used > most:  # a word that fits no row is broken
            rows, used = rows + (used - 1) // most, (used - 1) % most + 1
    return rows
