"""The methods there are: to read, to lead, to try, and to make into one's own."""

import asyncio
from pathlib import Path
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.domain.method import Method
from intervisie_tui.locale import N_, _
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.store.problems import Problem, Refused
from intervisie_tui.tui.screens import own_methods
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.catalogue import Catalogue
from intervisie_tui.tui.screens.keys import Keys
from intervisie_tui.tui.screens.page import MethodPage, Page
from intervisie_tui.tui.screens.shelf import Shelf, looked_through, shelf_of
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_page import QUIET, whole
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph
from intervisie_tui.tui.widgets.rows import Rows
from intervisie_tui.tui.widgets.trouble import trouble

SPARE: Final = ("hand_on", "take_in", "language", "kind", "away", "search", "copy")
"""What the last line leaves out first, where it is short; Enter, by which one reads, goes last."""

TYPED: Final = {"slash", "question_mark"}
"""Keys of ours that are signs in a word, which Textual does not see while one is typed."""


class MethodsScreen(Room[Path | None]):
    """A list to read from; answers with the file of a method to prepare a session with."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "Rows"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, action, words, id=f"methods.{action}", tooltip=more)
            for key, action, words, more in (
                ("p", "prepare", N_("Prepare"), N_("Prepare a session with this method")),
                (
                    "t",
                    "rehearse",
                    N_("Try"),
                    N_("Rehearse it with a group that is not there; nothing is kept"),
                ),
                ("e", "edit", N_("Edit"), N_("Open it in your editor; of one of ours a copy")),
                ("slash", "search", N_("Search"), N_("Look for a word in the list")),
                ("g", "guide", N_("Guide"), N_("How to write a method, with every key")),
                ("c", "copy", N_("Copy"), N_("A copy of it among your own methods")),
                ("n", "new", N_("New"), N_("A small method of your own, to start from")),
                ("k", "kind", N_("Kind"), N_("Only those for a case, to open with, or your own")),
                ("l", "language", N_("Language"), N_("Only what is in one language")),
                ("i", "take_in", N_("Take in"), N_("A method that somebody gave you, from a file")),
                ("h", "hand_on", N_("Hand on"), N_("Write it to a file, for somebody else")),
            )
        ),
        # The list has its own; these are for who types in the search.
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("enter", "read", N_("Open"), id="methods.open"),
        Binding("escape", "whole", N_("To the list"), id="methods.whole"),
        Binding("escape", "away", N_("Back"), id="methods.away", tooltip=N_("Back home")),
        Binding("question_mark,f1", "keys", N_("Keys"), id="methods.keys"),
    ]

    _list = query_one(Catalogue)

    def __init__(self, home: Home, shelf: Shelf) -> None:
        super().__init__()
        self._home = home
        self._shelf = shelf
        self._stale = not shelf.methods
        """Whether files may have changed since they were looked through."""

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Catalogue(self._home)
        yield Static(id="hint")
        yield KeyLine(*(f"methods.{action}" for action in SPARE))

    def on_mount(self) -> None:
        self.retranslate()

    def on_screen_resume(self) -> None:
        # What was listed under a page was not laid out.
        self.call_after_refresh(self._list.show_chosen)
        if self._stale:
            self.run_worker(self._renew(), exclusive=True, group="look")

    async def _renew(self, chosen: Path | None = None) -> None:
        """Read anew what there is; what is chosen is shown, whatever was searched for."""
        self._stale = False
        self._shelf = await asyncio.to_thread(lambda: looked_through(shelf_of(self._home)))
        self._list.show(self._shelf, chosen)

    def retranslate(self) -> None:
        self._list.show(self._shelf)

    @property
    def _file(self) -> MethodFile | None:
        return self._list.file

    @on(Catalogue.Changed)
    @on(Rows.OptionHighlighted)
    def _say(self) -> None:
        title = Content.assemble(_("Methods"), (self._list.narrowed, QUIET))
        self.query_one("#title", Static).update(title)
        head = self._file and self._file.head
        said = head.summary if head else ""
        if self._list.is_empty:
            said = _("There is no such method.")
        self.query_one("#hint", Static).update(Content(said))
        self.refresh_bindings()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now: while words are typed, those that are none of them."""
        typed = TYPED if self._list.is_typing else set()
        active = super().active_bindings
        return {key: each for key, each in active.items() if key not in typed}

    def action_keys(self) -> None:
        """All keys."""
        self.app.push_screen(Keys(self.active_bindings))

    # Looking for one

    def action_search(self) -> None:
        """Look for words while they are typed."""
        self._list.search()

    def action_kind(self) -> None:
        """Only the next kind of methods; after the last one all of them."""
        self._list.next_kind()

    def action_language(self) -> None:
        """Only the methods in the next language; after the last one in any."""
        self._list.next_language()

    def action_choose(self, by: int) -> None:
        """The method above or below."""
        self._list.choose(by)

    def action_away(self) -> None:
        """Home."""
        self.dismiss(None)

    def action_whole(self) -> None:
        """Out of the search, at the method that was found."""
        self._list.put_search_away()

    # What is done with a method

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is broken can be read and mended, and no more than that."""
        if action in {"prepare", "rehearse", "copy"}:
            return self._file is not None and not self._shelf.wrong(self._file)
        if action in {"edit", "hand_on", "read"}:
            return self._file is not None
        if action == "whole":
            return self._list.is_searching
        return True

    def action_prepare(self) -> None:
        """Go and prepare a session with this method."""
        if self._file is not None:
            self.dismiss(self._file.path)

    @on(Rows.OptionSelected)
    @work(exclusive=True, group="read")
    async def action_read(self) -> None:
        """A page about it; of one's own that is not right, what is wrong."""
        if (file := self._file) is None:
            return
        try:
            method = await self._method(file)
        except Refused as refused:
            problems = refused.problems
            if self._list.is_own(file):
                self._check(file.path)
            else:
                await self.app.push_screen(Page(lambda: broken_page(problems)))
        else:
            titles = self._shelf.titles(method.language)
            page = MethodPage(lambda: whole(method, titles))
            await self.app.push_screen(page, self._done_reading)

    async def _method(self, file: MethodFile) -> Method:
        return await asyncio.to_thread(self._shelf.method, file)

    async def _done_reading(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    @work(exclusive=True, group="read")
    async def action_rehearse(self) -> None:
        """Try it on the live screen."""
        from intervisie_tui.tui.screens.rehearsal import RehearsalAsked

        if (file := self._file) is None:
            return
        self._stale = True
        try:
            method = await self._method(file)
        except Refused:
            await self._renew()  # then the list says so
        else:
            self.post_message(RehearsalAsked(file.path, method))

    @work(exclusive=True, group="read")
    async def action_guide(self) -> None:
        """How to write a method."""
        from intervisie_tui.tui.screens.guide import GuidePage, guides

        read = await asyncio.to_thread(guides)
        await self.app.push_screen(GuidePage(read))

    @work(exclusive=True, group="author")
    async def action_new(self) -> None:
        """A small method of one's own."""
        await self._show(await own_methods.make_new(self, self._home))

    @work(exclusive=True, group="author")
    async def action_copy(self) -> None:
        """A copy of it, to change."""
        if (file := self._file) is not None:
            await self._show(await own_methods.make_copy(self, self._home, file))

    @work(exclusive=True, group="author")
    async def action_take_in(self) -> None:
        """A method from a file, after it was checked."""
        await self._show(await own_methods.take_in(self, self._home))

    @work(exclusive=True, group="author")
    async def action_hand_on(self) -> None:
        """Write the method to a file."""
        if (file := self._file) is not None:
            await own_methods.hand_on(self, file)

    @work(exclusive=True, group="author")
    async def action_edit(self) -> None:
        """Open one's own in the editor, and see the check; of one of ours a copy."""
        if (file := self._file) is None:
            return
        if self._list.is_own(file):
            self._check(file.path, editing=True)
        elif path := await own_methods.make_copy(self, self._home, file, to_edit=True):
            await self._show(path)
            self._check(path, editing=True)

    async def _show(self, path: Path | None) -> None:
        """A file that was made now, in the list."""
        if path is not None:
            await self._renew(path)

    def _check(self, path: Path, *, editing: bool = False) -> None:
        from intervisie_tui.tui.screens.checked import Checked

        self._stale = True
        self.app.push_screen(Checked(self._home, path, editing=editing))


def broken_page(problems: tuple[Problem, ...]) -> tuple[Paragraph, ...]:
    """Everything that is wrong with a method file."""
    return (
        Paragraph(Content.styled(_("This method cannot be used yet"), "bold underline")),
        BLANK,
        *(Paragraph(Content(trouble(problem)), "!") for problem in problems),
        BLANK,
        Paragraph(Content(_("The other methods work. Mend the file, and it is read anew."))),
    )
