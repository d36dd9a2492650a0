"""What is not wrong with a method, and yet seldom meant.

Only for a method in which nothing is wrong. Each warning is a fault of that severity, so
that the program can show it in the same way and at the same place.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import EVERYONE, PLACES, RIGHTS, Moment
from intervisie_tui.locale import _
from intervisie_tui.store.checks.hanging import hanging
from intervisie_tui.store.checks.meeting import rest_twice
from intervisie_tui.store.checks.room import too_long
from intervisie_tui.store.checks.spot import Spot, spots
from intervisie_tui.store.checks.times import sums
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

_ACTIVE: Final = ("speaks", "asks", "answers", "writes")


def warnings(method: Method) -> Iterator[Fault]:
    """All that its author should look at once more."""
    places = spots(method)
    meeting = [spot for spot in places if spot.step.phase != "prepare"]
    for spot in meeting:
        yield from _nobody(spot)
        yield from _turns(method, spot)
    yield from _unfilled(method, meeting)
    yield from rest_twice(method)
    yield from hanging(method, places)
    yield from sums(method, places)
    yield from too_long(method, meeting)


def _warning(where: Where, message: str, *, at_key: bool = False) -> Fault:
    return Fault(where, message, at_key=at_key, severity="warning")


def _nobody(spot: Spot) -> Iterator[Fault]:
    """A silence is meant where everybody is silent, or somebody out of the room."""
    moment = spot.moment
    acts = any(getattr(moment, right) for right in _ACTIVE)
    is_break = isinstance(spot.own, MeetingBlock) and spot.own.break_
    if acts or moment.away or moment.choose or moment.fill or is_break:
        return
    if "everyone" in moment.silent or {*moment.silent}.issuperset(EVERYONE):
        return
    message = _("nobody may speak here and nobody writes; for a silence: {example}")
    yield _warning((*spot.where, "title"), message.format(example='silent = "everyone"'))


def _unfilled(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Roles that nobody has, or not yet; who has one from the start is asked beforehand."""
    if method.kind == "case" and not method.roles:
        return
    filled = {role for spot in places for role in (*spot.own.fill, spot.step.as_)}
    for spot in places:
        filled -= {*spot.moment.fill, spot.step.as_}
        for name in (*RIGHTS, *PLACES):
            field = name.replace("-", "_")
            for role in getattr(spot.moment, field):
                if role == "case-giver" and method.kind != "case" and not spot.step.as_:
                    message = _("nobody is “{role}” here: “kind” is “{kind}”, and there is no case")
                    yield _warning(
                        spot.said(field), message.format(role=role, kind=method.kind), at_key=True
                    )
                elif role in filled and role in method.roles and spot.step_where[0] == "steps":
                    message = _("nobody is “{role}” yet: it is given out further down, by “fill”")
                    yield _warning(spot.said(field), message.format(role=shown(role)), at_key=True)


def _turns(method: Method, spot: Spot) -> Iterator[Fault]:
    """Turns that take longer than all of the moment."""
    moment = spot.moment
    if moment.seconds_each is None or moment.groups is not None:
        return
    many = int(method.people.high)
    turns = _takers(moment, many)
    most = moment.seconds if moment.minutes is None else moment.minutes.high * 60
    if most is not None and turns * moment.seconds_each > most:
        message = _("with {people} people the turns take {turns} minutes, and the moment {most}")
        message = message.format(
            people=many, turns=f"{turns * moment.seconds_each / 60:.3g}", most=f"{most / 60:.3g}"
        )
        yield _warning(spot.said("seconds_each"), message)


def _takers(moment: Moment, people: int) -> int:
    numbers = {"everyone": people, "peers": people - 1, "case-giver": 1}
    return min(people, sum(numbers.get(role, 0) for role in moment.takers))
