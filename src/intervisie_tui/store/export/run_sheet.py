"""A method on paper, for the facilitator's own table: one or two pages of Markdown."""

from collections.abc import Iterator
from typing import Final

from intervisie_tui.domain.method import Do, Method, Moment, Step, inherit
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.export.literal import bullets, literal
from intervisie_tui.store.export.phrases import floor_sentence, length, when

_DOES: Final[dict[Do, str]] = {
    "write": N_("write"),
    "judge": N_("judge"),
    "answer": N_("answer"),
    "pick": N_("choose"),
    "show": N_("look"),
}
"""What is done with a flip chart."""


def run_sheet(method: Method) -> str:
    """What to do, say and watch, moment by moment; what is private is on it too.

    Of the preparation only the questions are: it is over when this lies on the table.
    """
    parts = [f"# {literal(method.title)}", literal(method.summary), _size(method)]
    if method.rules:
        rules = _("Rules")
        parts.append(f"**{rules}**: {_joined(method.rules)}")
    for number, step in zip(numbers(method), method.steps, strict=True):
        if step.phase == "prepare":
            parts += _preparation(step)
        else:
            counted = "" if number is None else f"{number}. "
            parts.append(f"## {counted}{literal(step.title)}{_step_note(step)}")
            parts += _moments(method, step)
    if method.questions:
        heading = _("Open questions")
        parts += [f"## {heading}", bullets(_kinds(method))]
    parts.append(literal(method.source))
    return "\n\n".join(filter(None, parts)) + "\n"


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
            counted[edition] += step.when in (None, edition)
        yield counted[step.when or "in-the-room"]


def _kinds(method: Method) -> Iterator[str]:
    for kind in method.questions:
        yield f"**{literal(kind.title)}**: {_joined(kind.examples)}"


def _size(method: Method) -> str:
    people = f"{method.people}".replace("-", "–")
    size = _("{number} people").format(number=people)
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
    return f" ({when(step)})" if step.when else ""


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
    notes += [_floor(moment), _chart(method, moment)]
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


def _chart(method: Method, moment: Moment) -> str:
    """Which chart hangs, what is done with it and with which labels or columns."""
    if moment.chart is None:
        return ""
    chart, do = method.chart(moment.chart), moment.do or "write"
    said = _("flip chart {name}: {do}").format(name=f"“{literal(moment.chart)}”", do=_(_DOES[do]))
    names = {"write": chart.columns, "judge": chart.labels, "answer": moment.only}.get(do)
    return f"{said} ({', '.join(map(literal, names))})" if names else said


def _floor(moment: Moment) -> str:
    """Who does what: "the others speak in turn, the case giver is silent"."""
    rights, places = moment.rights(), moment.places()
    said = []
    for role in {**rights, **places}:
        for right in rights.get(role, (None,)):
            in_turn = right in {"speaks", "asks", "answers"} and role in moment.takers
            said.append(floor_sentence(role, right, place=places.get(role), in_turn=in_turn))
    if moment.in_turn and moment.seconds_each is not None:
        said.append(_("{number} s each").format(number=f"{moment.seconds_each:g}"))
    if moment.lines_each is not None:
        each = ngettext("{number} line each", "{number} lines each", moment.lines_each)
        said.append(each.format(number=moment.lines_each))
    return ", ".join(said)
