"""What is given on the command line, made into what is meant."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path

from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _, language
from intervisie_tui.store.home import Home

FEW = 5
"""Seats that are set out when nobody said who comes; more can join."""

MANY = 1000
"""More people or minutes are a slip of the fingers."""


def method(home: Home, name: str) -> tuple[Path, Method]:
    """The file and the method of a name or path. Raises Wrong, with all that is wrong in it."""
    from intervisie_tui.store.absent import meant
    from intervisie_tui.store.methods import load
    from intervisie_tui.store.problems import Refused

    try:
        path = meant(name, home, language())
        return path, load(path)
    except Refused as refused:
        raise Wrong(str(refused)) from refused


def group(home: Home, name: str) -> Group | None:
    """The user's group of that name or id; `None`: it is only a name. Raises Wrong."""
    from intervisie_tui.store.groups import groups, resolve_group
    from intervisie_tui.store.problems import Refused

    known = {file.id for file in groups(home)}
    known |= {file.group.name.casefold() for file in groups(home) if file.group is not None}
    if one_line(name).casefold() not in known:
        return None
    try:
        return resolve_group(home, name)
    except Refused as refused:
        raise Wrong(str(refused)) from refused


def record(home: Home, name: str | None) -> Path:
    """The record of that name or path; without one, the newest that is not closed."""
    from intervisie_tui.store.files import records_in
    from intervisie_tui.store.heads import unfinished

    if name is None:
        waiting = unfinished(home, datetime.now(UTC))
        if not waiting:
            raise Wrong(_("There is no session to go on with."))
        return waiting[0].head.path
    with suppress(OSError):  # too long for a file, it may be nothing at all
        if Path(name).is_file():
            return Path(name)
    found = [path for path in records_in(home.records) if name in path.stem]
    if len(found) != 1:
        raise Wrong(
            _("There is no record of this name; “intervisie records” lists them.")
            if not found
            else _("More than one record has this in its name: {names}").format(
                names=", ".join(path.stem for path in found)
            )
        )
    return found[0]


def names(people: str | None, members: Sequence[str] = ()) -> tuple[str, ...]:
    """Names with commas between them, each on a seat; else those of *members*. Raises Wrong."""
    from intervisie_tui.domain.names import called_the_same, names_in
    from intervisie_tui.domain.room import SEATS

    if people is None:
        return tuple(members) or ("",) * FEW
    found = names_in(people)
    if not 1 < len(found) <= SEATS:
        raise Wrong(_("“--people” wants 2 to {number} names.").format(number=SEATS))
    if (twice := called_the_same(found)) is not None:
        raise Wrong(_("Two people are called “{name}”: add a letter.").format(name=twice))
    return found


def seat(said: str | None, names: Sequence[str]) -> int | None:
    """The seat of the case giver, by name or by number. Raises Wrong."""
    from intervisie_tui.domain.names import seat_of

    if said is None:
        return None
    found = seat_of(said, dict(enumerate(names, 1)))
    if found is None:
        raise Wrong(_("The case giver is one of the people: a name from the list, or a seat."))
    return found


def hour(option: str, said: str | None) -> time | None:
    """A time of day; `None`: nothing is said. Raises Wrong."""
    from intervisie_tui.domain.hours import hour_in

    try:
        return hour_in(said or "")
    except ValueError as error:
        wants = _("“{option}” wants a time of day, as in 16:30.").format(option=option)
        raise Wrong(wants) from error


def number(option: str, said: str | None) -> int | None:
    """A number from 1 on. Raises Wrong."""
    if said is None:
        return None
    if not (said.isascii() and said.isdigit() and 0 < int(said) < MANY):
        raise Wrong(_("“{option}” wants a whole number, 1 or more.").format(option=option))
    return int(said)
