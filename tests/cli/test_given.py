"""What is given on the command line, made into what is meant."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from intervisie_tui.cli import given
from intervisie_tui.cli.wrong import Wrong
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


def test_an_end_is_the_next_time_that_the_clock_says_so() -> None:
    now = datetime.now(UTC)
    end = given.end("16.30")
    assert end is not None
    assert timedelta() < end - now <= timedelta(hours=25)
    assert given.end(None) is None
    with pytest.raises(Wrong, match="time of day"):
        given.end("half past four")
