"""The one place to write: a line for the chart, a note, an answer."""

from dataclasses import dataclass, replace
from typing import Final

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from intervisie_tui.domain import text as words
from intervisie_tui.domain.wall import LONGEST

LEADING: Final = {"pageup", "pagedown", "f6", "f7"}
"""Keys that a text area would take, and that lead the session also while writing."""

WRITING: Final = {"enter", "tab", "shift+tab", "plus", "minus"}
"""Keys that have a meaning of their own here, and those that Textual does not know write."""


class Pen(TextArea, inherit_bindings=False):
    """Writes one line, however long; it grows to three rows. What is written is posted."""

    DEFAULT_CSS = """
    Pen {
        height: auto;
        min-height: 1;
        max-height: 3;
        padding: 0 1;
        border: none;
        background: $selection;
        color: $ink;
        /* No bar: the width, and so the wrapping, stays the same while it grows. */
        scrollbar-size: 0 0;
        &:focus { border: none; }
        & .text-area--placeholder { color: $ink-quiet; }
        & .text-area--selection { background: $ink-quiet; color: $paper; }
        &:light .text-area--cursor, &:dark .text-area--cursor {
            background: $ink;
            color: $paper;
        }
    }
    """

    BINDINGS = [
        binding
        for binding in TextArea.BINDINGS
        if not (isinstance(binding, Binding) and binding.key in LEADING)
    ]

    @dataclass
    class Written(Message):
        """Enter was pressed. Without words, a numbered card is meant."""

        text: str

    @dataclass
    class Pasted(Message):
        """Several lines were pasted; they are not in the pen."""

        lines: tuple[str, ...]

    @dataclass
    class Left(Message):
        """Escape was pressed: the writing is over. The pen keeps what is in it."""

    @dataclass
    class Column(Message):
        """Tab was pressed: the next column is meant, or with -1 the one before."""

        by: int

    @dataclass
    class Turned(Message):
        """Tab was pressed where there are no columns: this is written, the next is meant."""

        text: str
        by: int

    columns = True
    """Whether Tab goes to another column; else it hangs what is written and goes round."""

    class Changed(TextArea.Changed):
        """Another text, or another place in it."""

        @property
        def text(self) -> str:
            """What is in the pen now."""
            return self.text_area.text

        @property
        def caret(self) -> int:
            """Where in the text the next character comes, counted in characters."""
            return self.text_area.cursor_location[1]

    def __init__(self, placeholder: Content | str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id,
            compact=True,
            highlight_cursor_line=False,
            placeholder=self.validate_placeholder(placeholder),
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False

    def validate_placeholder(self, placeholder: Content | str) -> Content:
        """Words are no markup here either."""
        return Content(placeholder) if isinstance(placeholder, str) else placeholder

    def prompt(self, words: str) -> None:
        """Say, while the pen is empty, what is to be written."""
        self.placeholder = words

    def fill(self, text: str, caret: int | None = None) -> None:
        """Take up a text, to go on at *caret*; `None`: at its end."""
        text = _flat(text)
        self.load_text(text)
        self.move_cursor((0, len(text) if caret is None else caret))

    def edit(self, edit: Edit) -> EditResult:
        """Whatever comes in, by key or otherwise, comes in clean and on one line."""
        return super().edit(replace(edit, text=_flat(edit.text)))

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether a key writes, so that nothing else is promised of it meanwhile."""
        return key in WRITING or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        message: Message
        match event.key:
            case "enter":
                message = self.Written(words.one_line(self.text))
                self.load_text("")
            case "escape":
                message = self.Left()
            case "tab" | "shift+tab":
                by = 1 if event.key == "tab" else -1
                message = self.Column(by) if self.columns else self._turned(by)
            case _:
                return
        event.stop()
        event.prevent_default()
        self.post_message(message)

    def _turned(self, by: int) -> Turned:
        message = self.Turned(words.one_line(self.text), by)
        self.load_text("")
        return message

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        self._take(self.app.clipboard)

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        self.post_message(self.Changed(self))

    def _take(self, pasted: str) -> None:
        lines = words.lines(pasted)
        if len(lines) > 1:
            self.post_message(self.Pasted(lines))
        elif lines:
            self.replace(lines[0], *self.selection, maintain_selection_offset=False)


def _flat(text: str) -> str:
    """The text clean and on one line; a space at its end is kept, more may follow."""
    return words.clean(text).replace("\n", " ")[:LONGEST]
