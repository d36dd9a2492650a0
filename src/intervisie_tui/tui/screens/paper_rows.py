"""What the list of a meeting's papers says: its rows, and a word about the one that is chosen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from textual.content import Content

from intervisie_tui.domain import closing
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.store.export.readers import cases
from intervisie_tui.tui.screens.certifying import nobody
from intervisie_tui.tui.screens.each_case import decidable
from intervisie_tui.tui.screens.giving import NAMES, QUIET, written
from intervisie_tui.tui.screens.menu import Entry
from intervisie_tui.tui.widgets.key_names import key_name
from intervisie_tui.tui.widgets.reading import Paragraph, Prose

HAND_OUTS: Final = {
    "group": Entry(
        "g",
        N_("For the group"),
        N_("What was intended by those who agreed to it, and when you meet again"),
        N_("For the group"),
        N_("What was intended by those who agreed to it, and when you meet again."),
    ),
    "facilitator": Entry(
        "f",
        N_("For yourself"),
        N_("What was planned and what it took; before the close your own notes too"),
        N_("For yourself"),
        N_("What was planned and what it took; before the close your own notes too. Only for you."),
    ),
}
"""What is handed out of the meeting, beside what each case giver gets."""

MORE: Final = {
    "certificates": Entry(
        "c",
        N_("Certificates"),
        N_("That they took part, for each who did; nothing of any case is on it"),
        N_("Certificates"),
        N_("That they took part, when and how long, for each who did. Nothing of any case."),
    ),
    "dates": Entry(
        "d",
        N_("Next date"),
        N_("The next meeting or a series of them, for everybody's calendar"),
        N_("Next date"),
        N_("The next meeting or a series of them, as a file for everybody's calendar."),
    ),
    "questionnaire": Entry(
        "q",
        N_("Questionnaire"),
        N_("The longer evaluation, to fill in with a pen and without a name"),
        N_("Questionnaire"),
        N_("The longer evaluation, to fill in with a pen and without a name."),
    ),
}
"""What else there is to write."""

MENU: Final = HAND_OUTS | MORE

KEYS: Final = 9
"""Cases that have a key of their own: the digits."""

AFTER: Final = {1: N_("after the first meeting"), 3: N_("after the third meeting")}
"""When the questionnaire is asked for (S3.4)."""

_KEY: Final = 4
"""Cells for the key before a row."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the disk knows of it."""

    files: Mapping[str, Sequence[Path]] = field(default_factory=dict)
    """What was written already, by its row."""

    number: int | None = None
    """Which meeting of the group it is, from 1; `None`: not known."""


def numbers(session: Session) -> tuple[int, ...]:
    """The cases of which there is something to take along, by their numbers in the meeting."""
    return tuple(
        number
        for number, case in enumerate(cases(session), 1)
        if closing.for_case_giver(session, case).sheets
    )


def rows(session: Session, known: Known) -> Iterator[tuple[str | None, Content | Prose]]:
    """The rows with the names of their actions; those of cases are "case 1"."""
    named = decidable(session)
    for at, number in enumerate(numbers(session), 1):
        whose = Content.styled(f" · {named[number - 1]}" if number - 1 in named else "", QUIET)
        words = Content.assemble(_("For the case giver"), whose)
        yield _row(f"case {at}", str(at) if at <= KEYS else "", words, known)
    for action, entry in HAND_OUTS.items():
        yield _row(action, entry.key, Content(_(entry.words)), known)
    yield None, Content()
    for action, entry in MORE.items():
        words = Content(_(entry.words))
        if action == "questionnaire" and known.number in AFTER:
            words = Content.assemble(words, (f" · {_(AFTER[known.number])}", QUIET))
        yield _row(action, entry.key, words, known)


def hint(row: str | None, session: Session, known: Known) -> str:
    """A word about a row before it is chosen, and where it is once it was."""
    if row == "certificates" and (why := nobody(session)):
        return why
    words = _(MENU[row].hint) if row in MENU else _("Their own sheets, and nothing else.")
    files = known.files.get(row or "")
    return f"{words}\n{written(files)}" if files else words


def _row(row: str, key: str, words: Content, known: Known) -> tuple[str, Prose]:
    """A row with its key, and the forms in which it was written already."""
    if files := known.files.get(row):
        forms = dict.fromkeys(NAMES[path.suffix[1:]] for path in files)
        words = Content.assemble(words, (f"  ✓ {', '.join(forms)}".rstrip(), QUIET))
    sign = f"{key_name(key) if key else '':<{_KEY - 1}}"
    return row, Prose([Paragraph(words, Content.styled(sign, QUIET))])
