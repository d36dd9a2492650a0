"""How long moments take, and what a method file could say of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pytest

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.took import Place, Proposal, Took, moments, took
from tests.domain.samples import prepared

ROUND: Final = Step(
    title="Read out", speaks=("peers",), in_turn=True, seconds_each=30, phase="work"
)


def method(*steps: Step) -> Method:
    return Method(format=1, title="Sample", language="en", steps=steps)


def step(minutes: float, title: str = "Tell", **more: bool) -> Step:
    return Step(title=title, minutes=Span(minutes, minutes), speaks=("case-giver",), **more)  # type: ignore[arg-type]


def led(said: Method, *minutes: float | None) -> Session:
    """A session in which each moment took so many minutes; `None`: it was left out."""
    session = prepared(said)
    spent = [0.0 if each is None else each * 60 for each in minutes]
    plan = tuple(
        replace(stop, spent=took, done=took > 0, skipped=took == 0)
        for stop, took in zip(session.plan, spent, strict=True)
    )
    return replace(session, plan=plan)


def written(said: Method) -> Mapping[Place, Moment]:
    return dict(moments("sample", said))


def place(moment: str, step: str | None = None) -> Place:
    return Place(method="sample", language="en", step=step or moment, moment=moment)


def proposed(file: Method, *sessions: Session) -> Proposal | None:
    """What is proposed for the first moment."""
    return took(sessions, written(file))[0].proposal


def test_what_was_planned_and_what_it_took_are_told_on_average() -> None:
    said = method(step(6), step(2, "Ask"))
    sessions = [led(said, 8, 2), led(said, 10, None), led(said, 9, 4)]
    assert took(sessions, {}) == (
        Took(place=place("Tell"), planned=360, spent=540, meetings=3),
        Took(place=place("Ask"), planned=120, spent=180, meetings=2),
    )


def test_a_moment_in_a_step_is_told_by_both() -> None:
    inner = Moment(title="Writing", minutes=Span(3, 3))
    said = method(Step(title="Explore", moments=(inner,)))
    assert [each.place for each in took([led(said, 3)], {})] == [place("Writing", "Explore")]


def test_only_what_was_planned_and_done_with_a_clock_counts() -> None:
    said = method(step(4), Step(title="Talk", speaks=("everyone",)), step(2, "Ask"))
    session = led(said, 4, 10, 2)
    last = replace(session.plan[-1], done=False)
    (only,) = took([replace(session, plan=(*session.plan[:-1], last))], {})
    assert only.place == place("Tell")
    assert took([prepared(said)], {}) == ()


def test_what_was_given_on_the_spot_is_not_planned() -> None:
    session = led(method(step(4)), 7)
    given = replace(session.plan[0], added=180.0)
    (told,) = took([replace(session, plan=(given,))], {})
    assert (told.planned, told.spent) == (240, 420)


def test_passes_in_one_meeting_are_one_meeting() -> None:
    said = method(step(4))
    session = led(said, 6)
    twice = replace(session, plan=(*session.plan, replace(session.plan[0], id=99, spent=600.0)))
    (told,) = took([twice], {})
    assert (told.spent, told.meetings) == (480, 1)


def test_a_moment_is_known_by_its_words_wherever_it_stands() -> None:
    before, after = method(step(4)), method(step(1, "Ask"), step(4))
    tell, ask = took([led(before, 4), led(after, 1, 6)], {})
    assert (tell.place, tell.spent, tell.meetings) == (place("Tell"), 300, 2)
    assert (ask.place, ask.meetings) == (place("Ask"), 1)


PROPOSALS: Final[dict[str, tuple[float, tuple[float, ...], Proposal | None]]] = {
    "longer": (6, (8, 9, 9, 10), Proposal("minutes", 9)),
    "shorter": (10, (6, 6, 6), Proposal("minutes", 6)),
    "too few meetings": (6, (9, 9), None),
    "a little longer": (20, (22, 23, 23), None),
    "less than a minute": (2, (2.5, 2.5, 2.5), None),
    "few minutes in halves": (2, (3.4, 3.5, 3.6), Proposal("minutes", 3.5)),
    "many minutes whole": (10, (14.4, 14.4, 14.4), Proposal("minutes", 14)),
    "hardly anything": (2, (0.1, 0.1, 0.1), Proposal("minutes", 0.5)),
}


@pytest.mark.parametrize(("planned", "spent", "expected"), PROPOSALS.values(), ids=PROPOSALS)
def test_a_file_could_say_what_it_takes_where_that_is_another_time(
    planned: float, spent: tuple[float, ...], expected: Proposal | None
) -> None:
    said = method(step(planned))
    assert proposed(said, *(led(said, each) for each in spent)) == expected


def test_of_a_round_the_time_of_a_turn_is_proposed() -> None:
    said = method(ROUND)
    sessions = [led(said, 4)] * 3  # four turns of 30 seconds are 2 minutes
    assert proposed(said, *sessions) == Proposal("seconds-each", 60)
    slower = method(replace(ROUND, seconds_each=60))
    assert proposed(slower, *sessions) is None


def test_of_a_moment_in_seconds_seconds_are_proposed() -> None:
    said = method(Step(title="Be still", seconds=90, silent=("everyone",)))
    assert proposed(said, *[led(said, 3)] * 3) == Proposal("seconds", 180)


def test_a_file_that_says_so_by_now_is_left_alone() -> None:
    before = method(step(6))
    sessions = [led(before, 9)] * 3
    assert proposed(method(step(9)), *sessions) is None
    assert proposed(method(step(12)), *sessions) is None
    assert proposed(method(step(4)), *sessions) == Proposal("minutes", 9)


def test_a_meeting_that_had_less_time_for_it_says_nothing_of_the_file() -> None:
    file, squeezed = method(step(12)), method(step(6))
    assert proposed(file, *[led(squeezed, 6)] * 3) is None
    assert proposed(file, *[led(squeezed, 9)] * 3) is None


def test_what_is_in_no_file_gets_no_proposal() -> None:
    said = method(step(6))
    sessions = [led(said, 9)] * 3
    assert proposed(method(step(6, "Renamed")), *sessions) is None
    assert proposed(method(Step(title="Tell", speaks=("everyone",))), *sessions) is None


def test_protected_time_is_never_proposed_to_be_less() -> None:
    said = method(step(6, protected=True))
    assert proposed(said, *[led(said, 2)] * 3) is None
    assert proposed(said, *[led(said, 9)] * 3) == Proposal("minutes", 9)
