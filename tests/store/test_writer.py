from pathlib import Path
from queue import Queue
from threading import Event

import pytest

from intervisie_tui.domain import wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.history import History
from intervisie_tui.domain.session import Session
from intervisie_tui.store import writer as writing
from intervisie_tui.store.files import desk_of, lock_of
from intervisie_tui.store.machine import write_whole
from intervisie_tui.store.records import load
from intervisie_tui.store.writer import open_writer
from tests.domain.samples import under_way
from tests.store.writers import PATIENCE, Open, with_line


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were written, in order."""
    names: list[str] = []

    def watched(path: Path, data: bytes) -> None:
        write_whole(path, data)
        names.append(path.name)

    monkeypatch.setattr(writing, "write_whole", watched)
    return names


def in_folder(folder: Path, text: str) -> list[str]:
    """The files of a folder that hold some words."""
    return [file.name for file in folder.iterdir() if text.encode() in file.read_bytes()]


# Saving


def test_after_a_flush_what_was_put_is_on_disk(path: Path, opened: Open) -> None:
    session, desk = with_line("What holds you?"), Desk(draft="Half", caret=4)
    writer = opened()
    writer.put(session, desk)
    assert writer.flush(PATIENCE)
    record = load(path)
    assert (record.session, record.desk) == (session, desk)


def test_what_is_put_is_saved_without_being_asked(path: Path, opened: Open) -> None:
    saved: Queue[Session] = Queue()
    session = with_line("What holds you?")
    opened(settle=0, on_saved=saved.put).put(session, Desk())
    assert saved.get(timeout=PATIENCE) is session
    assert load(path).session == session


def test_of_many_changes_only_the_last_is_written(
    path: Path, opened: Open, written: list[str]
) -> None:
    writer = opened()
    session = under_way(moment="explore.read")
    for number in range(50):
        session = wall.write(session, str(number))
        writer.put(session, None)
    assert writer.flush(PATIENCE)
    assert written == [path.name]
    assert load(path).session == session


def test_a_change_on_the_desk_leaves_the_record_alone(
    path: Path, opened: Open, written: list[str]
) -> None:
    session = with_line("What holds you?")
    writer = opened()
    for draft in ("", "H", "Ha"):
        writer.put(session, Desk(draft=draft))
        assert writer.flush(PATIENCE)
    desk = desk_of(path).name
    assert written == [path.name, desk, desk, desk]


def test_the_same_value_twice_is_written_once(path: Path, opened: Open, written: list[str]) -> None:
    session, desk = with_line("What holds you?"), Desk()
    writer = opened()
    for _ in range(2):
        writer.put(session, desk)
        assert writer.flush(PATIENCE)
    assert written == [path.name, desk_of(path).name]


def test_a_flush_of_nothing_is_done_at_once(opened: Open) -> None:
    assert opened().flush(PATIENCE)


def test_without_a_desk_the_one_on_disk_goes(path: Path, opened: Open) -> None:
    writer = opened()
    writer.put(with_line("What holds you?"), Desk(draft="Half"))
    assert writer.flush(PATIENCE)
    writer.put(with_line("What holds you?"), None)
    assert writer.flush(PATIENCE)
    assert not desk_of(path).exists()


def test_what_is_half_typed_for_a_chart_that_keeps_nothing_is_in_no_file(
    path: Path, opened: Open
) -> None:
    writer = opened()
    session = wall.write(under_way(moment="6.2"), "Secret line")
    writer.put(session, Desk(draft="Secret draft", writing=True))
    assert writer.flush(PATIENCE)
    assert in_folder(path.parent, "Secret") == []


def test_what_was_wiped_is_in_no_file(path: Path, opened: Open) -> None:
    writer = opened()
    before = with_line("Not that")
    desk = Desk(draft="Not that either", editing=before.last_id)
    writer.put(before, desk)
    assert writer.flush(PATIENCE)
    assert len(in_folder(path.parent, "Not that")) == 2

    history = History().did("write", before)
    history = history.everywhere(lambda session: wall.wipe(session, before.last_id))
    after = wall.wipe(before, before.last_id)
    writer.put(after, Desk())
    assert writer.flush(PATIENCE)
    assert in_folder(path.parent, "Not that") == []
    undone = history.undo(after)
    assert undone is not None
    writer.put(undone[1], Desk())
    assert writer.flush(PATIENCE)
    assert in_folder(path.parent, "Not that") == []


# One at a time


def test_a_record_is_opened_by_one_at_a_time(path: Path, opened: Open) -> None:
    first = opened()
    assert open_writer(path) is None
    first.close(PATIENCE)
    assert opened().flush(PATIENCE)


def test_closing_saves_and_leaves_no_lock(path: Path, opened: Open) -> None:
    writer = opened()
    session = with_line("What holds you?")
    writer.put(session, None)
    assert writer.close(PATIENCE)
    assert load(path).session == session
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_after_the_close_nothing_is_written(path: Path, opened: Open) -> None:
    writer = opened()
    writer.close(PATIENCE)
    writer.put(with_line("Too late"), Desk())
    assert writer.close(PATIENCE)
    assert list(path.parent.iterdir()) == []


def test_opening_clears_away_what_a_cut_off_write_left(path: Path, opened: Open) -> None:
    path.parent.mkdir()
    for left_over in (path, desk_of(path)):
        left_over.with_name(f".{left_over.name}.intervisie").write_text("half", "utf-8")
    opened()
    assert [file.name for file in path.parent.iterdir()] == [lock_of(path).name]


def test_a_flush_does_not_wait_for_who_listens(opened: Open) -> None:
    go_on = Event()
    writer = opened(on_saved=lambda _: go_on.wait(PATIENCE))
    writer.put(with_line("What holds you?"), None)
    assert writer.flush(PATIENCE)
    go_on.set()
