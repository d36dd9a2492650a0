"""As this system locks, and as Windows does."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from intervisie_tui.store import machine
from intervisie_tui.store.machine import Lock


class Msvcrt:
    """How Windows locks: by the file, and without a word about who holds it."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.held: dict[int, int] = {}

    def locking(self, descriptor: int, how: int, size: int) -> None:
        assert (how, size) == (self.LK_NBLCK, 1)
        file = os.fstat(descriptor).st_ino
        holder = self.held.get(file)
        if holder is not None and holder != descriptor and is_open(holder, file):
            raise PermissionError
        self.held[file] = descriptor


def is_open(descriptor: int, file: int) -> bool:
    try:
        return os.fstat(descriptor).st_ino == file
    except OSError:
        return False


@pytest.fixture(params=["this-system", "windows"])
def lock(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "windows":
        monkeypatch.setattr(machine, "FCNTL", None)
        monkeypatch.setattr(machine, "MSVCRT", Msvcrt())
    return tmp_path / ".record.lock"


def test_a_lock_is_held_by_one(lock: Path) -> None:
    first = Lock.take(lock)
    assert first is not None
    assert Lock.take(lock) is None
    first.release()
    second = Lock.take(lock)
    assert second is not None
    second.release()


def test_a_lock_that_is_let_go_leaves_no_file(lock: Path) -> None:
    first = Lock.take(lock)
    assert first is not None
    first.release()
    first.release()
    assert not lock.exists()


def test_letting_go_twice_does_not_free_the_lock_of_another(lock: Path) -> None:
    first = Lock.take(lock)
    assert first is not None
    first.release()
    second = Lock.take(lock)
    assert second is not None
    first.release()
    assert Lock.take(lock) is None
    second.release()


def test_letting_go_leaves_the_file_of_another(lock: Path) -> None:
    first = Lock.take(lock)
    assert first is not None
    lock.unlink()  # by hand, by somebody who tidied up
    second = Lock.take(lock)
    assert second is not None
    first.release()
    assert Lock.take(lock) is None
    second.release()


def test_a_lock_file_that_a_crash_left_is_no_lock(lock: Path) -> None:
    lock.touch()
    taken = Lock.take(lock)
    assert taken is not None
    taken.release()


def test_a_lock_on_a_file_removed_meanwhile_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ".record.lock"
    hold = machine._hold

    def hold_late(descriptor: int) -> bool:
        monkeypatch.setattr(machine, "_hold", hold)
        path.unlink()  # its holder lets go between our opening and our locking
        return hold(descriptor)

    monkeypatch.setattr(machine, "_hold", hold_late)
    taken = Lock.take(path)
    assert taken is not None
    assert Lock.take(path) is None
    taken.release()


def test_a_disk_that_knows_no_locks_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(machine, "FCNTL", SimpleNamespace(flock=refuse, LOCK_EX=2, LOCK_NB=4))
    taken = Lock.take(tmp_path / ".record.lock")
    assert taken is not None
    taken.release()


def test_a_folder_that_takes_no_lock_is_an_error_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        Lock.take(tmp_path / "gone" / ".record.lock")
