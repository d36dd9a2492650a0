"""A group: who is who stays right, whatever becomes of names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.group import Group, Member
from intervisie_tui.domain.person import LONGEST_NAME

NORTH = Group(
    id="north2",
    name="North",
    members=(Member(1, "Anna"), Member(2, "Bram"), Member(3, "Cem", left=True)),
    last_id=4,
)
"""Somebody with the id 4 was here once."""


def of(*names: str) -> Group:
    group = Group(id="x", name="X")
    for name in names:
        group = verbs.join(group, name)
    return group


def titles(group: Group) -> list[str]:
    return [group.titled(member.id) for member in group.members]


# Members


def test_who_comes_gets_an_id_that_nobody_had() -> None:
    assert verbs.join(NORTH, "Dee").members[-1] == Member(5, "Dee")
    assert verbs.join(NORTH, "Dee").last_id == 5


def test_who_leaves_is_not_among_those_who_are_there_and_can_come_back() -> None:
    gone = verbs.leave(NORTH, 1)
    assert [member.name for member in gone.present] == ["Bram"]
    assert gone.members[0] == Member(1, "Anna", left=True)
    assert verbs.leave(gone, 1) == NORTH


def test_who_is_called_something_else_is_the_same_member() -> None:
    renamed = verbs.rename_member(NORTH, 2, " Bram\nde Wit ")
    assert renamed.members[1] == Member(2, "Bram de Wit")
    assert [each.id for each in renamed.members] == [1, 2, 3]


@pytest.mark.parametrize(
    "changed",
    [
        verbs.join(NORTH, " \n\x1b "),
        verbs.join(NORTH, ",;"),
        verbs.rename_member(NORTH, 1, "  "),
        verbs.rename_member(NORTH, 1, " Anna"),
        verbs.rename_member(NORTH, 9, "Dee"),
        verbs.leave(NORTH, 9),
        verbs.rename(NORTH, "North "),
        verbs.rename(NORTH, ""),
        verbs.use(NORTH, None),
        verbs.use(NORTH, ""),
        verbs.speak(NORTH, None),
    ],
)
def test_what_changes_nothing_gives_the_same_group(changed: Group) -> None:
    assert changed is NORTH


def test_a_name_is_kept_on_one_line_and_fits_a_badge() -> None:
    group = of("An\x1b[31m\tna", "x" * 80)
    assert [member.name for member in group.members] == ["An[31m na", "x" * LONGEST_NAME]
    assert verbs.rename(group, "y" * 80).name == "y" * LONGEST_NAME


def test_no_name_of_a_member_is_two_where_names_stand_in_a_row() -> None:
    assert of("Jansen, An; junior").members == (Member(1, "Jansen An junior"),)


# What they are called


def test_members_of_one_name_are_told_apart_by_a_number() -> None:
    assert titles(of("Anna", "Bram", "anna", "Anna")) == ["Anna", "Bram", "anna (2)", "Anna (3)"]


def test_a_number_that_is_somebodys_name_is_given_to_nobody_else() -> None:
    assert titles(of("Anna (2)", "Anna", "Anna")) == ["Anna (2)", "Anna", "Anna (3)"]


def test_a_number_stays_when_somebody_leaves() -> None:
    group = of("Anna", "Anna")
    assert titles(verbs.leave(group, 1)) == ["Anna", "Anna (2)"]


def test_nobody_is_called_nothing() -> None:
    assert NORTH.titled(9) == ""


def test_a_member_is_known_by_the_name_that_is_shown_also_who_left() -> None:
    group = verbs.leave(of("Anna", "Bram", "Anna"), 2)
    assert [group.known_as(name) for name in ("anna", " Anna (2) ", "Bram")] == [1, 3, 2]
    assert group.known_as("Cem") is group.known_as("") is None


@given(st.lists(st.sampled_from(["An", "an", "An (2)", "An (3)", "x" * 60, "x" * 56 + " (2)"])))
def test_no_two_members_are_shown_alike_and_each_fits_a_badge(names: list[str]) -> None:
    shown = titles(of(*names))
    assert len({title.casefold() for title in shown}) == len(names)
    assert all(len(title) <= LONGEST_NAME for title in shown)


@given(st.data())
def test_whatever_is_done_ids_are_unique_and_history_keeps_its_members(data: st.DataObject) -> None:
    group, names = NORTH, {member.id for member in NORTH.members}
    for _ in range(data.draw(st.integers(0, 12))):
        member = data.draw(st.integers(1, group.last_id))
        name = data.draw(st.sampled_from(["", "An", "Bo", "An, Bo"]))
        before = group
        match data.draw(st.sampled_from(["join", "rename", "leave"])):
            case "join":
                group = verbs.join(group, name)
            case "rename":
                group = verbs.rename_member(group, member, name)
            case _:
                group = verbs.leave(group, member)
        ids = [each.id for each in group.members]
        assert len(set(ids)) == len(ids)
        assert names <= set(ids)
        assert {*ids} - names <= {before.last_id + 1}
        names |= {*ids}


# The group itself


def test_a_group_is_put_away_and_brought_back() -> None:
    away = verbs.archive(NORTH)
    assert away.archived
    assert verbs.archive(away) == NORTH


def test_what_it_usually_does_and_speaks_can_be_said_and_unsaid() -> None:
    said = verbs.speak(verbs.use(NORTH, "vijf-stappen"), "nl")
    assert said == replace(NORTH, method="vijf-stappen", language="nl")
    assert verbs.use(verbs.speak(said, None), None) == NORTH
