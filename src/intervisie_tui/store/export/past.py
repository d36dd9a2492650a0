"""The history of a group, and what is asked after in its next meeting, as something to read.

Small plots are made of plain signs, so that they are the same in a table of any form.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from intervisie_tui.domain.group import Group
from intervisie_tui.domain.intention import Intention, State
from intervisie_tui.domain.past import Held, Pace, Use, over_again, rhythm, turns, variety
from intervisie_tui.domain.took import Place, Took, in_minutes
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.export.handout import Handout, Part, Said, Section, Table
from intervisie_tui.store.export.phrases import figure
from intervisie_tui.store.past import LATEST, Past

_BAR: Final = 12
"""Cells of the longest bar."""

_FEW: Final = 3
"""Names in a line that is about something else."""

_LONG_AGO: Final = 6
"""Meetings after which a method is one that was not used for long."""

_PACES: Final[dict[Pace, str]] = {
    "new": N_("This group has only just begun. At least twice a year is advised."),
    "monthly": N_("You meet once in four weeks or more often: as often as a group can wish for."),
    "enough": N_("You meet at least twice a year, as is advised."),
    "seldom": N_("At least twice a year is advised. Perhaps you can agree on a next date today?"),
}

_STATES: Final[dict[State, str]] = {
    "new": "",
    "on-the-way": N_("on the way"),
    "changed": N_("changed"),
}


# History


def history(past: Past, now: datetime) -> Handout:
    """What a group did, without a word of any case."""
    name = past.group.name
    return Handout(
        reader="facilitator",
        title=_("History of {name}").format(name=name),
        under=_since(past.held),
        parts=tuple(_history(past, now)),
    )


def short_day(when: date) -> str:
    """A day in a table: "2026-01-05"; of a time, the day that it is here."""
    here = when.astimezone() if isinstance(when, datetime) else when
    said = _("{year}-{month:02}-{day:02}")
    return said.format(year=here.year, month=here.month, day=here.day)


def bar(value: float, most: float, cells: int = _BAR) -> str:
    """A bar for a value, in so many cells for the highest; "─" for nothing."""
    length = round(cells * value / most) if most else 0
    return "▇" * max(1, length) if value > 0 else "─"


def whose_turn(group: Group, held: Sequence[Held]) -> str:
    """The first few whose turn it could be, in a line; empty: the group has nobody."""
    names = [group.titled(turn.member) for turn in turns(group, held)[:_FEW]]
    said = _("Whose turn it could be: {names}")
    return said.format(names=", ".join(names)) if names else ""


def _since(held: Sequence[Held]) -> str:
    if not held:
        return _("There are no meetings yet.")
    number = ngettext("{number} meeting", "{number} meetings", len(held))
    said = number.format(number=len(held))
    first, last = short_day(held[-1].at), short_day(held[0].at)
    return f"{said} · {last}" if first == last else f"{said} · {first} – {last}"


def _history(past: Past, now: datetime) -> Iterator[Part]:
    if past.held:
        yield Said(texts=tuple(_rhythm(past.held, now)))
        yield Section(heading=_("Meetings"), parts=(_meetings(past),))
    if uses := variety(past.held, past.known):
        yield Section(heading=_("Methods"), parts=tuple(_methods(past, uses)))
    if past.group.present:
        yield Section(heading=_("Whose turn it could be"), parts=tuple(_turns(past)))
    if past.took:
        yield Section(heading=_("Planned, and what it took"), parts=tuple(_times(past)))
    if past.held:
        yield Said(texts=(_("A meeting of which nothing was kept is not in here."),))


def _rhythm(held: Sequence[Held], now: datetime) -> Iterator[str]:
    found = rhythm(held, now)
    year = ngettext(
        "In the last twelve months there was {number} meeting.",
        "In the last twelve months there were {number} meetings.",
        found.year,
    ).format(number=found.year)
    if found.weeks and found.pace != "seldom":
        weeks = ngettext(
            "Between two there is {number} week, as a rule.",
            "Between two there are {number} weeks, as a rule.",
            found.weeks,
        ).format(number=found.weeks)
        year = f"{year} {weeks}"
    yield f"{year} {_(_PACES[found.pace])}"


def _meetings(past: Past) -> Table:
    most = max(each.minutes for each in past.held)
    rows = (
        (
            short_day(each.at),
            f"{each.minutes:>3}",
            bar(each.minutes, most),
            " · ".join(_title(past, used) for used in each.used),
            ", ".join(filter(None, (_member(past.group, one) for one in each.brought))),
        )
        for each in past.held
    )
    heads = (_("Day"), _("Minutes"), "", _("Method"), _("Case of"))
    return Table(heads=heads, rows=tuple(rows), wide=len(heads) - 1)


def _methods(past: Past, uses: Sequence[Use]) -> Iterator[Part]:
    most = max(use.times for use in uses)
    rows = tuple(
        (_title(past, use.method), bar(use.times, most), str(use.times or ""), _ago(use))
        for use in uses
    )
    heads = (_("Method"), _("How often"), "", _("The last time"))
    yield Table(heads=heads, rows=rows)
    if (same := over_again(past.held)) is not None:
        said = _("The last meetings all went with “{method}”: another one may show other sides.")
        yield Said(texts=(said.format(method=_title(past, same)),))


def _ago(use: Use) -> str:
    if use.since is None:
        return _("not yet")
    if use.since == 0:
        return _("at the last meeting")
    if use.since >= _LONG_AGO:
        return _("a while ago: {number} meetings since then").format(number=use.since)
    said = ngettext("{number} meeting since then", "{number} meetings since then", use.since)
    return said.format(number=use.since)


def _turns(past: Past) -> Iterator[Part]:
    rows = tuple(
        (
            past.group.titled(turn.member),
            _("not yet") if turn.last is None else short_day(turn.last),
        )
        for turn in turns(past.group, past.held)
    )
    yield Table(heads=(_("Who"), _("Case brought")), rows=rows)
    yield Said(texts=(_("Only a thought: whoever has something to bring comes first."),))


def _title(past: Past, method: str) -> str:
    """What a method is called; of one that is there no more its id too."""
    title = past.titles.get(method, "")
    return " · ".join(filter(None, [title, method if not title or method in past.gone else ""]))


def _member(group: Group, number: int) -> str:
    name, member = group.titled(number), group.member(number)
    return _("{name} (left)").format(name=name) if member is not None and member.left else name


# Times


def _times(past: Past) -> Iterator[Part]:
    number = min(LATEST, len(past.held))
    said = ngettext(
        "In minutes, of what was done with a clock in {number} meeting.",
        "On average, in minutes, of what was done with a clock in the last {number} meetings.",
        number,
    )
    yield Said(texts=(said.format(number=number),))
    methods = dict.fromkeys((each.place.method, each.place.language) for each in past.took)
    for key, spoken in methods:
        mine = [e for e in past.took if (e.place.method, e.place.language) == (key, spoken)]
        yield Section(heading=past.titles.get(key, key), parts=tuple(_moments(past, mine)))


def _moments(past: Past, mine: Sequence[Took]) -> Iterator[Part]:
    heads = (_("Planned"), _("Took"), _("Meetings"), _("Moment"))
    rows = (
        (_planned(each), figure(in_minutes(each.spent)), str(each.meetings), _moment(each.place))
        for each in mine
    )
    yield Table(heads=heads, rows=tuple(rows), wide=len(heads) - 1)
    if said := tuple(_proposed(mine)):
        own = mine[0].place.method in past.own
        above = _("In your file you could put:") if own else _("In a copy of it you could put:")
        yield Said(texts=(above,))
        yield Said(texts=said, listed=True)


def _proposed(mine: Iterable[Took]) -> Iterator[str]:
    said = _("{moment}: {key} = {value} (planned {planned}, took {took}, in {number} meetings)")
    for each in mine:
        if each.proposal is not None:
            yield said.format(
                moment=_moment(each.place),
                key=each.proposal.key,
                value=f"{each.proposal.value:g}",
                planned=_planned(each),
                took=figure(in_minutes(each.spent)),
                number=each.meetings,
            )


def _moment(place: Place) -> str:
    return place.step if place.step == place.moment else f"{place.step} · {place.moment}"


def _planned(each: Took) -> str:
    """So many minutes, to the half: a file may well say so."""
    return figure(max(1, round(each.planned / 30)) / 2)


# Intentions


def intentions(group: Group | None, name: str, found: Iterable[Intention]) -> Section:
    """What is asked after in the next meeting of a group; *name* is for one that is gone."""
    rows = tuple((_owner(group, each), _so_far(each), each.when, each.text) for each in found)
    heads = (_("Who"), _("Since"), _("By when"), _("What"))
    table = Table(heads=heads, rows=rows, wide=len(heads) - 1)
    return Section(heading=group.name if group else name, parts=(table,))


def warmly() -> Said:
    """What is to be known of asking."""
    said = _(
        "Done, on the way, let go or changed: each is a good answer. It is asked, not checked."
    )
    return Said(texts=(said,))


def _owner(group: Group | None, intention: Intention) -> str:
    known = group.titled(intention.member) if group and intention.member else ""
    return known or intention.name or _("somebody")


def _so_far(intention: Intention) -> str:
    """Since when it is intended, and what its owner answered the last time."""
    since = "" if intention.since is None else short_day(intention.since)
    return " · ".join(filter(None, [since, _(_STATES[intention.state])]))
