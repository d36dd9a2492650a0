"""How one line of a chart is drawn: its signs, its number, its words, what hangs under it."""

from collections.abc import Mapping
from typing import Final

from rich.cells import cell_len

from intervisie_tui.domain.method import ChartKind
from intervisie_tui.domain.paper import Line, Paper
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _
from intervisie_tui.tui.widgets.chart_layout import Block, Frame, Ink, Piece, wrap

REMOVE: Final = "× "
"""What takes a line away, at the right end of its first row."""

WHO, WHEN = 16, 14
"""Cells for whose an action is, and by when."""

TABLE = 72
"""From so many cells on, who and when of an action stand beside it."""

AIRY = 60
"""From so many cells on there is air around signs and numbers; before, it would cost words."""

_ROUNDS: Final = {1: "●", 2: "●○", 3: "●◐○"}

_OUTCOMES: Final = "●◐○▶"
"""What came of what was intended: done, on the way, let go, changed."""

Words = list[tuple[str, Ink]]
"""The words of one row, without what stands before and behind them."""


def signs(paper: Paper) -> dict[str, str]:
    """A sign for each label, in order: a round that gets emptier, or else its digit."""
    digits = [str(number) for number, _label in enumerate(paper.labels, 1)]
    rounds = None if paper.kind == "scale" else _ROUNDS.get(len(paper.labels))
    if paper.kind == "follow-up" and len(paper.labels) == len(_OUTCOMES):
        rounds = _OUTCOMES
    return dict(zip(paper.labels, rounds or digits, strict=False))


def frame_of(paper: Paper, width: int) -> Frame:
    """What the lines of a paper have in common, in *width* cells."""
    label_signs = signs(paper)
    # Room for the sign of a label and one more from the first line on, so that nothing
    # moves when lines are judged, picked or answered.
    least = {"list": _slot(label_signs) + 1, "statement": 0}.get(paper.kind, 1)
    marks = [_marks(line, paper.kind, label_signs) for line in paper.lines]
    number = max((line.number for line in paper.lines), default=0)
    numbered = paper.kind != "statement" or len(paper.lines) > 1
    return Frame(
        width=width,
        kind=paper.kind,
        do=paper.do,
        signs=label_signs,
        card=one_line(paper.card) or _("Card"),
        marks=max([least, *map(len, marks)]),
        digits=max(2, len(str(number))) if numbered else 0,
        wide=width >= AIRY,
    )


def list_block(line: Line, frame: Frame) -> Block:
    """A line as it stands in a list, with the note of its answer under it."""
    rows = _said(line, *words(line, frame), frame.room)
    return _hang(rows + _noted(line, frame), line, frame)


def version_block(line: Line, frame: Frame, *, latest: bool) -> Block:
    """A version of a statement; the latest is the one that counts."""
    text, _ink = words(line, frame)
    return _hang(_said(line, text, "latest" if latest else "quiet", frame.room), line, frame)


def action_block(line: Line, frame: Frame) -> Block:
    """What, who and by when, beside one another where there is room; below, what came of it."""
    text, ink = words(line, frame)
    who, when = one_line(line.owner), one_line(line.entry.when)
    if frame.width < TABLE:
        under = " · ".join(filter(None, (who, when)))
        rows = _rows(text, ink, frame.room) + (_rows(under, "quiet", frame.room) if under else [])
        return _hang(rows + _noted(line, frame), line, frame)
    what = frame.room - WHO - WHEN - 4
    cells = wrap(text, what), wrap(who, WHO), wrap(when, WHEN)
    rows = [
        [
            (_padded(cells[0], at, what + 2), ink),
            (_padded(cells[1], at, WHO + 2), "text"),
            (_padded(cells[2], at, WHEN), "text"),
        ]
        for at in range(max(map(len, cells)))
    ]
    return _hang(rows + _noted(line, frame), line, frame)


def words(line: Line, frame: Frame) -> tuple[str, Ink]:
    """What a line says and how that looks; a card without words says its number."""
    entry = line.entry
    over = frame.do == "answer" and entry.answered
    text = one_line(entry.text)
    if cell_len(text):
        return text, "quiet" if over else "text"
    if entry.card is None:
        return "·", "quiet"
    return f"{frame.card} {entry.card}", "quiet" if over else "card"


def _noted(line: Line, frame: Frame) -> list[Words]:
    """The note of an answer."""
    note = one_line(line.entry.note)
    rows = enumerate(wrap(note, frame.room - 2)) if note else ()
    return [[(f"{'  ' if at else '– '}{row}", "quiet")] for at, row in rows]


def _rows(text: str, ink: Ink, room: int) -> list[Words]:
    return [[(row, ink)] for row in wrap(text, room)]


def _said(line: Line, text: str, ink: Ink, room: int) -> list[Words]:
    """The words, and quietly behind them who said them, where that is shown."""
    rows = _rows(text, ink, room)
    by = f"· {one_line(line.by)}" if line.by else ""
    if not by:
        return rows
    if cell_len(rows[-1][0][0]) + 2 + cell_len(by) > room:
        return rows + _rows(by, "quiet", room)
    rows[-1].append((f"  {by}", "quiet"))
    return rows


def _padded(rows: list[str], at: int, width: int) -> str:
    text = rows[at] if at < len(rows) else ""
    return text + " " * (width - cell_len(text))


def _slot(label_signs: Mapping[str, str]) -> int:
    return max(map(len, label_signs.values()), default=0)


def _marks(line: Line, kind: ChartKind, label_signs: Mapping[str, str]) -> str:
    """The signs before a line: its label, whether it is picked, answered or agreed."""
    entry = line.entry
    if kind == "statement":
        return ""
    if kind == "actions":
        if entry.ask:
            return "?"
        return "✓" if entry.agreed else ""
    label = label_signs.get(entry.label or "", "")
    if kind == "follow-up":
        # A tick would look like one of the answers.
        return label
    picked, answered = "▶" if entry.picked else "", "✓" if entry.answered else ""
    return f"{label:<{_slot(label_signs)}}{picked}{answered}"


def _hang(rows: list[Words], line: Line, frame: Frame) -> Block:
    """The rows of a line with its signs and its number before them, indented under these."""
    entry = line.entry.id
    air = " " if frame.wide else ""
    marks = f"{_marks(line, frame.kind, frame.signs):<{frame.marks}} " if frame.marks else ""
    number = f"{line.number:>{frame.digits}} {air}" if frame.digits else ""
    first = [
        Piece(" ", "margin", entry),
        Piece(f"{air}{marks}", "sign", entry, "sign" if frame.marks else ""),
        Piece(number, "number", entry),
    ]
    under = [Piece(" ", "margin", entry), Piece(" " * (frame.indent - 1), "text", entry)]
    hung = []
    for at, row in enumerate(rows):
        rest = frame.room + 1 - sum(cell_len(text) for text, _ink in row)
        pieces = [
            *(under if at else first),
            *(Piece(text, ink, entry) for text, ink in row),
            Piece(" " * rest, "text", entry),
            Piece("  ", "text", entry) if at else Piece(REMOVE, "remove", entry, "remove"),
        ]
        hung.append(tuple(piece for piece in pieces if piece.text))
    return Block(line, tuple(hung))
