"""A row of a form: what is asked, where it is answered, and a word about the answer."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from intervisie_tui.locale import _


@dataclass(frozen=True, slots=True)
class Note:
    """A word about an answer."""

    words: str = ""
    loud: bool = False
    """Whether it is more than a hint."""

    stop: bool = False
    """Whether it stands in the way of going on; then it is loud too."""


class Field(HorizontalGroup):
    """A label, a control, and a note under it."""

    DEFAULT_CSS = """
    Field {
        & > Static { width: 14; color: $text-muted; }
        & > VerticalGroup { width: 1fr; margin-bottom: 1; }
        & #note { padding: 0 1; color: $text-muted; }
        &.-loud #note { color: $text-warning; }
        &:focus-within { color: $foreground; } /* so that what is in it is styled anew */
        &:focus-within > Static { color: $foreground; text-style: bold; }
    }
    """

    _label = query_one("#label", Static)
    _note = query_one("#note", Static)

    def __init__(self, label: str, control: Widget) -> None:
        """*label* is marked for translation and looked up here."""
        super().__init__()
        self._words = label
        self.control = control

    def compose(self) -> ComposeResult:
        yield Static(Content(_(self._words)), id="label")
        with VerticalGroup():
            yield self.control
            yield Static(id="note")

    def on_descendant_focus(self) -> None:
        self.show_whole()

    def show_whole(self) -> None:
        """Scroll so that the note is seen too, once it is laid out."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    def tell(self, note: Note) -> None:
        """Say something under the control."""
        loud = note.loud or note.stop
        self.set_class(loud, "-loud")
        self._note.display = bool(note.words)
        words = Content(f"! {note.words}" if loud else note.words)
        if self._note.content != words:
            self._note.update(words)
            if self.has_focus_within:
                self.show_whole()

    def retranslate(self) -> None:
        """Say the label anew."""
        self._label.update(Content(_(self._words)))
