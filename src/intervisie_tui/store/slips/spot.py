"""Where the TOML reader stumbled, and what an author's slip there was."""

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from intervisie_tui.domain.card import Deck
from intervisie_tui.domain.method import Method
from intervisie_tui.store import shape
from intervisie_tui.store.scan import Scan

DASHES: Final = "–—−‐‑‒"
"""What a word processor makes of a hyphen."""

STATEMENT: Final = re.compile(
    r"""[ \t]*(?:\[\[?[ \t]*[\w"'.-]+[^,\n]*\][ \t]*(?:\#|$)|[\w-]+[ \t]*=)""", re.MULTILINE
)
"""A line that looks like the beginning of something else than a value."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that is wrong, where its author must change something."""

    at: int
    message: str
    mend: tuple[int, int, str] | None = None
    """What was probably meant: from where to where, and what instead; `None`: no telling."""


class Spot:
    """Where the reader stumbled."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.sign = text[at : at + 1]
        self.start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        self.end = len(text) if end < 0 else end
        self.before = text[self.start : at]
        self.after = text[at : self.end]

    @property
    def line(self) -> str:
        """All of the line."""
        return self.text[self.start : self.end]

    @cached_property
    def key(self) -> str:
        """The key that the line begins with; empty: it begins with something else."""
        found = re.match(r"[ \t]*([\w-]+)[ \t]*=", self.line)
        return found[1] if found else ""

    @property
    def rest(self) -> str:
        """What still stands on the line, without a remark."""
        return self.after.partition("#")[0].rstrip(" \t")

    def example(self, value: str) -> str:
        """The line as it should be, or only the value where it has no key."""
        return f"{self.key} = {value}" if self.key else value


def scanned(text: str) -> Scan:
    """How far a scan comes in a text that is wrong somewhere."""
    scan = Scan(text)
    with suppress(ValueError):
        scan.run()
    return scan


def end_above(text: str, at: int) -> int:
    """Where what stands above that place ends, without empty lines and remarks."""
    while at:
        start = text.rfind("\n", 0, at) + 1
        line = text[start:at]
        if line.strip() and not line.lstrip().startswith("#"):
            return start + len(line.rstrip())
        at = max(start - 1, 0)
    return 0


@cache
def known() -> dict[str, Any]:
    """Every key that an author may write, with its type."""
    tables = [kind for whole in (Method, Deck) for _where, kind in shape.tables(whole)]
    return {key: shape.bare(hint) for kind in tables for key, hint in shape.keys(kind).items()}


@cache
def statement() -> re.Pattern[str]:
    """A line that is the beginning of something of ours."""
    keys = "|".join(map(re.escape, known()))
    return re.compile(
        rf"^[ \t]*(?:\[\[?[ \t]*(?:{keys})\b[^,\n]*\][ \t]*(?:\#|$)|(?:{keys})[ \t]*=)",
        re.MULTILINE,
    )
