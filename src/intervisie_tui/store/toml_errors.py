"""What the TOML reader found wrong, in words for somebody who never heard of TOML."""

import re
from contextlib import suppress

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _
from intervisie_tui.store.scan import Scan


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
    if reason.startswith("Unclosed") or (reason == "Invalid value" and _in_list(text, at)):
        # Noticed where something else begins, often on a later line.
        return len(text[:at].rstrip()), (
            _("a comma is missing here, or the “]” that ends the list")
            if "table" not in reason
            else _("a comma is missing here, or the “}” that ends the table")
        )
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


def _in_list(text: str, at: int) -> bool:
    """Whether the text ended where a list goes on."""
    return at >= len(text) and not text.rstrip().endswith("=")


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
    return begun, _("“{name}” stands here a second time").format(name=one_line(name))


def _scanned(text: str) -> Scan:
    """How far a scan comes in a text that is wrong somewhere."""
    scan = Scan(text)
    with suppress(ValueError):
        scan.run()
    return scan
