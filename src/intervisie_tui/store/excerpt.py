"""The line that a problem is in, with a sign under the place."""

import re
from pathlib import Path
from typing import Final

from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.store.cells import width
from intervisie_tui.store.problems import Problem

MOST: Final = 72
"""Cells of a line that are shown, around the place."""

BEFORE: Final = 48
"""Cells of them that may stand before the place."""

_LARGEST: Final = 1024 * 1024
_OBEYED: Final = re.compile(rf"{UNSEEN.pattern}|[\t\v\f\r\x85\u2028\u2029]")


def source(path: Path) -> str:
    """The text of a file as far as it can be read, to show; empty where it is no text."""
    try:
        if not path.is_file():  # a pipe would let us wait for ever
            return ""
        with path.open("rb") as file:
            raw = file.read(_LARGEST).removeprefix(b"\xef\xbb\xbf")
    except (OSError, ValueError):
        return ""
    return "" if b"\0" in raw else raw.decode("utf-8", "replace").replace("\r\n", "\n")


def excerpt(problem: Problem, text: str) -> str:
    """Its line in *text*, the source of its file, and a caret under the place.

    Each on a line, the same for any terminal: what one would obey or not show is a block, a
    tab one space. Of a long line the part around the place. Empty: there is no such line.
    """
    lines = text.split("\n", problem.line)
    if not 0 < problem.line <= len(lines):
        return ""
    line = lines[problem.line - 1]
    at = min(problem.column - 1, len(line))
    before, after = _shown(line[:at]), _shown(line[at:])
    if not (before + after).strip():
        return ""
    if width(before + after) > MOST:
        start, end = len(before), 0
        while start and width(before[start - 1 :]) < BEFORE:
            start -= 1
        before = f"…{before[start:]}" if start else before
        while end < len(after) and width(before + after[: end + 1]) < MOST:
            end += 1
        after = f"{after[:end]}…" if end < len(after) else after
    return f"{before}{after}\n{' ' * width(before)}^"


def _shown(part: str) -> str:
    return _OBEYED.sub(lambda found: " " if found[0] == "\t" else "▇", part)
