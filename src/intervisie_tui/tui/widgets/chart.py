"""A sheet of paper on the screen, to take hold of with the mouse."""

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.message import Message
from textual.reactive import var

from intervisie_tui.tui.widgets.chart_layout import Piece, piece_at
from intervisie_tui.tui.widgets.chart_view import ChartView

HIGHER: Final = "↑"
LOWER: Final = "↓"
"""What stands in the margin where a dragged line would hang above or below."""


class Chart(ChartView):
    """Says what the mouse asks for; it changes nothing itself."""

    @dataclass
    class Selected(Message):
        """A line was clicked."""

        entry: int

    @dataclass
    class Edit(Message):
        """A line was clicked twice: its words are to be changed."""

        entry: int

    @dataclass
    class Moved(Message):
        """A line was dragged so many places down, or, below zero, up."""

        entry: int
        by: int

    @dataclass
    class Placed(Message):
        """A line was brought to a column."""

        entry: int
        column: str

    @dataclass
    class Judged(Message):
        """A line was given a label; `None`: it lost the one it had."""

        entry: int
        label: str | None

    @dataclass
    class Answered(Message):
        """The sign of a line was clicked while answering."""

        entry: int

    @dataclass
    class Picked(Message):
        """The sign of a line was clicked while picking."""

        entry: int

    @dataclass
    class Agreed(Message):
        """The sign of an action was clicked."""

        entry: int

    @dataclass
    class Removed(Message):
        """A line was crossed out."""

        entry: int

    _hovered: var[int | None] = var(None)
    """The id of the line under the mouse."""

    _aim: var[Piece | None] = var(None)
    """Where the dragged line would go; `None`: nowhere else."""

    _held: int | None = None
    """The id of the line that the mouse took hold of."""

    _dragged = False
    """Whether the mouse moved it since."""

    def watch__hovered(self, before: int | None, hovered: int | None) -> None:
        self._refresh(before)
        self._refresh(hovered)

    def watch__aim(self) -> None:
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        piece = self._under(event)
        self._held = piece.entry if piece is not None and event.button == 1 else None
        self._dragged = False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        piece = self._under(event)
        over = None if piece is None else piece.entry
        if not event.button:
            # What was held may have been let go where nobody told us.
            self._let_go()
        if self._held is not None and (self._dragged or (piece and over != self._held)):
            self._dragged = True
            self.capture_mouse()
            self._aim = piece if self._bring(self._held, piece) is not None else None
        self._hovered = over if self._held is None else None

    def on_mouse_up(self) -> None:
        if (message := self._bring(self._held, self._aim)) is not None:
            self.post_message(message)
        self._let_go()

    def on_leave(self) -> None:
        self._hovered = None

    def on_click(self, event: events.Click) -> None:
        piece = self._under(event)
        if piece is None or self._dragged or event.button != 1:
            return
        event.stop()
        if (message := self._clicked(piece, event.chain)) is not None:
            self.post_message(message)

    def _under(self, event: events.MouseEvent) -> Piece | None:
        """The piece under the mouse; `None`: it is outside, or on bare paper."""
        at = event.get_content_offset(self)
        return None if at is None else piece_at(self._row(at.y), at.x)

    def _let_go(self) -> None:
        self._held = self._aim = None
        self.release_mouse()

    def _clicked(self, piece: Piece, chain: int) -> Message | None:
        """What a click on a piece asks for: the first, or a next one at the same place."""
        if piece.entry is None:
            return self._bring(self.selected, piece)
        if piece.act == "remove":
            # The next line slides under the mouse: a second click is not meant for it.
            return self.Removed(piece.entry) if chain == 1 else None
        sign = self._sign(piece.entry) if piece.act == "sign" else None
        if sign is not None:
            return sign
        return self.Selected(piece.entry) if chain == 1 else self.Edit(piece.entry)

    def _sign(self, entry: int) -> Message | None:
        """What a click on the sign of a line asks for; `None`: it has no meaning now."""
        if self._sheet is None or self.paper is None:
            return None
        if self.paper.kind == "actions":
            return self.Agreed(entry)
        match self.paper.do:
            case "answer":
                return self.Answered(entry)
            case "pick":
                return self.Picked(entry)
            case "judge":
                labels = [None, *self.paper.labels]
                given = self._sheet.lines[entry].entry.label
                at = labels.index(given) if given in labels else 0
                return self.Judged(entry, labels[(at + 1) % len(labels)])
        return None

    def _bring(self, entry: int | None, to: Piece | None) -> Message | None:
        """What it asks for to bring a line to a piece; `None`: nothing."""
        sheet, paper = self._sheet, self.paper
        if entry is None or to is None or sheet is None or paper is None:
            return None
        line = sheet.lines.get(entry)
        if line is None:
            return None
        if to.act == "label":
            return self.Judged(entry, to.word)
        other = sheet.lines.get(to.entry) if to.entry is not None else None
        column = to.word if to.act == "column" else other and other.entry.column
        if paper.columns and column and column != line.entry.column:
            return self.Placed(entry, column)
        # Lines that stand in the order of their labels have no other place to go to.
        by_label = paper.do == "answer" or (len(sheet.columns) > 1 and not paper.columns)
        if other is None or other is line or by_label:
            return None
        return self.Moved(entry, other.number - line.number)

    def _glyphs(self, piece: Piece) -> str:
        if piece.ink == "remove" and piece.entry == self._hovered:
            return piece.text
        aim = self._aim
        if piece.ink == "margin" and aim is not None and aim.entry == piece.entry:
            moved = self._bring(self._held, aim)
            return HIGHER if isinstance(moved, self.Moved) and moved.by < 0 else LOWER
        return super()._glyphs(piece)

    def _marked(self, piece: Piece) -> bool:
        aim = self._aim
        if aim is not None and piece.act in ("label", "column") and piece.act == aim.act:
            return piece.word == aim.word
        return super()._marked(piece)


if __name__ == "__main__":
    from textual.app import App, ComposeResult

    from intervisie_tui.domain.paper import Line, Paper
    from intervisie_tui.domain.sheet import Entry
    from intervisie_tui.tui.widgets.ink import INK

    class Demo(App[None]):
        def get_theme_variable_defaults(self) -> dict[str, str]:
            return INK

        def compose(self) -> ComposeResult:
            said = ["What makes it matter now?", "[red]Who[/] could help?", ""]
            entries = [Entry(id=n, text=text, card=n) for n, text in enumerate(said, 1)]
            lines = tuple(Line(number=e.id, entry=e, by="", owner="") for e in entries)
            yield Chart(
                Paper(
                    name="Questions",
                    kind="list",
                    do="judge",
                    labels=("helpful", "not helpful"),
                    columns=(),
                    card="Question",
                    keep="record",
                    hidden=False,
                    lines=lines,
                )
            )

    Demo().run()
