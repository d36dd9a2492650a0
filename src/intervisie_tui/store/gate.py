"""Plain data from a file into the values of the domain, or everything that is wrong with it.

The checker is pydantic over the domain's own dataclasses, which know nothing of it. It is
strict, so that nothing is guessed: a key that it does not know is refused, and a text is
no number. What it says is said again in an author's words.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
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


def sift(kind: type[T], data: Mapping[str, Any]) -> Sifted[T]:
    """The *kind* that *data* says, with every fault in it."""
    draft = Draft(kind, dict(data))
    faults: list[Fault] = []
    for _round in range(ROUNDS):
        value, found = _checked(kind, draft.data)
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
    text = json.dumps([_spelled_out(kind, data)], default=_iso)
    try:
        return _checker(cast("Any", kind)).validate_json(text)[0], []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)[:MOST]
    # Out here, because the checker's error has words of people in it: it is in no traceback.
    found = [fault(kind, d["loc"][1:], d["type"], d["input"]) for d in details]
    # A key under another name is not missing as well.
    meant = {(*f.where[:-1], f.right) for f in found if f.at_key}
    return None, [f for f in found if (*f.where, f.missing) not in meant]


@cache
def _checker(kind: Any) -> Any:  # noqa: ANN401 - pydantic's types depend on the value
    from pydantic import ConfigDict, TypeAdapter

    config = ConfigDict(
        strict=True,
        extra="forbid",
        allow_inf_nan=False,
        alias_generator=lambda name: name.replace("_", "-"),
    )
    # A dataclass takes its settings from what it lies in: so the domain needs none.
    return TypeAdapter(tuple[kind], config=config)


def _spelled_out(kind: Any, value: Any) -> Any:  # noqa: ANN401 - of any kind
    """The value with the short forms that an author may use written in full."""
    kind = shape.bare(kind)
    if kind is Span:
        span = plain.span(value)
        # A table is not how a span is written, though the checker would take it.
        return [] if span is None else {"low": span.low, "high": span.high}
    if shape.is_table(kind) and isinstance(value, Mapping):
        known = shape.keys(kind)
        full = {key: _spelled_out(known.get(key), inner) for key, inner in value.items()}
        return dict.fromkeys(shape.nullable(kind)) | full
    inner = shape.items(kind)
    if inner is not None:
        if isinstance(value, Mapping):
            return {key: _spelled_out(inner, each) for key, each in value.items()}
        if isinstance(value, list):
            return [_spelled_out(inner, each) for each in value]
        if isinstance(value, str) and not shape.is_table(inner):
            return [value]
    return _dated(kind, value)


def _dated(kind: Any, value: Any) -> Any:  # noqa: ANN401 - as above
    """JSON knows no dates: what would pass as one there becomes what never passes."""
    if kind not in (date, datetime) and not isinstance(value, date | time):
        return value
    fits = type(value) is kind and (kind is date or plain.is_moment(value))
    return value if fits else []


def _iso(value: date | time) -> str:
    return value.isoformat()
