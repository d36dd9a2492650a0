"""What a group did, and what is asked after in its next meeting: pages to read.

They are for who leads the group: there are names on them, and nothing of any case.
"""

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from textual import work
from textual.content import Content

from intervisie_tui.domain.group import Group
from intervisie_tui.domain.intention import Intention
from intervisie_tui.locale import _
from intervisie_tui.store.export import past as export
from intervisie_tui.store.export.handout import Handout, Part, Said
from intervisie_tui.store.export.markdown import as_markdown
from intervisie_tui.store.follow_up import everywhere
from intervisie_tui.store.home import Home
from intervisie_tui.store.past import past
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.widgets.markdown import page
from intervisie_tui.tui.widgets.reading import BLANK, Block, Paragraph

Write = Callable[[], Iterable[Block]]
"""Makes what there is to read, in the language of the moment."""


class LookedUp(Page):
    """A page that is looked up first, in a thread."""

    def __init__(self, look: Callable[[], Write]) -> None:
        self._look = look
        self._found: Write | None = None
        """`None`: it is being looked up."""
        super().__init__(self._told)

    def _told(self) -> Iterable[Block]:
        if self._found is None:
            return [Paragraph(Content.styled(_("One moment…"), "$foreground-muted"))]
        return self._found()

    def on_mount(self) -> None:
        self._look_up()

    @work(exclusive=True)
    async def _look_up(self) -> None:
        self._found = await asyncio.to_thread(self._look)
        if self.is_attached:
            self.retranslate()


def history_page(home: Home, group: Group, now: datetime) -> LookedUp:
    """What that group did."""

    def look() -> Write:
        found = past(home, group)
        return lambda: _page(home, export.history(found, now), found.problems)

    return LookedUp(look)


def intentions_page(home: Home, group: Group) -> LookedUp:
    """What is asked after in the next meeting of that group."""

    def look() -> Write:
        found = everywhere(home, group.id)
        intended = found.of.get(group.id, ())
        return lambda: _page(home, _intentions(group, intended), found.problems)

    return LookedUp(look)


def _intentions(group: Group, found: Sequence[Intention]) -> Handout:
    parts: tuple[Part, ...] = (
        Said(texts=(_("There is nothing to ask after in a next meeting."),)),
    )
    if found:
        parts = (export.intentions(group, group.name, found), export.warmly())
    title = _("What is asked after the next time")
    return Handout(reader="facilitator", title=title, parts=parts)


def _page(home: Home, handout: Handout, problems: Iterable[str]) -> Iterable[Block]:
    yield from page(as_markdown(handout))
    for problem in problems:
        yield BLANK
        # The place without its folder: the screen may be shared.
        words = problem.replace(f"{home.records}{os.sep}", "")
        yield Paragraph(Content(words), Content.styled("!", "$text-warning"))
