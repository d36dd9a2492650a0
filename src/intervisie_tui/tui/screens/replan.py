"""Time that runs over, private: what follows from it, what can be done, and what that would do."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from intervisie_tui.domain.agenda import Item
from intervisie_tui.domain.replan import Cut, How, Proposal, proposals, upcoming
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import View
from intervisie_tui.locale import N_, _
from intervisie_tui.store.export.phrases import hour, names_in
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets import blocks, wording
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph, Prose, Reading
from intervisie_tui.tui.widgets.rows import Rows

DONE: Final[dict[How, str]] = {
    "shorten": N_("What is left is shorter now · u takes it back"),
    "drop": N_("Left out · u takes it back"),
    "next-time": N_("Kept for next time · u takes it back"),
    "end-later": N_("It may end later now · u takes it back"),
}
"""What is said when it was chosen."""


class Replan(Dialog[Proposal | None]):
    """A digit or Enter chooses; nothing is done by itself."""

    AUTO_FOCUS = "Rows"

    DEFAULT_CSS = """
    Replan {
        align: center middle;
        & #replan { width: 100%; max-width: 90; height: 100%; padding: 1 2; background: $surface; }
        & #question { text-style: bold; }
        & #follows { color: $text-muted; margin-bottom: 1; }
        & Rows { height: auto; max-height: 9; scrollbar-background: $surface; }
        & #preview {
            height: 1fr;
            margin-top: 1;
            padding: 0 1;
            scrollbar-size-vertical: 1;
            scrollbar-background: $surface;
        }
        &.-low #replan { padding: 0 1; }
        &.-low #follows { margin: 0; max-height: 1; }
        &.-low Rows { max-height: 5; }
        &.-low #preview { margin: 0; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"choose({number})", N_("Do that"), show=False)
            for number in range(1, 10)
        ),
        # Before the list, that would go a page on itself.
        *(
            Binding(key, f"read({by})", words, id=f"replan.{name}", show=by > 0, priority=True)
            for key, by, words, name in (
                ("pagedown,right", 1, N_("Read on"), "read"),
                ("pageup,left", -1, N_("Read back"), "read_back"),
            )
        ),
        Binding("escape,f", "dismiss", N_("Leave it so"), id="replan.away"),
    ]

    _list = query_one(Rows)
    _preview = query_one(Reading)

    def __init__(self, session: Session, shown: View, now: datetime) -> None:
        super().__init__()
        self._session = session
        self._shown = shown
        self._offers = proposals(session, now)

    def compose(self) -> ComposeResult:
        with Vertical(id="replan"):
            yield Static(Content(overrun(self._shown)), id="question")
            yield Static(Content(unfitting(self._shown)), id="follows")
            yield Rows()
            with VerticalScroll(id="preview", can_focus=False):
                yield Reading()
        yield KeyLine()

    def on_mount(self) -> None:
        self._list.put(
            (str(number), Prose([Paragraph(Content(self._line(each)), f"{number}")]))
            for number, each in enumerate(self._offers, 1)
        )

    def _line(self, offer: Proposal) -> str:
        return " · ".join([self._what(offer), *gain(offer)])

    def _what(self, offer: Proposal) -> str:
        """What is done, and with what."""
        item = next((each for each in self._shown.agenda if each.block == offer.block), None)
        match offer.how:
            case "shorten":
                return _("Shorten what is left, in proportion")
            case "end-later":
                return _("End later")
            case "next-time":
                return _("For next time: {what}").format(what=self._titled(item))
            case "drop":
                what = names_in([*dict.fromkeys(map(self._step, offer.cuts))])
                whole = item is not None and item.optional
                where = "" if whole else self._titled(item)
                what = " · ".join(filter(None, [self._titled(item) if whole else what, where]))
                return _("Leave out: {what}").format(what=what)

    def _titled(self, item: Item | None) -> str:
        several = blocks.has_several(self._shown)
        return blocks.title(item, self._shown.seats) if item is not None and several else ""

    def _step(self, cut: Cut) -> str:
        return self._session.step_of(self._session.plan[self._session.index(cut.stop)]).title

    # What would follow

    @on(OptionList.OptionHighlighted)
    def _show(self) -> None:
        offer = self._offer(self._list.chosen)
        if offer is not None:
            self._preview.update(Prose(self._page(offer)))
            self.query_one("#preview").scroll_home(animate=False)

    def _page(self, offer: Proposal) -> Iterator[Paragraph]:
        yield Paragraph(Content.styled(outcome(offer), "bold"))
        stops = {stop.id: stop for stop in self._session.plan}
        over = {item.block: item for item in self._shown.agenda}
        for block, cuts in groupby(offer.cuts, lambda cut: stops[cut.stop].block):
            here = tuple(cuts)
            yield BLANK
            before, after = lasts(self._session, block), lasts(offer.session, block)
            if title := self._titled(over[block]):
                yield Paragraph(Content.assemble((title, "bold"), f"  {change(before, after)}"))
            for cut in here if after else ():
                moment = self._session.moment_of(stops[cut.stop])
                times = change(cut.before, cut.after)
                yield Paragraph(Content.assemble(moment.title, "  ", (times, "dim")), "·")

    def _offer(self, chosen: str | None) -> Proposal | None:
        number = int(chosen or 0)
        return self._offers[number - 1] if 0 < number <= len(self._offers) else None

    def action_read(self, pages: int) -> None:
        """Read on or back in what would follow."""
        preview = self.query_one("#preview")
        preview.scroll_relative(y=pages * max(1, preview.size.height - 1), animate=False)

    def action_choose(self, number: int) -> None:
        """Do that."""
        if (offer := self._offer(str(number))) is not None:
            self.dismiss(offer)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(int(event.option_id or 0))


def overrun(shown: View) -> str:
    """How late it gets: "31 min too long: it would end at 13:31, and 13:00 was planned"."""
    late, due = shown.behind or 0.0, shown.due or shown.expected_end
    return _("{length} too long: it would end at {end}, and {due} was planned").format(
        length=blocks.minutes_of(late), end=hour(shown.expected_end), due=hour(due)
    )


def unfitting(shown: View) -> str:
    """What ends after the meeting should, as it looks now."""
    if not blocks.has_several(shown):
        return ""
    late = [blocks.title(item, shown.seats) for item in shown.agenda if not item.fits]
    return _("Not done in time: {what}").format(what="; ".join(late)) if late else ""


def gain(offer: Proposal) -> Iterator[str]:
    """What it costs or saves, and what is still over."""
    if offer.how == "end-later":
        yield _("at {time}, and nothing gets shorter").format(time=hour(offer.end))
        return
    yield _("saves {length}").format(length=blocks.minutes_of(offer.saved))
    if blocks.is_a_minute(offer.over):
        yield _("still {length} too long").format(length=blocks.minutes_of(offer.over))


def outcome(offer: Proposal) -> str:
    """When the meeting would end, and whether that is in time."""
    said = _("Then it ends at {time}").format(time=hour(offer.end))
    if not blocks.is_a_minute(offer.over):
        return said
    late = _("still {length} too long").format(length=blocks.minutes_of(offer.over))
    return f"{said} · {late}"


def lasts(session: Session, block: int) -> float:
    """Seconds that what is still to come of a block may take; 0: all of it is left out."""
    return sum(stop.length or 0.0 for stop in upcoming(session) if stop.block == block)


def change(before: float, after: float) -> str:
    """From how long to how long: "4:00 → 3:20"."""
    to = wording.exact(after) if after else _("left out")
    return f"{wording.exact(before)} → {to}"
