"""The files of one record, by name: what it is called, and what lies beside it.

A record may be a link to another folder. What it points at is the record, and beside
that lie the desk and the lock: so it is one record, by whatever name it is opened.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import Final

from intervisie_tui.store.chance import by_chance
from intervisie_tui.store.machine import sweep

_DESK: Final = ".desk.toml"


def new_record(folder: Path, made: datetime) -> Path:
    """A name that no record has: the local date and time, and six signs by chance.

    Nobody's name is in it, nor what it is about: names of files are seen by many.
    """
    start = made.astimezone().strftime("%Y-%m-%d-%H%M")
    while True:
        path = folder / f"{start}-{by_chance()}.toml"
        if not os.path.lexists(path):
            return path


def records_in(folder: Path) -> list[Path]:
    """The records in a folder, newest first; none if it cannot be read."""
    try:
        found = [path for path in folder.glob("*.toml") if _is_record(path)]
    except OSError:
        return []
    return sorted(found, key=lambda path: path.name, reverse=True)


def desk_of(record: Path) -> Path:
    """Where the desk of a record is."""
    real = _real(record)
    return real.with_name(real.stem + _DESK)


def lock_of(record: Path) -> Path:
    """The file that says that somebody has a record open."""
    real = _real(record)
    return real.with_name(f".{real.name}.lock")


def remove(record: Path) -> None:
    """Remove a record and its desk, and whatever of them a cut-off write left.

    The record goes last: cut off before that, it is still listed and can be deleted
    again. What was handed over is not touched, for it belongs to the case giver.
    Raises OSError.
    """
    real = _real(record)
    desk_of(real).unlink(missing_ok=True)
    sweep(real.parent)
    real.unlink(missing_ok=True)
    record.unlink(missing_ok=True)


def _real(record: Path) -> Path:
    return Path(os.path.realpath(record))


def _is_record(path: Path) -> bool:
    return not path.name.startswith(".") and not path.name.endswith(_DESK)
