"""The flip charts: declared, hung, written on and judged."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from intervisie_tui.domain.method import QUESTION, Chart, Method
from intervisie_tui.locale import N_, _
from intervisie_tui.store import suggestions
from intervisie_tui.store.checker_errors import one_of
from intervisie_tui.store.checks.names import Names, nearby
from intervisie_tui.store.checks.spot import Spot
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

KEYS: Final = 9
"""A label or a column is chosen by one digit."""

OUTCOMES: Final = (N_("done"), N_("on the way"), N_("let go"), N_("changed"))
"""What may have come of what was intended (S4.5); each label of a follow-up chart says one."""

_Chosen = Mapping[tuple[str | None, str], Collection[Where]]
"""Where moments choose each label of each chart."""


def charts(method: Method, places: Sequence[Spot], names: Names) -> Iterator[Fault]:
    """What is said of charts and cannot be meant."""
    yield from _declared(method)
    yield from names.told_of_capitals()
    for spot in places:
        moment = spot.moment
        if moment.do and not moment.chart:
            message = _("“do” says what is done with a chart, and no “chart” hangs here")
            yield Fault(spot.said("do"), message, at_key=True)
        if moment.lines_each is not None and not moment.chart:
            message = _("“lines-each” counts lines on a chart, and no “chart” hangs here")
            yield Fault(spot.said("lines_each"), message, at_key=True)
        if moment.beside and moment.beside == moment.chart:
            message = _("“{chart}” hangs here already as “chart”")
            yield Fault(spot.said("beside"), message.format(chart=shown(moment.beside)))


def unfinished(method: Method, places: Sequence[Spot], names: Names) -> Iterator[Fault]:
    """What refers to something that is not there, and what nothing refers to."""
    yield from names.told()
    for name, chart in method.charts.items():
        if chart.kind == "scale" and not chart.labels:
            message = _("a scale needs “labels”: its points from low to high")
            yield Fault(("charts", name), message, at_key=True)
        if chart.kind == "follow-up":
            yield from _follow_up(("charts", name), method, chart)
    chosen = _chosen(places)
    for spot in places:
        # Where another chart is meant, that is told.
        if names.is_certain(spot.moment.chart or ""):
            yield from _judging(method, spot, names, chosen)


def _declared(method: Method) -> Iterator[Fault]:
    for name, chart in method.charts.items():
        if name == QUESTION:
            message = _("“?” is the name of the question that stands in; choose another")
            yield Fault(("charts", name), message, at_key=True)
        for key, names in (("labels", chart.labels), ("columns", chart.columns)):
            if len(names) > KEYS:
                message = _("“{key}” has {number}, and {most} is the most: each has a digit")
                message = message.format(key=key, number=len(names), most=KEYS)
                yield Fault(("charts", name, key, KEYS), message)


def _follow_up(where: Where, method: Method, chart: Chart) -> Iterator[Fault]:
    """What was intended, and what came of it."""
    if method.kind != "opener":
        message = _("a group comes back to what was intended in an opener of its own: {example}")
        yield Fault((*where, "kind"), message.format(example='kind = "opener"'))
    if len(chart.labels) != len(OUTCOMES):
        message = _("a follow-up has four “labels”, for these in their order: {meanings}")
        meanings = ", ".join(map(_, OUTCOMES))
        at = (*where, "labels") if chart.labels else where
        yield Fault(at, message.format(meanings=meanings), at_key=True)


def _judging(method: Method, spot: Spot, names: Names, chosen: _Chosen) -> Iterator[Fault]:
    moment = spot.moment
    # A chart with more labels is refused as it is.
    labels = method.chart(moment.chart or "").labels[: 2 * KEYS]
    written = names.is_written(moment.chart or "")
    if moment.do == "judge" and written and not labels:
        message = _("“{chart}” has no “labels” to judge by").format(chart=shown(moment.chart or ""))
        judged = [name for name, chart in method.charts.items() if chart.labels]
        yield Fault(spot.said("chart"), nearby(message, moment.chart or "", judged))
    if moment.only and not moment.chart:
        message = _("“only” chooses lines of a chart, and no “chart” hangs here")
        yield Fault(spot.said("only"), message, at_key=True)
        return
    if not labels and not written:
        # It is another chart that is meant, and that is said.
        return
    for number, label in enumerate(moment.only):
        if label in labels:
            continue
        right = suggestions.nearest(label, labels)
        twin = right is not None and (moment.chart, right) not in chosen
        if twin:
            # Nobody knows which of the two is misspelt, but what is written more often is right.
            message = _("“{label}” is also written “{right}”; they would be two labels")
            message = message.format(label=shown(right or ""), right=shown(label))
            where = ("charts", moment.chart or "", "labels", labels.index(right or ""))
            yield Fault(where, message)
        if not twin or len(chosen[moment.chart, label]) == 1:
            message = _no_label(label, labels).format(
                label=shown(label),
                chart=shown(moment.chart or ""),
                right=right,
                labels=one_of(labels),
            )
            yield Fault((*spot.said("only"), number), message)


def _chosen(places: Sequence[Spot]) -> _Chosen:
    chosen: dict[tuple[str | None, str], set[Where]] = {}
    for spot in places:
        for label in spot.moment.only:
            chosen.setdefault((spot.moment.chart, label), set()).add(spot.said("only"))
    return chosen


def _no_label(label: str, labels: Sequence[str]) -> str:
    if not labels:
        return _("“{label}” is no label of “{chart}”: it has none")
    if suggestions.nearest(label, labels) is None:
        return _("“{label}” is no label of “{chart}”; choose from {labels}")
    return _("“{label}” is no label of “{chart}”; did you mean “{right}”? Possible: {labels}")
