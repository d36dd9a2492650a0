"""A hand-out as one HTML file that needs nothing else: to read on a screen, and to print.

All words are escaped here, whoever's they are; what stands between signs is ours.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _, language
from intervisie_tui.store.export.handout import (
    Blank,
    Flip,
    Handout,
    Line,
    Part,
    Rating,
    Said,
    Section,
    Table,
)
from intervisie_tui.store.export.templates import template

_PAGE: Final = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<h1 dir="auto">{title}</h1>
{body}
</body>
</html>
"""

_POINTS: Final = 5
"""The rounds behind a statement."""

_SHORT: Final = 20
"""Signs in a cell that are not broken."""


def as_html(handout: Handout) -> str:
    """The file."""
    under = _element("p", handout.under, "under")
    return _PAGE.format(
        language=language(),
        style=template("handout.css"),
        title=_words(handout.title),
        body="\n".join(filter(None, [under, *_parts(handout.parts, 2)])),
    )


def _words(text: str) -> str:
    return escape(clean(text))


def _element(tag: str, text: str, kind: str = "") -> str:
    """Words in an element; nothing where there are none."""
    named = f' class="{kind}"' if kind else ""
    return f'<{tag}{named} dir="auto">{_words(text)}</{tag}>' if text else ""


def _parts(parts: Iterable[Part], level: int) -> Iterator[str]:
    for part in parts:
        match part:
            case Section():
                yield "<section>"
                yield _element(f"h{level}", part.heading)
                yield from _parts(part.parts, level + 1)
                yield "</section>"
            case Said():
                yield from _said(part)
            case Table():
                yield _table(part)
            case Flip():
                yield from _flip(part, level)
            case Blank():
                rules = "<div></div>" * part.rows
                question = _element("p", part.question)
                yield f'<div class="blank">{question}<div class="rules">{rules}</div></div>'
            case Rating():
                rounds = "".join(f"<i>{number}</i>" for number in range(1, _POINTS + 1))
                statement = _element("p", part.statement)
                yield f'<div class="rating">{statement}<span class="rounds">{rounds}</span></div>'


def _said(said: Said) -> Iterator[str]:
    if not said.listed:
        yield from (_element("p", text) for text in said.texts)
        return
    yield "<ul>"
    yield from (_element("li", text) for text in said.texts)
    yield "</ul>"


def _table(table: Table) -> str:
    def row(tag: str, cells: Iterable[str]) -> str:
        inner = (_cell(tag, cell, wide=at == table.wide) for at, cell in enumerate(cells))
        return f"<tr>{''.join(inner)}</tr>"

    body = "\n".join(row("td", cells) for cells in table.rows)
    top = row("th", table.heads)
    return f"<table>\n<thead>{top}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _cell(tag: str, text: str, *, wide: bool) -> str:
    """A cell; a word or two stay on one line, beside the column that has the room."""
    kind = ' class="wide"' if wide else ' class="short"' if len(text) <= _SHORT else ""
    return f'<{tag}{kind} dir="auto">{_words(text)}</{tag}>'


# Flip charts


def _flip(flip: Flip, level: int) -> Iterator[str]:
    yield f'<article class="flip">\n<header>{_element(f"h{level}", flip.name)}</header>'
    if flip.legend:
        meanings = (
            f'<li><b aria-hidden="true">{_words(sign)}</b> {_words(meaning)}</li>'
            for sign, meaning in flip.legend
        )
        yield f'<ul class="legend">{"".join(meanings)}</ul>'
    if flip.is_of_actions:
        yield _table(flip.actions)
    elif flip.kind == "scale" and flip.labels:
        yield from _scale(flip, level)
    elif flip.kind == "statement":
        yield from _versions(flip)
    elif flip.columns:
        yield '<div class="columns">'
        for heading, lines in flip.in_columns:
            yield f"<div>{_element(f'h{level + 1}', heading)}"
            yield from _list(flip, lines)
            yield "</div>"
        yield "</div>"
    else:
        yield from _list(flip, flip.lines)
    yield "</article>"


def _list(flip: Flip, lines: Iterable[Line]) -> Iterator[str]:
    yield '<ol class="lines">'
    for line in lines:
        signs = f'<span class="sign">{flip.marks(line)}</span>' if flip.legend else ""
        number = f'<span class="number">{line.number}</span>'
        yield f'<li>{signs}{number}<div class="said" dir="auto">{_line(line)}</div></li>'
    yield "</ol>"


def _line(line: Line) -> str:
    """The words, who said them, and under them what was noted with the answer."""
    kind = ' class="card"' if line.card else ""
    by = f' <span class="by">· {_words(line.by)}</span>' if line.by else ""
    return f"<span{kind}>{_words(line.words)}</span>{by}{_element('p', line.note, 'note')}"


def _versions(flip: Flip) -> Iterator[str]:
    """The versions of a statement; the last is the one that counts."""
    *before, latest = flip.lines
    yield from (f'<div class="before" dir="auto">{_line(line)}</div>' for line in before)
    yield f'<div class="latest" dir="auto">{_line(latest)}</div>'


def _scale(flip: Flip, level: int) -> Iterator[str]:
    """An axis from low to high, and above each point who or what stands there."""
    groups = dict(flip.by_label)
    yield '<div class="scale">'
    for label in flip.labels:
        there = "".join(_element("span", line.words) for line in groups.get(label, ()))
        yield f'<div class="point"><div class="there">{there}</div>{_element("b", label)}</div>'
    yield "</div>"
    rest = [line for line in flip.lines if line.label not in flip.labels]
    if rest:
        yield _element(f"h{level + 1}", _("Not yet placed"))
        yield from _list(flip, rest)
