"""A hand-out, or a whole record, as Markdown, in the user's language.

Words from the room come out as they were said; times are those of the place where it
is written.
"""

from collections.abc import Iterable, Iterator

from intervisie_tui.domain.closing import Case
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _
from intervisie_tui.store.export import literal as md
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
from intervisie_tui.store.export.readers import for_case_giver
from intervisie_tui.store.export.record import record


def record_as_markdown(session: Session) -> str:
    """All that a record says, but for the facilitator's private notes."""
    return as_markdown(record(session))


def hand_over_as_markdown(session: Session, case: Case) -> str:
    """The sheets of one case, for whoever brought it."""
    return as_markdown(for_case_giver(session, case))


def as_markdown(handout: Handout) -> str:
    """The file."""
    parts = [f"# {_words(handout.title)}", _words(handout.under), *_parts(handout.parts, "##")]
    return "\n\n".join(filter(None, parts)) + "\n"


def _words(text: str) -> str:
    return md.literal(clean(text))


def _parts(parts: Iterable[Part], level: str) -> Iterator[str]:
    for part in parts:
        match part:
            case Section():
                yield f"{level} {_words(part.heading)}"
                yield from _parts(part.parts, f"{level}#")
            case Said():
                texts = map(_words, part.texts)
                yield md.bullets(texts) if part.listed else "\n\n".join(texts)
            case Table():
                yield _table(part)
            case Flip():
                yield f"{level} {_words(part.name)}"
                yield from _flip(part)
            case Blank():
                yield f"**{_words(part.question)}**"
                yield from ["\\_" * 60] * part.rows
            case Rating():
                yield f"{_words(part.statement)}  \n○ 1   ○ 2   ○ 3   ○ 4   ○ 5"


def _table(table: Table) -> str:
    rows = (md.row(map(_words, row)) for row in table.rows)
    return "\n".join([md.table(*map(_words, table.heads)), *rows])


# Flip charts


def _flip(flip: Flip) -> Iterator[str]:
    if flip.is_of_actions:
        yield _table(flip.actions)
    elif flip.kind == "statement":
        yield "\n".join(f"{line.number}. {_line(flip, line)}" for line in flip.lines)
    else:
        groups = flip.in_columns if flip.columns else flip.by_label
        for heading, lines in groups:
            # Where some were judged, the others are said not to be.
            rest = _("not judged") if len(groups) > 1 and not flip.columns else ""
            if heading or rest:
                yield f"**{_words(heading or rest)}**"
            yield md.bullets(_line(flip, line) for line in lines)


def _line(flip: Flip, line: Line) -> str:
    """A line with what was done with it: "What holds you? (An) · *answered*"."""
    text = _words(line.words)
    if line.by:
        text = f"{text} ({_words(line.by)})"
    marks = []
    if flip.columns and line.label:
        marks.append(_words(line.label))
    if line.answered:
        marks.append(_("answered"))
    if line.picked:
        marks.append(_("chosen"))
    said = " · ".join([text, *(f"*{mark}*" for mark in marks)])
    return f"{said}\n  - {_words(line.note)}" if line.note else said
