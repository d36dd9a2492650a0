"""Words of people inside Markdown: they come out as they were said, whatever is in them."""

import re
from collections.abc import Iterable
from typing import Final

_MARKS: Final = re.compile(
    r"([\\`*_\[\]<>&|~$@])"  # emphasis, links, HTML, tables, mathematics, addresses
    r"|(?<=\w)(\.)(?=[^\W\d])"  # "example.nl", which some readers make a link
    r"|(:)(?=//)"  # as they do with "https://"
)

_SPACE: Final = re.compile(r"[ \t\n]+")

_BEGINS: Final = re.compile(r"^([#+\-=:]|\d+(?=[.)]))")
"""What makes a heading, a list or a line of the beginning of a line."""


def literal(text: str) -> str:
    """The text on one line, so that Markdown shows every sign of it and obeys none."""
    line = _MARKS.sub(r"\\\g<0>", _SPACE.sub(" ", text).strip())
    begins = _BEGINS.match(line)
    if begins is None:
        return line
    sign = begins[0]
    rest = line[len(sign) :]
    return f"{sign}\\{rest}" if sign.isdigit() else f"\\{sign}{rest}"


def row(cells: Iterable[str]) -> str:
    """A row of a table; the cells are Markdown already."""
    return "| " + " | ".join(cells) + " |"


def table(*heads: str) -> str:
    """The top of a table."""
    return row(heads) + "\n" + row("---" for _ in heads)


def bullets(items: Iterable[str]) -> str:
    """A list; the items are Markdown already."""
    return "\n".join(f"- {item}" for item in items)
