"""What differs from one operating system to another, and nowhere else.

Each thing that a system may lack has a fallback, switched on by the constants at
the top.
"""

import errno
import os
import shlex
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Self


def _module(name: str) -> ModuleType | None:
    """A standard module that not every system has."""
    try:
        return import_module(name)
    except ImportError:
        return None


FCNTL = _module("fcntl")
"""Locks and full flushes on Linux and macOS; `None` on Windows."""

MSVCRT = _module("msvcrt")
"""Locks on Windows; `None` elsewhere."""

OPENS_FOLDERS = hasattr(os, "O_DIRECTORY")
"""Whether a folder can be opened, to make the system write down its list of names."""

SETS_EDITOR = "export EDITOR=nano" if os.name == "posix" else "set EDITOR=notepad"
"""How a user may say in a terminal of this system which editor to use."""

SLEEPLESS_CLOCKS = ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC")
"""Clocks that go on while the machine sleeps, best first.

Linux has the first. On macOS the second goes on, though `time.monotonic` stops.
"""


def steady_clock(
    clocks: Sequence[str] = SLEEPLESS_CLOCKS,
) -> Callable[[], datetime]:
    """A clock for a meeting: aware, in UTC.

    It takes the system's time once. From there it counts by itself: on while a
    laptop sleeps, and without a jump when somebody sets the system's time.
    """
    count = _counter(clocks)
    began, zero = datetime.now(UTC), count()
    return lambda: began + timedelta(seconds=count() - zero)


def _counter(clocks: Sequence[str]) -> Callable[[], float]:
    """Seconds from some point: the first of *clocks* that this system has."""
    for name in clocks:
        # A system may have a name for a clock and refuse to read it.
        with suppress(AttributeError, OSError):
            count = partial(time.clock_gettime, getattr(time, name))
            count()
            return count
    return time.monotonic


def ending_signals() -> tuple[signal.Signals, ...]:
    """What tells a program to end: asked to, its terminal gone, its window closed."""
    names = ("SIGTERM", "SIGHUP", "SIGBREAK")
    return tuple(getattr(signal, name) for name in names if hasattr(signal, name))


def terminal_gone() -> bool:
    """Whether this program's terminal was closed, also where no signal says so.

    Under a shell that ignores the closing of its window, that shell alone is told.
    """
    try:
        os.get_terminal_size(0)
    except OSError as error:
        # Anything else than this means that there never was one.
        return error.errno == errno.EIO
    return False


def command_words(said: str) -> list[str]:
    """The words of a command, as a terminal of this system takes it apart."""
    try:
        if os.name == "posix":
            return shlex.split(said)
        return [word.strip('"') for word in shlex.split(said, posix=False)]
    except ValueError:  # a quotation mark alone
        return said.split()


def private_folder(path: Path) -> Path:
    """Make the folder if there is none, for this user only; answers *path*.

    So are the folders that it lies in, where those are made too. A folder that is there
    already stays as its owner has it. Raises `OSError` where it cannot be made.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.is_dir()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Replace the file by *data* so that it is always whole: the old or the new.

    Only this user may read it. A link is followed: what it points at is replaced.
    Whatever goes wrong, no half-written copy stays. Raises `OSError`.
    """
    path = Path(os.path.realpath(path))
    try:
        _write(path, data)
    except OSError:
        # Another program may have had it for a moment: a virus scanner, or one of ours
        # that started just now and swept the draft away.
        _write(path, data)
    _flush_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """Make the file; where something has its name already, that stays as it is.

    Only this user may read it. Raises `FileExistsError`, also for a link that leads
    nowhere, and `OSError`; whatever goes wrong, nothing half-written stays.
    """
    _make(path, data)
    _flush_folder(path.parent)


def _write(path: Path, data: bytes) -> None:
    draft = _draft(path)
    # Not opened but made anew: a left-over may be open to others, or be a link.
    draft.unlink(missing_ok=True)
    try:
        _make(draft, data)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def _make(path: Path, data: bytes) -> None:
    made = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, made, 0o600)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - no path
            file.write(data)
            file.flush()
            _flush(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def sweep(folder: Path) -> None:
    """Remove what a write that was cut off left in the folder.

    What cannot be removed stays for a next time.
    """
    with suppress(OSError):
        for left_over in folder.glob(_draft(Path("*")).name):
            with suppress(OSError):
                left_over.unlink()


def _draft(path: Path) -> Path:
    """Where the new text of a file stands until it is whole.

    By a name that is nobody else's: `sweep` removes whatever is called so.
    """
    return path.with_name(f".{path.name}.intervisie")


def _flush(descriptor: int) -> None:
    """Have the system put a file on the disk now."""
    # On macOS fsync stops at the cache of the drive; this does not.
    full = getattr(FCNTL, "F_FULLFSYNC", None)
    if FCNTL is not None and full is not None:
        with suppress(OSError):
            FCNTL.fcntl(descriptor, full)
            return
    os.fsync(descriptor)


def _flush_folder(folder: Path) -> None:
    """Have the system put a folder's list of names on the disk now.

    The file is whole by then, so a system that cannot do this is no failure.
    """
    if not OPENS_FOLDERS:
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class Lock:
    """A sign that this process, and no other, writes something.

    It is held as long as its file is open, so it ends with the process however
    that ends.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path) -> Self | None:
        """Hold the lock whose file is *path*; `None` if somebody else holds it.

        Raises `OSError` where no file can be made. On a disk that knows no locks it
        is held by name only.
        """
        for _ in range(10):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _hold(descriptor):
                os.close(descriptor)
                return None
            # Whoever held it a moment ago may have removed the file since; a lock
            # on a file that nobody can find keeps nobody out.
            if _is_at(descriptor, path):
                return cls(path, descriptor)
            os.close(descriptor)
        return None

    def release(self) -> None:
        """Let go, and remove the file. A second time does nothing."""
        if self._descriptor is None:
            return
        ours = _is_at(self._descriptor, self._path)
        if ours and FCNTL is not None:
            # While it is held: from then on nobody can find this one.
            with suppress(OSError):
                self._path.unlink()
        os.close(self._descriptor)
        self._descriptor = None
        if ours and FCNTL is None:
            # Windows removes no open file; if somebody opened it meanwhile it stays.
            with suppress(OSError):
                self._path.unlink()


def _hold(descriptor: int) -> bool:
    """Lock an open file without waiting; `False` if somebody else has."""
    try:
        if FCNTL is not None:
            FCNTL.flock(descriptor, FCNTL.LOCK_EX | FCNTL.LOCK_NB)
        elif MSVCRT is not None:
            MSVCRT.locking(descriptor, MSVCRT.LK_NBLCK, 1)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # This disk knows no locks. Better to lead without one than not to lead.
        return True
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether the open file is the one that *path* names now."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False
