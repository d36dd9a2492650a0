"""What is wrong in the file of a method, or to look at once more, over what is rehearsed."""

from typing import Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from intervisie_tui.locale import _, ngettext
from intervisie_tui.store.excerpt import excerpt
from intervisie_tui.store.problems import Problem
from intervisie_tui.tui.widgets.trouble import trouble

FEW: Final = 2
"""So many faults are told unasked; the others wait until these are mended."""


class Faults(VerticalScroll, can_focus=False):
    """The first few, each with its line; it hangs over the screen and takes no room of it."""

    DEFAULT_CSS = """
    Faults {
        layer: above;
        dock: bottom;
        height: auto;
        max-height: 70%;
        margin-bottom: 1;
        padding: 0 2;
        background: $paper;
        color: $ink;
        border-top: solid $attention;
        border-title-color: $ink-quiet;
        display: none;
        scrollbar-size-vertical: 1;
        & Static { height: auto; }
        & .line { margin-left: 2; color: $ink-quiet; text-wrap: nowrap; }
    }
    """

    told_all = False
    """Whether all of them are told, and not the first few."""

    async def say(
        self, problems: tuple[Problem, ...], text: str, *, all_of_them: bool = False
    ) -> None:
        """Tell these of the file with that *text*; where there are none, nothing hangs."""
        self.display = bool(problems)
        self.told_all = all_of_them or len(problems) <= FEW
        said = _("The version before goes on · Esc puts this away")
        if all(problem.severity == "warning" for problem in problems):
            said = _("It can be used · Esc puts this away")
        self.border_title = Content(f" {said} ")
        await self.remove_children()
        await self.mount_all(_lines(problems, text, len(problems) if self.told_all else FEW))
        self.scroll_home(animate=False)

    def read_on(self) -> bool:
        """Scroll to what is not in sight yet; whether there was more."""
        more = self.scroll_y < self.max_scroll_y
        self.scroll_relative(y=self.scrollable_content_region.height - 1, animate=False)
        return more


def _lines(problems: tuple[Problem, ...], text: str, most: int) -> list[Static]:
    lines = []
    for problem in problems[:most]:
        lines.append(Static(Content.styled(trouble(problem), "bold")))
        if shown := excerpt(problem, text):
            lines.append(Static(Content(shown), classes="line"))
    if (more := len(problems) - most) > 0:
        said = ngettext("and {number} thing more", "and {number} things more", more)
        lines.append(Static(Content(said.format(number=more))))
    return lines
