"""What a stop says of the way, who holds which role, and what of it the charts know."""

from dataclasses import replace
from typing import Unpack

import pytest

from intervisie_tui.domain import course, flow, room, wall
from intervisie_tui.domain.closing import cases, for_case_giver
from intervisie_tui.domain.method import Chart
from intervisie_tui.domain.moment import Choose, Groups, Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import MANY, Span
from intervisie_tui.domain.view import view
from intervisie_tui.domain.ways import Team, Way, Ways, unfilled, ways
from tests.domain.samples import NINE, Known, after, stop_at, texts, under_way
from tests.flows import EVERY_WAY, method

SIX = ("An", "Bo", "Cem", "Dee", "Evi", "Fay")


def at(moment: str, **known: Unpack[Known]) -> Session:
    """The session of every way in *moment*, with six people and nobody's case."""
    known = {"names": SIX, "case_giver": None, **known}
    return under_way(EVERY_WAY, moment, **known)


def offered(session: Session) -> list[str]:
    return [way.part for way in ways(session).detours]


# What may be done


def test_an_ordinary_moment_says_nothing_of_the_way() -> None:
    plain = under_way(method(Step(title="S"), modules=()))
    assert ways(plain) == Ways(
        lap=None,
        another=False,
        small_groups=(),
        choose=None,
        choices=(),
        detours=(),
        given={},
        whose_case=False,
    )


def test_what_may_be_chosen_is_offered_with_what_is() -> None:
    session = flow.choose(at("begin"), "write")
    assert ways(session).choices == (
        Way(part="brainstorm", title="Brainstorm"),
        Way(part="draw", title="Draw"),
        Way(part="write", title="Write", chosen=True),
    )
    assert ways(at("look")).choices == ()


def test_before_anything_is_chosen_it_is_known_what_comes_without_a_choice() -> None:
    assert [(way.chosen, way.planned) for way in ways(at("begin")).choices] == [
        (False, True),
        (False, False),
        (False, False),
    ]


def test_detours_are_those_of_the_moment_and_those_of_any_time() -> None:
    assert offered(at("begin")) == ["look", "draw", "time-out"]
    assert offered(at("look")) == ["time-out"]
    assert offered(flow.detour(at("look"), "time-out", NINE)) == []


def test_what_nobody_does_here_is_not_offered() -> None:
    made = method(Step(title="S", detours=("a", "b")), modules=("a", "b"))
    online = replace(made.modules[0], when="online")
    session = under_way(replace(made, modules=(online, made.modules[1])))
    assert offered(session) == ["b"]
    assert offered(replace(session, online=True)) == ["a", "b"]


@pytest.mark.parametrize(
    ("moment", "another"),
    [("begin", False), ("try", False), ("guest.1", False), ("guest.2", True), ("look", False)],
)
def test_one_more_is_offered_where_it_can_be_done(moment: str, another: bool) -> None:
    session = at(moment)
    assert ways(session).another is another
    assert not ways(replace(session, begun=None)).another
    assert not ways(course.finish(session, NINE)).another


def test_one_more_is_said_exactly_where_its_key_does_something() -> None:
    session, said = at("begin"), set()
    for stop in session.plan:
        there = course.go_to(session, stop.id, NINE)
        said.add(ways(there).another)
        assert ways(there).another is (flow.again(there, NINE) is not there)
    assert said == {True, False}


def test_what_goes_on_as_long_as_the_group_likes_can_go_on_after_the_last_pass() -> None:
    session = under_way(method(Step(title="S", times=Span(2, MANY))))
    assert not ways(session).another
    assert ways(course.next_stop(session, NINE)).another


# With whom


def test_small_groups_are_named_with_who_has_which_role() -> None:
    assert ways(at("consult.tell")).small_groups == (
        Team(number=1, names=("An", "Bo"), roles=(("case-giver", "An"),)),
        Team(number=2, names=("Cem", "Dee"), roles=(("case-giver", "Cem"),)),
        Team(number=3, names=("Evi", "Fay"), roles=(("case-giver", "Evi"),)),
    )
    apart = ways(at("apart", case_giver=1)).small_groups
    assert [team.names for team in apart] == [("Bo", "Cem"), ("Dee", "Evi", "Fay")]
    assert [team.roles for team in apart] == [(("reporter", "Bo"),), (("reporter", "Dee"),)]


def test_who_is_not_here_sits_in_no_group() -> None:
    session = room.presence(room.presence(at("apart"), 3, "gone"), 4, "late")
    assert [team.names for team in ways(session).small_groups] == [("An", "Bo"), ("Evi", "Fay")]


def test_a_role_that_is_given_out_here_is_asked_for_until_somebody_has_it() -> None:
    session = at("begin")
    assert (ways(session).given, unfilled(session)) == ({"scribe": ()}, ("scribe",))
    given = room.hold(session, "scribe", 2)
    assert (ways(given).given, unfilled(given)) == ({"scribe": ("Bo",)}, ())
    assert room.hold(given, "scribe", None) == session
    assert room.hold(session, "scribe", 9) is session
    assert room.hold(given, "scribe", 2) is given


def test_another_member_of_a_group_may_report_back() -> None:
    session = room.hold(at("apart", case_giver=1), "reporter", 3)
    assert session.having("reporter", session.stop) == (3, 4)
    session = course.next_stop(session, NINE)
    assert session.stop.moment == "report"
    assert room.speakers(session, session.stop) == (3, 4)


def test_who_no_longer_reports_back_gives_up_the_turn() -> None:
    session = room.next_turn(at("report", case_giver=1), NINE)
    assert session.stop.turns is not None
    assert session.stop.turns.now == 2
    held = room.hold(session, "reporter", 3)
    assert held.stop.turns is not None
    assert (held.stop.turns.now, held.stop.turns.had) == (None, (2,))
    # One more at the table, and the groups are others.
    for changed in (room.join(session, "Gea"), room.unseat(session, 6)):
        turns = changed.stop.turns
        assert turns is not None
        assert turns.now in {None, *room.speakers(changed, changed.stop)}


def test_a_role_of_its_own_does_what_is_said_of_it_and_not_what_the_rest_does() -> None:
    session = at("apart", case_giver=1)
    assert session.holders(("peers",), session.stop) == (3, 5, 6)
    assert session.holders(("reporter",), session.stop) == (2, 4)
    assert [(floor.role, floor.names) for floor in view(session, NINE).floor] == [
        ("peers", ()),
        ("reporter", ("Bo", "Dee")),
        ("case-giver", ()),
    ]


# How long


@pytest.mark.parametrize(
    ("moment", "seconds"), [("consult.tell", 60), ("report", 90), ("write", 100), ("look", None)]
)
def test_turns_are_counted_by_who_takes_them_at_the_same_time(
    moment: str, seconds: float | None
) -> None:
    session = flow.choose(at("begin"), "write")
    assert next(s.planned for s in session.plan if s.moment == moment) == seconds


@pytest.mark.parametrize(
    ("groups", "takers", "seconds"),
    [
        (Groups(size=3), "everyone", 180),
        (Groups(size=3), "peers", 120),
        (Groups(size=3), "case-giver", 60),
        (Groups(size=3, of="peers"), "peers", 300),
        (Groups(count=2, of="peers"), "peers", 180),
        (Groups(size=4), "everyone", 360),
    ],
)
def test_small_groups_go_round_at_the_same_time(
    groups: Groups, takers: str, seconds: float
) -> None:
    moment = Moment(title="M", in_turn=True, seconds_each=60, speaks=(takers,), groups=groups)
    assert moment.length(6) == seconds


# On the charts


def test_each_pass_has_a_sheet_of_its_own_that_goes_with_its_case() -> None:
    step = Step(title="Each", id="each", each="everyone", as_="case-giver", chart="Q")
    session = under_way(method(step, Step(title="Last", chart="All")), names=SIX[:2])
    for text in ("first", "second", "all"):
        session = course.next_stop(wall.write(session, text), NINE)
    assert [(case.lap, case.people) for case in cases(session)] == [(1, (1,)), (2, (2,))]
    theirs = [texts(for_case_giver(session, case), "Q") for case in cases(session)]
    assert theirs == [["first"], ["second"]]
    assert [texts(for_case_giver(session, case), "All") for case in cases(session)] == [[], []]


@pytest.mark.parametrize(("fresh", "shown"), [(None, []), ("lap", []), ("never", ["one"])])
def test_a_sheet_is_hung_anew_for_each_pass_unless_it_never_is(
    fresh: str | None, shown: list[str]
) -> None:
    made = method(Step(title="Try", id="try", times=Span(2, 2), chart="Q"))
    session = under_way(replace(made, charts={"Q": Chart(fresh=fresh)}))  # type: ignore[arg-type]
    session = course.next_stop(wall.write(session, "one"), NINE)
    sheet = wall.here(session)
    assert sheet is not None
    assert [line.text for line in sheet.entries] == shown


def test_a_group_that_reports_has_its_own_sheet() -> None:
    session = at("consult.tell")
    for _ in range(3):
        session = room.next_turn(session, NINE)
        session = wall.write(session, f"of {len(session.sheets) + 1}")
    assert [(s.lap, s.group, [e.text for e in s.entries]) for s in session.sheets] == [
        (1, 1, ["of 1"]),
        (1, 2, ["of 2"]),
        (1, 3, ["of 3"]),
    ]


def test_a_person_writes_no_more_lines_than_the_chart_allows() -> None:
    session = at("try")
    for text in ("a", "b"):
        session = wall.write(session, text, by=1)
    assert wall.write(session, "c", by=1) is session
    assert wall.write(session, "", by=1) is session
    assert texts(wall.write(session, "c", by=2), "Tries") == ["a", "b", "c"]
    assert texts(wall.write(session, "c"), "Tries") == ["a", "b", "c"]
    # In the next pass there is a fresh sheet.
    more = flow.another_pass(session, NINE)
    assert wall.write(more, "d", by=1) is not more


def test_a_chart_that_is_withheld_has_no_lines_to_see_until_its_step_begins() -> None:
    session = wall.write(at("brainstorm.1"), "a secret")
    shown = view(session, NINE).paper
    assert shown is not None
    assert (shown.hidden, shown.lines) == (True, ())
    there = course.go_to(session, stop_at(session, "look"), NINE)
    # From there on it stays in sight, also for who goes back.
    back = course.go_to(course.next_stop(course.start(there, NINE), after(9)), session.at, NINE)
    for later in (there, back):
        opened = view(later, NINE).paper
        assert opened is not None
        assert [line.entry.text for line in opened.lines] == ["a secret"]


def test_a_sheet_of_one_pass_is_not_opened_by_another() -> None:
    choose = Choose(from_=("a",))
    step = Step(title="Try", id="try", times=Span(2, 2), chart="Q", choose=choose)
    made = replace(method(step), charts={"Q": Chart(hidden_until="a")})
    session = under_way(made)
    hidden = []
    for _ in session.plan:
        hidden.append(session.is_hidden("Q", session.stop))
        session = course.next_stop(session, NINE)
    assert hidden == [True, False, False, True, False, False]


def test_an_action_is_the_case_givers_and_of_several_that_of_who_says_it() -> None:
    groups = Groups(size=2)
    step = Step(
        title="Each", id="each", each="everyone", as_="case-giver", groups=groups, chart="To do"
    )
    made = replace(method(step), charts={"To do": Chart(kind="actions")})
    session = under_way(made, names=SIX[:4], case_giver=None)
    for by in (1, 2, 3, None):
        session = wall.write(session, "call", by=by)
    assert [entry.owner for _, entry in session.entries()] == [1, None, 3, None]
    alone = wall.write(under_way(made, names=SIX[:3], case_giver=None), "call")
    assert [entry.owner for _, entry in alone.entries()] == [1]


def test_a_module_has_no_number_and_the_steps_keep_theirs() -> None:
    session = flow.detour(at("look"), "time-out", NINE)
    seen = view(session, NINE)
    assert (seen.step, seen.steps, seen.step_title) == (0, 9, "Time-out")
    assert [row.step for row in seen.plan if row.title == "Looking"] == [8]
