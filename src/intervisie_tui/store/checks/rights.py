"""Who does what in a moment, and where they are."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from intervisie_tui.domain.moment import EVERYONE, PLACES, RIGHTS, Moment
from intervisie_tui.locale import _
from intervisie_tui.store.checks.spot import Spot, doubled, key, said
from intervisie_tui.store.problems import Fault
from intervisie_tui.store.scan import Where

_ALOUD = ("speaks", "asks", "answers")
"""What nobody does in silence; writing they may."""


def rights(places: Sequence[Spot]) -> Iterator[Fault]:
    """Roles that would have to do two things at once, or be in two places.

    What a moment says of a role replaces what its step says, so each is looked at by itself.
    """
    for where, moment in said(places).items():
        if moment.silent:
            yield from _silent(where, moment)
        if moment.places():
            yield from _two_places(where, moment)
        for name in (*RIGHTS, *PLACES):
            if len(roles := _roles(moment, name)) > 1:
                yield from _twice(key(where, name), roles)
    for spot in places:
        if spot.moment.in_turn and not spot.moment.takers:
            message = _("“in-turn” needs to know whose turn it is: who speaks, asks or answers?")
            yield Fault(spot.said("in_turn"), message, at_key=True)
        if spot.moment.last and not {"everyone", "case-giver"}.intersection(spot.moment.takers):
            message = _("“last” is who ends a round, and the case giver takes no turn here")
            yield Fault(spot.said("last"), message, at_key=True)


def _roles(moment: Moment, name: str) -> tuple[str, ...]:
    """The roles under a key of a right or a place."""
    roles: tuple[str, ...] = getattr(moment, name.replace("-", "_"))
    return roles


def _silent(where: Where, moment: Moment) -> Iterator[Fault]:
    for right in _ALOUD:
        for role in dict.fromkeys(_roles(moment, right)):
            for quiet in dict.fromkeys(moment.silent):
                if role == quiet:
                    message = _("“{role}” is silent here and also stands under “{right}”")
                elif _overlap(role, quiet):
                    message = _(
                        "“{role}” stands under “{right}” and “{quiet}” under “silent”; "
                        "“everyone” is all of the group"
                    )
                else:
                    continue
                message = message.format(role=role, right=right, quiet=quiet)
                yield Fault(key(where, "silent"), message, at_key=True)


def _two_places(where: Where, moment: Moment) -> Iterator[Fault]:
    for one, other in combinations(PLACES, 2):
        for role in dict.fromkeys(_roles(moment, one)):
            if any(_overlap(role, same) for same in _roles(moment, other)):
                message = _("“{role}” cannot be in two places: “{one}” and “{other}”")
                message = message.format(role=role, one=one, other=other)
                yield Fault(key(where, other), message, at_key=True)


def _twice(where: Where, roles: Sequence[str]) -> Iterator[Fault]:
    for number, role in doubled(roles):
        message = _("“{name}” stands in “{key}” twice").format(name=role, key=where[-1])
        yield Fault((*where, number), message)


def _overlap(one: str, other: str) -> bool:
    """Whether somebody has both roles."""
    return one == other or {one, other} in [{"everyone", role} for role in EVERYONE]
