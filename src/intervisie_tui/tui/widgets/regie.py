"""The facilitator's face: the exact clock, the whole plan, tips and notes."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import Digits, Static

from intervisie_tui.domain.view import Row, View
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.widgets import wording

STATE: dict[str, str] = {"done": "✓", "skipped": "─", "now": "▶", "ahead": "·"}


SLIM: Final = 64
"""Columns below which the plan makes room for what helps now."""


class Regie(Vertical):
    """Not for the group: it is shown only when it is asked for."""

    DEFAULT_CSS = """
    Regie {
        padding: 0 2;
        & #top { height: 3; }
        & Digits { width: 24; }
        & #times { width: 1fr; height: 3; }
        & #plan { width: 2fr; height: 1fr; scrollbar-size-vertical: 1; }
        & #now { width: 3fr; height: 1fr; padding-left: 3; scrollbar-size-vertical: 1; }
        & #table { height: 1fr; margin-top: 1; }
        & #aside { height: 1; color: $text-muted; }
        &.-slim #plan { display: none; }
        &.-slim #now { padding-left: 0; }
        &.-nearly-up Digits, &.-over Digits { color: $time; }
    }
    """

    shown: var[View | None] = var(None)

    aside: var[str] = var("", init=False)
    """What is said for a moment, such as what was undone."""

    _digits = query_one(Digits)
    _times = query_one("#times", Static)
    _plan = query_one("#rows", Static)
    _now = query_one("#said", Static)
    _scroll = query_one("#plan", VerticalScroll)

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Digits("")
            yield Static(id="times")
        with Horizontal(id="table"):
            with VerticalScroll(id="plan", can_focus=False):
                yield Static(id="rows")
            with VerticalScroll(id="now", can_focus=False):
                yield Static(id="said")
        yield Static(id="aside")

    def watch_shown(self, before: View | None, view: View | None) -> None:
        if view is None:
            return
        clock = view.clock
        figure = f"{wording.exact(clock.spent if clock.left is None else clock.left):>6}"
        if self._digits.value != figure:
            self._digits.update(figure)
        self.set_class(clock.time == "nearly-up", "-nearly-up")
        self.set_class(clock.time == "over", "-over")
        self._put(self._times, times(view))
        self._put(self._plan, plan(view.plan, self._scroll.size.width - 2))
        self._put(self._now, now(view))
        if before is None or before.stop != view.stop:
            here = next((i for i, row in enumerate(view.plan) if row.stop == view.stop), 0)
            middle = self._scroll.size.height // 2
            self._scroll.scroll_to(y=max(0, here - middle), animate=False)

    def watch_aside(self, words: str) -> None:
        self.query_one("#aside", Static).update(Content(words))

    def on_resize(self) -> None:
        self.set_class(self.size.width < SLIM, "-slim")
        self.call_after_refresh(self.retranslate)

    def retranslate(self) -> None:
        """Say everything once more, in the language chosen since."""
        self.watch_shown(None, self.shown)

    @staticmethod
    def _put(place: Static, words: Content) -> None:
        if place.content != words:
            place.update(words)


def times(view: View) -> Content:
    """The clock in words, and the end as it looks now."""
    clock = view.clock
    if view.stage == "welcome":
        state = _("not begun")
    elif view.stage == "closing":
        state = _("ended")
    else:
        state = _("running") if clock.running else _("stands still")
    of = wording.minutes(clock.length) or _("open-ended")
    end = _("end {time}").format(time=hour(view.expected_end))
    agreed = "" if view.due is None else _("planned {time}").format(time=hour(view.due))
    late = wording.behind(view.behind)
    return Content.assemble(
        f"{'●' if clock.running else '○'} {state} · {of}\n",
        f"{end}" + (f" · {agreed}" if agreed else "") + "\n",
        (late, "bold"),
    )


def plan(rows: tuple[Row, ...], width: int) -> Content:
    """The whole plan, a line a stop: what was planned and what it really took."""
    lines: list[Content] = []
    step = 0
    for row in rows:
        number = f"{row.step}" if row.step != step else ""
        step = row.step
        # The clock above says it for this moment; here it would repaint the plan each second.
        spent = wording.exact(row.spent) if row.spent and row.state != "now" else ""
        of = wording.minutes(row.planned)
        time = f"{spent} / {of}" if spent and of else spent or of
        room = max(8, width - 5 - len(time) - 1)
        title = row.title if len(row.title) <= room else f"{row.title[: room - 1]}…"
        line = f"{STATE[row.state]} {number:>2} {title:<{room}} {time}"
        lines.append(Content.styled(line, _ink(row)))
    return Content("\n").join(lines)


def _ink(row: Row) -> str:
    return {"now": "bold", "ahead": "", "done": "dim", "skipped": "dim strike"}[row.state]


def now(view: View) -> Content:
    """What helps the facilitator at this moment, most private last."""
    parts = [Content.styled(view.moment_title or view.step_title, "bold")]
    if view.turn is not None:
        turn = _("turn: {name}").format(name=wording.seat_name(view.turn))
        left = "" if view.turn_left is None else f" · {wording.exact(view.turn_left)}"
        parts.append(Content(f"▶ {turn}{left}"))
    parts += [Content.styled(f"“{view.say}”", "italic"), Content("")] if view.say else []
    parts += [Content(f"· {tip}") for tip in view.tips]
    if view.examples:
        parts += [Content(""), Content.styled(_("They could ask"), "bold")]
        parts += [Content(f"? {question}") for question in view.examples]
    length = wording.minutes(view.ahead[0].planned) if view.ahead else ""
    after = f"{wording.after_this(view)} · {length}" if length else wording.after_this(view)
    parts += [Content(""), Content.styled(after, "dim")]
    if view.notes:
        parts += [Content(""), Content.styled(_("Notes"), "bold")]
        parts += [Content(f"· {note.text}") for note in view.notes]
    return Content("\n").join(parts)
