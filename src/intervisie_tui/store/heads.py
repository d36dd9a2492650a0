"""The heads of records: what a list shows, from the first few kilobytes of each file.

Where there are many, those that are closed are remembered (`remembered`): method, group and
times, by the name of the file. Not a word of a case, nor anybody's name; the name of a group
is read again from one record that has it.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Literal

from intervisie_tui.domain.closing import only_to_close
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _
from intervisie_tui.store import remembered
from intervisie_tui.store.files import records_in
from intervisie_tui.store.home import Home
from intervisie_tui.store.pieces import FORMAT
from intervisie_tui.store.plain import is_moment
from intervisie_tui.store.problems import Fault, Refused
from intervisie_tui.store.records import LARGEST, RecordProblem, migrated
from intervisie_tui.store.toml import Document, parse, read

State = Literal["prepared", "draft", "kept", "broken"]

MANY: Final = 200
"""As many records are read as fast as what is remembered of them."""

_BLOCK: Final = 4096
_LONGEST: Final = 64 * 1024
"""Bytes after which it is no head of ours."""

_NEXT: Final = re.compile(rb"\n[ \t]*\[")
"""Where another table begins: what stands in a head has no line like that."""

_KINDS: Final = {
    "titles": list,
    "language": str,
    "group": str,
    "state": str,
    "people": int,
    "minutes": int,
    "made": datetime,
    "begun": datetime,
    "ended": datetime,
    "keep-until": date,
    "meeting": str,
    "group-id": str,
    "only-times": bool,
    "used": list,
    "present": list,
    "brought": list,
    "asks": int,
    "followed": bool,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A record in a list."""

    path: Path
    state: State
    """Prepared, under way or never closed, or closed; `broken`: see `problem`."""

    problem: str = ""
    """Why it cannot be read; nothing else is known of it then."""

    titles: tuple[str, ...] = ()
    """Of its methods, in the order of the meeting."""

    language: str = ""
    """Of the first method."""

    group: str = ""
    people: int = 0
    minutes: int = 0
    """What it took so far; what was planned, as long as it is prepared."""

    made: datetime | None = None
    begun: datetime | None = None
    ended: datetime | None = None
    keep_until: date | None = None
    """The last day it is kept; `None`: not decided, or until somebody deletes it."""

    only_times: bool = False
    """Whether the sheets went to the case givers, and nothing that was said is kept."""

    meeting: str = ""
    """The title of the meeting; empty where one method is all there is."""

    group_id: str = ""
    """Which of the user's groups it is; empty: none of them, and what follows is not known."""

    used: tuple[str, ...] = ()
    """The ids of the methods with which a case was treated."""

    present: tuple[int, ...] = ()
    """The members who took part."""

    brought: tuple[int, ...] = ()
    """The members who brought a case, in order."""

    asks: int = 0
    """How many intentions there are whose owner wants to be asked about them."""

    followed: bool = False
    """Whether the group came back to what was intended before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A session that was prepared, or never closed."""

    head: Head
    only_close: bool
    """Whether it is too long ago to go on with."""


def heads(home: Home) -> list[Head]:
    """Every record, newest first, the broken ones too."""
    paths, file = records_in(home.records), home.cache / "heads"
    if len(paths) < MANY:
        forget(home)
        return [read_head(path) for path in paths]
    # Before they are read: what changes meanwhile is read again the next time.
    signs = {path: _sign(path) for path in paths}
    before = remembered.recall(file, _FORM) or {}
    known = _known(signs, before)
    found = {path: known.get(path) or read_head(path) for path in paths}
    closed = sum(head.state == "kept" for head in found.values())
    if not len(known) == len(before) == closed:
        remembered.keep(file, _FORM, _rows(found, signs))
    return [*found.values()]


def forget(home: Home) -> None:
    """Remember nothing of any record, until they are read again."""
    remembered.forget(home.cache / "heads")


def unfinished(home: Home, now: datetime, found: Iterable[Head] | None = None) -> list[Unfinished]:
    """What was prepared or never closed, newest first; among *found*, if they were read already."""
    days = home.settings.draft_days
    return [
        Unfinished(head=head, only_close=only_to_close(head.begun, now, days))
        for head in (heads(home) if found is None else found)
        if head.state in {"prepared", "draft"}
    ]


def expired(home: Home, today: date, found: Iterable[Head] | None = None) -> list[Head]:
    """What was to be kept until a day that is past; among *found*, if they were read already."""
    every = heads(home) if found is None else found
    return [head for head in every if head.keep_until is not None and head.keep_until < today]


def read_head(path: Path) -> Head:
    """The head of one record; it never fails."""
    try:
        return _head(path)
    except (Refused, RecordProblem) as error:
        return Head(path=path, state="broken", problem=str(error.problems[0]))


def _head(path: Path) -> Head:
    document = _beginning(path)
    number = document.data.get("format")
    if type(number) is int and number < FORMAT:
        # Migrations know a whole document only.
        document = read(path, largest=LARGEST, private=True)
    said = migrated(document).get("head")
    if not isinstance(said, dict):
        raise document.refused([Fault((), _("this record has no head"))])
    wrong = [key for key, value in said.items() if not _is_right(key, value)]
    if wrong:
        message = _("this is not what a head says")
        raise document.refused(Fault(("head", key), message) for key in wrong)
    if not {"state", "made"} <= said.keys():
        raise document.refused([Fault(("head",), _("this record has no whole head"))])
    return Head(
        path=path,
        state=said["state"],
        titles=tuple(map(one_line, said.get("titles", ()))),
        language=said.get("language", ""),
        group=one_line(said.get("group", "")),
        people=said.get("people", 0),
        minutes=said.get("minutes", 0),
        made=said["made"],
        begun=said.get("begun"),
        ended=said.get("ended"),
        keep_until=said.get("keep-until"),
        only_times=said.get("only-times", said["state"] == "kept" and not said.get("people")),
        meeting=one_line(said.get("meeting", "")),
        group_id=one_line(said.get("group-id", "")),
        used=tuple(map(one_line, said.get("used", ()))),
        present=tuple(said.get("present", ())),
        brought=tuple(said.get("brought", ())),
        asks=said.get("asks", 0),
        followed=said.get("followed", False),
    )


def _beginning(path: Path) -> Document:
    """A record up to the table after its head. Raises Refused."""
    with suppress(OSError):
        if path.is_file() and (raw := _up_to_next_table(path)) is not None:
            return parse(path, raw, private=True)
    # Whatever is wrong, reading all of it says it best.
    return read(path, largest=LARGEST, private=True)


def _up_to_next_table(path: Path) -> bytes | None:
    """The beginning of a file with its head; `None`: it is not one of ours."""
    raw = b""
    with path.open("rb") as file:
        while len(raw) <= _LONGEST and (more := file.read(_BLOCK)):
            raw += more
            head = raw.find(b"[head]")
            following = _NEXT.search(raw, head + 1) if head >= 0 else None
            if following is not None:
                return raw[: following.start() + 1]
    return None


def _is_right(key: str, value: object) -> bool:
    if key not in _KINDS:
        return True
    if type(value) is not _KINDS[key]:
        return False
    match value:
        case datetime():
            return is_moment(value)
        case list():
            inner = int if key in {"present", "brought"} else str
            return all(type(each) is inner for each in value)
        case str() if key == "state":
            return value in {"prepared", "draft", "kept"}
    return True


# What is remembered

_SAID: Final = [field.name for field in fields(Head) if field.name not in {"path", "group"}]

_FORM: Final = f"heads 1 {FORMAT} {' '.join(_SAID)}"
"""Whatever was remembered of other heads, or of records in another format, counts no more."""

_Row = list[Any]
"""The sign of a record, which record has the name of its group, and the rest that it says."""


def _known(signs: Mapping[Path, list[int]], rows: Mapping[str, _Row]) -> dict[Path, Head]:
    """The heads of those files that did not change since they were remembered."""
    same = {p: rows[p.name] for p, sign in signs.items() if sign == rows.get(p.name, [None])[0]}
    named = {name for _sign, name, _said in same.values()}
    groups = {"": ""} | {path.name: read_head(path).group for path in same if path.name in named}
    return {p: _remembered(p, said, groups[n]) for p, (_s, n, said) in same.items() if n in groups}


def _rows(found: Mapping[Path, Head], signs: Mapping[Path, list[int]]) -> dict[str, _Row]:
    """What is remembered: of what is not closed, or broken, nothing."""
    named: dict[str, str] = {"": ""}
    rows = {}
    for path, head in found.items():
        if head.state == "kept" and signs[path]:
            name = named.setdefault(head.group, path.name)
            rows[path.name] = [signs[path], name, [_plain(getattr(head, key)) for key in _SAID]]
    return rows


def _sign(path: Path) -> list[int]:
    """When the file was changed, in nanoseconds, and how long it is; empty: that is not known."""
    try:
        status = path.stat()
    except OSError:
        return []
    return [status.st_mtime_ns, status.st_size]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return [*value] if isinstance(value, tuple) else value


def _remembered(path: Path, said: list[Any], group: str) -> Head:
    known = dict(zip(_SAID, said, strict=True))
    for key, kind in _KINDS.items():
        name = key.replace("-", "_")
        if kind is list:
            known[name] = tuple(known[name])
        elif kind in {date, datetime} and known[name] is not None:
            known[name] = kind.fromisoformat(known[name])
    return Head(path=path, group=group, **known)
