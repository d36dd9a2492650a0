"""The text of a record, put together from pieces.

Each value of a session (a stop, a line, a person, a method) is put into words once
and remembered as long as it is in the session: values never change, and a whole dump
at every change would hold up the screen.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import tomli_w

from intervisie_tui.domain.closing import cases as treated
from intervisie_tui.domain.closing import lasting
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import INTENDED
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Sheet
from intervisie_tui.domain.stop import Stop
from intervisie_tui.store.plain import plain

FORMAT: Final = 4
"""The format that is written; any new key raises it (see `records.MIGRATIONS`)."""

PARTS: Final = (*("blocks", "people", "plan", "sheets", "notes", "put-off", "closing", "methods"),)
"""What of a session has tables of its own; the rest is in `[session]`."""

Table = Mapping[str, Any]


class Pieces:
    """The pieces of one record, as they were last needed."""

    def __init__(self) -> None:
        # The value is kept beside its text so that its id stays its own.
        self._made: dict[tuple[str, int], tuple[object, str]] = {}

    def record(self, session: Session) -> bytes:
        """The file of a session, without the sheets that keep nothing.

        Whoever resumes finds those sheets empty. The head comes first, so that a
        list needs no more than the beginning of the file, and the methods come last,
        because they are long and nobody said them.
        """
        session = lasting(session)
        made: dict[tuple[str, int], tuple[object, str]] = {}

        def piece(name: str, value: object, make: Callable[[str, object], str] = _one_of) -> str:
            key = name, id(value)
            made[key] = self._made.get(key) or (value, make(name, value))
            return made[key][1]

        texts = [f"format = {FORMAT}\n\n", toml({"head": head(session)})]
        texts.append(_rest(session))
        texts += [piece("people", person) for person in session.people]
        texts += [piece("blocks", block) for block in session.blocks]
        for sheet in session.sheets:
            texts.append(_top(sheet))
            texts += [piece("sheets.entries", entry) for entry in sheet.entries]
        texts += [piece("notes", note) for note in session.notes]
        texts += [piece("put-off", each) for each in session.put_off]
        texts += [piece("plan", stop) for stop in session.plan]
        if session.closing is not None:
            texts.append(table("[closing]", plain(session.closing)))
        texts += [piece(key, m, _method) for key, m in session.methods.items()]
        self._made = made
        return "".join(texts).encode()


def desk_text(desk: Desk) -> bytes:
    """The file of a desk."""
    return (f"format = {FORMAT}\n" + table("[desk]", plain(desk))).encode()


def head(session: Session) -> dict[str, Any]:
    """What a list shows of a session; what is not there yet is left out.

    No line of it begins with a bracket (hence no words on several lines), so that the
    next table is where it ends.
    """
    methods = [session.methods[b.method] for b in session.blocks]
    if session.closing is not None:
        state = "kept"
    else:
        state = "prepared" if session.begun is None else "draft"
    # Of a session that is prepared nothing is spent yet, so its plan is told.
    seconds = (
        sum(stop.length or 0 for stop in session.plan)
        if session.begun is None
        else sum(stop.spent for stop in session.plan)
    )
    said = {
        "meeting": session.meeting or None,
        "titles": [method.title for method in methods],
        "language": methods[0].language if methods else None,
        "group": session.group or None,
        "group-id": session.group_id or None,
        "state": state,
        "people": len(session.people),
        "minutes": round(seconds / 60),
        "made": session.made.astimezone(UTC),
        "begun": _utc(session.begun),
        "ended": _utc(session.ended),
        "keep-until": session.closing.until if session.closing else None,
        "only-times": True if session.closing and session.closing.keep == "hand-over" else None,
        **(_of_group(session) if session.group_id else {}),
    }
    return {key: value for key, value in said.items() if value is not None}


def _of_group(session: Session) -> dict[str, Any]:
    """What the history of a group needs of a meeting, without a word that was said.

    Members are told by their number in the group, whatever they are called.
    """
    members = {person.id: person.member for person in session.people}
    begun = [n for n in range(len(session.blocks)) if any(_is_done(s, n) for s in session.plan)]
    cases = [n for n in begun if session.methods[session.blocks[n].method].kind == "case"]
    brought = [seat for case in treated(session) for seat in case.people if case.block in begun]
    lines = [(session.chart_of(sheet).kind, line) for sheet, line in session.entries()]
    return {
        "used": list(dict.fromkeys(session.blocks[n].method for n in cases)) or None,
        "present": [p.member for p in session.people if p.member and p.presence != "late"] or None,
        "brought": [m for m in map(members.get, brought) if m] or None,
        "asks": sum(k in INTENDED and e.agreed and e.ask for k, e in lines) or None,
        "followed": True if any(kind == "follow-up" for kind, _line in lines) else None,
    }


def _is_done(stop: Stop, block: int) -> bool:
    return stop.block == block and stop.begun and not stop.skipped


def table(header: str, value: Table) -> str:
    """One table under its header, and the tables in it, after an empty line."""
    name = header.strip("[]")
    inside = {key: v for key, v in value.items() if isinstance(v, Mapping)}
    texts = ["\n", header, "\n"]
    for key, item in value.items():
        if key in inside:
            continue
        if isinstance(item, list) and all(isinstance(n, int) for n in item):
            # Seats and the like: on one line, where the writer would use one each.
            texts.append(toml({key: []}).removesuffix("[]\n") + f"{item}\n")
        else:
            texts.append(toml({key: item}, on_lines=True))
    texts += [table(f"[{name}.{key}]", item) for key, item in inside.items()]
    return "".join(texts)


def toml(value: Table, *, on_lines: bool = False) -> str:
    """A table as TOML; with *on_lines*, words of several lines stand on several lines."""
    return tomli_w.dumps(value, multiline_strings=on_lines)


def short(value: Any) -> Any:  # noqa: ANN401 - plain data is anything
    """Plain data with 4 where it says 4.0."""
    if isinstance(value, dict):
        return {key: short(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [short(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _one_of(name: str, value: object) -> str:
    return table(f"[[{name}]]", short(plain(value)))


def _method(key: str, value: object) -> str:
    return "\n" + toml({"methods": {key: short(plain(value))}}, on_lines=True)


def _rest(session: Session) -> str:
    """What of a session stands in no part: the group, the clock, where it is."""
    bare = replace(
        session,
        methods={},
        blocks=(),
        people=(),
        plan=(),
        sheets=(),
        notes=(),
        put_off=(),
        closing=None,
    )
    said = {key: value for key, value in plain(bare).items() if key not in PARTS}
    return table("[session]", said)


def _top(sheet: Sheet) -> str:
    said = plain(replace(sheet, entries=()))
    return table("[[sheets]]", {k: v for k, v in said.items() if k != "entries"})


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)
