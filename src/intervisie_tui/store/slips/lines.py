"""The lines themselves: names before “=”, names between brackets, and what is neither."""

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import Final, get_origin

from intervisie_tui.domain.method import Method
from intervisie_tui.locale import _
from intervisie_tui.store import shape, suggestions
from intervisie_tui.store.checker_errors import belongs_to, name_inside, two_brackets
from intervisie_tui.store.problems import shown
from intervisie_tui.store.scan import Scan, Where
from intervisie_tui.store.slips.spot import DASHES, Slip, Spot, known, scanned

_ROUND: Final = re.compile(r"[ \t]*[({<]+[ \t]*([\w.]+)[ \t]*[)}>]+[ \t]*$")
_BULLET: Final = re.compile(r"[ \t]*([-*•·–—>]|\d+[.)])[ \t]+")
_HEADER: Final = re.compile(r"^[ \t]*(\[\[?)[ \t]*([\w.-]+)[ \t]*\]", re.MULTILINE)
_WORDS: Final = 3
"""A line with more words than this and no "=" is a sentence."""


def header(reason: str, text: str, at: int) -> Slip | None:
    """A name between brackets; `None`: this is no such line."""
    spot = Spot(text, at)
    typed = re.match(r"[ \t]*(\[+)([^\]#=]*)(\]*)", spot.line)
    if typed is None or "=" in spot.before:
        return None
    start, name = spot.start + typed.start(1), typed[2].strip()
    whole = (start, spot.start + typed.end())
    if not name:
        return Slip(at, _("a name is missing between the brackets"))
    right = f"{typed[1]}{_quoted(name)}{']' * len(typed[1])}"
    if _quoted(name) != name and not reason.startswith("Expected newline"):
        message = _("a name with a space or a sign in it stands between quotation marks: {example}")
        return Slip(start + len(typed[1]), message.format(example=shown(right)), (*whole, right))
    both = shape.header(Method, _ways().get(name, ())) if name in _ways() else right
    if len(typed[1]) != len(typed[3]):
        if len(typed[3]) > len(typed[1]):
            both = both if name in _ways() else f"[{right}]"
        message = _("there are as many brackets on both sides: {example}")
        return Slip(at, message.format(example=shown(both)), (*whole, both))
    if reason.startswith("Expected newline"):
        return Slip(at, _("begin a new line here"), (at, at, "\n"))
    return None


def _quoted(name: str) -> str:
    """A name as it stands between brackets, each part that needs them between quotation marks."""
    parts = re.findall(r"""[ \t]*("[^"]*"|'[^']*'|[^.]+)""", name)
    plain = (p if re.fullmatch(r"[\w-]+|\".*\"|'.*'", p, re.ASCII) else f'"{p}"' for p in parts)
    return ".".join(plain)


def _ways() -> dict[str, Where]:
    """The tables of a method by the names that stand between their brackets."""
    return {
        ".".join(step for step in where if isinstance(step, str)): where
        for where, _kind in shape.tables(Method)
        if where and "…" not in where
    }


def no_key(text: str, at: int) -> Slip:  # noqa: PLR0911 - a cause each
    """A line without a name, or without the “=” behind it."""
    spot = Spot(text, at)
    line = spot.line
    if spot.sign and spot.sign in DASHES and re.search(r"[\w-]+$", spot.before):
        message = _("this is a dash; type a hyphen: “-”")
        return Slip(at, message, (at, at + 1, "-"))
    if bullet := _BULLET.match(line):
        begin = spot.start + bullet.start(1)
        message = _("delete “{sign}” at the beginning of the line").format(sign=bullet[1])
        return Slip(begin, message, (begin, spot.start + bullet.end(), ""))
    begin = spot.start + len(line) - len(line.lstrip())
    if (named := _ROUND.match(line)) and (meant := _near(named[1])):
        return Slip(begin, _not(named[0].strip(), meant), (begin, spot.end, meant))
    if braces := re.search(r"=[ \t]*(\{[^=}]*\})", line):
        start, inner = spot.start + braces.start(1), braces[1].strip("{} ")
        message = _("a list stands between “[” and “]”: {example}")
        message = message.format(example=spot.example(f"[{shown(inner)}]"))
        return Slip(start, message, (start, spot.start + braces.end(), f"[{inner}]"))
    if re.match(r"[ \t]*(//|;|/\*|--|<!)", line):
        return Slip(begin, _("a remark begins with “#”"), (begin, begin, "# "))
    typed = re.match(r"[ \t]*([\w-]+)[ \t]*(.*)", line)
    if typed is None:
        return _no_name(spot, begin)
    word, rest = typed[1], typed[2]
    if rest.startswith(":"):
        message = _("write “=” and not “:”: {example}")
        value = rest[1:].strip().lstrip("=").strip()
        message = message.format(example=f"{word} = {shown(value) or '…'}")
        return Slip(at, message, (at, at + 1, "="))
    right = suggestions.same(word, known())
    name, equals, _value = line.partition("=")
    if equals and len(name.split()) <= _WORDS and not line.lstrip().startswith(('"', "'")):
        return _two_words(begin, name.strip())
    if word in known() or (right and len(rest.split()) < _WORDS):
        message = _("“=” is missing behind “{key}”: {example}").format(
            key=word, example=f"{right or word} = {shown(rest) or '…'}"
        )
        return Slip(begin + len(word), message, (begin + len(word), begin + len(word), " ="))
    return _sentence(begin)


def _no_name(spot: Spot, begin: int) -> Slip:
    if spot.line.lstrip().startswith("="):
        return Slip(begin, _("a name is missing before “=”"))
    return _sentence(begin)


def _two_words(begin: int, name: str) -> Slip:
    right = suggestions.same(name, known())
    if right is not None:
        message = _("“{key}” is not known here; write “{right}”")
        message = message.format(key=shown(name), right=right)
        return Slip(begin, message, (begin, begin + len(name), right))
    if re.fullmatch(r"[\w-]+", name):
        message = _("a name with a space or a sign in it stands between quotation marks: {example}")
        message = message.format(example=f'"{shown(name)}" = …')
    else:
        message = _("what stands before “=” is one word")
    return Slip(begin, message, (begin, begin + len(name), '"' + name.replace('"', "") + '"'))


def _sentence(begin: int) -> Slip:
    message = _(
        "this line stands by itself: put it between the quotation marks of a text, "
        "or begin it with “#”"
    )
    return Slip(begin, message, (begin, begin, "# "))


def twice(text: str, at: int, *, inline: bool) -> Slip:
    """A name is noticed only when all of it has been read: go back to where it stands."""
    scan = scanned(text[:at])
    begun = scan.named if inline else scan.begun
    name = text[begun:at].partition("\n")[0]
    if name.startswith("["):
        return _headers(text, begun) or _again(scan, begun, _whole(name))
    return _again(scan, begun, name.partition("=")[0].strip())


def _whole(header: str) -> str:
    brackets = "".join(takewhile("[".__eq__, header))
    return header.rstrip("] ") + "]" * len(brackets)


def _headers(text: str, at: int) -> Slip | None:
    """What is wrong with the headers up to there, that makes this one come twice."""
    ways, seen = _ways(), set()
    for found in _HEADER.finditer(text):
        name, start = found[2], found.start(1)
        where = ways.get(name)
        if get_origin(shape.at(Method, (name,))) is Mapping:
            return Slip(start, name_inside(shape.header(Method, (name, "…"))))
        if where is None:
            if meant := _near(name):
                mend = (start, found.end() + len(found[1]) - 1, meant)
                return Slip(found.start(2), _not(name, meant), mend)
            continue
        if start > at:
            break
        right = shape.header(Method, where)
        many = get_origin(shape.at(Method, where)) is tuple or isinstance(where[-1], int)
        if many and len(found[1]) == 1:
            return Slip(start, two_brackets(right), (start, found.end(), right))
        outer = name.rpartition(".")[0]
        if outer and outer not in seen:
            return Slip(start, belongs_to(right, shape.header(Method, ways[outer])))
        seen.add(name)
    return None


def _near(name: str) -> str | None:
    """The header that was meant by an unknown name; `None`: nobody knows."""
    ways = _ways()
    parts = name.split(".")
    right = ".".join(suggestions.key(part, known()) or part for part in parts)
    return shape.header(Method, ways[right]) if right in ways else None


def _not(name: str, right: str) -> str:
    return _("“{key}” is not known here; write {right}").format(key=shown(name), right=right)


def _again(scan: Scan, begun: int, name: str) -> Slip:
    here = scan.here[:-1] if isinstance(scan.here[-1], int) else scan.here
    line = scan.place(scan.keys.get(here, begun))[0]
    message = _("“{name}” stands here a second time, after line {line}; delete one of the two")
    if scan.table and isinstance(scan.table[-1], int) and scan.here != scan.table:
        message = _(
            "“{name}” stands here a second time, after line {line}; delete one of the two, "
            "or begin a new part above it with {header}"
        )
    header = shape.header(Method, scan.table) if _fits(scan.table) else "[[…]]"
    message = message.format(name=shown(name), line=line, header=header)
    return Slip(begun, message)


def _fits(where: Where) -> bool:
    return bool(where) and shape.is_table(shape.at(Method, where))
