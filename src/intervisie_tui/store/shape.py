"""What may stand where in a file, read from the types of the domain."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from intervisie_tui.domain.span import Span
from intervisie_tui.store.scan import Where


@cache
def keys(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a type of any kind
    """The keys that a dataclass has in a file, with their types."""
    hints = get_type_hints(kind)
    return {key_of(field.name): hints[field.name] for field in fields(kind)}


def key_of(field: str) -> str:
    """The key of a field in a file: `in_turn` is written `in-turn`, and `as_` is `as`."""
    return field.rstrip("_").replace("_", "-")


@cache
def names(kind: Any) -> Mapping[str, str]:  # noqa: ANN401 - a type of any kind
    """The name of each field of a dataclass, by its key in a file."""
    return {key_of(field.name): field.name for field in fields(kind)}


@cache
def required(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401 - as above
    """The keys of a dataclass that have no default, with their types."""
    return {
        key: hint
        for (key, hint), field in zip(keys(kind).items(), fields(kind), strict=True)
        if field.default is MISSING and field.default_factory is MISSING
    }


@cache
def nullable(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    """The required keys that say `None` by not being there."""
    return tuple(key for key, hint in required(kind).items() if NoneType in get_args(hint))


def is_table(kind: Any) -> bool:  # noqa: ANN401 - as above
    """Whether it stands in a file as a table with keys of its own; a span is one value."""
    return is_dataclass(kind) and kind is not Span


def bare(kind: Any) -> Any:  # noqa: ANN401 - as above
    """The type without `| None`."""
    if get_origin(kind) in (Union, UnionType):
        rest = [inner for inner in get_args(kind) if inner is not NoneType]
        return rest[0] if len(rest) == 1 else kind
    return kind


def items(kind: Any) -> Any:  # noqa: ANN401 - as above
    """The type of what is in a list or, by name, in a table; `None`: it is neither."""
    origin = get_origin(kind)
    if origin is tuple:
        return get_args(kind)[0]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return get_args(kind)[1]
    return None


def at(kind: Any, where: Where) -> Any:  # noqa: ANN401 - as above
    """The type of what stands there, without `| None`; `None`: nothing may."""
    for step in where:
        kind = keys(kind).get(str(step)) if is_table(kind) else items(kind)
        kind = bare(kind)
    return kind


def tables(kind: Any, where: Where = ()) -> Iterator[tuple[Where, Any]]:  # noqa: ANN401
    """Every dataclass that may stand in a file, with the way to it; "…" is any name."""
    if is_table(kind):
        yield where, kind
        for key, inner in keys(kind).items():
            yield from tables(bare(inner), (*where, key))
    elif get_origin(kind) is tuple:
        yield from tables(bare(items(kind)), (*where, 0))
    elif items(kind) is not None:
        yield from tables(bare(items(kind)), (*where, "…"))


def header(kind: Any, where: Where) -> str:  # noqa: ANN401 - as above
    """How the table there begins in a file: `[[steps.moments]]`."""
    name = ".".join(_quoted(step) for step in where if isinstance(step, str))
    in_list = get_origin(at(kind, where)) is tuple or isinstance(where[-1], int)
    return f"[[{name}]]" if in_list else f"[{name}]"


def _quoted(name: str) -> str:
    plain = name.replace("-", "").replace("_", "")
    return name if name == "…" or (plain.isascii() and plain.isalnum()) else f'"{name}"'
