"""Quotation marks: missing, curly, one too many."""

import re
from typing import Final

from intervisie_tui.locale import _
from intervisie_tui.store.slips.spot import Slip, Spot, end_above, scanned, statement

_CURLY: Final = {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛`´", "'")}
_CURLY_SIGN: Final = re.compile(f"[{''.join(_CURLY)}]")
QUOTES: Final = "\"'" + "".join(_CURLY)


def curly(text: str, at: int) -> Slip | None:
    """A quotation mark of a word processor at that place."""
    straight = _CURLY.get(text[at : at + 1])
    if straight is None:
        return None
    spot = Spot(text, at)
    # Whoever has one of them has more; between straight ones they are right.
    first = next((i for i, sign in enumerate(spot.after) if sign in "\"'"), len(spot.after))
    typed = spot.after if first == len(spot.after) else spot.after[: first + 1]
    mended = _CURLY_SIGN.sub(straight, typed)
    return Slip(at, _straight(straight), (at, at + len(typed), mended))


def no_end(text: str) -> Slip:
    """A text that goes on to the end of its line, or of the file."""
    scan = scanned(text)
    start = scan.last
    if scan.begun > start and (found := re.compile("[\"']").search(text, scan.begun)):
        # It is a name that has no end.
        start = found.start()
    quote = text[start]
    if text[start : start + 3] == quote * 3:
        return swallowed(text, start, len(text)) or _end_here(text, start, len(text))
    spot = Spot(text, start)
    typed = spot.after.rstrip(" \t,]")
    found = _CURLY_SIGN.search(typed[-1:])
    if found and (slip := curly(text, start + len(typed) - 1)):
        return Slip(slip.at, _straight(quote), (slip.at, slip.at + 1, quote))
    last = _goes_on_to(text, spot.end, quote)
    if last is not None:
        return Slip(
            start,
            longer(quote),
            (start, last, f"{quote * 3}{text[start + 1 : last]}{quote * 2}"),
        )
    in_list = "[" in spot.before or not spot.key
    if "=" in spot.after and spot.start + len(spot.line) - len(spot.line.lstrip()) == start:
        typed = spot.after.partition("=")[0].rstrip()
    end = start + len(typed if in_list else spot.after.rstrip())
    return Slip(start, without_end(quote), (end, end, quote))


def without_end(quote: str) -> str:
    return _("this text has no end: put {quote} behind it").format(quote=quote)


def _straight(quote: str) -> str:
    return _("this is a curly quotation mark; type a straight one: {quote}").format(quote=quote)


def longer(quote: str) -> str:
    message = _("a text of more than one line stands between three quotation marks: {example}")
    return message.format(example=f"{quote * 3}…{quote * 3}")


def _goes_on_to(text: str, end: int, quote: str) -> int | None:
    """Where a text that goes on over the next lines ends; `None`: it does not."""
    for line in text[end + 1 :].split("\n", 9)[:9]:
        start, end = end + 1, end + 1 + len(line)
        if not line.strip() or statement().match(text, start) or line.lstrip().startswith(quote):
            return None
        if quote in line:
            at = line.index(quote)
            return start + at + 1 if not line[at + 1 :].strip(" \t,]") else None
    return None


def swallowed(text: str, start: int, end: int) -> Slip | None:
    """A text between three quotation marks, begun at *start*, that lacks its end.

    It has taken in what comes after it, up to the next such text.
    """
    found = statement().search(text, text.find("\n", start, end) + 1 or end, end)
    return _end_here(text, start, found.start()) if found else None


def _end_here(text: str, start: int, end: int) -> Slip:
    quotes = text[start : start + 3]
    at = end_above(text, end)
    message = _("the text that begins in line {line} has no end: put {quotes} here")
    message = message.format(line=text.count("\n", 0, start) + 1, quotes=quotes)
    return Slip(at, message, (at, at, quotes))


def inside(spot: Spot, end: int) -> Slip | None:
    """A quotation mark or an apostrophe inside a text, that ends just before *end*."""
    start = scanned(spot.text[:end]).last
    quote, typed = spot.text[start], spot.text[start:end]
    if typed == quote * 2:
        message = _("a text begins and ends with one quotation mark, or with three")
        return Slip(start, message)
    last = spot.text.rfind(quote, end, spot.end)
    whole = re.sub(r"[\s,\]]+$", "", spot.text[start : spot.end])
    if quote == "'":
        message = _("this apostrophe ends the text; put the text between double quotation marks")
        inner = whole.strip("'").replace('"', "'")
        return Slip(end - 1, message, (start, start + len(whole), f'"{inner}"'))
    if last < 0:
        return None
    message = _("this quotation mark ends the text; use single ones inside a text: {example}")
    inner = spot.text[start + 1 : last].replace('"', "'")
    return Slip(end - 1, message.format(example="'…'"), (start, last + 1, f'"{inner}"'))
