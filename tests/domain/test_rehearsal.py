from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain import course, flow, room, wall
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Choose, Module, Moment, Step
from intervisie_tui.domain.rehearsal import group_size, in_version
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.view import view
from tests.domain.samples import FIVE, NINE, SMALL, after, line, texts, under_way, where, written

FIRST = Step(title="Before all", minutes=Span(5, 5))


def changed(method: Method, title: str, /, **said: object) -> Method:
    """The method with something else said of the step of that title."""
    steps = (replace(s, **said) if s.title == title else s for s in method.steps)  # type: ignore[arg-type]
    return replace(method, steps=tuple(steps))


def without(method: Method, *titles: str) -> Method:
    return replace(method, steps=tuple(s for s in method.steps if s.title not in titles))


def at(session: Session) -> str:
    """The words of the moment where the group is."""
    return session.moment_of(session.stop).title


def test_the_same_method_changes_nothing() -> None:
    session = written("explore.read", "one", "two")
    session = flow.detour(course.start(session, NINE), "3.1", after(40))
    assert in_version(session, FIVE) == session


# The place


def test_a_step_put_before_does_not_move_the_group() -> None:
    session = in_version(under_way(SMALL, "2"), replace(SMALL, steps=(FIRST, *SMALL.steps)))
    assert (where(session), at(session)) == ("3", "Ask")
    assert session.plan[0].moment == "1"


def test_a_step_that_went_elsewhere_takes_the_group_along() -> None:
    session = in_version(under_way(SMALL, "2"), replace(SMALL, steps=SMALL.steps[::-1]))
    assert (where(session), at(session)) == ("3", "Ask")


def test_a_moment_with_another_name_is_known_by_its_address() -> None:
    session = in_version(under_way(SMALL, "2"), changed(SMALL, "Ask", title="Ask on"))
    assert (where(session), at(session)) == ("2", "Ask on")


def test_from_a_moment_that_is_gone_the_group_goes_to_the_nearest_of_its_step() -> None:
    moments = next(s.moments for s in FIVE.steps if s.id == "explore")
    fewer = changed(FIVE, "Exploring", moments=tuple(m for m in moments if m.id != "rank"))
    session = in_version(course.start(under_way(FIVE, "explore.rank"), NINE), fewer)
    assert where(session) == "explore.answer"
    assert session.since is None


def test_from_a_step_that_is_gone_the_group_goes_to_the_nearest_moment() -> None:
    session = in_version(under_way(SMALL, "4"), without(SMALL, "Talk", "Look back"))
    assert at(session) == "Ask"


@pytest.mark.parametrize("stage", ["welcome", "closing"])
def test_a_sheet_round_the_meeting_stays(stage: str) -> None:
    session = under_way(SMALL)
    session = replace(session, begun=None) if stage == "welcome" else course.finish(session, NINE)
    assert in_version(session, without(SMALL, "Talk")).stage == stage


# The clock


def test_the_clock_goes_on_against_the_time_that_is_planned_now() -> None:
    session = course.give(course.start(under_way(SMALL, "1"), NINE), 60, NINE)
    session = in_version(session, changed(SMALL, "Tell", minutes=Span(7, 7)))
    assert (session.spent(after(30)), session.left(after(30))) == (30, 8 * 60 - 30)


def test_what_was_done_before_is_still_done() -> None:
    session = course.next_stop(course.start(under_way(SMALL), NINE), after(90))
    session = in_version(session, replace(SMALL, steps=(FIRST, *SMALL.steps)))
    assert [(s.spent, s.done) for s in session.plan] == [(0, False), (90, True), (0, False)] + [
        (0, False)
    ] * 2


def test_whose_turn_it_is_stays() -> None:
    session = room.next_turn(under_way(SMALL, "2"), NINE)
    assert in_version(session, changed(SMALL, "Ask", say="Go on.")).stop.turns == session.stop.turns


def test_a_longer_method_makes_nobody_late() -> None:
    session = under_way(SMALL)
    longer = in_version(session, replace(SMALL, steps=(*SMALL.steps, FIRST)))
    assert session.due is not None
    assert longer.due == session.due + timedelta(minutes=5)


# What was put in on the way


def test_a_detour_goes_on_and_still_comes_back() -> None:
    session = flow.detour(under_way(SMALL, "3"), "1", NINE)
    session = in_version(session, changed(SMALL, "Tell", minutes=Span(9, 9), say="Once more."))
    assert (where(session), session.left(NINE)) == ("1", 540)
    assert where(course.next_stop(session, NINE)) == "3"


def test_what_is_done_once_more_stays_behind_what_it_repeats() -> None:
    session = flow.repeat(under_way(SMALL, "4"), NINE)
    session = in_version(session, without(SMALL, "Talk"))
    assert [s.moment for s in session.plan] == ["1", "2", "3", "3"]
    assert session.stop is session.plan[-1]


def test_a_detour_to_what_is_gone_goes_with_it() -> None:
    session = flow.detour(under_way(SMALL, "4"), "3", NINE)
    session = in_version(session, without(SMALL, "Talk"))
    assert [s.moment for s in session.plan] == ["1", "2", "3"]
    assert at(session) == "Look back"


TALK = Module(
    id="talk", title="Talk on", moments=(Moment(title="First"), Moment(title="Then")), any_time=True
)
DRAW = Module(id="draw", title="Draw", minutes=Span(5, 5))

FLOW = Method(
    format=1,
    title="Flow",
    language="en",
    steps=(
        Step(title="Tell", minutes=Span(2, 2)),
        Step(title="Pick", choose=Choose(from_=("draw", "talk")), times=Span(1, 3), id="pick"),
        Step(title="Consult", each="everyone", as_="case-giver", moments=(Moment(title="All"),)),
    ),
    modules=(DRAW, TALK),
)
"""A choice of modules, a step that may be repeated and one for each person."""


def row(session: Session) -> list[str]:
    return [stop.moment for stop in session.plan]


def test_until_somebody_chooses_the_first_that_is_offered_comes() -> None:
    assert row(under_way(FLOW)) == ["1", "pick", "draw", *["3.1"] * 5]
    session = in_version(under_way(SMALL, "1"), FLOW)
    assert row(session)[:3] == ["1", "pick", "draw"]
    assert session.plan[2].cause == session.plan[1].id


def test_what_was_chosen_stays_chosen_in_its_place() -> None:
    session = flow.choose(under_way(FLOW, "pick"), "talk")
    first = Step(title="New", minutes=Span(1, 1))
    pick = FLOW.steps[:2]
    changed_flow = replace(FLOW, steps=(first, *pick, replace(first, title="Too"), *FLOW.steps[2:]))
    session = in_version(session, changed_flow)
    assert row(session)[:6] == ["1", "2", "pick", "talk.1", "talk.2", "4"]
    assert flow.chosen_at(session, session.stop) == ("talk",)


def test_a_moment_that_a_chosen_module_gets_comes_along() -> None:
    session = flow.choose(under_way(FLOW, "pick"), "talk")
    session = course.next_stop(session, NINE)
    more = (Moment(title="Before"), *TALK.moments)
    session = in_version(session, replace(FLOW, modules=(DRAW, replace(TALK, moments=more))))
    assert row(session)[2:5] == ["talk.1", "talk.2", "talk.3"]
    assert at(session) == "First"


def test_a_chosen_module_that_is_gone_makes_room_for_the_first_again() -> None:
    session = flow.choose(under_way(FLOW, "pick"), "talk")
    pick = replace(FLOW.steps[1], choose=Choose(from_=("draw",)))
    steps = (FLOW.steps[0], pick, FLOW.steps[2])
    session = in_version(session, replace(FLOW, steps=steps, modules=(DRAW,)))
    assert row(session)[:3] == ["1", "pick", "draw"]


def test_a_choice_that_is_gone_takes_what_was_chosen_along() -> None:
    session = flow.choose(under_way(FLOW, "pick"), "talk")
    session = in_version(session, replace(FLOW, steps=(FLOW.steps[0], FLOW.steps[2])))
    assert row(session) == ["1", *["2.1"] * 5]


def test_a_module_that_came_in_between_goes_on_and_comes_back() -> None:
    session = flow.detour(under_way(FLOW, "3.1"), "talk", NINE)
    session = in_version(session, replace(FLOW, steps=FLOW.steps[::2]))
    assert row(session)[:4] == ["1", "talk.1", "talk.2", "2.1"]
    assert where(session) == "talk.1"


def test_everybody_keeps_the_pass_that_was_theirs() -> None:
    session = under_way(FLOW, "3.1")
    for _pass in range(2):
        session = course.next_stop(session, NINE)
    who = session.stop.lap
    session = in_version(session, replace(FLOW, steps=FLOW.steps[1:]))
    assert session.stop.lap is not None
    assert who is not None
    assert (session.stop.lap.people, session.stop.lap.step) == (who.people, "2")


VERBS: list[Callable[[Session], Session]] = [
    lambda s: course.next_stop(s, after(1)),
    lambda s: course.back(s, after(2)),
    lambda s: course.skip(s, after(3)),
    lambda s: course.start(s, after(4)),
    lambda s: flow.repeat(s, after(5)),
    lambda s: flow.another_pass(s, after(6)),
    lambda s: flow.choose(s, "talk"),
    lambda s: flow.choose(s, "draw"),
    lambda s: flow.detour(s, "talk", after(7)),
    lambda s: flow.detour(s, "1", after(8)),
]

VERSIONS = [FLOW, SMALL, replace(FLOW, steps=FLOW.steps[::-1]), replace(FLOW, steps=FLOW.steps[1:])]
VERSIONS += [changed(FLOW, "Pick", choose=None), changed(FLOW, "Consult", each=None, as_=None)]


@given(st.lists(st.sampled_from(VERBS), max_size=12), st.sampled_from(VERSIONS))
def test_wherever_the_group_is_it_can_go_on_in_any_version(
    verbs: list[Callable[[Session], Session]], version: Method
) -> None:
    session = under_way(FLOW)
    for verb in verbs:
        session = verb(session)
    session = in_version(session, version)
    ids = [stop.id for stop in session.plan]
    assert len(set(ids)) == len(ids)
    assert all(stop.moment in version.moments for stop in session.plan)
    assert {*row(session)} >= {stop.moment for stop in under_way(version).plan if not stop.cause}
    view(session, after(9))
    for verb in VERBS:
        view(verb(session), after(9))
    assert in_version(session, version) == session


# What was written


def test_lines_stay_on_a_chart_that_is_there() -> None:
    session = in_version(written("explore.read", "one", "two"), without(FIVE, "Advice"))
    assert texts(session, "Questions") == ["one", "two"]


def test_lines_come_back_with_their_chart() -> None:
    session = in_version(written("explore.read", "one"), without(FIVE, "Exploring"))
    assert texts(in_version(session, FIVE), "Questions") == ["one"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("good", "neutral", "not helpful"), "good"),
        (("not helpful", "helpful", "neutral"), "helpful"),
        (("yes", "no"), None),
    ],
)
def test_a_judgement_follows_its_label(labels: tuple[str, ...], expected: str | None) -> None:
    session = wall.judge(written("explore.rank", "one"), 1, "helpful")
    charts = {**FIVE.charts, "Questions": Chart(labels=labels)}
    assert line(in_version(session, replace(FIVE, charts=charts))).label == expected


def test_a_column_that_is_gone_lets_its_lines_go() -> None:
    session = wall.write(under_way(FIVE, "7.1"), "one", column="do")
    assert line(session).column == "do"
    assert line(in_version(session, replace(FIVE, charts={}))).column is None


# The group


@pytest.mark.parametrize(
    ("people", "expected"), [(Span(4, 8), 6), (Span(3, 3), 3), (Span(1, 1), 2), (Span(20, 30), 12)]
)
def test_a_group_is_as_large_as_suits_the_method(people: Span, expected: int) -> None:
    assert group_size(replace(SMALL, people=people)) == expected


def test_two_moments_that_say_the_same_stay_two() -> None:
    again = Moment(title="a"), Moment(title="b"), Moment(title="a")
    method = replace(SMALL, steps=(Step(title="S", moments=again),))
    session = in_version(under_way(method, "1.3"), replace(method, summary="Other."))
    assert where(session) == "1.3"
