"""The Markdown that we write ourselves, as a page to read.

It knows the few marks that `store.export` and the guides for authors use. Words of people
are behind backslashes there and come out as they were said; there are no links and nothing
to click.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from textual.content import Content

from intervisie_tui.tui.widgets.reading import BLANK, Block, Paragraph, Table, Verbatim

_MARKS: Final = re.compile(r"\\(.)|(\*\*|\*)|(`+)(.+?)\3", re.DOTALL)
_HEADING: Final = re.compile(r"(#+) ")
_ITEM: Final = re.compile(r"( *)(-|\d+\.) ")
_CELLS: Final = re.compile(r"(?<!\\)\|")
_ROW: Final = "|"
_FENCE: Final = "```"

CODE: Final = "bold"
"""How what is to be typed looks inside a line."""


def page(markdown: str) -> tuple[Block, ...]:
    """What there is to read, in order."""
    return tuple(_blocks(_lines(markdown)))


def words(text: str) -> Content:
    """A line with its marks carried out."""
    parts: list[str | tuple[str, str]] = []
    style, end = "", 0
    for mark in _MARKS.finditer(text):
        parts.append((text[end : mark.start()], style))
        if mark[1]:
            parts.append((mark[1], style))
        elif mark[3]:
            parts.append((mark[4], CODE))
        elif style:
            style = ""
        else:
            style = "bold" if mark[2] == "**" else "$foreground-muted"
        end = mark.end()
    return Content.assemble(*parts, (text[end:], style))


def _lines(markdown: str) -> list[tuple[str, str]]:
    """The lines, each after its kind; a paragraph is one of them, however it was written."""
    lines = [("blank", "")]
    fenced = False
    for line in markdown.rstrip().split("\n"):
        above, written = lines[-1]
        if line.startswith(_FENCE):
            fenced = not fenced
            lines.append(("fence", ""))
        elif fenced:
            lines.append(("code", line))
        elif _goes_on(written):
            lines[-1] = above, f"{written}\n{line.strip()}"
        elif above in {"words", "item"} and _kind(line) == "words":
            lines[-1] = above, f"{written} {line.strip()}"
        else:
            lines.append((_kind(line), line))
    return lines[1:]


def _kind(line: str) -> str:
    if line.startswith(_ROW):
        return "row"
    if _HEADING.match(line):
        return "heading"
    if _ITEM.match(line):
        return "item"
    return "words" if line.strip() else "blank"


def _goes_on(line: str) -> bool:
    """Whether the last backslash stands before the end of the line, not before another."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _blocks(lines: list[tuple[str, str]]) -> Iterator[Block]:
    for kind, group in groupby(lines, lambda line: line[0]):
        texts = [text for _kind, text in group]
        if kind == "row":
            yield _table(texts)
        elif kind == "code":
            yield Verbatim("\n".join(texts))
        elif kind != "fence":
            yield from map(_paragraph, texts)


def _paragraph(line: str) -> Paragraph:
    if heading := _HEADING.match(line):
        level = len(heading[1])
        style = "bold underline" if level == 1 else "bold"
        return Paragraph(words(line[heading.end() :]).stylize(style), level=level)
    if item := _ITEM.match(line):
        sign = "·" if item[2] == "-" else item[2]
        return Paragraph(words(line[item.end() :]), sign, len(item[1]))
    return Paragraph(words(line)) if line.strip() else BLANK


def _table(lines: list[str]) -> Table:
    heads, _, *rows = ([cell.strip() for cell in _CELLS.split(line)[1:-1]] for line in lines)
    return Table(
        (
            tuple(words(cell).stylize("$foreground-muted") for cell in heads),
            *(tuple(map(words, row)) for row in rows),
        )
    )
