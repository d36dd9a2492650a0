"""The values of the domain as plain data, the way a TOML file has them.

Without the checker, because a record is saved again and again while people talk. What
`gate.build` makes of plain data is the value that it came from.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import MAXYEAR, datetime
from functools import cache
from typing import Any, Final

from intervisie_tui.domain.span import MANY, Span
from intervisie_tui.store import shape

_NUMBER: Final = r"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)"
_REST: Final = "rest"
_ANY_NUMBER: Final = "1+"
_RANGE: Final = re.compile(rf"\s*{_NUMBER}(?:\s*[-–]\s*{_NUMBER}|(\+))?\s*")


def plain(value: object) -> dict[str, Any]:
    """A value of the domain, with the keys of the file and without what is the default."""
    data: dict[str, Any] = {}
    kind: Any = type(value)
    for name, key, default, make in _keys(kind):
        inner = getattr(value, name)
        if inner is None or inner == (default if make is None else make()):
            continue
        data[key] = _plain(inner)
    return data


def made(kind: Any, data: Any) -> Any:  # noqa: ANN401 - of any kind
    """The value that plain data mean, without the checker: for data known to be right.

    Raises KeyError, TypeError or ValueError where they plainly are not.
    """
    kind = shape.bare(kind)
    if kind is Span:
        if (found := span(data)) is None:
            raise ValueError(kind)
        return found
    if shape.is_table(kind):
        hints = shape.keys(kind)
        names = shape.names(kind)
        said = {names[key]: made(hints[key], in_full(key, inner)) for key, inner in data.items()}
        return kind(**said)
    inner_kind = shape.items(kind)
    if inner_kind is None:
        return data
    if isinstance(data, dict):
        return {name: made(inner_kind, inner) for name, inner in data.items()}
    return tuple(made(inner_kind, inner) for inner in ([data] if isinstance(data, str) else data))


def in_full(key: str, value: object) -> object:
    """What an author wrote for a key, without the word that stands for a number of cases."""
    return _ANY_NUMBER if key == "cases" and value == _REST else value


def span(value: object) -> Span | None:
    """What an author wrote for a span: 4, 7.5, "4-5" or "1+"; `None`: something else."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Span(value, value)
    if not isinstance(value, str):
        return None
    found = _RANGE.fullmatch(value)
    if found is None:
        return None
    low, high, more = found.groups()
    return Span(_number(low), MANY if more else _number(high or low))


def is_moment(value: object) -> bool:
    """Whether it is a day and a time with a zone, that a clock in any place can show."""
    # In the first and the last year there is none in some zones.
    return isinstance(value, datetime) and value.tzinfo is not None and 1 < value.year < MAXYEAR


@cache
def _keys(kind: type[Any]) -> tuple[tuple[str, str, object, Any], ...]:
    """The name, the key, the default and the maker of a default of each field."""
    return tuple(
        (
            field.name,
            shape.key_of(field.name),
            field.default,
            None if field.default_factory is MISSING else field.default_factory,
        )
        for field in fields(kind)
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 - a value holds anything
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, Span):
        return _short(value.low) if value.low == value.high else _range(value)
    return plain(value) if is_dataclass(value) else value


def _range(span: Span) -> str:
    low = _short(span.low)
    return f"{low}+" if span.high == MANY else f"{low}-{_short(span.high)}"


def _short(number: float) -> float:
    """4 rather than 4.0."""
    return int(number) if float(number).is_integer() else number


def _number(written: str) -> float:
    return _short(float(written))
