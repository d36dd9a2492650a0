"""What is to be written for somebody: told first, then written where it waits for them."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Final, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.export import pdf
from intervisie_tui.store.export.forms import FORMS, Form, usual
from intervisie_tui.store.export.handout import Handout, contents
from intervisie_tui.store.hand_outs import paper, write_paper
from intervisie_tui.store.home import Home
from intervisie_tui.store.problems import Refused, reason
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.reading import Block, Paragraph, Prose, Reading
from intervisie_tui.tui.widgets.trouble import trouble

NAMES: Final = {"pdf": "PDF", "html": "HTML", "md": "Markdown", "ics": ""}
"""What the forms are called, by the ending of their files; empty: there is no other."""

QUIET: Final = "$foreground-muted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that can be written."""

    tell: Callable[[], Iterable[str]]
    """What will be in it, a line each, in the language of the moment."""

    place: Callable[[str], Path]
    """Where it will be, or the first of it, by its form."""

    write: Callable[[str], Sequence[Path]]
    """Write it in a form; answers the files. Raises Refused, OSError and ImportError."""

    forms: tuple[str, ...]
    """The forms there are, the usual one first."""


def on_paper(home: Home, name: str, make: Callable[[], Handout]) -> Offer:
    """A hand-out, to be written under that *name*."""

    def write(form: str) -> list[Path]:
        return [write_paper(home, name, make(), form=cast("Form", form))]

    return Offer(
        tell=lambda: contents(make()),
        place=partial(paper, home, name),
        write=write,
        forms=usual_first(FORMS, usual()),
    )


def usual_first(forms: Sequence[str], first: str) -> tuple[str, ...]:
    """The same *forms*, with that one first."""
    return (first, *(form for form in forms if form != first))


async def give(screen: Screen[Any], offer: Offer) -> Sequence[Path]:
    """Tell what will be in it, and write it if that is wanted; answers the files.

    Needs a worker of *screen* to run in.
    """
    there, can = await asyncio.to_thread(_looked, offer)
    form = await screen.app.push_screen_wait(Giving(offer, there, can))
    if not form:
        return ()
    try:
        return await asyncio.to_thread(offer.write, form)
    except (Refused, OSError, ImportError) as error:
        said = _("This could not be done: {reason}").format(reason=_why(error))
        screen.notify(said, severity="error", markup=False, timeout=20)
        return ()


def where(path: Path) -> str:
    """A file by its folder's own name: a whole path says whose computer this is."""
    return one_line(f"{path.parent.name}/{path.name}")


def written(paths: Sequence[Path]) -> str:
    """That it was written, and where it is."""
    if len(paths) == 1:
        return _("Written: {file}").format(file=where(paths[0]))
    said = ngettext(
        "Written: {number} file in {folder}", "Written: {number} files in {folder}", len(paths)
    )
    return said.format(number=len(paths), folder=paths[0].parent.name)


def _looked(offer: Offer) -> tuple[Collection[str], Collection[str]]:
    """The forms in which it is there already, and those in which it can be written."""
    there = {form for form in offer.forms if offer.place(form).exists()}
    return there, {form for form in offer.forms if form != "pdf" or pdf.available()}


def _why(error: Refused | OSError | ImportError) -> str:
    match error:
        case Refused():
            return trouble(error.problems[0])
        case OSError():
            return reason(error)
        case ImportError():
            return _no_typst()


def _no_typst() -> str:
    return _(
        "A PDF is made by typst, which is not here: install intervisie-tui with its extra “pdf”,"
        " or choose html and print that."
    )


class Giving(Page):
    """What will be in it; answers with the form that it is to be written in, or with nothing."""

    DEFAULT_CSS = """
    Giving #form { width: 100%; max-width: 80; height: auto; padding: 0 2; margin: 1 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "write",
            N_("Write it"),
            id="giving.write",
            tooltip=N_("Make the file, on this machine alone"),
        ),
        Binding(
            "f",
            "form",
            N_("Another form"),
            id="giving.form",
            tooltip=N_("A PDF, a page to print, or plain text with marks"),
        ),
    ]

    def __init__(self, offer: Offer, there: Collection[str], can: Collection[str]) -> None:
        """*there* are the forms that it has a file in already, *can* those it can be written in."""
        super().__init__(self._told)
        self._offer = offer
        self._there = there
        self._can = can
        self._form = offer.forms[0]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Reading(Prose(self._told()))
        yield Static(id="form")
        yield KeyLine()

    def on_mount(self) -> None:
        self._say_form()

    def retranslate(self) -> None:
        super().retranslate()
        self._say_form()

    def _say_form(self) -> None:
        """Below what is in it, so that it stays in sight where that is long."""
        self.query_one("#form", Static).update(Prose(self._in_a_form()))
        self.refresh_bindings()

    def _told(self) -> Iterator[Block]:
        first, *lines = self._offer.tell()
        yield Paragraph(Content.styled(first, "bold"))
        for line in lines:
            words = line.lstrip(" ")
            yield Paragraph(Content(words), indent=len(line) - len(words))

    def _in_a_form(self) -> Iterator[Block]:
        if len(self._offer.forms) > 1:
            yield Paragraph(Content("   ").join(map(self._choice, self._offer.forms)))
        if self._form not in self._can:
            yield Paragraph(Content(_no_typst()), Content.styled("!", "$text-warning"))
            return
        place = where(self._offer.place(self._form))
        yield Paragraph(Content.styled(_("It goes to {file}").format(file=place), QUIET))
        if self._form in self._there:
            said = _("There is one already: it is replaced.")
            yield Paragraph(Content(said), Content.styled("!", "$text-warning"))

    def _choice(self, form: str) -> Content:
        if form == self._form:
            return Content.styled(f"● {NAMES[form]}", "bold")
        return Content.styled(f"○ {NAMES[form]}", QUIET)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be made is written, and of one form there is no other."""
        if action == "write":
            return self._form in self._can or None
        return action != "form" or len(self._offer.forms) > 1

    def action_form(self) -> None:
        """The next form, and after the last the first."""
        forms = self._offer.forms
        self._form = forms[(forms.index(self._form) + 1) % len(forms)]
        self._say_form()

    def action_write(self) -> None:
        """Have it written so."""
        self.dismiss(self._form)
