"""The Markdown that we write ourselves, as a page to read.

It knows the few marks that `store.export` uses. Words of people are behind backslashes
there and come out as they were said; there are no links and nothing to click.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from textual.content import Content

from intervisie_tui.tui.widgets.reading import BLANK, Paragraph, Table

_MARKS: Final = re.compile(r"\\(.)|(\*\*|\*)", re.DOTALL)
_HEADING: Final = re.compile(r"(#+) ")
_ITEM: Final = re.compile(r"( *)(-|\d+\.) ")
_CELLS: Final = re.compile(r"(?<!\\)\|")


def page(markdown: str) -> tuple[Paragraph | Table, ...]:
    """What there is to read, in order."""
    lines: list[str] = []
    for line in markdown.rstrip().split("\n"):
        if lines and _goes_on(lines[-1]):
            lines[-1] += f"\n{line.strip()}"
        else:
            lines.append(line)
    return tuple(_blocks(lines))


def words(text: str) -> Content:
    """A line with its marks carried out."""
    parts: list[str | tuple[str, str]] = []
    style, end = "", 0
    for mark in _MARKS.finditer(text):
        parts.append((text[end : mark.start()], style))
        if mark[1]:
            parts.append((mark[1], style))
        elif style:
            style = ""
        else:
            style = "bold" if mark[2] == "**" else "$foreground-muted"
        end = mark.end()
    return Content.assemble(*parts, (text[end:], style))


def _goes_on(line: str) -> bool:
    """Whether the last backslash stands before the end of the line, not before another."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _blocks(lines: list[str]) -> Iterator[Paragraph | Table]:
    for is_row, group in groupby(lines, lambda line: line.startswith("|")):
        if is_row:
            yield _table(list(group))
        else:
            yield from map(_paragraph, group)


def _paragraph(line: str) -> Paragraph:
    if heading := _HEADING.match(line):
        style = "bold underline" if len(heading[1]) == 1 else "bold"
        return Paragraph(words(line[heading.end() :]).stylize(style))
    if item := _ITEM.match(line):
        sign = "·" if item[2] == "-" else item[2]
        return Paragraph(words(line[item.end() :]), sign, len(item[1]))
    return Paragraph(words(line)) if line else BLANK


def _table(lines: list[str]) -> Table:
    heads, _, *rows = ([cell.strip() for cell in _CELLS.split(line)[1:-1]] for line in lines)
    return Table(
        (
            tuple(words(cell).stylize("$foreground-muted") for cell in heads),
            *(tuple(map(words, row)) for row in rows),
        )
    )
