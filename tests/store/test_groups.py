"""Groups on disk: one file each, found by name, and deleted with their records."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.group import Group, Member
from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store import chance
from intervisie_tui.store import groups as files
from intervisie_tui.store.files import desk_of, lock_of
from intervisie_tui.store.groups import (
    delete_group,
    groups,
    load_group,
    new_group,
    records_of,
    resolve_group,
    save_group,
    usual_method,
)
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import Lock, private_folder
from intervisie_tui.store.methods import find
from intervisie_tui.store.problems import Refused
from tests.chance import texts
from tests.store.answers import refused
from tests.store.group_files import NORTH, TEXT, mine, put, record

__all__ = ["mine"]


# Made, kept and read


def test_a_group_is_made_and_comes_back_as_it_was_made(mine: Home) -> None:
    made = new_group(mine, " North ", ["Anna", "", "Bram"])
    assert (made.name, made.members) == ("North", (Member(1, "Anna"), Member(2, "Bram")))
    assert load_group(mine, made.id) == made


def test_the_name_of_its_file_is_nobodys(mine: Home) -> None:
    made = new_group(mine, "North", ["Anna"])
    (path,) = mine.groups.iterdir()
    assert path.stem == made.id
    assert len(made.id) == 6
    assert set(made.id) <= set(chance.SIGNS)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps others out in another way")
def test_a_group_is_for_its_owner_only(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    group = new_group(home, "North")
    path = home.groups / f"{group.id}.toml"
    assert stat.S_IMODE(home.groups.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    save_group(home, verbs.rename(group, "East"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_group_takes_no_name_that_a_file_has(
    mine: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(mine, TEXT, "taken2")
    signs = iter(["taken2", "free22"])
    monkeypatch.setattr(files, "by_chance", lambda: next(signs))
    assert new_group(mine, "East").id == "free22"
    assert load_group(mine, "taken2").name == "North"


@pytest.mark.parametrize("name", ["", " \x1b\n"])
def test_a_group_without_a_name_is_not_made(mine: Home, name: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        new_group(mine, name)
    assert [*mine.groups.iterdir()] == []


def test_a_group_is_written_so_that_one_can_read_it(mine: Home) -> None:
    path = put(mine, "format = 1\nname = 'x'")
    save_group(mine, NORTH)
    assert path.read_text("utf-8") == TEXT
    assert load_group(mine, "north2") == NORTH


@st.composite
def any_group(draw: st.DrawFn) -> Group:
    """A group that the program could hold."""
    group = Group(id="x", name=verbs.named(f"x{draw(texts())}"), archived=draw(st.booleans()))
    for name in draw(st.lists(texts(), max_size=4)):
        group = verbs.join(group, name)
    for member in group.members[:: draw(st.integers(1, 3))]:
        group = verbs.leave(group, member.id)
    group = verbs.use(group, draw(st.sampled_from([None, "vijf-stappen"])))
    return verbs.speak(group, draw(st.sampled_from([None, *LANGUAGES])))


@given(group=any_group())
def test_every_group_comes_back_as_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, group: Group
) -> None:
    home = Home(tmp_path_factory.getbasetemp() / "any-group")
    private_folder(home.groups)
    put(home, TEXT, "x")
    save_group(home, group)
    assert load_group(home, "x") == group


def test_an_id_that_was_given_is_not_given_again_whatever_the_file_says(mine: Home) -> None:
    put(mine, TEXT.replace("last-id = 5\n", ""))
    assert load_group(mine, "north2").last_id == 4
    put(mine, TEXT.replace("last-id = 5", "last-id = -7"))
    assert load_group(mine, "north2").last_id == 4


def test_names_in_a_file_are_tidied_as_if_they_were_typed(mine: Home) -> None:
    put(mine, TEXT.replace('"Anna"', '" An,\\tna\\u001b "').replace('"North"', '" North\\n "'))
    group = load_group(mine, "north2")
    assert (group.name, group.members[0].name) == ("North", "An na")


def test_a_link_is_followed_and_stays_one(mine: Home, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.toml"
    real.write_text(TEXT, "utf-8")
    link = mine.groups / "north2.toml"
    link.symlink_to(real)
    save_group(mine, verbs.rename(NORTH, "East"))
    assert link.is_symlink()
    assert 'name = "East"' in real.read_text("utf-8")
    assert delete_group(mine, NORTH).stayed == ()
    assert not os.path.lexists(link)
    assert not real.exists()


# Which one is meant


@pytest.mark.parametrize(
    ("speaks", "program", "title"),
    [("nl", "en", "Vijf stappen"), (None, "nl", "Vijf stappen"), ("en", "nl", "Five steps")],
)
def test_the_usual_method_is_the_one_in_the_language_of_the_group(
    mine: Home, speaks: Language | None, program: Language, title: str
) -> None:
    set_language(program)
    file = usual_method(replace(NORTH, language=speaks), find(mine).files)
    assert file is not None
    assert file.head is not None
    assert file.head.title == title


def test_a_usual_method_that_is_gone_is_none(mine: Home) -> None:
    assert usual_method(replace(NORTH, method="gone"), find(mine).files) is None
    assert usual_method(replace(NORTH, method=None), find(mine).files) is None


def test_a_group_is_found_by_its_id_or_by_its_name(mine: Home) -> None:
    put(mine, TEXT)
    assert resolve_group(mine, "north2") == resolve_group(mine, " NORTH") == NORTH


def test_of_two_of_one_name_the_one_that_still_meets_is_meant(mine: Home) -> None:
    put(mine, TEXT)
    put(mine, TEXT.replace('"North"', '"North"\narchived = true'), "old222")
    assert resolve_group(mine, "North") == NORTH
    put(mine, TEXT, "also22")
    said = refused(lambda: resolve_group(mine, "North"))
    assert said == ["0:0: more than one group has this name; say which by its id: also22, north2"]


def test_a_group_that_is_not_there_is_said_with_the_one_that_may_be_meant(mine: Home) -> None:
    assert refused(lambda: resolve_group(mine, "North")) == ["0:0: there are no groups yet"]
    put(mine, TEXT)
    put(mine, TEXT.replace("North", "East"), "east22")
    assert refused(lambda: resolve_group(mine, "nort")) == [
        "0:0: there is no group of this name; did you mean “North”?"
    ]
    assert refused(lambda: resolve_group(mine, "zz")) == [
        "0:0: there is no group of this name; there is: East, North"
    ]


def test_a_broken_group_that_is_meant_says_what_is_wrong(mine: Home) -> None:
    put(mine, "format = 1\n")
    assert refused(lambda: resolve_group(mine, "north2")) == [
        '1:1: “name” is missing here; add name = "…"'
    ]


# Deleting


def test_a_group_goes_with_all_its_records_and_no_other(mine: Home) -> None:
    put(mine, TEXT)
    theirs = [record(mine, "north2", "one"), record(mine, "north2", "two")]
    others = [record(mine, "", "three"), record(mine, "east22", "four")]
    handed = private_folder(mine.hand_over) / "one.md"
    handed.write_text("theirs", "utf-8")
    assert {head.path for head in records_of(mine, NORTH)} == set(theirs)
    done = delete_group(mine, NORTH)
    assert (done.records, done.stayed) == (2, ())
    assert groups(mine) == []
    assert not any(path.exists() or desk_of(path).exists() for path in theirs)
    assert all(path.exists() for path in others)
    assert handed.exists()


def test_a_record_that_is_open_stays_and_so_does_the_group(mine: Home) -> None:
    put(mine, TEXT)
    record(mine, "north2", "one")
    is_open = record(mine, "north2", "two")
    lock = Lock.take(lock_of(is_open))
    assert lock is not None
    done = delete_group(mine, NORTH)
    assert (done.records, [head.path for head in done.stayed]) == (1, [is_open])
    assert is_open.exists()
    assert load_group(mine, "north2") == NORTH
    lock.release()
    assert delete_group(mine, NORTH).stayed == ()
    assert not is_open.exists()
    assert groups(mine) == []


def test_what_is_not_there_is_not_deleted(mine: Home) -> None:
    theirs = record(mine, "north2", "one")
    with pytest.raises(Refused):
        delete_group(mine, NORTH)
    assert theirs.exists()
