"""What the checker found, in words for an author."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, Literal, get_args, get_origin

from intervisie_tui.domain.span import Span
from intervisie_tui.locale import N_, _
from intervisie_tui.store import shape, suggestions
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

_EXPECTED: Final = {
    str: N_('“{key}” is a text, between quotes: {key} = "…"'),
    bool: N_("“{key}” is true or false, without quotes: {key} = true"),
    int: N_("“{key}” is a whole number, without quotes: {key} = 2"),
    float: N_("“{key}” is a number, without quotes: {key} = 30"),
    Span: N_('“{key}” is a number or a range: {key} = 4, {key} = 7.5 or {key} = "4-5"'),
    datetime: N_("“{key}” is a date with a time and its zone: {key} = 2026-03-14T09:30:00Z"),
    date: N_("“{key}” is a date: {key} = 2026-03-14"),
}


def fault(kind: type, where: Where, error: str, given: object) -> Fault:
    """One error of the checker, by its name in pydantic, in a document that holds a *kind*."""
    if error == "unexpected_keyword_argument":
        return _unknown(kind, where)
    if error == "missing":
        key = str(where[-1])
        return Fault(where[:-1], _("“{key}” is missing here").format(key=key), missing=key)
    # An error inside a short form is one of the whole: "4-5" has a low and a high.
    while shape.at(kind, where[:-1]) is Span:
        where = where[:-1]
    if error == "literal_error":
        return _not_one_of(where, given, get_args(shape.at(kind, where)))
    return Fault(where, _expected(kind, where))


def one_of(choices: Iterable[object]) -> str:
    """“a”, “b”, “c”: for a sentence that says what may be chosen."""
    return ", ".join(f"“{shown(str(choice))}”" for choice in choices)


def _unknown(kind: type, where: Where) -> Fault:
    key, known = str(where[-1]), shape.keys(shape.at(kind, where[:-1]))
    right = suggestions.same(key, known)
    if right is None and (belongs := _belongs(kind, key)):
        return Fault(where, belongs, at_key=True)
    right = right or suggestions.nearest(key, known)
    if right is not None:
        message = _("unknown key “{key}”; did you mean “{right}”?").format(
            key=shown(key), right=right
        )
    else:
        message = _("unknown key “{key}”; known here: {known}").format(
            key=shown(key), known=", ".join(known)
        )
    return Fault(where, message, at_key=True, right=right)


def _belongs(kind: type, key: str) -> str | None:
    """Where a key that is right stands wrong, as after a “[…]” that came too early."""
    for where, table in shape.tables(kind):
        if key in shape.keys(table):
            if not where:
                return _(
                    "“{key}” does not belong here but at the top of the file, above the first “[”"
                ).format(key=key)
            return _("“{key}” does not belong here but under {header}").format(
                key=key, header=shape.header(kind, where)
            )
    return None


def _not_one_of(where: Where, given: object, choices: tuple[object, ...]) -> Fault:
    key = next((step for step in reversed(where) if isinstance(step, str)), "")
    if not isinstance(given, str) or not all(isinstance(choice, str) for choice in choices):
        message = _("“{key}” is one of these: {choices}")
        return Fault(where, message.format(key=key, choices=one_of(choices)))
    right = suggestions.value(given, map(str, choices))
    if right is None:
        message = _("“{word}” is not possible for “{key}”; choose from {choices}")
    else:
        message = _(
            "“{word}” is not possible for “{key}”; did you mean “{right}”? Possible: {choices}"
        )
        choices = (right, *(choice for choice in choices if choice != right))
    message = message.format(word=shown(given), key=key, right=right, choices=one_of(choices))
    return Fault(where, message, right=right)


def _expected(kind: type, where: Where) -> str:
    """What should stand there; of what stands in a list, what the list is."""
    here = shape.at(kind, where)
    if shape.is_table(here):
        return _table(kind, where)
    while where and isinstance(where[-1], int):
        where = where[:-1]
    here, key = shape.at(kind, where), str(where[-1]) if where else ""
    if get_origin(here) is tuple:
        return _list(kind, where, key)
    if get_origin(here) is Literal:
        return _("“{key}” is one of these: {choices}").format(
            key=key, choices=one_of(get_args(here))
        )
    if here in _EXPECTED:
        return _(_EXPECTED[here]).format(key=key)
    return _table(kind, (*where, "…"))


def _list(kind: type, where: Where, key: str) -> str:
    inner = shape.items(shape.at(kind, where))
    if shape.is_table(inner):
        return _table(kind, where)
    if get_origin(inner) is Literal:
        return _("“{key}” is one or more of these: {choices}").format(
            key=key, choices=one_of(get_args(inner))
        )
    if inner is int:
        return _("“{key}” is a list of whole numbers: {key} = [1, 2]").format(key=key)
    return _('“{key}” is a list of texts: {key} = ["…", "…"]').format(key=key)


def _table(kind: type, where: Where) -> str:
    return _("what belongs here begins with {header} on a line of its own").format(
        header=shape.header(kind, where)
    )
