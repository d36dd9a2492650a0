"""The moments of a method, each with where the file says what about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment, Step, inherit
from intervisie_tui.store import shape
from intervisie_tui.store.scan import Where


@dataclass(frozen=True, slots=True)
class Spot:
    """A moment where it stands in its file."""

    step: Step
    step_where: Where
    own: Moment
    """What the file says of the moment itself."""

    where: Where
    moment: Moment
    """With what its step says filled in."""

    def says(self, name: str) -> bool:
        """Whether the moment says that itself, and does not leave it to its step."""
        return getattr(self.own, name) not in (None, "", ())

    def said(self, name: str) -> Where:
        """Where that is said: in the moment itself, else in its step."""
        return key(self.where if self.says(name) else self.step_where, name)


def spots(method: Method) -> tuple[Spot, ...]:
    """Every moment in order; a step without moments is one.

    Of a meeting those that are written in it, and not those of the methods that it uses.
    """
    found = []
    whole = iter([moment for _address, _step, moment in method.every])  # filled in once
    steps: list[tuple[Where, Step]] = [(("steps", n), s) for n, s in enumerate(method.steps)]
    steps += [(("modules", n), m) for n, m in enumerate(method.modules)]
    steps += [(("blocks", n), b) for n, b in enumerate(method.blocks) if b.use is None]
    for at, step in steps:
        if not step.moments:
            found.append(Spot(step, at, step, at, next(whole, step)))
        for place, own in enumerate(step.moments):
            inner = (*at, "moments", place)
            found.append(Spot(step, at, own, inner, next(whole, None) or inherit(step, own)))
    return tuple(found)


def said(places: Sequence[Spot]) -> Mapping[Where, Moment]:
    """Every step and every moment as the file says it."""
    return {s.step_where: s.step for s in places} | {s.where: s.own for s in places}


def doubled(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each name that was there before, with its number."""
    seen = set()
    for number, name in enumerate(names):
        if name in seen:
            yield number, name
        seen.add(name)


def key(where: Where, name: str) -> Where:
    """The way to the key of a field."""
    return (*where, shape.key_of(name))
