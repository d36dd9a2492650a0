"""What is handed out, as a value: it is known what is in it before it is written in any form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from intervisie_tui.domain.method import INTENDED, ChartKind
from intervisie_tui.locale import N_, _, ngettext

Reader = Literal["case-giver", "group", "facilitator", "everyone"]
"""Whom it is for."""

_ROUNDS: Final = {1: "●", 2: "●○", 3: "●◐○"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a flip chart, as it is read."""

    number: int
    words: str
    """As it was said; of a numbered card, whose words are on paper, what is on it."""

    card: bool = False
    """Whether it is such a card."""

    label: str = ""
    """As judged; empty: not judged, or not to be."""

    column: str = ""
    answered: bool = False
    picked: bool = False
    agreed: bool = False
    by: str = ""
    """Who said it; empty: that is not to be seen."""

    note: str = ""
    owner: str = ""
    """Of an action: who intends to do it."""

    when: str = ""
    """Of an action: by when, in the owner's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: int = 0
    """Which column gets the room that the others leave: that with sentences in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A sheet of a flip chart with lines on it."""

    name: str
    kind: ChartKind
    lines: tuple[Line, ...]
    """In the order of the hanging."""

    labels: tuple[str, ...] = ()
    """What lines are judged by; on a scale the points from low to high."""

    columns: tuple[str, ...] = ()

    @property
    def signs(self) -> dict[str, str]:
        """A sign for each label: a round that gets emptier, or else its digit, as on the wall."""
        digits = [str(number) for number, _label in enumerate(self.labels, 1)]
        rounds = None if self.kind == "scale" else _ROUNDS.get(len(self.labels))
        return dict(zip(self.labels, rounds or digits, strict=False))

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The signs that stand before lines here, and what they mean."""
        if self.kind != "list":
            return ()
        given = {line.label for line in self.lines}
        labels = [(sign, label) for label, sign in self.signs.items() if label in given]
        if any(line.picked for line in self.lines):
            labels.append(("▶", _("chosen")))
        if any(line.answered for line in self.lines):
            labels.append(("✓", _("answered")))
        return tuple(labels)

    def marks(self, line: Line) -> str:
        """The signs before a line: how it was judged, whether it was chosen and answered."""
        return self.signs.get(line.label, "") + "▶" * line.picked + "✓" * line.answered

    @property
    def in_columns(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines under the columns they were written in, in order; last those in none."""
        return self._by([line.column for line in self.lines], self.columns)

    @property
    def by_label(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines under their labels, in order; last those that were not judged."""
        return self._by([line.label for line in self.lines], self.labels)

    @property
    def is_of_actions(self) -> bool:
        """Whether its lines are intentions, told in a table."""
        return self.kind in INTENDED

    @property
    def actions(self) -> Table:
        """The lines as what somebody intends to do, and what came of it where that is asked.

        Whether it may be kept is told as long as that is open for any of them.
        """
        columns: dict[str, list[str]] = {
            _("What"): [line.words for line in self.lines],
            _("Who"): [line.owner for line in self.lines],
            _("By when"): [line.when for line in self.lines],
        }
        if self.kind == "follow-up":
            said = [" · ".join(filter(None, (line.label, line.note))) for line in self.lines]
            columns[_("What came of it")] = said
        if not all(line.agreed for line in self.lines):
            agreed = [_("yes") if line.agreed else _("not yet") for line in self.lines]
            columns[_("May be kept")] = agreed
        return Table(heads=tuple(columns), rows=tuple(zip(*columns.values(), strict=True)))

    def _by(
        self, places: list[str], order: tuple[str, ...]
    ) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        # A line may say what its chart does not know: that comes after what it does.
        names = [name for name in order if name in places]
        names += sorted({*places} - {"", *names})
        lines = tuple(zip(places, self.lines, strict=True))
        groups = [(name, tuple(line for place, line in lines if place == name)) for name in names]
        rest = tuple(line for place, line in lines if not place)
        return (*groups, *([("", rest)] if rest else []))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Paragraphs, or a list."""

    texts: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A question with lines under it, to write on with a pen."""

    question: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A statement with five rounds behind it, of which one is filled in with a pen."""

    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Parts under a heading."""

    heading: str
    parts: "tuple[Part, ...]"


Part = Said | Table | Flip | Blank | Rating | Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """Something on paper for one kind of reader, with only what that reader may have.

    The words in it are as they were said, on one line each: no form is given to them yet.
    """

    reader: Reader
    title: str
    under: str = ""
    """What stands small under the title, as when it was."""

    parts: tuple[Part, ...] = ()


_FOR: Final[dict[Reader, str]] = {
    "case-giver": N_("For the case giver alone"),
    "group": N_("For the group"),
    "facilitator": N_("For whoever leads, and nobody else"),
    "everyone": N_("For everybody who takes part"),
}


def contents(handout: Handout) -> list[str]:
    """What is in it, a line each, to be read before it is written and given away."""
    title = " · ".join(filter(None, [handout.title, handout.under]))
    return [_(_FOR[handout.reader]), title, *_contents(handout.parts)]


def _contents(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        match part:
            case Section():
                yield from _of_section(part)
            case Flip():
                yield _of_flip(part)
            case Said():
                yield from part.texts
            case Table():
                yield _rows(part)
            case Blank():
                yield part.question
            case Rating():
                yield part.statement


def _of_section(section: Section) -> Iterator[str]:
    """One line for its heading and its table; else its parts under it, indented."""
    match section.parts:
        case [Table() as table]:
            yield f"{section.heading}: {_rows(table)}"
        case parts:
            yield section.heading
            yield from (f"  {line}" for line in _contents(parts))


def _of_flip(flip: Flip) -> str:
    number = len(flip.lines)
    said = ngettext(
        "Flip chart “{name}”: {number} line",
        "Flip chart “{name}”: {number} lines",
        number,
    ).format(name=flip.name, number=number)
    if any(line.by for line in flip.lines):
        return _("{what}, with who said them").format(what=said)
    return said


def _rows(table: Table) -> str:
    number = len(table.rows)
    said = ngettext("{number} row ({heads})", "{number} rows ({heads})", number)
    return said.format(number=number, heads=", ".join(filter(None, table.heads)).lower())
