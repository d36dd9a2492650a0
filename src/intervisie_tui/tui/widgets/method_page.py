"""A method in a list, as a page to read, and what to go through before a session of it."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from textual.content import Content

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment, Step, inherit
from intervisie_tui.domain.span import Span
from intervisie_tui.locale import _, language
from intervisie_tui.store.export.blocks import about_break, about_use, block_title
from intervisie_tui.store.export.phrases import floor_sentences, length, span, when
from intervisie_tui.store.export.ways import about_chart, about_moment, about_step
from intervisie_tui.store.methods import MethodHead
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph

QUIET: Final = "$foreground-muted"
INDENT: Final = 3
"""Cells before the words of a step, under its number."""

UNKNOWN: Final[Mapping[str, str]] = MappingProxyType({})
"""The titles of methods, where nobody looked for them."""


def row(head: MethodHead) -> Content:
    """The title, and in a quieter voice how long it takes and for how many it is."""
    said = [_size(head.people, head.minutes)]
    if head.language != language():
        said.append(_("in Dutch") if head.language == "nl" else _("in English"))
    return Content.assemble(head.title, ("  " + " · ".join(said), QUIET))


def whole(method: Method, titles: Mapping[str, str] = UNKNOWN) -> Iterator[Paragraph]:
    """All that a method says, for the facilitator: what is private too.

    *titles* are those of the methods that a meeting may use, by id.
    """
    yield Paragraph(Content.styled(method.title, "bold underline"))
    yield BLANK
    if method.summary:
        yield Paragraph(Content(method.summary))
    if method.fit.when:
        yield Paragraph(Content(method.fit.when))
    yield Paragraph(Content.styled(_size(method.people, method.minutes), QUIET))
    if method.rules:
        yield BLANK
        yield Paragraph(Content.styled(_("Rules"), "bold"))
        yield from (Paragraph(Content(rule), "!") for rule in method.rules)
    if method.roles:
        yield BLANK
        yield Paragraph(Content.styled(_("Roles"), "bold"))
        yield from (Paragraph(Content(role), "·") for role in method.roles)
    yield BLANK
    number = 0
    for step in method.steps:
        number += step.phase != "prepare"
        yield from _step(method, step, " " if step.phase == "prepare" else f"{number}")
    if method.modules:
        yield Paragraph(Content.styled(_("Only when chosen, or in between"), "bold underline"))
        yield BLANK
    for module in method.modules:
        yield from _step(method, module, "+")
    for number, block in enumerate(method.blocks, 1):
        yield from _block(method, block, f"{number}", titles)
    if method.source:
        yield Paragraph(Content.styled(method.source, QUIET))


def point(moment: Moment) -> Iterator[Paragraph]:
    """What the facilitator says and asks before the meeting, at one point of the check-list."""
    yield from _said(moment, 0)


def _size(people: Span, minutes: Span | None) -> str:
    size = _("{number} people").format(number=span(people))
    return size if minutes is None else f"{length(minutes.low, minutes.high)} · {size}"


def _block(
    meeting: Method, block: MeetingBlock, number: str, titles: Mapping[str, str]
) -> Iterator[Paragraph]:
    if block.use is None:
        yield from _step(meeting, block, number)
    else:
        yield _head(block_title(block, titles), about_use(block, titles), number)
        yield BLANK


def _head(title: str, notes: Iterable[str], number: str) -> Paragraph:
    words = Content.assemble((title, "bold"), *((f" · {note}", QUIET) for note in notes))
    return Paragraph(words, f"{number:<{INDENT - 1}}")


def _step(method: Method, step: Step, number: str) -> Iterator[Paragraph]:
    notes = [*filter(None, [when(step)]), *about_step(step)]
    if not step.moments:
        notes += _notes(step)
    if isinstance(step, MeetingBlock) and step.break_:
        notes.append(about_break())
    yield _head(step.title, notes, number)
    if not step.moments:
        yield from _moment(method, step)
    for own in step.moments:
        moment = inherit(step, own)
        notes = ([when(own)] if own.when else []) + _notes(moment)
        said = "".join(f" · {note}" for note in notes)
        title = Content.assemble((moment.title, "underline"), (said, QUIET))
        yield Paragraph(title, indent=INDENT)
        yield from _moment(method, moment)


def _moment(method: Method, moment: Moment) -> Iterator[Paragraph]:
    floor = " · ".join(floor_sentences(moment))
    ways = " · ".join(filter(None, [about_chart(method, moment), *about_moment(method, moment)]))
    for said in filter(None, [floor, ways]):
        yield Paragraph(Content.styled(said, "italic"), indent=INDENT)
    yield from _said(moment, INDENT)
    yield BLANK


def _said(moment: Moment, indent: int) -> Iterator[Paragraph]:
    """What to say and ask, what to remember, and what only the facilitator reads."""
    if moment.say:
        yield Paragraph(Content(moment.say), indent=indent)
    yield from (Paragraph(Content(question), "?", indent) for question in moment.ask)
    yield from (Paragraph(Content(rule), "!", indent) for rule in moment.remember)
    yield from (Paragraph(Content.styled(tip, QUIET), "·", indent) for tip in moment.tips)


def _notes(moment: Moment) -> list[str]:
    """How long, and what is special about it."""
    notes = []
    if moment.minutes is not None:
        notes.append(length(moment.minutes.low, moment.minutes.high))
    elif moment.seconds is not None:
        notes.append(length(moment.seconds / 60, moment.seconds / 60))
    if moment.optional:
        notes.append(_("may be left out"))
    if moment.protected:
        notes.append(_("do not shorten"))
    return notes
