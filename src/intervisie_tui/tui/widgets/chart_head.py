"""What stays in sight above the lines of a chart: its name, and what its signs mean."""

from itertools import zip_longest

from rich.cells import cell_len

from intervisie_tui.domain.method import INTENDED, QUESTION
from intervisie_tui.domain.paper import Paper
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import N_, _
from intervisie_tui.tui.widgets import chart_scale
from intervisie_tui.tui.widgets.chart_layout import Frame, Piece, Row, width_of, wrap
from intervisie_tui.tui.widgets.chart_lines import AIRY, TABLE, WHEN, WHO

GAP = 3
"""Cells between what stands beside one another."""

Item = tuple[Piece, Piece]
"""A sign, and the words that say what it means."""


def head(paper: Paper, frame: Frame, width: int, *, legend: bool = True) -> list[Row]:
    """The name of the chart, and what its signs mean unless the columns say that."""
    indent = 2 if width >= AIRY else 1
    name = _("The question") if paper.name == QUESTION else one_line(paper.name)
    table = paper.kind in INTENDED and frame.width >= TABLE
    room = width - indent - (WHO + WHEN + 2 * GAP if table else 0)
    rows: list[Row] = [(Piece(" " * indent), Piece(row, "name")) for row in wrap(name, room)]
    if table:
        rows[0] = (*rows[0], _titles(frame, width_of(rows[0])))
    items = [*_promise(paper), *(_legend(paper, frame) if legend else [])]
    return _flow(rows, items, width, indent)


def heading(title: Row, width: int) -> tuple[Row, ...]:
    """A heading over lines; its last piece goes on under itself where it does not fit."""
    *signs, words = (Piece("  "), *title)
    indent = width_of(signs)
    rows = wrap(words.text, width - indent - 1)
    return tuple(
        (
            *((Piece(" " * indent),) if at else signs),
            words._replace(text=row),
            Piece(" " * max(0, width - indent - cell_len(row))),
        )
        for at, row in enumerate(rows)
    )


def abreast(headings: list[tuple[Row, ...]], width: int) -> list[Row]:
    """Headings side by side, *width* cells each."""
    air: Row = (Piece(" " * width),)
    rows = zip_longest(*headings, fillvalue=air)
    return [tuple(piece for title in row for piece in title) for row in rows]


def _titles(frame: Frame, used: int) -> Piece:
    """What is in the columns of actions, above them."""
    before = frame.indent + frame.room - WHO - WHEN - 2 - used
    who, when = wrap(_("who"), WHO)[0], wrap(_("by when"), WHEN)[0]
    return Piece(f"{' ' * before}{who}{' ' * (WHO + 2 - cell_len(who))}{when}", "quiet")


def _promise(paper: Paper) -> list[Item]:
    """What becomes of what is written here, where that is not a choice of the close."""
    promises = {"hand-over": N_("goes with the case giver"), "nothing": N_("is not kept")}
    if paper.keep not in promises:
        return []
    return [(Piece("○ ", "quiet"), Piece(_(promises[paper.keep]), "quiet"))]


def _legend(paper: Paper, frame: Frame) -> list[Item]:
    """What each sign means; while judging, with the key that gives it."""
    judging = paper.do == "judge"
    if paper.kind == "scale" and (not frame.signs or chart_scale.worded(frame)):
        return []
    given = {line.entry.label for line in paper.lines}
    return [
        (
            Piece(f"{_key(number, sign, judging=judging)} ", "sign", None, *acts),
            Piece(one_line(label), "label" if judging else "quiet", None, *acts),
        )
        for number, (label, sign) in enumerate(frame.signs.items(), 1)
        for acts in [("label", label) if judging else ()]
        if judging or paper.kind == "scale" or label in given
    ]


def _key(number: int, sign: str, *, judging: bool) -> str:
    return f"{number} {sign}" if judging and sign != str(number) else sign


def _flow(rows: list[Row], items: list[Item], width: int, indent: int) -> list[Row]:
    """The items behind the last row, and on as many more rows as they need."""
    *rows, row = rows
    used = width_of(row)
    if used <= width // 3:
        indent = used + GAP
    for sign, words in items:
        key = cell_len(sign.text)
        if used + GAP + key + cell_len(words.text) <= width:
            row = (*row, Piece(" " * GAP), sign, words)
            used += GAP + key + cell_len(words.text)
            continue
        rows.append(row)
        *whole, last = wrap(words.text, width - indent - key)
        for text in whole:
            rows.append((Piece(" " * indent), sign, words._replace(text=text)))
            sign = Piece(" " * key)  # noqa: PLW2901 - it stands before the first row only
        row = (Piece(" " * indent), sign, words._replace(text=last))
        used = width_of(row)
    return [*rows, row]
