from dataclasses import replace
from typing import Unpack

import pytest

from intervisie_tui.domain import course, room
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.person import Presence
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Round
from tests.domain.samples import FIVE, KARIN, NINE, SMALL, Known, after, prepared, under_way


def reading(**known: Unpack[Known]) -> Session:
    """The session in a round of the peers: seats 1 to 4, while Karin (5) listens."""
    return under_way(FIVE, "explore.read", **known)


def turns(session: Session) -> Round:
    return session.stop.turns or Round()


def waiting(session: Session) -> tuple[int, ...]:
    return room.waiting(session, session.stop)


def play(session: Session, moves: str) -> Session:
    """Make one move a letter: next, pass, back, or a digit: to that seat."""
    for move in moves:
        match move:
            case "n":
                session = room.next_turn(session, NINE)
            case "p":
                session = room.pass_turn(session, NINE)
            case "b":
                session = room.take_back(session, NINE)
            case _:
                session = room.turn_to(session, int(move), NINE)
    return session


# A round


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2", (1, 2, 3, 4, 5)),
        ("3.2", (1, 2, 3, 4, 5)),
        ("explore.read", (1, 2, 3, 4)),
        ("4.1", ()),
        ("4.2", ()),
        ("explore.write", ()),
        ("3.1", ()),
    ],
)
def test_who_takes_a_turn_is_who_speaks_where_it_is_done_in_turn(
    moment: str, expected: tuple[int, ...]
) -> None:
    session = under_way(FIVE, moment, first_meeting=True)
    assert room.speakers(session, session.stop) == expected
    assert waiting(session) == expected


@pytest.mark.parametrize(
    ("moves", "now", "had", "passed", "ahead"),
    [
        ("", None, (), (), (1, 2, 3, 4)),
        ("n", 1, (), (), (2, 3, 4)),
        ("nn", 2, (1,), (), (3, 4)),
        ("nnnn", 4, (1, 2, 3), (), ()),
        ("nnnnn", None, (1, 2, 3, 4), (), ()),
        ("nnnnnn", None, (1, 2, 3, 4), (), ()),
        # from another seat it goes round the table
        ("3", 3, (), (), (4, 1, 2)),
        ("3n", 4, (3,), (), (1, 2)),
        ("3nn", 1, (3, 4), (), (2,)),
        ("3nnn", 2, (3, 4, 1), (), ()),
        ("3nnnn", None, (3, 4, 1, 2), (), ()),
        # somebody speaks before their turn
        ("n3", 3, (1,), (), (4, 2)),
        ("n3nn", 2, (1, 3, 4), (), ()),
        # passing
        ("np", 2, (1,), (1,), (3, 4)),
        ("nnp", 3, (1, 2), (2,), (4,)),
        ("nnnnp", None, (1, 2, 3, 4), (4,), ()),
        ("p", None, (), (), (1, 2, 3, 4)),
        # who passed, or had it, can have it after all
        ("np1", 1, (2,), (), (3, 4)),
        ("nnn1", 1, (2, 3), (), (4,)),
        ("nnnnn2", 2, (1, 3, 4), (), ()),
        ("nnnnn2n", None, (1, 3, 4, 2), (), ()),
        # taking back
        ("b", None, (), (), (1, 2, 3, 4)),
        ("nb", 1, (), (), (2, 3, 4)),
        ("nnb", 1, (), (), (2, 3, 4)),
        ("nnnb", 2, (1,), (), (3, 4)),
        ("npb", 1, (), (), (2, 3, 4)),
        ("nnnnnb", 4, (1, 2, 3), (), ()),
        ("n3b", 1, (), (), (2, 3, 4)),
        # who takes no turn here, or nobody
        ("5", None, (), (), (1, 2, 3, 4)),
        ("9", None, (), (), (1, 2, 3, 4)),
        ("n1", 1, (), (), (2, 3, 4)),
    ],
)
def test_a_round_goes_by_the_seats_from_wherever_it_starts(
    moves: str,
    now: int | None,
    had: tuple[int, ...],
    passed: tuple[int, ...],
    ahead: tuple[int, ...],
) -> None:
    session = play(reading(), moves)
    assert (turns(session).now, turns(session).had, turns(session).passed) == (now, had, passed)
    assert waiting(session) == ahead


@pytest.mark.parametrize("moves", ["n", "p", "b", "1"])
@pytest.mark.parametrize("moment", ["4.1", "4.2", "explore.write"])
def test_where_it_is_not_done_in_turn_there_are_no_turns(moment: str, moves: str) -> None:
    session = under_way(FIVE, moment)
    assert play(session, moves) is session


@pytest.mark.parametrize("moves", ["n", "p", "b", "1"])
def test_around_the_meeting_there_are_no_turns(moves: str) -> None:
    welcome = prepared(FIVE, first_meeting=True)
    closing = course.finish(play(reading(), "nn"), NINE)
    assert play(welcome, moves) is welcome
    assert play(closing, moves) is closing


def test_a_round_belongs_to_its_stop_and_goes_on_there() -> None:
    session = play(reading(), "nn")
    there = course.next_stop(session, NINE)
    assert there.stop.turns is None
    assert turns(course.back(there, NINE)) == turns(session)


def test_a_turn_begins_at_what_the_clock_had_spent() -> None:
    session = course.start(reading(), NINE)
    session = room.next_turn(session, after(5))
    session = room.next_turn(session, after(35))
    assert turns(session).since == 35
    session = room.take_back(course.pause(session, after(40)), after(90))
    assert turns(session).since == 40


# Who is here


@pytest.mark.parametrize(
    ("moves", "person", "now", "ahead", "then"),
    [
        ("nn", 2, None, (3, 4), 3),
        ("3", 3, None, (4, 1, 2), 4),
        ("nn", 3, 2, (4,), 4),
        ("nn", 1, 2, (3, 4), 3),
        ("nn", 4, 2, (3,), 3),
        ("nnnn", 4, None, (), None),
        ("", 1, None, (2, 3, 4), 2),
        ("nn", KARIN, 2, (3, 4), 3),
    ],
)
def test_a_round_goes_on_without_who_is_not_here(
    moves: str,
    person: int,
    now: int | None,
    ahead: tuple[int, ...],
    then: int | None,
) -> None:
    absent: tuple[Presence, ...] = ("gone", "late")
    for there in absent:
        session = room.presence(play(reading(), moves), person, there)
        assert (turns(session).now, waiting(session)) == (now, ahead)
        assert turns(play(session, "n")).now == then


def test_who_left_in_their_turn_and_comes_back_can_have_it_back() -> None:
    session = room.presence(play(reading(), "nn"), 2, "gone")
    assert turns(play(session, "b")).now == 1
    session = room.presence(session, 2, "here")
    assert turns(play(session, "b")).now == 2


def test_a_turn_is_not_given_back_to_who_is_gone() -> None:
    session = room.presence(play(reading(), "nnn"), 2, "gone")
    assert turns(play(session, "b")).now == 1
    session = room.presence(play(reading(), "nn"), 1, "gone")
    assert play(session, "b") is session


def test_who_comes_late_gets_a_turn_when_the_round_is_back() -> None:
    session = room.presence(reading(), 1, "late")
    session = play(session, "nn")
    assert turns(session).now == 3
    session = room.presence(session, 1, "here")
    assert waiting(session) == (4, 1)


def test_who_comes_after_the_round_can_still_have_a_turn() -> None:
    session = play(room.presence(reading(), 2, "late"), "nnnn")
    assert turns(session).now is None
    session = room.presence(session, 2, "here")
    assert turns(play(session, "n")).now == 2


def test_who_joins_gets_the_next_seat_and_a_turn() -> None:
    session = room.join(play(reading(), "nn"), " Eli\x07 ")
    assert (session.people[-1].id, session.people[-1].name) == (6, "Eli")
    assert waiting(session) == (3, 4, 6)
    assert session.holders(("peers",), session.stop) == (1, 2, 3, 4, 6)


def test_who_joins_an_empty_table_gets_the_first_seat() -> None:
    session = room.join(under_way(SMALL, names=(), case_giver=None), "")
    assert [person.id for person in session.people] == [1]


def test_there_are_so_many_seats_and_no_more() -> None:
    session = reading()
    for _ in range(room.SEATS):
        session = room.join(session, "Eli")
    assert len(session.people) == room.SEATS
    assert room.join(session, "Eli") is session


@pytest.mark.parametrize(
    ("giver", "moves", "ahead"),
    [
        (2, "", (1, 3, 4, 5, 2)),
        (2, "4", (5, 1, 3, 2)),
        (2, "4nn", (3, 2)),
        (2, "1n2", (4, 5)),
        (2, "3n2", (5, 1)),
        (1, "5", (2, 3, 4, 1)),
        (5, "3", (4, 1, 2, 5)),
        (None, "4", (5, 1, 2, 3)),
    ],
)
def test_the_case_giver_ends_the_round_wherever_it_begins(
    giver: int | None, moves: str, ahead: tuple[int, ...]
) -> None:
    ending = Step(title="Share", speaks=("everyone",), in_turn=True, last="case-giver")
    session = under_way(replace(SMALL, steps=(ending,)), case_giver=giver)
    assert waiting(play(session, moves)) == ahead


# Whose case it is


def test_the_case_giver_can_be_named_later_and_another_instead() -> None:
    session = reading(case_giver=None)
    assert waiting(session) == (1, 2, 3, 4, 5)
    session = room.name_case_giver(session, 2)
    assert (session.case_giver(session.stop), waiting(session)) == (2, (1, 3, 4, 5))
    session = room.name_case_giver(session, 4)
    assert (session.case_giver(session.stop), waiting(session)) == (4, (1, 2, 3, 5))
    session = room.name_case_giver(session, None)
    assert (session.case_giver(session.stop), waiting(session)) == (None, (1, 2, 3, 4, 5))


def test_who_turns_out_to_be_the_case_giver_gives_up_the_turn() -> None:
    session = room.name_case_giver(play(reading(case_giver=None), "nn"), 2)
    assert (turns(session).now, waiting(session)) == (None, (3, 4, 5))
    assert turns(play(session, "n")).now == 3


def test_who_is_no_longer_the_case_giver_gets_a_turn() -> None:
    session = room.name_case_giver(play(reading(), "nnn"), 1)
    assert waiting(session) == (4, 5)


def test_the_turn_stays_with_who_has_it_when_another_is_named() -> None:
    session = room.name_case_giver(play(reading(case_giver=None), "nn"), 4)
    assert (turns(session).now, waiting(session)) == (2, (3, 5))


def test_nobody_has_a_turn_left_behind_in_another_moment() -> None:
    session = course.next_stop(play(reading(), "nn"), NINE)
    session = course.back(room.presence(session, 2, "gone"), NINE)
    assert (turns(session).now, turns(session).had) == (None, (1, 2))
