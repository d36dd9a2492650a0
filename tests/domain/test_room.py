from collections.abc import Callable
from typing import Unpack

import pytest

from intervisie_tui.domain import room, wall
from intervisie_tui.domain.person import Presence
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Round
from tests.domain.samples import FIVE, KARIN, NINE, Known, prepared, under_way
from tests.flows import EVERY_WAY


def reading(**known: Unpack[Known]) -> Session:
    """The session in a round of the peers: seats 1 to 4, while Karin (5) listens."""
    return under_way(FIVE, "explore.read", **known)


@pytest.mark.parametrize(("said", "kept"), [("Ann", "Ann"), ("", ""), ("\x1b[1mA\n n", "[1mA n")])
def test_somebody_can_be_called_otherwise(said: str, kept: str) -> None:
    person = room.rename(room.presence(reading(), 1, "late"), 1, said).person(1)
    assert person is not None
    assert (person.name, person.presence) == (kept, "late")


def test_a_seat_that_was_not_needed_goes_with_its_turns_and_roles() -> None:
    session = room.name_case_giver(room.join(reading(), "Evi"), 6)
    session = room.pass_turn(room.turn_to(session, KARIN, NINE), NINE)
    gone = room.unseat(room.unseat(room.turn_to(session, 1, NINE), 6), KARIN)
    assert [person.id for person in gone.people] == [1, 2, 3, 4]
    assert gone.case_giver(gone.stop) is None
    assert gone.stop.turns is not None
    assert (gone.stop.turns.now, gone.stop.turns.had, gone.stop.turns.passed) == (1, (), ())


def test_whose_turn_it_was_leaves_the_round_to_the_others() -> None:
    session = room.unseat(room.turn_to(room.join(reading(), ""), 6, NINE), 6)
    assert session.stop.turns == Round()
    assert room.waiting(session, session.stop) == (1, 2, 3, 4)


def test_a_seat_whose_words_hang_somewhere_stays() -> None:
    session = wall.write(room.join(reading(), "Evi"), "What holds you?", by=6)
    assert 6 not in room.spare(session)
    assert room.unseat(session, 6) is session
    (line,) = [entry.id for _, entry in session.entries() if entry.by == 6]
    assert 6 not in room.spare(wall.set_owner(wall.edit(session, line, "How?"), line, 6))
    assert 6 in room.spare(wall.wipe(session, line))


def test_names_behind_the_lines_are_off_until_they_are_asked_for() -> None:
    session = prepared()
    assert not session.names_shown
    assert room.show_names(session).names_shown
    assert room.show_names(room.show_names(session)) == session


def test_a_note_is_kept_with_its_stop_and_may_have_several_lines() -> None:
    session = room.note(reading(), "  Cem is quiet.\r\nAsk\x1b him.\n ")
    (note,) = session.notes
    assert (note.text, note.stop) == ("Cem is quiet.\nAsk him.", session.at)
    assert room.drop_note(session, note.id).notes == ()


def test_a_number_is_not_given_to_two_notes() -> None:
    session = room.note(room.note(reading(), "a"), "b")
    session = room.note(room.drop_note(session, 2), "c")
    assert [note.id for note in session.notes] == [1, 3]


@pytest.mark.parametrize("there", ["late", "gone"])
def test_who_is_not_here_gets_no_role_and_may_bring_the_case(there: Presence) -> None:
    session = room.presence(under_way(EVERY_WAY, "begin"), 2, there)
    assert room.hold(session, "scribe", 2) is session
    assert room.next_role(session, 2) is session
    assert room.name_case_giver(session, 2).case_giver(session.stop) == 2
    here = room.presence(session, 2, "here")
    assert room.hold(here, "scribe", 2).having("scribe", here.stop) == (2,)


def test_who_had_a_role_and_left_can_be_relieved_of_it() -> None:
    session = room.presence(room.hold(under_way(EVERY_WAY, "begin"), "scribe", 2), 2, "gone")
    assert room.next_role(session, 2).having("scribe", session.stop) == ()


SESSION = reading()


@pytest.mark.parametrize(
    "verb",
    [
        lambda s: room.presence(s, 1, "here"),
        lambda s: room.presence(s, 9, "gone"),
        lambda s: room.rename(s, 1, " An "),
        lambda s: room.rename(s, 9, "Eli"),
        lambda s: room.unseat(s, 9),
        lambda s: room.name_case_giver(s, KARIN),
        lambda s: room.name_case_giver(s, 9),
        lambda s: room.name_case_giver(s, 0),
        lambda s: room.note(s, " \x1b\n"),
        lambda s: room.drop_note(s, 9),
        lambda s: room.turn_to(s, KARIN, NINE),
        lambda s: room.pass_turn(s, NINE),
        lambda s: room.take_back(s, NINE),
    ],
)
def test_a_verb_that_can_do_nothing_gives_the_same_value_back(
    verb: Callable[[Session], Session],
) -> None:
    assert verb(SESSION) is SESSION
