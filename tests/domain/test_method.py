from dataclasses import replace
from typing import Any

import pytest

from intervisie_tui.domain.method import QUESTION, Chart
from intervisie_tui.domain.moment import Moment, Step, inherit
from intervisie_tui.domain.span import Span
from tests.domain.samples import FIVE, SMALL

CASE, PEERS, ALL, GUIDE = ("case-giver",), ("peers",), ("everyone",), ("facilitator",)


@pytest.mark.parametrize(
    ("low", "high", "middle", "said"),
    [(4, 4, 4, "4"), (4, 5, 4.5, "4-5"), (7.5, 7.5, 7.5, "7.5"), (45, 60, 52.5, "45-60")],
)
def test_a_range_plans_its_middle(low: float, high: float, middle: float, said: str) -> None:
    assert Span(low, high).middle == middle
    assert str(Span(low, high)) == said


def test_spans_add_up_at_both_ends() -> None:
    assert Span(4, 5) + Span(2, 2) == Span(6, 7)


# Addresses


def test_a_moment_is_known_by_number_or_by_name() -> None:
    assert list(FIVE.moments)[2:5] == ["2", "3.1", "3.2"]
    assert [a for a, step in FIVE.step_of.items() if step.id == "explore"] == [
        "explore.write",
        "explore.read",
        "explore.3",
        "explore.rank",
        "explore.answer",
    ]


def test_a_step_without_moments_is_one_moment() -> None:
    assert dict(SMALL.moments) == {str(i): step for i, step in enumerate(SMALL.steps, 1)}
    assert SMALL.moments["2"] is SMALL.step_of["2"]


def test_every_moment_has_the_step_it_stands_in() -> None:
    assert list(FIVE.step_of) == list(FIVE.moments)
    for address, step in FIVE.step_of.items():
        titles = [moment.title for moment in step.moments] or [step.title]
        assert FIVE.moments[address].title in titles


# What a step hands on


@pytest.mark.parametrize(
    ("key", "above", "own", "expected"),
    [
        ("say", "Tell us.", "", "Tell us."),
        ("say", "Tell us.", "Ask.", "Ask."),
        ("ask", ("What?",), (), ("What?",)),
        ("ask", ("What?",), ("How?",), ("How?",)),
        ("remember", ("Wait.",), (), ("Wait.",)),
        ("remember", ("Wait.",), ("Go.",), ("Go.",)),
        ("tips", ("Smile.",), (), ("Smile.",)),
        ("chart", "Questions", None, "Questions"),
        ("chart", "Questions", "Advice", "Advice"),
        ("do", "judge", None, "judge"),
        ("do", "judge", "show", "show"),
        ("only", ("helpful",), (), ("helpful",)),
        ("only", ("helpful",), ("neutral",), ("neutral",)),
        ("beside", "Core", None, "Core"),
        ("in_turn", True, None, True),
        ("in_turn", True, False, False),
        ("seconds_each", 60, None, 60),
        ("seconds_each", 60, 0.5, 0.5),
        ("lines_each", 2, None, 2),
        ("lines_each", 2, 1, 1),
        ("last", "case-giver", None, "case-giver"),
        ("when", "first-meeting", None, "first-meeting"),
        ("optional", True, None, True),
        ("optional", True, False, False),
        ("protected", True, None, True),
        ("protected", True, False, False),
        ("minutes", Span(4, 4), None, None),
        ("seconds", 30, None, None),
        ("id", "explore", None, None),
    ],
)
def test_what_a_step_says_holds_unless_the_moment_says_otherwise(
    key: str, above: object, own: object, expected: object
) -> None:
    step = replace(Step(title="S"), **{key: above})  # type: ignore[arg-type]
    moment = replace(Moment(title="M"), **{key: own})  # type: ignore[arg-type]
    assert getattr(inherit(step, moment), key) == expected
    assert inherit(step, moment).title == "M"


@pytest.mark.parametrize(
    ("above", "own", "expected"),
    [
        ({"silent": CASE}, {}, {"case-giver": ("silent",)}),
        ({"silent": CASE}, {"speaks": PEERS}, {"peers": ("speaks",), "case-giver": ("silent",)}),
        ({"silent": CASE}, {"speaks": CASE}, {"case-giver": ("speaks",)}),
        (
            {"asks": PEERS, "answers": CASE},
            {"silent": PEERS},
            {"peers": ("silent",), "case-giver": ("answers",)},
        ),
        ({"silent": PEERS}, {"speaks": ALL}, {"everyone": ("speaks",)}),
        ({"speaks": ALL}, {"silent": CASE}, {"peers": ("speaks",), "case-giver": ("silent",)}),
        ({"speaks": ALL}, {"asks": PEERS}, {"case-giver": ("speaks",), "peers": ("asks",)}),
        (
            {"speaks": ALL},
            {"asks": PEERS, "answers": CASE},
            {"peers": ("asks",), "case-giver": ("answers",)},
        ),
        ({"silent": ALL}, {"speaks": GUIDE}, {"everyone": ("silent",), "facilitator": ("speaks",)}),
        ({"speaks": GUIDE}, {"silent": ALL}, {"facilitator": ("speaks",), "everyone": ("silent",)}),
        (
            {"speaks": GUIDE + CASE},
            {"silent": GUIDE},
            {"case-giver": ("speaks",), "facilitator": ("silent",)},
        ),
        ({"asks": PEERS, "writes": PEERS}, {}, {"peers": ("asks", "writes")}),
    ],
)
def test_a_role_that_the_moment_names_loses_what_the_step_gave_it(
    above: dict[str, Any], own: dict[str, Any], expected: dict[str, Any]
) -> None:
    moment = inherit(replace(Step(title="S"), **above), replace(Moment(title="M"), **own))
    assert moment.rights() == expected


@pytest.mark.parametrize(
    ("above", "own", "expected"),
    [
        ({"away": CASE}, {}, {"case-giver": "away"}),
        ({"away": CASE}, {"back_turned": CASE}, {"case-giver": "back-turned"}),
        ({"outside": ALL}, {"away": CASE}, {"case-giver": "away", "peers": "outside"}),
        ({"away": CASE}, {"outside": ALL}, {"everyone": "outside"}),
        ({"away": CASE}, {"silent": CASE}, {"case-giver": "away"}),
    ],
)
def test_a_role_has_one_place(
    above: dict[str, Any], own: dict[str, Any], expected: dict[str, str]
) -> None:
    moment = inherit(replace(Step(title="S"), **above), replace(Moment(title="M"), **own))
    assert moment.places() == expected


# Lengths and turns


@pytest.mark.parametrize(
    ("moment", "people", "expected"),
    [
        ({"minutes": Span(4, 4)}, 5, 240),
        ({"minutes": Span(4, 5)}, 5, 270),
        ({"minutes": Span(7.5, 7.5)}, 5, 450),
        ({"seconds": 30}, 5, 30),
        ({"minutes": Span(1, 1), "seconds": 5}, 5, 60),
        ({}, 5, None),
        ({"seconds_each": 60}, 5, None),
        ({"seconds_each": 60, "in_turn": True, "speaks": ALL}, 5, 300),
        ({"seconds_each": 60, "in_turn": True, "speaks": PEERS}, 5, 240),
        ({"seconds_each": 60, "in_turn": True, "asks": PEERS, "answers": CASE}, 5, 240),
        ({"seconds_each": 60, "in_turn": True, "speaks": CASE}, 5, 60),
        ({"seconds_each": 60, "in_turn": True, "speaks": CASE + PEERS}, 5, 300),
        ({"seconds_each": 60, "in_turn": True, "speaks": ALL + PEERS}, 5, 300),
        ({"seconds_each": 60, "in_turn": True, "speaks": GUIDE}, 5, None),
        ({"seconds_each": 60, "in_turn": True, "speaks": PEERS}, 1, None),
        ({"seconds_each": 60, "in_turn": True, "speaks": ALL}, 0, None),
        ({"seconds_each": 60, "in_turn": True, "speaks": PEERS}, 0, None),
        ({"minutes": Span(8, 8), "seconds_each": 60, "in_turn": True, "speaks": ALL}, 5, 480),
    ],
)
def test_a_moment_plans_its_minutes_else_a_turn_for_everyone_who_takes_one(
    moment: dict[str, Any], people: int, expected: float | None
) -> None:
    assert replace(Moment(title="M"), **moment).length(people) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ({"speaks": PEERS}, ()),
        ({"speaks": PEERS, "in_turn": True}, PEERS),
        ({"asks": PEERS, "answers": CASE, "in_turn": True}, PEERS),
        ({"answers": PEERS, "silent": CASE, "in_turn": True}, PEERS),
        ({"writes": PEERS, "in_turn": True}, ()),
        ({"speaks": PEERS, "in_turn": False}, ()),
    ],
)
def test_turns_are_of_those_who_speak_else_ask_else_answer(
    moment: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert replace(Moment(title="M"), **moment).takers == expected


# Charts and steps


def test_a_chart_that_is_only_named_is_a_list() -> None:
    assert FIVE.chart("Core") == Chart(kind="list")
    assert FIVE.chart("Questions").card == "Question"


@pytest.mark.parametrize(
    ("charts", "name"),
    [
        ({}, QUESTION),
        ({"Questions": Chart()}, QUESTION),
        ({"Q": Chart(kind="statement")}, "Q"),
        ({"L": Chart(), "Q": Chart(kind="statement"), "R": Chart(kind="statement")}, "Q"),
    ],
)
def test_a_question_always_has_a_chart_to_stand_on(charts: dict[str, Chart], name: str) -> None:
    asked = replace(SMALL, charts=charts)
    assert asked.question_chart == name
    assert asked.chart(name).kind == "statement"


def test_the_group_counts_what_it_does_and_not_the_preparation() -> None:
    assert len(FIVE.steps) == 8
    done = {first: FIVE.done(first_meeting=first) for first in (True, False)}
    assert len({FIVE.step_of[address].title for address in done[True]}) == 7
    assert len({FIVE.step_of[address].title for address in done[False]}) == 6
    assert [moment.title for moment in FIVE.preparation()] == ["The case", "Does it fit?"]


def test_what_looks_back_at_last_time_is_not_done_at_a_first_meeting() -> None:
    since = Step(title="Since last time", when="later-meeting")
    method = replace(SMALL, steps=(since, Step(title="Always")))
    assert list(method.done(first_meeting=True)) == ["2"]
    assert list(method.done(first_meeting=False, online=True)) == ["1", "2"]


def test_a_group_online_does_what_is_for_online_and_a_group_in_a_room_what_is_for_there() -> None:
    method = replace(
        SMALL,
        steps=(
            Step(title="Always"),
            Step(title="Line", when="in-the-room"),
            Step(title="Scale", when="online", moments=(Moment(title="A"), Moment(title="B"))),
            Step(
                title="First",
                when="first-meeting",
                moments=(Moment(title="Walk", when="in-the-room"), Moment(title="Call")),
            ),
        ),
    )
    assert list(method.done(first_meeting=False)) == ["1", "2"]
    assert list(method.done(first_meeting=False, online=True)) == ["1", "3.1", "3.2"]
    assert list(method.done(first_meeting=True)) == ["1", "2", "4.1", "4.2"]
    assert list(method.done(first_meeting=True, online=True)) == ["1", "3.1", "3.2", "4.2"]
    assert method.has_editions
    assert not SMALL.has_editions
