"""A page to read: paragraphs that wrap beside their sign, and tables that stay straight."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, on as many lines as they need."""

    words: Content
    sign: Content | str = ""
    """What stands before the first line, in the margin that the others keep free."""

    indent: int = 0
    """Cells that every line is moved to the right."""

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
        """Straight columns; where they do not fit, the cells of a row one after another."""
        columns = [
            max(cell.cell_length for cell in cells) for cells in zip(*self.rows, strict=False)
        ]
        if sum(columns) + 2 * (len(columns) - 1) > width:
            between = Content(" · ")
            rows = [Paragraph(between.join(filter(None, row))) for row in self.rows]
            return [line for row in rows for line in row.lines(width)]
        return [
            Content("  ").join(
                cell.pad_right(cells - cell.cell_length)
                for cell, cells in zip(row, columns, strict=False)
            )
            for row in self.rows
        ]


BLANK = Paragraph(Content())
"""An empty line."""


class Prose(Visual):
    """Paragraphs one under the other, wrapped to the width there is."""

    def __init__(self, paragraphs: Iterable[Paragraph | Table]) -> None:
        self.paragraphs = tuple(paragraphs)

    def lines(self, width: int) -> list[Content]:
        """Every line that it takes in *width* cells."""
        return [line for each in self.paragraphs for line in each.lines(width)]

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
