import pytest

from intervisie_tui.domain.moment import Groups
from intervisie_tui.domain.teams import joined, teams


@pytest.mark.parametrize(
    ("groups", "people", "sizes"),
    [
        (Groups(size=3), 6, [3, 3]),
        (Groups(size=3), 7, [3, 4]),
        (Groups(size=3), 8, [4, 4]),
        (Groups(size=3), 9, [3, 3, 3]),
        (Groups(size=3), 5, [5]),
        (Groups(size=3), 2, [2]),
        (Groups(size=1), 3, [1, 1, 1]),
        (Groups(size=2), 5, [2, 3]),
        (Groups(size=4), 4, [4]),
        (Groups(count=2), 5, [2, 3]),
        (Groups(count=3), 8, [2, 3, 3]),
        (Groups(count=3), 2, [1, 1]),
        (Groups(count=2), 1, [1]),
        (Groups(size=3), 0, [0]),
    ],
)
def test_no_group_is_smaller_than_was_asked_for_where_there_are_people_enough(
    groups: Groups, people: int, sizes: list[int]
) -> None:
    made = teams(range(1, people + 1), groups)
    assert [len(team) for team in made] == sizes
    assert groups.number(people) == len(made)
    assert groups.largest(people) == max(sizes)


def test_neighbours_sit_together() -> None:
    assert teams([1, 2, 4, 6, 7, 8], Groups(size=3)) == ((1, 2, 4), (6, 7, 8))


@pytest.mark.parametrize("people", range(4, 13))
def test_pairs_that_become_fours_join_with_the_pair_beside_them(people: int) -> None:
    pairs = teams(range(people), Groups(count=4))
    fours = teams(range(people), Groups(count=2))
    assert tuple(pairs[0] + pairs[1] if n == 0 else pairs[2] + pairs[3] for n in (0, 1)) == fours


def test_nobody_changes_groups_because_somebody_left() -> None:
    assert joined([(1, 2), (3, 4), (5, 6, 7)], (1, 3, 4, 7)) == ((1, 2), (3, 4), (5, 6, 7))


def test_who_is_new_joins_the_smallest_group_in_which_somebody_is() -> None:
    assert joined([(1, 2), (3, 4)], (2, 3, 4, 5)) == ((1, 2, 5), (3, 4))
    assert joined([(1, 2), (3, 4)], (3, 4, 5)) == ((1, 2), (3, 4, 5))
