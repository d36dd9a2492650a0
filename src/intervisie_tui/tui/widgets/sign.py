"""The sign that a session is a rehearsal, in sight at all times."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from intervisie_tui.locale import _, ngettext
from intervisie_tui.store.problems import Problem


class Sign(Widget):
    """Says that nothing is kept, how fast the time goes, and whether the file is right."""

    DEFAULT_CSS = """
    Sign { height: auto; padding: 0 1; background: $paper; color: $ink-quiet; }
    """

    speed: reactive[int] = reactive(1, layout=True)
    problems: reactive[tuple[Problem, ...]] = reactive((), layout=True)
    """Of the file as it was saved last; empty: there are none."""

    def render(self) -> Content:
        parts = [_("Rehearsal: nothing is kept"), _("{speed}× (F6)").format(speed=self.speed)]
        if number := len(self.problems):
            wrong = self.problems[0].severity == "error"
            said = (
                ngettext("{number} mistake", "{number} mistakes", number)
                if wrong
                else ngettext("{number} warning", "{number} warnings", number)
            )
            parts.append(f"{said.format(number=number)} (F5)")
        return Content(" · ".join(parts))
