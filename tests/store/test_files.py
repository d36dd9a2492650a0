import os
import re
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intervisie_tui.domain import course
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.store.closing import close_record
from intervisie_tui.store.files import desk_of, lock_of, new_record, records_in
from intervisie_tui.store.home import Home, open_home
from intervisie_tui.store.machine import Lock
from intervisie_tui.store.records import delete, load
from intervisie_tui.store.writer import Writer, open_writer
from tests.domain.samples import NINE, after, under_way
from tests.store.writers import LONG, PATIENCE, with_line

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes, and few links")

NAME = "2026-01-05-1000-abcdef.toml"


def opened(path: Path) -> Writer:
    writer = open_writer(path, settle=LONG, again=LONG)
    assert writer is not None
    return writer


def saved(path: Path, session: Session, desk: Desk) -> Path:
    writer = opened(path)
    writer.put(session, desk)
    assert writer.close(PATIENCE)
    return path


# Names


@pytest.mark.usefixtures("amsterdam")
def test_the_name_of_a_record_says_when_and_nobodys_name(tmp_path: Path) -> None:
    made = datetime(2026, 11, 22, 13, 30, tzinfo=UTC)
    name = new_record(tmp_path, made).name
    assert re.fullmatch(r"2026-11-22-1430-[2-9a-hjkmnp-z]{6}\.toml", name)


def test_two_records_of_one_minute_have_two_names(tmp_path: Path) -> None:
    made = datetime(2026, 11, 22, 13, 30, tzinfo=UTC)
    assert len({new_record(tmp_path, made) for _ in range(20)}) == 20


def test_a_desk_and_what_is_hidden_are_no_records(tmp_path: Path) -> None:
    path = saved(tmp_path / NAME, under_way(), Desk())
    (tmp_path / ".hidden.toml").touch()
    assert records_in(tmp_path) == [path]


def test_a_folder_that_is_not_there_has_no_records(tmp_path: Path) -> None:
    assert records_in(tmp_path / "gone") == []


# Deleting


def test_deleting_leaves_nothing_of_a_record_but_what_was_handed_over(tmp_path: Path) -> None:
    folder, handed = tmp_path / "records", tmp_path / "hand-over"
    handed.mkdir()
    path = saved(folder / NAME, under_way(), Desk(draft="Half"))
    path.with_name(f".{path.name}.intervisie").write_text("cut off", "utf-8")
    (handed / f"{path.stem}.md").write_text("theirs", "utf-8")
    assert delete(path)
    assert list(folder.iterdir()) == []
    assert [file.name for file in handed.iterdir()] == [f"{path.stem}.md"]


def test_a_record_that_is_open_is_not_deleted(tmp_path: Path) -> None:
    path = saved(tmp_path / NAME, under_way(), Desk())
    lock = Lock.take(lock_of(path))
    assert lock is not None
    assert not delete(path)
    lock.release()
    assert path.exists()


# By another name


@pytest.fixture
def link(tmp_path: Path) -> Path:
    """A record that is a link to one in another folder."""
    there = saved(tmp_path / "elsewhere" / NAME, with_line("Secret"), Desk(draft="Secret too"))
    link = tmp_path / "records" / "linked.toml"
    link.parent.mkdir()
    try:
        link.symlink_to(there)
    except OSError:
        pytest.skip("this system lets nobody make a link")
    return link


def in_files(folder: Path, words: str) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if words in path.read_text("utf-8")]


def test_a_record_by_another_name_is_read_with_its_desk(link: Path) -> None:
    assert load(link).desk == Desk(draft="Secret too")


def test_a_record_is_led_by_one_under_whatever_name(link: Path) -> None:
    writer = opened(link)
    assert open_writer(link.resolve()) is None
    assert not delete(link.resolve())
    writer.put(with_line("More"), Desk())
    assert writer.close(PATIENCE)
    assert link.is_symlink()
    assert load(link.resolve()).session == with_line("More")


def test_of_a_record_that_is_deleted_by_another_name_nothing_stays(link: Path) -> None:
    there = link.resolve()
    assert delete(link)
    assert list(link.parent.iterdir()) == []
    assert list(there.parent.iterdir()) == []


def test_of_a_record_by_another_name_nothing_can_stay(link: Path, tmp_path: Path) -> None:
    session = course.finish(with_line("Secret"), after(60))
    home = Home(tmp_path)
    close_record(home, opened(link), session, "nothing", until=None, now=after(60))
    assert in_files(tmp_path, "Secret") == []


# For this user only


@pytest.fixture
def no_umask() -> Iterator[None]:
    """Whatever is made is open to everybody, unless it says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
    }


@POSIX
@pytest.mark.usefixtures("no_umask")
def test_all_that_is_made_is_for_this_user_only(tmp_path: Path) -> None:
    home = open_home({"INTERVISIE_HOME": str(tmp_path / "not" / "yet" / "there")})
    path = new_record(home.records, NINE)
    writer = opened(path)
    writer.put(with_line("What holds you?"), Desk(draft="Half"))
    assert writer.flush(PATIENCE)
    for name, mode in modes(tmp_path).items():
        assert mode == (0o700 if (tmp_path / name).is_dir() else 0o600), name
    assert {desk_of(path), lock_of(path)} < set(home.records.iterdir())

    done = close_record(
        home, writer, with_line("What holds you?"), "hand-over", until=None, now=after(60)
    )
    assert done.handed
    for name, mode in modes(tmp_path).items():
        assert mode == (0o700 if (tmp_path / name).is_dir() else 0o600), name
