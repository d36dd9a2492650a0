import pytest

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.paper import Paper, next_asked
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from tests.domain.samples import FIVE, NINE, stop_at, under_way, written


def hung(session: Session) -> Paper:
    paper = view(session, NINE).paper
    assert paper is not None
    return paper


def lines(session: Session) -> list[tuple[int, str]]:
    return [(line.number, line.entry.text) for line in hung(session).lines]


def judged(*labels: str | None) -> Session:
    """A session at the answering, with lines "a", "b", ... that have these labels."""
    session = under_way(FIVE, "explore.read")
    for number, label in enumerate(labels, 1):
        session = wall.judge(wall.write(session, chr(96 + number)), number, label)
    return course.go_to(session, stop_at(session, "explore.answer"), NINE)


@pytest.mark.parametrize(
    ("moment", "name", "kind", "do"),
    [
        ("4.3", "The question", "statement", "write"),
        ("explore.read", "Questions", "list", "write"),
        ("explore.3", "Questions", "list", "show"),
        ("explore.rank", "Questions", "list", "judge"),
        ("explore.answer", "Questions", "list", "answer"),
        ("6.1", "Core", "list", "write"),
        ("7.2", "Advice", "list", "pick"),
        ("7.3", "Sure", "scale", "judge"),
        ("7.4", "Actions", "actions", "write"),
    ],
)
def test_a_chart_hangs_empty_before_anything_is_on_it(
    moment: str, name: str, kind: str, do: str
) -> None:
    paper = hung(under_way(FIVE, moment))
    assert (paper.name, paper.kind, paper.do, paper.lines) == (name, kind, do, ())


def test_names_stand_behind_lines_only_when_they_are_asked_for() -> None:
    session = wall.write(under_way(FIVE, "explore.read"), "a", by=2)
    assert [line.by for line in hung(session).lines] == [""]
    assert [line.by for line in hung(room.show_names(session)).lines] == ["Bo"]


def test_an_action_shows_whose_it_is() -> None:
    assert [line.owner for line in hung(written("7.4", "Call Sam")).lines] == ["Karin"]


def test_where_the_method_hangs_no_chart_none_hangs() -> None:
    assert view(under_way(FIVE, "4.1"), NINE).paper is None


def test_another_chart_hangs_beside_to_be_read() -> None:
    session = written("6.1", "core")
    beside = view(course.go_to(session, stop_at(session, "6.3"), NINE), NINE).beside
    assert beside is not None
    assert (beside.name, beside.do) == ("Core", "show")
    assert [line.entry.text for line in beside.lines] == ["core"]


def test_lines_are_answered_by_label_and_keep_the_number_they_hang_by() -> None:
    session = judged("neutral", "not helpful", "helpful", None, "helpful")
    assert lines(session) == [(3, "c"), (5, "e"), (1, "a"), (4, "d")]
    ranking = course.go_to(session, stop_at(session, "explore.rank"), NINE)
    assert lines(ranking) == [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e")]


def test_without_a_ranking_there_is_still_something_to_answer() -> None:
    assert lines(judged(None, None)) == [(1, "a"), (2, "b")]


@pytest.mark.parametrize(
    ("after", "expected"), [(None, 3), (3, 5), (5, 1), (1, 4), (4, 3), (2, 3), (99, 3)]
)
def test_answering_goes_on_with_the_next_line_and_comes_round(
    after: int | None, expected: int
) -> None:
    session = judged("neutral", "not helpful", "helpful", None, "helpful")
    assert next_asked(hung(session), after) == expected


def test_what_is_answered_asks_for_nothing_more() -> None:
    session = wall.answer(judged("helpful", "helpful", "helpful"), 2)
    assert next_asked(hung(session), 1) == 3
    session = wall.answer(wall.answer(session, 1), 3)
    assert next_asked(hung(session), None) is None


def test_ranking_goes_on_with_what_has_no_label() -> None:
    session = judged("helpful", None, "neutral", None)
    session = course.go_to(session, stop_at(session, "explore.rank"), NINE)
    assert [next_asked(hung(session), line) for line in (None, 1, 2, 3, 4)] == [2, 2, 4, 4, 2]


@pytest.mark.parametrize("moment", ["explore.read", "explore.3", "7.2"])
def test_where_nothing_is_asked_of_the_lines_no_line_is_next(moment: str) -> None:
    assert next_asked(hung(written(moment, "a", "b")), None) is None
