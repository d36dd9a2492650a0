"""Where there are many records, what their heads say is remembered, and nothing else."""

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_tui.domain import wall
from intervisie_tui.domain.closing import closed
from intervisie_tui.domain.decided import Closing
from intervisie_tui.domain.session import Session
from intervisie_tui.store import heads as module
from intervisie_tui.store import remembered
from intervisie_tui.store.files import records_in
from intervisie_tui.store.heads import Head, heads, read_head
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import private_folder
from intervisie_tui.store.pieces import Pieces
from tests.domain.samples import NAMES, after, prepared, under_way
from tests.store.mutations import bytes_changed
from tests.strategies import sessions

Count = Callable[[], list[str]]


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home where two records are many."""
    monkeypatch.setattr(module, "MANY", 2)
    home = Home(tmp_path)
    private_folder(home.records)
    return home


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Count:
    """The names of the records that were read since this was last asked."""
    names: list[str] = []

    def noted(path: Path) -> Head:
        names.append(path.stem)
        return read_head(path)

    def since() -> list[str]:
        found = sorted(names)
        names.clear()
        return found

    monkeypatch.setattr(module, "read_head", noted)
    return since


def put(home: Home, name: str, session: Session) -> Path:
    path = home.records / f"{name}.toml"
    path.write_bytes(Pieces().record(session))
    return path


def kept(group: str = "", group_id: str = "", until: date | None = None) -> Session:
    session = replace(under_way(group=group), group_id=group_id)
    stays = closed(session, "all", until=until, now=after(60))
    assert stays is not None
    return stays


def as_read(home: Home) -> list[Head]:
    return [read_head(path) for path in records_in(home.records)]


def file_of(home: Home) -> Path:
    return home.root / "cache" / "heads"


def a_season(home: Home) -> None:
    """Two groups, one meeting of no group, one that was handed over, and what is not closed."""
    put(home, "8", kept("North", "k3m9xq", until=date(2027, 1, 1)))
    put(home, "7", kept("North", "k3m9xq"))
    put(home, "6", kept("South", "p8d2ws"))
    put(home, "5", kept())
    times = closed(under_way(), "hand-over", until=None, now=after(60))
    assert times is not None
    put(home, "4", times)
    put(home, "3", under_way())
    put(home, "2", prepared())
    (home.records / "1.toml").write_text("torn", "utf-8")


def test_what_is_remembered_is_what_was_read(mine: Home, read: Count) -> None:
    a_season(mine)
    assert heads(mine) == as_read(mine)
    assert read() == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert heads(mine) == as_read(mine)
    # The name of each group comes from one of its records.
    assert read() == ["1", "2", "3", "6", "8"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(session=sessions())
def test_every_record_is_remembered_as_it_is(mine: Home, session: Session) -> None:
    closing = Closing(at=datetime(2026, 1, 5, tzinfo=UTC), keep="all")
    put(mine, "2", replace(session, closing=closing))
    put(mine, "1", prepared())
    for _time in range(2):
        assert heads(mine) == as_read(mine)


def test_few_records_are_read_and_nothing_is_remembered_of_them(mine: Home) -> None:
    put(mine, "1", kept())
    assert len(heads(mine)) == 1
    assert not file_of(mine).parent.exists()


def test_where_few_are_left_nothing_is_remembered_any_more(mine: Home) -> None:
    a_season(mine)
    heads(mine)
    for name in "2345678":
        (mine.records / f"{name}.toml").unlink()
    assert len(heads(mine)) == 1
    assert not file_of(mine).exists()


@pytest.mark.parametrize("name", ["8", "7", "5", "1"])
def test_what_changed_is_read_anew(mine: Home, name: str) -> None:
    a_season(mine)
    heads(mine)
    path = put(mine, name, kept("East", "aaaaaa", until=date(2030, 1, 1)))
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1))
    assert heads(mine) == as_read(mine)
    assert [head.group for head in heads(mine) if head.path == path] == ["East"]


def test_what_is_gone_is_remembered_no_more(mine: Home, read: Count) -> None:
    a_season(mine)
    heads(mine)
    (mine.records / "8.toml").unlink()  # it had the name of a group for another
    read()
    assert heads(mine) == as_read(mine)
    assert "7" in read()
    assert b"8.toml" not in file_of(mine).read_bytes()


def test_what_is_new_is_remembered_from_then_on(mine: Home, read: Count) -> None:
    a_season(mine)
    heads(mine)
    put(mine, "9", kept())
    assert heads(mine) == as_read(mine)
    read()
    heads(mine)
    assert "9" not in read()


def test_no_word_of_a_case_and_no_name_is_remembered(mine: Home) -> None:
    session = under_way(group="North", question="How do I tell Ella?")
    session = wall.write_on(session, "Questions", "What does Ella want?", by=1)
    stays = closed(session, "all", until=None, now=after(60))
    assert stays is not None
    for name in ("1", "2"):
        put(mine, name, replace(stays, group_id="k3m9xq", notes=()))
    assert {head.group for head in heads(mine)} == {"North"}
    said = file_of(mine).read_text("utf-8")
    assert [word for word in (*NAMES, "North", "Ella", "tell", "want") if word in said] == []
    assert stat.S_IMODE(file_of(mine).stat().st_mode) == 0o600
    assert stat.S_IMODE(file_of(mine).parent.stat().st_mode) == 0o700


def test_what_is_not_closed_is_never_remembered(mine: Home) -> None:
    put(mine, "2", under_way())
    put(mine, "1", prepared())
    heads(mine)
    assert not file_of(mine).exists()


# Damage


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_is_thrown_away_without_a_word(mine: Home, data: st.DataObject) -> None:
    for name in ("1", "2"):
        put(mine, name, kept("North", "k3m9xq"))
    heads(mine)
    file_of(mine).write_bytes(data.draw(bytes_changed(file_of(mine).read_bytes())))
    assert heads(mine) == as_read(mine)


@pytest.mark.parametrize("form", ["heads 0", "heads 1 3 state", ""])
def test_what_was_remembered_in_another_form_counts_no_more(mine: Home, form: str) -> None:
    a_season(mine)
    remembered.keep(file_of(mine), form, {"8.toml": "nothing of ours"})
    assert heads(mine) == as_read(mine)


def test_where_nothing_can_be_kept_all_is_read(mine: Home) -> None:
    a_season(mine)
    (mine.root / "cache").write_text("in the way", "utf-8")
    for _time in range(2):
        assert heads(mine) == as_read(mine)


def test_what_is_no_file_is_nothing(tmp_path: Path) -> None:
    assert remembered.recall(tmp_path, "any") is None
    assert remembered.recall(tmp_path / "none", "any") is None
    remembered.forget(tmp_path / "none")
    remembered.forget(tmp_path)
    assert tmp_path.is_dir()


def test_what_is_kept_is_recalled_in_its_own_form_alone(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "some"
    remembered.keep(path, "some 1", {"a": [1, "é", None]})
    assert remembered.recall(path, "some 1") == {"a": [1, "é", None]}
    assert remembered.recall(path, "some 2") is None
    remembered.forget(path)
    assert remembered.recall(path, "some 1") is None
