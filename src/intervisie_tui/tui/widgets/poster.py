"""A whole sheet with a few words in the middle: welcome, rules, close, or nothing at all."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import View
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.widgets import wording


class Poster(VerticalScroll, can_focus=False):
    """Says one thing, with room around it; what is longer than the screen goes up and down."""

    DEFAULT_CSS = """
    Poster {
        width: 1fr;
        height: 1fr;
        align: center middle;
        background: $paper;
        color: $ink;
        padding: 1 4;
        scrollbar-size-vertical: 1;
        & Static { height: auto; text-align: center; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._words = Static()

    def compose(self) -> ComposeResult:
        yield self._words

    def say(self, words: Content) -> None:
        """Show other words; the same ones are not painted again."""
        if self._words.content != words:
            self._words.update(words)
            self.scroll_home(animate=False)


def welcome(session: Session) -> Content:
    """What hangs while people come in: nothing of a case, nothing of other groups."""
    lines: list[str | tuple[str, str]] = [(_("Welcome"), "bold"), "", what(session)]
    if session.group:
        lines.append(session.group)
    if session.due is not None:
        lines += ["", (_("until {time}").format(time=hour(session.due)), "$ink-quiet")]
    return stack(lines)


def what(session: Session) -> str:
    """The title of the meeting, or of the method; not of what only comes back to the last one."""
    methods = [session.methods[block.method] for block in session.blocks]
    own = [method.title for method in methods if method.follow_up_chart is None]
    return session.meeting or " · ".join(own or [method.title for method in methods])


def rules(view: View) -> Content:
    """The rules of this moment and of the whole method, to read together."""
    floor = [
        (f"{wording.SIGNS[part.right]} {wording.floor(part, view)}", "bold") for part in view.floor
    ]
    here = [line for each in view.remember for line in (each, "")]
    # While they are agreed on, the rules of the method are those of the moment.
    others = [(rule, "$ink-quiet") for rule in view.rules if rule not in view.remember]
    return stack([*floor, "", *here, *others])


def questions(view: View) -> Content:
    """Open questions that help now: those of this moment, else the method's kinds of them."""
    if view.examples:
        asked = [line for each in view.examples for line in ("", each)]
        return stack([(_("You could ask"), "bold"), *asked])
    lines: list[str | tuple[str, str]] = []
    for kind in view.questions:
        lines += [(kind.title, "bold"), *kind.examples, ""]
    return stack(lines[:-1])


def closing() -> Content:
    """What hangs when the last moment is done."""
    return stack(
        [
            (_("Thank you all"), "bold"),
            "",
            _("What was said here stays here."),
            "",
            (_("Enter: decide together what is kept"), "$ink-quiet"),
        ]
    )


def rehearsed() -> Content:
    """What hangs there when nothing was said by anybody."""
    return stack(
        [
            (_("That was the whole method"), "bold"),
            "",
            (_("Enter: stop · ←: back into it"), "$ink-quiet"),
        ]
    )


def stack(lines: Iterable[str | tuple[str, str]]) -> Content:
    """Lines below each other, each with a style where it has one."""
    return Content("\n").join(
        Content(line) if isinstance(line, str) else Content.styled(*line) for line in lines
    )
