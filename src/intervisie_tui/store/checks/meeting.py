"""The blocks of a meeting: that a meeting has them and nothing else has, and what stands in each.

What is written in a block, as in a step, is looked at with all that is written in steps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import product
from typing import Final

from intervisie_tui.domain.meeting import ANY, MeetingBlock
from intervisie_tui.domain.method import Method, when_met
from intervisie_tui.domain.span import MANY, ONCE
from intervisie_tui.locale import _
from intervisie_tui.store.checks.spot import key
from intervisie_tui.store.checks.steps import LARGEST
from intervisie_tui.store.checks.times import within
from intervisie_tui.store.problems import Fault
from intervisie_tui.store.scan import Where

BESIDE: Final = ("use", "cases", "minutes", "longer", "when", "optional", "protected")
"""What may be said of a method that is used."""

OF_USE: Final = ("cases", "longer")
"""What is only said of a method that is used."""

OF_METHODS: Final = ("modules", "roles", "questions")
"""What a method has, and a meeting has not."""

DEFAULTS: Final = {field.name: field.default for field in fields(MeetingBlock)}
"""What each field of a block is where the file says nothing."""


def meeting(method: Method, *, whole: bool) -> Iterator[Fault]:
    """Blocks where there should be none, or too few, and blocks that nobody could do."""
    if method.kind != "meeting":
        # What else it is may be what could not be read.
        if method.blocks and whole:
            message = _("“blocks” are of a meeting: write {example} at the top")
            yield Fault(("blocks",), message.format(example='kind = "meeting"'), at_key=True)
        return
    yield from _made_of(method)
    for number, block in enumerate(method.blocks):
        yield from _block(("blocks", number), block)


def fills_every_meeting(method: Method, blocks: Sequence[MeetingBlock]) -> bool:
    """Whether some of these blocks is done in a room and online, the first time and later."""
    return all(
        any(_is_done(method, block, first=first, online=online) for block in blocks)
        for first, online in product((False, True), repeat=2)
    )


def rest_twice(method: Method) -> Iterator[Fault]:
    """All cases that are left, after all that were left. A warning."""
    every = [n for n, block in enumerate(method.blocks) if block.cases.high == MANY]
    for number in every[1:]:
        message = _("no case is left for this: an earlier block takes all there are")
        yield Fault(("blocks", number, "cases"), message, severity="warning")


def has_steps() -> Fault:
    """A meeting that is written as a method: whatever stands in its steps is meant for blocks."""
    message = _("a meeting is made of blocks and has no steps: write {example}")
    return Fault(("steps",), message.format(example="[[blocks]]"), at_key=True)


def _made_of(method: Method) -> Iterator[Fault]:
    for name in OF_METHODS:
        if getattr(method, name):
            message = _("“{key}” stands in a method, and not in a meeting").format(key=name)
            yield Fault((name,), message, at_key=True)
    if not method.blocks:
        if not method.steps:
            message = _("a meeting has at least one block: {example}").format(example="[[blocks]]")
            yield Fault(("blocks",), message, at_key=True)
    elif not fills_every_meeting(method, method.blocks):
        message = _("every meeting needs a block, in a room and online, at the first one and later")
        yield Fault(("blocks",), message, at_key=True)


def _is_done(method: Method, block: MeetingBlock, *, first: bool, online: bool) -> bool:
    """Whether it is part of such a meeting; a method that is used always has something to do."""
    if block.when not in when_met(first_meeting=first, online=online):
        return False
    made = block.use is not None or method.of(block).done(first_meeting=first, online=online)
    return bool(made)


def _block(where: Where, block: MeetingBlock) -> Iterator[Fault]:
    if block.use is not None:
        yield from _of_use(where, block)
        return
    of_use = [name for name in OF_USE if _says(block, name)]
    for name in of_use:
        message = _("“{key}” is of a method that is used: “use” is missing here")
        yield Fault(key(where, name), message.format(key=name), at_key=True)
    if not block.title and not of_use:
        message = _("a block has the name of a method, {example}, or a title of its own")
        yield Fault(where, message.format(example='use = "…"'))
    if block.phase == "prepare":
        message = _("a block is not prepared: it is done in the meeting")
        yield Fault(key(where, "phase"), message)
    if block.break_ and block.moments:
        message = _("a break is one moment: write what comes before or after it in another block")
        yield Fault(key(where, "moments"), message, at_key=True)
    elif block.break_ and block.minutes is None and block.seconds is None:
        message = _("a break has a time, so that everybody knows when to be back: {example}")
        yield Fault(key(where, "break_"), message.format(example="minutes = 15"), at_key=True)


def _of_use(where: Where, block: MeetingBlock) -> Iterator[Fault]:
    for name in ("use", "longer"):
        if getattr(block, name) == "":
            yield Fault(key(where, name), _("“{key}” is empty").format(key=name))
    if block.longer == ANY:
        message = _(
            "“longer” is the name of one method; only “use” may be chosen when it is planned"
        )
        yield Fault(key(where, "longer"), message)
    if block.minutes is not None:
        yield from within(key(where, "minutes"), block.minutes)
    yield from _cases(key(where, "cases"), block)
    for name in DEFAULTS:
        if name not in BESIDE and _says(block, name):
            message = _("“{key}” does not stand beside “use”: put it in a block of its own")
            if name != "break_":
                message = _("“{key}” does not stand beside “use”: the method says it")
            at = key(where, name)
            yield Fault(at, message.format(key=at[-1]), at_key=True)


def _cases(where: Where, block: MeetingBlock) -> Iterator[Fault]:
    low, high = block.cases.low, block.cases.high
    if not (float(low).is_integer() and float(high).is_integer()):
        yield Fault(where, _("“cases” has whole numbers: cases = 2"))
    elif not 1 <= low <= high or low > LARGEST:
        message = _("“cases” lies between 1 and {most}, or is {rest} for all that are left")
        yield Fault(where, message.format(most=LARGEST, rest='"rest"'))


def _says(block: MeetingBlock, name: str) -> bool:
    """Whether the file says that of the block."""
    if name == "cases":
        return block.cases != ONCE
    return bool(getattr(block, name) != DEFAULTS[name])
