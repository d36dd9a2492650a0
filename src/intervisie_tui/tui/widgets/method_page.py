"""A method in a list, and what to go through before a session of it."""

from collections.abc import Iterator

from textual.content import Content

from intervisie_tui.domain.method import Method, Span
from intervisie_tui.locale import _, language
from intervisie_tui.store.export.phrases import length
from intervisie_tui.store.methods import MethodHead
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph


def row(head: MethodHead) -> Content:
    """The title, and in a quieter voice how long it takes and for how many it is."""
    size = [_("{number} people").format(number=span(head.people))]
    if head.minutes is not None:
        size.insert(0, length(head.minutes.low, head.minutes.high))
    if head.language != language():
        size.append(_("in Dutch") if head.language == "nl" else _("in English"))
    return Content.assemble(head.title, ("  " + " · ".join(size), "$foreground-muted"))


def span(numbers: Span) -> str:
    """A range as it is printed: "4–8"."""
    return f"{numbers}".replace("-", "–")


def checklist(method: Method) -> Iterator[Paragraph]:
    """What the facilitator goes through before the meeting."""
    for moment in method.preparation():
        yield Paragraph(Content.styled(moment.title, "bold"))
        if moment.say:
            yield Paragraph(Content(moment.say))
        for question in moment.ask:
            yield Paragraph(Content(question), "○")
        for tip in moment.tips:
            yield Paragraph(Content.styled(tip, "$foreground-muted"), "·")
        yield BLANK
