"""Hand-outs on disk, where they wait to be given to whom they are for."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, cast, get_args

from intervisie_tui.domain.session import Session
from intervisie_tui.store.export.calendar import as_calendar
from intervisie_tui.store.export.forms import FORMS, Form, usual, written
from intervisie_tui.store.export.handout import Handout, Reader
from intervisie_tui.store.export.readers import cases, for_case_giver, for_facilitator, for_group
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import private_folder, sweep, write_whole

_Of = Literal["case-giver", "group", "facilitator"]
"""Whose hand-outs tell of a meeting; what is for everyone is the same after any."""

_OURS: Final = re.compile(rf"-({'|'.join(get_args(_Of))})-(\d+)\.({'|'.join(FORMS)})")
"""What comes after the name of a record in that of a hand-out made of it."""


def write_hand_out(
    home: Home, record: Path, made: Handout, *, case: int = 1, form: Form | None = None
) -> Path:
    """Write what was made of a record; the same made earlier is replaced.

    *case* is its number among the cases of the meeting, from 1, and *form* is `None` for the
    usual one. Raises `OSError`, and ImportError for a PDF without typst.
    """
    return write_paper(home, name_of(record, made.reader, case), made, form=form)


def write_paper(home: Home, name: str, made: Handout, *, form: Form | None = None) -> Path:
    """Write something under that *name*; what was called so is replaced. Raises as above."""
    form = form or usual()
    data = written(made, form)
    private_folder(home.hand_over)
    path = paper(home, name, form)
    write_whole(path, data)
    return path


def name_of(record: Path, reader: Reader, case: int = 1) -> str:
    """What a hand-out is called: after the record, that is called after nobody."""
    return f"{record.stem}-{reader}-{case}"


def paper(home: Home, name: str, form: str) -> Path:
    """Where it is, or would be."""
    return home.hand_over / f"{name}.{form}"


def papers(home: Home, name: str) -> list[Path]:
    """What was written under that *name*, in any form."""
    places = (paper(home, name, form) for form in (*FORMS, "ics"))
    return [path for path in places if path.exists()]


# The next meetings


def write_dates(
    home: Home, name: str, dates: Sequence[datetime], *, minutes: int, now: datetime
) -> Path:
    """Write the next meetings for a calendar; what was called so is replaced. Raises `OSError`."""
    data = as_calendar(dates, minutes=minutes, now=now)
    private_folder(home.hand_over)
    path = paper(home, name, "ics")
    write_whole(path, data)
    return path


def dates_in(home: Home, name: str) -> tuple[datetime, ...]:
    """When the group meets again, as it was written there; empty: that cannot be read."""
    from icalendar import Calendar, Event

    try:
        calendar = Calendar.from_ical(paper(home, name, "ics").read_bytes())
        starts = [event.start for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    except (OSError, ValueError):
        return ()
    return tuple(each for each in starts if isinstance(each, datetime) and each.tzinfo is not None)


# What becomes of them


def say_no_more(home: Home, record: Path, session: Session, gone: Collection[int]) -> None:
    """Have what was written of a record say nothing that is not in *session* any more.

    *gone* are the numbers of the cases of which nothing stays: what their case givers got
    from here is removed, and what tells of the meeting as a whole, because those cases are in
    that too. The rest is written anew: a line may have been wiped since, or an intention not
    have been agreed to. Raises `OSError`.
    """
    for path, reader, case, form in _written_of(home, record):
        stays = case not in gone if reader == "case-giver" else not gone
        made = _made(session, reader, case, dates_in(home, dates_name(record))) if stays else None
        if made is not None:
            try:
                write_hand_out(home, record, made, case=case, form=form)
            except ImportError:
                made = None  # it was written where typst is
        if made is None:
            path.unlink(missing_ok=True)
    if home.hand_over.is_dir():
        sweep(home.hand_over)


def dates_name(record: Path) -> str:
    """What the file with the next meetings is called."""
    return f"{record.stem}-dates"


def remove_hand_outs(home: Home, record: Path) -> None:
    """Remove all that was written here of a record, as when its words are to go.

    What the close handed over has other names, and stays. Raises `OSError`.
    """
    if not home.hand_over.is_dir():
        return
    for path, *_how in _written_of(home, record):
        path.unlink(missing_ok=True)
    sweep(home.hand_over)


def _written_of(home: Home, record: Path) -> Iterator[tuple[Path, _Of, int, Form]]:
    """The hand-outs of a record, with what their names say of them."""
    try:
        found = sorted(home.hand_over.iterdir())
    except OSError:
        return
    for path in found:
        ours = _OURS.fullmatch(path.name.removeprefix(record.stem))
        if ours is not None and path.name.startswith(record.stem):
            yield path, cast("_Of", ours[1]), int(ours[2]), cast("Form", ours[3])


def _made(
    session: Session, reader: _Of, case: int, following: Sequence[datetime]
) -> Handout | None:
    """What that reader may have; `None`: there is nothing for them any more."""
    match reader:
        case "case-giver":
            there = dict(enumerate(cases(session), 1))
            return for_case_giver(session, there[case]) if case in there else None
        case "group":
            return for_group(session, following=following)
        case "facilitator":
            return for_facilitator(session)
