"""Which methods fit what is there, in which order, and why."""

from dataclasses import dataclass
from itertools import product
from typing import Final, get_args

import pytest

from intervisie_tui.domain.choosing import (
    About,
    Asked,
    Done,
    Known,
    Reason,
    Weight,
    Wishes,
    advise,
    usual,
)
from intervisie_tui.domain.method import Fit, Group, Kind, Question
from intervisie_tui.domain.span import Span

HOUR: Final = Span(45, 60)
GROUP: Final = Span(4, 8)


@dataclass(frozen=True)
class Head:
    title: str
    fit: Fit
    minutes: Span | None
    kind: Kind = "case"
    people: Span = GROUP


def head(
    question: Question = "any",
    group: Group = "any",
    minutes: Span | None = HOUR,
    kind: Kind = "case",
) -> Head:
    return Head(f"{question} {group}", Fit(question=question, group=group), minutes, kind)


EVERY: Final = {(q, g): head(q, g) for q in get_args(Question) for g in get_args(Group)}


def weight(method: Head, about: About, wishes: Wishes) -> Weight:
    return advise({0: method}, wishes)[0].weight(about)


@pytest.mark.parametrize(
    ("serves", "asked", "expected"),
    [
        ("fundamental", "fundamental", "made-for"),
        ("concrete", "concrete", "made-for"),
        ("concrete", "fundamental", "suits"),
        ("any", "incident", "suits"),
        ("own-share", "incident", "against"),
        ("fundamental", "concrete", "against"),
        ("fundamental", None, "open"),
        ("any", None, "open"),
    ],
)
def test_a_question_asks_for_a_method_that_serves_it(
    serves: Question, asked: Asked | None, expected: Weight
) -> None:
    assert weight(head(serves), "question", Wishes(question=asked)) == expected


@pytest.mark.parametrize(
    ("suits", "known", "expected"),
    [
        ("acquainted", "acquainted", "made-for"),
        ("acquainted", "new", "against"),
        ("acquainted", None, "open"),
        ("any", "acquainted", "suits"),
        ("any", "new", "suits"),
        ("any", None, "suits"),
        ("new", "new", "suits"),
        ("new", "acquainted", "barely"),
        ("new", None, "open"),
    ],
)
def test_what_asks_for_trust_waits_until_a_group_knows_each_other(
    suits: Group, known: Known | None, expected: Weight
) -> None:
    assert weight(head(group=suits), "group", Wishes(group=known)) == expected


@pytest.mark.parametrize(
    ("there", "expected"), [(44, "against"), (45, "barely"), (52, "barely"), (53, "suits")]
)
def test_time_is_enough_from_the_middle_of_the_range_on_and_tight_below(
    there: int, expected: Weight
) -> None:
    assert weight(head(), "minutes", Wishes(minutes=there)) == expected


def test_of_a_method_that_does_not_say_how_long_it_takes_nothing_is_said() -> None:
    advice = advise({0: head(minutes=None)}, Wishes(minutes=1))[0]
    assert advice.fits
    assert [reason.about for reason in advice.reasons] == ["question"]


@pytest.mark.parametrize(
    ("there", "expected"), [(3, "against"), (4, "suits"), (8, "suits"), (9, "against")]
)
def test_a_group_is_neither_too_small_nor_too_large(there: int, expected: Weight) -> None:
    assert weight(head(), "people", Wishes(people=there)) == expected


def test_every_reason_is_given_and_the_weightiest_first() -> None:
    wishes = Wishes(minutes=90, people=2, question="own-share", group="new")
    advice = advise({0: head("own-share", "acquainted")}, wishes)[0]
    assert not advice.fits
    assert advice.reasons == (
        Reason("question", "made-for"),
        Reason("group", "against"),
        Reason("minutes", "suits"),
        Reason("people", "against"),
    )


@pytest.mark.parametrize("question", [None, *get_args(Asked)])
@pytest.mark.parametrize("group", [None, *get_args(Known)])
def test_what_does_not_fit_comes_last_and_is_still_there(
    question: Asked | None, group: Known | None
) -> None:
    advices = advise(EVERY, Wishes(question=question, group=group))
    fits = [advice.fits for advice in advices.values()]
    assert set(advices) == set(EVERY)
    assert fits == sorted(fits, reverse=True)


@pytest.mark.parametrize(("question", "group"), [*product(get_args(Asked), get_args(Known))])
def test_what_was_made_for_a_question_comes_before_what_serves_many(
    question: Asked, group: Known
) -> None:
    advices = advise(EVERY, Wishes(question=question, group=group))
    fitting = [serves for (serves, _), advice in advices.items() if advice.fits]
    made_for = [serves == question for serves in fitting]
    assert any(made_for)
    assert made_for == sorted(made_for, reverse=True)


def test_where_the_question_is_open_what_serves_many_comes_first() -> None:
    methods = {q: head(q) for q in reversed(get_args(Question))}
    for wishes in (Wishes(), Wishes(group="new"), Wishes(minutes=45)):
        assert list(advise(methods, wishes))[:2] == ["concrete", "any"]


def test_a_group_that_knows_each_other_may_go_where_others_may_not() -> None:
    methods = {"broad": head("concrete"), "trust": head("own-share", "acquainted")}
    assert list(advise(methods, Wishes(group="acquainted"))) == ["trust", "broad"]
    assert list(advise(methods, Wishes())) == ["broad", "trust"]
    wishes = Wishes(group="acquainted", question="concrete")
    assert list(advise(methods, wishes)) == ["broad", "trust"]


def test_of_two_that_fit_as_well_the_shorter_comes_first() -> None:
    methods = {"long": head(minutes=Span(60, 90)), "open": head(minutes=None), "short": head()}
    assert list(advise(methods, Wishes())) == ["short", "long", "open"]


def test_in_little_time_what_is_tight_comes_after_what_is_not() -> None:
    methods = {"tight": head(minutes=Span(40, 80)), "ample": head(minutes=Span(42, 50))}
    assert list(advise(methods, Wishes(minutes=47))) == ["ample", "tight"]


@pytest.mark.parametrize(
    ("done", "expected"), [("last", "barely"), ("never", "suits"), (None, "suits")]
)
def test_what_a_group_did_last_is_no_change_for_it(done: Done | None, expected: Weight) -> None:
    known = {} if done is None else {0: done}
    advice = advise({0: head()}, Wishes(), known)[0]
    assert advice.weight("variety") == expected
    assert ("variety" in [reason.about for reason in advice.reasons]) == (done is not None)
    assert advice.fits


PLACES: Final[dict[str, tuple[dict[str, Done], Wishes, list[str]]]] = {
    "nothing is known": ({}, Wishes(), ["short", "long", "deep"]),
    "the last one comes after what serves as well": (
        {"short": "last"},
        Wishes(),
        ["long", "short", "deep"],
    ),
    "what was never done is mentioned and comes no sooner": (
        {"long": "never", "deep": "never"},
        Wishes(),
        ["short", "long", "deep"],
    ),
    "all three the last time": (
        {"short": "last", "long": "last", "deep": "last"},
        Wishes(),
        ["short", "long", "deep"],
    ),
    "what the question asks for weighs more": (
        {"deep": "last"},
        Wishes(question="fundamental"),
        ["deep", "short", "long"],
    ),
    "how well they know each other weighs more": (
        {"deep": "last"},
        Wishes(group="acquainted"),
        ["deep", "short", "long"],
    ),
    "what does not fit stays last": (
        {"short": "last"},
        Wishes(group="new"),
        ["long", "short", "deep"],
    ),
}
"""What a group did, what there is, and the methods from the best on."""


@pytest.mark.parametrize(("done", "wishes", "expected"), PLACES.values(), ids=PLACES)
def test_variety_decides_between_methods_that_serve_as_well(
    done: dict[str, Done], wishes: Wishes, expected: list[str]
) -> None:
    methods = {
        "long": head("concrete", minutes=Span(60, 90)),
        "deep": head("fundamental", "acquainted"),
        "short": head("concrete"),
    }
    assert list(advise(methods, wishes, done)) == expected


def test_only_methods_for_a_case_are_chosen_from() -> None:
    methods = {kind: head(kind=kind) for kind in get_args(Kind)}
    assert list(advise(methods, Wishes())) == ["case"]


def test_a_list_goes_from_cases_to_openers_to_closings_to_meetings() -> None:
    kinds: list[Kind] = ["meeting", "closing", "opener", "case"]
    kinds.sort(key=lambda kind: usual(head(kind=kind)))
    assert kinds == ["case", "opener", "closing", "meeting"]
