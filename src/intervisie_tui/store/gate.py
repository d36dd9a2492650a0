"""Plain data from a file into the values of the domain, or everything that is wrong with it.

The checker is pydantic over the domain's own dataclasses, which know nothing of it. It is
strict, so that nothing is guessed: a key that it does not know is refused, and a text is
no number. What it says is said again in an author's words.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, partial
from typing import Any, Final, Generic, TypeVar, cast

from intervisie_tui.domain.span import Span
from intervisie_tui.store import plain, shape
from intervisie_tui.store.checker_errors import fault
from intervisie_tui.store.mend import Draft
from intervisie_tui.store.problems import Fault
from intervisie_tui.store.scan import Where
from intervisie_tui.store.toml import Document

T = TypeVar("T")

MOST: Final = 100
"""So many faults are enough to mend at a time."""

ROUNDS: Final = 4
"""How often a document is mended to see what else is wrong."""


_NEVER: Final[Any] = [[[]]]
"""What is right for no key that there is."""


@dataclass(frozen=True, slots=True)
class Sifted(Generic[T]):
    """What came through the gate, and what did not."""

    value: T | None
    """With faults: what was probably meant, to look at; `None`: no telling."""

    faults: tuple[Fault, ...]
    whole: bool
    """Whether nothing is left out of the value."""

    written: Callable[[Where], Where]
    """The way to a part of the value in the file itself, where keys may be wrong."""


def build(
    kind: type[T],
    data: Mapping[str, Any],
    document: Document,
    there: Callable[[Where], Where] = lambda where: where,
) -> T:
    """The *kind* that *data* says. Raises Refused.

    *there* tells where in the document a part of *data* stands.
    """
    sifted = sift(kind, data)
    if sifted.value is None or sifted.faults:
        raise document.refused(f.moved(there(f.where)) for f in sifted.faults)
    return sifted.value


def sift(
    kind: type[T],
    data: Mapping[str, Any],
    names: Callable[[T], Iterable[Fault]] = lambda _value: (),
) -> Sifted[T]:
    """The *kind* that *data* says, with every fault in it.

    *names* finds words that stand for something and that types cannot know, as the
    roles that a method has.
    """
    draft = Draft(kind, dict(data))
    faults: list[Fault] = []
    for _round in range(ROUNDS):
        value, found = _checked(kind, draft.data)
        if value is not None:
            found = list(names(value))
        faults += (f.moved(draft.written(f.where)) for f in found)
        if not found:
            break
        draft.mend(found)
        if draft.hopeless:
            break
    return Sifted(value, tuple(faults), draft.whole, draft.written)


def _checked(kind: type[T], data: Mapping[str, Any]) -> tuple[T | None, list[Fault]]:
    from pydantic import ValidationError

    # As JSON, because there the checker can be strict and yet take a list for a tuple.
    text = json.dumps([_speller(cast("Any", kind))(data)], default=_iso)
    try:
        return _checker(cast("Any", kind)).validate_json(text)[0], []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)[:MOST]
    # Out here, because the checker's error has words of people in it: it is in no traceback.
    found = [fault(kind, d["loc"][1:], d["type"], _given(data, d["loc"][1:])) for d in details]
    # What stands under another name is not missing as well, and not wrong as it is.
    meant = {(*f.where[:-1], f.right) for f in found if f.at_key}
    return None, [f for f in found if meant.isdisjoint([(*f.where, f.missing), f.where])]


def _given(data: Any, where: Where) -> Any:  # noqa: ANN401 - a document holds anything
    """What an author wrote there; of a short form, the whole of it."""
    for step in where:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


@cache
def _checker(kind: Any) -> Any:  # noqa: ANN401 - pydantic's types depend on the value
    from pydantic import ConfigDict, TypeAdapter

    config = ConfigDict(
        strict=True,
        extra="forbid",
        allow_inf_nan=False,
        alias_generator=shape.key_of,
    )
    # A dataclass takes its settings from what it lies in: so the domain needs none.
    return TypeAdapter(tuple[kind], config=config)


@cache
def _speller(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - of any kind
    """What writes a value of that kind in full, where an author may use a short form.

    Worked out once for each kind: a file has hundreds of values.
    """
    kind = shape.bare(kind)
    if kind is Span:
        return _span
    if shape.is_table(kind):
        keys = {key: _speller(inner) for key, inner in shape.keys(kind).items()}
        return partial(_table, keys, dict.fromkeys(shape.nullable(kind)))
    inner = shape.items(kind)
    if inner is not None:
        return partial(_items, _speller(inner), short=not shape.is_table(inner))
    return partial(_day, kind) if kind in (date, datetime) else _plain


def _span(value: object) -> object:
    span = plain.span(value)
    # A table is not how a span is written, though the checker would take it.
    return [] if span is None else {"low": span.low, "high": span.high}


def _table(
    keys: Mapping[str, Callable[[Any], Any]], absent: Mapping[str, None], value: object
) -> object:
    if not isinstance(value, Mapping):
        return _plain(value)
    spelled = {k: keys.get(k, _plain)(plain.in_full(k, inner)) for k, inner in value.items()}
    return {**absent, **spelled}


def _items(spell: Callable[[Any], Any], value: object, *, short: bool) -> object:
    if isinstance(value, Mapping):
        return {key: spell(each) for key, each in value.items()}
    if isinstance(value, list):
        return [spell(each) for each in value]
    return [value] if short and isinstance(value, str) else _plain(value)


def _day(kind: type, value: object) -> object:
    fits = type(value) is kind and (kind is date or plain.is_moment(value))
    return value if fits else _NEVER


def _plain(value: object) -> object:
    """JSON knows no dates: what would pass as one there becomes what never passes."""
    return _NEVER if isinstance(value, (date, time)) else value


def _iso(value: date | time) -> str:
    return value.isoformat()
