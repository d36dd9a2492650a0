"""Papers to hang in a test, and the smallest app to hang them in."""

from dataclasses import replace
from typing import Any

from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from intervisie_tui.domain.paper import Line, Paper
from intervisie_tui.domain.sheet import Entry
from intervisie_tui.tui.widgets.chart_layout import Layout, Piece
from intervisie_tui.tui.widgets.ink import INK

LABELS = ("helpful", "neutral", "not helpful")

QUESTIONS = (
    "What makes it matter now?",
    "How does your team react when you say nothing, and what does that do to you?",
    "Who gains when it stays as it is?",
)


def entry(number: int, text: str = "", **more: Any) -> Entry:  # noqa: ANN401 - its other fields
    """An entry whose id is ten times its number, so that the two cannot be mistaken."""
    return Entry(id=number * 10, text=text, card=None if text else number, **more)


def line(number: int, text: str = "", *, by: str = "", owner: str = "", **more: Any) -> Line:  # noqa: ANN401
    return Line(number=number, entry=entry(number, text, **more), by=by, owner=owner)


def paper(*lines: Line | str, **more: Any) -> Paper:  # noqa: ANN401
    """A list called Questions with these lines, unless more is said."""
    hung = tuple(
        line(number, it) if isinstance(it, str) else it for number, it in enumerate(lines, 1)
    )
    plain = Paper(
        name="Questions",
        kind="list",
        do="write",
        labels=(),
        columns=(),
        card="",
        keep="record",
        hidden=False,
        lines=hung,
    )
    return replace(plain, **more)


def judged(*labels: str | None, **more: Any) -> Paper:  # noqa: ANN401
    """The questions, judged so."""
    lines = [
        line(number, text, label=label)
        for number, (text, label) in enumerate(zip(QUESTIONS, labels, strict=False), 1)
    ]
    return paper(*lines, labels=LABELS, **more)


def text_of(layout: Layout) -> list[str]:
    """What stands on a layout, row by row, without what only shows under the mouse."""
    rows = [*layout.head, *(layout.row(y) for y in range(layout.height))]
    return ["".join(map(_still, row)).rstrip() for row in rows]


def _still(piece: Piece) -> str:
    return " " * len(piece.text) if piece.ink == "remove" else piece.text


class Board(App[None]):
    """Holds one widget, and keeps what it sends."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.sent: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return INK

    def compose(self) -> ComposeResult:
        yield self.widget
