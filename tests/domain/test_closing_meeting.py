from dataclasses import replace

from intervisie_tui.domain import course, wall
from intervisie_tui.domain.closing import cases, closed, for_case_giver
from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.session import Session
from tests.domain.meetings import meeting
from tests.domain.samples import NINE, after, texts

FIRST, SECOND, GROUP = 0, 1, 5
"""The places of the cases of the first two people, and of what is of the group."""


def led(group_id: str = "k3m9xq") -> Session:
    """A meeting with a hope, a line in the first two cases, and three intentions of the first."""
    session = course.begin(meeting(group_id=group_id), NINE)
    session = wall.write(session, "To learn")
    for block, question, intended in ((1, "Secret one", "Call her"), (2, "Secret two", "Wait")):
        session = at(session, block, "3")
        session = wall.write(session, question)
        session = wall.write(at(session, block, "7"), intended)
        session = wall.agree(session, session.last_id)
        session = wall.ask_after(session, session.last_id)
    session = wall.write(at(session, 1, "7"), "Not agreed")
    session = wall.write(session, "Kept, not asked")
    return course.finish(wall.agree(session, session.last_id), after(9000))


def at(session: Session, block: int, moment: str) -> Session:
    stop = next(s.id for s in session.plan if (s.block, s.moment) == (block, moment))
    return course.go_to(session, stop, after(60))


def stays(
    choice: Choice, apart: dict[int, Choice] | None = None, group_id: str = "k3m9xq"
) -> Session:
    left = closed(led(group_id), choice, apart or {}, until=None, now=after(9000))
    assert left is not None
    return left


def lines(session: Session) -> list[str]:
    return [entry.text for _sheet, entry in session.entries()]


def test_a_meeting_has_a_case_for_each_that_was_brought_and_last_what_is_of_the_group() -> None:
    found = list(cases(led()))
    assert [case.people for case in found] == [(1,), (2,), (3,), (4,), (5,), ()]
    assert found[GROUP].block is None


def test_each_case_giver_decides_about_their_own_case() -> None:
    left = stays("all", {SECOND: "nothing"})
    assert lines(left) == ["To learn", "Secret one", "Call her", "Kept, not asked"]


def test_of_a_case_that_is_erased_nothing_says_whose_it_was() -> None:
    left = stays("all", {SECOND: "nothing"})
    assert left.blocks[1].roles == {"case-giver": (1,)}
    assert left.blocks[2].roles == {}


def test_of_a_case_that_is_handed_over_only_what_is_to_be_asked_after_stays() -> None:
    left = stays("all", {FIRST: "hand-over"})
    assert lines(left) == ["To learn", "Call her", "Secret two", "Wait"]


def test_of_a_group_that_is_not_known_nothing_of_a_handed_over_case_stays() -> None:
    assert lines(stays("hand-over", group_id="")) == []
    assert stays("hand-over", group_id="").people == ()


def test_where_all_is_handed_over_a_group_still_knows_who_came_and_what_to_ask() -> None:
    left = stays("hand-over", {SECOND: "nothing"})
    assert lines(left) == ["Call her"]
    assert [person.name for person in left.people] == ["An", "Bo", "Cem", "Dee", "Karin"]
    assert [block.roles.get("case-giver") for block in left.blocks[1:3]] == [(1,), None]
    assert (left.group, left.meeting) == ("North", "A morning")


def test_where_everybody_erases_there_is_no_record() -> None:
    left = closed(led(), "all", dict.fromkeys(range(6), "nothing"), until=None, now=after(1))
    assert left is None


def test_what_is_of_the_group_is_decided_apart() -> None:
    assert "To learn" not in lines(stays("all", {GROUP: "nothing"}))
    assert lines(stays("nothing", {GROUP: "all"})) == ["To learn"]


def test_a_case_giver_takes_along_the_sheets_of_their_own_case_alone() -> None:
    session = led()
    theirs = for_case_giver(session, [*cases(session)][SECOND])
    assert lines(theirs) == ["Secret two", "Wait"]


def test_an_intention_that_may_not_stay_is_not_asked_after() -> None:
    session = led()
    line = next(entry for _, entry in session.entries() if entry.text == "Wait")
    assert line.ask
    left = wall.agree(session, line.id).entry(line.id)
    assert left is not None
    assert not left[1].ask


def test_who_wants_to_be_asked_agrees_that_it_is_kept() -> None:
    session = led()
    line = next(entry for _, entry in session.entries() if entry.text == "Not agreed")
    asked = wall.ask_after(session, line.id).entry(line.id)
    assert asked is not None
    assert (asked[1].agreed, asked[1].ask) == (True, True)
    assert texts(replace(session, sheets=()), "Actions") == []
