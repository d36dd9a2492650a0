"""Small groups at work at the same time: who sits with whom."""

from collections.abc import Sequence
from itertools import pairwise

from intervisie_tui.domain.moment import Groups
from intervisie_tui.domain.person import PersonId


def joined(
    before: Sequence[Sequence[PersonId]], people: Sequence[PersonId]
) -> tuple[tuple[PersonId, ...], ...]:
    """The groups of *before*, with those of *people* who were in none.

    Nobody changes groups because somebody else left, and each group keeps its number. Who
    is new joins the smallest in which somebody still is.
    """
    groups = [list(team) for team in before]

    def size(group: Sequence[PersonId]) -> tuple[bool, int]:
        there = sum(person in people for person in group)
        return not there, there

    for person in people:
        if not any(person in group for group in groups):
            min(groups, key=size).append(person)
    return tuple(map(tuple, groups))


def teams(people: Sequence[PersonId], groups: Groups) -> tuple[tuple[PersonId, ...], ...]:
    """*people* divided as *groups* says; neighbours stay together.

    No group is smaller than the size that is asked for, where there are people enough.
    Pairs that become fours (1-2-4-All) join with the pair beside them.
    """
    number = groups.number(len(people))
    edges = [place * len(people) // number for place in range(number + 1)]
    return tuple(tuple(people[start:end]) for start, end in pairwise(edges))
