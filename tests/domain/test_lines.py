from collections.abc import Callable

import pytest

from intervisie_tui.domain import wall
from intervisie_tui.domain.session import Session
from tests.domain.samples import KARIN, line, texts, written

Verb = Callable[[Session, int], Session]


@pytest.mark.parametrize("words", ["", "  ", "\x1b", "a"])
def test_an_edit_to_the_same_or_no_words_changes_nothing(words: str) -> None:
    session = written("explore.read", "a")
    assert wall.edit(session, 1, words) is session


def test_other_words_keep_what_was_said_of_the_line() -> None:
    session = wall.judge(written("explore.read", "a", "b"), 1, "helpful")
    session = wall.edit(wall.answer(session, 1), 1, "c")
    it = line(session)
    assert (it.text, it.label, it.answered) == ("c", "helpful", True)
    assert texts(session, "Questions") == ["c", "b"]


@pytest.mark.parametrize("label", ["helpful", "neutral", "not helpful", None])
def test_a_line_gets_a_label_of_its_chart_or_none(label: str | None) -> None:
    session = wall.judge(written("explore.rank", "a"), 1, "neutral")
    assert line(wall.judge(session, 1, label)).label == label


def test_a_point_on_a_scale_is_a_label() -> None:
    assert line(wall.judge(written("7.3", "now"), 1, "3")).label == "3"


def test_a_line_can_move_to_another_column() -> None:
    session = wall.put_in_column(written("7.1", "a"), 1, "think over")
    assert line(session).column == "think over"


@pytest.mark.parametrize(
    ("verb", "field"), [(wall.answer, "answered"), (wall.pick, "picked"), (wall.agree, "agreed")]
)
def test_a_mark_is_set_and_taken_back_by_one_verb(verb: Verb, field: str) -> None:
    session = written("explore.answer", "a")
    marked = verb(session, 1)
    assert getattr(line(marked), field) is True
    assert verb(marked, 1) == session


def test_a_note_marks_a_line_answered_and_an_empty_one_is_none() -> None:
    session = wall.note_answer(written("explore.answer", "a"), 1, "that I was afraid")
    assert (line(session).answered, line(session).note) == (True, "that I was afraid")
    session = wall.note_answer(session, 1, " ")
    assert (line(session).answered, line(session).note) == (True, "")


@pytest.mark.parametrize(
    ("by", "order"),
    [(0, "abcd"), (1, "acbd"), (2, "acdb"), (9, "acdb"), (-1, "bacd"), (-9, "bacd")],
)
def test_a_line_moves_as_far_as_there_is_room(by: int, order: str) -> None:
    session = wall.move(written("explore.read", *"abcd"), 2, by)
    assert "".join(texts(session, "Questions")) == order


def test_a_line_that_is_taken_down_leaves_the_others() -> None:
    session = wall.remove(written("explore.read", "a", "b", "c"), 2)
    assert texts(session, "Questions") == ["a", "c"]
    assert session.last_id == 3


def test_two_lines_with_the_same_words_are_two_lines() -> None:
    session = wall.remove(written("explore.read", "a", "a"), 2)
    assert [line.id for _, line in session.entries()] == [1]


@pytest.mark.parametrize(
    ("verb", "agreed"),
    [
        (lambda s: wall.edit(s, 1, "Call Alex"), False),
        (lambda s: wall.edit(s, 1, "Call Sam"), True),
        (lambda s: wall.edit(s, 1, ""), True),
        (lambda s: wall.set_owner(s, 1, 2), False),
        (lambda s: wall.set_owner(s, 1, None), False),
        (lambda s: wall.set_owner(s, 1, KARIN), True),
        (lambda s: wall.set_when(s, 1, "next week"), False),
        (lambda s: wall.set_when(s, 1, "Friday "), True),
        (lambda s: wall.move(s, 1, 1), True),
    ],
)
def test_who_agreed_to_an_action_did_not_agree_to_another(
    verb: Callable[[Session], Session], agreed: bool
) -> None:
    session = wall.agree(wall.set_when(written("7.4", "Call Sam", "Rest"), 1, "Friday"), 1)
    assert line(verb(session)).agreed == agreed


READ = written("explore.read", "a", "b")


@pytest.mark.parametrize(
    "verb",
    [
        lambda s: wall.edit(s, 9, "x"),
        lambda s: wall.note_answer(s, 9, "x"),
        lambda s: wall.set_owner(s, 9, 1),
        lambda s: wall.set_owner(s, 1, 9),
        lambda s: wall.set_owner(s, 1, None),
        lambda s: wall.set_when(s, 9, "x"),
        lambda s: wall.set_when(s, 1, " "),
        lambda s: wall.remove(s, 9),
        lambda s: wall.wipe(s, 9),
        lambda s: wall.move(s, 9, 1),
        lambda s: wall.move(s, 1, 0),
        lambda s: wall.move(s, 1, -1),
        lambda s: wall.move(s, 2, 1),
        lambda s: wall.judge(s, 9, "helpful"),
        lambda s: wall.judge(s, 1, "wonderful"),
        lambda s: wall.judge(s, 1, None),
        lambda s: wall.put_in_column(s, 9, "do"),
        lambda s: wall.put_in_column(s, 1, "do"),
        lambda s: wall.answer(s, 9),
        lambda s: wall.pick(s, 9),
        lambda s: wall.agree(s, 9),
    ],
)
def test_a_verb_that_can_do_nothing_gives_the_same_value_back(
    verb: Callable[[Session], Session],
) -> None:
    assert verb(READ) is READ
