"""The flip charts: declared, hung, written on and judged."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from intervisie_tui.domain.method import QUESTION, Method
from intervisie_tui.locale import _
from intervisie_tui.store import suggestions
from intervisie_tui.store.checker_errors import one_of
from intervisie_tui.store.checks.spot import Spot, said
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

KEYS: Final = 9
"""A label or a column is chosen by one digit."""

_Chosen = Mapping[tuple[str | None, str], Collection[Where]]
"""Where moments choose each label of each chart."""


def charts(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """What is said of charts and cannot be meant."""
    yield from _declared(method)
    yield from _spelling(method, places)
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


def unfinished(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """What refers to something that is not there, and what nothing refers to."""
    question = method.question_chart
    named = {name for s in places for name in (s.moment.chart, s.moment.beside) if name}
    folded = {name.casefold() for name in (*named, question)}
    misspelt = set()
    for name in method.charts:
        if name.casefold() not in folded:
            meant = suggestions.nearest(name, named - set(method.charts))
            if meant is not None:
                misspelt.add(meant)
                yield from _misspelt(places, meant, name)
                continue
            message = _("no moment hangs the chart “{chart}”").format(chart=shown(name))
            yield Fault(("charts", name), _nearby(message, name, named), at_key=True)
    for name, chart in method.charts.items():
        if chart.kind == "scale" and not chart.labels:
            message = _("a scale needs “labels”: its points from low to high")
            yield Fault(("charts", name), message, at_key=True)
    written = {
        QUESTION,
        question,
        *(s.moment.chart for s in places if s.moment.chart and s.moment.do in (None, "write")),
    }
    chosen = _chosen(places)
    for spot in places:
        yield from _showing(method, places, spot, written)
        if spot.moment.chart not in misspelt:
            yield from _judging(method, spot, written, chosen)


def _misspelt(places: Sequence[Spot], name: str, right: str) -> Iterator[Fault]:
    """Moments name a chart that is not there, and one that is there hangs nowhere.

    Of a name that is written more than once the other is wrong; else nobody knows which.
    """
    uses = _uses(places, name)
    if len(uses) == 1:
        message = _("there is no chart “{name}”; did you mean “{right}”?")
        yield Fault(uses[0], message.format(name=shown(name), right=shown(right)))
    message = _("no moment hangs the chart “{chart}”").format(chart=shown(right))
    yield Fault(("charts", right), _nearby(message, right, [name]), at_key=True)


def _uses(places: Sequence[Spot], name: str) -> Sequence[Where]:
    """Where moments name a chart."""
    named = [
        spot.said(key)
        for spot in places
        for key, chart in (("chart", spot.moment.chart), ("beside", spot.moment.beside))
        if chart == name
    ]
    return list(dict.fromkeys(named))


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


def _spelling(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """A capital more or less would hang another chart, and nobody would see why."""
    first: dict[str, str] = {}
    uses: list[tuple[Where, str]] = [(("charts", name), name) for name in method.charts]
    for where, moment in said(places).items():
        uses += [((*where, "chart"), moment.chart or ""), ((*where, "beside"), moment.beside or "")]
    for where, name in uses:
        right = first.setdefault(name.casefold(), name)
        if name != right:
            message = _("“{name}” is also written “{right}”; they would be two charts")
            message = message.format(name=shown(name), right=shown(right))
            yield Fault(where, message, at_key=where[0] == "charts")


def _judging(method: Method, spot: Spot, written: set[str], chosen: _Chosen) -> Iterator[Fault]:
    moment = spot.moment
    # A chart with more labels is refused as it is.
    labels = method.chart(moment.chart or "").labels[: 2 * KEYS]
    if moment.do == "judge" and moment.chart in written and not labels:
        message = _("“{chart}” has no “labels” to judge by").format(chart=shown(moment.chart))
        judged = [name for name, chart in method.charts.items() if chart.labels]
        yield Fault(spot.said("chart"), _nearby(message, moment.chart, judged))
    if moment.only and not moment.chart:
        message = _("“only” chooses lines of a chart, and no “chart” hangs here")
        yield Fault(spot.said("only"), message, at_key=True)
        return
    if not labels and moment.chart not in written:
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


def _showing(
    method: Method, places: Sequence[Spot], spot: Spot, written: set[str]
) -> Iterator[Fault]:
    """On a scale, and where the question stands, lines also come without writing."""
    moment = spot.moment
    reading = moment.do in ("judge", "answer", "pick", "show")
    for key, name in (("beside", moment.beside), ("chart", moment.chart if reading else None)):
        if not name or name in written or method.chart(name).kind == "scale":
            continue
        message = _("nobody writes on “{chart}”").format(chart=shown(name))
        yield Fault(spot.said(key), _nearby(message, name, written))
        near = suggestions.nearest(name, sorted(written - {name}))
        if near is not None and near not in method.charts and near != QUESTION:
            # It may as well be the name on which somebody writes that is wrong.
            message = _("“{name}” is also written “{right}”; they would be two charts")
            message = message.format(name=shown(near), right=shown(name))
            yield from (Fault(where, message) for where in _uses(places, near)[:1])


def _nearby(message: str, name: str, known: Sequence[str] | set[str]) -> str:
    """The message, with the name that was probably meant."""
    near = suggestions.nearest(name, sorted(set(known) - {name}))
    if near is None:
        return message
    return _("{message}; did you mean “{right}”?").format(message=message, right=shown(near))
