"""Whose turn it could be, which method would be a change, and how often a group meets."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.choosing import Done
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.past import (
    Held,
    Pace,
    Rhythm,
    Turn,
    Use,
    done,
    over_again,
    rhythm,
    turns,
    variety,
)
from tests.domain.samples import NINE

AN, BO, CEM, DEE = 1, 2, 3, 4


def group(*names: str) -> Group:
    north = Group(id="north", name="North")
    for name in names or ("An", "Bo", "Cem", "Dee"):
        north = verbs.join(north, name)
    return north


def weeks_ago(weeks: float, *brought: int, used: tuple[str, ...] = ()) -> Held:
    return Held(at=NINE - timedelta(weeks=weeks), brought=brought, used=used)


# Whose turn

ROTATION: Final = {
    "nobody brought anything": ((), [AN, BO, CEM, DEE]),
    "who brought nothing yet comes first": (((AN,),), [BO, CEM, DEE, AN]),
    "then whose case is longest ago": (((AN,), (BO,), (CEM,), (DEE,)), [DEE, CEM, BO, AN]),
    "only the last case of each counts": (((AN,), (BO,), (CEM,), (AN,)), [DEE, CEM, BO, AN]),
    "more cases do not count against anybody": (((AN,), (BO,), (BO,), (BO,)), [CEM, DEE, BO, AN]),
    "several in a meeting keep the order of the group": (
        ((DEE, AN), (CEM, BO)),
        [BO, CEM, AN, DEE],
    ),
    "everybody in each meeting": (((DEE, CEM, BO, AN),) * 3, [AN, BO, CEM, DEE]),
    "a meeting without a case changes nothing": (((), (AN,), ()), [BO, CEM, DEE, AN]),
    "somebody who is not of the group changes nothing": (((9,), (AN,)), [BO, CEM, DEE, AN]),
}
"""What was brought, meeting by meeting from the newest on, and who may then be first."""


@pytest.mark.parametrize(("brought", "expected"), ROTATION.values(), ids=ROTATION)
def test_a_turn_goes_to_who_waited_longest(
    brought: tuple[tuple[int, ...], ...], expected: list[int]
) -> None:
    held = [weeks_ago(4 * number, *each) for number, each in enumerate(brought)]
    assert [turn.member for turn in turns(group(), held)] == expected
    assert [turn.member for turn in turns(group(), reversed(held))] == expected


def test_a_turn_says_when_the_last_case_was() -> None:
    held = [weeks_ago(0, BO), weeks_ago(4, BO, AN)]
    assert turns(group("An", "Bo", "Cem"), held) == (
        Turn(CEM),
        Turn(AN, held[1].at),
        Turn(BO, held[0].at),
    )


def test_who_left_has_no_turn_and_gets_it_back_with_coming_back() -> None:
    held = [weeks_ago(0, AN), weeks_ago(4, BO), weeks_ago(8, CEM)]
    without = verbs.leave(group(), CEM)
    assert [turn.member for turn in turns(without, held)] == [DEE, BO, AN]
    assert [turn.member for turn in turns(verbs.leave(without, CEM), held)] == [DEE, CEM, BO, AN]


def test_another_name_is_the_same_member_and_the_same_name_another() -> None:
    held = [weeks_ago(0, AN), weeks_ago(4, BO)]
    renamed = verbs.rename_member(verbs.join(group("An", "Bo"), "An"), AN, "Anna")
    assert [turn.member for turn in turns(renamed, held)] == [3, BO, AN]


def test_a_group_without_members_has_no_turns() -> None:
    assert turns(Group(id="north", name="North"), [weeks_ago(0, AN)]) == ()


# Which method


def used(*meetings: str) -> list[Held]:
    """Meetings from the newest on, with the methods of each."""
    return [weeks_ago(4 * n, used=tuple(each.split())) for n, each in enumerate(meetings)]


VARIETY: Final = {
    "nothing was used and nothing is known": ((), (), ()),
    "what is known and not used": ((), ("a", "b"), (Use("a"), Use("b"))),
    "the most used comes first": (
        ("a", "b", "b"),
        (),
        (Use("b", 2, since=1), Use("a", 1, since=0)),
    ),
    "of two used as often the last one comes first": (
        ("b", "a"),
        (),
        (Use("b", 1, since=0), Use("a", 1, since=1)),
    ),
    "two in a meeting count each": (("a b",), (), (Use("a", 1, since=0), Use("b", 1, since=0))),
    "a meeting without a case is a meeting": (("", "a"), (), (Use("a", 1, since=1),)),
    "what was used is known once": (("a",), ("b", "a", "b"), (Use("a", 1, since=0), Use("b"))),
}


@pytest.mark.parametrize(("meetings", "known", "expected"), VARIETY.values(), ids=VARIETY)
def test_methods_are_told_by_how_often_they_were_used(
    meetings: tuple[str, ...], known: tuple[str, ...], expected: tuple[Use, ...]
) -> None:
    assert variety(used(*meetings), known) == expected


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ((), None),
        (("a", "a"), None),
        (("a", "a", "a"), "a"),
        (("a", "", "a", "a"), "a"),
        (("a", "a", "a", "b"), "a"),
        (("a", "a", "b", "a"), None),
        (("a", "a b", "a"), None),
    ],
)
def test_three_times_the_same_is_told(meetings: tuple[str, ...], expected: str | None) -> None:
    assert over_again(used(*meetings)) == expected


DONE: Final[dict[str, tuple[tuple[str, ...], dict[str, Done]]]] = {
    "of a group that did nothing yet nothing is said": ((), {}),
    "nor of one that treated no case": (("", ""), {}),
    "the last and the never": (("a", "b"), {"a": "last", "c": "never"}),
    "the last with a case": (("", "b", "a"), {"b": "last", "c": "never"}),
    "two in the last meeting": (("a b",), {"a": "last", "b": "last", "c": "never"}),
    "what is there no more": (("gone", "a"), {"b": "never", "c": "never"}),
}


@pytest.mark.parametrize(("meetings", "expected"), DONE.values(), ids=DONE)
def test_what_a_group_did_last_and_what_never(
    meetings: tuple[str, ...], expected: dict[str, Done]
) -> None:
    assert done(used(*meetings), ("a", "b", "c")) == expected


# How often

RHYTHM: Final[dict[str, tuple[tuple[float, ...], Rhythm]]] = {
    "no meeting": ((), Rhythm("new", 0)),
    "one, today": ((0,), Rhythm("new", 1)),
    "two within half a year": ((2, 14), Rhythm("new", 2, 12)),
    "every four weeks from the first": ((0, 4, 8), Rhythm("monthly", 3, 4)),
    "every four weeks for a year": ((*range(1, 60, 4),), Rhythm("monthly", 13, 4)),
    "every five weeks": ((*range(0, 50, 5),), Rhythm("monthly", 10, 5)),
    "every six weeks": ((*range(0, 50, 6),), Rhythm("enough", 9, 6)),
    "twice a year": ((10, 36, 62), Rhythm("enough", 2, 26)),
    "once a year": ((10, 62), Rhythm("seldom", 1)),
    "not for half a year": ((27, 31, 35), Rhythm("seldom", 3, 4)),
    "not for years": ((200, 204), Rhythm("seldom", 0)),
}


@pytest.mark.parametrize(("weeks", "expected"), RHYTHM.values(), ids=RHYTHM)
def test_how_often_a_group_meets(weeks: tuple[float, ...], expected: Rhythm) -> None:
    held = [weeks_ago(each) for each in weeks]
    assert rhythm(held, NINE) == expected
    assert rhythm(reversed(held), NINE) == expected


@pytest.mark.parametrize(
    ("weeks", "pace"), [((8, 12, 40), "enough"), ((0, 1, 40), "enough"), ((0, 3, 5, 40), "monthly")]
)
def test_one_long_gap_is_not_the_rule(weeks: tuple[float, ...], pace: Pace) -> None:
    assert rhythm([weeks_ago(each) for each in weeks], NINE).pace == pace


def test_two_on_a_day_are_two_meetings() -> None:
    morning = weeks_ago(30)
    afternoon = replace(morning, at=morning.at + timedelta(hours=5))
    assert rhythm([morning, afternoon], NINE) == Rhythm("seldom", 2, 0)
