"""A picture of a terminal's screen: every cell where it is, in whatever font the reader has."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

import pyte
from pyte.screens import Char

from bench.glyphs import SHADES, Rectangle, rectangles

WIDTH, HEIGHT, MARGIN = 10, 20, 14
"""The size of a cell and the room around the screen, in pixels."""
BASELINE: Final = 15
"""Pixels from the top of a cell to the line that letters stand on."""
FONT: Final = "ui-monospace, 'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"
FONT_SIZE: Final = 16.6
"""Pixels; a letter of most fonts is then a cell wide."""
INK, PAPER = "#d0d0d0", "#101010"
"""What a terminal shows where a program asks for no colour."""
PALETTE: Final = {
    "black": "#000000", "red": "#cd3131", "green": "#0dbc79", "brown": "#c7b000",
    "blue": "#2472c8", "magenta": "#bc3fbc", "cyan": "#11a8cd", "white": "#e5e5e5",
    "brightblack": "#666666", "brightred": "#f14c4c", "brightgreen": "#23d18b",
    "brightbrown": "#f5f543", "brightyellow": "#f5f543", "brightblue": "#3b8eea",
    "brightmagenta": "#d670d6", "bfightmagenta": "#d670d6", "brightcyan": "#29b8db",
    "brightwhite": "#ffffff",
}  # fmt: skip
"""The sixteen colours, by pyte's names for them."""
FIRST_UNUSUAL: Final = 0x2000
"""From this character on, fonts differ in width: each is put in its own cell."""


@dataclass(frozen=True)
class Cell:
    """What one character looks like, with its colours resolved."""

    column: int
    text: str
    """Empty under the second half of a wide character."""
    ink: str
    paper: str
    style: str
    """The attributes that make it bold, italic, underlined."""
    wide: bool = False

    @property
    def underlined(self) -> bool:
        """Whether there is a line to see even under a space."""
        return "text-decoration" in self.style


def svg(screen: pyte.Screen, title: str) -> str:
    """Return the screen as an SVG document that needs nothing from elsewhere."""
    rows = [list(_cells(screen, y)) for y in range(screen.lines)]
    paper = Counter(cell.paper for row in rows for cell in row).most_common(1)[0][0]
    width = screen.columns * WIDTH + 2 * MARGIN
    height = screen.lines * HEIGHT + 2 * MARGIN
    size = f'width="{width}" height="{height}"'
    view = f'viewBox="0 0 {width} {height}"'
    font = f'font-family="{FONT}" font-size="{FONT_SIZE}" xml:space="preserve"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect {size} fill="{paper}"/>',
        f'<g transform="translate({MARGIN} {MARGIN})" {font}>',
    ]
    parts += _papers(rows, paper)
    for y, row in enumerate(rows):
        parts += _shapes(row, y * HEIGHT)
    for y, row in enumerate(rows):
        parts += _letters(row, y * HEIGHT + BASELINE)
    return "\n".join([*parts, "</g>", "</svg>", ""])


def _cells(screen: pyte.Screen, y: int) -> Iterator[Cell]:
    for x in range(screen.columns):
        char = screen.buffer[y][x]
        ink, paper = _colour(char.fg, INK), _colour(char.bg, PAPER)
        if char.reverse:
            ink, paper = paper, ink
        wide = x + 1 < screen.columns and not screen.buffer[y][x + 1].data
        yield Cell(x, char.data, ink, paper, _style(char), wide)


def _colour(name: str, default: str) -> str:
    return default if name == "default" else PALETTE.get(name, f"#{name}")


def _style(char: Char) -> str:
    lines = [
        word
        for word, there in (("underline", char.underscore), ("line-through", char.strikethrough))
        if there
    ]
    return (
        (' font-weight="bold"' if char.bold else "")
        + (' font-style="italic"' if char.italics else "")
        + (f' text-decoration="{" ".join(lines)}"' if lines else "")
    )


def _papers(rows: list[list[Cell]], paper: str) -> Iterator[str]:
    """Draw the backgrounds; those along the edge go on over the margin."""
    for y, row in enumerate(rows):
        top = y * HEIGHT - (MARGIN if y == 0 else 0)
        bottom = (y + 1) * HEIGHT + (MARGIN if y == len(rows) - 1 else 0)
        for colour, group in groupby(row, lambda cell: cell.paper):
            cells = list(group)
            first, last = cells[0].column, cells[-1].column
            left = first * WIDTH - (MARGIN if first == 0 and not _drawn(cells[0]) else 0)
            right = (last + 1) * WIDTH + (
                MARGIN if last == len(row) - 1 and not _drawn(cells[-1]) else 0
            )
            if colour != paper:
                yield _filled(colour, f"M{left} {top}H{right}V{bottom}H{left}z")


def _shapes(row: list[Cell], top: int) -> Iterator[str]:
    """Draw what must touch its neighbours."""
    shapes: dict[str, list[str]] = {}
    for cell in row:
        if share := SHADES.get(cell.text):
            mixed = _mix(cell.ink, cell.paper, share)
            shapes.setdefault(mixed, []).append(_path(cell.column, top, (0, 0, 1, 1)))
        for part in rectangles(cell.text):
            shapes.setdefault(cell.ink, []).append(_path(cell.column, top, part))
    for colour, paths in shapes.items():
        yield _filled(colour, "".join(paths))


def _filled(colour: str, path: str) -> str:
    return f'<path fill="{colour}" shape-rendering="crispEdges" d="{path}"/>'


def _path(column: int, top: int, part: Rectangle) -> str:
    left, upper, right, lower = part
    x, y = (column + left) * WIDTH, top + upper * HEIGHT
    return f"M{x:g} {y:g}h{(right - left) * WIDTH:g}v{(lower - upper) * HEIGHT:g}H{x:g}z"


def _mix(ink: str, paper: str, share: float) -> str:
    pairs = zip(bytes.fromhex(ink[1:]), bytes.fromhex(paper[1:]), strict=True)
    return "#" + bytes(round(a * share + b * (1 - share)) for a, b in pairs).hex()


def _letters(row: list[Cell], baseline: int) -> Iterator[str]:
    """Draw the characters of a row: a run of one look at a time, unusual ones each in its cell."""
    written = [cell for cell in row if cell.text and not _drawn(cell)]
    for _, group in groupby(enumerate(written), _run):
        cells = [cell for _, cell in group]
        if not cells[0].underlined:
            cells = _without_blank_ends(cells)
        if not cells:
            continue
        left, text = cells[0].column * WIDTH, "".join(cell.text for cell in cells)
        if _unusual(cells[0]):
            middle = left + (WIDTH if cells[0].wide else WIDTH / 2)
            place = f'x="{middle:g}" text-anchor="middle"'
        else:
            place = f'x="{left}" textLength="{len(cells) * WIDTH}"'
        look = f'fill="{cells[0].ink}"{cells[0].style}'
        yield f'<text {place} y="{baseline}" {look}>{escape(text, quote=False)}</text>'


def _drawn(cell: Cell) -> bool:
    return cell.text in SHADES or bool(rectangles(cell.text))


def _unusual(cell: Cell) -> bool:
    return cell.wide or len(cell.text) > 1 or ord(cell.text) >= FIRST_UNUSUAL


def _run(numbered: tuple[int, Cell]) -> tuple[object, ...]:
    """Return what the neighbours in a run have in common."""
    number, cell = numbered
    alone = cell.column if _unusual(cell) else None
    return cell.column - number, alone, cell.ink, cell.style


def _without_blank_ends(cells: list[Cell]) -> list[Cell]:
    inked = [number for number, cell in enumerate(cells) if cell.text != " "]
    return cells[inked[0] : inked[-1] + 1] if inked else []
