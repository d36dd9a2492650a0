"""Records: one TOML file for each session, read whole or by its head alone.

What cannot be read is said and left as it is. Nothing here writes but `delete`: a
record has one writer (`writer`), and one form (`pieces`).
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import same_sheet
from intervisie_tui.domain.stop import Stop
from intervisie_tui.locale import _
from intervisie_tui.store import shape
from intervisie_tui.store.files import desk_of, lock_of, remove
from intervisie_tui.store.machine import Lock
from intervisie_tui.store.pieces import FORMAT, PARTS
from intervisie_tui.store.problems import Fault, Problem, Refused
from intervisie_tui.store.scan import Where
from intervisie_tui.store.toml import Document, read

Data = dict[str, Any]


def _with_editions(data: Data) -> Data:
    """Format 2 has more keys; a session of format 1 was in a room, and of somebody's case."""
    return data | {"format": 2}


def _with_ways(data: Data) -> Data:
    """Format 3 has more keys; a method of format 2 has one way through it."""
    return data | {"format": 3}


def _with_meetings(data: Data) -> Data:
    """Format 4 has more keys; a session of format 3 was one method, of no known group."""
    return data | {"format": 4}


MIGRATIONS: Final[tuple[Callable[[Data], Data], ...]] = (
    _with_editions,
    _with_ways,
    _with_meetings,
)
"""One for each older format that is still read, oldest first; the last leads to `FORMAT`.

Each makes of a document of its format one of the next, and says so in `format`.
"""

LARGEST: Final = 32 * 1024 * 1024
"""A record of more bytes is not one of ours; a long meeting makes a hundred thousand."""


class RecordProblem(Exception):  # noqa: N818 - it is what it is called
    """A record that cannot be read, with every reason, and what to do about it."""

    def __init__(self, problems: tuple[Problem, ...], advice: str) -> None:
        self.problems = problems
        self.advice = advice
        super().__init__("\n".join([*map(str, problems), advice]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was on disk of a session."""

    path: Path
    session: Session
    desk: Desk
    """As it was left; a desk that is not there, or damaged, is an empty one."""

    seen: datetime
    """When something of it was last written."""


def load(path: Path) -> Record:
    """Read a record and the desk beside it. Raises RecordProblem."""
    try:
        document = read(path, largest=LARGEST, private=True)
        data = migrated(document)
        session = _session(document, data)
    except Refused as refused:
        advice = _("The file stays as it is. Mend it in a text editor, or delete this record.")
        raise RecordProblem(refused.problems, advice) from refused
    desk = _desk(desk_of(path), session)
    return Record(path=path, session=session, desk=desk, seen=_seen(path))


def delete(path: Path) -> bool:
    """Remove a record and all that lies beside it; `False`: it is open, so nothing is.

    Sheets that were handed over stay: they belong to the case giver. Raises OSError.
    """
    lock = Lock.take(lock_of(path))
    if lock is None:
        return False
    try:
        remove(path)
    finally:
        lock.release()
    return True


def migrated(document: Document) -> Data:
    """What a document says, in the format of today. Raises Refused or RecordProblem."""
    data = document.data
    found = data.get("format")
    where = ("format",)
    if isinstance(found, bool) or not isinstance(found, int):
        raise document.refused([Fault(where, _("this is not a record of intervisie"))])
    if found > FORMAT:
        message = _("a newer intervisie made this record (format {found}, known: {known})")
        fault = Fault(where, message.format(found=found, known=FORMAT))
        raise RecordProblem(
            (document.problem(fault),),
            _("The file stays as it is. A newer intervisie can read it."),
        )
    oldest = FORMAT - len(MIGRATIONS)
    if found < oldest:
        message = _("there is no format {found}").format(found=found)
        raise document.refused([Fault(where, message)])
    for migrate in MIGRATIONS[found - oldest :]:
        data = migrate(data)
    return data


def _session(document: Document, data: Data) -> Session:
    from intervisie_tui.store.gate import build

    def there(where: Where) -> Where:
        """Where a part of the session stands in its file."""
        apart = not where or where[0] in PARTS or where[0] in document.data
        return where if apart else ("session", *where)

    # A list without anything in it is not in the file.
    said: Data = {"methods": {}, "people": [], "blocks": [], "plan": []}
    said |= _table(document, data, "session")
    said |= {k: v for k, v in data.items() if k not in {"format", "head", "session"}}
    session = build(Session, said, document, there)
    if faults := [*_loose(session), *_doubled(session)]:
        raise document.refused(fault.moved(there(fault.where)) for fault in faults)
    highest = max((number for _where, number in _lines(session)), default=0)
    return replace(session, last_id=max(session.last_id, highest))


def _table(document: Document, data: Data, key: str) -> Data:
    """The table of that name; an empty one if there is none. Raises Refused."""
    table = data.get(key, {})
    if isinstance(table, dict):
        return table
    message = _("what belongs here begins with {header} on a line of its own")
    raise document.refused([Fault((key,), message.format(header=f"[{key}]"))])


def _loose(session: Session) -> Iterator[Fault]:
    """Every reference to something that is not there."""
    for index, block in enumerate(session.blocks):
        if block.method not in session.methods:
            yield Fault(("blocks", index, "method"), _("there is no such method here"))
    for part, blocks in (
        ("plan", [stop.block for stop in session.plan]),
        ("sheets", [sheet.block for sheet in session.sheets]),
    ):
        for index, number in enumerate(blocks):
            if not 0 <= number < len(session.blocks):
                yield Fault((part, index, "block"), _("there is no such block here"))
    for index, stop in enumerate(session.plan):
        if not _has_moment(session, stop):
            yield Fault(("plan", index, "moment"), _("there is no such moment here"))
        elif _loose_lap(session, stop):
            yield Fault(("plan", index, "lap", "step"), _("there is no such step here"))
    if all(stop.id != session.at for stop in session.plan):
        yield Fault(("at",), _("there is no such stop here"))


def _doubled(session: Session) -> Iterator[Fault]:
    """Every id that something else has already, and every sheet that hangs already."""
    for at, sheet in enumerate(session.sheets):
        if any(same_sheet(sheet, other) for other in session.sheets[:at]):
            yield Fault(("sheets", at), _("this sheet hangs here twice"))
    for ids in (
        [(("people", at), person.id) for at, person in enumerate(session.people)],
        [(("plan", at), stop.id) for at, stop in enumerate(session.plan)],
        list(_lines(session)),
    ):
        known = set()
        for where, number in ids:
            if number in known:
                yield Fault((*where, "id"), _("something else has this id"))
            known.add(number)


def _lines(session: Session) -> Iterator[tuple[Where, int]]:
    """The ids of entries and notes, that are given out together, and where they stand."""
    for at, sheet in enumerate(session.sheets):
        for line, entry in enumerate(sheet.entries):
            yield ("sheets", at, "entries", line), entry.id
    for at, note in enumerate(session.notes):
        yield ("notes", at), note.id


def _has_moment(session: Session, stop: Stop) -> bool:
    """Whether the stop visits something, as far as its block and method are there."""
    if not 0 <= stop.block < len(session.blocks):
        return True
    key = session.blocks[stop.block].method
    return key not in session.methods or stop.moment in session.methods[key].moments


def _loose_lap(session: Session, stop: Stop) -> bool:
    """Whether the stop is in a pass of a step that is not there, as far as its method is."""
    if stop.lap is None or not 0 <= stop.block < len(session.blocks):
        return False
    method = session.methods.get(session.blocks[stop.block].method)
    return method is not None and stop.lap.step not in method.parts


def _desk(path: Path, session: Session) -> Desk:
    """The desk as it was left, without what is selected and no longer there."""
    from intervisie_tui.store.gate import build

    try:
        document = read(path)
        # A desk of before has keys that mean nothing now; nothing said is in them.
        known = shape.keys(Desk)
        said = {k: v for k, v in _table(document, document.data, "desk").items() if k in known}
        desk = build(Desk, said, document, lambda where: ("desk", *where))
    except Refused:
        return Desk()
    if desk.editing is not None and session.entry(desk.editing) is None:
        desk = replace(desk, editing=None, field="text")
    if desk.selected is not None and session.entry(desk.selected) is None:
        desk = replace(desk, selected=None)
    return replace(desk, caret=min(max(desk.caret, 0), len(desk.draft)))


def _seen(path: Path) -> datetime:
    """When the record or its desk was last written."""
    last = 0.0
    for each in (path, desk_of(path)):
        # Who leads it may close it, or remove it, at this very moment.
        with suppress(OSError):
            last = max(last, each.stat().st_mtime)
    return datetime.fromtimestamp(last, UTC)
