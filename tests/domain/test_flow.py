"""Once more, a detour, a further pass, a choice: stops in the row, and none that began is lost."""

from dataclasses import replace

import pytest

from intervisie_tui.domain import course, flow
from intervisie_tui.domain.moment import Choose, Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import ONCE, Span
from tests.domain.samples import NINE, after, stop_at, under_way, where
from tests.flows import EVERY_WAY, method, row

FOUR = ("An", "Bo", "Cem", "Dee")


def choosing(pick: Span = ONCE) -> Session:
    """A session in its first step, where something is chosen of three modules; another follows."""
    step = Step(title="Choose", choose=Choose(from_=("a", "b", "c"), pick=pick))
    return under_way(method(step, Step(title="After")))


# Choosing


@pytest.mark.parametrize(
    ("pick", "pressed", "chosen", "besides"),
    [
        (ONCE, "", "", "a"),
        (ONCE, "b", "b", ""),
        (ONCE, "bc", "c", ""),
        (ONCE, "a", "a", ""),
        (ONCE, "aa", "a", ""),
        (ONCE, "ba", "a", ""),
        (Span(1, 2), "", "", "a"),
        (Span(1, 2), "c", "c", ""),
        (Span(1, 2), "cb", "cb", ""),
        (Span(1, 2), "cba", "ba", ""),
        (Span(1, 2), "cac", "a", ""),
        (Span(1, 2), "caca", "a", ""),
        (Span(2, 2), "", "", "ab"),
        (Span(2, 2), "a", "a", "b"),
        (Span(2, 2), "c", "c", "a"),
        (Span(2, 2), "cc", "", "ab"),
        (Span(2, 2), "cb", "cb", ""),
        (Span(2, 2), "cbc", "cb", ""),
        (Span(0, 1), "", "", ""),
        (Span(0, 1), "b", "b", ""),
        (Span(0, 1), "bb", "", ""),
        (Span(1, 3), "cb", "cb", ""),
    ],
)
def test_what_is_chosen_comes_next_and_nothing_is_until_somebody_does(
    pick: Span, pressed: str, chosen: str, besides: str
) -> None:
    session = choosing(pick)
    for module in pressed:
        session = flow.choose(session, module)
    planned = chosen + besides
    moments = [f"{part}.{number}" for part in planned for number in (1, 2)]
    assert row(session) == ["1", *moments, "2"]
    assert flow.chosen_at(session, session.stop) == tuple(chosen)
    assert flow.planned_at(session, session.stop) == tuple(planned)


def test_who_goes_on_without_choosing_comes_to_what_is_offered_first() -> None:
    session = course.next_stop(choosing(Span(1, 2)), NINE)
    assert where(session) == "a.1"
    back = course.back(course.start(session, NINE), after(30))
    assert flow.chosen_at(back, back.stop) == ("a",)


def test_a_choice_that_changes_nothing_gives_the_same_value_back() -> None:
    chosen = flow.choose(choosing(), "a")
    assert flow.choose(chosen, "a") is chosen


def test_what_was_begun_stays_whatever_is_chosen_then() -> None:
    session = choosing()
    there = course.go_to(session, stop_at(session, "a.1"), NINE)
    back = course.go_to(course.next_stop(there, after(30)), session.at, after(60))
    more = flow.choose(back, "b")
    assert row(more) == ["1", "a.1", "b.1", "b.2", "2"]
    assert flow.chosen_at(more, more.stop) == ("a", "b")


def test_a_module_that_is_half_done_is_done_when_another_is_added() -> None:
    session = choosing(Span(1, 2))
    there = course.go_to(session, stop_at(session, "a.1"), NINE)
    back = course.go_to(course.next_stop(there, after(30)), session.at, after(60))
    assert row(flow.choose(back, "b")) == ["1", "a.1", "a.2", "b.1", "b.2", "2"]


def test_a_stop_of_a_module_keeps_what_was_set_when_another_is_added() -> None:
    session = choosing(Span(1, 2))
    session = course.leave_out(session, stop_at(session, "a.2"))
    more = flow.choose(flow.choose(session, "a"), "b")
    assert [stop.moment for stop in more.plan if stop.skipped] == ["a.2"]


def test_a_detour_to_a_module_is_no_choice_of_it() -> None:
    session = flow.choose(choosing(), "a")
    away = flow.detour(session, "b", NINE)
    assert flow.chosen_at(away, session.stop) == ("a",)
    back = course.go_to(away, session.at, NINE)
    assert row(flow.choose(back, "c")) == ["b.1", "b.2", "1", "c.1", "c.2", "2"]


def test_what_nobody_does_here_cannot_be_chosen() -> None:
    made = method(Step(title="Choose", choose=Choose(from_=("a", "b"))), modules=("a", "b"))
    online = replace(made.modules[1], when="online")
    session = under_way(replace(made, modules=(made.modules[0], online)))
    assert flow.choose(session, "b") is session
    there = under_way(replace(made, modules=(made.modules[0], online)), online=True)
    assert flow.choose(there, "b") is not there


@pytest.mark.parametrize("module", ["d", "1", "After"])
def test_only_what_is_offered_can_be_chosen(module: str) -> None:
    session = choosing()
    assert flow.choose(session, module) is session


def test_nothing_is_chosen_before_or_after_the_meeting() -> None:
    session = choosing()
    before, closed = replace(session, begun=None), course.finish(session, NINE)
    assert flow.choose(before, "b") is before
    assert flow.choose(closed, "b") is closed


def test_once_more_of_a_choice_is_one_stop_where_can_be_chosen_again() -> None:
    session = flow.repeat(choosing(), NINE)
    assert row(session) == ["1", "1", "a.1", "a.2", "2"]
    assert row(flow.choose(session, "c")) == ["1", "1", "c.1", "c.2", "a.1", "a.2", "2"]


# Detours


def test_a_module_comes_back_to_where_it_was_called() -> None:
    session = under_way(EVERY_WAY, "consult.talk")
    away = flow.detour(session, "brainstorm", NINE)
    assert where(away) == "brainstorm.1"
    assert away.stop.lap == session.stop.lap
    back = course.next_stop(course.next_stop(away, NINE), NINE)
    assert (back.at, back.stop.done) == (session.at, False)


def test_a_detour_to_a_step_for_each_is_one_visit_to_it() -> None:
    session = under_way(EVERY_WAY, "look")
    away = flow.detour(session, "consult", NINE)
    assert len(away.plan) == len(session.plan) + 2
    assert away.stop.lap is None


def test_what_nobody_does_here_is_no_detour() -> None:
    inner = (Moment(title="one"), Moment(title="two"))
    step = Step(title="First", id="first", when="first-meeting", moments=inner)
    session = under_way(method(step, Step(title="After")))
    assert flow.detour(session, "first", NINE) is session
    assert flow.detour(session, "nowhere", NINE) is session


# Time that is left over


def spare(*more: Step) -> Session:
    """A session in a step of five minutes that gives on what it leaves."""
    return under_way(method(Step(title="First", minutes=Span(5, 5), spare="next"), *more))


def lengths(session: Session) -> list[float | None]:
    return [stop.length for stop in session.plan]


TALK = Step(title="Talk", minutes=Span(4, 4))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ((TALK, TALK), [60, 480, 240]),
        ((Step(title="Open"), TALK), [60, None, 480]),
        ((Step(title="Open"),), [300, None]),
        ((), [300]),
    ],
)
def test_what_a_moment_leaves_is_for_the_next_one_that_has_an_end(
    more: tuple[Step, ...], expected: list[float | None]
) -> None:
    session = course.start(spare(*more), NINE)
    assert lengths(course.next_stop(session, after(60))) == expected


def test_what_is_left_out_gets_no_time() -> None:
    session = course.leave_out(course.start(spare(TALK, TALK), NINE), 2)
    assert lengths(course.next_stop(session, after(60))) == [60, 240, 480]


@pytest.mark.parametrize("seconds", [300, 400])
def test_a_moment_without_time_left_gives_nothing(seconds: int) -> None:
    session = course.start(spare(TALK), NINE)
    assert lengths(course.next_stop(session, after(seconds))) == [300, 240]


def test_a_moment_that_nobody_started_gives_nothing() -> None:
    assert lengths(course.next_stop(spare(TALK), after(60))) == [300, 240]
    assert lengths(course.skip(course.start(spare(TALK), NINE), after(60))) == [300, 240]


def test_the_end_of_the_meeting_stays_where_time_is_given_on() -> None:
    session = course.start(spare(TALK), NINE)
    assert course.next_stop(session, after(60)).expected_end(after(60)) == session.expected_end(
        after(60)
    )
