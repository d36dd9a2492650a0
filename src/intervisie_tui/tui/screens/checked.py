"""One's own method beside the check: what is wrong in it, or that it is ready to use."""

import asyncio
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from intervisie_tui.domain.text import one_line
from intervisie_tui.domain.timeline import Timeline
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.authoring import from_home
from intervisie_tui.store.editor import edit, editor
from intervisie_tui.store.excerpt import excerpt
from intervisie_tui.store.export import meeting
from intervisie_tui.store.export.timeline import Row, heading, remarks, timelines, totals
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import SETS_EDITOR
from intervisie_tui.store.problems import reason
from intervisie_tui.store.rehearsal import Follower, Version
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.widgets.method_page import QUIET
from intervisie_tui.tui.widgets.reading import BLANK, Block, Paragraph, Table, Verbatim
from intervisie_tui.tui.widgets.trouble import trouble


class Checked(Page):
    """Follows a file: each time it is saved, it is checked and said anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("Edit"), id="checked.edit", tooltip=N_("Open it in your editor")),
        Binding(
            "t",
            "rehearse",
            N_("Try"),
            id="checked.rehearse",
            tooltip=N_("Rehearse it with a group that is not there; nothing is kept"),
        ),
        Binding(
            "g",
            "guide",
            N_("Guide"),
            id="checked.guide",
            tooltip=N_("How to write a method, with every key"),
        ),
    ]

    @dataclass
    class Saved(Message):
        """The file was saved. Posted from the thread that reads it."""

        version: Version

    def __init__(self, home: Home, path: Path, *, editing: bool = False) -> None:
        """*editing*: it is opened in the editor first."""
        super().__init__(self._page)
        self._path = path
        self._editing = editing
        self._version: Version | None = None
        """`None`: it is being read."""

        self._how = ""
        """Why there is no editor, and what to do; empty: there is one."""

        self._follower = Follower(
            home, path, lambda version: self.post_message(self.Saved(version))
        )

    def on_mount(self) -> None:
        if self._editing:
            self.action_edit()
        self._follower.begin()

    def on_unmount(self) -> None:
        self._follower.end()

    @on(Saved)
    def _read_again(self, event: Saved) -> None:
        self._version = event.version
        self.retranslate()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be used cannot be tried."""
        if action == "rehearse":
            return self._version is not None and self._version.said.method is not None
        return True

    def action_edit(self) -> None:
        """Give the terminal to the editor until it is left."""
        words = editor(os.environ)
        if not words:
            self._tell(_no_editor())
            return
        try:
            with self.app.suspend():
                edit(self._path, words)
        except SuspendNotSupported:
            self._tell(_("This terminal cannot be lent to an editor."))
        except OSError as error:
            said = _("“{editor}” does not start: {reason}")
            self._tell(said.format(editor=one_line(words[0]), reason=reason(error)))
        else:
            self._tell("")

    def _tell(self, how: str) -> None:
        self._how = how
        self.retranslate()

    def action_rehearse(self) -> None:
        """Try the version that is checked here."""
        from intervisie_tui.tui.screens.rehearsal import RehearsalAsked

        if self._version is not None and self._version.said.method is not None:
            self.post_message(RehearsalAsked(self._path, self._version.said.method))

    @work(exclusive=True)
    async def action_guide(self) -> None:
        """Look something up."""
        from intervisie_tui.tui.screens.guide import GuidePage, guides

        read = await asyncio.to_thread(guides)
        await self.app.push_screen(GuidePage(read))

    # What is said

    def _page(self) -> Iterator[Block]:
        version = self._version
        method = None if version is None else version.said.method
        title = one_line(self._path.name) if method is None else method.title
        yield Paragraph(Content.styled(title, "bold underline"))
        yield BLANK
        if self._how:
            yield Paragraph(Content(self._how), Content.styled("!", "$text-warning"))
            where = _(
                "It is in {file}. Open it in a program for plain text; each time you save, it"
                " is checked here."
            )
            yield Paragraph(Content(where.format(file=from_home(self._path))), indent=2)
            yield BLANK
        if version is not None:
            yield from _verdict(version)


def _verdict(version: Version) -> Iterator[Block]:
    method, problems = version.said.method, version.said.problems
    if method is None:
        said = ngettext("{number} thing is wrong", "{number} things are wrong", len(problems))
        yield Paragraph(Content.styled(said.format(number=len(problems)), "bold $text-warning"))
    elif problems:
        said = ngettext(
            "It can be used; {number} thing to look at once more",
            "It can be used; {number} things to look at once more",
            len(problems),
        )
        yield Paragraph(Content.styled(said.format(number=len(problems)), "bold"))
    else:
        yield Paragraph(Content.styled(_("Ready to use"), "bold"), "✓")
    for problem in problems:
        yield BLANK
        yield Paragraph(Content(trouble(problem)), "!")
        if shown := excerpt(problem, version.text):
            yield Verbatim(shown)
    if method is None:
        return
    if method.kind == "meeting":
        library, usual = version.ready.library, version.ready.usual
        planned = meeting.Planned(meeting=method, library=library, usual=usual)
        small, *larger = planned.timelines()
        # What a case takes is said in so many words that a terminal has no room for more sizes.
        made = small, *larger[-1:]
        yield from _lengths(made, meeting.rows(planned, made), meeting.explained(planned, made))
    else:
        made = timelines(method)
        yield from _lengths(made, totals(method, made), remarks(made))


def _lengths(
    made: Iterable[Timeline], rows: tuple[Row, ...], explained: Iterable[str]
) -> Iterator[Block]:
    """How long all of it takes, as `intervisie check` says it; nothing where no moment has a time.

    A first meeting and one online stand by themselves: what the file says is of all of them.
    """
    if not any(each.total.most for each in made):
        return
    yield BLANK
    yield Paragraph(Content.styled(heading(), QUIET))
    if all(len({*cells}) == 1 for _title, cells in rows[1:]):
        # A group of any size takes as long.
        rows = tuple((title, cells[:1]) for title, cells in rows[1:])
    yield Table(tuple(tuple(map(Content, (title, *cells))) for title, cells in rows))
    yield from (Paragraph(Content.styled(each, QUIET)) for each in explained)


def _no_editor() -> str:
    """What to do where no editor is set."""
    return _(
        "No editor is set yet. Do that in the terminal, before you start the program: type"
        " {command}, or the name of another editor."
    ).format(command=SETS_EDITOR)
