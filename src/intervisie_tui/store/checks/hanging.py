"""Charts that hang, and on which the group would not see what their author means.

Warnings, for a method in which nothing is wrong.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, product

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.locale import _
from intervisie_tui.store.checks.names import FILLED, READING
from intervisie_tui.store.checks.spot import Spot
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where


def hanging(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Charts that would be empty where they are read, sheets that never hang, idle labels."""
    yield from _empty(method, places)
    yield from _one_sheet(method, places)
    yield from _unjudged(method, places)


def read(moment: Moment) -> Iterator[tuple[str, str]]:
    """The charts that are read in a moment, each with the key that names it."""
    if moment.chart and moment.do in READING:
        yield "chart", moment.chart
    if moment.beside:
        yield "beside", moment.beside


def _warning(where: Where, message: str, *, at_key: bool = False) -> Fault:
    return Fault(where, message, at_key=at_key, severity="warning")


def _empty(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Charts that are read while nothing is to be seen on them, in some meeting."""
    named = {when for spot in places for when in (spot.step.when, spot.own.when)}
    # What nobody makes a difference by, is looked at once.
    pairs = (("later-meeting", "first-meeting"), ("in-the-room", "online"))
    meetings = product(*(pair if named & {*pair} else pair[:1] for pair in pairs))
    said: set[Where] = set()
    for meeting in meetings:
        here = [s for s in places if {s.step.when, s.own.when} <= {None, *meeting}]
        read = chain.from_iterable(_read_before(method, each) for each in _apart(here))
        for fault in (*read, *_withheld(method, here)):
            if fault.where not in said:
                said.add(fault.where)
                yield fault


def _apart(places: Sequence[Spot]) -> Iterator[Sequence[Spot]]:
    """The moments that share their sheets: each block of a meeting has sheets of its own."""
    blocks: dict[Where, list[Spot]] = {}
    for spot in places:
        where = spot.step_where if spot.step_where[0] == "blocks" else ()
        blocks.setdefault(where, []).append(spot)
    yield from blocks.values()


def _read_before(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """A module may come at any time."""
    modules = (spot.moment.chart for spot in places if spot.step_where[0] == "modules")
    written = {method.question_chart, *modules}
    for spot in places:
        moment = spot.moment
        if moment.do in (None, "write") and moment.chart:
            written.add(moment.chart)
        for name, chart in read(moment):
            if chart not in written and method.chart(chart).kind not in FILLED:
                written.add(chart)
                message = _("nothing is written on “{chart}” before this")
                yield _warning(spot.said(name), message.format(chart=shown(chart)))


def _withheld(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Charts that are read before the step from where they are shown.

    What is done before the meeting is no step of it, and a module may come at any time.
    """
    begun = {module.id for module in method.modules}
    for spot in places:
        if spot.step_where[0] != "steps" or spot.step.phase == "prepare":
            continue
        begun.add(spot.step.id)
        for name, chart in read(spot.moment):
            until = method.chart(chart).hidden_until
            if until is not None and until not in begun:
                message = _(
                    "“{chart}” is not to be seen until “{step}” (“hidden-until”): it is empty here"
                )
                title = method.part(until).title
                message = message.format(chart=shown(chart), step=shown(title))
                yield _warning(spot.said(name), message)


def _one_sheet(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Charts with a sheet for each small group, where only one of the sheets ever hangs."""
    fresh = [name for name, chart in method.charts.items() if chart.fresh == "group"]
    if not any(spot.moment.groups for spot in places):
        for name in fresh:
            message = _("there are no small groups here (“groups”), so one sheet hangs for all")
            yield _warning(("charts", name, "fresh"), message)
        return
    for spot in places:
        if _goes_round(method, spot):
            continue
        for name, chart in (("chart", spot.moment.chart), ("beside", spot.moment.beside)):
            if chart in fresh:
                message = _(
                    "“{chart}” has a sheet for each group, and only that of the first hangs here; "
                    "the others come in a round of everyone: {example}"
                )
                message = message.format(chart=shown(chart or ""), example="in-turn = true")
                yield _warning(spot.said(name), message)


def _goes_round(method: Method, spot: Spot) -> bool:
    """Whether turns go to somebody of each small group; the sheet is of who has the turn."""
    return any(
        role in ("everyone", "peers", spot.step.as_) or method.groups_with(role) is not None
        for role in spot.moment.takers
    )


def _unjudged(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    judged = {spot.moment.chart for spot in places if spot.moment.do == "judge"}
    for name, chart in method.charts.items():
        if chart.labels and chart.kind != "scale" and name not in judged:
            message = _("nobody judges by these labels: that is a moment with {example}")
            yield _warning(
                ("charts", name, "labels"), message.format(example='do = "judge"'), at_key=True
            )
