"""What is given on the command line, made into what is meant."""

from datetime import time
from pathlib import Path

import pytest

from intervisie_tui.cli import given
from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.store.groups import new_group
from intervisie_tui.store.home import Home
from intervisie_tui.store.writer import open_writer
from tests.domain.samples import under_way
from tests.store.writers import PATIENCE

NAMES = ("An", "Bo", "Karin van Dam")


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    """A home with two records in it."""
    home = Home(tmp_path)
    for name in ("2026-01-05-1000-abcdef", "2026-01-06-1000-abcxyz"):
        writer = open_writer(home.records / f"{name}.toml")
        assert writer is not None
        writer.put(under_way(), None)
        assert writer.close(PATIENCE)
    return home


@pytest.mark.parametrize(
    ("said", "seat"), [(None, None), ("2", 2), ("bo", 2), (" KARIN  van dam ", 3), ("karin", 3)]
)
def test_the_case_giver_is_a_name_or_a_seat(said: str | None, seat: int | None) -> None:
    assert given.seat(said, NAMES) == seat


@pytest.mark.parametrize("said", ["", "0", "4", "-1", "²", "Cem", "K v", "9" * 5000])
def test_who_is_not_there_is_no_case_giver(said: str) -> None:
    with pytest.raises(Wrong, match="The case giver is one of the people"):
        given.seat(said, NAMES)


def test_a_seat_can_be_named_where_nobody_has_a_name() -> None:
    assert given.seat("3", given.names(None)) == 3
    with pytest.raises(Wrong):
        given.seat("", given.names(None))


@pytest.mark.parametrize("people", ["An", "", ",;", ",".join(map(str, range(13)))])
def test_a_group_has_two_people_and_not_too_many(people: str) -> None:
    with pytest.raises(Wrong, match="2 to 12 names"):
        given.names(people)


def test_two_people_of_one_name_are_told_apart_first() -> None:
    with pytest.raises(Wrong, match="Two people are called “an”"):
        given.names("An, Bo, an")
    with pytest.raises(Wrong, match="Two people"):
        given.names(f"{'x' * 200}a,{'x' * 200}b")


def test_a_record_is_named_by_any_part_of_its_name_or_by_its_path(mine: Home) -> None:
    path = mine.records / "2026-01-05-1000-abcdef.toml"
    assert given.record(mine, "abcdef") == path
    assert given.record(mine, str(path)) == path
    assert given.record(mine, None).name == "2026-01-06-1000-abcxyz.toml"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("nope", "no record of this name"),
        ("n" * 5000, "no record of this name"),
        ("abc", "More than one record"),
        ("", "More than one record"),
    ],
)
def test_a_record_that_is_not_one_is_said(mine: Home, name: str, problem: str) -> None:
    with pytest.raises(Wrong, match=problem):
        given.record(mine, name)


def test_without_a_record_there_is_nothing_to_go_on_with(tmp_path: Path) -> None:
    with pytest.raises(Wrong, match="no session to go on with"):
        given.record(Home(tmp_path), None)


def test_a_time_of_day_is_typed_as_people_do() -> None:
    assert given.hour("--end", "16.30") == time(16, 30)
    assert given.hour("--end", None) is None
    with pytest.raises(Wrong, match="“--begin” wants a time of day"):
        given.hour("--begin", "half past four")


def test_a_group_of_the_user_is_meant_by_its_name_and_any_other_name_is_only_a_name(
    mine: Home,
) -> None:
    made = new_group(mine, "North", ["An", "Bo"])
    assert given.group(mine, "north") == made
    assert given.group(mine, made.id) == made
    assert given.group(mine, "South") is None
    assert given.group(mine, "") is None


def test_who_comes_is_who_is_in_the_group_unless_it_is_said() -> None:
    assert given.names(None, ["An", "Bo"]) == ("An", "Bo")
    assert given.names("Cem, Dee", ["An", "Bo"]) == ("Cem", "Dee")
