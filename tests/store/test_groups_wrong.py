"""Files of groups: what is wrong is said with its place, and never written over."""

from pathlib import Path
from typing import Final

import pytest
import tomli
import tomli_w
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.locale import set_language
from intervisie_tui.store.groups import (
    delete_group,
    groups,
    load_group,
    save_group,
)
from intervisie_tui.store.home import Home
from intervisie_tui.store.problems import Refused
from tests.store.answers import refused
from tests.store.group_files import TEXT, mine, put, record
from tests.store.mutations import bytes_changed, lines_changed, texts_changed, values_changed

__all__ = ["mine"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["1:1: “format” says how the file is written: format = 1"]),
        ("format = true\n", ["1:10: “format” says how the file is written: format = 1"]),
        (
            "format = 2\nname = 'x'\n",
            ["1:10: this is written for a newer version of the program, that knows format 2"],
        ),
        ("format = 1\n", ['1:1: “name” is missing here; add name = "…"']),
        ("format = 1\nname = '  '\n", ["2:8: “name” is empty"]),
        (
            "format = 1\nname = 3\n",
            ['2:8: “name” is a text, between quotation marks: name = "3"'],
        ),
        (
            "format = 1\nname = 'x'\nnaam = 'y'\n",
            ["3:1: “naam” is not known here; did you mean “name”?"],
        ),
        (
            "format = 1\nname = 'x'\nid = 'y'\n",
            ["3:1: the id of a group is the name of its file"],
        ),
        (
            """format = 1
name = 'x'
members = [
  { id = 0, name = ';' },
  { id = 1, name = 'An' },
  { id = 1, name = 'Bo' },
]
""",
            [
                "4:10: an id is a whole number from 1 on",
                "4:20: “name” is empty",
                "6:10: something else has this id",
            ],
        ),
        ('format = 1\nname = "secret\n', ["2:8: the file is damaged here"]),
    ],
)
def test_all_that_is_wrong_is_said_with_its_place(mine: Home, text: str, said: list[str]) -> None:
    put(mine, text)
    assert refused(lambda: load_group(mine, "north2")) == said


def test_a_broken_group_is_listed_last_with_what_is_wrong(mine: Home) -> None:
    put(mine, "name =", "aaaaaa")
    put(mine, TEXT)
    put(mine, TEXT.replace("North", "East") + "archived = true", "zzzzz2")
    put(mine, TEXT.replace('"North"', '"East"\narchived = true'), "east22")
    put(mine, TEXT.replace("North", "anders"), "ander2")
    put(mine, TEXT, ".hidden")
    listed = groups(mine)
    assert [file.id for file in listed] == ["ander2", "north2", "east22", "aaaaaa", "zzzzz2"]
    assert [file.group is None for file in listed] == [False] * 3 + [True] * 2
    assert all(bool(file.problems) == (file.group is None) for file in listed)


def test_without_a_folder_there_are_no_groups(tmp_path: Path) -> None:
    assert groups(Home(tmp_path / "nowhere")) == []


def test_a_file_that_became_broken_is_not_written_over(mine: Home) -> None:
    path = put(mine, TEXT)
    group = load_group(mine, "north2")
    path.write_text("half a li", "utf-8")
    with pytest.raises(Refused):
        save_group(mine, verbs.rename(group, "East"))
    assert path.read_text("utf-8") == "half a li"


def test_a_group_that_was_deleted_does_not_come_back_by_a_late_change(mine: Home) -> None:
    put(mine, TEXT)
    group = load_group(mine, "north2")
    delete_group(mine, group)
    with pytest.raises(Refused, match="there is no such group"):
        save_group(mine, verbs.rename(group, "East"))
    assert [*mine.groups.iterdir()] == []


@pytest.mark.parametrize(
    "id_", ["../records/x", "/etc/passwd", "", ".", "north2.toml", "x" * 5000, "\x00", "\udc80"]
)
def test_what_is_no_id_of_a_group_leads_nowhere(mine: Home, id_: str) -> None:
    put(mine, TEXT)
    record(mine, "", "x")
    (said,) = refused(lambda: load_group(mine, id_))
    assert said == "0:0: there is no such group"


def test_a_name_of_a_file_that_no_record_could_keep_is_said(mine: Home) -> None:
    put(mine, TEXT, "no  rth\x1b")
    (file,) = groups(mine)
    assert file.group is None
    assert "the name of this file" in file.problems[0].message


RAW: Final = TEXT.encode()
DATA: Final = tomli.loads(TEXT)


def survives(path: Path, raw: bytes) -> None:
    """The file is a group that can be kept, or it is said where it is wrong."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    home = Home(path.parents[1])
    (file,) = groups(home)
    if file.group is None:
        for problem in file.problems:
            assert 1 <= problem.line <= raw.count(b"\n") + 1
            assert problem.column >= 1
            assert problem.message
            assert not UNSEEN.search(str(problem))
        return
    assert not UNSEEN.search(file.group.name)
    save_group(home, file.group)
    assert load_group(home, "x") == file.group


PATIENT = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])


@PATIENT
@given(raw=st.binary() | bytes_changed(RAW) | lines_changed(RAW))
@example(raw=RAW.replace(b"id = 4", b"id = 1"))
@example(raw=RAW.replace(b"last-id = 5", b"last-id = 9" + b"0" * 40))
def test_no_bytes_stop_the_program(tmp_path: Path, raw: bytes) -> None:
    survives(tmp_path / "groups" / "x.toml", raw)


@PATIENT
@given(data=values_changed(DATA) | texts_changed(DATA))
def test_no_value_of_another_kind_stops_the_program(
    tmp_path: Path, data: dict[str, object]
) -> None:
    survives(tmp_path / "groups" / "x.toml", tomli_w.dumps(data).encode())


def test_what_is_wrong_is_said_in_the_chosen_language(mine: Home) -> None:
    set_language("nl")
    put(mine, "format = 1\nname = ''\n")
    assert refused(lambda: load_group(mine, "north2")) == ["2:8: “name” is leeg"]
