"""How roles, rights, lengths and days are said on paper, in the user's language."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from intervisie_tui.domain.moment import Moment, Place, Right, Role, When
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet
from intervisie_tui.domain.span import Span
from intervisie_tui.locale import N_, _, language, ngettext

_ROLES: Final[dict[Role, str]] = {
    "case-giver": N_("the case giver"),
    "peers": N_("the others"),
    "everyone": N_("everyone"),
    "facilitator": N_("the facilitator"),
}

_ONE: Final[dict[Right | None, str]] = {
    "speaks": N_("{who} speaks"),
    "asks": N_("{who} asks"),
    "answers": N_("{who} answers"),
    "writes": N_("{who} writes"),
    "silent": N_("{who} is silent"),
    None: N_("{who} listens"),
}

_SEVERAL: Final[dict[Right | None, str]] = {
    "speaks": N_("{who} speak"),
    "asks": N_("{who} ask"),
    "answers": N_("{who} answer"),
    "writes": N_("{who} write"),
    "silent": N_("{who} are silent"),
    None: N_("{who} listen"),
}

_PLACES: Final[dict[Place, str]] = {
    "opposite": N_("opposite the group"),
    "back-turned": N_("with the back to the group"),
    "outside": N_("outside the circle"),
    "away": N_("out of the room"),
}

HALF: Final = 0.5

_WEEKDAYS: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)

_MONTHS: Final = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


_WHEN: Final[dict[When, str]] = {
    "first-meeting": N_("first meeting only"),
    "later-meeting": N_("not at the first meeting"),
    "online": N_("only online"),
    "in-the-room": N_("only in a room"),
}


def when(moment: Moment) -> str:
    """Where or when alone it is done; empty if always."""
    return "" if moment.when is None else _(_WHEN[moment.when])


def role_name(role: Role) -> str:
    """A role inside a sentence: "the case giver"; one of the method's own as it calls it."""
    return _(_ROLES[role]) if role in _ROLES else role


def floor_sentence(  # noqa: PLR0913 - all that is said of one role
    role: Role,
    right: Right | None,
    *,
    place: Place | None = None,
    in_turn: bool = False,
    who: str = "",
    several: bool = False,
    unless: str = "",
) -> str:
    """What a role does: "the others speak in turn", "the case giver listens".

    *who* is what the role is called, where that is a name, or *several* names. *unless* is
    the exception to its silence. No capital, no full stop.
    """
    said = _((_SEVERAL if several or role == "peers" else _ONE)[right])
    said = said.format(who=who or role_name(role))
    if in_turn:
        said = _("{said} in turn").format(said=said)
    if place is not None:
        said = f"{said}, {_(_PLACES[place])}"
    if not unless:
        return said
    if unless.endswith((".", "!")):
        # An author writes it as a clause, or as a sentence.
        return f"{said}. {unless}"
    return _("{said}, unless {exception}").format(said=said, exception=unless)


def quietest(rights: Iterable[Right | None]) -> Right | None:
    """Whom an exception to silence is for: who is silent, else who listens."""
    return "silent" if "silent" in rights else None


def floor_sentences(moment: Moment) -> Iterator[str]:
    """What each role does that the moment names, then how a round of it goes."""
    rights, places = moment.rights(), moment.places()
    parts = [(role, right) for role in {**rights, **places} for right in rights.get(role, (None,))]
    quiet = quietest(right for _role, right in parts)
    for role, right in parts:
        yield floor_sentence(
            role,
            right,
            place=places.get(role),
            in_turn=right in {"speaks", "asks", "answers"} and role in moment.takers,
            unless=moment.unless if right == quiet else "",
        )
    if moment.last:
        yield _("the case giver last")


def names_in(names: Sequence[str]) -> str:
    """Names in a sentence: "An, Bo and Cem"."""
    *some, last = names
    return _("{names} and {last}").format(names=", ".join(some), last=last) if some else last


def person_name(session: Session, seat: PersonId | None) -> str:
    """The name on a seat, or its number; empty where there is no such seat."""
    person = None if seat is None else session.person(seat)
    if person is None:
        return ""
    return person.name or _("Seat {number}").format(number=person.id)


def card_name(session: Session, sheet: Sheet, entry: Entry) -> str:
    """What is on a numbered card: "Question 3"; its words are on paper."""
    word = session.chart_of(sheet).card or _("Card")
    return f"{word} {entry.card}"


def day(when: date) -> str:
    """A day in full: "Sunday 22 November 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=_(_WEEKDAYS[when.weekday()]),
        day=when.day,
        month=_(_MONTHS[when.month - 1]),
        year=when.year,
    )


def hour(moment: datetime) -> str:
    """A time of day, as the clock on the wall says it."""
    return f"{moment.astimezone():%H:%M}"


def exact(seconds: float | None) -> str:
    """A length in minutes and seconds: `4:05`; empty if there is none."""
    if seconds is None:
        return ""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def length(low: float, high: float) -> str:
    """A length in minutes, or a range of them: "4 min", "4½–5 min", "30 s"."""
    if low == high and low < 1:
        return _("{number} s").format(number=f"{low * 60:g}")
    numbers = [figure(low)] if low == high else [figure(low), figure(high)]
    return _("{number} min").format(number="–".join(numbers))


def span(numbers: Span) -> str:
    """A range as it is printed: "4–8", "1+"."""
    return f"{numbers}".replace("-", "–")


def figure(number: float) -> str:
    """A number as it is read: "4½", "12,3"."""
    whole, part = divmod(number, 1)
    if part == HALF:
        return f"{whole:.0f}½" if whole else "½"
    text = f"{number:.3g}" if number < 100 else str(round(number))  # noqa: PLR2004
    return text.replace(".", ",") if language() == "nl" else text


_YEAR: Final = 365


def kept_for(days: int) -> str:
    """How long something is kept; whole years as years."""
    if days % _YEAR:
        said = ngettext("They are kept for {number} day.", "They are kept for {number} days.", days)
        return said.format(number=days)
    years = days // _YEAR
    said = ngettext("They are kept for {number} year.", "They are kept for {number} years.", years)
    return said.format(number=years)
