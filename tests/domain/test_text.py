import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.text import UNSEEN, clean, lines, one_line

ANY_TEXT = st.text(st.characters(exclude_categories=()))
"""All that a Python string can hold, half characters included."""


@given(ANY_TEXT)
def test_nothing_that_a_terminal_obeys_stays(text: str) -> None:
    kept = clean(text)
    assert not UNSEEN.search(kept)
    assert "\t" not in kept
    assert {c for c in kept if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}} <= {"\n"}


@given(ANY_TEXT)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)
    assert clean(one_line(text)) == one_line(text)


@given(ANY_TEXT)
def test_what_is_clean_can_be_written_to_a_file(text: str) -> None:
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"])))
def test_letters_of_any_script_and_brackets_stay(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@given(ANY_TEXT)
def test_the_lines_of_a_paste_are_one_line_each_and_none_is_empty(text: str) -> None:
    for line in lines(text):
        assert line
        assert line == one_line(line)


@given(ANY_TEXT)
def test_a_paste_loses_no_word(text: str) -> None:
    assert " ".join(lines(text)).split() == one_line(text).split()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Wat raakt je?", "Wat raakt je?"),
        ("[red]Bo[/]", "[red]Bo[/]"),
        ("e\N{COMBINING ACUTE ACCENT}\N{COMBINING ACUTE ACCENT}", "é\u0301"),
        ("e\0\N{COMBINING ACUTE ACCENT}", "é"),
        ("one\r\ntwo\rthree\vfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb", "a b"),
        ("\x1b]52;c;aGk=\x07\x9b2J", "]52;c;aGk=2J"),
        ("An\u202enaV\ufeff", "AnnaV"),
        ("half \ud83d", "half "),
        ("👩\u200d👩\u200d👧 ❤\ufe0f", "👩\u200d👩\u200d👧 ❤\ufe0f"),
        ("שלום", "שלום"),
    ],
)
def test_words_are_kept_and_orders_are_not(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Wat \n\t is\r\n hier  aan de hand? ", "Wat is hier aan de hand?"),
        ("5\u00a0jaar", "5\u00a0jaar"),
        ("\u00a0\u2003\n", ""),
        ("", ""),
    ],
)
def test_white_space_becomes_one_space(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


def test_a_paste_of_more_lines_keeps_their_order() -> None:
    assert lines("- een\r\n\r\n  twee \n\x1b\ndrie") == ("- een", "twee", "drie")
