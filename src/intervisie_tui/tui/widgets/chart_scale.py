"""A scale: an axis from low to high, and above each point who or what stands there.

Where rows are few it lies on its side: a row for each point, with who stands there behind it.
"""

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len

from intervisie_tui.domain.paper import Line, Paper
from intervisie_tui.domain.text import one_line
from intervisie_tui.tui.widgets.chart_layout import Block, Frame, Piece, Row, wrap
from intervisie_tui.tui.widgets.chart_lines import words

HIGHEST = 3
"""Rows that the words under a point may take; else the point has its number."""


def by_name(paper: Paper, frame: Frame) -> bool:
    """Whether every line is short enough to stand on the axis itself, not as its number."""
    return all(cell_len(words(line, frame)[0]) <= _cell(frame) - 2 for line in paper.lines)


def worded(frame: Frame) -> bool:
    """Whether the points have room for their words; else they have only their numbers."""
    room = _cell(frame) - 1
    return all(
        max(map(cell_len, point.split(" "))) <= room and len(wrap(point, room)) <= HIGHEST
        for point in _points(frame)
    )


def axis(paper: Paper, frame: Frame) -> Block:
    """The axis, with what stands on it above and what it means under it."""
    cell = _cell(frame)
    names = by_name(paper, frame)
    stacks = [
        _stack([line for line in paper.lines if line.entry.label == label], frame, names=names)
        for label in frame.signs
    ]
    high = max(map(len, stacks))
    above = [(*[(Piece(" " * cell),)] * (high - len(stack)), *stack) for stack in stacks]
    points = (
        [wrap(point, cell - 1) for point in _points(frame)]
        if worded(frame)
        else [[number] for number in frame.signs.values()]
    )
    under = [
        [Piece(_centred(text, cell), "label", None, "label", label) for text in point]
        for point, label in zip(points, frame.signs, strict=True)
    ]
    tick = f"{'│':─^{cell}}"
    return Block(
        None,
        (
            *(tuple(piece for row in rows for piece in row) for rows in zip(*above, strict=True)),
            tuple(Piece(tick, "number", None, "label", label) for label in frame.signs),
            *zip_longest(*under, fillvalue=Piece(" " * cell)),
        ),
    )


def lies(paper: Paper, frame: Frame) -> bool:
    """Whether names and points are short enough to stand in rows, a point each."""
    room = frame.width - _beside(frame) - 1
    return _beside(frame) <= frame.width // 2 and all(
        cell_len(words(line, frame)[0]) < room for line in paper.lines
    )


def rows(paper: Paper, frame: Frame) -> Iterator[Block]:
    """The scale on its side: each point, and beside it who or what stands there."""
    before = _beside(frame)
    for point, label in zip(_points(frame), frame.signs, strict=True):
        title = f" {point}{' ' * (before - 1 - cell_len(point))}"
        row: list[Piece] = [Piece(title, "label", None, "label", label)]
        hung: list[Row] = []
        used = before
        for line in paper.lines:
            if line.entry.label != label:
                continue
            text, ink = words(line, frame)
            size = cell_len(text) + 2
            if used + size > frame.width and used > before:
                hung.append((*row, Piece(" " * (frame.width - used))))
                row, used = [Piece(" " * before)], before
            entry = line.entry.id
            row += [Piece(" ", "margin", entry), Piece(text, ink, entry), Piece(" ")]
            used += size
        yield Block(None, (*hung, (*row, Piece(" " * (frame.width - used)))))


def _beside(frame: Frame) -> int:
    """Cells for the points of a scale that lies on its side, the air around them counted."""
    return 2 + max(cell_len(point) for point in _points(frame))


def _cell(frame: Frame) -> int:
    """Cells for each point."""
    return max(4, frame.width // len(frame.signs))


def _points(frame: Frame) -> list[str]:
    """The words of the points behind their number, which is the key that puts somebody there."""
    return [f"{number} {one_line(label)}" for label, number in frame.signs.items()]


def _stack(lines: list[Line], frame: Frame, *, names: bool) -> list[Row]:
    """What stands above one point: names under one another, or numbers in rows."""
    cell = _cell(frame)
    each = 1 if names else max(1, cell // (frame.digits + 1))
    rows = [lines[at : at + each] for at in range(0, len(lines), each)]
    return [_marks(row, frame, names=names) for row in rows]


def _marks(lines: list[Line], frame: Frame, *, names: bool) -> Row:
    """Marks in the middle of a cell, each with a margin for the selection before it."""
    marks = [
        (*(words(line, frame) if names else (str(line.number), "text")), line.entry.id)
        for line in lines
    ]
    used = sum(1 + cell_len(text) for text, _ink, _entry in marks)
    left = (_cell(frame) - used) // 2
    pieces = [Piece(" " * left)]
    for text, ink, entry in marks:
        pieces += [Piece(" ", "margin", entry), Piece(text, ink, entry)]
    pieces.append(Piece(" " * (_cell(frame) - left - used)))
    return tuple(piece for piece in pieces if piece.text)


def _centred(text: str, cell: int) -> str:
    left = (cell - cell_len(text)) // 2
    return " " * left + text + " " * (cell - left - cell_len(text))
