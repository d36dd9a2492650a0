"""What the checker found, in words for an author."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final, Literal, cast, get_args, get_origin

from intervisie_tui.domain.span import Span
from intervisie_tui.locale import N_, _
from intervisie_tui.store import shape, suggestions
from intervisie_tui.store.problems import Fault, shown
from intervisie_tui.store.scan import Where

_EXPECTED: Final = {
    str: N_("“{key}” is a text, between quotation marks: {key} = {example}"),
    bool: N_("“{key}” is true or false, without quotation marks: {key} = {example}"),
    int: N_("“{key}” is a whole number, without quotation marks: {key} = {example}"),
    float: N_("“{key}” is a number, without quotation marks: {key} = {example}"),
    Span: N_("“{key}” is a number or a range: {key} = {example}"),
    datetime: N_("“{key}” is a date with a time and its zone: {key} = {example}"),
    date: N_("“{key}” is a date: {key} = {example}"),
}

_AND: Final = re.compile(r"\s*[,;/&+]\s*|\s+(?:en|and|of|or)\s+")
"""What stands between two words where a list was meant."""

_REST: Final = '"rest"'

_EXAMPLES: Final = {
    str: '"…"',
    bool: "true",
    int: "2",
    float: "30",
    Span: '"4-5"',
    datetime: "2026-03-14T09:30:00Z",
    date: "2026-03-14",
}


def fault(kind: type, where: Where, error: str, given: object) -> Fault:
    """One error of the checker, by its name in pydantic, in a document that holds a *kind*."""
    if error == "unexpected_keyword_argument":
        return _unknown(kind, where, given)
    if error == "missing":
        return missing(kind, where)
    # An error inside a short form is one of the whole: "4-5" has a low and a high.
    while shape.at(kind, where[:-1]) is Span:
        where = where[:-1]
    if error == "literal_error":
        return not_one_of(where, given, get_args(shape.at(kind, where)))
    return Fault(where, _expected(kind, where, given))


def missing(kind: type, where: Where) -> Fault:
    """That a key is not there."""
    key, here = str(where[-1]), shape.at(kind, where)
    if shape.is_table(here) or shape.is_table(shape.items(here)):
        example = shape.header(kind, where)
    else:
        example = f"{key} = {_example(here)}"
    message = _("“{key}” is missing here; add {example}").format(key=key, example=example)
    return Fault(where[:-1], message, missing=key)


def one_of(choices: Iterable[object]) -> str:
    """“a”, “b”, “c”: for a sentence that says what may be chosen."""
    return ", ".join(f"“{shown(str(choice))}”" for choice in choices)


def _unknown(kind: type, where: Where, given: object) -> Fault:
    key, known = str(where[-1]), shape.keys(shape.at(kind, where[:-1]))
    right = suggestions.same(key, known)
    if right is None and (belongs := _belongs(kind, key, given)):
        return Fault(where, belongs, at_key=True)
    sure = right is not None
    right = right or suggestions.nearest(key, known)
    if right is None:
        message = _("“{key}” is not known here; what can be here: {known}").format(
            key=shown(key), known=", ".join(known)
        )
        return Fault(where, message, at_key=True)
    if _is_part(given) and (sure or shape.is_table(_inner(kind, (*where[:-1], right)))):
        header = _header(kind, (*where[:-1], right), given)
        message = _("“{key}” is not known here; write {right}").format(key=shown(key), right=header)
    else:
        message = (
            _("“{key}” is not known here; write “{right}”")
            if sure
            else _("“{key}” is not known here; did you mean “{right}”?")
        ).format(key=shown(key), right=right)
    return Fault(where, message, at_key=True, right=right)


def _is_part(given: object) -> bool:
    """Whether it is written as a part of the file, with a name between brackets."""
    return isinstance(given, Mapping) or (
        isinstance(given, list) and bool(given) and isinstance(given[0], Mapping)
    )


def _inner(kind: type, where: Where) -> object:
    here = shape.at(kind, where)
    return shape.bare(shape.items(here)) if shape.items(here) is not None else here


def _header(kind: type, where: Where, given: object) -> str:
    """How such a part begins, with the name that its author gave it."""
    here = shape.at(kind, where)
    if not shape.is_table(here) and get_origin(here) is not tuple:
        names = list(given) if isinstance(given, Mapping) else []
        return shape.header(kind, (*where, str(names[0]) if names else "…"))
    return shape.header(kind, where)


def _belongs(kind: type, key: str, given: object) -> str | None:
    """Where a key that is right stands wrong, as after a “[…]” that came too early."""
    for where, table in shape.tables(kind):
        if key not in shape.keys(table):
            continue
        if _is_part(given) and shape.is_table(_inner(kind, (*where, key))):
            return _("“{key}” is not known here; write {right}").format(
                key=key, right=_header(kind, (*where, key), given)
            )
        if not where:
            return _(
                "“{key}” does not belong here but at the top of the file, above the first “[”"
            ).format(key=key)
        return _("“{key}” does not belong here but under {header}").format(
            key=key, header=shape.header(kind, where)
        )
    return None


def not_one_of(where: Where, given: object, choices: tuple[object, ...]) -> Fault:
    """A word that is not possible where only *choices* are."""
    key = next((step for step in reversed(where) if isinstance(step, str)), "")
    if not isinstance(given, str) or not all(isinstance(choice, str) for choice in choices):
        message = _("“{key}” is one of these: {choices}")
        return Fault(where, message.format(key=key, choices=one_of(choices)))
    several = [suggestions.value(part, map(str, choices)) for part in _AND.split(given)]
    if len(several) > 1 and None not in several:
        listed = ", ".join(f'"{each}"' for each in several)
        message = _("several values stand between “[” and “]”: {example}")
        return Fault(where, message.format(example=f"{key} = [{listed}]"))
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


def _expected(kind: type, where: Where, given: object) -> str:
    """What should stand there; of what stands in a list, what the list is."""
    here = shape.at(kind, where)
    if shape.is_table(here):
        return _table(kind, where, given)
    while where and isinstance(where[-1], int):
        where = where[:-1]
    here, key = shape.at(kind, where), str(where[-1]) if where else ""
    if get_origin(here) is tuple:
        return _list(kind, where, key, given)
    if get_origin(here) is Literal:
        return _("“{key}” is one of these: {choices}").format(
            key=key, choices=one_of(get_args(here))
        )
    if here is Span and key == "cases":
        message = _("“cases” is a number, a range, or “rest” for all that are left: {example}")
        number = suggestions.number(str(given))
        return message.format(example=f"cases = {number or _REST}")
    if here in _EXPECTED:
        return _(_EXPECTED[here]).format(key=key, example=_example(here, given))
    return _table(kind, (*where, "…"), given)


def _example(here: object, given: object = None) -> str:
    """What could stand there, as near as can be to what does."""
    said = None
    number = suggestions.number(str(given)) if isinstance(given, str | int | float) else None
    if isinstance(given, str) and here is bool:
        said = suggestions.truth(given)
    elif here is Span and number:
        said = number
    elif here is str and isinstance(given, bool | int | float):
        said = f'"{str(given).lower()}"'
    elif here in (int, float) and number:
        first = number.strip('"').partition("-")[0]
        said = first if here is float or first.isdigit() else None
    elif get_origin(here) is Literal:
        first = get_args(here)[0]
        said = f'"{first}"' if isinstance(first, str) else str(first)
    return said or _EXAMPLES.get(cast("type", here), "…")


def _list(kind: type, where: Where, key: str, given: object) -> str:
    inner = shape.bare(shape.items(shape.at(kind, where)))
    if shape.is_table(inner):
        return _table(kind, where, given)
    if get_origin(inner) is Literal:
        return _("“{key}” is one or more of these: {choices}").format(
            key=key, choices=one_of(get_args(inner))
        )
    if inner is int:
        return _("“{key}” is a list of whole numbers: {key} = [1, 2]").format(key=key)
    return _('“{key}” is a list of texts: {key} = ["…", "…"]').format(key=key)


def _table(kind: type, where: Where, given: object) -> str:
    header = shape.header(kind, where)
    if header.startswith("[[") and isinstance(given, Mapping):
        inner = [name for name, value in given.items() if not _is_part(value)]
        if given and not inner:
            deeper = shape.header(kind, (*where, 0, next(iter(given))))
            return belongs_to(deeper, header)
        return two_brackets(header)
    if isinstance(given, list) and _is_part(given) and not header.startswith("[["):
        if header.endswith("…]"):
            named = next((str(given[0][k]) for k in _NAMES if k in given[0]), "…")
            header = shape.header(kind, (*where[:-1], named))
            return name_inside(header)
        return _("there is only one of this: write {header}").format(header=header)
    return _("what belongs here begins with {header} on a line of its own").format(header=header)


_NAMES: Final = ("title", "name", "naam", "titel", "chart")


def two_brackets(header: str) -> str:
    """That a part of which there may be several was written as one of which there is one."""
    return _("two brackets stand on both sides: {example}").format(example=header)


def name_inside(header: str) -> str:
    """That the name of a part was not written between its brackets."""
    return _("the name stands between the brackets: {example}").format(example=header)


def belongs_to(inner: str, outer: str) -> str:
    """That a part came before the one that it is in."""
    return _("{header} belongs to {outer}: put {outer} and its title above it").format(
        header=inner, outer=outer
    )
