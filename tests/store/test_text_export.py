"""A hand-out as plain lines, for a terminal that is not ours."""

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.text import one_line
from intervisie_tui.store.cells import width
from intervisie_tui.store.export.handout import Handout, Part, Said, Section, Table
from intervisie_tui.store.export.text import as_text, wrapped

WORDS = st.text(max_size=120)
TABLES = st.integers(1, 5).flatmap(
    lambda columns: st.builds(
        Table,
        heads=st.tuples(*[WORDS] * columns),
        rows=st.lists(st.tuples(*[WORDS] * columns), max_size=3).map(tuple),
        wide=st.integers(0, columns - 1),
    )
)
SAID = st.builds(Said, texts=st.lists(WORDS, max_size=3).map(tuple), listed=st.booleans())
PARTS = st.recursive(
    TABLES | SAID,
    lambda inner: st.builds(Section, heading=WORDS, parts=st.lists(inner, max_size=3).map(tuple)),
    max_leaves=6,
)


def text(*parts: Part) -> list[str]:
    said = as_text(Handout(reader="facilitator", title="Title", under="under", parts=parts))
    assert said.endswith("\n")
    return said.splitlines()


def test_headings_stand_at_the_left_and_what_is_under_them_to_the_right() -> None:
    inner = Section(heading="Inner", parts=(Said(texts=("third",)),))
    outer = Section(heading="Outer", parts=(Said(texts=("first",)), Said(texts=("second",)), inner))
    assert text(outer) == [
        *("Title", "under", ""),
        *("Outer", "  first", ""),
        *("  second", ""),
        *("  Inner", "    third"),
    ]


def test_a_list_has_a_sign_before_each_and_its_lines_below_each_other() -> None:
    long = "word " * 20
    assert text(Said(texts=("one", long), listed=True))[3:] == [
        "· one",
        "· " + " ".join(["word"] * 15),
        "  " + " ".join(["word"] * 5),
    ]


def test_the_columns_of_a_table_are_straight_and_the_wide_one_is_wrapped() -> None:
    table = Table(
        heads=("Who", "What", "When"),
        rows=(("An", "word " * 15, "now"), ("東京", "short", "then")),
        wide=1,
    )
    assert text(table)[3:] == [
        f"{'Who':<6}{'What':<70}When",
        f"{'An':<6}{'word ' * 13:<70}now",
        f"      {'word ' * 2}".rstrip(),
        f"東京  {'short':<70}then",
    ]


def test_without_heads_a_table_is_its_rows() -> None:
    assert text(Table(heads=("", ""), rows=(("a", "b"),)))[3:] == ["a  b"]
    assert text(Table(heads=("", ""), rows=()))[3:] == []


def test_where_there_is_no_room_columns_are_cut_and_no_word_of_the_wide_one() -> None:
    lines = text(Table(heads=("a", "b", "c"), rows=(("x" * 90, "y" * 90, "z " * 90),), wide=2))
    assert max(map(width, lines)) <= 80
    assert "".join(lines).count("z") == 90
    assert "…" in lines[4]


@given(text=WORDS, most=st.integers(2, 40))
def test_wrapped_lines_fit_and_have_every_letter(text: str, most: int) -> None:
    lines = wrapped(text, most)
    assert all(width(line) <= most for line in lines)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")


@given(parts=st.lists(PARTS, max_size=3))
def test_whatever_is_in_it_no_line_is_too_long(parts: list[Part]) -> None:
    assert all(width(line) <= 80 for line in text(*parts))
