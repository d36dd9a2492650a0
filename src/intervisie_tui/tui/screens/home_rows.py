"""What home says: its rows, its notices, and a word about the row that is chosen."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.tui.screens.menu import Entry
from intervisie_tui.tui.widgets.reading import Paragraph, Prose
from intervisie_tui.tui.widgets.trouble import trouble

if TYPE_CHECKING:
    # Home is painted before anything of the store is needed.
    from intervisie_tui.store.heads import Unfinished
    from intervisie_tui.tui.screens.shelf import Shelf
    from intervisie_tui.tui.screens.waiting import Waiting


MENU: Final = {
    "prepare": Entry(
        "p",
        N_("Prepare"),
        N_("Prepare a session, up to its welcome sheet"),
        N_("Prepare a session"),
        N_("Choose a method and who takes part; then the welcome sheet hangs."),
    ),
    "advise": Entry(
        "a",
        N_("Choose a method"),
        N_("See which methods suit your group and its question, and why"),
        N_("Choose a method"),
        N_("Say what there is, and see what fits and why."),
    ),
    "methods": Entry(
        "m",
        N_("Methods"),
        N_("Read how they go"),
        N_("Methods"),
        N_("Read how each of them goes, from the first step to the last."),
    ),
    "groups": Entry(
        "g",
        N_("Groups"),
        N_("Plan the next meeting of a group, or change what is kept of it"),
        N_("Groups"),
        N_("Groups that meet again: who is in them, and what they usually do."),
    ),
    "records": Entry(
        "r",
        N_("Records"),
        N_("Read or delete what was kept"),
        N_("Records"),
        N_("Read or delete what was kept of earlier sessions."),
    ),
    # The other language, in its own words: here Dutch, in the Dutch catalogue English.
    "language": Entry(
        "l",
        N_("Nederlands"),
        N_("Ga verder in het Nederlands"),
        N_("Nederlands"),
        N_("Ga verder in het Nederlands."),
        shown=False,
    ),
    "app.quit": Entry(
        "q", N_("Quit"), N_("Leave the program"), N_("Quit"), N_("Everything is saved already.")
    ),
}
"""What there always is, by the name of its action."""

KEYS: Final = 9
"""Rows that have a key of their own: the digits."""


def rows(records: "Waiting | None") -> Iterator[tuple[str | None, Content | Prose]]:
    """The rows with their ids; one without an id is empty.

    *records* is `None` while they are being read. Then no row has a number, because
    it might be another one's in a moment.
    """
    number = 0
    for number, each in enumerate(records.unfinished if records else (), 1):
        yield _id(each), _numbered(number, *_session(each))
    if records and records.past:
        number += 1
        past = [*map(_warning, _past(records))]
        yield "expired", _numbered(number, *past)
    if number:
        yield None, Content()
    for place, (action, entry) in enumerate(MENU.items(), number + 1):
        yield action, _numbered(place if records else 0, Content(_(entry.words)))


def session_of(row: str, records: "Waiting | None") -> "Unfinished | None":
    """The session that a row is about; `None`: it is about another thing."""
    sessions = records.unfinished if records else ()
    return next((each for each in sessions if _id(each) == row), None)


def hint(row: str | None, records: "Waiting | None") -> str:
    """A word about a row, before it is chosen."""
    if row == "expired":
        return _("Enter deletes them, after a question.")
    if row in MENU:
        return _(MENU[row].hint)
    session = session_of(row or "", records)
    if session is None:
        return ""
    if session.only_close:
        return _("Enter opens the closing sheet: this was too long ago to go on with.")
    if session.head.state == "prepared":
        return _("Enter opens the welcome sheet.")
    return _("Enter goes on where you were.")


def notices(
    problems: Sequence[str], shelf: "Shelf | None", records: "Waiting | None"
) -> tuple[str, ...]:
    """What the user should know, most urgent first; the rest of it works."""
    said = [*problems]
    if records and records.broken:
        said.append(
            ngettext(
                "{number} record cannot be read; Records says why",
                "{number} records cannot be read; Records says why",
                records.broken,
            ).format(number=records.broken)
        )
    if shelf is not None:
        broken = (shelf.wrong(file) for file in shelf.files)
        said += (trouble(problems[0]) for problems in broken if problems)
        said += shelf.notices
    return tuple(said)


def _past(records: "Waiting") -> Iterator[str]:
    """What is past its date, a line each."""
    if number := len(records.expired):
        yield ngettext(
            "{number} record is past the day it was kept until",
            "{number} records are past the day they were kept until",
            number,
        ).format(number=number)
    if number := len(records.certificates):
        yield ngettext(
            "{number} certificate is past its term",
            "{number} certificates are past their term",
            number,
        ).format(number=number)


def _warning(said: str) -> Content:
    return Content.styled(f"! {said}", "$text-warning")


def _id(session: "Unfinished") -> str:
    return f"resume {session.head.path}"


def _session(each: "Unfinished") -> tuple[Content, Content]:
    """What it is, and how far it got."""
    from intervisie_tui.tui.widgets import record_row

    state = record_row.state(each.head, only_close=each.only_close)
    return Content(record_row.what(each.head)), Content.styled(state, "$foreground-muted")


def _numbered(number: int, words: Content, *more: Content) -> Prose:
    """A row with the key that chooses it; 0: it has none."""
    key = f"{number} " if 0 < number <= KEYS else "  "
    first = Paragraph(words, Content.styled(key, "$foreground-muted"))
    return Prose((first, *(Paragraph(each, indent=len(key) + 1) for each in more)))
