"""The list of methods, as far as it is not narrowed to some of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.authoring import is_own
from intervisie_tui.store.export.choosing import HEADINGS, heading
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.tui.screens.cards import Search
from intervisie_tui.tui.screens.shelf import Shelf, Sieve
from intervisie_tui.tui.widgets.method_page import QUIET, row
from intervisie_tui.tui.widgets.rows import Rows

KINDS: Final[dict[str, str]] = {"": "", **dict(HEADINGS.items()), "own": N_("Your own")}
"""What the list can be narrowed to; the first is all of it."""

SPOKEN: Final[dict[str, str]] = {"": "", "nl": N_("in Dutch"), "en": N_("in English")}


class Found(Rows):
    """The methods that are listed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Open"), id="methods.read"),
    ]


class Catalogue(Vertical):
    """Rows to walk, and above them a search where that is asked for."""

    DEFAULT_CSS = """
    Catalogue {
        width: 100%; max-width: 76; height: 1fr;
        & Search { margin-bottom: 1; display: none; }
        &.-searching Search { display: block; }
    }
    """

    _search = query_one(Search)
    _rows = query_one(Rows)

    @dataclass
    class Changed(Message):
        """Other methods are listed."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._shelf = Shelf()
        self._sieve = Sieve()
        self._files: dict[str, MethodFile] = {}

    def compose(self) -> ComposeResult:
        yield Search(max_length=100)
        yield Found()

    @property
    def file(self) -> MethodFile | None:
        """The one that is chosen."""
        return self._files.get(self._rows.chosen or "")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left."""
        return not self._files

    @property
    def is_searching(self) -> bool:
        """Whether the search is open."""
        return self.has_class("-searching")

    @property
    def is_typing(self) -> bool:
        """Whether keys are words to search for."""
        return self._search.has_focus

    @property
    def narrowed(self) -> str:
        """What is listed, where that is not all of it."""
        words = (KINDS[self._sieve.kind], SPOKEN[self._sieve.language])
        return "".join(f" · {_(each)}" for each in words if each)

    def is_own(self, file: MethodFile) -> bool:
        """Whether it is the user's, to change."""
        return is_own(file.path, self._home)

    def show(self, shelf: Shelf, chosen: Path | None = None) -> None:
        """List what is there now; what is *chosen* is in it, whatever was searched for."""
        self._shelf = shelf
        if chosen is not None:
            self._sieve = Sieve()
            self.put_search_away()
        self._search.placeholder = _("A word from the title or from what it is about")
        self._list()
        if chosen is not None:
            self._rows.choose(str(chosen))

    def show_chosen(self) -> None:
        """Scroll to the one that is chosen."""
        if self.query(Rows):  # else the screen was left before it was painted
            self._rows.scroll_to_highlight()

    def _list(self) -> None:
        files = self._shelf.sorted(language())
        kept = (file for file in files if self._sieve.takes(file, own=self.is_own(file)))
        self._files = {str(file.path): file for file in kept}
        self._rows.put(self._listed())
        self.post_message(self.Changed())

    def _listed(self) -> Iterator[tuple[str | None, Content]]:
        """A row for each file, under what it is for."""
        for name, group in groupby(self._files.items(), key=lambda each: self._heading(each[1])):
            yield None, Content.styled(name, "bold")
            yield from ((path, self._row(file)) for path, file in group)
            yield None, Content()

    def _heading(self, file: MethodFile) -> str:
        if self._shelf.wrong(file) or file.head is None:
            return _("Not right yet")
        return heading(file.head)

    def _row(self, file: MethodFile) -> Content:
        if self._shelf.wrong(file) or file.head is None:
            broken = _("broken: Enter says why")
            return Content.assemble(one_line(file.path.name), (f"  ! {broken}", "$text-warning"))
        yours = " · " + _("yours") if self.is_own(file) else ""
        return Content.assemble(row(file.head), (yours, QUIET))

    # Narrowing it

    def search(self) -> None:
        """Look for words while they are typed."""
        self.add_class("-searching")
        self._search.focus()

    def put_search_away(self) -> None:
        """What there was before, with the same method chosen."""
        self.remove_class("-searching")
        self._search.value = ""
        self._rows.focus()
        # Now: who narrows a list is at the first row of it.
        self._sieve = replace(self._sieve, words="")
        self._list()

    @on(Search.Changed)
    def _searched(self) -> None:
        self._narrow(replace(self._sieve, words=self._search.words))

    def next_kind(self) -> None:
        """The next kind of methods; after the last one all of them."""
        self._narrow(replace(self._sieve, kind=_after(self._sieve.kind, [*KINDS])))

    def next_language(self) -> None:
        """The methods in the next language; after the last one in any."""
        self._narrow(replace(self._sieve, language=_after(self._sieve.language, [*SPOKEN])))

    def _narrow(self, sieve: Sieve) -> None:
        if sieve != self._sieve:
            self._sieve = sieve
            self._list()
            self._rows.action_first()

    def choose(self, by: int) -> None:
        """The method above or below."""
        if by < 0:
            self._rows.action_cursor_up()
        else:
            self._rows.action_cursor_down()


def _after(each: str, row: Sequence[str]) -> str:
    """What comes after *each*; after the last the first."""
    return row[(row.index(each) + 1) % len(row)]
