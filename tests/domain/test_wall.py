from collections.abc import Callable
from dataclasses import replace

import pytest

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.method import Chart
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import one_line
from tests.domain.samples import FIVE, KARIN, NINE, SMALL, line, stop_at, texts, under_way, written

Verb = Callable[[Session, int], Session]


def cards(session: Session) -> list[int | None]:
    sheet = wall.here(session)
    return [] if sheet is None else [line.card for line in sheet.entries]


NASTY = [
    ("What?", "What?"),
    ("  What \n for? ", "What for?"),
    ("[red]What?[/red]", "[red]What?[/red]"),
    ("\x1b[31mWhat?\x1b[0m", "[31mWhat?[0m"),
    ("\x1b]0;title\x07What?", "]0;titleWhat?"),
    ("What?\x00\x08\x7f\x9b", "What?"),
    ("\u202eWhat?\u2069", "What?"),
    ("a\tb\u2028c\u0085d", "a b c d"),
    ("e\u0301e\u0301n", "één"),
    ("\ud800What?", "What?"),
    ("👩‍👧 ✓", "👩‍👧 ✓"),
    ("x" * 3000, "x" * wall.LONGEST),
    ("x" * (wall.LONGEST - 1) + " y", "x" * (wall.LONGEST - 1)),
]


@pytest.mark.parametrize(("said", "kept"), NASTY)
@pytest.mark.parametrize(
    ("verb", "field"),
    [
        (wall.write, "text"),
        (lambda s, words: wall.write_on(s, "Core", words), "text"),
        (lambda s, words: wall.write_lines(s, [words]), "text"),
        (lambda s, words: wall.edit(wall.write(s, "first"), 1, words), "text"),
        (lambda s, words: wall.note_answer(wall.write(s, "first"), 1, words), "note"),
        (lambda s, words: wall.set_when(wall.write(s, "first"), 1, words), "when"),
    ],
    ids=["write", "write_on", "write_lines", "edit", "note_answer", "set_when"],
)
def test_words_are_cleaned_wherever_they_come_in(
    verb: Callable[[Session, str], Session], field: str, said: str, kept: str
) -> None:
    words = getattr(line(verb(under_way(FIVE, "explore.read"), said)), field)
    assert words == kept
    assert one_line(words) == words


# Writing


def test_a_line_with_brackets_stays_as_it_was_said() -> None:
    assert texts(written("explore.read", "[b]Why[/b] [x]?"), "Questions") == ["[b]Why[/b] [x]?"]


def test_lines_hang_in_the_order_they_were_written() -> None:
    session = written("explore.read", "a", "b", "c")
    assert texts(session, "Questions") == ["a", "b", "c"]
    assert [line.id for _, line in session.entries()] == [1, 2, 3]


def test_a_chart_goes_on_where_it_was_in_another_moment() -> None:
    session = course.next_stop(written("explore.read", "a"), NINE)
    session = wall.write(session, "b")
    assert (len(session.sheets), texts(session, "Questions")) == (1, ["a", "b"])


def test_where_no_chart_hangs_nothing_is_written() -> None:
    session = under_way(FIVE, "4.1")
    assert wall.here(session) is None
    assert wall.write(session, "a") is session
    assert wall.write_lines(session, ["a", "b"]) is session


def test_a_chart_that_nobody_declared_can_be_written_on() -> None:
    assert texts(written("6.1", "a"), "Core") == ["a"]
    assert texts(wall.write(under_way(SMALL, "2"), "a"), "Questions") == ["a"]


@pytest.mark.parametrize("pasted", [[], [""], [" ", "\n", "\x1b"]])
def test_a_paste_without_words_changes_nothing(pasted: list[str]) -> None:
    session = under_way(FIVE, "explore.read")
    assert wall.write_lines(session, pasted) is session


def test_a_paste_becomes_several_lines_without_the_empty_ones() -> None:
    session = wall.write_lines(under_way(FIVE, "explore.read"), ["a", " ", "b\x07", ""], by=2)
    assert [(line.id, line.text, line.by) for _, line in session.entries()] == [
        (1, "a", 2),
        (2, "b", 2),
    ]


def test_a_line_is_of_whose_turn_it_is_unless_somebody_else_said_it() -> None:
    session = wall.write(under_way(FIVE, "explore.read"), "before the round")
    session = room.next_turn(room.next_turn(session, NINE), NINE)
    session = wall.write_lines(wall.write(session, "a"), ["b"])
    session = wall.write(session, "c", by=4)
    assert [line.by for _, line in session.entries()] == [None, 2, 2, 4]


@pytest.mark.parametrize(
    ("column", "kept"), [("do", "do"), ("think over", "think over"), (None, "do"), ("x", "do")]
)
def test_a_line_stands_in_a_column_where_there_are_columns(column: str | None, kept: str) -> None:
    assert line(wall.write(under_way(FIVE, "7.1"), "a", column=column)).column == kept
    assert line(wall.write(under_way(FIVE, "6.1"), "a", column=column)).column is None


def test_an_action_is_the_case_givers_unless_said_otherwise() -> None:
    assert line(written("7.4", "Call Sam")).owner == KARIN
    assert line(wall.write(under_way(FIVE, "7.4", case_giver=None), "Call Sam")).owner is None
    assert line(written("7.1", "Call Sam")).owner is None


# Statements


def test_a_new_version_of_the_question_is_the_question_and_the_first_stays() -> None:
    session = wall.write(written("4.3", "How do I say no?"), "What do I want?")
    assert texts(session, "The question") == ["How do I say no?", "What do I want?"]
    assert session.question(session.stop) == line(session, 2)


def test_without_a_version_the_question_is_not_stated() -> None:
    session = written("4.3", "How do I say no?")
    assert (bare := wall.remove(session, 1)).question(bare.stop) is None


# Cards


def test_a_line_without_words_is_a_numbered_card() -> None:
    session = written("explore.read", "", "  ", "\x1b")
    assert cards(session) == [1, 2, 3]
    assert texts(session, "Questions") == ["", "", ""]


def test_a_card_counts_the_lines_before_it() -> None:
    assert cards(written("explore.read", "a", "b", "", "c", "")) == [None, None, 3, None, 5]


@pytest.mark.parametrize("taken", [[1], [2], [3], [1, 2], [2, 3], [3, 2, 1]])
@pytest.mark.parametrize("verb", [wall.remove, wall.wipe])
def test_no_number_is_given_to_two_cards(verb: Verb, taken: list[int]) -> None:
    session = written("explore.read", "", "", "")
    for number in taken:
        session = verb(session, number)
    assert cards(wall.write(session, ""))[-1] == 4


def test_a_card_that_got_words_does_not_pass_its_number_on() -> None:
    session = wall.edit(written("explore.read", "", ""), 2, "What?")
    assert cards(session) == [1, None]
    assert cards(wall.write(wall.remove(session, 2), "")) == [1, 3]


def test_each_chart_numbers_its_own_cards() -> None:
    session = written("explore.read", "", "")
    session = course.go_to(session, stop_at(session, "7.1"), NINE)
    assert cards(wall.write(session, "")) == [1]


def test_a_card_is_judged_answered_and_picked_like_a_line() -> None:
    session = wall.judge(written("explore.read", ""), 1, "helpful")
    session = wall.pick(wall.answer(session, 1), 1)
    card = line(session)
    assert (card.label, card.answered, card.picked, card.card) == ("helpful", True, True, 1)


def test_whoever_has_a_place_on_a_scale_moves_and_gets_no_second_one() -> None:
    method = replace(
        SMALL,
        steps=(Step(title="Line", speaks=("everyone",), in_turn=True, chart="Line"),),
        charts={"Line": Chart(kind="scale", labels=("A", "B"))},
    )
    session = under_way(method, names=("An", ""), case_giver=None)
    placed = wall.place(wall.place(session, 1, "A"), 2, "A")
    assert [(e.text, e.card, e.label) for e in placed.sheets[0].entries] == [
        ("An", None, "A"),
        ("", 2, "A"),
    ]
    moved = wall.place(placed, 1, "B")
    assert [e.label for e in moved.sheets[0].entries] == ["B", "A"]
    assert wall.place(session, 3, "A") is session
    assert wall.place(session, 1, "C") is session
