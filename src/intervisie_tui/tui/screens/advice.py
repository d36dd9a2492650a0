"""Choosing a method: what there is, turned to with the arrows, and what then fits."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.domain.choosing import Advice, Asked, Done, Known, Wishes, advise
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.past import Held, done
from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.export.choosing import QUESTIONS, headed, told
from intervisie_tui.store.export.past import whose_turn
from intervisie_tui.store.export.phrases import length
from intervisie_tui.store.groups import groups
from intervisie_tui.store.heads import heads
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import MethodHead
from intervisie_tui.store.past import held
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.shelf import Shelf
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.field import Field, Note
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_page import row
from intervisie_tui.tui.widgets.reading import Paragraph, Prose
from intervisie_tui.tui.widgets.rows import Rows

# The first of each: it is not known, or does not matter.
MINUTES: Final = (None, 30, 45, 60, 75, 90, 105, 120, 150, 180)
PEOPLE: Final = (None, *range(2, 13))
ASKED: Final[tuple[Asked | None, ...]] = (None, *QUESTIONS)
KNOWN: Final[tuple[Known | None, ...]] = (None, "new", "acquainted")

INDENT: Final = 2
"""Cells before the reasons, under the name of a method."""


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that a meeting may be of, and what each did."""

    known: Sequence[Group] = ()
    held: Mapping[str, Sequence[Held]] = field(default_factory=dict)
    """By the id of the group, the newest meeting first."""


class AdviceRows(Rows):
    """The methods; above the first of them is what there is."""

    def action_cursor_up(self) -> None:
        if all(option.disabled for option in self.options[: self.highlighted or 0]):
            self.screen.focus_previous()
        else:
            super().action_cursor_up()


class WishForm(VerticalGroup):
    """What there is; ↑ and ↓ go from one to the next, and on to the methods."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down,enter", "app.focus_next", show=False),
    ]

    _minutes = query_one("#minutes", Choice)
    _people = query_one("#people", Choice)
    _question = query_one("#question", Choice)
    _group = query_one("#group", Choice)
    _meeting_of = query_one("#meeting-of", Choice)

    def __init__(self) -> None:
        super().__init__(id="wishes")
        self._for = Field(N_("For"), Choice([""], id="meeting-of"))
        self.groups: Sequence[Group] = ()
        """Which there are; without any it is not asked for which it is."""

    def compose(self) -> ComposeResult:
        yield Field(N_("Time"), Choice([""], id="minutes"))
        yield Field(N_("People"), Choice([""], id="people"))
        yield Field(N_("Question"), Choice([""], id="question"))
        yield Field(N_("Group"), Choice([""], id="group"))
        yield self._for

    def retranslate(self) -> None:
        """Say every word of it anew."""
        for each in self.query(Field):
            each.retranslate()
            each.tell(Note())
        self._for.display = bool(self.groups)
        either = _("does not matter")
        self._minutes.options = (either, *(length(each, each) for each in MINUTES if each))
        self._people.options = (either, *(f"{each}" for each in PEOPLE if each))
        self._question.options = (either, *map(_, QUESTIONS.values()))
        self._group.options = (either, _("is new"), _("knows each other well"))
        names = (group.name for group in self.groups)
        self._meeting_of.options = (_("no group in particular"), *names)

    def tell(self, words: str) -> None:
        """Say something of the group that it is for."""
        self._for.tell(Note(words))

    @property
    def meeting_of(self) -> Group | None:
        """The group that it is for; `None`: none in particular."""
        at = self._meeting_of.at
        return self.groups[at - 1] if 0 < at <= len(self.groups) else None

    @property
    def wishes(self) -> Wishes:
        """What was turned to."""
        return Wishes(
            minutes=MINUTES[self._minutes.at],
            people=PEOPLE[self._people.at],
            question=ASKED[self._question.at],
            group=KNOWN[self._group.at],
        )


class AdviceScreen(Room[Path | None]):
    """Answers with the file of a method to prepare a session with, as the list of methods does."""

    CSS_PATH = "advice.tcss"
    AUTO_FOCUS = "#minutes"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", N_("Back"), id="advice.away", tooltip=N_("Back home")),
    ]

    _form = query_one(WishForm)
    _rows = query_one(AdviceRows)
    _hint = query_one("#hint", Static)

    def __init__(self, shelf: Shelf, home: Home | None = None) -> None:
        """*home* has the groups that it may be for."""
        super().__init__()
        self._shelf = shelf
        self._home = home
        self._groups = Groups()
        self._heads: dict[str, MethodHead] = {}
        """What can be chosen from, by its file."""
        self._ids: dict[str, str] = {}
        """The ids of these methods, by the file."""

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield WishForm()
        yield AdviceRows()
        yield Static(id="hint")
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()
        if self._home is not None:
            self._look(self._home)

    @work(exclusive=True)
    async def _look(self, home: Home) -> None:
        self._groups = await asyncio.to_thread(_groups, home)
        if self.is_attached and self._groups.known:
            self._form.groups = self._groups.known
            self._form.retranslate()

    def retranslate(self) -> None:
        self.query_one("#title", Static).update(Content(_("Choose a method")))
        self._form.retranslate()
        self._heads = {
            str(file.path): file.head
            for file in self._shelf.usable(language())
            if file.head is not None and file.head.language == language()
        }
        self._ids = {str(file.path): file.id for file in self._shelf.files}
        self._advise()

    @on(Choice.Changed)
    def _advise(self) -> None:
        """Say what fits now, and begin at the best."""
        wishes = self._form.wishes
        self._rows.put(self._listed(advise(self._heads, wishes, self._done()), wishes))
        self._rows.action_first()

    def _done(self) -> Mapping[str, Done]:
        """What the group that it is for did with each of them; whose turn it could be is said."""
        if (group := self._form.meeting_of) is None:
            self._form.tell("")
            return {}
        before = self._groups.held[group.id]
        self._form.tell(whose_turn(group, before))
        known = done(before, [self._ids[path] for path in self._heads])
        return {path: known[id_] for path, id_ in self._ids.items() if id_ in known}

    def _listed(
        self, advices: dict[str, Advice], wishes: Wishes
    ) -> Iterator[tuple[str | None, Content | Prose]]:
        """Each method with its reasons, under whether it fits."""
        if not advices:
            yield None, Content(_("There is no method that can be read."))
        fits = None
        for path, advice in advices.items():
            if advice.fits != fits:
                fits = advice.fits
                yield None, Content.styled(headed(fits), "bold")
            head = self._heads[path]
            why = Content.styled(told(advice, head, wishes), "$foreground-muted")
            yield path, Prose((Paragraph(row(head)), Paragraph(why, indent=INDENT)))

    def on_descendant_focus(self) -> None:
        self.set_class(self.focused is not self._rows, "-wishing")

    @on(Rows.OptionHighlighted)
    def _say_hint(self) -> None:
        head = self._heads.get(self._rows.chosen or "")
        self._hint.update(Content(head.fit.when if head else ""))

    @on(Rows.OptionSelected)
    def _choose(self, event: Rows.OptionSelected) -> None:
        self.dismiss(Path(event.option_id or ""))


def _groups(home: Home) -> Groups:
    """The groups that still meet, with what they did; it reads files."""
    known = [file.group for file in groups(home) if file.group and not file.group.archived]
    found = heads(home) if known else []
    return Groups(known, {group.id: held(found, group.id) for group in known})
