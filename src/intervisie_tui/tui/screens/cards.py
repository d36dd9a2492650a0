"""The cards for difficult moments, private: a search, the titles, and the card that is chosen."""

import asyncio
from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message

from intervisie_tui.domain.card import Card, matching
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.cards import cards
from intervisie_tui.store.export.cards import parts
from intervisie_tui.store.home import Home
from intervisie_tui.store.problems import Problem
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.line import Line
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph, Prose, Reading
from intervisie_tui.tui.widgets.rows import Rows
from intervisie_tui.tui.widgets.trouble import trouble


class CardsAsked(Message):
    """The facilitator wants the cards for difficult moments, over the screen that is open."""


class Search(Line):
    """Words that are looked for while they are typed: there is nothing to submit."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See `Widget`."""
        return action != "submit"


class Titles(Rows):
    """What was found; the keys stay with the search."""

    can_focus = False


class Cards(Dialog[None]):
    """Typing searches, the arrows choose; the card is read where it is."""

    CSS_PATH = "cards.tcss"
    AUTO_FOCUS = "Search"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the field: it would scroll, had it anything to scroll.
        *(
            Binding(key, action, words, id=f"cards.{name}", show=shown, priority=True)
            for key, action, words, name, shown in (
                ("up", "choose(-1)", N_("Card above"), "up", False),
                ("down", "choose(1)", N_("Card below"), "down", False),
                ("pagedown", "read(1)", N_("Read on"), "read", True),
                ("pageup", "read(-1)", N_("Read back"), "read_back", False),
            )
        ),
        Binding("escape", "dismiss", N_("Put away"), id="cards.away"),
    ]

    _search = query_one(Search)
    _titles = query_one(Titles)
    _card = query_one(Reading)

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._cards: tuple[Card, ...] | None = None
        """In the chosen language; `None`: they are being read."""

        self._problems: tuple[Problem, ...] = ()
        """What is wrong in files that are left out."""

        self._found: dict[str, Card | tuple[Problem, ...]] = {}
        """By row: what was found, and what is wrong with a file."""

    def compose(self) -> ComposeResult:
        with Vertical(id="cards"):
            yield Search(max_length=100)
            with Vertical(id="found"):
                yield Titles()
                with VerticalScroll(id="card", can_focus=False):
                    yield Reading()
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        self._search.placeholder = _("What is going on? A word, or ↑ and ↓")
        self._read_files()

    @work(exclusive=True)
    async def _read_files(self) -> None:
        self._cards, self._problems = await asyncio.to_thread(cards, self._home, language())
        self._look()

    @on(Search.Changed)
    def _look(self) -> None:
        """Look for the words that stand there now; the best card is chosen."""
        if self._cards is None:
            return
        words = self._search.words
        found = matching(self._cards, words)
        self._found = {f"card {number}": card for number, card in enumerate(found)}
        if not words:
            self._found |= self._left_out()
        self._titles.put((row, _row(each)) for row, each in self._found.items())
        self._titles.action_first()
        self._show()

    def _left_out(self) -> dict[str, tuple[Problem, ...]]:
        """The files that cannot be used, with what is wrong with each."""
        files: dict[str, tuple[Problem, ...]] = {}
        for problem in self._problems:
            row = f"file {problem.path}"
            files[row] = (*files.get(row, ()), problem)
        return files

    @on(Titles.OptionHighlighted)
    def _show(self) -> None:
        self._card.update(Prose(self._page()))
        self.query_one("#card").scroll_home(animate=False)

    def _page(self) -> Iterator[Paragraph]:
        match self._found.get(self._titles.chosen or ""):
            case None:
                yield Paragraph(Content.styled(_("No card has all of these words."), "dim"))
            case Card() as card:
                yield from card_page(card)
            case problems:
                yield from (Paragraph(Content(trouble(each)), "!") for each in problems)

    def action_choose(self, by: int) -> None:
        """The card above or below."""
        if by < 0:
            self._titles.action_cursor_up()
        else:
            self._titles.action_cursor_down()

    def action_read(self, pages: int) -> None:
        """Read on or back in a card that is longer than there is room for."""
        card = self.query_one("#card")
        card.scroll_relative(y=pages * (card.size.height - 1), animate=False)


def card_page(card: Card) -> Iterator[Paragraph]:
    """What stands on a card; its title is chosen beside it."""
    for number, (heading, texts) in enumerate(parts(card)):
        if number:
            yield BLANK
        yield Paragraph(Content.styled(heading, "bold"))
        yield from (Paragraph(Content(text), "·") for text in texts)


def _row(found: Card | tuple[Problem, ...]) -> Prose:
    """A card, or a file that cannot be used."""
    if isinstance(found, Card):
        return Prose((Paragraph(Content(found.title), "·"),))
    name = one_line(found[0].path.name)
    return Prose((Paragraph(Content.styled(name, "$text-warning"), "!"),))
