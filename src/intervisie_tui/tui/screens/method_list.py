"""All methods one under the other, to choose one from."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.locale import N_, _
from intervisie_tui.store.export.choosing import heading
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_page import row
from intervisie_tui.tui.widgets.rows import Rows

AROUND: Final = 12
"""Rows for what is above the list and under it."""

LOW: Final = 20
"""Rows of a screen below which there is no place for a word about the method."""

AROUND_LOW: Final = 4


class MethodList(Dialog[Path | None]):
    """Answers with the file of the method that is chosen; `None`: none is."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = "Rows"

    DEFAULT_CSS = """
    MethodList #hint { max-height: 4; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", N_("Put away"), id="method_list.away"),
    ]

    _list = query_one(Rows)
    _hint = query_one("#hint", Static)

    def __init__(self, files: Sequence[MethodFile], chosen: MethodFile | None) -> None:
        """*files* in the order in which they are shown; *chosen* is where to begin."""
        super().__init__()
        self._files = {str(file.path): file for file in files}
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with VerticalGroup(id="sheet"):
            yield Static(id="question")
            yield Rows()
            yield Static(id="hint")
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()
        if self._chosen is not None:
            self._list.choose(str(self._chosen.path))

    def retranslate(self) -> None:
        self.query_one("#question", Static).update(Content(_("Which method?")))
        self._list.put(self._rows())

    def _rows(self) -> Iterator[tuple[str | None, Content]]:
        heads = [(path, file.head) for path, file in self._files.items() if file.head]
        for name, group in groupby(heads, key=lambda pair: heading(pair[1])):
            yield None, Content.styled(name, "bold")
            yield from ((path, row(head)) for path, head in group)

    def on_resize(self, event: events.Resize) -> None:
        height = event.size.height
        self._hint.display = height >= LOW
        self._list.styles.max_height = height - (AROUND if height >= LOW else AROUND_LOW)
        self.call_after_refresh(self._list.scroll_to_highlight)

    @on(Rows.OptionHighlighted)
    def _say_hint(self) -> None:
        file = self._files.get(self._list.chosen or "")
        summary = file.head.summary if file and file.head else ""
        self._hint.update(Content(summary))

    @on(Rows.OptionSelected)
    def _answer(self, event: Rows.OptionSelected) -> None:
        self.dismiss(self._files[event.option_id or ""].path)
