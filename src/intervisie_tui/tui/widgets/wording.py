"""How the values of a view are said: short, neutral, in the user's language."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.moment import Right, Role
from intervisie_tui.domain.plan import Row
from intervisie_tui.domain.view import Clock, Floor, Seat, View
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import (
    floor_sentence,
    length,
    names_in,
    quietest,
    role_name,
    span,
)

SIGNS: Final[dict[Right | None, str]] = {
    "speaks": "●",
    "asks": "●",
    "answers": "●",
    "writes": "◐",
    "silent": "○",
    None: "○",
}

SHORT: Final = 60.0
"""Below so many seconds a length is said in whole seconds, else in half minutes."""


def seat_name(seat: Seat) -> str:
    """The name on a seat, or its number."""
    return seat.name or _("Seat {number}").format(number=seat.id)


def numbered(seat: Seat) -> str:
    """The name on a seat behind its number, which is the key that gives it the turn."""
    return f"{seat.id} {seat.name}" if seat.name else seat_name(seat)


def called(role: Role, view: View, names: Sequence[str] = ()) -> tuple[str, bool]:
    """A role as the group calls it, and whether that is several people.

    The case giver by name, once known; a role of the method's own behind the *names* of who
    has it. Where each small group has its own, that stands with the groups.
    """
    if role == "case-giver":
        givers = [seat for seat in view.seats if seat.case_giver and seat.presence != "gone"]
        names = [seat.name for seat in givers]
    several = len(names) > 1
    if not all(names) or not names or (several and {*names} <= _with_groups(view)):
        return role_name(role), role == "peers"
    said = names_in(names)
    return (said if role == "case-giver" else f"{said} ({role})"), several


def _with_groups(view: View) -> set[str]:
    """Who has a role that is said with the small groups."""
    return {name for team in view.ways.small_groups for _role, name in team.roles}


def floor(part: Floor, view: View) -> str:
    """Who may do what: "Karin listens", "the others speak in turn"."""
    who, several = called(part.role, view, part.names)
    quiet = quietest(each.right for each in view.floor)
    return floor_sentence(
        part.role,
        part.right,
        place=part.place,
        in_turn=view.in_turn and part.right in {"speaks", "asks"},
        who=who,
        several=several,
        unless=view.unless if part.right == quiet else "",
    )


def place(view: View, *, short: bool = False) -> str:
    """Where the group is: the step, its moment, which pass it is and for whom."""
    parts = [view.step_title, view.moment_title, *passing(view, short=short)]
    return " · ".join(filter(None, parts))


def passing(view: View, *, short: bool = False) -> Iterator[str]:
    """Which pass it is of how many, and for whom: "round 2 of 3", "Karin".

    A module is not counted. Who is said with the small groups is not said here.
    """
    lap = view.ways.lap
    if lap is None:
        return
    if view.step and lap.of != 1:
        of = f"{lap.number}/{lap.of}" if short and lap.of else lap.number
        words = _("round {number} of {total}") if lap.of and not short else _("round {number}")
        yield words.format(number=of, total=lap.of)
    here = (seat for seat in view.seats if seat.presence != "gone")
    seats = (seat for seat in here if seat.id in lap.people)
    marked = _with_groups(view)
    yield ", ".join(seat_name(s) for s in seats if (s.name or str(s.id)) not in marked)


def step_count(view: View, *, short: bool) -> str:
    """Which step it is of how many; nothing of what is not counted."""
    if not view.step or (view.meeting and view.steps == 1):
        return ""
    words = "{number}/{total}" if short else _("step {number} of {total}")
    return words.format(number=view.step, total=view.steps)


def unsuited(view: View) -> Iterator[str]:
    """Which methods are made for another number of people, and who says so; it may be done."""
    people = sum(seat.presence != "gone" for seat in view.seats)
    says = _(
        "“{method}” suits {suits} people, and you are {people}; it may be done. From: {source}"
    )
    for method in view.unsuited:
        yield says.format(
            method=method.title, suits=span(method.people), people=people, source=method.source
        )


def small_groups(view: View) -> Iterator[str]:
    """Who sits with whom, and who has which role there: "Group 1: An (recorder), Bo".

    Where each group goes round by itself, in which order: "Group 1: An → Bo · Cem (case giver)".
    """
    for team in view.ways.small_groups:
        roles: dict[str, list[str]] = {}
        for role, name in team.roles:
            said = _("case giver") if role == "case-giver" else role
            roles.setdefault(name, []).append(said)
        names = [f"{n} ({', '.join(roles[n])})" if n in roles else n for n in team.names]
        turns, others = " → ".join(names[: team.turns]), ", ".join(names[team.turns :])
        said = " · ".join(filter(None, [turns, others]))
        yield _("Group {number}: {names}").format(number=team.number, names=said)


def asked(view: View) -> Iterator[str]:
    """What is to be decided here: who gets a role, and what comes next."""
    for role, names in view.ways.given.items():
        if names:
            yield f"{_capital(role)}: {names_in(names)}"
        else:
            yield _("Who is {role}?").format(role=role)
    if (choose := view.ways.choose) is not None:
        who, several = called(choose.by, view)
        says = _("{who} choose {number}:") if several else _("{who} chooses {number}:")
        yield says.format(who=_capital(who), number=span(choose.pick))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def choices(view: View) -> Iterator[str]:
    """What there is to choose from, each behind its digit; what is chosen has a sign."""
    for number, way in enumerate(view.ways.choices, 1):
        yield f"{number} {'✓' if way.chosen else '·'} {way.title}"


def unchosen(view: View) -> str:
    """What comes if nobody chooses, for the facilitator alone; empty where that is nothing."""
    titles = [way.title for way in view.ways.choices if way.planned]
    if not titles:
        return ""
    return _("If nothing is chosen, → goes on with {parts}").format(parts=names_in(titles))


def question(view: View) -> str:
    """The case giver's question, or the card that stands for it; empty where there is none."""
    if view.question:
        return f"“{view.question}”"
    if view.question_card is None:
        return ""
    word, number = view.question_card
    return _("{card} {number}, on paper").format(card=word or _("Card"), number=number)


def lines_each(view: View) -> str:
    """How many lines everybody gives, or how many there are of who has the turn."""
    if view.lines_each is None or view.paper is None:
        return ""
    if view.turn is None:
        return _("{number} each").format(number=view.lines_each)
    given = sum(line.entry.by == view.turn.id for line in view.paper.lines)
    return f"{given}/{view.lines_each}"


def minutes(seconds: float | None) -> str:
    """A length as a group says it: "4 min", "30 s"; empty if open-ended."""
    if seconds is None:
        return ""
    span = round(seconds) / 60 if seconds < SHORT else round(seconds / 30) / 2
    return length(span, span)


def exact(seconds: float) -> str:
    """A duration on the clock: `4:05`, `-0:10` when it has run over."""
    whole = math.floor(abs(seconds)) if seconds < 0 else math.ceil(seconds)
    part = f"{whole // 60}:{whole % 60:02}"
    return f"-{part}" if seconds < 0 and whole else part


def time_left(clock: Clock) -> str:
    """The time for the group: whole minutes, and a calm word when it is up."""
    if clock.left is None:
        return _("no time set")
    if clock.time == "over":
        over = math.floor(-clock.left / 60)
        return (
            _("time to round off · +{number}").format(number=over)
            if over
            else _("time to round off")
        )
    if clock.length is not None and clock.length <= SHORT:
        # There the last minute is all of it.
        return _("almost time") if clock.time == "nearly-up" else minutes(clock.length)
    if not clock.running and clock.spent == 0:
        return _("{number} min").format(number=math.ceil((clock.length or 0) / 60))
    left = math.ceil(clock.left / 60)
    return _("last minute") if left == 1 else _("{number} min left").format(number=left)


def behind(seconds: float | None, *, planned: bool = False) -> str:
    """How far from what was agreed, for the facilitator alone; *planned*: nothing began yet."""
    if seconds is None:
        return ""
    number = round(abs(seconds) / 60)
    if number == 0:
        return _("on time")
    if planned:
        says = _("{number} min too long") if seconds > 0 else _("{number} min to spare")
    else:
        says = _("{number} min behind plan") if seconds > 0 else _("{number} min ahead of plan")
    return says.format(number=number)


def row_title(row: Row, seats: Iterable[Seat]) -> str:
    """A stop in a list: its step, its moment where the step has more than one, and its pass."""
    titles = [row.title] if row.title == row.step_title else [row.step_title, row.title]
    return " · ".join(filter(None, [*titles, row_pass(row, seats)]))


def row_pass(row: Row, seats: Iterable[Seat]) -> str:
    """Which pass it is, in few words, and for whom: "2/3 Karin"; empty where there is one."""
    if row.lap is None:
        return ""
    names = ", ".join(seat_name(seat) for seat in seats if seat.id in row.lap.people)
    if not row.step:
        return names
    if row.lap.of is None:
        return _("round {number}").format(number=row.lap.number)
    return f"{row.lap.number}/{row.lap.of} {names}".rstrip()


def after_this(view: View) -> str:
    """What comes next, in one line."""
    if not view.ahead:
        return _("After this: the close")
    return _("After this: {moment}").format(moment=row_title(view.ahead[0], view.seats))


def pen_prompt(desk: Desk, column: str | None, turn: Seat | None, owner: str) -> str:
    """What an empty pen asks for: part of a line, a line for a column, somebody's line.

    *owner* is whose action it is as long as nobody says otherwise; empty: nobody's.
    """
    asked = {
        "owner": _("Who? A name or a seat; Enter: {name}").format(name=owner or _("not said")),
        "when": _("By when? Enter: not said"),
        "note": _("A note of the answer"),
    }
    if desk.field in asked:
        return asked[desk.field]
    if desk.editing is not None:
        return _("Other words for this line")
    if column is not None:
        return _("Tab: another column")
    if turn is not None:
        return _("{name} · Enter alone: a card · Tab: the next").format(name=seat_name(turn))
    return _("Type a line, or Enter for a card")
