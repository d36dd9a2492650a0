"""Small groups at work at the same time: who sits with whom.

They are made of who is here. Who is still to come is counted in the time that is planned and
keeps a pass that comes one after another, and is given a chair on coming in: ahead, groups and
their passes are worked out anew; where a group sits already, they join the smallest.
"""

from collections.abc import Sequence
from itertools import pairwise

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Groups, Moment
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


def by_themselves(method: Method, moment: Moment) -> bool:
    """Whether small groups go round at the same time, which nobody leads from one screen.

    Not where the screen has to know whose line it is: on a scale, and where each group has a
    sheet of its own.
    """
    if moment.groups is None or not moment.in_turn:
        return False
    chart = moment.chart
    return chart is None or not (
        method.chart(chart).kind == "scale" or method.fresh(chart) == "group"
    )
