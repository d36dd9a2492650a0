"""What may happen to a file: in an editor, on a disk, or by somebody who tries things."""

import re
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from intervisie_tui.store import suggestions
from intervisie_tui.store.scan import Scan

PIECES = (b'"', b"'", b"[", b"]", b"{", b"=", b",", b"\n", b"\\", b"#", b"\xff", b"\x00")

ODD: tuple[Any, ...] = (
    "",
    "peers",
    "\x1b[31m",
    "x" * 3000,
    0,
    -1,
    10**30,
    1e308,
    float("nan"),
    True,
    [],
    [[]],
    ["", ""],
    {},
    {"": {"": 1}},
    [{"title": "x"}],
)


@st.composite
def bytes_changed(draw: st.DrawFn, raw: bytes) -> bytes:
    """The bytes with a few pieces taken out, doubled, moved or put in."""
    for _change in range(draw(st.integers(1, 3))):
        size = draw(st.sampled_from([1, 1, 2, 8, 60]))
        at = draw(st.integers(0, max(0, len(raw) - size)))
        to = draw(st.integers(0, len(raw)))
        piece, rest = raw[at : at + size], raw[:at] + raw[at + size :]
        new = draw(st.sampled_from(PIECES) | st.binary(min_size=1, max_size=2))
        ways = (
            rest,
            raw[:to] + piece + raw[to:],
            rest[:to] + piece + rest[to:],
            raw[:at] + new + raw[at:],
        )
        raw = draw(st.sampled_from(ways))
    return raw


@st.composite
def lines_changed(draw: st.DrawFn, raw: bytes) -> bytes:
    """The lines with some taken out, doubled or swapped."""
    lines = raw.splitlines(keepends=True)
    for _change in range(draw(st.integers(1, 4))):
        at, to = draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2))
        match draw(st.sampled_from(["out", "twice", "swap"])):
            case "out":
                del lines[at]
            case "twice":
                lines.insert(to, lines[at])
            case _:
                lines[at], lines[to] = lines[to], lines[at]
    return b"".join(lines)


@st.composite
def values_changed(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """The document with a few values in it of another kind, or gone."""
    for _change in range(draw(st.integers(1, 3))):
        step = draw(st.sampled_from(list(data)))
        data = data | {step: _changed(draw, data[step])}
    return data


@st.composite
def texts_changed(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """The document with any text at all in one of its fields."""

    def texts(value: Any) -> Any:  # noqa: ANN401 - a document holds anything
        return draw(st.text(max_size=30)) if isinstance(value, str) else value

    step = draw(st.sampled_from(list(data)))
    return data | {step: _changed(draw, data[step], texts)}


def _changed(draw: st.DrawFn, value: Any, change: Any = None) -> Any:  # noqa: ANN401
    """A copy in which one value, found by going down at random, is another."""
    if isinstance(value, dict | list) and value and draw(st.integers(0, 9)):
        step = draw(st.sampled_from(list(value) if isinstance(value, dict) else range(len(value))))
        copy = value.copy()
        copy[step] = _changed(draw, value[step], change)
        return copy
    return draw(st.sampled_from(ODD)) if change is None else change(value)


@dataclass(frozen=True)
class Slip:
    """A method file in which one key is not what it was."""

    text: str
    lines: range
    """The lines of that key and what stands behind it, from 1."""

    names: tuple[str, ...]
    """What the key was called, and what it is called now, where it has another name."""


@st.composite
def one_key_changed(draw: st.DrawFn, text: str) -> Slip:
    """One key has another name, lacks a character, or has a value of another type."""
    start, end = draw(st.sampled_from(_statements(text)))
    key = re.match(r"[\w-]+(?=\s*=)", text[start:end])
    names: tuple[str, ...] = ()
    match draw(st.sampled_from(["drop", "rename", "type"])) if key else "drop":
        case "rename":
            assert key is not None
            names = key[0], draw(_another_name(key[0]))
            new = names[1] + text[start + key.end() : end]
        case "type":
            value = text.index("=", start) + 2
            kind = (
                "text" if text[value] in "\"'[" else "number" if text[value].isdigit() else "truth"
            )
            new = text[start:value] + draw(st.sampled_from(_OTHERS[kind]))
        case _:
            at = draw(st.integers(start, end - 1))
            new = text[start:at] + text[at + 1 : end]
            if key is not None and at < start + key.end():
                names = key[0], new[: key.end() - 1]
    first = text.count("\n", 0, start) + 1
    return Slip(text[:start] + new + text[end:], range(first, first + new.count("\n") + 1), names)


_OTHERS = {
    "text": ("1", "1.5", "true", "nan", "2026-03-14", "{}", "{a = 1}", "[1]", "[[]]"),
    "number": ('"x"', "true", "nan", "2026-03-14", "{}", "[1]", "[]"),
    "truth": ('"x"', "1", "2026-03-14", "{}", "[true]", "[]"),
}


def _another_name(key: str) -> st.SearchStrategy[str]:
    """A misspelt one, one in Dutch, one that is known elsewhere, or any."""
    words = suggestions._KEYS.get(key, "titel").split()
    wrong = [f"{key}x", f"{key[:-1]}_", key.capitalize(), key.upper(), f"x{key[1:]}"]
    return st.sampled_from([*wrong, *words, *suggestions._KEYS, "x"]).filter(key.__ne__)


def _statements(text: str) -> list[tuple[int, int]]:
    """Where each key begins that has a line of its own, and where what it says ends."""
    scan = Scan(text)
    scan.run()
    keys = {at for where, at in scan.keys.items() if where and isinstance(where[-1], str)}
    tables = {at for at in scan.values.values() if text.startswith("[", at)}
    starts = {at for at in keys | tables if not text[text.rfind("\n", 0, at) + 1 : at].strip()}
    begins = sorted(starts)
    pieces = zip(begins, [*begins[1:], len(text)], strict=True)
    ends = [(start, start + len(_without_remarks(text[start:end]))) for start, end in pieces]
    return [(start, end) for start, end in ends if end > start]


def _without_remarks(piece: str) -> str:
    """Without the empty lines and remarks that follow, which belong to the next."""
    return re.sub(r"(\n[ \t]*(#[^\n]*)?)+$", "", piece)
