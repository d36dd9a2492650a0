from dataclasses import replace
from datetime import timedelta

import pytest

from intervisie_tui.domain import course
from intervisie_tui.domain.convene import Case, Convened, convene, used
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.person import seated
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import MANY, Span
from intervisie_tui.domain.view import view
from tests.domain.meetings import BREAK, LIBRARY, MEETING, SHORT, meeting, titles
from tests.domain.samples import FIVE, NINE, after, prepared, texts

CASE = "In short"
REST = Span(1, MANY)


def givers(session: Session) -> list[tuple[int, ...]]:
    return [block.roles.get("case-giver", ()) for block in session.blocks]


def test_a_meeting_is_a_row_of_blocks_and_each_case_is_one() -> None:
    session = meeting()
    assert titles(session) == [
        *("Arriving", CASE, CASE, "Break", CASE, CASE, CASE, "A theme", "Looking back")
    ]
    assert session.meeting == "A morning"
    assert givers(session) == [(), (1,), (2,), (), (3,), (4,), (5,), (), ()]


def test_a_session_of_one_method_is_one_block() -> None:
    session = prepared(FIVE)
    assert len(session.blocks) == 1
    assert session.meeting == ""


def test_the_order_of_what_is_brought_is_the_order_of_the_cases() -> None:
    brought = [Case(by=4, question="How do I stop?"), Case(by=2)]
    session = meeting(cases=brought)
    assert givers(session)[1:4] == [(4,), (2,), ()]
    assert titles(session).count(CASE) == 2
    assert texts(session, "The question") == ["How do I stop?"]


@pytest.mark.parametrize(
    ("cases", "brought", "planned"),
    [
        (Span(1, 2), 0, 1),
        (Span(1, 2), 1, 1),
        (Span(1, 2), 4, 2),
        (Span(3, 3), 0, 3),
        (Span(3, 3), 1, 1),
        (Span(1, MANY), 0, 5),
        (Span(1, MANY), 2, 2),
        (Span(1, MANY), 5, 5),
    ],
)
def test_as_many_cases_are_planned_as_are_brought_and_the_meeting_takes(
    cases: Span, brought: int, planned: int
) -> None:
    said = replace(MEETING, blocks=(MeetingBlock(use="short", cases=cases),))
    session = meeting(said, cases=[Case(by=seat) for seat in range(1, brought + 1)])
    assert titles(session) == [CASE] * planned


def test_ground_rules_come_once_in_a_meeting_and_not_once_a_case() -> None:
    said = replace(MEETING, blocks=(MeetingBlock(use="short", cases=Span(3, 3)), BREAK))
    opening = [stop.skipped for stop in meeting(said).plan if stop.moment == "1"]
    assert opening[:3] == [False, True, True]


def test_where_another_block_opens_the_meeting_no_case_does() -> None:
    session = meeting()
    rules = [s for s in session.plan if s.moment == "1" and session.method_of(s) == SHORT]
    assert all(stop.skipped for stop in rules)


def test_a_break_before_a_case_does_not_open_the_meeting() -> None:
    said = replace(MEETING, blocks=(BREAK, MeetingBlock(use="short")))
    assert not any(stop.skipped for stop in meeting(said).plan)


def test_what_the_meeting_leaves_open_is_the_usual_method_or_the_one_for_that_case() -> None:
    said = replace(MEETING, blocks=(MeetingBlock(use="?", cases=Span(1, 2)),))
    brought = [Case(by=1), Case(by=2, method="other")]
    assert titles(meeting(said, cases=brought, usual="short")) == [CASE, "Otherwise"]


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, True, "Looking back at length"),
        (None, True, "Looking back at length"),
        (2, False, "Looking back"),
        (3, False, "Looking back at length"),
        (4, False, "Looking back"),
        (None, False, "Looking back"),
    ],
)
def test_the_first_and_the_third_meeting_are_looked_back_on_at_more_length(
    number: int | None, first: bool, last: str
) -> None:
    assert titles(meeting(number=number, first_meeting=first))[-1] == last


def test_a_meeting_opens_with_what_was_intended_where_somebody_wants_to_be_asked() -> None:
    asked = [Intention(text="Call her", member=2)]
    session = meeting(asked=asked)
    assert titles(session)[0] == "Since last time"
    assert texts(session, "Intended") == ["Call her"]
    (sheet,) = session.sheets
    assert [line.id for line in sheet.entries] == [session.last_id]


def test_without_anything_to_ask_after_nobody_is_asked() -> None:
    assert "Since last time" not in titles(meeting())


def test_a_meeting_that_says_nothing_of_it_comes_back_to_what_was_intended_first() -> None:
    said = replace(MEETING, blocks=(MeetingBlock(use="opener"), MeetingBlock(use="short")))
    session = meeting(said, asked=[Intention(text="Call her", member=1)])
    assert titles(session) == ["Since last time", "Arriving", CASE]


def test_a_block_for_the_first_meeting_alone_is_not_in_a_later_one() -> None:
    blocks = (MeetingBlock(use="opener", when="first-meeting"), MeetingBlock(use="short"))
    said = replace(MEETING, blocks=blocks)
    assert titles(meeting(said)) == [CASE]
    assert titles(meeting(said, first_meeting=True)) == ["Arriving", CASE]


def test_a_case_takes_as_long_as_the_meeting_says() -> None:
    said = replace(MEETING, blocks=(MeetingBlock(use="short", minutes=Span(30, 30)),))
    session = meeting(said)
    assert sum(stop.length or 0 for stop in session.plan if not stop.skipped) == 30 * 60


def test_a_method_that_is_shorter_than_the_meeting_says_takes_longer_in_proportion() -> None:
    said = replace(MEETING, blocks=(MeetingBlock(use="short", minutes=Span(80, 80)),))
    planned = {stop.moment: stop for stop in meeting(said).plan}
    assert sum(stop.length or 0 for stop in planned.values()) == 80 * 60
    assert planned["3"].length == 2 * (planned["3"].planned or 0)


def test_each_case_has_sheets_of_its_own() -> None:
    session = course.begin(meeting(cases=[Case(by=1, question="Mine"), Case(by=2)]), NINE)
    first, second = (
        next(s for s in session.plan if s.block == block and s.moment == "2") for block in (1, 2)
    )
    assert [e.text for e in session.sheet("The question", first).entries] == ["Mine"]
    assert session.sheet("The question", second).entries == ()


def test_the_end_counts_from_when_the_meeting_is_to_begin() -> None:
    session = meeting(starts=NINE + timedelta(hours=4))
    assert view(session, NINE).expected_end == NINE + timedelta(hours=4, minutes=235)
    assert view(session, after(5 * 3600)).expected_end == NINE + timedelta(hours=5, minutes=235)


def test_the_methods_that_a_meeting_names_are_known_before_it_is_planned() -> None:
    assert used(MEETING) == ("since", "opener", "short", "closing", "longer")
    assert used(SHORT) == ()


def test_the_rules_of_the_meeting_hold_in_what_it_says_itself() -> None:
    session = meeting()
    theme = next(stop.id for stop in session.plan if titles(session)[stop.block] == "A theme")
    there = course.go_to(course.begin(session, NINE), theme, NINE)
    assert view(there, NINE).rules == ("Phones away.",)


def test_coming_back_to_what_was_intended_can_be_all_there_is() -> None:
    assert titles(meeting(LIBRARY["since"])) == ["Since last time"]


def test_where_everybody_brings_something_in_turn_that_is_one_block() -> None:
    each = Step(title="Consult", each="everyone", as_="case-giver", minutes=Span(9, 9))
    round_ = Method(format=1, title="All in turn", language="en", steps=(each,))
    said = replace(MEETING, blocks=(MeetingBlock(use="round", cases=Span(1, MANY)), BREAK))
    people = [seated(seat, name) for seat, name in enumerate("ABC", 1)]
    session = convene("m", said, NINE, Convened(people=people, library={"round": round_}))
    assert titles(session) == ["All in turn", "Break"]
    assert givers(session) == [(), ()]
    assert [stop.lap.people for stop in session.plan if stop.lap] == [(1,), (2,), (3,)]


def test_the_rest_is_nobody_where_everybody_had_a_place() -> None:
    blocks = (MeetingBlock(use="short", cases=Span(5, 5)), MeetingBlock(use="short", cases=REST))
    assert givers(meeting(replace(MEETING, blocks=blocks))) == [(1,), (2,), (3,), (4,), (5,)]
