"""What may stand in a method file, as JSON Schema: editors complete and explain with it.

Draft 7, as the editors read that know TOML. An editor shows the description of a key while
an author types it, and what `x-taplo` says of a word beside that word; a reference elsewhere
(`$ref`) would hide the description, so every table is written out where it stands.
"""

import json
from collections.abc import Mapping
from typing import Any, Final, Literal, get_args, get_origin

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.span import Span
from intervisie_tui.locale import N_, _
from intervisie_tui.store import reference, shape
from intervisie_tui.store.reference.entry import Entry

TITLE: Final = N_("A method for intervisie")

SPAN: Final = r"^\s*\d+([.]\d+)?\s*([-–]\s*\d+([.]\d+)?\s*|[+]\s*)?$"
"""A number or a range as a text; as a number it needs no pattern."""

_SIMPLE: Final[Mapping[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Span: {"type": ["number", "string"], "pattern": SPAN},
}


def schema() -> dict[str, Any]:
    """The schema of a method file, in the chosen language."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": _(TITLE),
        **_table(Method),
    }


def as_json() -> str:
    """The schema as the text of a file."""
    return f"{json.dumps(schema(), ensure_ascii=False, indent=2)}\n"


def _table(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    """A table with the keys of a dataclass and no others."""
    return {
        "type": "object",
        "required": [key for key in shape.required(kind) if key not in shape.nullable(kind)],
        "properties": {key: _key(kind, key, hint) for key, hint in shape.keys(kind).items()},
        "additionalProperties": False,
    }


def _key(kind: Any, key: str, hint: Any) -> dict[str, Any]:  # noqa: ANN401 - types of any kind
    """One key: what is said of it, and what may stand there."""
    entry = reference.entry(kind, key)
    said = {"description": entry.markdown, "examples": [entry.value(key)]}
    return said | _kind(hint, entry)


def _kind(hint: Any, entry: Entry) -> dict[str, Any]:  # noqa: ANN401 - a type of any kind
    hint = shape.bare(hint)
    if shape.is_table(hint):
        return _table(hint)
    inner = shape.items(hint)
    if inner is None:
        return _one(hint, entry)
    if get_origin(hint) is not tuple:
        return {"type": "object", "additionalProperties": _kind(inner, entry)}
    one = _kind(inner, entry)
    several = {"type": "array", "items": one}
    if shape.is_table(inner):
        return several
    # An author may leave out the brackets around one.
    if one == _SIMPLE[str]:
        return {"type": ["string", "array"], "items": one}
    return {"type": ["string", "array"], "anyOf": [one, several]}


def _one(hint: Any, entry: Entry) -> dict[str, Any]:  # noqa: ANN401 - a type of any kind
    """A single value; where words are known and others may stand, the known are offered."""
    if get_origin(hint) is Literal:
        words = get_args(hint)
    elif hint is Span and entry.words:
        return _SIMPLE[Span] | {"pattern": f"{SPAN}|^({'|'.join(entry.words)})$"}
    elif entry.words:
        return {"type": "string", "anyOf": [_words(tuple(entry.words), entry), _SIMPLE[str]]}
    else:
        return _SIMPLE[hint]
    return _words(words, entry)


def _words(words: tuple[Any, ...], entry: Entry) -> dict[str, Any]:
    means = [_(entry.words[word]) for word in words if word in entry.words]
    return {"enum": list(words)} | ({"x-taplo": {"docs": {"enumValues": means}}} if means else {})
