"""How long a meeting takes: told of the very session that it is planned as."""

from dataclasses import replace

import pytest

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.meeting_timeline import meeting_timeline
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.span import MANY, Span
from intervisie_tui.domain.timeline import Reach, Visits
from tests.domain.meetings import LIBRARY, MEETING, meeting
from tests.domain.samples import NINE


def told(
    *blocks: MeetingBlock, people: int = 5, usual: str | None = None, first: bool = False
) -> tuple[Visits, ...]:
    said = replace(MEETING, blocks=blocks)
    made = meeting_timeline(said, LIBRARY, people, usual=usual, first_meeting=first)
    return made.rows


def counts(row: Visits) -> tuple[int, int, int | None]:
    return row.least, row.usual, row.most


@pytest.mark.parametrize("first", [False, True])
def test_what_is_usual_is_what_would_be_planned(first: bool) -> None:
    session = meeting(first_meeting=first)
    made = meeting_timeline(MEETING, LIBRARY, 5, first_meeting=first)
    assert made.total.usual == (session.expected_end(NINE) - NINE).total_seconds()


def test_each_block_has_a_row_with_its_number_and_what_it_uses() -> None:
    made = meeting_timeline(MEETING, LIBRARY, 5)
    assert [row.moment for row in made.rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [row.step_title for row in made.rows] == [
        *("since", "opener", "short", "", "short", "", "closing")
    ]
    assert [row.title for row in made.rows[3:6]] == ["Break", "In short", "A theme"]


def test_everybody_brings_a_case() -> None:
    rest = MeetingBlock(use="short", cases=Span(1, MANY))
    for people in (4, 5, 8):
        (row,) = told(rest, people=people)
        assert counts(row) == (1, people, people)


def test_of_a_range_of_cases_the_lowest_is_usual() -> None:
    (row,) = told(MeetingBlock(use="other", cases=Span(1, 2)))
    assert counts(row) == (1, 1, 2)
    assert row.all == Reach(least=1800, usual=1800, most=3600)


def test_what_may_be_left_out_is_planned_all_the_same() -> None:
    rows = told(
        MeetingBlock(use="other"), MeetingBlock(title="A", minutes=Span(5, 5), optional=True)
    )
    assert counts(rows[1]) == (0, 1, 1)
    assert rows[1].all == Reach(least=0, usual=300, most=300)


def test_what_was_intended_is_asked_after_only_where_there_is_something() -> None:
    rows = told(MeetingBlock(use="since", minutes=Span(4, 4)), MeetingBlock(use="other"))
    assert counts(rows[0]) == (0, 0, 1)
    assert rows[0].all == Reach(least=0, usual=0, most=240)


def test_a_case_takes_as_long_as_the_meeting_says() -> None:
    (row,) = told(MeetingBlock(use="other", minutes=Span(20, 26)))
    assert row.all == Reach(least=20 * 60, usual=23 * 60, most=26 * 60)


def test_a_case_does_not_take_less_than_it_can() -> None:
    (row,) = told(MeetingBlock(use="other", minutes=Span(5, 5)))
    assert row.once.usual > 5 * 60
    assert row.once.most == row.once.usual


def test_what_opens_a_method_is_done_with_the_first_case_alone() -> None:
    (row,) = told(MeetingBlock(use="short", cases=Span(3, 3)))
    assert row.all.usual == (3 * 38 + 2) * 60
    rows = told(MeetingBlock(use="opener"), MeetingBlock(use="short", cases=Span(3, 3)))
    assert rows[1].all.usual == 3 * 38 * 60


def test_a_longer_method_takes_its_place_at_the_first_meeting() -> None:
    ends = MeetingBlock(use="closing", longer="longer")
    assert [row.title for row in told(ends)] == ["Looking back"]
    assert [row.title for row in told(ends, first=True)] == ["Looking back at length"]


def test_only_what_is_done_then_has_a_row() -> None:
    later = MeetingBlock(use="opener", when="later-meeting")
    assert len(told(later, MeetingBlock(use="other"))) == 2
    assert len(told(later, MeetingBlock(use="other"), first=True)) == 1


@pytest.mark.parametrize("usual", ["short", "other"])
def test_where_a_method_is_to_be_chosen_the_usual_one_is_taken(usual: str) -> None:
    (row,) = told(MeetingBlock(use="?"), usual=usual)
    assert (row.step_title, row.title) == ("?", LIBRARY[usual].title)


def test_two_blocks_with_one_method_are_told_apart() -> None:
    case = MeetingBlock(use="other")
    rows = told(replace(case, minutes=Span(20, 20)), case, replace(case, cases=Span(2, 2)))
    assert [row.all.usual / 60 for row in rows] == [20, 30, 60]


def test_what_has_no_end_is_open() -> None:
    open_ended = replace(LIBRARY["other"], steps=LIBRARY["other"].steps[:1])
    open_ended = replace(open_ended, steps=(replace(open_ended.steps[0], minutes=None),))
    library: dict[str, Method] = {"open": open_ended}
    said = replace(MEETING, blocks=(MeetingBlock(use="open"),))
    assert meeting_timeline(said, library, 4).total == Reach(is_open=True)
