"""Who does what in a moment, and where they are."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from intervisie_tui.domain.method import EVERYONE, RIGHTS, Moment
from intervisie_tui.locale import _
from intervisie_tui.store.checks.spot import Spot, doubled, key, said
from intervisie_tui.store.problems import Fault
from intervisie_tui.store.scan import Where

_ALOUD = ("speaks", "asks", "answers")
"""What nobody does in silence; writing they may."""

_PLACES = ("back_turned", "outside", "away")


def rights(places: Sequence[Spot]) -> Iterator[Fault]:
    """Roles that would have to do two things at once, or be in two places.

    What a moment says of a role replaces what its step says, so each is looked at by itself.
    """
    for where, moment in said(places).items():
        yield from _silent(where, moment)
        yield from _two_places(where, moment)
        for name in (*RIGHTS, *_PLACES):
            yield from _twice(key(where, name), getattr(moment, name))
    for spot in places:
        if spot.moment.in_turn and not spot.moment.takers:
            message = _("“in-turn” needs to know whose turn it is: who speaks, asks or answers?")
            yield Fault(spot.said("in_turn"), message, at_key=True)


def _silent(where: Where, moment: Moment) -> Iterator[Fault]:
    for right in _ALOUD:
        for role in dict.fromkeys(getattr(moment, right)):
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
    for one, other in combinations(_PLACES, 2):
        for role in dict.fromkeys(getattr(moment, one)):
            if any(_overlap(role, same) for same in getattr(moment, other)):
                message = _("“{role}” cannot be in two places: “{one}” and “{other}”")
                message = message.format(role=role, one=one.replace("_", "-"), other=other)
                yield Fault(key(where, other), message, at_key=True)


def _twice(where: Where, roles: Sequence[str]) -> Iterator[Fault]:
    for number, role in doubled(roles):
        message = _("“{name}” stands in “{key}” twice").format(name=role, key=where[-1])
        yield Fault((*where, number), message)


def _overlap(one: str, other: str) -> bool:
    """Whether somebody has both roles."""
    return one == other or {one, other} in [{"everyone", role} for role in EVERYONE]
