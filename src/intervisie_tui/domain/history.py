"""Undo and redo: the values that were, with the name of the verb that changed them.

What is wiped is wiped here too, so that no way back brings it up again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from intervisie_tui.domain.session import Session


@dataclass(frozen=True, slots=True)
class Change:
    """A verb, and the session as it was on the other side of it."""

    verb: str
    session: Session


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone and redone, the latest change last."""

    past: tuple[Change, ...] = ()
    future: tuple[Change, ...] = ()

    def did(self, verb: str, before: Session) -> Self:
        """Remember that *verb* changed *before*; what was undone is no longer to be redone."""
        return type(self)((*self.past, Change(verb, before)))

    def undo(self, session: Session) -> tuple[Self, Session, str] | None:
        """The history, the session before the last verb and that verb; `None`: nothing to undo.

        It is as if the verb was never given, for the clock too: when a pause is undone
        the clock has run all along.
        """
        if not self.past:
            return None
        *past, change = self.past
        future = (*self.future, Change(change.verb, session))
        return type(self)(tuple(past), future), change.session, change.verb

    def redo(self, session: Session) -> tuple[Self, Session, str] | None:
        """The reverse of `undo`; `None`: nothing to redo."""
        if not self.future:
            return None
        *future, change = self.future
        past = (*self.past, Change(change.verb, session))
        return type(self)(past, tuple(future)), change.session, change.verb

    def everywhere(self, change: Callable[[Session], Session]) -> Self:
        """The same history with *change* made in every session it remembers."""
        return type(self)(
            tuple(Change(c.verb, change(c.session)) for c in self.past),
            tuple(Change(c.verb, change(c.session)) for c in self.future),
        )

    def without_nothing(self, session: Session) -> Self:
        """The same history without verbs that, up to *session*, no longer change anything."""
        return type(self)(_changing(self.past, session), _changing(self.future, session))


def _changing(changes: tuple[Change, ...], session: Session) -> tuple[Change, ...]:
    following = (*(change.session for change in changes[1:]), session)
    pairs = zip(changes, following, strict=False)
    return tuple(change for change, after in pairs if change.session != after)
