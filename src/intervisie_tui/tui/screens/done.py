"""The last sheet: what was decided is done, and the screen may still be shared."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from intervisie_tui.domain.closing import decisions, for_case_giver
from intervisie_tui.locale import N_, _
from intervisie_tui.store.closing import Closed
from intervisie_tui.store.export.phrases import day
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.close import Decision
from intervisie_tui.tui.screens.each_case import SAID, decidable
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.poster import Poster, stack


class DoneScreen(Room[None]):
    """Says what became of the words, until somebody goes home: home lists other groups."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,pagedown", "read(1)", N_("Read on"), id="done.read", show=False),
        Binding("up,pageup", "read(-1)", N_("Read back"), id="done.read_back", show=False),
        Binding("enter", "leave", N_("Home"), id="done.leave"),
    ]

    class Leave(Message):
        """Nobody needs it any more."""

    def __init__(self, decision: Decision, done: Closed) -> None:
        super().__init__()
        self._decision = decision
        self._handed = done.handed
        self._whose = done.whose or [""] * len(done.handed)

    def compose(self) -> ComposeResult:
        yield Poster()
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """Say it, in the language chosen."""
        said = self._of_each() if self._decision.apart else self._of_all()
        self.query_one(Poster).say(stack([(_("Done"), "bold"), "", *said]))

    def _of_all(self) -> Iterator[str]:
        yield from map(self._handed_over, self._handed, self._whose)
        match self._decision.choice:
            case "all":
                yield _("It is kept.")
            case "hand-over" if not self._handed:
                yield _("There was nothing to hand over.")
            case "hand-over":
                yield _("The rest is erased.")
            case _:
                yield _("Everything is erased.")

    def _of_each(self) -> Iterator[str]:
        """What became of each case, where not all of them went the same way."""
        decision = self._decision
        names, handed = decidable(decision.session), iter(self._handed)
        until = _("kept") if decision.until is None else kept_until(decision.until)
        choices = decisions(decision.session, decision.choice or "nothing", decision.apart)
        said: dict[int, str] = {}
        for at, (case, choice) in enumerate(choices):
            said[at] = until if choice == "all" else _(SAID[choice])
            if choice == "hand-over":
                there = for_case_giver(decision.session, case).sheets
                said[at] = _file(next(handed)) if there else _("nothing to hand over")
        return (f"{name}: {said[at]}" for at, name in names.items())

    def _handed_over(self, path: Path, name: str) -> str:
        if name:
            return _("For {name}: {file}").format(name=name, file=_file(path))
        has_case = self._decision.session.has_case
        whose = _("For the case giver: {file}") if has_case else _("For the group: {file}")
        return whose.format(file=_file(path))

    def action_read(self, by: int) -> None:
        """Read on where there is more than fits, or back."""
        poster = self.query_one(Poster)
        poster.scroll_relative(y=by * max(1, poster.size.height - 2), animate=False)

    def action_leave(self) -> None:
        self.post_message(self.Leave())


def kept_until(last: date) -> str:
    """Until when it is kept: "kept until Sunday 22 November 2026"."""
    return _("kept until {day}").format(day=day(last))


def _file(path: Path) -> str:
    # The folder's own name is enough here: a whole path says whose computer this is.
    return f"{path.parent.name}/{path.name}"
