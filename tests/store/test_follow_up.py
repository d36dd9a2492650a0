"""What is asked after in the next meeting, walked for in the records of a group."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import tomli
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_tui.domain import wall
from intervisie_tui.domain.closing import closed, lasting
from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.follow_up import to_ask
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.session import Session
from intervisie_tui.store import follow_up as module
from intervisie_tui.store.follow_up import asked, everywhere, intended_in
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import private_folder
from intervisie_tui.store.pieces import Pieces
from intervisie_tui.store.records import RecordProblem
from tests.domain.meetings import meeting
from tests.domain.samples import NINE
from tests.store.mutations import values_changed
from tests.strategies import sessions

NORTH, SOUTH = "k3m9xq", "p8d2ws"
WEEK = timedelta(weeks=1)


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    private_folder(home.records)
    return home


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the records that were read beyond their heads."""
    names: list[str] = []

    def noted(path: Path) -> tuple[Intention, ...]:
        names.append(path.stem)
        return intended_in(path)

    monkeypatch.setattr(module, "intended_in", noted)
    return names


def at(week: int, session: Session, prepared: int | None = None) -> Session:
    """The session in that week, prepared in it or in another."""
    begun = NINE + week * WEEK
    made = begun if prepared is None else NINE + prepared * WEEK
    return replace(session, made=made, begun=begun, ended=begun + timedelta(hours=3))


def held(
    week: int,
    *said: str,
    before: tuple[Intention, ...] = (),
    group: str = NORTH,
    prepared: int | None = None,
    keep: Choice = "all",
) -> Session:
    """A meeting that came back to what was intended *before*, where *said* is intended anew."""
    session = at(week, meeting(group_id=group, asked=before), prepared)
    block = next(n for n, each in enumerate(session.blocks) if each.method == "short")
    stop = next(s for s in session.plan if (s.block, s.moment) == (block, "7"))
    for text in said:
        session = wall.write_on(session, "Actions", text, by=1, stop=stop)
        session = wall.set_owner(session, session.last_id, 1)
        session = wall.ask_after(session, session.last_id)
    stays = closed(session, keep, until=None, now=session.ended or NINE)
    assert stays is not None
    return stays


def judged(session: Session, **labels: str) -> Session:
    """The session in which what begins with these words was answered so."""
    for _sheet, line in session.entries():
        label = labels.get(line.text.split()[0].lower())
        session = wall.judge(session, line.id, label) if label else session
    return session


def put(home: Home, name: str, session: Session) -> Path:
    path = home.records / f"{name}.toml"
    path.write_bytes(Pieces().record(session))
    return path


def texts(home: Home, group: str = NORTH) -> list[str]:
    return [each.text for each in asked(home, group)]


def test_what_was_intended_is_asked_after_with_who_and_since_when(mine: Home) -> None:
    put(mine, "1", held(0, "Call her"))
    (found,) = asked(mine, NORTH)
    expected = Intention(text="Call her", member=1, name="An", since=NINE.date())
    assert found == expected


def test_without_records_nothing_is_asked(mine: Home) -> None:
    assert asked(mine, NORTH) == ()
    assert everywhere(mine).of == {}


def test_what_was_intended_in_several_meetings_is_asked_from_the_oldest_on(mine: Home) -> None:
    put(mine, "1", held(0, "First"))
    put(mine, "2", held(1))
    put(mine, "3", held(2, "Second", "Third"))
    assert texts(mine) == ["First", "Second", "Third"]


def test_a_meeting_that_came_back_to_it_carried_all_before_it_on(mine: Home) -> None:
    before = held(0, "Call her", "Wait", "Write")
    put(mine, "1", before)
    again = judged(held(1, "New", before=to_ask(before)), call="done", wait="on the way")
    put(mine, "2", again)
    assert texts(mine) == ["Wait", "Write", "New"]
    assert [each.state for each in asked(mine, NORTH)] == ["on-the-way", "new", "new"]


def test_where_all_was_done_or_let_go_nothing_is_asked(mine: Home) -> None:
    before = held(0, "Call her", "Wait")
    put(mine, "1", before)
    put(mine, "2", judged(held(1, before=to_ask(before)), call="done", wait="let go"))
    assert texts(mine) == []


def test_who_was_not_there_is_still_asked(mine: Home) -> None:
    away = Intention(text="Mine", member=9, name="Zoe", since=NINE.date())
    before = held(0, "Call her")
    put(mine, "1", before)
    put(mine, "2", judged(held(1, before=(*to_ask(before), away)), call="done"))
    assert asked(mine, NORTH) == (away,)


def test_what_waits_in_two_records_is_asked_once(mine: Home) -> None:
    away = Intention(text="Mine", member=9, name="Zoe", since=NINE.date())
    put(mine, "1", held(0, "First", before=(away,)))
    put(mine, "2", held(1, "Second", before=(away,)))
    assert texts(mine) == ["Mine", "First", "Second"]


def test_what_was_prepared_long_before_did_not_carry_on_what_came_since(mine: Home) -> None:
    before = held(0, "First")
    put(mine, "1", before)
    put(mine, "2", held(2, "Second"))
    put(mine, "3", judged(held(3, before=to_ask(before), prepared=1), first="done"))
    assert texts(mine) == ["Second"]


def test_only_what_was_kept_counts(mine: Home) -> None:
    put(mine, "1", held(0, "Kept"))
    put(mine, "2", replace(held(1, "A draft"), closing=None))
    put(mine, "3", replace(held(2, "Prepared"), closing=None, begun=None, ended=None))
    put(mine, "4", held(3, "Handed over", keep="hand-over"))
    assert texts(mine) == ["Kept", "Handed over"]


def test_each_group_is_asked_its_own(mine: Home) -> None:
    put(mine, "1", held(0, "North"))
    put(mine, "2", held(1, "South", group=SOUTH))
    put(mine, "3", held(2, "Nobody's", group=""))
    put(mine, "4", held(3, group="empty"))
    found = everywhere(mine)
    assert {id_: [each.text for each in of] for id_, of in found.of.items()} == {
        SOUTH: ["South"],
        NORTH: ["North"],
    }
    assert found.names == {SOUTH: "North", NORTH: "North"}
    assert list(everywhere(mine, SOUTH).of) == [SOUTH]


def test_only_records_with_something_to_ask_are_read_on(mine: Home, loaded: list[str]) -> None:
    put(mine, "1", held(0, "Too long ago"))
    put(mine, "2", held(1, before=to_ask(held(0, "Too long ago"))))
    put(mine, "3", held(2))
    put(mine, "4", held(3, "New"))
    asked(mine, NORTH)
    assert loaded == ["4", "2"]


def test_what_cannot_be_read_is_said_and_the_rest_is_asked(mine: Home) -> None:
    put(mine, "1", held(0, "Kept"))
    damaged = put(mine, "2", held(1, "Lost"))
    damaged.write_text(damaged.read_text("utf-8").replace("[[plan]]", "[[plan]]\nid = 1", 1))
    torn = mine.records / "3.toml"
    torn.write_text("torn", "utf-8")
    put(mine, "4", held(2, "New"))
    found = everywhere(mine)
    assert [each.text for each in found.of[NORTH]] == ["Kept", "New"]
    assert [problem.split(":")[0] for problem in found.problems] == [str(torn), str(damaged)]


def test_a_broken_meeting_carries_nothing_on(mine: Home) -> None:
    before = held(0, "Call her")
    put(mine, "1", before)
    path = put(mine, "2", held(1, before=to_ask(before)))
    path.write_text(path.read_text("utf-8").replace("[[plan]]", "[[plan]]\nid = 1", 1))
    assert texts(mine) == ["Call her"]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(session=sessions())
def test_a_record_asks_what_its_session_asks(mine: Home, session: Session) -> None:
    assert intended_in(put(mine, "1", session)) == to_ask(lasting(session))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_of_a_damaged_record_it_says_what_is_wrong_or_asks(mine: Home, data: st.DataObject) -> None:
    path = put(mine, "1", held(0, "Call her"))
    document = tomli.loads(path.read_text("utf-8"))
    path.write_text(tomli_w.dumps(data.draw(values_changed(document))), "utf-8")
    with suppress(RecordProblem):
        assert all(isinstance(each, Intention) for each in intended_in(path))


def test_a_sheet_of_a_block_that_is_not_there_is_refused(mine: Home) -> None:
    path = put(mine, "1", held(0, "Call her"))
    text = path.read_text("utf-8")
    path.write_text(text.replace('chart = "Actions"\nblock = 1', 'chart = "Actions"\nblock = 99'))
    with pytest.raises(RecordProblem, match="there is no such block here"):
        intended_in(path)
