"""A method on paper, for the facilitator's own table: one or two pages of Markdown."""

from collections.abc import Iterator
from dataclasses import replace

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment, Step, inherit
from intervisie_tui.locale import _, ngettext
from intervisie_tui.store.export.literal import bullets, literal
from intervisie_tui.store.export.phrases import floor_sentences, length, span, when
from intervisie_tui.store.export.ways import about_chart, about_moment, about_step


def run_sheet(method: Method, *, online: bool = False) -> str:
    """What to do, say and watch, moment by moment; what is private is on it too.

    Of the preparation only the questions are: it is over when this lies on the table.
    For a group *online* only what it does is on it; else both editions are, each step
    counted as its own group does.
    """
    if online:
        method = as_online(method)
    parts = [*top(method)]
    for number, step in zip(numbers(method), method.steps, strict=True):
        if step.phase == "prepare":
            parts += _preparation(step)
        else:
            counted = "" if number is None else f"{number}. "
            parts += section(method, step, f"## {counted}")
    if method.modules:
        heading = _("Only when chosen, or in between")
        parts.append(f"## {heading}")
    for module in method.modules:
        parts += section(method, module, "### ")
    if method.questions:
        heading = _("Open questions")
        parts += [f"## {heading}", bullets(_kinds(method))]
    parts.append(literal(method.source))
    return "\n\n".join(filter(None, parts)) + "\n"


def top(method: Method) -> Iterator[str]:
    """What stands above it: what it is, and what holds all the time."""
    yield f"# {literal(method.title)}"
    yield literal(method.summary)
    yield _size(method)
    if method.rules:
        rules = _("Rules")
        yield f"**{rules}**: {_joined(method.rules)}"
    if method.roles:
        roles = _("Roles")
        yield f"**{roles}**: {_joined(method.roles)}"


def section(method: Method, step: Step, sign: str) -> Iterator[str]:
    """A step with its moments, under a heading that begins with *sign*."""
    yield f"{sign}{literal(step.title)}{_step_note(step)}"
    yield from _moments(method, step)


def numbers(method: Method) -> Iterator[int | None]:
    """For each step the number by which a group counts it that knows each other.

    `None`: it is not counted, because it comes before or at the first meeting alone.
    """
    counted = {"in-the-room": 0, "online": 0}
    for step in method.steps:
        if step.phase == "prepare" or step.when == "first-meeting":
            yield None
            continue
        for edition in counted:
            counted[edition] += step.when in (None, "later-meeting", edition)
        yield counted["online" if step.when == "online" else "in-the-room"]


def as_online(method: Method) -> Method:
    """The method as a group online does it; what is for that group alone is so no longer."""
    steps = []
    for step in method.steps:
        moments = tuple(
            replace(moment, when=None) if moment.when == "online" else moment
            for moment in step.moments
            if moment.when != "in-the-room"
        )
        if step.when != "in-the-room" and (moments or not step.moments):
            when = None if step.when == "online" else step.when
            steps.append(replace(step, when=when, moments=moments))
    return replace(method, steps=tuple(steps))


def _kinds(method: Method) -> Iterator[str]:
    for kind in method.questions:
        yield f"**{literal(kind.title)}**: {_joined(kind.examples)}"


def _size(method: Method) -> str:
    size = _("{number} people").format(number=span(method.people))
    if method.minutes is None:
        return size
    return f"{size} · {length(method.minutes.low, method.minutes.high)}"


def _preparation(step: Step) -> Iterator[str]:
    yield f"## {literal(step.title)}"
    yield bullets(
        ": ".join(filter(None, [f"**{literal(moment.title)}**", _joined(moment.ask)]))
        for moment in step.moments or (step,)
    )


def _step_note(step: Step) -> str:
    notes = [*filter(None, [when(step)]), *about_step(step)]
    return f" ({', '.join(map(literal, notes))})" if notes else ""


def _moments(method: Method, step: Step) -> Iterator[str]:
    if not step.moments:
        yield _moment(method, step, "")
    for moment in step.moments:
        yield _moment(method, inherit(step, moment), literal(moment.title))


def _moment(method: Method, moment: Moment, title: str) -> str:
    """One moment: a line of what it is, and a list of what to say and watch."""
    notes = [title and f"**{title}**", _length(moment)]
    if moment.optional:
        notes.append(_("may be left out"))
    if moment.protected:
        notes.append(_("do not shorten"))
    if title:
        notes.append(when(moment))
    notes += [_floor(moment), literal(about_chart(method, moment))]
    notes += map(literal, about_moment(method, moment))
    head = " · ".join(filter(None, notes))
    return "\n".join(filter(None, [head[:1].upper() + head[1:], bullets(_items(moment))]))


def _items(moment: Moment) -> Iterator[str]:
    if moment.say:
        yield _("Say: {words}").format(words=literal(moment.say))
    if moment.ask:
        yield _("Ask: {words}").format(words=_joined(moment.ask))
    if moment.remember:
        yield _("Remember: {words}").format(words=_joined(moment.remember))
    if moment.examples:
        yield _("They could ask: {words}").format(words=_joined(moment.examples))
    if moment.tips:
        yield _("Tip: {words}").format(words=_joined(moment.tips))


def _joined(texts: tuple[str, ...]) -> str:
    return " · ".join(map(literal, texts))


def _length(moment: Moment) -> str:
    if moment.minutes is not None:
        return length(moment.minutes.low, moment.minutes.high)
    if moment.seconds is not None:
        return length(moment.seconds / 60, moment.seconds / 60)
    return ""


def _floor(moment: Moment) -> str:
    """Who does what: "the others speak in turn, the case giver is silent"."""
    said = [literal(each) for each in floor_sentences(moment)]
    if moment.in_turn and moment.seconds_each is not None:
        said.append(_("{number} s each").format(number=f"{moment.seconds_each:g}"))
    if moment.lines_each is not None:
        each = ngettext("{number} line each", "{number} lines each", moment.lines_each)
        said.append(each.format(number=moment.lines_each))
    return ", ".join(said)
