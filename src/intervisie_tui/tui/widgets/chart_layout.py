"""Where everything on a chart stands, as values: rows of pieces, in blocks, in columns.

A block is one line of the chart; most blocks stay the same from one paper to the next.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from rich.cells import cell_len, chop_cells

from intervisie_tui.domain.method import ChartKind
from intervisie_tui.domain.moment import Do
from intervisie_tui.domain.paper import Line

Ink = Literal[
    "text", "quiet", "number", "sign", "label", "name", "card", "latest", "margin", "remove"
]
"""What a piece is, and so how it looks. What stands in `margin` and `remove` depends on
the selection and the mouse: the layout only keeps their place."""

Act = Literal["", "sign", "remove", "label", "column"]
"""What a click on a piece is about; empty: about its line."""


class Piece(NamedTuple):
    """Some cells of a row that look and act as one."""

    text: str
    ink: Ink = "text"
    entry: int | None = None
    """The id of the line that it belongs to; `None`: to no line."""

    act: Act = ""
    word: str = ""
    """The label or the column that it stands for."""


Row = tuple[Piece, ...]


class Block(NamedTuple):
    """The rows of one line, or of what stands between the lines."""

    line: Line | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All that decides how a line is drawn, but the line itself."""

    width: int
    kind: ChartKind
    do: Do
    signs: Mapping[str, str]
    """By label, in their order."""

    card: str
    """The word on a card without words of its own."""

    marks: int
    """Cells for the signs before the number; 0: there are none."""

    digits: int
    """Cells for the number; 0: lines have none."""

    wide: bool
    """Whether there is air around the signs and the number."""

    @property
    def indent(self) -> int:
        """Cells before the words."""
        air = 1 if self.wide else 0
        before = 1 + air
        if self.marks:
            before += self.marks + 1
        if self.digits:
            before += self.digits + 1 + air
        return before

    @property
    def room(self) -> int:
        """Cells for the words; the last three of a row are for what takes a line away."""
        return max(2, self.width - self.indent - 3)


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks under one another."""

    width: int
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    """The row where each block begins, and last the row after them all."""

    def row(self, y: int) -> Row:
        """Row *y*, whole; blank under the last block."""
        if not 0 <= y < self.starts[-1]:
            return (Piece(" " * self.width),)
        at = bisect_right(self.starts, y) - 1
        return self.blocks[at].rows[y - self.starts[at]]


def column(width: int, blocks: Iterable[Block]) -> Column:
    """The blocks under one another, in *width* cells."""
    stack = tuple(blocks)
    return Column(width, stack, (0, *accumulate(len(block.rows) for block in stack)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A paper at a width."""

    frame: Frame
    head: tuple[Row, ...]
    """What stays in sight while the lines go by under it."""

    columns: tuple[Column, ...]
    lines: Mapping[int, Line]
    """By the id of its entry."""

    order: tuple[int, ...]
    """The ids as one walks along the lines."""

    places: Mapping[int, tuple[int, int]]
    """By id, the column and the block in it where the line stands."""

    @property
    def height(self) -> int:
        """Rows under the head."""
        return max((column.starts[-1] for column in self.columns), default=0)

    def row(self, y: int) -> Row:
        """Row *y* under the head."""
        if len(self.columns) == 1:
            return self.columns[0].row(y)
        return tuple(piece for column in self.columns for piece in column.row(y))

    def span(self, entry: int) -> tuple[int, int] | None:
        """The first row of a line and the one after its last; `None`: it is not here."""
        place = self.places.get(entry)
        if place is None:
            return None
        starts = self.columns[place[0]].starts
        return starts[place[1]], starts[place[1] + 1]

    def block(self, entry: int) -> Block | None:
        """The block of a line; `None`: it is not here."""
        place = self.places.get(entry)
        return None if place is None else self.columns[place[0]].blocks[place[1]]


def width_of(row: Iterable[Piece]) -> int:
    """The cells that a row takes."""
    return sum(cell_len(piece.text) for piece in row)


def piece_at(row: Row, x: int) -> Piece | None:
    """What stands in cell *x*; `None`: the row ends before it."""
    for piece in row:
        x -= cell_len(piece.text)
        if x < 0:
            return piece
    return None


def wrap(text: str, width: int) -> list[str]:
    """The text in rows of at most *width* cells (and 2), broken at spaces where possible."""
    width = max(width, 2)
    if cell_len(text) <= width:
        return [text]
    # A joiner or a variation selector changes the width of its neighbours: then only
    # measuring the whole row is exact. For all other text it is a sum.
    joined = "\u200d" in text or "\ufe0f" in text
    rows: list[str] = []
    row, used = "", 0
    for word in text.split(" "):
        size = cell_len(f"{row} {word}") if joined and row else used + bool(row) + cell_len(word)
        if size <= width:
            row, used = (f"{row} {word}" if row else word), size
            continue
        if row:
            rows.append(row)
        *whole, row = chop_cells(word, width) or [word]
        rows.extend(whole)
        used = cell_len(row)
    return [*rows, row]
