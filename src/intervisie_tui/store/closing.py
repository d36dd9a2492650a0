"""The close of a session on disk: what was decided about its words is done to its files."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from intervisie_tui.domain.closing import Choice, closed, for_case_giver
from intervisie_tui.domain.session import Session
from intervisie_tui.store.export.markdown import hand_over_as_markdown
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


def close_record(  # noqa: PLR0913 - the decision, in all its parts
    home: Home,
    writer: Writer,
    session: Session,
    choice: Choice,
    *,
    until: date | None,
    now: datetime,
) -> Closed:
    """Do what was decided; the writer has ended after it.

    *until* is the last day that `all` is kept, `None`: until somebody deletes it. Raises
    OSError when the disk refuses; then it is a draft as before, and the writer goes on.

    Cut off at any point, nothing that was to stay is lost and nothing that was to go is
    forgotten. The sheets that are handed over are on disk before they leave the record. The
    desk goes before the record changes, and the record is changed whole, or removed, as the
    last thing: until then it is a draft, so it is offered to be closed again. Sheets that
    such an earlier attempt wrote are written anew, or removed when the choice is another.
    """
    paths = _hand_over_paths(home, writer.path, session)
    stays = closed(session, choice, until=until, now=now)
    handed: tuple[Path, ...] = ()
    try:
        if choice == "hand-over":
            handed = _hand_over(paths, session)
        else:
            _remove(paths)
        writer.finish(stays)
    except OSError:
        with suppress(OSError):
            _remove(paths)
        raise
    return Closed(record=None if stays is None else writer.path, handed=handed)


def _hand_over(paths: tuple[Path, ...], session: Session) -> tuple[Path, ...]:
    handed = []
    for block, path in enumerate(paths):
        theirs = for_case_giver(session, block)
        if theirs.sheets:
            private_folder(path.parent)
            write_whole(path, hand_over_as_markdown(theirs, block).encode())
            handed.append(path)
    return tuple(handed)


def _hand_over_paths(home: Home, record: Path, session: Session) -> tuple[Path, ...]:
    """One for each block, called after the record, so that trying again makes no second."""
    names = (
        f"{record.stem}.md" if block == 0 else f"{record.stem}-{block + 1}.md"
        for block in range(len(session.blocks))
    )
    return tuple(home.hand_over / name for name in names)


def _remove(paths: tuple[Path, ...]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
        sweep(path.parent)
