"""What the TOML reader found wrong, in words for somebody who never heard of TOML.

The reader stops at the first thing that is wrong, and tells where it noticed. Here is
found where an author must change something, and what was probably meant: so that the
reader can go on, and everything is said at once.
"""

import re
from typing import Final

from intervisie_tui.locale import _
from intervisie_tui.store.scan import Scan
from intervisie_tui.store.slips import lines, quotes, values
from intervisie_tui.store.slips.spot import STATEMENT, Slip, end_above, scanned

MOST: Final = 20
"""So much that is wrong is enough to mend at a time."""

LONG: Final = 200_000
"""In a text of more characters only the first is said: to read it takes its time."""


def explain(error: Exception, text: str) -> list[tuple[int, int, str]]:
    """The line, the column and what is wrong there, for everything that is."""
    import tomli

    scan, edits = Scan(text), _Edits(text)
    said: list[tuple[int, int, str]] = []
    while len(said) < (MOST if len(text) <= LONG else 1):
        slip = _slip(error, edits.text)
        line, column = scan.place(edits.before(slip.at))
        if said and line <= said[-1][0]:
            # What was meant on that line is not what we thought.
            break
        said.append((line, column, slip.message))
        if slip.mend is None:
            break
        edits.make(*slip.mend)
        try:
            tomli.loads(edits.text)
        except (RecursionError, ValueError) as further:
            error = further
        else:
            break
    return said


class _Edits:
    """A text with changes made to it, that knows where everything was before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._made: list[tuple[int, int, int]] = []

    def make(self, start: int, end: int, new: str) -> None:
        """Put *new* in the place of what stands from *start* to *end*."""
        self.text = self.text[:start] + new + self.text[end:]
        self._made.append((start, end - start, len(new)))

    def before(self, at: int) -> int:
        """Where that was in the text as it came."""
        for start, old, new in reversed(self._made):
            if at >= start + new:
                at += old - new
            elif at > start:
                at = min(at, start + old)
        return at


def _slip(error: Exception, text: str) -> Slip:  # noqa: PLR0911 - a cause each
    if isinstance(error, RecursionError):
        return Slip(scanned(text).begun, _("this lies too deep: too many brackets within brackets"))
    reason, at = getattr(error, "msg", None), getattr(error, "pos", None)
    if not isinstance(reason, str) or not isinstance(at, int):
        # Python refuses to count so far, and does not say where.
        digits = re.search(r"[0-9_]{1000,}", text)
        return Slip(digits.start() if digits else 0, _("this number is too long"))

    sign = text[at : at + 1]
    character = reason.startswith(("Illegal character", "Found invalid character"))
    if reason.startswith(("Unterminated string", "Expected \"'")) or (sign == "\n" and character):
        # Only the end of the line or of the file shows that the quotation mark is missing.
        return quotes.no_end(text)
    if character or (sign not in ("", "\n") and not sign.isprintable()):
        return _unseen(text, at)
    if reason.startswith(("Cannot ", "Duplicate inline")):
        return lines.twice(text, at, inline="inline" in reason)
    if slip := _swallowed(text, at):
        return slip
    if "\\" in reason or reason.startswith(("Invalid hex", "Escaped character")):
        message = _("“\\” means something between double quotation marks; write it twice: “\\\\”")
        start = text.rindex("\\", 0, at)
        return Slip(start, message, (start, start, "\\"))
    return _by_reason(reason, text, at)


def _by_reason(reason: str, text: str, at: int) -> Slip:  # noqa: PLR0911 - a cause each
    if reason == "Unclosed inline table":
        end = len(text[:at].rstrip())
        return Slip(end, _("a comma is missing here, or the “}” at the end"))
    if reason == "Unclosed array":
        return values.not_closed(text, at)
    if reason == "Invalid value" and (before := _goes_on(text, at)) is not None:
        return values.list_end(before)
    if slip := quotes.curly(text, at):
        return slip
    if reason == "Invalid value":
        return values.no_value(text, at)
    if reason.startswith(("Expected ']", "Invalid initial", "Expected newline")) and (
        slip := lines.header(reason, text, at)
    ):
        return slip
    if reason.startswith("Expected newline"):
        return values.after_value(text, at)
    if reason.startswith(("Expected '='", "Invalid statement", "Invalid initial")):
        return lines.no_key(text, at)
    if reason.startswith("Invalid date"):
        return Slip(at, _("this date or time does not exist"))
    return Slip(at, _("this is not written as it should be; look at an example"))


def _unseen(text: str, at: int) -> Slip:
    if text[at].isspace() and text[at] not in "\r\x0b\x0c":
        message = _("this space is of another kind, as word processors make it; type it anew")
        return Slip(at, message, (at, at + 1, " "))
    message = _("a character that cannot be seen stands here; delete it")
    return Slip(at, message, (at, at + 1, ""))


def _swallowed(text: str, at: int) -> Slip | None:
    """A longer text above that has no end of its own, and took that of the next."""
    above = text[: text.rfind("\n", 0, at) + 1]
    start = scanned(above).last
    if above[start : start + 3] not in ('"""', "'''"):
        return None
    return quotes.swallowed(text, start, len(above))


def _goes_on(text: str, at: int) -> int | None:
    """Where a list should have ended before the line that begins something else.

    `None`: at that place it is not a list that goes on.
    """
    start = text.rfind("\n", 0, at) + 1
    if at >= len(text):
        start = at
    elif not STATEMENT.match(text, start):
        return None
    if text[:start].rstrip().endswith("=") or scanned(text).begun >= start:
        return None
    return end_above(text, start)
