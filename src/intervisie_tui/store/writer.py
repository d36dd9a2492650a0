"""The one who writes a record, in a thread of its own.

A screen only says what is true now; what it said just before need not reach the disk.
So the writer waits a moment, takes the newest value, and writes that whole. When the
disk refuses, it keeps the newest value and tries again.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread
from typing import Final

from intervisie_tui.domain.closing import lasting_desk
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import _
from intervisie_tui.store.files import desk_of, lock_of, remove
from intervisie_tui.store.machine import Lock, private_folder, sweep, write_whole
from intervisie_tui.store.pieces import Pieces, desk_text
from intervisie_tui.store.problems import reason

SETTLE: Final = 0.15
"""Seconds that a first change waits for others to come along."""

AGAIN: Final = 3.0
"""Seconds until the next try, when the disk refused."""


def _ignore(_said: object) -> None:
    """Hear it, and do nothing."""


def open_writer(
    path: Path,
    *,
    on_saved: Callable[[Session], None] = _ignore,
    on_trouble: Callable[[str | None], None] = _ignore,
    settle: float = SETTLE,
    again: float = AGAIN,
) -> "Writer | None":
    """A writer for the record at *path*; `None`: somebody else has it open.

    A folder that cannot be written in is no reason not to begin: the writer says so
    when it first tries, and goes on trying.

    *on_saved* gets each session that is on disk now. *on_trouble* gets why that does not
    work, once, and `None` when it works again. Both are called in the writer's thread,
    and may not wait for a thread that calls `flush` or `close`.
    """
    writer = Writer(path, on_saved, on_trouble, settle, again)
    with suppress(OSError):
        if not writer.take_lock():
            return None
    writer.begin()
    return writer


class Writer:
    """Writes one record and the desk beside it, until it is closed."""

    def __init__(
        self,
        path: Path,
        on_saved: Callable[[Session], None],
        on_trouble: Callable[[str | None], None],
        settle: float,
        again: float,
    ) -> None:
        self.path = path
        self._on_saved = on_saved
        self._on_trouble = on_trouble
        self._settle = settle
        self._again = again
        self._lock: Lock | None = None
        self._thread = Thread(target=self._work, name="record", daemon=True)

        self._change = Condition()
        """Guards what follows, and tells of each change in it."""

        self._newest: tuple[Session, Desk | None] | None = None
        """What was put last; `None`: nothing yet."""

        self._put = 0
        """How often something was put."""

        self._saved = 0
        """How often something had been put when what is on disk was the newest."""

        self._tries = 0
        self._failed = 0
        """The number of the last try that failed."""

        self._busy = False
        self._hurry = False
        self._ended = False

        # Of the thread alone, or of whoever sees that it is not busy: what it is
        # working with, and what it put on disk.
        self._trouble: str | None = None
        self._pieces = Pieces()
        self._session: Session | None = None
        self._desk: bytes | None = None

    def take_lock(self) -> bool:
        """Keep others out; `False`: somebody else has the record. Raises OSError."""
        if self._lock is None:
            private_folder(self.path.parent)
            self._lock = Lock.take(lock_of(self.path))
            if self._lock is not None:
                sweep(self.path.parent)
        return self._lock is not None

    def begin(self) -> None:
        """Start the thread."""
        self._thread.start()

    def put(self, session: Session, desk: Desk | None) -> None:
        """Have this written soon, in place of what was put before and still waits.

        Without a desk, the one on disk goes. After the end nothing is written.
        """
        with self._change:
            if not self._ended and not _same(self._newest, session, desk):
                self._newest = session, desk
                self._put += 1
                self._change.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait until all that was put is on disk.

        `False`: after *timeout* seconds it is not, or the disk refused it just now.
        """
        with self._change:
            wanted, tries = self._put, self._tries
            self._hurry = self._behind
            self._change.notify_all()
            self._change.wait_for(
                lambda: self._saved >= wanted or self._failed > tries or self._ended,
                timeout,
            )
            return self._saved >= wanted

    def close(self, timeout: float) -> bool:
        """Flush, and let go of the record; a second time does nothing."""
        done = self.flush(timeout)
        self._end()
        self._thread.join(timeout)
        return done

    def finish(self, session: Session | None) -> None:
        """Make this the record, without a desk, and end; `None`: no record at all.

        What was put before and still waits is never written. Raises OSError; then
        nothing has ended, and what was put last is written again.
        """
        with self._change:
            self._change.wait_for(lambda: not self._busy)
            try:
                if session is not None:
                    self._save(session, None)
                elif os.path.lexists(self.path):
                    self._hold()
                    remove(self.path)
            except Exception:
                self._session = self._desk = None
                self._put += self._newest is not None
                self._change.notify_all()
                raise
            self._saved = self._put
            self._end()
        self._thread.join()

    def _end(self) -> None:
        with self._change:
            self._ended = True
            self._change.notify_all()

    # In the thread

    def _work(self) -> None:
        self._save_all()
        # Here and not in `close`, which may have given up on a disk that hangs: as long
        # as something may still be written, nobody else is to write.
        if self._lock is not None:
            self._lock.release()

    def _save_all(self) -> None:
        while (job := self._next()) is not None:
            number, session, desk = job
            try:
                self._save(session, desk)
            # Whatever is wrong, the meeting goes on and its facilitator hears of it.
            except Exception as error:  # noqa: BLE001
                self._came_back(failed=self._tries)
                self._tell(reason(error))
            else:
                self._came_back(saved=number)
                self._tell(None)
                self._on_saved(session)

    @property
    def _behind(self) -> bool:
        return self._saved < self._put

    def _next(self) -> tuple[int, Session, Desk | None] | None:
        """The newest value and its number, when it is time to save; `None`: at the end."""
        with self._change:
            self._change.wait_for(lambda: self._behind or self._ended)
            pause = self._settle if self._trouble is None else self._again
            self._change.wait_for(lambda: self._hurry or self._ended, pause)
            self._hurry = False
            if self._ended or self._newest is None:
                return None
            self._busy = True
            self._tries += 1
            return self._put, *self._newest

    def _came_back(self, *, saved: int = 0, failed: int = 0) -> None:
        with self._change:
            self._busy = False
            self._saved = saved or self._saved
            self._failed = failed or self._failed
            self._change.notify_all()

    def _tell(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._on_trouble(trouble)

    def _save(self, session: Session, desk: Desk | None) -> None:
        """Write what is not on disk yet.

        The record comes before the desk: cut off in between, a line stands on its chart
        and still half-typed on the desk, where the other way round it would be on neither.
        A desk that goes, goes first: what was decided about the words holds for all of them.
        """
        self._hold()
        if desk is None:
            desk_of(self.path).unlink(missing_ok=True)
            self._desk = None
        if session is not self._session:
            write_whole(self.path, self._pieces.record(session))
            self._session = session
        if desk is not None:
            text = desk_text(lasting_desk(desk, session))
            if text != self._desk:
                write_whole(desk_of(self.path), text)
                self._desk = text

    def _hold(self) -> None:
        """Be the one who writes, also where the lock could not be taken before."""
        if not self.take_lock():
            raise OSError(_("this session is open in another window"))


def _same(newest: tuple[Session, Desk | None] | None, session: Session, desk: Desk | None) -> bool:
    return newest is not None and newest[0] is session and newest[1] is desk
