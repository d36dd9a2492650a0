"""The facilitator's face: the exact clock, the whole plan, tips and notes."""

from textwrap import wrap
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import Digits, Static

from intervisie_tui.domain.agenda import Item
from intervisie_tui.domain.plan import Row
from intervisie_tui.domain.view import View
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.widgets import blocks, wording

STATE: dict[str, str] = {"done": "✓", "skipped": "─", "now": "▶", "ahead": "·", "out": "─"}

REPLAN: Final = "f"
"""The key that leads to what can be done about time that runs over."""

MARGIN: Final = 5
"""Columns before a title in the plan: how far the group is with it, and its step."""

SLIM: Final = 72
"""Columns below which the plan makes room for what helps now."""


class Regie(Vertical):
    """Not for the group: it is shown only when it is asked for."""

    DEFAULT_CSS = """
    Regie {
        padding: 0 2;
        & #top { height: 3; }
        & Digits { width: 24; }
        & #times { width: 1fr; height: 3; text-wrap: nowrap; text-overflow: ellipsis; }
        & #plan { width: 2fr; min-width: 34; height: 1fr; scrollbar-size-vertical: 1; }
        & #now { width: 3fr; height: 1fr; padding-left: 3; scrollbar-size-vertical: 1; }
        & #after { height: auto; max-height: 2; color: $text-muted; }
        & #table { height: 1fr; margin-top: 1; }
        & #foot { height: 1; color: $text-muted; }
        & #aside { width: 1fr; }
        & #more { width: auto; }
        &.-slim #plan { display: none; }
        &.-slim #now { padding-left: 0; }
        &.-slim #table { margin-top: 0; }
        &.-slim Digits { width: 19; }
        &.-nearly-up Digits, &.-over Digits { color: $time; }
    }
    """

    shown: var[View | None] = var(None)

    aside: var[str] = var("", init=False)
    """What is said for a moment, such as what was undone."""

    _digits = query_one(Digits)
    _times = query_one("#times", Static)
    _after = query_one("#after", Static)
    _plan = query_one("#rows", Static)
    _now = query_one("#said", Static)
    _more = query_one("#more", Static)
    _whole_plan = query_one("#plan", VerticalScroll)
    _help = query_one("#now", VerticalScroll)

    def __init__(self, *, leads: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """*leads*: the session is led from here; else it is only read along."""
        super().__init__(id=id)
        self._leads = leads

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Digits("")
            yield Static(id="times")
        yield Static(id="after")
        with Horizontal(id="table"):
            with VerticalScroll(id="plan", can_focus=False):
                yield Static(id="rows")
            with VerticalScroll(id="now", can_focus=False):
                yield Static(id="said")
        with Horizontal(id="foot"):
            yield Static(id="aside")
            yield Static(id="more")

    def on_mount(self) -> None:
        # How far it goes is known after the layout; the wheel scrolls it too.
        for moved in ("virtual_size", "scroll_y"):
            self.watch(self._help, moved, self._moved)

    def watch_shown(self, before: View | None, view: View | None) -> None:
        if view is None:
            return
        clock = view.clock
        figure = f"{wording.exact(clock.spent if clock.left is None else clock.left):>6}"
        if self._digits.value != figure:
            self._digits.update(figure)
        self.set_class(clock.time == "nearly-up", "-nearly-up")
        self.set_class(clock.time == "over", "-over")
        self._put(self._times, times(view, self._way_out))
        rows = plan(view, self._whole_plan.size.width - 2)
        self._put(self._after, after(view))
        self._put(self._plan, Content("\n").join(rows))
        self._put(self._now, now(view))
        if before is None or before.stop != view.stop:
            before_here = rows[: [row.stop for row in view.plan].index(view.stop)]
            here = sum(len(row.split("\n")) for row in before_here)
            middle = self._whole_plan.size.height // 2
            self._whole_plan.scroll_to(y=max(0, here - middle), animate=False)
            self._help.scroll_home(animate=False)

    @property
    def _way_out(self) -> str:
        """The key that leads to what can be done about time; empty where nobody leads."""
        if not self._leads:
            return ""
        what = _("what now?")
        return REPLAN if self.has_class("-slim") else f"{REPLAN}: {what}"

    @property
    def has_more(self) -> bool:
        """Whether what helps now is longer than its place."""
        return self._help.max_scroll_y > 0

    def walk(self, by: int) -> None:
        """Read on in what helps now, or back."""
        self._help.scroll_relative(y=by * max(1, self._help.size.height - 1), animate=False)

    def _moved(self) -> None:
        self.call_after_refresh(self._say_more)

    def _say_more(self) -> None:
        """Say which way there is more to read."""
        place = self._help
        up, down = place.scroll_y > 0, place.scroll_y < place.max_scroll_y
        signs = "↑" * up + "↓" * down
        self._put(self._more, Content(_("{arrows} more").format(arrows=signs) if signs else ""))

    def watch_aside(self, words: str) -> None:
        self.query_one("#aside", Static).update(Content(words))

    def on_resize(self) -> None:
        self.set_class(self.size.width < SLIM, "-slim")
        self.call_after_refresh(self.retranslate)

    def retranslate(self) -> None:
        """Say everything once more, in the language chosen since."""
        self.watch_shown(None, self.shown)
        self._say_more()

    @staticmethod
    def _put(place: Static, words: Content) -> None:
        if place.content != words:
            place.update(words)


def times(view: View, way_out: str) -> Content:
    """The clock in words, and the end as it looks now; with the *way_out* where it gets late."""
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
    late = wording.behind(view.behind, planned=view.stage == "welcome")
    if way_out and blocks.runs_over(view):
        late = f"{late} · {way_out}"
    return Content.assemble(
        f"{'●' if clock.running else '○'} {state} · {of}\n",
        f"{end}" + (f" · {agreed}" if agreed else "") + "\n",
        (late, "bold"),
    )


def after(view: View) -> Content:
    """What comes next, and how long that is."""
    length = wording.minutes(view.ahead[0].planned) if view.ahead else ""
    return Content(" · ".join(filter(None, [wording.after_this(view), length])))


def plan(view: View, width: int) -> list[Content]:
    """The whole plan, stop by stop: what was planned and what it really took.

    Which pass it is stands with the first of its stops; what is not counted has a +. Over the
    first stop of each block of a meeting stands what it is.
    """
    lines: list[Content] = []
    before: Row | None = None
    over = {each.block: each for each in view.agenda} if blocks.has_several(view) else {}
    for row in view.plan:
        first_of_block = before is None or before.block != row.block
        if first_of_block:
            before = None
        anew = before is None or (before.step, before.step_title) != (row.step, row.step_title)
        number = str(row.step or _uncounted(row)) if anew else ""
        in_pass = "" if before and before.lap == row.lap else wording.row_pass(row, view.seats)
        before = row
        # The clock above says it for this moment; here it would repaint the plan each second.
        spent = wording.exact(row.spent) if row.spent and row.state != "now" else ""
        of = wording.minutes(row.planned)
        time = f"{spent} / {of}" if spent and of else spent or of
        room = max(8, width - MARGIN - len(time) - 1)
        title = " · ".join(filter(None, [row.title, in_pass]))
        first, *more = wrap(title, room) or [""]
        line = f"{STATE[row.state]} {number:>2} {first:<{room}} {time}"
        said = Content.styled(f"\n{'':{MARGIN}}".join([line, *more]), _ink(row))
        if first_of_block and row.block in over:
            said = Content("\n").join([heading(over[row.block], view, width), said])
        lines.append(said)
    return lines


def heading(item: Item, view: View, width: int) -> Content:
    """What a block is, whose case, and when it begins as it looks now."""
    begins = blocks.begins(item, view)
    room = max(8, width - len(begins) - 1)
    first, *more = wrap(blocks.title(item, view.seats), room)
    words = "\n".join([f"{first:<{room}} {begins}", *more])
    return Content.styled(words, "bold dim strike" if item.state == "out" else "bold underline")


def _uncounted(row: Row) -> str:
    return "" if row.state == "skipped" else "+"


def _ink(row: Row) -> str:
    return {"now": "bold", "ahead": "", "done": "dim", "skipped": "dim strike"}[row.state]


def now(view: View) -> Content:
    """What helps the facilitator at this moment, most private last."""
    where = [wording.step_count(view, short=False), *wording.passing(view), blocks.count(view)]
    step = "".join(f" · {said}" for said in filter(None, where))
    parts = [Content.assemble((view.moment_title or view.step_title, "bold"), (step, "dim"))]
    if view.ways.whose_case:
        parts.append(Content.styled(_("Who brings the case? w, then c"), "bold"))
    parts += map(Content, wording.small_groups(view))
    if view.turn is not None:
        turn = _("turn: {name}").format(name=wording.seat_name(view.turn))
        left = "" if view.turn_left is None else f" · {wording.exact(view.turn_left)}"
        parts.append(Content(f"▶ {turn}{left}"))
    if view.stage == "welcome":
        parts += (Content(f"! {said}") for said in wording.unsuited(view))
    parts += [Content.styled(f"“{view.say}”", "italic"), Content("")] if view.say else []
    parts += map(Content, [*wording.asked(view), *wording.choices(view)])
    parts += map(Content, filter(None, [wording.unchosen(view)]))
    parts += [Content(f"· {tip}") for tip in view.tips]
    if view.step and view.ways.another:
        parts.append(Content("+ ") + Content(_("Another round may be added")))
    if view.ways.detours:
        titles = ", ".join(way.title for way in view.ways.detours)
        parts.append(Content(_("+ In between: {parts}").format(parts=titles)))
    if view.examples:
        parts += [Content(""), Content.styled(_("They could ask"), "bold")]
        parts += [Content(f"? {question}") for question in view.examples]
    if view.notes:
        parts += [Content(""), Content.styled(_("Notes"), "bold")]
        parts += [Content(f"· {note.text}") for note in view.notes]
    return Content("\n").join(parts)
