"""A method file that is saved in an editor while a rehearsal reads along."""

import os
from pathlib import Path
from queue import Queue

import pytest

from intervisie_tui.locale import set_language
from intervisie_tui.store import rehearsal
from intervisie_tui.store.home import Home
from intervisie_tui.store.meetings import Stock, examine
from intervisie_tui.store.methods import Examined, checked
from intervisie_tui.store.rehearsal import Follower, Version, invented
from tests.domain.samples import NINE
from tests.store.writers import PATIENCE

METHOD = """\
format = 1
title = "Mine"
language = "en"
people = "3-4"

[[steps]]
title = "Tell"
minutes = 4
speaks = "everyone"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(METHOD, "utf-8")
    return path


def follower(path: Path) -> Follower:
    return Follower(Home(path.parent), path, str)


def told(version: Version | None) -> str:
    """The title of the method that is told, or what is wrong."""
    assert version is not None
    method, problems = version.said.method, version.said.problems
    return method.title if method is not None else problems[0].message


def test_a_file_is_told_at_first_and_then_when_it_was_saved(file: Path) -> None:
    follows = follower(file)
    assert told(follows.look()) == "Mine"
    assert follows.look() is None
    file.write_text(METHOD.replace("Mine", "Mine too"), "utf-8")
    assert told(follows.look()) == "Mine too"


def test_another_file_in_its_place_is_seen_whatever_its_time_and_size(file: Path) -> None:
    follows = follower(file)
    follows.look()
    other = file.with_suffix(".new")
    other.write_text(METHOD.replace("Mine", "Ours"), "utf-8")
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    os.utime(other, ns=times)
    other.replace(file)
    assert told(follows.look()) == "Ours"


def test_what_is_wrong_is_told_when_two_looks_agree(file: Path) -> None:
    follows = follower(file)
    follows.look()
    file.write_text(METHOD + "minuts = 4\n", "utf-8")
    assert follows.look() is None
    version = follows.look()
    assert "minuts" in told(version)
    assert version is not None
    assert version.text.endswith("minuts = 4\n")
    assert follows.look() is None


def test_a_file_that_is_half_written_is_not_told(file: Path) -> None:
    follows = follower(file)
    follows.look()
    file.write_text("", "utf-8")
    assert follows.look() is None
    file.write_text(METHOD[:60], "utf-8")
    assert follows.look() is None
    file.write_text(METHOD.replace("Mine", "Whole again"), "utf-8")
    assert told(follows.look()) == "Whole again"


def test_a_file_that_changes_while_it_is_read_is_read_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    follows = follower(file)

    def slowly(stock: Stock, path: Path) -> Examined:
        found = examine(stock, path)
        monkeypatch.undo()
        path.write_text(METHOD.replace("Mine", "Newer"), "utf-8")
        return found

    monkeypatch.setattr(rehearsal, "examine", slowly)
    assert follows.look() is None
    assert told(follows.look()) == "Newer"


def test_a_file_that_is_away_for_a_moment_is_waited_for(file: Path) -> None:
    follows = follower(file)
    follows.look()
    backup = file.rename(file.with_suffix(".bak"))
    assert follows.look() is None
    file.write_bytes(backup.read_bytes())
    assert told(follows.look()) == "Mine"
    file.unlink()
    assert follows.look() is None
    assert told(follows.look()) == "there is no such file"


def test_what_nobody_foresaw_is_told_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_stock: Stock, _path: Path) -> Examined:
        raise ZeroDivisionError

    monkeypatch.setattr(rehearsal, "examine", fails)
    follows = follower(file)
    assert follows.look() is None
    assert told(follows.look()) == "this file cannot be read: ZeroDivisionError"


def test_a_thread_tells_by_itself_until_the_end(file: Path) -> None:
    versions: Queue[Version] = Queue()
    follows = Follower(Home(file.parent), file, versions.put)
    follows.begin()
    assert told(versions.get(timeout=PATIENCE)) == "Mine"
    file.write_text(METHOD.replace("Mine", "Mine too"), "utf-8")
    assert told(versions.get(timeout=PATIENCE)) == "Mine too"
    follows.end()
    follows._thread.join(PATIENCE)
    assert not follows._thread.is_alive()


# The group


def test_a_group_is_invented_that_suits_the_method(file: Path) -> None:
    set_language("nl")
    session = invented(file, checked(file), NINE)
    assert [*session.methods] == ["mine"]
    assert len(session.people) == 4
    assert len({person.name for person in session.people}) == 4
    assert session.case_giver(session.stop) == 1


def test_a_group_has_the_size_and_the_names_that_are_asked(file: Path) -> None:
    method = checked(file)
    assert len(invented(file, method, NINE, people=12).people) == 12
    named = invented(file, method, NINE, names=("Piet", "Jo"))
    assert [person.name for person in named.people] == ["Piet", "Jo"]


def test_where_nobody_has_a_case_nobody_brings_one(file: Path) -> None:
    file.write_text(METHOD.replace('title = "Mine"', 'title = "Mine"\nkind = "opener"'), "utf-8")
    session = invented(file, checked(file), NINE)
    assert session.case_giver(session.stop) is None
