"""Words as they come in, made safe to keep and to show.

Whatever people type, paste or put in a file passes here once, where it enters. A
terminal obeys some characters instead of showing them: those go. The letters stay
as they were meant, any script, brackets and all.
"""

import re
import unicodedata
from typing import Final

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""What other systems, and word processors, write where a line ends."""

UNSEEN: Final = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, escape among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # these turn the direction of text
    "\ufeff\ufff9-\ufffb"  # byte order mark, annotations
    "\ud800-\udfff"  # half characters, that no file can hold
    "]"
)
"""What a terminal would obey, or what no eye would see."""

_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""White space of any kind but the two that hold words together."""


def clean(text: str) -> str:
    """The text without what a terminal would obey; a line ends with "\\n"."""
    if text.isprintable():  # as nearly all are, and then nothing of it goes
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))


def one_line(text: str) -> str:
    """The text clean and on one line, with single spaces and none at the ends."""
    return _SPACES.sub(" ", clean(text)).strip()


def lines(text: str) -> tuple[str, ...]:
    """The lines of a paste, each as `one_line` has it, without the empty ones."""
    return tuple(filter(None, map(one_line, clean(text).split("\n"))))
