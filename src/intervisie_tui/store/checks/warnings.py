"""What is not wrong with a method, and yet seldom meant.

Only for a method in which nothing is wrong. Each warning is a fault of that severity, so
that the program can show it in the same way and at the same place.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import EVERYONE, PLACES, RIGHTS, Moment
from intervisie_tui.locale import _
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
    yield from _empty(method, places)
    yield from _unjudged(method, places)
    yield from sums(method, places)
    yield from too_long(method, meeting)


def _warning(where: Where, message: str, *, at_key: bool = False) -> Fault:
    return Fault(where, message, at_key=at_key, severity="warning")


def _nobody(spot: Spot) -> Iterator[Fault]:
    """A silence is meant where everybody is silent, or somebody out of the room."""
    moment = spot.moment
    acts = any(getattr(moment, right) for right in _ACTIVE)
    if acts or moment.away or moment.choose or moment.fill:
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


def _empty(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Charts that are read before anybody wrote on them, in some meeting."""
    named = {when for spot in places for when in (spot.step.when, spot.own.when)}
    # What nobody makes a difference by, is looked at once.
    pairs = (("later-meeting", "first-meeting"), ("in-the-room", "online"))
    meetings = product(*(pair if named & {*pair} else pair[:1] for pair in pairs))
    said: set[Where] = set()
    for meeting in meetings:
        here = [s for s in places if {s.step.when, s.own.when} <= {None, *meeting}]
        for fault in _read_before(method, here):
            if fault.where not in said:
                said.add(fault.where)
                yield fault


def _read_before(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """A scale is filled by who reads it, and a module may come at any time."""
    modules = (spot.moment.chart for spot in places if spot.step_where[0] != "steps")
    written = {method.question_chart, *modules}
    for spot in places:
        moment = spot.moment
        if moment.do in (None, "write") and moment.chart:
            written.add(moment.chart)
        for name, chart in (("chart", moment.chart), ("beside", moment.beside)):
            if chart and chart not in written and method.chart(chart).kind != "scale":
                written.add(chart)
                message = _("nothing is written on “{chart}” before this")
                yield _warning(spot.said(name), message.format(chart=shown(chart)))


def _unjudged(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    judged = {spot.moment.chart for spot in places if spot.moment.do == "judge"}
    for name, chart in method.charts.items():
        if chart.labels and chart.kind != "scale" and name not in judged:
            message = _("nobody judges by these labels: that is a moment with {example}")
            yield _warning(
                ("charts", name, "labels"), message.format(example='do = "judge"'), at_key=True
            )
