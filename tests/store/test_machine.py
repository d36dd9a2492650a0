"""Both what this system does and what another would: each fallback is switched on."""

import os
import signal
import stat
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from intervisie_tui.store import machine
from intervisie_tui.store.machine import (
    SLEEPLESS_CLOCKS,
    ending_signals,
    private_folder,
    steady_clock,
    sweep,
    write_whole,
)

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("clocks", [SLEEPLESS_CLOCKS, (), ("CLOCK_OF_NO_SYSTEM",)])
def test_the_clock_is_aware_right_and_never_goes_back(clocks: tuple[str, ...]) -> None:
    before = datetime.now(UTC)
    clock = steady_clock(clocks)
    read = [clock() for _ in range(100)]
    assert read[0].tzinfo is UTC
    assert abs(read[0] - before) < timedelta(minutes=1)
    assert read == sorted(read)


def test_setting_the_time_of_the_system_does_not_move_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = steady_clock()
    began = clock()
    monkeypatch.setattr(machine, "datetime", SimpleNamespace(now=lambda _zone: None))
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert timedelta() <= clock() - began < timedelta(minutes=1)


def test_the_clock_counts_by_the_first_clock_of_the_system_that_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = {2: 100.0}

    def gettime(clock: int) -> float:
        if clock not in seconds:
            raise OSError
        return seconds[clock]

    monkeypatch.setattr(time, "CLOCK_REFUSED", 1, raising=False)
    monkeypatch.setattr(time, "CLOCK_OF_OURS", 2, raising=False)
    monkeypatch.setattr(time, "clock_gettime", gettime, raising=False)
    clock = steady_clock(("CLOCK_ABSENT", "CLOCK_REFUSED", "CLOCK_OF_OURS"))
    began = clock()
    seconds[2] += 8 * 3600  # the laptop slept
    assert clock() - began == timedelta(hours=8)


def test_a_system_without_such_clocks_counts_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 5.0
    monkeypatch.delattr(time, "clock_gettime", raising=False)
    monkeypatch.setattr(time, "monotonic", lambda: now)
    clock = steady_clock()
    began = clock()
    now += 60
    assert clock() - began == timedelta(minutes=1)


def test_a_request_to_end_and_a_lost_terminal_are_heard() -> None:
    assert signal.SIGTERM in ending_signals()
    if hasattr(signal, "SIGHUP"):
        assert signal.SIGHUP in ending_signals()


def test_a_system_without_a_hang_up_still_hears_a_request_to_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(signal, "SIGHUP", raising=False)
    assert signal.SIGTERM in ending_signals()


@POSIX
def test_a_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "above" / "records")
    assert folder.is_dir()
    assert mode(folder) == mode(folder.parent) == 0o700


def test_a_folder_that_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    before = tmp_path.stat().st_mode
    assert private_folder(tmp_path) == tmp_path
    assert (tmp_path / "kept").exists()
    assert tmp_path.stat().st_mode == before


@pytest.fixture(params=[True, False], ids=["flushes-folders", "does-not"])
def path(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(machine, "OPENS_FOLDERS", machine.OPENS_FOLDERS and request.param)
    return tmp_path / "record.toml"


def test_a_file_is_replaced_whole_and_nothing_else_is_left(path: Path) -> None:
    write_whole(path, b"old and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@POSIX
def test_a_file_is_for_its_owner_only(path: Path) -> None:
    path.touch(0o644)
    draft = path.with_name(".record.toml.intervisie")
    draft.touch(0o666)
    write_whole(path, b"new")
    assert mode(path) == 0o600


@pytest.mark.parametrize("what", ["_flush", "replace"])
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_write_that_fails_leaves_the_old_file_and_no_copy(
    path: Path,
    what: str,
    error: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise error

    write_whole(path, b"old")
    monkeypatch.setattr(machine if what == "_flush" else Path, what, fail)
    with pytest.raises(error):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_gone_is_an_error_to_the_writer(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "record.toml", b"new")


def test_a_link_stays_a_link_and_its_target_is_replaced(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "real.toml"
    target.parent.mkdir()
    target.write_bytes(b"old")
    path.symlink_to(target)
    write_whole(path, b"new")
    assert path.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_link_laid_in_the_place_of_the_draft_is_not_followed(path: Path) -> None:
    victim = path.with_name("victim")
    victim.write_bytes(b"untouched")
    path.with_name(".record.toml.intervisie").symlink_to(victim)
    write_whole(path, b"new")
    assert victim.read_bytes() == b"untouched"
    assert path.read_bytes() == b"new"


def test_a_write_survives_a_sweep_by_another_program(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = machine._flush
    swept: list[Path] = []

    def sweep_once(descriptor: int) -> None:
        flush(descriptor)
        if not swept:
            swept.append(path)
            sweep(path.parent)

    monkeypatch.setattr(machine, "_flush", sweep_once)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_where_the_system_has_a_fuller_flush_that_is_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed = []
    monkeypatch.setattr(
        machine,
        "FCNTL",
        SimpleNamespace(F_FULLFSYNC=51, fcntl=lambda *what: flushed.append(what[1])),
    )
    write_whole(path, b"new")
    assert flushed == [51]


def test_a_disk_that_refuses_the_fuller_flush_gets_the_usual_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    monkeypatch.setattr(machine, "OPENS_FOLDERS", False)
    monkeypatch.setattr(machine, "FCNTL", SimpleNamespace(F_FULLFSYNC=51, fcntl=refuse))
    write_whole(path, b"new")
    assert len(flushed) == 1


def test_a_sweep_takes_left_overs_and_nothing_else(tmp_path: Path) -> None:
    for name in (".a.toml.intervisie", "b.toml", ".c.toml", ".d.tmp"):
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"b.toml", ".c.toml", ".d.tmp"}


def test_a_sweep_of_what_is_not_there_is_no_error(tmp_path: Path) -> None:
    sweep(tmp_path / "gone")
    (tmp_path / ".a.intervisie").mkdir()
    sweep(tmp_path)
    assert (tmp_path / ".a.intervisie").is_dir()
