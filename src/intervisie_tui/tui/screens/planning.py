"""What follows from what is filled in: who comes, how many cases there are, and what fits."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Final

from intervisie_tui.domain import agenda, replan
from intervisie_tui.domain.hours import hour_in
from intervisie_tui.domain.meeting import ANY
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import MANY
from intervisie_tui.locale import _, ngettext
from intervisie_tui.store.convening import Ready
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.widgets.field import Note

SEATS: Final = range(2, 13)
"""How many people can be prepared for; whoever joins later still finds a seat."""


def asked(method: Method) -> Mapping[str, bool]:
    """The fields that only some methods ask for, and whether this one does."""
    has_case, meets = method.kind == "case", method.kind == "meeting"
    return {
        "giver": has_case,
        "question": has_case and not method.rotates,
        "online": meets or method.has_editions,
        "first": meets or starts_anew(method) or method.fit.group == "acquainted",
        "begin": meets,
        "cases": meets and may_have_more(method),
    }


def may_have_more(meeting: Method) -> bool:
    """Whether it is up to the group how many cases the meeting has."""
    return any(block.cases.low < block.cases.high for block in meeting.blocks)


def numbers(method: Method | None, people: int) -> tuple[str, ...]:
    """How many cases there can be; first what the meeting itself says."""
    if method is None or method.kind != "meeting":
        return ("",)
    everybody = any(block.cases.high == MANY for block in method.blocks)
    usual = _("everybody brings one") if everybody else _("as few as the meeting has")
    return (usual, *(f"{number}" for number in range(1, people + 1)))


def hour_or_none(text: str) -> time | None:
    """A time of day; `None`: nothing, or nothing that is one."""
    try:
        return hour_in(text)
    except ValueError:
        return None


def about_begin(text: str) -> Note:
    """Whether that is a time of day."""
    try:
        said = hour_in(text)
    except ValueError:
        return Note(_("That is no time of day, as 16:30 is."), stop=True)
    if said is None:
        return Note(_("When the welcome sheet is taken down. ← and → turn to a time."))
    return Note()


def about_cases(method: Method | None, ready: Ready) -> Note:
    """How the cases are treated, and where more is said of them."""
    if method is None or method.kind != "meeting":
        return Note()
    where = _("Whose they are, in which order and how: on the agenda, with F2 and then a.")
    is_open = any(block.use == ANY for block in method.blocks)
    if is_open and ready.usual is not None:
        title = ready.library[ready.usual].title
        with_it = _("With “{method}”, or another method.").format(method=title)
        return Note(f"{with_it} {where}")
    return Note(where)


def about_time(session: Session, now: datetime) -> Note | None:
    """Whether all of a planned meeting fits, and if not what would; `None`: no end is agreed."""
    if session.due is None:
        return None
    ends = hour(session.expected_end(now))
    cases = sum(item.kind == "case" for item in agenda.agenda(session, now))
    if replan.over(session, now) <= 0:
        return Note(_("All of it fits: until {time}.").format(time=ends))
    fit = replan.cases_that_fit(session, now)
    said = _("All of it takes until {time}.").format(time=ends)
    if cases and fit:
        few = ngettext("{fit} of {cases} case fits.", "{fit} of {cases} cases fit.", cases)
        said = f"{said} {few.format(fit=fit, cases=cases)}"
    elif cases:
        over = _("Even with one case it runs over.")
        said = f"{said} {over}"
    return Note(said, loud=True)


def suits_best(method: Method) -> int:
    """How many people to begin with."""
    return min(max(method.people.whole, SEATS[0]), SEATS[-1])


def starts_anew(method: Method) -> bool:
    """Whether a group that meets for the first time does something else than later."""
    meetings = {"first-meeting", "later-meeting"}
    return any(moment.when in meetings for moment in method.moments.values())
