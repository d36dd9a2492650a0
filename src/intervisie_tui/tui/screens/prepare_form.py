"""The form of a session to prepare: every field has an answer before anybody touches it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import Button

from intervisie_tui.domain import checklist
from intervisie_tui.domain.checklist import Checklist
from intervisie_tui.domain.convene import Case, convene, used
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.hours import next_at
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.person import LONGEST_NAME
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.store.convening import Filled, Ready, convened
from intervisie_tui.tui.screens import planning
from intervisie_tui.tui.screens import prepare_notes as say
from intervisie_tui.tui.screens.planning import SEATS
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.end_line import EndLine
from intervisie_tui.tui.widgets.field import Field, Note
from intervisie_tui.tui.widgets.line import Line
from intervisie_tui.tui.widgets.method_choice import MethodChoice
from intervisie_tui.tui.widgets.name_area import NameArea


class Door(Button):
    """Opens something, as Enter does, with the keys that turn the other fields."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("right,space", "press", show=False)]


class PrepareForm(VerticalGroup):
    """Holds what was filled in; ↑ and ↓ go from field to field, and so does Enter.

    What the method has no use for is not asked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down,enter", "app.focus_next", show=False),
    ]

    method: var[Method | None] = var(None)
    """The method that was chosen; `None`: see `trouble`."""

    trouble: var[str] = var("")
    """Why the method that was chosen cannot be read."""

    instead: var[tuple[str, ...]] = var(())
    """The titles of methods for a group that meets for the first time."""

    ready: var[Ready] = var(Ready())
    """What the method is planned with."""

    checklist: var[Checklist] = var(Checklist())
    """What was done with the check-list of this method, and of those chosen before."""

    _people = query_one("#people", Choice)
    _names = query_one("#names", NameArea)
    _giver = query_one("#giver", Choice)
    _question = query_one("#question", Line)
    _online = query_one("#online", Choice)
    _first = query_one("#first", Choice)
    _begin = query_one("#begin", EndLine)
    _end = query_one("#end", EndLine)
    _cases = query_one("#cases", Choice)
    _group = query_one("#group", Line)

    def __init__(self, clock: Callable[[], datetime], group: Group | None = None) -> None:
        """*group* is filled in, as it is now; `None`: nobody is known."""
        super().__init__()
        self._clock = clock
        self._for = group
        self._usual = SEATS[0]
        """How many seats there are as long as nobody chose."""

        self._named = 0
        """How many seats there are because so many were named."""

    def compose(self) -> ComposeResult:
        yield Field(N_("Method"), MethodChoice(id="method"))
        yield Field(N_("People"), Choice([f"{number}" for number in SEATS], id="people"))
        yield Field(N_("Names"), NameArea(id="names"))
        yield Field(N_("Case giver"), Choice([""], id="giver"))
        yield Field(N_("Question"), Line(id="question"))
        yield Field(N_("Where"), Choice(["", ""], id="online"))
        yield Field(N_("First meeting"), Choice(["", ""], id="first"))
        yield Field(N_("Begin"), EndLine(self._clock, id="begin"))
        yield Field(N_("End"), EndLine(self._usual_end, id="end"))
        yield Field(N_("Cases"), Choice([""], id="cases"))
        yield Field(N_("Group"), Line(id="group"))
        yield Field(N_("Check-list"), Door(id="checklist", compact=True))
        yield Button(id="go", compact=True)

    def on_mount(self) -> None:
        if self._for is not None:
            self._group.value = self._for.name
            self._names.text = ", ".join(self._for.titled(each.id) for each in self._for.present)
            self._names.move_cursor(self._names.document.end)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word of it anew."""
        for field in self.query(Field):
            field.retranslate()
        self._online.options = (_("in the room"), _("online"))
        self._first.options = (_("no"), self._yes())
        self.query_one("#checklist", Button).label = Content(_("Go through it"))
        self.query_one("#go", Button).label = Content(_("Hang the welcome sheet"))
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
        session = self._planned(key, self.method)
        return checklist.noted(session, self.checklist)

    def _planned(self, key: str, method: Method) -> Session:
        known = convened(self._filled(), self.ready, self._for, self._clock())
        return convene(key, method, self._clock(), known)

    def _filled(self) -> Filled:
        method = self.method
        is_meeting = method is not None and method.kind == "meeting"
        return Filled(
            names=self._seats(),
            cases=(Case(),) * self._asked(self._cases) if is_meeting else self._case(),
            group=self._group.words,
            first_meeting=self._asked(self._first) == 1,
            online=self._asked(self._online) == 1,
            begin=self._begin.hour if is_meeting else None,
            end=self._end.hour,
        )

    def _case(self) -> tuple[Case]:
        """The case, as far as it is known."""
        question = self._question.words if self._field("question").display else ""
        return (Case(by=self._asked(self._giver) or None, question=question),)

    @property
    def points(self) -> tuple[Moment, ...]:
        """What is to be gone through before the meeting."""
        if self.method is None:
            return ()
        return checklist.points(
            self.method,
            first_meeting=self._asked(self._first) == 1,
            online=self._asked(self._online) == 1,
        )

    def _field(self, key: str) -> Field:
        return next(field for field in self.query(Field) if field.control.id == key)

    def _asked(self, choice: Choice) -> int:
        """Where *choice* was turned to; 0 where it is not asked."""
        return choice.at if self._field(choice.id or "").display else 0

    def _seats(self) -> tuple[str, ...]:
        """A name for every seat, empty where nobody is named."""
        names = self._names.names
        return (*names, *[""] * (SEATS[self._people.at] - len(names)))

    def _usual_end(self) -> datetime:
        minutes = self.method and self.method.minutes
        begin = planning.hour_or_none(self._begin.value)
        starts = self._clock() if begin is None else next_at(begin, self._clock())
        return starts + timedelta(minutes=minutes.middle if minutes else 60)

    # What follows from what was filled in

    def watch_method(self, method: Method | None) -> None:
        if method is None:
            return
        # A number that nobody chose goes with the method.
        if SEATS[self._people.at] == self._usual:
            self._people.at = SEATS.index(planning.suits_best(method))
        self._usual = planning.suits_best(method)
        for key, is_asked in planning.asked(method).items():
            self._field(key).display = is_asked
        self._first.options = (_("no"), self._yes())
        self._seat_everyone()

    def _yes(self) -> str:
        """What a first meeting means with this method."""
        anew = self.method is not None and planning.starts_anew(self.method)
        return _("yes: getting acquainted comes first") if anew else _("yes")

    def watch_trouble(self) -> None:
        if self.is_mounted:
            self.tell()

    watch_instead = watch_checklist = watch_trouble

    def watch_ready(self, ready: Ready) -> None:
        """A group that never met meets for the first time, unless somebody says no."""
        if ready.number is not None:
            self._first.at = int(ready.number == 1)
        self.watch_trouble()

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
        self._giver.options = self._givers(seats)
        self._cases.options = planning.numbers(self.method, len(seats))
        self.tell()

    def _givers(self, seats: tuple[str, ...]) -> tuple[str, ...]:
        """Whose case it can be; where it goes round there is nothing to choose."""
        if self.method is not None and self.method.rotates:
            return (_("everybody in turn"),)
        names = (
            name[:LONGEST_NAME] or _("Seat {number}").format(number=number)
            for number, name in enumerate(seats, 1)
        )
        return (_("not known yet"), *names)

    @on(EndLine.Changed)
    @on(Choice.Changed, "#first, #online, #cases")
    def _look_again(self) -> None:
        self.tell()

    @on(Line.Submitted)
    def _go_on(self) -> None:
        self.screen.focus_next()

    # What is said about it

    def tell(self) -> Field | None:
        """Say under each field what helps or what is wrong.

        Gives the first where something stands in the way; `None`: nothing does.
        """
        names, points = self._names.names, self.points
        self._field("checklist").display = bool(points)
        notes = {
            "method": say.about_method(self.method, self.trouble),
            "people": say.about_people(self.method, SEATS[self._people.at], len(names)),
            "names": say.about_names(names),
            "question": Note(_("The group can read it. You may also find it together.")),
            "first": say.about_first(
                self.method, first_meeting=self._first.at == 1, instead=self.instead
            ),
            "begin": planning.about_begin(self._begin.value),
            "end": self._about_end(),
            "cases": planning.about_cases(self.method, self.ready),
            "group": Note(_("On the welcome sheet, and in your list of records.")),
            "checklist": say.about_checklist(points, self.checklist),
        }
        fields = {field.control.id or "": field for field in self.query(Field)}
        for key, field in fields.items():
            field.tell(notes.get(key, Note()))
        return next((fields[key] for key, note in notes.items() if note.stop), None)

    def _about_end(self) -> Note:
        """Whether that is a time of day and, of a meeting, whether all of it fits."""
        note = say.about_end(self._end.value)
        wrong = note.stop or planning.about_begin(self._begin.value).stop
        if wrong or self.method is None or self.method.kind != "meeting" or self.trouble:
            return note
        if not all(name in self.ready.library for name in used(self.method)):
            return note  # they are being read
        planned = self._planned("", self.method)
        return planning.about_time(planned, self._clock()) or note
