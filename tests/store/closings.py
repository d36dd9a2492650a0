"""A draft with words of everybody, its files, and its close."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.store.closing import Closed, close_record
from intervisie_tui.store.export.readers import cases, for_case_giver, for_facilitator, for_group
from intervisie_tui.store.hand_outs import write_hand_out
from intervisie_tui.store.home import Home
from intervisie_tui.store.writer import Writer, open_writer
from tests.domain.samples import after, stop_at, under_way

UNTIL = date(2026, 4, 1)
PATIENCE = 60.0


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def writer(mine: Home) -> Iterator[Writer]:
    """A writer with a draft and its desk on disk."""
    writer = opened(mine)
    writer.put(draft(), Desk(draft="Half-typed"))
    assert writer.flush(PATIENCE)
    yield writer
    writer.close(PATIENCE)


def opened(home: Home) -> Writer:
    path = home.records / "2026-01-05-1000-abcdef.toml"
    writer = open_writer(path, settle=3600, again=3600)
    assert writer is not None
    return writer


def draft() -> Session:
    session = under_way(moment="explore.read", question="How do I say no?", group="Group North")
    session = room.note(wall.write(session, "What holds you?", by=1), "Private note")
    session = course.go_to(session, stop_at(session, "7.1"), after(20))
    session = wall.write(session, "Wait a day", by=2)
    session = course.go_to(session, stop_at(session, "7.4"), after(30))
    return course.finish(wall.write(session, "Secret action", by=5), after(40))


WORDS = ("How do I", "What holds", "Wait a day", "Secret", "Private", "North", "Karin", "Half")
"""A bit of everything that was said, or typed."""


def close(home: Home, writer: Writer, choice: Choice) -> Closed:
    return close_record(home, writer, draft(), choice, until=UNTIL, now=after(60))


def on_disk(home: Home) -> dict[str, set[str]]:
    """Each file below the home, with the bits of `WORDS` that are in it."""
    return {
        str(path.relative_to(home.root)): {w for w in WORDS if w.encode() in path.read_bytes()}
        for path in home.root.rglob("*")
        if path.is_file()
    }


RECORD = os.path.join("records", "2026-01-05-1000-abcdef.toml")  # noqa: PTH118 - as `on_disk` has it
HANDED = os.path.join("hand-over", "2026-01-05-1000-abcdef.md")  # noqa: PTH118


def two_cases() -> Session:
    """The draft, and on the wall a second case: that of An, in which "What holds" was said."""
    session = draft()
    second = replace(session.sheets[1], block=1)
    blocks = (session.blocks[0], replace(session.blocks[0], roles={"case-giver": (1,)}))
    return replace(session, blocks=blocks, sheets=(session.sheets[0], second, *session.sheets[2:]))


def hand_out(home: Home, session: Session) -> None:
    """Write all that each may have of it, as may be done before the close."""
    record = home.root / RECORD
    for number, case in enumerate(cases(session), 1):
        write_hand_out(home, record, for_case_giver(session, case), case=number, form="md")
    write_hand_out(home, record, for_group(session), form="md")
    write_hand_out(home, record, for_facilitator(session), form="md")
