"""A hand-out as a PDF, by typst; that is an extra, imported only when it is used.

Words go to typst as data, never as markup. Its own fonts are used first, and nothing is fetched:
our templates name no package, and one of a user's own that does is refused.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from intervisie_tui.domain.text import clean, one_line
from intervisie_tui.locale import _, language
from intervisie_tui.store.export.handout import (
    Blank,
    Flip,
    Handout,
    Line,
    Part,
    Rating,
    Said,
    Section,
    Table,
)
from intervisie_tui.store.export.templates import FOLDER
from intervisie_tui.store.problems import Problem, Refused, reason

Data = dict[str, Any]

_PACKAGE: Final = re.compile(r'"@[\w-]+/')
"""What typst would look for on the network."""

_PLACE: Final = re.compile(r"┌─ (?P<file>.+):(?P<line>\d+):(?P<column>\d+)$", re.MULTILINE)
"""Where typst says that a fault is."""


def available() -> bool:
    """Whether typst is here."""
    return find_spec("typst") is not None


def as_pdf(handout: Handout) -> bytes:
    """The file. Raises ImportError where there is no typst."""
    return compiled(
        FOLDER / "handout.typ",
        {
            "title": handout.title,
            "under": handout.under,
            "parts": [_plain(part) for part in handout.parts],
        },
    )


def compiled(template: Path, data: Mapping[str, Any]) -> bytes:
    """A PDF of a template and its data. Raises Refused, and ImportError without typst.

    The template finds the data, with the language, in `sys.inputs.data` as JSON.
    """
    import typst

    _refuse_packages(template)
    given = json.dumps(_cleaned({"language": language(), **data}))
    try:
        made = typst.compile(
            template, root=template.parent, format="pdf", sys_inputs={"data": given}
        )
    except OSError as error:
        raise Refused([Problem(template, 0, 0, _unread(error))]) from error
    except RuntimeError as error:
        raise Refused([_fault(template, error)]) from error
    if not isinstance(made, bytes):
        raise TypeError(made)
    return made


# What typst is given


def _cleaned(data: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, dict):
        return {key: _cleaned(value) for key, value in data.items()}
    return [_cleaned(each) for each in data] if isinstance(data, list | tuple) else data


def _plain(part: Part) -> Data:
    match part:
        case Section():
            parts = [_plain(each) for each in part.parts]
            return {"kind": "section", "heading": part.heading, "parts": parts}
        case Said():
            return {"kind": "said", "texts": part.texts, "listed": part.listed}
        case Table():
            return {"kind": "table", **asdict(part)}
        case Blank():
            return {"kind": "blank", "question": part.question, "rows": part.rows}
        case Rating():
            return {"kind": "rating", "statement": part.statement}
        case Flip():
            return {"kind": "flip", "name": part.name, "legend": part.legend, **_on(part)}


def _on(flip: Flip) -> Data:
    """What is on a flip chart, by how it is laid out."""
    if flip.is_of_actions:
        return {"as": "table", **asdict(flip.actions)}
    if flip.kind == "scale" and flip.labels:
        groups = dict(flip.by_label)
        points = [
            {"label": label, "there": [line.words for line in groups.get(label, ())]}
            for label in flip.labels
        ]
        rest = [_line(flip, line) for line in flip.lines if line.label not in flip.labels]
        return {"as": "scale", "points": points, "rest": rest, "unplaced": _("Not yet placed")}
    if flip.kind == "statement":
        return {"as": "versions", "lines": [_line(flip, line) for line in flip.lines]}
    groups_of = flip.in_columns if flip.columns else (("", flip.lines),)
    columns = [
        {"heading": heading, "lines": [_line(flip, line) for line in lines]}
        for heading, lines in groups_of
    ]
    return {"as": "list", "columns": columns}


def _line(flip: Flip, line: Line) -> Data:
    return {
        "marks": flip.marks(line),
        "number": line.number,
        "words": line.words,
        "card": line.card,
        "by": line.by,
        "note": line.note,
    }


# What is wrong with a template


def _refuse_packages(template: Path) -> None:
    """Raise Refused for a template, or a file beside it, that would fetch something."""
    try:
        for path in (template, *sorted(template.parent.glob("*.typ"))):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if found := _PACKAGE.search(line):
                    said = _("a template fetches nothing from the network: “{package}” cannot stay")
                    message = said.format(package=found[0].strip('"'))
                    raise Refused([Problem(path, number, found.start() + 1, message)])
    except (OSError, UnicodeDecodeError) as error:
        raise Refused([Problem(template, 0, 0, _unread(error))]) from error


def _unread(error: OSError | UnicodeDecodeError) -> str:
    return _("this file cannot be read: {reason}").format(reason=reason(error))


def _fault(template: Path, error: RuntimeError) -> Problem:
    """What typst says is wrong, where it says that it is; in its own words, that are English."""
    found = _PLACE.search(getattr(error, "diagnostic", ""))
    message = _("typst cannot make a PDF of this: {reason}")
    message = message.format(reason=one_line(getattr(error, "message", str(error))))
    if found is None:
        return Problem(template, 0, 0, message)
    path = template.with_name(Path(found["file"]).name)
    # It counts columns from 0.
    return Problem(path, int(found["line"]), int(found["column"]) + 1, message)
