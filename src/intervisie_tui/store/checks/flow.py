"""The way through the session: passes, choices, detours and small groups."""

from collections.abc import Iterator, Sequence
from typing import Final

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Choose, Groups, Module, Moment, Step
from intervisie_tui.domain.span import ONCE
from intervisie_tui.locale import _
from intervisie_tui.store import suggestions
from intervisie_tui.store.checks.spot import Spot, doubled, said
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

MOST: Final = 12
"""So often a step is planned at most; a group that goes on may go on."""

DIGITS: Final = 9
"""What is chosen from is chosen by one digit."""

EACH: Final = ("everyone", "peers")
"""Whom a step can be done for one by one."""


def flow(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """What is said of the way and cannot be gone."""
    yield from _modules(method)
    for where, moment in said(places).items():
        if isinstance(moment, Step) and not isinstance(moment, Module):
            yield from _passes(where, moment)
        if moment.groups is not None:
            yield from _groups((*where, "groups"), moment.groups)
        if moment.choose is not None:
            yield from _choice(method, where, moment, moment.choose)
        for number, part in enumerate(moment.detours):
            yield from _part(method, (*where, "detours", number), part)
    yield from _in_moments(places)
    for name, chart in method.charts.items():
        if chart.hidden_until is not None:
            yield from _part(method, ("charts", name, "hidden-until"), chart.hidden_until)
        if chart.quota is not None and chart.quota < 1:
            yield Fault(("charts", name, "quota"), _("“quota” is at least 1"))


def _modules(method: Method) -> Iterator[Fault]:
    offered = {part for moment in method.moments.values() for part in moment.detours}
    offered |= {p for m in method.moments.values() if m.choose for p in m.choose.from_}
    for number, module in enumerate(method.modules):
        where: Where = ("modules", number)
        if module.id is None:
            message = _("a module is called by its id: id = {example}")
            yield Fault(where, message.format(example='"time-out"'), missing="id")
        elif module.id not in offered and not module.any_time:
            message = _(
                "nothing leads to “{id}”: name it in “choose” or “detours”, or any-time = true"
            )
            yield Fault((*where, "id"), message.format(id=shown(module.id)))
        if module.phase == "prepare":
            yield Fault((*where, "phase"), _("a module is not prepared: it is done in the meeting"))
        once = {"each": module.each, "as": module.as_, "times": module.times != ONCE}
        for name, more in once.items():
            if more:
                message = _("a module is done once, where it is chosen; “{key}” is of a step")
                yield Fault((*where, name), message.format(key=name), at_key=True)


def _passes(where: Where, step: Step) -> Iterator[Fault]:
    low, high = step.times.low, step.times.high
    if step.each is not None and step.each not in EACH:
        message = _("“each” is “everyone” or “peers”: whoever it is done for, one by one")
        yield Fault((*where, "each"), message)
    if step.as_ is not None and step.each is None:
        message = _("“as” says what who it is done for is called: “each” is missing here")
        yield Fault((*where, "as"), message, at_key=True)
    if step.as_ in ("peers", "everyone", "facilitator"):
        message = _("“as” is “case-giver”, or a role of the method's own")
        yield Fault((*where, "as"), message)
    if step.each is not None and high > 1:
        message = _("either “each” or “times”: once for each, or so many times")
        yield Fault((*where, "times"), message, at_key=True)
    if not (float(low).is_integer() and float(high).is_integer()):
        yield Fault((*where, "times"), _("“times” has whole numbers: times = 2"))
    elif not 1 <= low <= min(high, MOST):
        message = _("“times” lies between 1 and {most}: times = 2, {range} or {more}")
        message = message.format(most=MOST, range='"1-3"', more='"1+"')
        yield Fault((*where, "times"), message)


def _groups(where: Where, groups: Groups) -> Iterator[Fault]:
    if (groups.size is None) == (groups.count is None):
        message = _("small groups have either a “size” or a “count”: groups = {example}")
        yield Fault(where, message.format(example="{ size = 3 }"), at_key=True)
    for name, number in (("size", groups.size), ("count", groups.count)):
        if number is not None and number < 1:
            yield Fault((*where, name), _("“{key}” is at least 1").format(key=name))
    if groups.of not in EACH:
        yield Fault((*where, "of"), _("“of” is “everyone” or “peers”: who are divided"))


def _choice(method: Method, where: Where, moment: Moment, choice: Choose) -> Iterator[Fault]:
    at = (*where, "choose")
    if isinstance(moment, Module) or where[0] == "modules":
        yield Fault(
            at,
            _("there is no choosing inside a module; choose in a step, before it"),
            at_key=True,
        )
        return
    ids = [module.id for module in method.modules if module.id]
    for number, part in enumerate(choice.from_):
        if part not in ids:
            yield Fault((*at, "from", number), _nobody(part, ids, _("module")))
    for number, part in doubled(choice.from_):
        message = _("“{name}” stands in “{key}” twice").format(name=shown(part), key="from")
        yield Fault((*at, "from", number), message)
    if not choice.from_:
        yield Fault(at, _("there is nothing to choose from"), at_key=True)
    elif len(choice.from_) > DIGITS:
        message = _("“{key}” has {number}, and {most} is the most: each has a digit")
        message = message.format(key="from", number=len(choice.from_), most=DIGITS)
        yield Fault((*at, "from", DIGITS), message)
    elif not _can_be_picked(choice):
        message = _("“pick” is how many are chosen, of {number} at most")
        yield Fault((*at, "pick"), message.format(number=len(choice.from_)))


def _can_be_picked(choice: Choose) -> bool:
    low, high = choice.pick.low, choice.pick.high
    whole = float(low).is_integer() and float(high).is_integer()
    return whole and 0 <= low <= high <= len(choice.from_) and high > 0


def _in_moments(places: Sequence[Spot]) -> Iterator[Fault]:
    """What is of one moment, said of a step that has several."""
    for where, step in {s.step_where: s.step for s in places if s.step.moments}.items():
        for name in ("choose", "fill", "again", "spare"):
            if getattr(step, name) not in (None, "", ()):
                message = _("“{key}” is of one moment: write it under [[{table}.moments]]")
                message = message.format(key=name, table=where[0])
                yield Fault((*where, name), message, at_key=True)


def _part(method: Method, where: Where, part: str) -> Iterator[Fault]:
    ids = [each.id for each in (*method.steps, *method.modules) if each.id]
    if part not in ids:
        yield Fault(where, _nobody(part, ids, _("step or module")))


def _nobody(part: str, ids: Sequence[str], kind: str) -> str:
    near = suggestions.nearest(part, ids)
    message = _("there is no {kind} with the id “{id}”").format(kind=kind, id=shown(part))
    if near is None:
        return message
    return _("{message}; did you mean “{right}”?").format(message=message, right=shown(near))
