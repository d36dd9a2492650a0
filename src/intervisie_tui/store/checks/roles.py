"""The roles: those that every method has, and a method's own."""

import re
from collections.abc import Iterator
from typing import Final

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import PLACES, RIGHTS, ROLES, Moment, Step
from intervisie_tui.locale import _
from intervisie_tui.store.checker_errors import not_one_of
from intervisie_tui.store.checks.spot import doubled, key, said, spots
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

NOBODY: Final = ("facilitator",)
"""Who has no seat at the table."""

_NAME: Final = re.compile(r"[^\W\d][\w -]*")


def roles(method: Method) -> Iterator[Fault]:
    """Roles that are not there, and roles of its own that cannot be."""
    for number, name in enumerate(method.roles):
        where: Where = ("roles", number)
        if name in ROLES:
            message = _("“{name}” is a role that every method has; it need not stand here")
            yield Fault(where, message.format(name=name))
        elif not _NAME.fullmatch(name):
            yield Fault(where, _("a role has a name of letters, as “secretary”"))
    for number, name in doubled(method.roles):
        message = _("“{name}” stands in “{key}” twice").format(name=shown(name), key="roles")
        yield Fault(("roles", number), message)
    known = (*ROLES, *method.roles)
    for where, moment in said(spots(method)).items():
        for at, name in _named(where, moment):
            if name not in known:
                yield not_one_of(at, name, known)
        yield from _own(method, where, moment)
    for name, chart in method.charts.items():
        if chart.judge not in known:
            yield not_one_of(("charts", name, "judge"), chart.judge, known)


def _named(where: Where, moment: Moment) -> Iterator[tuple[Where, str]]:
    """Every role that a moment or a step names, with its place."""
    for field in (*RIGHTS, *PLACES):
        for number, role in enumerate(getattr(moment, field.replace("-", "_"))):
            yield (*key(where, field), number), role
    if moment.choose is not None:
        yield (*where, "choose", "by"), moment.choose.by
    if moment.groups is not None:
        yield (*where, "groups", "of"), moment.groups.of
    if isinstance(moment, Step):
        for name, role in (("each", moment.each), ("as_", moment.as_)):
            if role is not None:
                yield key(where, name), role


def _own(method: Method, where: Where, moment: Moment) -> Iterator[Fault]:
    """Roles that are given out are the method's own: nobody is made everyone."""
    given = [((*where, "fill", n), role) for n, role in enumerate(moment.fill)]
    if moment.groups is not None:
        inner = enumerate(moment.groups.roles)
        given += [((*where, "groups", "roles", n), role) for n, role in inner]
    for at, role in given:
        if role not in method.roles:
            message = _("“{role}” is no role of this method: name it at the top, roles = [{name}]")
            yield Fault(at, message.format(role=shown(role), name=f'"{shown(role)}"'))
