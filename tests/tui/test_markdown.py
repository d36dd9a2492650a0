"""The Markdown of our own, as a page to read."""

import pytest

from intervisie_tui.locale import LANGUAGES, Language
from intervisie_tui.store.reference.page import guide
from intervisie_tui.tui.widgets.markdown import page
from intervisie_tui.tui.widgets.reading import Paragraph, Prose, Verbatim


def lines(markdown: str, width: int = 40) -> list[str]:
    return [line.plain.rstrip() for line in Prose(page(markdown)).lines(width)]


def test_a_paragraph_is_wrapped_anew() -> None:
    assert lines("One line\nand another.\n\nThen more.") == [
        "One line and another.",
        "",
        "Then more.",
    ]


def test_an_item_goes_on_beside_its_sign() -> None:
    assert lines("- first\n  and on\n- second\n\n1. one\nand on") == [
        "· first and on",
        "· second",
        "",
        "1. one and on",
    ]


def test_a_line_that_is_ended_stays_ended() -> None:
    assert lines("One\\\ntwo\nthree") == ["One", "two three"]


def test_a_heading_ends_where_its_line_does() -> None:
    assert lines("# One\ntwo\n## Three") == ["One", "two", "Three"]


def test_what_stands_between_fences_stays_as_it_is() -> None:
    written = "```toml\n# a *note*\n\n  [[steps]]\n- | x\n```\nAfter."
    assert lines(written) == ["  # a *note*", "", "    [[steps]]", "  - | x", "After."]


def test_a_long_line_between_fences_goes_on_below() -> None:
    assert lines("```\n  say = one two three four\n```", 16) == [
        "    say = one",
        "      two three",
        "      four",
    ]


def test_marks_between_backticks_are_read_as_they_are() -> None:
    assert lines(r"Type `a * \b*` and ``c`d``.") == [r"Type a * \b* and c`d."]


def test_the_last_column_is_wrapped_where_there_is_room_for_it() -> None:
    table = "| You see | It means |\n| --- | --- |\n| `a = 1` | a key and what you choose for it |"
    assert lines(table, 36) == [
        "You see  It means",
        "a = 1    a key and what you choose",
        "         for it",
    ]
    assert lines(table, 20) == [
        "You see · It means",
        "a = 1 · a key and",
        "what you choose for",
        "it",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [46, 76])
def test_the_guide_for_authors_is_understood_whole(language: Language, width: int) -> None:
    prose = Prose(page(guide(language)))
    said = [line.plain for line in prose.lines(width)]
    assert max(map(len, said)) <= width
    assert not [line for line in said if line.startswith(("##", "```", "| ", "**"))]
    assert sum(isinstance(each, Verbatim) for each in prose.paragraphs) > 50
    assert all(said[line].strip() for line in prose.headings(width, 6))
    headings = [e for e in prose.paragraphs if isinstance(e, Paragraph) and e.level]
    assert len(prose.headings(width, 6)) == len(headings) > 100
