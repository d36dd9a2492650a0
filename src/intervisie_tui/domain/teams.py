"""Small groups at work at the same time: who sits with whom."""

from collections.abc import Sequence
from itertools import pairwise

from intervisie_tui.domain.moment import Groups
from intervisie_tui.domain.person import PersonId


def rejoined(
    before: Sequence[Sequence[PersonId]], people: Sequence[PersonId]
) -> tuple[tuple[PersonId, ...], ...]:
    """The groups of *before*, with those of *people* who are there now.

    Nobody changes groups because somebody else left; who is new joins the smallest group.
    """
    groups = [[person for person in team if person in people] for team in before]
    known = {person for team in before for person in team}
    for person in people:
        if person not in known:
            min(groups, key=len).append(person)
    return tuple(tuple(sorted(team)) for team in groups if team)


def teams(people: Sequence[PersonId], groups: Groups) -> tuple[tuple[PersonId, ...], ...]:
    """*people* divided as *groups* says; neighbours stay together.

    No group is smaller than the size that is asked for, where there are people enough.
    Pairs that become fours (1-2-4-All) join with the pair beside them.
    """
    number = groups.number(len(people))
    edges = [place * len(people) // number for place in range(number + 1)]
    return tuple(tuple(people[start:end]) for start, end in pairwise(edges))
