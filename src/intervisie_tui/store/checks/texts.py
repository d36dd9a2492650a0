"""Titles, names and lists of texts: there, on one line, and not twice."""

from collections.abc import Iterator, Sequence

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.locale import _
from intervisie_tui.store.checks.spot import Spot, doubled, key, said
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

_TEXTS = ("ask", "remember", "tips", "examples")


def texts(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """What is empty, on several lines where there is room for one, or there twice."""
    yield from _line((), "title", method.title)
    yield from _full(("rules",), method.rules)
    for where, moment in said(places).items():
        yield from _moment(where, moment)
    for number, kind in enumerate(method.questions):
        yield from _line(("questions", number), "title", kind.title)
        yield from _full(("questions", number, "examples"), kind.examples)
    for name, chart in method.charts.items():
        at = ("charts", name)
        if not name or "\n" in name:
            yield Fault(
                at, _("the name of a chart has at least a letter, and one line"), at_key=True
            )
        yield from _line(at, "card", chart.card, may_be_empty=True)
        for names, label in ((chart.labels, "labels"), (chart.columns, "columns")):
            yield from _names((*at, label), names)


def _moment(where: Where, moment: Moment) -> Iterator[Fault]:
    # That a block needs a title or a method is said as one thing.
    is_block = isinstance(moment, MeetingBlock)
    yield from _line(where, "title", moment.title, may_be_empty=is_block)
    for name in ("chart", "beside", "id"):
        text = getattr(moment, name)
        if text is not None:
            yield from _line(where, name, text)
    for name in _TEXTS:
        yield from _full((*where, name), getattr(moment, name))
    yield from _names((*where, "only"), moment.only)


def _line(where: Where, name: str, text: str, *, may_be_empty: bool = False) -> Iterator[Fault]:
    if not text and not may_be_empty:
        yield Fault(key(where, name), _("“{key}” is empty").format(key=name))
    if "\n" in text:
        yield Fault(key(where, name), _("“{key}” must fit on one line").format(key=name))


def _full(where: Where, items: Sequence[str]) -> Iterator[Fault]:
    for number, text in enumerate(items):
        if not text:
            yield Fault(
                (*where, number), _("an empty text stands in “{key}”").format(key=where[-1])
            )


def _names(where: Where, names: Sequence[str]) -> Iterator[Fault]:
    yield from _full(where, names)
    for number, name in enumerate(names):
        if "\n" in name:
            yield Fault(
                (*where, number), _("each of “{key}” must fit on one line").format(key=where[-1])
            )
    for number, name in doubled(names):
        message = _("“{name}” stands in “{key}” twice").format(name=shown(name), key=where[-1])
        yield Fault((*where, number), message)
