"""A page to read: paragraphs that wrap beside their sign, and tables that stay straight."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, on as many lines as they need."""

    words: Content
    sign: str = ""
    """What stands before the first line, in the margin that the others keep free."""

    indent: int = 0
    """Cells that every line is moved to the right."""

    def lines(self, width: int) -> list[Content]:
        """The lines it takes in *width* cells."""
        sign = Content(f"{self.sign} " if self.sign else "")
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


class Reading(Widget):
    """Shows paragraphs one under the other."""

    DEFAULT_CSS = """
    Reading {
        width: 1fr;
        height: auto;
    }
    """

    paragraphs: reactive[tuple[Paragraph | Table, ...]] = reactive((), layout=True)

    def __init__(
        self,
        paragraphs: Iterable[Paragraph | Table] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self.set_reactive(Reading.paragraphs, tuple(paragraphs))

    def render(self) -> Content:
        """Every line, wrapped to the width there is."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are at *width*."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        return [line for each in self.paragraphs for line in each.lines(width)]
