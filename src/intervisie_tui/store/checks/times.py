"""Minutes and seconds: possible, and adding up."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import Final

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.timeline import timeline
from intervisie_tui.locale import _
from intervisie_tui.store.checks.spot import Spot, key, said
from intervisie_tui.store.problems import Fault
from intervisie_tui.store.scan import Where

HOURS: Final = 10
"""More than a meeting takes."""

SLACK: Final = 0.01
"""In minutes: what seconds make of thirds is no difference."""


def times(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Times that cannot be, or are said twice."""
    if method.minutes is not None:
        yield from within(("minutes",), method.minutes)
    for where, own in said(places).items():
        if own.minutes is not None:
            yield from within((*where, "minutes"), own.minutes)
        if own.minutes is not None and own.seconds is not None:
            yield Fault(
                (*where, "seconds"),
                _("either “minutes” or “seconds”: one time for one moment"),
                at_key=True,
            )
        for name in ("seconds", "seconds_each"):
            seconds = getattr(own, name)
            if seconds is not None and not 0 < seconds <= HOURS * 3600:
                yield Fault(key(where, name), _impossible(seconds))
        if own.lines_each is not None and own.lines_each < 1:
            yield Fault((*where, "lines-each"), _("“lines-each” is at least 1"))
    for spot in places:
        if spot.moment.seconds_each is not None and not spot.moment.in_turn:
            yield Fault(
                spot.said("seconds_each"),
                _("“seconds-each” is the time of one turn: “in-turn = true” is missing here"),
                at_key=True,
            )


def sums(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Times of the parts that cannot make the time of the whole, in a room or online.

    Warnings, because a book often says so.
    """
    said = set()
    for online in (False, True) if method.has_editions else (False,):
        elsewhere = "in-the-room" if online else "online"
        here = [s for s in places if elsewhere not in (s.step.when, s.own.when)]
        for fault in (*_of_steps(method, here), *_of_the_method(method, online=online)):
            if fault.where not in said:
                said.add(fault.where)
                yield fault


def _of_steps(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    for where, spots in groupby(places, lambda spot: spot.step_where):
        inner = list(spots)
        step = inner[0].step
        if not step.moments or step.minutes is None:
            continue
        total = _total(method, inner)
        if total.misses(step.minutes):
            message = _("“minutes” says {said}, and the moments make {total} minutes together")
            message = message.format(said=step.minutes, total=total)
            yield Fault((*where, "minutes"), message, severity="warning")


def _of_the_method(method: Method, *, online: bool) -> Iterator[Fault]:
    """Of the shortest meeting of any, up to the longest."""
    if method.minutes is None or method.kind == "meeting":
        # How long a meeting takes is said by the methods that it uses.
        return
    total = _Total(math.inf, 0, open=False)
    for people, first in product({method.people.low, method.people.high}, (False, True)):
        reach = timeline(method, int(people), first_meeting=first, online=online).total
        total = _Total(
            min(total.low, reach.least / 60),
            max(total.high, reach.most / 60),
            open=total.open or reach.is_open,
        )
        if not total.misses(method.minutes):
            return
    message = _("“minutes” says {said}, and the steps make {total} minutes together")
    message = message.format(said=method.minutes, total=total)
    yield Fault(("minutes",), message, severity="warning")


@dataclass(frozen=True, slots=True)
class _Total:
    """Minutes in all, from what must be done in its shortest to everything in its longest."""

    low: float
    high: float
    open: bool
    """Whether a part may take as long as it likes."""

    def misses(self, said: Span) -> bool:
        too_long = self.low > said.high + SLACK
        return too_long or (not self.open and self.high < said.low - SLACK)

    def __str__(self) -> str:
        return str(Span(round(self.low, 1), round(self.high, 1)))


def _total(method: Method, spots: Sequence[Spot]) -> _Total:
    """The total of the moments of a step."""
    spans = [(_length(method, spot.moment), spot.own) for spot in spots]
    known = [(span, own) for span, own in spans if span is not None]
    return _Total(
        sum(span.low for span, own in known if not _may_be_left_out(own)),
        sum(span.high for span, _own in known),
        open=len(known) < len(spans),
    )


def _may_be_left_out(moment: Moment) -> bool:
    return bool(moment.optional) or moment.when in ("first-meeting", "later-meeting")


def _length(method: Method, moment: Moment) -> Span | None:
    """How many minutes it takes, in a small group and in a large one; `None`: open-ended."""
    if moment.minutes is not None:
        return moment.minutes
    few, many = (
        moment.length(int(people), method.holders(int(people)))
        for people in (method.people.low, method.people.high)
    )
    return None if few is None or many is None else Span(few / 60, many / 60)


def within(where: Where, span: Span) -> Iterator[Fault]:
    """That no time can be that long, or that its ends are turned round."""
    if span.low > span.high:
        turned = f'"{Span(span.high, span.low)}"'
        yield Fault(where, _("the smaller number stands first: {example}").format(example=turned))
    elif not (span.low > 0 and span.high <= HOURS * 60):
        yield Fault(where, _impossible(span.low))


def _impossible(time: float) -> str:
    if time <= 0:
        return _("a time is more than 0; leave it out where there is none")
    return _("a time is at most {hours} hours").format(hours=HOURS)
