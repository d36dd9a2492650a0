"""The rows of an agenda, and its end."""

from textual.content import Content

from intervisie_tui.domain.agenda import Item
from intervisie_tui.domain.view import View
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.widgets import blocks
from intervisie_tui.tui.widgets.reading import Paragraph
from intervisie_tui.tui.widgets.regie import STATE


def end(shown: View) -> str:
    """When the meeting ends as it looks now, and how that is beside what was agreed."""
    said = [_("end {time}").format(time=hour(shown.expected_end))]
    if shown.due is not None:
        said.append(_("planned {time}").format(time=hour(shown.due)))
    if blocks.runs_over(shown) and shown.behind is not None:
        said.append(_("{length} too long").format(length=blocks.minutes_of(shown.behind)))
    return " · ".join(said)


def paragraph(item: Item, shown: View, *, brought: bool) -> Paragraph:
    """A block as a row: how far the group is with it, when it begins, what it is.

    *brought*: somebody brings it.
    """
    sign = f"{STATE[item.state]} {blocks.begins(item, shown):>5} "
    said = [blocks.title(item, shown.seats)]
    if brought and not item.givers and item.state != "done":
        said.append(_("whose?"))
    if item.state != "done" or blocks.is_a_minute(item.seconds):
        said.append(blocks.minutes_of(item.seconds))
    if item.optional and item.state == "ahead":
        said.append(_("may be left out"))
    if item.state == "out":
        said.append(_("left out"))
    words = [Content(part) for part in said]
    if not item.fits:
        words.append(Content.styled(_("does not fit"), "$text-warning"))
    style = {"now": "bold", "ahead": "", "done": "dim", "out": "dim strike"}[item.state]
    return Paragraph(Content(" · ").join(words).stylize_before(style), sign)
