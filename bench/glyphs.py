"""The characters that must touch their neighbours, as rectangles that fill parts of a cell."""

from functools import cache
from typing import Final

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, as parts of a cell."""

ARMS: Final = {
    "─": "1100", "━": "2200", "│": "0011", "┃": "0022", "┌": "0101", "┐": "1001", "└": "0110",
    "┘": "1010", "├": "0111", "┤": "1011", "┬": "1101", "┴": "1110", "┼": "1111", "┏": "0202",
    "┓": "2002", "┗": "0220", "┛": "2020", "┣": "0222", "┫": "2022", "┳": "2202", "┻": "2220",
    "╋": "2222", "╴": "1000", "╵": "0010", "╶": "0100", "╷": "0001", "╸": "2000", "╹": "0020",
    "╺": "0200", "╻": "0002", "╭": "0101", "╮": "1001", "╰": "0110", "╯": "1010",
}  # fmt: skip
"""How heavy the lines are that go from the middle to the left, to the right, up and down."""
HALF_A_LINE: Final = 0.0375
"""Half the thickness of a light line, as a part of the height of a cell."""

QUADRANTS: Final = dict(zip("▖▗▘▙▚▛▜▝▞▟", (4, 8, 1, 13, 9, 7, 11, 2, 6, 14), strict=True))
"""Which quarters are filled: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""

SHADES: Final = {"░": 0.25, "▒": 0.5, "▓": 0.75}
"""How much of the cell is ink."""


@cache
def rectangles(character: str) -> tuple[Rectangle, ...]:
    """Return what is filled; nothing for a shade or for what a font has to draw."""
    if arms := ARMS.get(character):
        return tuple(_lines(*map(int, arms)))
    if quarters := QUADRANTS.get(character):
        corners = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))
        return tuple(
            (x, y, x + 0.5, y + 0.5) for bit, (x, y) in enumerate(corners) if quarters >> bit & 1
        )
    if len(character) == 1 and character not in SHADES and "▀" <= character <= "▕":
        return (_block(ord(character) - ord("▀")),)
    return ()


def _block(number: int) -> Rectangle:
    lower, left = range(1, 9), range(9, 16)
    if number in lower:
        return 0, 1 - number / 8, 1, 1
    if number in left:
        return 0, 0, (16 - number) / 8, 1
    others: dict[int, Rectangle] = {
        0: (0, 0, 1, 0.5),
        16: (0.5, 0, 1, 1),
        20: (0, 0, 1, 1 / 8),
        21: (7 / 8, 0, 1, 1),
    }
    return others.get(number, (0, 0, 1, 1))


def _lines(left: int, right: int, up: int, down: int) -> list[Rectangle]:
    across, upright = max(left, right) * HALF_A_LINE, max(up, down) * HALF_A_LINE * 2
    lines: list[Rectangle] = []
    if left or right:
        lines.append(
            (
                0 if left else 0.5 - upright,
                0.5 - across,
                1 if right else 0.5 + upright,
                0.5 + across,
            )
        )
    if up or down:
        lines.append(
            (0.5 - upright, 0 if up else 0.5 - across, 0.5 + upright, 1 if down else 0.5 + across)
        )
    return lines
