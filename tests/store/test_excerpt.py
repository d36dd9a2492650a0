"""The line of a problem, and a caret under its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from intervisie_tui.domain.text import clean
from intervisie_tui.store.cells import rows, width
from intervisie_tui.store.excerpt import MOST, excerpt, source
from intervisie_tui.store.problems import Problem


def shown(line: str, column: int) -> list[str]:
    return excerpt(Problem(Path("x"), 2, column, "M"), f"first\n{line}\nlast").split("\n")


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("minutes = x", 11, 10),
        ("say = “日本語” x", 13, 15),
        ("say = “e\u0301e\u0301” x", 13, 10),
        ("say = 'a'", 99, 9),
    ],
)
def test_the_caret_stands_under_the_place_also_after_wide_signs(
    line: str, column: int, caret: int
) -> None:
    assert shown(line, column) == [line, " " * caret + "^"]


def test_a_tab_is_one_space_and_what_cannot_be_seen_is_a_block() -> None:
    assert shown("\tsay = \x1b[31m\u200b\u202e", 8) == [" say = ▇[31m\u200b▇", "       ^"]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "say = " + "word " * 60 + "here" + " word" * 60
    cut, caret = shown(line, line.index("here") + 1)
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert cut[len(caret) - 1 :].startswith("here")
    assert width(cut) <= MOST + 1


@pytest.mark.parametrize(("line", "column"), [(0, 0), (9, 1), (3, 1)])
def test_where_there_is_no_line_nothing_is_shown(line: int, column: int) -> None:
    assert excerpt(Problem(Path("x"), line, column, "M"), "a\nb\n \n") == ""


@given(st.text(), st.integers(1, 200))
def test_nothing_that_a_terminal_would_obey_is_shown(line: str, column: int) -> None:
    text = line.replace("\n", " ")
    for part in excerpt(Problem(Path("x"), 1, column, "M"), text).split("\n"):
        assert clean(part) == clean(part).replace("\n", " ")
        assert set(part) <= set(clean(part)) | set(text)
        assert not set(part) & set("\t\r\x1b\x9b\x7f\u202e\ud800")


def test_the_source_is_read_as_far_as_it_is_text(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert source(path) == source(tmp_path) == ""
    path.write_bytes(b"\xef\xbb\xbfa\r\nren\xe9\n")
    assert source(path) == "a\nren�\n"
    path.write_bytes("a".encode("utf-16"))
    assert source(path) == ""


WORDS = st.text("abc é“”–日🙂", max_size=400)


@given(WORDS)
def test_a_width_is_what_a_terminal_makes_of_it(text: str) -> None:
    assert width(text) == cell_len(text)


@given(WORDS, st.integers(2, 80))
def test_rows_hold_all_of_a_text(text: str, most: int) -> None:
    made = rows(text, most)
    assert made >= -(-width(text.strip()) // (most + 1))
    assert (made == 0) == (text == "")


@pytest.mark.parametrize(
    ("text", "most", "made"),
    [("", 9, 0), ("one", 9, 1), ("one two six", 7, 2), ("a\n\nb", 9, 3), ("x" * 20, 9, 3)],
)
def test_a_text_is_broken_between_words(text: str, most: int, made: int) -> None:
    assert rows(text, most) == made
