"""What the TOML reader found wrong, in words for somebody who never heard of TOML."""

import re
from contextlib import suppress
from typing import Final

from intervisie_tui.locale import _
from intervisie_tui.store.problems import shown
from intervisie_tui.store.scan import Scan

_STATEMENT: Final = re.compile(
    r"""[ \t]*(?:\[\[?[ \t]*[\w"'.-]+[^,\n]*\][ \t]*(?:\#|$)|[\w-]+[ \t]*=)""", re.MULTILINE
)
"""A line that looks like the beginning of something else than a value."""


def explain(error: Exception, text: str) -> tuple[int, int, str]:
    """The line, the column and what is wrong there."""
    at, message = _explained(error, text)
    return *Scan(text).place(at), message


def _explained(error: Exception, text: str) -> tuple[int, str]:  # noqa: PLR0911 - a cause each
    if isinstance(error, RecursionError):
        return _scanned(text).begun, _("this lies too deep: too many brackets within brackets")
    reason, at = getattr(error, "msg", None), getattr(error, "pos", None)
    if not isinstance(reason, str) or not isinstance(at, int):
        # Python refuses to count so far, and does not say where.
        digits = re.search(r"[0-9_]{1000,}", text)
        return digits.start() if digits else 0, _("this number is too long")

    sign = text[at : at + 1]
    character = reason.startswith(("Illegal character", "Found invalid character"))
    if reason.startswith(("Unterminated string", "Expected \"'")) or (sign == "\n" and character):
        # Only the end of the line or of the file shows that the quote is missing.
        return _scanned(text).last, _("the quote that ends this text is missing")
    if character or (sign not in ("", "\n") and not sign.isprintable()):
        return at, _("a character that cannot be seen stands here; delete it")
    if reason.startswith(("Cannot ", "Duplicate inline")):
        return _twice(text[:at], inline="inline" in reason)
    if reason == "Unclosed inline table":
        message = _("a comma is missing here, or the “}” that ends the table")
        return len(text[:at].rstrip()), message
    if reason == "Unclosed array":
        # Noticed where something else begins, often on a later line.
        message = _("a comma is missing here, or the “]” that ends the list")
        return len(text[:at].rstrip()), message
    if reason == "Invalid value" and (end := _goes_on(text, at)) is not None:
        return end, _("the “]” that ends this list is missing")
    if "\\" in reason or reason.startswith(("Invalid hex", "Escaped character")):
        message = _("“\\” means something between double quotes; write it twice: “\\\\”")
        return text.rindex("\\", 0, at), message
    return at, _sentence(reason, text, at)


def _sentence(reason: str, text: str, at: int) -> str:  # noqa: PLR0911 - a cause each
    sign = text[at : at + 1]
    if reason == "Invalid value":
        return _value(text, at)
    if reason.startswith("Expected '='"):
        return _("“=” is missing: a key is one word, and its value stands behind “=”")
    if reason.startswith("Expected newline"):
        return _after_value(text, at)
    if reason.startswith("Invalid statement") and not sign.isalpha():
        return _("a line begins with a key, with “[” or with “#”")
    if reason.startswith("Expected ']") and sign in ("", "\n", "#", "]"):
        return _("“{sign}” is missing").format(sign="]]" if "]]" in reason else "]")
    if reason.startswith("Invalid initial") and sign in ("", "\n", "#", "]", "=", "."):
        return _("a name is missing here")
    if reason.startswith(("Expected ']", "Invalid initial", "Invalid statement")):
        return _("a name with more than a-z, 0-9 and “-” stands between quotes: {example}").format(
            example='"…"'
        )
    if reason.startswith("Invalid date"):
        return _("this date or time does not exist")
    return _("this is not written as TOML")


def _value(text: str, at: int) -> str:
    sign = text[at : at + 1]
    if sign in ("", "\n", "#"):
        return _("a value is missing after “=”")
    if sign in ",]}":
        return _("a value is missing before “{sign}”").format(sign=sign)
    if sign in "“”„‟«»‘’‚`´":
        return _("a text stands between straight quotes: {example}").format(example='"…"')
    if re.compile("(true|false)\\b", re.IGNORECASE).match(text, at):
        return _("“true” and “false” have no capitals")
    return _("a text stands between quotes: {example}").format(example='"…"')


def _goes_on(text: str, at: int) -> int | None:
    """Where a list should have ended before the line that begins something else.

    `None`: at that place it is not a list that goes on.
    """
    start = text.rfind("\n", 0, at) + 1
    if at >= len(text):
        start = at
    elif not _STATEMENT.match(text, start):
        return None
    if text[:start].rstrip().endswith("=") or _scanned(text).begun >= start:
        return None
    return len(text[:start].rstrip())


def _after_value(text: str, at: int) -> str:
    number = text[at - 1].isdigit()
    if number and text[at] in "-–":
        return _("a range stands between quotes: {example}").format(example='"4-5"')
    if number and text[at] == ",":
        return _("a number has a point and no comma: {example}").format(example="7.5")
    if text[at] == ",":
        return _("several values stand between “[” and “]”")
    return _("nothing may follow a value on its line; is a quote missing, or one too many?")


def _twice(text: str, *, inline: bool) -> tuple[int, str]:
    """A key is noticed only when its value has been read: go back to where it stands."""
    scan = _scanned(text)
    begun = scan.named if inline else scan.begun
    name = text[begun:].partition("\n")[0]
    if name.startswith("["):
        name += "]" * (len(name) - len(name.lstrip("[")))
    else:
        name = name.partition("=")[0]
    return begun, _("“{name}” stands here a second time").format(name=shown(name))


def _scanned(text: str) -> Scan:
    """How far a scan comes in a text that is wrong somewhere."""
    scan = Scan(text)
    with suppress(ValueError):
        scan.run()
    return scan
