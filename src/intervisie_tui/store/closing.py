"""The close of a session on disk: what was decided about its words is done to its files."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from intervisie_tui.domain.closing import Decided, cases, closed, decisions, for_case_giver
from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.session import Session
from intervisie_tui.store.export.markdown import hand_over_as_markdown
from intervisie_tui.store.export.phrases import person_name
from intervisie_tui.store.hand_outs import say_no_more
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import private_folder, sweep, write_whole
from intervisie_tui.store.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """What there is after a close."""

    record: Path | None
    """`None`: nothing was kept."""

    handed: tuple[Path, ...] = ()
    """What is for the case giver; one file for each case of the meeting with a word on it."""

    whose: tuple[str, ...] = ()
    """Where there are several cases: who brought the case of each of these files."""


def close_record(  # noqa: PLR0913 - the decision, in all its parts
    home: Home,
    writer: Writer,
    session: Session,
    choice: Choice,
    apart: Mapping[int, Choice] = MappingProxyType({}),
    *,
    until: date | None,
    now: datetime,
) -> Closed:
    """Do what was decided; the writer has ended after it.

    *apart* is what was decided otherwise about a case, as in `domain.closing.closed`. *until* is
    the last day that `all` is kept, `None`: until somebody deletes it. Raises OSError when
    the disk refuses; then it is a draft as before, and the writer goes on.

    Cut off at any point, nothing that was to stay is lost and nothing that was to go is
    forgotten. The sheets that are handed over are on disk before they leave the record. The
    desk goes before the record changes, and the record is changed whole, or removed, as the
    last thing: until then it is a draft, so it is offered to be closed again. Sheets that
    such an earlier attempt wrote are written anew, or removed when the choice is another. So
    are the hand-outs that were written before: of a case that is erased none stays.
    """
    paths = _hand_over_paths(home, writer.path, session)
    stays = closed(session, choice, apart, until=until, now=now)
    decided = decisions(session, choice, apart)
    gone = {number for number, (_case, each) in enumerate(decided, 1) if each == "nothing"}
    try:
        handed = _hand_over(paths, session, decided)
        say_no_more(home, writer.path, session, gone)
        writer.finish(stays)
    except OSError:
        with suppress(OSError):
            _remove(paths)
        raise
    return Closed(
        record=None if stays is None else writer.path,
        handed=tuple(handed),
        whose=tuple(handed.values()) if len(paths) > 1 else (),
    )


def _hand_over(paths: tuple[Path, ...], session: Session, decided: Decided) -> dict[Path, str]:
    """The files that were written, and whose case is in each; what is not handed over has none."""
    handed = {}
    for (case, choice), path in zip(decided, paths, strict=True):
        theirs = for_case_giver(session, case)
        if choice != "hand-over":
            _remove((path,))
        elif theirs.sheets:
            private_folder(path.parent)
            write_whole(path, hand_over_as_markdown(theirs, case).encode())
            names = (person_name(session, person) for person in case.people)
            handed[path] = ", ".join(filter(None, names))
    return handed


def _hand_over_paths(home: Home, record: Path, session: Session) -> tuple[Path, ...]:
    """One for each case, called after the record, so that trying again makes no second."""
    names = (
        f"{record.stem}.md" if number == 1 else f"{record.stem}-{number}.md"
        for number, _case in enumerate(cases(session), 1)
    )
    return tuple(home.hand_over / name for name in names)


def _remove(paths: tuple[Path, ...]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
        sweep(path.parent)
