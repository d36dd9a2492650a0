from dataclasses import replace
from datetime import date

import pytest

from intervisie_tui.domain import course, follow_up, wall
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.person import seated
from intervisie_tui.domain.session import Session
from tests.domain.meetings import meeting
from tests.domain.samples import NINE, texts

CALL = Intention(text="Call her", when="Friday", member=2, name="Bo", since=date(2025, 12, 1))
WAIT = Intention(text="Wait a day", member=4, name="Dee")
AWAY = Intention(text="Write it down", member=9, name="Zoë")


def asked(*intentions: Intention) -> Session:
    """A meeting under way, that opens with these."""
    return course.begin(meeting(asked=intentions, group_id="k3m9xq"), NINE)


def answered(label: str, note: str = "") -> Session:
    session = asked(CALL)
    (line,) = (entry for _, entry in session.entries())
    session = wall.judge(session, line.id, label)
    return wall.note_answer(session, line.id, note) if note else session


def test_what_was_intended_hangs_in_the_owners_words() -> None:
    ((_, line),) = asked(CALL).entries()
    assert (line.text, line.when, line.owner, line.since) == ("Call her", "Friday", 2, CALL.since)


def test_nobody_is_asked_after_what_somebody_who_is_not_there_intended() -> None:
    session = asked(CALL, AWAY)
    assert texts(session, "Intended") == ["Call her"]
    assert session.put_off == (AWAY,)
    assert AWAY in follow_up.to_ask(session)


def test_where_none_of_them_is_there_it_is_not_asked_at_all() -> None:
    session = asked(AWAY)
    assert "since" not in {block.method for block in session.blocks}
    assert follow_up.to_ask(session) == (AWAY,)


def test_who_has_another_name_by_now_is_the_same_member() -> None:
    session = asked(replace(CALL, name="Roberta"))
    assert texts(session, "Intended") == ["Call her"]


def test_of_two_with_one_name_only_the_member_is_asked() -> None:
    session = asked(Intention(text="Mine", member=8, name="An"))
    assert session.put_off
    assert texts(session, "Intended") == []


def test_a_guest_is_known_by_their_name() -> None:
    assert texts(asked(Intention(text="Mine", name="karin")), "Intended") == ["Mine"]


@pytest.mark.parametrize("label", ["done", "let go"])
def test_what_is_done_or_let_go_is_not_asked_after_again(label: str) -> None:
    assert follow_up.to_ask(answered(label)) == ()


def test_what_is_on_the_way_is_asked_after_again() -> None:
    assert follow_up.to_ask(answered("on the way")) == (replace(CALL, state="on-the-way"),)


def test_what_changed_is_asked_after_in_its_new_words() -> None:
    (again,) = follow_up.to_ask(answered("changed", "Write to her"))
    assert (again.text, again.state, again.since) == ("Write to her", "changed", CALL.since)
    assert follow_up.to_ask(answered("changed"))[0].text == "Call her"


def test_what_nobody_came_round_to_is_asked_after_next_time() -> None:
    assert follow_up.to_ask(asked(CALL, WAIT)) == (CALL, replace(WAIT, since=NINE.date()))


def test_who_no_longer_wants_to_be_asked_is_not() -> None:
    session = asked(CALL)
    ((_, line),) = session.entries()
    assert follow_up.to_ask(wall.ask_after(session, line.id)) == ()
    assert follow_up.to_ask(wall.agree(session, line.id)) == ()


def test_a_new_intention_is_asked_after_if_its_owner_wants_that() -> None:
    session = asked()
    stop = next(s.id for s in session.plan if (s.block, s.moment) == (1, "7"))
    session = wall.write(course.go_to(session, stop, NINE), "Say no once")
    assert follow_up.to_ask(session) == ()
    session = wall.agree(session, session.last_id)
    assert follow_up.to_ask(session) == ()
    session = wall.ask_after(session, session.last_id)
    (asked_next,) = follow_up.to_ask(session)
    assert (asked_next.text, asked_next.member) == ("Say no once", 1)


def test_other_words_are_asked_after_only_after_another_yes() -> None:
    session = asked(CALL)
    ((_, line),) = session.entries()
    assert follow_up.to_ask(wall.edit(session, line.id, "Call him")) == ()


def test_people_without_a_name_are_nobodys_guest() -> None:
    assert not follow_up.is_anybody_there([seated(1, "")], [Intention(text="Mine")])
