"""The form of a session to prepare: every field has an answer before anybody touches it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import Button

from intervisie_tui.domain.hours import hour_in, next_at
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.names import called_the_same
from intervisie_tui.domain.room import LONGEST_NAME
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.unroll import prepare
from intervisie_tui.locale import N_, _
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.end_line import EndLine
from intervisie_tui.tui.widgets.field import Field, Note
from intervisie_tui.tui.widgets.line import Line
from intervisie_tui.tui.widgets.method_page import span
from intervisie_tui.tui.widgets.name_area import NameArea
from intervisie_tui.tui.widgets.rows import Rows

SEATS: Final = range(2, 13)
"""How many people can be prepared for; whoever joins later still finds a seat."""


class MethodRows(Rows):
    """A list in a form: beyond its ends are the other fields."""

    def action_cursor_up(self) -> None:
        if self.highlighted:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        if self.highlighted == self.option_count - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down()


class PrepareForm(VerticalGroup):
    """Holds what was filled in; ↑ and ↓ go from field to field, and so does Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down,enter", "app.focus_next", show=False),
    ]

    method: var[Method | None] = var(None)
    """The method that was chosen; `None`: see `trouble`."""

    trouble: var[str] = var("")
    """Why the method that was chosen cannot be read."""

    _people = query_one("#people", Choice)
    _names = query_one("#names", NameArea)
    _giver = query_one("#giver", Choice)
    _question = query_one("#question", Line)
    _first = query_one("#first", Choice)
    _end = query_one("#end", EndLine)
    _group = query_one("#group", Line)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._usual = SEATS[0]
        """How many seats there are as long as nobody chose."""

        self._named = 0
        """How many seats there are because so many were named."""

    def compose(self) -> ComposeResult:
        yield Field(N_("Method"), MethodRows(id="method"))
        yield Field(N_("People"), Choice([f"{number}" for number in SEATS], id="people"))
        yield Field(N_("Names"), NameArea(id="names"))
        yield Field(N_("Case giver"), Choice([""], id="giver"))
        yield Field(N_("Question"), Line(id="question"))
        yield Field(N_("First meeting"), Choice(["", ""], id="first"))
        yield Field(N_("End"), EndLine(self._usual_end, id="end"))
        yield Field(N_("Group"), Line(id="group"))
        yield Button(id="go", compact=True)

    def on_mount(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word of it anew."""
        for field in self.query(Field):
            field.retranslate()
        self._first.options = (_("no"), _("yes: getting acquainted comes first"))
        self.query_one("#go", Button).label = Content(_("Prepare this session"))
        self._seat_everyone()

    # What was filled in

    def session(self, key: str) -> Session | None:
        """What was asked for, its method under *key*; `None`: something is in the way.

        Then the field that it is about has the focus.
        """
        wrong = self.tell()
        if wrong is not None:
            wrong.control.focus()
            wrong.show_whole()
        if wrong is not None or self.method is None:
            return None
        now, hour = self._clock(), self._end.hour
        return prepare(
            key,
            self.method,
            now,
            names=self._seats(),
            case_giver=self._giver.at or None,
            question=self._question.words,
            group=self._group.words,
            first_meeting=self._first.at == 1,
            due=None if hour is None else next_at(hour, now),
        )

    def _seats(self) -> tuple[str, ...]:
        """A name for every seat, empty where nobody is named."""
        names = self._names.names
        return (*names, *[""] * (SEATS[self._people.at] - len(names)))

    def _usual_end(self) -> datetime:
        minutes = self.method and self.method.minutes
        return self._clock() + timedelta(minutes=minutes.middle if minutes else 60)

    # What follows from what was filled in

    def watch_method(self, method: Method | None) -> None:
        if method is None:
            return
        # A number that nobody chose goes with the method.
        if SEATS[self._people.at] == self._usual:
            self._people.at = SEATS.index(_suits_best(method))
        self._usual = _suits_best(method)
        self._seat_everyone()

    def watch_trouble(self) -> None:
        if self.is_mounted:
            self.tell()

    @on(NameArea.Changed)
    @on(Choice.Changed, "#people")
    def _seat_everyone(self) -> None:
        """Give whoever is named a seat, and let the case giver be one of them."""
        named = min(len(self._names.names), SEATS[-1])
        if named and SEATS[self._people.at] in {self._usual, self._named} and named in SEATS:
            # As long as nobody chose another number, there are as many seats as names.
            self._people.at = SEATS.index(named)
            self._named = named
        elif SEATS[self._people.at] < named:
            self._people.at = SEATS.index(named)
        seats = self._seats()
        if self._giver.at > len(seats):
            self._giver.at = 0
        self._giver.options = (
            _("not known yet"),
            *(
                name[:LONGEST_NAME] or _("Seat {number}").format(number=number)
                for number, name in enumerate(seats, 1)
            ),
        )
        self.tell()

    @on(EndLine.Changed)
    def _look_again(self) -> None:
        self.tell()

    @on(Line.Submitted)
    @on(MethodRows.OptionSelected)
    def _go_on(self) -> None:
        self.screen.focus_next()

    # What is said about it

    def tell(self) -> Field | None:
        """Say under each field what helps or what is wrong.

        Gives the first where something stands in the way; `None`: nothing does.
        """
        names = self._names.names
        notes = {
            "method": Note(self.trouble, stop=bool(self.trouble)),
            "people": about_people(self.method, SEATS[self._people.at], len(names)),
            "names": about_names(names),
            "question": Note(_("The group can read it. You may also find it together.")),
            "end": about_end(self._end.value),
            "group": Note(_("On the welcome sheet, and in your list of records.")),
        }
        fields = {field.control.id or "": field for field in self.query(Field)}
        for key, field in fields.items():
            field.tell(notes.get(key, Note()))
        return next((fields[key] for key, note in notes.items() if note.stop), None)


def about_people(method: Method | None, seats: int, named: int) -> Note:
    """Whether the method suits so many people."""
    if method is None:
        return Note()
    suits = _("This method suits {number} people.").format(number=span(method.people))
    if not method.people.low <= seats <= method.people.high:
        return Note(suits, loud=True)
    if seats == named:
        return Note(_("As many as there are names."))
    return Note(suits)


def about_names(names: tuple[str, ...]) -> Note:
    """Whether these can be the names of people in one group."""
    if len(names) > SEATS[-1]:
        many = _("{number} names, and there is room for {most}: take some out.")
        return Note(many.format(number=len(names), most=SEATS[-1]), stop=True)
    if (twice := called_the_same(names)) is not None:
        two = _("Two people are called {name}: add a letter.")
        return Note(two.format(name=twice[:LONGEST_NAME]), stop=True)
    if any(len(name) > LONGEST_NAME for name in names):
        cut = _("A name is long: its first {number} characters are kept.")
        return Note(cut.format(number=LONGEST_NAME), loud=True)
    return Note(_("One on a line, or with commas. Nobody needs to be named."))


def about_end(text: str) -> Note:
    """Whether that is a time of day."""
    try:
        hour = hour_in(text)
    except ValueError:
        return Note(_("That is no time of day, as 16:30 is."), stop=True)
    if hour is None:
        return Note(_("Not agreed. ← and → turn to a time; or type it, as 16:30."))
    return Note(_("You will see how far ahead or behind the plan is."))


def _suits_best(method: Method) -> int:
    """How many people to begin with."""
    return min(max(round(method.people.middle), SEATS[0]), SEATS[-1])
