"""Numbers, yes and no, lists, and what stands behind them."""

import re
from typing import Final

from intervisie_tui.domain.span import Span
from intervisie_tui.locale import _
from intervisie_tui.store import suggestions
from intervisie_tui.store.problems import shown
from intervisie_tui.store.slips import quotes
from intervisie_tui.store.slips.spot import STATEMENT, Slip, Spot, end_above, known, scanned

_NUMBER: Final = re.compile(r"(?<![^\s=,\[])[-+]?[0-9.]*[0-9]$")
_NEXT: Final = re.compile(r"[\w-]+[ \t]*=(?!=)")
_OURS: Final = re.compile(r"[ \t]*(?:[\[#]|[\w-]+[ \t]*=)")
"""A line that is no part of a text."""


def no_value(text: str, at: int) -> Slip:  # noqa: PLR0911 - a cause each
    """What stands where a value should, and is none."""
    spot = Spot(text, at)
    sign, rest = spot.sign, spot.rest
    bare = rest.rstrip(" \t,;]}" + quotes.QUOTES)
    whole = (at, at + len(bare))
    if sign in ("", "\n", "#"):
        below = text[spot.end + 1 :].partition("\n")[0]
        if sign == "\n" and below.strip() and not _OURS.match(below):
            return Slip(at, quotes.longer('"'))
        return Slip(at, _("something is missing behind “=”: fill it in, or delete the line"))
    if sign in ",]}":
        message = _("something is missing before “{sign}”: fill it in, or delete the comma")
        return Slip(at, message.format(sign=sign))
    if sign == "=":
        return Slip(at, _("one “=” is enough"), (at, at + 1, ""))
    if sign == "(":
        inner = rest[1:].rstrip(") \t")
        message = _("a list stands between “[” and “]”: {example}")
        message = message.format(example=spot.example(f"[{shown(inner)}]"))
        return Slip(at, message, (at, at + len(rest), f"[{inner}]"))
    word = bare.casefold()
    if word in ("true", "false"):
        message = _("write it without a capital: {example}").format(example=spot.example(word))
        return Slip(at, message, (*whole, word))
    if known().get(spot.key) in (bool, None) and (truth := suggestions.truth(word)):
        message = _("write “true” for yes and “false” for no: {example}")
        return Slip(at, message.format(example=spot.example(truth)), (*whole, truth))
    number = suggestions.number(bare)
    if number and known().get(spot.key) in (Span, float, int):
        return Slip(at, _only_number(spot, number), (*whole, number))
    message = _("a text stands between quotation marks: {example}")
    quoted = f'"{bare.strip(chr(34))}"'
    in_list = "," in bare or not spot.key or "[" in spot.before
    message = message.format(example='"…"' if in_list else spot.example(shown(quoted)))
    end = at + len(rest.rstrip(" \t,;]}")) if not in_list else whole[1]
    return Slip(at, message, None if in_list else (at, end, quoted))


def _only_number(spot: Spot, number: str) -> str:
    if number.startswith('"'):
        return _("a range stands between quotation marks: {example}").format(
            example=spot.example(number)
        )
    return _("only a number stands here: {example}").format(example=spot.example(number))


def after_value(text: str, at: int) -> Slip:  # noqa: PLR0911 - a cause each
    """What follows a value on its line."""
    spot = Spot(text, at)
    written = spot.before.rstrip(" \t")
    if spot.rest.startswith(("//", "/*", "--")):
        return Slip(at, _("a remark begins with “#”"), (at, at, "# "))
    if _NEXT.match(spot.after):
        return Slip(at, _("begin a new line here"), (at, at, "\n"))
    if spot.rest in (",", ";", "."):
        message = _("delete “{sign}” at the end of the line").format(sign=spot.rest)
        return Slip(at, message, (at, at + 1, ""))
    if number := _NUMBER.search(written):
        return _after_number(spot, spot.start + number.start())
    if spot.sign in ",;":
        return _several(spot)
    if written[-1:] in ("'", '"') and (slip := quotes.inside(spot, spot.start + len(written))):
        return slip
    return Slip(at, _("nothing may follow here; is a quotation mark missing, or one too many?"))


def _after_number(spot: Spot, start: int) -> Slip:
    end = spot.at + len(spot.rest)
    typed = spot.text[start:end]
    number = suggestions.number(typed)
    if number is None:
        return Slip(spot.at, _("only a number stands here, and nothing behind it"))
    mend = (start, end, number)
    if re.fullmatch(r"0+\d+", typed):
        message = _("no zero stands before a number: {example}")
        return Slip(start, message.format(example=spot.example(number)), mend)
    if re.fullmatch(r"[-+]?\d+,\d+", typed):
        message = _("a number has a point and no comma: {example}")
        return Slip(spot.at, message.format(example=spot.example(number)), mend)
    if number.startswith('"') and known().get(spot.key) not in (Span, None):
        number = number.strip('"').partition("-")[0]
    return Slip(start, _only_number(spot, number), mend)


def _several(spot: Spot) -> Slip:
    start = spot.start + spot.line.index("=") + 1
    start += len(spot.text[start:]) - len(spot.text[start:].lstrip(" \t"))
    end = spot.at + len(spot.rest)
    several = spot.text[start:end].rstrip("]").replace(";", ",")
    message = _("several values stand between “[” and “]”: {example}")
    message = message.format(example=spot.example(f"[{shown(several)}]"))
    return Slip(spot.at, message, (start, end, f"[{several}]"))


def not_closed(text: str, at: int) -> Slip:
    """A list in which something follows an item that should not."""
    spot = Spot(text, at)
    end = len(text[:at].rstrip())
    same_line = "\n" not in text[end:at]
    if not spot.sign or (not same_line and STATEMENT.match(text, spot.start)):
        return list_end(end_above(text, at))
    if spot.sign == ";":
        return Slip(at, _("a comma stands between two texts, and no “;”"), (at, at + 1, ","))
    if slip := quotes.curly(text, at):
        return slip
    if same_line and text[end - 1] in "\"'" and spot.sign not in "\"'[{":
        start = scanned(text[:end]).last
        typed = text[start : end - 1].rstrip(" ,")
        if "," in text[start + len(typed) : end]:
            # The text took in the comma and stopped where the next one begins.
            ends = start + len(typed)
            return Slip(start, quotes.without_end(text[start]), (ends, ends, text[start]))
        slip = quotes.inside(spot, end)
        if slip is not None:
            return Slip(slip.at, slip.message)
    return Slip(end, _("a comma is missing here"), (end, end, ","))


def list_end(end: int) -> Slip:
    """A list that goes on into the next statement."""
    return Slip(end, _("a “]” is missing here: the list has no end"), (end, end, "]"))
