"""The names of the flip charts: one that is misspelt is told once, where it is to be changed.

A chart hangs where a moment names it, described or not, so no list says which names there are.
A name that makes no sense by itself and looks like another is a slip: of the two, the one that
stands in fewer places. Where both stand in as many, either may be wrong, and both are told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from intervisie_tui.domain.method import QUESTION, Method
from intervisie_tui.locale import _
from intervisie_tui.store import suggestions
from intervisie_tui.store.checks.spot import Spot
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

READING: Final = ("judge", "answer", "pick", "show")
"""What is done with lines that are there."""

FILLED: Final = ("scale", "follow-up")
"""Charts with lines that nobody need write: who reads a scale fills it."""


@dataclass(frozen=True)
class Names:
    """What charts are called, where they are described and where they hang."""

    method: Method
    places: Sequence[Spot]

    @cached_property
    def uses(self) -> Mapping[str, Sequence[Where]]:
        """Where moments name each chart, as it is written there."""
        found: dict[str, dict[Where, None]] = {}
        for spot in self.places:
            for key, name in (("chart", spot.moment.chart), ("beside", spot.moment.beside)):
                if name:
                    found.setdefault(name, {})[spot.said(key)] = None
        return {name: tuple(where) for name, where in found.items()}

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """Names that are also written with other capitals, each with the one that is right."""
        alike: dict[str, list[str]] = {}
        for name in dict.fromkeys((*self.method.charts, *self.uses)):
            alike.setdefault(name.casefold(), []).append(name)
        rights = [max(each, key=self._standing) for each in alike.values()]
        return {
            name: right
            for right, each in zip(rights, alike.values(), strict=True)
            for name in each
            if name != right
        }

    @cached_property
    def slips(self) -> Mapping[str, str]:
        """Names that are misspelt otherwise, each with the one that was probably meant."""
        found: dict[str, str] = {}
        undescribed = self._hung - {*self.method.charts}
        for name in self._unhung:
            found |= self._slip(name, undescribed) or self._slip(name, self._hung)
        for name in self._unwritten:
            if name not in (*found, *found.values()):
                found |= self._slip(name, self._likely(name))
        return found

    def is_certain(self, name: str) -> bool:
        """Whether that is the name of the chart, and what is said of the chart is said of it."""
        wrong = {**self.capitals, **self.slips}
        is_described_as_another = name not in self.method.charts and name in wrong.values()
        return name not in wrong and not is_described_as_another

    def is_written(self, name: str) -> bool:
        """Whether somebody writes on the chart of that name."""
        return name in self._written

    # What is told

    def told_of_capitals(self) -> Iterator[Fault]:
        """A capital more or less would hang another chart, and nobody would see why."""
        for name, right in self.capitals.items():
            yield from self._two(name, right)

    def told(self) -> Iterator[Fault]:
        """Names that are misspelt, charts that hang nowhere, charts that nobody writes on."""
        for name, right in self.slips.items():
            yield from self._told_of(name, right)
        meant = {*self.slips, *self.slips.values()}
        for name in self._unhung:
            if name not in meant:
                message = _("no moment hangs the chart “{chart}”").format(chart=shown(name))
                yield Fault(("charts", name), message, at_key=True)
        for name in self._unwritten:
            if name not in meant:
                message = _("nobody writes on “{chart}”").format(chart=shown(name))
                yield Fault(self.uses[name][0], message)

    def _told_of(self, name: str, right: str) -> Iterator[Fault]:
        charts, uses = self.method.charts, self.uses.get(name, ())
        if not uses:
            message = _("no moment hangs the chart “{chart}”").format(chart=shown(name))
            yield Fault(("charts", name), nearby(message, name, [right]), at_key=True)
        elif self._places(name) == self._places(right) and not {name, right} <= {*charts}:
            # Nobody knows which of them is right, so both places are told.
            yield from self._two(name, right)
            yield from self._two(right, name)
        elif right in charts and name not in charts:
            message = _("there is no chart “{name}”; did you mean “{right}”?")
            message = message.format(name=shown(name), right=shown(right))
            yield from (Fault(where, message) for where in uses)
        elif not self.is_written(name):
            message = _("nobody writes on “{chart}”").format(chart=shown(name))
            yield from (Fault(where, nearby(message, name, [right])) for where in uses)
        else:
            yield from self._two(name, right)

    def _two(self, name: str, right: str) -> Iterator[Fault]:
        message = _("“{name}” is also written “{right}”; they would be two charts")
        message = message.format(name=shown(name), right=shown(right))
        if name in self.method.charts:
            yield Fault(("charts", name), message, at_key=True)
        yield from (Fault(where, message) for where in self.uses.get(name, ()))

    # Names that are right but for a capital are none of these

    @cached_property
    def _hung(self) -> AbstractSet[str]:
        """The charts that hang."""
        return {self.capitals.get(name, name) for name in self.uses}

    @cached_property
    def _written(self) -> AbstractSet[str]:
        """The charts that somebody writes on; the question is also written beforehand."""
        found = {s.moment.chart for s in self.places if s.moment.do in (None, "write")}
        found |= {QUESTION, self.method.question_chart}
        return {self.capitals.get(name, name) for name in found if name}

    @cached_property
    def _unhung(self) -> Sequence[str]:
        """Charts that are described and hang nowhere."""
        known = {*self._hung, *self.capitals, self.method.question_chart}
        return [name for name in self.method.charts if name not in known]

    @cached_property
    def _unwritten(self) -> Sequence[str]:
        """Charts that are read, and nobody writes on them."""
        read = [name for name in self.uses if name in self._hung - self._written]
        return [name for name in read if self.method.chart(name).kind not in FILLED]

    def _likely(self, name: str) -> AbstractSet[str]:
        """The charts that may be meant where *name* is read."""
        charts = self.method.charts
        filled = {each for each, chart in charts.items() if chart.kind in FILLED}
        described = filled if name in charts else {*charts}
        return (self._written | described) - {QUESTION, *self.capitals}

    def _slip(self, name: str, others: AbstractSet[str]) -> Mapping[str, str]:
        """Of *name*, that makes no sense, and the nearest of *others*: which is a slip for which.

        Two that are both described are two charts, whatever they look like.
        """
        near = suggestions.nearest(name, sorted(others - {name}))
        if near is None:
            return {}
        if {name, near} <= {*self.method.charts} or self._standing(name) <= self._standing(near):
            return {name: near}
        return {near: name}

    def _standing(self, name: str) -> tuple[int, bool]:
        """How likely it is right; of two in as many places the one that is described is."""
        return self._places(name), name in self.method.charts

    def _places(self, name: str) -> int:
        """In how many places it stands."""
        return len(self.uses.get(name, ())) + (name in self.method.charts)


def nearby(message: str, name: str, known: Iterable[str]) -> str:
    """The message, with the name that was probably meant."""
    near = suggestions.nearest(name, sorted({*known} - {name}))
    if near is None:
        return message
    return _("{message}; did you mean “{right}”?").format(message=message, right=shown(near))
