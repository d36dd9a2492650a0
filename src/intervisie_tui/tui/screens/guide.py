"""How to write a method: the guide for authors, with every key, as a page to read."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from intervisie_tui.locale import LANGUAGES, N_, language
from intervisie_tui.store.reference.page import guide
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.widgets.markdown import page
from intervisie_tui.tui.widgets.reading import Block, Prose

DEEPEST = 3
"""The headings that can be gone to; below them each key has one of its own."""


class GuidePage(Page):
    """Read on with the arrows; → and ← go from heading to heading."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the page, that could scroll to the side if it were wider.
        Binding("right", "part(1)", N_("Next part"), id="guide.next", priority=True),
        Binding("left", "part(-1)", N_("Part before"), id="guide.back", priority=True),
    ]

    def __init__(self, guides: dict[str, tuple[Block, ...]]) -> None:
        """*guides* by language, as `guides` reads them."""
        super().__init__(lambda: guides[language()])

    def action_part(self, by: int) -> None:
        """The next heading, or the one before, at the top of the screen."""
        prose, shown = Prose(self._write()), self.query_one("#page")
        at = shown.scroll_y
        above = at + self._reading.content_region.y - shown.content_region.y
        _title, *lines = prose.headings(self._reading.content_size.width, DEEPEST)
        tops = [line + above for line in lines]
        if by > 0:
            to = next((top for top in tops if top > at), at)
        else:
            to = next((top for top in reversed(tops) if top < at), 0)
        shown.scroll_to(y=to, animate=False)


def guides() -> dict[str, tuple[Block, ...]]:
    """The guide in each language; it reads files."""
    return {each: page(guide(each)) for each in LANGUAGES}
