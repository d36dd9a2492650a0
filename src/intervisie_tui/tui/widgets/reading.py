"""A page to read: paragraphs that wrap beside their sign, and tables that stay straight."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

NARROWEST: Final = 24
"""Cells that the last column of a table needs, for its words to be wrapped."""

INDENT: Final = 2
"""Cells before lines that stay as they are."""

VERBATIM: Final = "$foreground-muted"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, on as many lines as they need."""

    words: Content
    sign: Content | str = ""
    """What stands before the first line, in the margin that the others keep free."""

    indent: int = 0
    """Cells that every line is moved to the right."""

    level: int = 0
    """Of a heading, from 1; 0: it is none."""

    def lines(self, width: int) -> list[Content]:
        """The lines it takes in *width* cells."""
        sign = Content(self.sign) if isinstance(self.sign, str) else self.sign
        sign = sign.pad_right(1) if sign else sign
        first, other = (Content(" " * self.indent) + sign, self.indent + sign.cell_length)
        # On a screen that is hardly there, a word a line is better than none.
        wrapped = self.words.wrap(max(8, width - other)) or [Content()]
        return [
            (Content(" " * other) if number else first) + line
            for number, line in enumerate(wrapped)
        ]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of them their heads."""

    rows: tuple[tuple[Content, ...], ...]

    def lines(self, width: int) -> list[Content]:
        """Straight columns, the last one wrapped where it must be.

        Where there is no room for that either, the cells of a row one after another.
        """
        columns = [
            max(cell.cell_length for cell in cells) for cells in zip(*self.rows, strict=False)
        ]
        *first, last = columns
        room = width - sum(first) - 2 * len(first)
        if room < min(last, NARROWEST):
            between = Content(" · ")
            rows = [Paragraph(between.join(filter(None, row))) for row in self.rows]
            return [line for row in rows for line in row.lines(width)]
        return [line for row in self.rows for line in self._row(row, first).lines(width)]

    def _row(self, row: tuple[Content, ...], columns: list[int]) -> Paragraph:
        cells = (
            cell.pad_right(cells + 1 - cell.cell_length)
            for cell, cells in zip(row, columns, strict=False)
        )
        return Paragraph(row[-1], Content(" ").join(cells))


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that stay as they are; one that is too long goes on below, a little to the right."""

    text: str

    def lines(self, width: int) -> list[Content]:
        """The lines it takes in *width* cells."""
        said = [each for line in self.text.split("\n") for each in _whole(line, width - INDENT)]
        return [line.stylize_before(VERBATIM).pad_left(INDENT) for line in said]


def _whole(line: str, width: int) -> list[Content]:
    """A line with every space in it; if it is too long, as many as it takes.

    Those before its first word take half of the width at most, so that there is room for it.
    """
    if len(line) <= width:
        return [Content(line)]
    words = line.lstrip(" ")
    before = min(len(line) - len(words), width // 2)
    first, *more = Paragraph(Content(words), indent=before + INDENT).lines(width)
    return [first[INDENT:], *more]


Block = Paragraph | Table | Verbatim

BLANK = Paragraph(Content())
"""An empty line."""


class Prose(Visual):
    """Paragraphs one under the other, wrapped to the width there is."""

    def __init__(self, paragraphs: Iterable[Block]) -> None:
        self.paragraphs = tuple(paragraphs)

    def lines(self, width: int) -> list[Content]:
        """Every line that it takes in *width* cells."""
        return [line for each in self.paragraphs for line in each.lines(width)]

    def headings(self, width: int, deepest: int) -> list[int]:
        """The lines in which its headings begin, down to a level."""
        found, line = [], 0
        for each in self.paragraphs:
            if isinstance(each, Paragraph) and 0 < each.level <= deepest:
                found.append(line)
            line += len(each.lines(width))
        return found

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """See `Visual`."""
        lines = Content("\n").join(self.lines(width))
        return lines.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """See `Visual`: as wide as it may be."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """See `Visual`."""
        return len(self.lines(width))


class Reading(Static):
    """A page of prose."""

    DEFAULT_CSS = """
    Reading {
        width: 1fr;
        height: auto;
    }
    """
