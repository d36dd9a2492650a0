"""What is said under the fields of a session to prepare: what helps, and what is wrong."""

from collections.abc import Sequence
from typing import Final

from intervisie_tui.domain.checklist import Checklist
from intervisie_tui.domain.hours import hour_in
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.names import called_the_same
from intervisie_tui.domain.person import LONGEST_NAME
from intervisie_tui.domain.room import SEATS
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import length, span
from intervisie_tui.tui.screens.checklist import progress
from intervisie_tui.tui.widgets.field import Note

FEW: Final = 3
"""Methods that are named as something else to do; more is no help."""


def about_method(method: Method | None, trouble: str) -> Note:
    """What the method is, or why it cannot be read."""
    if trouble:
        return Note(trouble, stop=True)
    if method is None:
        return Note()
    takes = "" if method.minutes is None else length(method.minutes.low, method.minutes.high)
    return Note(" · ".join(filter(None, [takes, method.summary])))


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
    if len(names) > SEATS:
        many = _("{number} names, and there is room for {most}: take some out.")
        return Note(many.format(number=len(names), most=SEATS), stop=True)
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


def about_first(method: Method | None, *, first_meeting: bool, instead: Sequence[str]) -> Note:
    """Whether the group knows each other well enough (S3.5, S3.9).

    Only a hint: whoever leads the group knows it. *instead* are the titles of other methods.
    """
    if method is None or not first_meeting or method.fit.group != "acquainted":
        return Note()
    said = [_("This method asks for a group that has known each other for some time.")]
    if instead:
        said.append(_("You could also take: {methods}.").format(methods=", ".join(instead[:FEW])))
    return Note(" ".join(said))


def about_checklist(points: tuple[Moment, ...], done: Checklist) -> Note:
    """How far the check-list is, and what becomes of what was noted with it."""
    if not done.ticked and not done.answers:
        return Note(_("For yourself, before the meeting. F6 opens it too."))
    said = [progress(points, done)]
    if done.answers:
        said.append(_("the answers stay") if done.kept else _("the answers are forgotten"))
    return Note(" · ".join(said))
