"""A hand-out in a terminal that is not ours: plain lines of 80 cells, without any colour.

Flip charts and forms are for paper, and have no form here.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from intervisie_tui.domain.text import one_line
from intervisie_tui.store.cells import width
from intervisie_tui.store.export.handout import Handout, Part, Said, Section, Table

_WIDTH: Final = 80
_GAP: Final = 2
"""Cells between columns, and before what stands under a heading."""

_LEAST: Final = 12
"""Cells that every column may have, where there is no room for all that stands in it."""


def as_text(handout: Handout) -> str:
    """What is in it, line by line."""
    head = [*wrapped(handout.title, _WIDTH), *wrapped(handout.under, _WIDTH)]
    blocks = [head, *_blocks(handout.parts, 0)]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def wrapped(text: str, most: int) -> list[str]:
    """A text in lines of at most so many cells, broken between words."""
    lines = [""]
    for word in one_line(text).split(" "):
        rest = word
        while width(f"{lines[-1]} {rest}".lstrip()) > most:
            if not lines[-1]:  # a word that fits no line is broken
                lines[-1] = _cut(rest, most)
                rest = rest[len(lines[-1]) :]
            lines.append("")
        lines[-1] = f"{lines[-1]} {rest}".lstrip()
    return [line for line in lines if line]


def _cut(text: str, most: int) -> str:
    """The beginning of a text, that fits in so many cells; a sign of it at least."""
    while len(text) > 1 and width(text) > most:
        text = text[:-1]
    return text


def _blocks(parts: Iterable[Part], margin: int) -> Iterator[list[str]]:
    """Lines that belong together, with an empty line between each of these."""
    for part in parts:
        lines: list[str] = []
        match part:
            case Section():
                inner = _blocks(part.parts, margin + _GAP)
                heading = wrapped(part.heading, _WIDTH - margin)
                yield [*(" " * margin + line for line in heading), *next(inner, ())]
                yield from inner
            case Said():
                lines = [*_paragraphs(part, _WIDTH - margin)]
            case Table():
                lines = [*_rows(part, _WIDTH - margin)]
        yield [" " * margin + line for line in lines]


def _paragraphs(said: Said, room: int) -> Iterator[str]:
    for text in said.texts:
        if not said.listed:
            yield from wrapped(text, room)
            continue
        first, *others = wrapped(text, room - _GAP) or [""]
        yield f"· {first}"
        yield from (f"  {line}" for line in others)


def _rows(table: Table, room: int) -> Iterator[str]:
    """The rows, with their heads if they have any; the wide column is wrapped, others are cut."""
    rows = [*([table.heads] if any(table.heads) else []), *table.rows]
    columns = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    over = sum(columns) + _GAP * (len(columns) - 1) - room
    for at in sorted(range(len(columns)), key=lambda at: (at != table.wide, -columns[at])):
        less = max(0, min(over, columns[at] - _LEAST))
        columns[at] -= less
        over -= less
    for row in rows:
        yield from _lines(row, columns, table.wide)


def _lines(row: Sequence[str], columns: Sequence[int], wide: int) -> Iterator[str]:
    cells = [
        wrapped(cell, most) if at == wide else [_shortened(one_line(cell), most)]
        for at, (cell, most) in enumerate(zip(row, columns, strict=True))
    ]
    for number in range(max(map(len, cells))):
        texts = [lines[number] if number < len(lines) else "" for lines in cells]
        padded = (
            text + " " * (most - width(text)) for text, most in zip(texts, columns, strict=True)
        )
        yield (" " * _GAP).join(padded).rstrip()


def _shortened(text: str, most: int) -> str:
    return text if width(text) <= most else _cut(text, most - 1).rstrip() + "…"
