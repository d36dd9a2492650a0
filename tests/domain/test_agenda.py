from dataclasses import replace
from datetime import timedelta

import pytest

from intervisie_tui.domain import agenda, course, wall
from intervisie_tui.domain.convene import Case, add
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from tests.domain.meetings import BREAK, MEETING, OTHER, meeting, titles
from tests.domain.samples import NINE, after, texts

ARRIVING, FIRST, SECOND, PAUSE, THIRD, FOURTH, FIFTH, THEME, LAST = range(9)


def under_way() -> Session:
    return course.begin(meeting(), NINE)


def at(session: Session, block: int) -> Session:
    """The group in the first moment of *block* that is done, a minute on the clock."""
    stop = next(s.id for s in session.plan if s.block == block and not s.skipped)
    return course.start(course.go_to(session, stop, NINE), NINE)


def starts(session: Session) -> list[int | None]:
    """Minutes after nine that each block begins."""
    items = agenda.agenda(session, NINE)
    begins = (item.starts for item in items)
    return [None if at is None else round((at - NINE).total_seconds() / 60) for at in begins]


def test_each_block_says_when_it_begins_if_all_goes_as_planned() -> None:
    assert starts(meeting()) == [0, 10, 48, 86, 101, 139, 177, 215, 225]


def test_what_began_says_no_more_when_it_begins() -> None:
    assert starts(under_way())[:2] == [None, 10]


def test_cases_are_counted_and_what_is_left_out_is_not() -> None:
    session = agenda.leave_out(meeting(), SECOND)
    assert [item.number for item in agenda.agenda(session, NINE)] == [0, 1, 0, 0, 2, 3, 4, 0, 0]
    assert view(session, NINE).cases == 4


def test_what_ends_after_the_meeting_should_does_not_fit() -> None:
    fits = [item.fits for item in agenda.agenda(meeting(minutes=180), NINE)]
    assert fits == [True] * 6 + [False] * 3


def test_time_that_ran_over_moves_what_is_ahead() -> None:
    session = course.start(under_way(), NINE)
    items = agenda.agenda(session, after(20 * 60))
    assert items[FIRST].starts == after(20 * 60)


def test_a_block_is_put_earlier_or_later() -> None:
    session = agenda.move(meeting(), PAUSE, 1)
    assert titles(session)[:5] == ["Arriving", "In short", "In short", "In short", "Break"]
    assert agenda.move(session, PAUSE, -1) == meeting()


@pytest.mark.parametrize("by", [-99, -9, 9, 99])
def test_a_block_cannot_leave_the_meeting(by: int) -> None:
    assert agenda.move(meeting(), PAUSE, by) == meeting()


def test_what_was_begun_stays_where_it_is() -> None:
    session = course.next_stop(at(under_way(), FIRST), after(60))
    assert agenda.move(session, FIRST, 1) == session
    assert agenda.move(session, SECOND, -1) == session
    assert agenda.leave_out(session, FIRST) == session
    assert agenda.change_method(session, FIRST, "other", OTHER) == session


def test_whichever_case_comes_first_opens_the_meeting() -> None:
    session = meeting(replace(MEETING, blocks=MEETING.blocks[2:4]))
    turned = agenda.move(session, 1, -1)
    opening = {stop.block: stop.skipped for stop in turned.plan if stop.moment == "1"}
    assert (opening[0], opening[1]) == (True, False)


def test_a_case_is_left_for_next_time_and_taken_back_in() -> None:
    session = agenda.leave_out(meeting(), FIFTH)
    assert agenda.agenda(session, NINE)[FIFTH].state == "out"
    assert session.expected_end(NINE) == NINE + timedelta(minutes=235 - 38)
    assert agenda.leave_out(session, FIFTH) == meeting()


def test_before_the_meeting_it_opens_with_the_first_block_that_is_in_it() -> None:
    session = agenda.leave_out(meeting(), ARRIVING)
    assert session.stop.block == FIRST
    assert not session.stop.skipped
    assert session.stop.moment == "1"  # nothing else opens the meeting now


def test_a_block_is_added_behind_another_one() -> None:
    session = meeting()
    pause = MEETING.of(BREAK)
    session = agenda.insert(session, add(session, "pause", pause, break_=True), FOURTH)
    assert titles(session)[5:8] == ["In short", "Break", "In short"]
    assert session.blocks[-1].break_


def test_one_more_case_comes_behind_what_was_begun() -> None:
    session = at(under_way(), FIRST)
    case = Case(by=5, question="Mine too")
    session = agenda.insert(session, add(session, "other", OTHER, case=case), ARRIVING)
    assert titles(session)[1:3] == ["In short", "Otherwise"]
    assert texts(session, "Core") == ["Mine too"]


def test_another_method_keeps_the_question_and_whose_it_is() -> None:
    session = meeting(cases=[Case(by=4, question="How do I stop?")])
    session = agenda.change_method(session, FIRST, "other", OTHER)
    assert titles(session)[1] == "Otherwise"
    assert session.blocks[FIRST].roles == {"case-giver": (4,)}
    assert texts(session, "Core") == ["How do I stop?"]
    assert texts(session, "The question") == []


def test_a_method_that_nothing_uses_any_more_is_not_kept() -> None:
    session = meeting()
    for block in (FIRST, SECOND, THIRD, FOURTH, FIFTH):
        session = agenda.change_method(session, block, "other", OTHER)
    assert "short" not in session.methods


def test_whose_case_it_is_can_be_said_beforehand_and_taken_back() -> None:
    session = agenda.bring(meeting(), SECOND, 5)
    assert agenda.agenda(session, NINE)[SECOND].givers == (5,)
    assert agenda.agenda(agenda.bring(session, SECOND, None), NINE)[SECOND].givers == ()
    assert agenda.bring(session, SECOND, 99).blocks[SECOND].roles == {}
    assert agenda.bring(session, PAUSE, 5) == session


def test_the_group_is_told_when_to_be_back() -> None:
    session = at(under_way(), PAUSE)
    assert agenda.back_at(session, after(60)) == after(15 * 60)
    assert agenda.back_at(course.give(session, 300, NINE), after(60)) == after(20 * 60)
    assert agenda.back_at(session, after(3600)) == after(3600)
    assert agenda.back_at(at(under_way(), FIRST), NINE) is None
    assert agenda.back_at(meeting(), NINE) is None


def test_a_line_of_one_case_is_not_on_the_sheet_of_the_next() -> None:
    session = at(under_way(), FIRST)
    ask = next(s.id for s in session.plan if s.block == FIRST and s.moment == "3")
    session = wall.write(course.go_to(session, ask, NINE), "What holds you?")
    ask = next(s.id for s in session.plan if s.block == SECOND and s.moment == "3")
    paper = view(course.go_to(session, ask, NINE), NINE).paper
    assert paper is not None
    assert paper.lines == ()
