"""The heads of records: what a list shows, from the first few kilobytes of each file."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal

from intervisie_tui.domain.closing import only_to_close
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _
from intervisie_tui.store.files import records_in
from intervisie_tui.store.home import Home
from intervisie_tui.store.pieces import FORMAT
from intervisie_tui.store.plain import is_moment
from intervisie_tui.store.problems import Fault, Refused
from intervisie_tui.store.records import LARGEST, RecordProblem, migrated
from intervisie_tui.store.toml import Document, parse, read

State = Literal["prepared", "draft", "kept", "broken"]

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

    @property
    def only_times(self) -> bool:
        """Whether the sheets went to the case giver: who took part went out with them."""
        return self.state == "kept" and not self.people


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A session that was prepared, or never closed."""

    head: Head
    only_close: bool
    """Whether it is too long ago to go on with."""


def heads(home: Home) -> list[Head]:
    """Every record, newest first, the broken ones too."""
    return [read_head(path) for path in records_in(home.records)]


def unfinished(home: Home, now: datetime) -> list[Unfinished]:
    """What was prepared or never closed, newest first."""
    days = home.settings.draft_days
    return [
        Unfinished(head=head, only_close=only_to_close(head.begun, now, days))
        for head in heads(home)
        if head.state in {"prepared", "draft"}
    ]


def expired(home: Home, today: date) -> list[Head]:
    """What was to be kept until a day that is past."""
    return [head for head in heads(home) if head.keep_until is not None and head.keep_until < today]


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
            return all(isinstance(title, str) for title in value)
        case str() if key == "state":
            return value in {"prepared", "draft", "kept"}
    return True
