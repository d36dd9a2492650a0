"""Leading a session: one session, one desk, and what the faces show of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.reactive import Initialize, var
from textual.widgets import Static

from intervisie_tui.domain import course, wall
from intervisie_tui.domain.desk import Desk, Face, Large
from intervisie_tui.domain.history import History
from intervisie_tui.domain.paper import next_asked
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import View, view
from intervisie_tui.locale import N_, _
from intervisie_tui.tui import acts, hands, verbs
from intervisie_tui.tui.record import Record
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.faces import Faces
from intervisie_tui.tui.widgets.key_line import KeyLine

SMALL: Final = N_("A little larger, please: 50 × 15 at least.")

TICK: Final = 0.5
"""Seconds between looks at the clock; what is shown changes by the second at most."""


class Leading(Room[None]):
    """Holds the session and hands it down; every widget only shows it."""

    CSS_PATH = "session.tcss"
    AUTO_FOCUS = ""  # keys lead; the pen gets them only when writing
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (15, "-low"), (20, "-high")]
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (50, "-narrow"), (100, "-wide")]

    BINDINGS: ClassVar[list[BindingType]] = [*verbs.bindings(), *hands.BINDINGS]

    def _session(self) -> Session:
        return self._given[0]

    def _desk(self) -> Desk:
        return self._given[1]

    session: var[Session] = var(Initialize(_session), bindings=True)
    """Where the group is: the one piece of state, replaced by `do` alone."""

    desk: var[Desk] = var(Initialize(_desk))
    """What lies on the facilitator's table."""

    shown: var[View | None] = var(None)
    """What both faces show of the session now."""

    aside: var[str] = var("")
    """What is said for a moment under the chart: what comes next, what was undone."""

    _faces = query_one(Faces)
    _small = query_one("#small", Static)

    def __init__(
        self,
        session: Session,
        clock: Callable[[], datetime],
        record: Record,
        desk: Desk | None = None,
    ) -> None:
        super().__init__()
        self._given = session, desk or Desk()
        self.clock = clock
        self.record = record
        self.history = History()
        self._blank_since: datetime | None = None
        """When the blank sheet was hung here; `None`: never yet."""

    def compose(self) -> ComposeResult:
        yield Static(id="notice")
        yield Static(id="small")
        yield Faces(id="faces", initial="poster")
        yield KeyLine("session.face", "session.clock", "session.plan", "session.again")

    _composed = False
    """Whether there is something to show it on: state can be read before that."""

    @property
    def is_ready(self) -> bool:
        """Whether all faces can be shown, and led from."""
        return self._composed and self._faces.is_ready

    def on_mount(self) -> None:
        self._composed = True
        self._small.update(_(SMALL))
        self.set_interval(TICK, self._tick)
        self._look()

    def on_faces_ready(self, event: Faces.Ready) -> None:
        event.stop()
        self.begin_leading()

    def begin_leading(self) -> None:
        """All faces are there now."""
        self._look()
        self._keep_selection(moved=False)
        if self.desk.selected is None:
            self._select_next()
        self.refresh_bindings()

    # Changing the session

    def do(self, name: str, change: Callable[[Session], Session]) -> bool:
        """Put the next session in place of this one; whether that changed anything."""
        before = self.session
        after = change(before)
        if after is before:
            return False
        self.history = self.history.did(name, before)
        self.aside = ""
        self.session = after
        return True

    def action_verb(self, name: str) -> None:
        done = self.do(name, lambda s: verbs.BY_NAME[name].act(s, self.desk, self.clock()))
        if done and name in {"answered", "turn"}:
            self._select_next()

    def action_digit(self, digit: int) -> None:
        verb, act = acts.digit(self.session, digit)
        if self.do(verb, lambda s: act(s, self.desk, self.clock())):
            self._select_next()

    def action_undo(self) -> None:
        self._step(self.history.undo(self.session), _("Undone: {verb}"), _("Undone"))

    def action_redo(self) -> None:
        self._step(self.history.redo(self.session), _("Done again: {verb}"), _("Done again"))

    def wipe(self, entry: int) -> None:
        """Take a line out of the session and of every session that undo remembers."""
        wiped = wall.wipe(self.session, entry)
        history = self.history.everywhere(lambda session: wall.wipe(session, entry))
        self.history = history.without_nothing(wiped)
        self.session = wiped

    def _step(self, step: tuple[History, Session, str] | None, words: str, quiet: str) -> None:
        """Take the step and name its verb, but not one that the group is not to know of."""
        if step is None:
            return
        before = self.session
        self.history, self.session, verb = step
        if (line := wall.other_line(before, self.session)) is not None:
            self.desk = replace(self.desk, selected=line)
        is_private = verb in verbs.PRIVATE and self.desk.face == "flap"
        self.aside = quiet if is_private else words.format(verb=_(verbs.words_of(verb)))

    # The hands: what is selected, which face

    def action_select(self, by: int) -> None:
        if not (order := self._faces.walk(by)):
            return
        here = self.desk.selected
        at = order.index(here) + by if here in order else (0 if by > 0 else len(order) - 1)
        self.desk = replace(self.desk, selected=order[min(max(at, 0), len(order) - 1)])

    def _select_next(self) -> None:
        """Select the next line that still asks for something here."""
        paper = self.shown.paper if self.shown else None
        if paper is not None:
            asked = next_asked(paper, self.desk.selected)
            # On a scale the next digit is for whose turn it is.
            kept = None if paper.kind == "scale" else self.desk.selected
            self.desk = replace(self.desk, selected=asked or kept)

    def action_face(self) -> None:
        face: Face = "flap" if self.desk.face == "regie" else "regie"
        self.aside = ""  # what was said there is not for the group
        self.desk = replace(self.desk, face=face)

    def action_large(self, what: Large) -> None:
        """Hang it large, or put it away."""
        self.desk = replace(self.desk, large=None if self.desk.large == what else what)

    def action_peek(self) -> None:
        """Say what comes next, or no longer."""
        self.aside = "" if self.aside or self.shown is None else wording.after_this(self.shown)

    def action_calm(self) -> None:
        """Put away what was asked for: rules, questions, the look ahead, the selection."""
        self.aside = ""
        self.desk = replace(self.desk, large=None, selected=None)

    def action_blank(self) -> None:
        """Give the room back to the people, or return. It leaves no trace in the session."""
        now = self.clock()
        if self.desk.blank:
            if self.desk.ran:
                self.session = course.start(self.session, now)
            if self._blank_since is not None:
                still = (now - self._blank_since).total_seconds()
                self.history = self.history.everywhere(lambda s: course.stood_still(s, still))
            self.desk = replace(self.desk, blank=False, ran=False)
        else:
            self._blank_since = now
            self.desk = replace(self.desk, blank=True, ran=self.session.since is not None)
            self.session = course.pause(self.session, now)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out (`None`) what would change nothing now; hide what is locked."""
        if self.has_class("-tiny") or self.has_class("-slim"):
            return action not in hands.LOCKED  # nobody sees what it would do
        if self.desk.blank or self.desk.lent:
            unlocked = "blank" if self.desk.blank else "lend"
            return action == unlocked or action not in hands.LOCKED
        if action == "digit":
            return self._changes(acts.digit(self.session, int(str(parameters[0])))[1])
        desk = self.desk
        usable: dict[str, Callable[[], object]] = {
            "verb": lambda: self._changes(verbs.BY_NAME[str(parameters[0])].act),
            "undo": lambda: self.history.past,
            "redo": lambda: self.history.future,
            "select": lambda: self._faces.has_more,
            "large": lambda: desk.face == "flap" and self._can_hang(parameters[0]),
            "peek": lambda: self._on_the_wall,
            "calm": lambda: self.aside or desk.large or desk.selected is not None,
        }
        return action not in usable or bool(usable[action]()) or None

    def _can_hang(self, what: object) -> bool:
        """Whether there is something to hang large."""
        if self.shown is None or self.shown.stage != "under-way":
            return False
        return what == "rules" or bool(self.shown.examples or self.shown.questions)

    @property
    def _on_the_wall(self) -> bool:
        """Whether the flap is what hangs now."""
        return self._faces.current == "flap"

    def _changes(self, act: acts.Act) -> bool:
        # What happens to a line has to be seen.
        desk = self.desk if self._on_the_wall else replace(self.desk, selected=None)
        return act(self.session, desk, self.clock()) is not self.session

    # Showing it

    def _tick(self) -> None:
        """Look at the clock, where anything of it shows."""
        if self.session.since is not None or self.desk.face == "regie":
            self._look()

    def _look(self) -> None:
        """Show the session as it is now."""
        if not self._composed:
            return
        self.shown = view(self.session, self.clock())
        self._faces.show(self.session, self.shown, self.desk)

    def watch_session(self, before: Session, session: Session) -> None:
        self._look()
        self._keep_selection(moved=(before.at, before.stage) != (session.at, session.stage))
        self.record.put(session, self.desk)

    def watch_desk(self, before: Desk, desk: Desk) -> None:
        if before == desk:
            return
        if replace(before, draft="", caret=0) != replace(desk, draft="", caret=0):
            self._look()
            self.refresh_bindings()
        self.record.put(self.session, desk)

    def watch_aside(self, words: str) -> None:
        if not self.is_ready:
            return
        self._faces.flap.aside = self._faces.regie.aside = words

    def _keep_selection(self, *, moved: bool) -> None:
        """Start each moment with the line that asks for something; forget what is gone."""
        paper = self.shown.paper if self.shown else None
        ids = {line.entry.id for line in paper.lines} if paper else set()
        if not moved and (self.desk.selected is None or self.desk.selected in ids):
            return
        self.desk = replace(self.desk, selected=None)
        if moved:
            self.desk = replace(self.desk, large=None, column=0)
            self._select_next()

    def retranslate(self) -> None:
        """Say everything once more, in the language chosen since."""
        self.aside = ""
        self._small.update(_(SMALL))
        if self.is_ready:
            self._faces.retranslate()
        self._look()
