"""The row of steps, what they are called by, and the group they are for."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import ROLES, Step
from intervisie_tui.locale import _
from intervisie_tui.store.checks.spot import Spot, doubled
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

SMALLEST: Final = 2
LARGEST: Final = 12
"""Of a group, in people: with more, nobody gets a turn."""

_ID: Final = re.compile(r"[^\W\d][\w-]*")


def steps(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Steps that do not make a session, ids that name two things, a group of no size."""
    yield from _group(method)
    yield from _row(method)
    yield from _ids(method)
    for spot in places:
        if set(spot.moment.ask) & set(ROLES):
            yield Fault(
                spot.said("ask"),
                _("“ask” holds the questions to ask; who asks them stands under “asks”"),
                at_key=True,
            )


def _group(method: Method) -> Iterator[Fault]:
    people = method.people
    if not (float(people.low).is_integer() and float(people.high).is_integer()):
        yield Fault(
            ("people",), _("“people” has whole numbers: people = {example}").format(example='"4-8"')
        )
    elif people.low > people.high:
        yield Fault(
            ("people",),
            _("the smaller number stands first: {example}").format(
                example=f'"{people.high:g}-{people.low:g}"'
            ),
        )
    elif people.low < SMALLEST or people.high > LARGEST:
        yield Fault(
            ("people",),
            _("“people” lies between {low} and {high}").format(low=SMALLEST, high=LARGEST),
        )


def _row(method: Method) -> Iterator[Fault]:
    if method.kind == "meeting" or (method.blocks and not method.steps):
        return  # it is made of blocks, and they are looked at by themselves
    if not method.steps:
        yield Fault(("steps",), _("a method has at least one step: [[steps]]"), at_key=True)
    elif not all(
        method.done(first_meeting=first, online=online)
        for first, online in product((False, True), repeat=2)
    ):
        yield Fault(
            ("steps",),
            _("every meeting needs a step, in a room and online, at the first one and later"),
            at_key=True,
        )
    begun = False
    for number, step in enumerate(method.steps):
        if step.phase != "prepare":
            begun = True
        elif begun:
            yield Fault(
                ("steps", number, "phase"), _("what is prepared comes before all other steps")
            )


def _ids(method: Method) -> Iterator[Fault]:
    parts: list[tuple[Where, Step]] = [(("steps", n), step) for n, step in enumerate(method.steps)]
    parts += [(("modules", n), module) for n, module in enumerate(method.modules)]
    parts += [(("blocks", n), block) for n, block in enumerate(method.blocks)]
    yield from _unique([((*where, "id"), part.id) for where, part in parts])
    for where, part in parts:
        inner = enumerate(part.moments)
        yield from _unique([((*where, "moments", n, "id"), moment.id) for n, moment in inner])


def _unique(ids: Sequence[tuple[Where, str | None]]) -> Iterator[Fault]:
    for number, again in doubled(name or "" for _where, name in ids):
        if again:
            message = _("the id “{id}” stands here twice").format(id=shown(again))
            yield Fault(ids[number][0], message)
    for where, name in ids:
        if name and not _ID.fullmatch(name):
            message = _("an id begins with a letter and has only letters, digits and “-”")
            yield Fault(where, message)
