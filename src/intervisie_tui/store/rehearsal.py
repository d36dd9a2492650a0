"""A method file that is being written in an editor, and the group that rehearses it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Final

from intervisie_tui.domain.convene import Case, Convened, convene
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.person import seated
from intervisie_tui.domain.rehearsal import group_size
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import N_, _
from intervisie_tui.store.convening import NOTHING, Ready, made_ready
from intervisie_tui.store.excerpt import source
from intervisie_tui.store.home import Home
from intervisie_tui.store.meetings import Stock, examine
from intervisie_tui.store.methods import Examined
from intervisie_tui.store.problems import Problem, Refused, reason

GROUP: Final = N_("Ann, Bob, Cleo, Dan, Ella, Finn, Grace, Hugo, Iris, Jack, Kate, Liam")
"""Twelve names with commas between them, for a group that is invented."""

LOOK: Final = 0.1
"""Seconds between looks whether the file was saved."""

AGAIN: Final = 0.04
"""Seconds until the second look at what may be half-written."""

State = tuple[int, ...]
"""What changes when a file is saved, whichever way."""

GONE: Final[State] = (0,)


def invented(  # noqa: PLR0913 - what can be known beforehand
    path: Path,
    method: Method,
    now: datetime,
    *,
    names: Sequence[str] = (),
    people: int | None = None,
    first_meeting: bool = False,
    online: bool = False,
    ready: Ready = NOTHING,
) -> Session:
    """A session of the method in a file, with a group that is not there.

    *names* says who they are, else *people* how many; without either there are as many
    as suits the method. The first of them brings the case, or intended something. *ready*
    is what a meeting is planned with (`convening.made_ready`).
    """
    known = names or _(GROUP).split(", ")[: people or group_size(method)]
    intended = Intention(text=_("Ask one question before I say yes"), name=known[0])
    convened = Convened(
        people=[seated(seat, name) for seat, name in enumerate(known, 1)],
        cases=() if method.kind == "meeting" else (Case(by=1 if method.kind == "case" else None),),
        usual=ready.usual,
        library=ready.library,
        asked=(intended,),
        first_meeting=first_meeting,
        online=online,
    )
    return convene(one_line(path.stem), method, now, convened)


def rehearsed(home: Home, path: Path, method: Method, now: datetime) -> Session:
    """A session of a method or a meeting with an invented group. Raises Refused."""
    return invented(path, method, now, ready=made_ready(home, method, path))


def again(session: Session, method: Method, path: Path, ready: Ready) -> Session:
    """As that session was made, in another version of its meeting; the same if that is the same."""
    return invented(
        path,
        method,
        session.made,
        names=[person.name for person in session.people],
        first_meeting=session.first_meeting,
        online=session.online,
        ready=ready,
    )


@dataclass(frozen=True, slots=True)
class Version:
    """A method file as it was saved."""

    said: Examined
    text: str
    """The source; empty where it cannot be read."""

    ready: Ready = NOTHING
    """What it is planned with, if it is a meeting."""


def _version(home: Home, path: Path) -> Version:
    """The file as it is; what cannot even be found out is wrong with it too."""
    text = source(path)
    try:
        said = examine(Stock(home), path)
        if said.method is None or said.method.kind != "meeting":
            return Version(said, text)
        return Version(said, text, made_ready(home, said.method, path))
    except Refused as refused:
        return Version(Examined(None, refused.problems), text)
    # Its author goes on saving, and a rehearsal that no longer looks would not say so.
    except Exception as error:  # noqa: BLE001
        message = _("this file cannot be read: {reason}").format(reason=reason(error))
        return Version(Examined(None, (Problem(path, 0, 0, message),)), text)


class Follower:
    """Reads a method file each time it is saved, in a thread of its own."""

    def __init__(self, home: Home, path: Path, tell: Callable[[Version], object]) -> None:
        """*tell* gets each version, in that thread; the first as soon as it begins.

        *home* has the methods that a meeting uses.
        """
        self._home = home
        self._path = path
        self._tell = tell
        self._told: State = ()
        """The file as it was told last; empty: not yet."""

        self._doubted: State = ()
        """The file as it was when something was wrong that is not told yet; empty: nothing is."""

        self._ended = Event()
        self._thread = Thread(target=self._work, name="rehearsal", daemon=True)

    def begin(self) -> None:
        """Start the thread."""
        self._thread.start()

    def end(self) -> None:
        """Let the thread end, as soon as it looks again."""
        self._ended.set()

    def look(self) -> Version | None:
        """The file if it was saved since; `None`: it was not, or one had better look again.

        An editor may be half-way: a file that changes while it is read waits for the next
        look, and so does what is wrong with it, until two looks agree.
        """
        state = self._state()
        if state == self._told:
            return None
        version = _version(self._home, self._path)
        if self._state() != state:
            return None
        if version.said.method is None and state != self._doubted:
            self._doubted = state
            return None
        self._told, self._doubted = state, ()
        return version

    def _state(self) -> State:
        try:
            found = self._path.stat()
        except (OSError, ValueError):
            return GONE
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _work(self) -> None:
        while not self._ended.wait(AGAIN if self._doubted else LOOK):
            if (version := self.look()) is not None:
                self._tell(version)
