import errno
import os
import subprocess
import sys
from pathlib import Path
from queue import Queue
from threading import Event

import pytest

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.store import writer as writing
from intervisie_tui.store.files import desk_of
from intervisie_tui.store.machine import Lock, write_whole
from intervisie_tui.store.pieces import Pieces
from intervisie_tui.store.records import load
from intervisie_tui.store.writer import open_writer
from tests.store.writers import LONG, PATIENCE, Open, with_line

ROOT = Path(__file__).parents[2]


class Disk:
    """A disk that is full until it is not."""

    def __init__(self) -> None:
        self.full = True
        self.refused: Queue[Path] = Queue()

    def write(self, path: Path, data: bytes) -> None:
        if self.full:
            self.refused.put(path)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write_whole(path, data)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr(writing, "write_whole", disk.write)
    return disk


# A disk that refuses


def test_trouble_is_told_once_and_so_is_its_end(path: Path, opened: Open, disk: Disk) -> None:
    told: Queue[str | None] = Queue()
    saved: Queue[Session] = Queue()
    writer = opened(settle=0, again=0, on_trouble=told.put, on_saved=saved.put)
    first, last = with_line("First"), with_line("Last")
    writer.put(first, None)
    for _ in range(6):
        disk.refused.get(timeout=PATIENCE)
    writer.put(last, None)
    disk.full = False
    assert saved.get(timeout=PATIENCE) in (first, last)
    assert writer.flush(PATIENCE)
    assert [told.get(timeout=PATIENCE), told.get(timeout=PATIENCE)] == [
        "the disk is full",
        None,
    ]
    assert told.empty()
    assert load(path).session == last


def test_a_flush_that_the_disk_refuses_says_so(opened: Open, disk: Disk) -> None:
    writer = opened()
    writer.put(with_line("What holds you?"), None)
    assert not writer.flush(LONG)
    disk.full = False
    assert writer.flush(PATIENCE)


def test_a_write_that_fails_once_is_no_trouble(
    path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str | None] = []
    failures = [PermissionError("in use")]
    replace = Path.replace

    def replace_at_last(draft: Path, to: Path) -> Path:
        if failures:
            raise failures.pop()
        return replace(draft, to)

    monkeypatch.setattr(Path, "replace", replace_at_last)
    writer = opened(on_trouble=told.append)
    writer.put(with_line("What holds you?"), None)
    assert writer.flush(PATIENCE)
    assert told == []
    assert path.exists()


def test_whatever_is_wrong_the_writer_goes_on(
    path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: Queue[str | None] = Queue()
    writer = opened(on_trouble=told.put)
    with monkeypatch.context() as broken:
        broken.setattr(Pieces, "record", lambda *_: 1 / 0)
        writer.put(with_line("First"), None)
        assert not writer.flush(LONG)
    assert told.get(timeout=PATIENCE) == "ZeroDivisionError"
    last = with_line("Last")
    writer.put(last, None)
    assert writer.flush(PATIENCE)
    assert told.get(timeout=PATIENCE) is None
    assert load(path).session == last


def test_a_folder_that_cannot_be_made_is_tried_again(path: Path, opened: Open) -> None:
    path.parent.write_text("in the way", "utf-8")
    told: Queue[str | None] = Queue()
    writer = opened(on_trouble=told.put)
    session = with_line("What holds you?")
    writer.put(session, Desk())
    assert not writer.flush(LONG)
    assert told.get(timeout=PATIENCE)
    path.parent.unlink()
    assert writer.flush(PATIENCE)
    assert told.get(timeout=PATIENCE) is None
    assert load(path).session == session
    assert open_writer(path) is None


def test_of_what_was_never_written_nothing_can_stay(path: Path, opened: Open) -> None:
    path.parent.write_text("in the way", "utf-8")
    writer = opened()
    writer.put(with_line("What holds you?"), Desk())
    assert not writer.flush(LONG)
    writer.finish(None)
    assert path.parent.read_text("utf-8") == "in the way"


def test_a_disk_that_can_only_be_read_is_told_and_no_reason_not_to_begin(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Lock, "take", refuse)
    told: Queue[str | None] = Queue()
    writer = opened(on_trouble=told.put)
    writer.put(with_line("What holds you?"), Desk())
    assert not writer.flush(LONG)
    assert told.get(timeout=PATIENCE) == "this disk can only be read"


def test_who_could_not_keep_others_out_writes_only_when_they_are_gone(
    path: Path, opened: Open
) -> None:
    path.parent.write_text("in the way", "utf-8")
    told: Queue[str | None] = Queue()
    first = opened(on_trouble=told.put)
    path.parent.unlink()
    second = opened()
    theirs, mine = with_line("Theirs"), with_line("Mine")
    second.put(theirs, None)
    assert second.flush(PATIENCE)
    first.put(mine, None)
    assert not first.flush(LONG)
    assert told.get(timeout=PATIENCE) == "this session is open in another window"
    with pytest.raises(OSError, match="another window"):
        first.finish(None)
    assert load(path).session == theirs
    second.close(PATIENCE)
    assert first.flush(PATIENCE)
    assert load(path).session == mine


def test_a_record_is_not_let_go_while_something_is_still_written(
    path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def hang(path: Path, data: bytes) -> None:
        begun.set()
        go_on.wait(PATIENCE)
        write_whole(path, data)

    monkeypatch.setattr(writing, "write_whole", hang)
    writer = opened(settle=0)
    session = with_line("What holds you?")
    writer.put(session, None)
    assert begun.wait(PATIENCE)
    assert not writer.close(0)
    assert open_writer(path) is None
    go_on.set()
    writer.close(PATIENCE)
    assert load(path).session == session
    opened()


# Killed

CHILD = """
import sys
from pathlib import Path
from intervisie_tui.domain import wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.store.writer import open_writer
from tests.domain.samples import under_way

session = under_way(moment="explore.read")
writer = open_writer(Path(sys.argv[1]), settle=0)
for number in range(1_000_000):
    session = wall.write(session, f"line {number} " * 20)
    writer.put(session, Desk(draft=str(number)))
    if writer.flush(60):
        print(number, flush=True)
"""


@pytest.mark.parametrize("moment", [1, 2, 5, 13, 34])
def test_killed_at_any_moment_it_is_readable_and_nothing_acknowledged_is_lost(
    path: Path, moment: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        for _ in range(moment):
            child.stdout.readline()
        child.kill()
        heard = child.stdout.read().split()
    acknowledged = int(heard[-1]) if heard else moment - 1
    record = load(path)
    assert len(list(record.session.entries())) > acknowledged

    writer = open_writer(path)
    assert writer is not None
    writer.close(PATIENCE)
    assert {file.name for file in path.parent.iterdir()} == {path.name, desk_of(path).name}
