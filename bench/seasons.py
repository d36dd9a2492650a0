"""A home after years of work: many groups that meet again, and a record of every meeting.

The meetings are of our own methods, led and closed, with words on every chart, and what was
intended is asked after the next time. Nothing is left to chance, so that every run measures the
same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final

from intervisie_tui.domain import wall
from intervisie_tui.domain.closing import closed
from intervisie_tui.domain.convene import Case, Convened, convene
from intervisie_tui.domain.follow_up import to_ask
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.person import seated
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.store.groups import new_group
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.machine import private_folder
from intervisie_tui.store.methods import load
from intervisie_tui.store.pieces import Pieces

RECORDS: Final = 2000
GROUPS: Final = 50

FIRST: Final = datetime(2023, 1, 9, 9, 0, tzinfo=UTC)
"""When the groups met for the first time."""
BETWEEN: Final = timedelta(weeks=4)
LENGTH: Final = timedelta(hours=2)
NAMES: Final = ("An", "Bo", "Cem", "Dee", "Eva", "Fay", "Gijs", "Hugo")
SMALLEST: Final = 4
CASES: Final = ("vijf-stappen", "incidenten", "tien-stappen", "casusbespreking", "socratisch")
BEFORE: Final = "check-in"
AFTER: Final = "evaluatie"
BACK: Final = "since"
LINE: Final = "What would you like to keep of what was said in meeting {number}?"
INTENDED: Final = "Call the colleague that it is about, and ask how it was for them"
ASKED_EVERY: Final = 3
"""In one of so many meetings somebody wants to be asked about what they intend."""
DONE_EVERY: Final = 4
"""In one of so many meetings all that was intended is done."""
LONGER: Final = 1.2
"""How many times what was planned every moment took."""

LOOKING_BACK: Final = Method(
    format=1,
    title="Since the last time",
    language="en",
    kind="opener",
    steps=(Step(title="What came of it", minutes=Span(5, 5), chart="Intended", do="judge"),),
    charts={
        "Intended": Chart(
            kind="follow-up", labels=("done", "on the way", "let go", "changed"), judge="everyone"
        )
    },
)
MEETING: Final = Method(
    format=1,
    title="A morning",
    language="en",
    kind="meeting",
    blocks=(MeetingBlock(use=BEFORE), MeetingBlock(use="?"), MeetingBlock(use=AFTER)),
)


def seasons(root: Path, records: int = RECORDS, groups: int = GROUPS) -> list[Group]:
    """Fill a home that is not there yet; return its groups.

    Groups of one size have meetings of one kind: only their names differ.
    """
    home = Home(root)
    for folder in (home.root, home.records, home.groups):
        private_folder(folder)
    led: dict[int, tuple[Group, list[tuple[datetime, bytes]]]] = {}
    made, numbers = [], count(1)
    for number in range(groups):
        size = SMALLEST + number % (len(NAMES) - SMALLEST + 1)
        group = new_group(home, f"Group {number + 1}", NAMES[:size], method=CASES[0])
        if size not in led:
            led[size] = group, [*_records(group, -(-records // groups))]
        like, meetings = led[size]
        for begun, text in meetings[: records // groups + (number < records % groups)]:
            path = home.records / f"{begun:%Y-%m-%d-%H%M}-{next(numbers):06}.toml"
            path.write_bytes(_named(text, like, group))
        made.append(group)
    return made


def _named(text: bytes, like: Group, group: Group) -> bytes:
    """The record of a group, made of that of another."""
    for old, new in ((like.id, group.id), (like.name, group.name)):
        text = text.replace(f'"{old}"'.encode(), f'"{new}"'.encode())
    return text


def _records(group: Group, number: int) -> Iterator[tuple[datetime, bytes]]:
    pieces = Pieces()
    for session in _meetings(group, number):
        yield session.made, pieces.record(session)


@cache
def _library() -> Mapping[str, Method]:
    ours = {
        name: load(builtin_methods() / "en" / f"{name}.toml") for name in (*CASES, BEFORE, AFTER)
    }
    return {**ours, BACK: LOOKING_BACK}


def _meetings(group: Group, number: int) -> Iterator[Session]:
    """The meetings of a group one after the other, each with another method and case giver."""
    asked: tuple[Intention, ...] = ()
    for at in range(number):
        begun = FIRST + at * BETWEEN
        giver = at % len(group.members) + 1
        known = Convened(
            people=[seated(m.id, m.name, member=m.id) for m in group.members],
            cases=[Case(by=giver, question="How do I tell them?", method=CASES[at % len(CASES)])],
            library=_library(),
            follow_up=BACK,
            asked=asked,
            group=group.name,
            group_id=group.id,
            due=begun + LENGTH,
        )
        session = _led(convene("morning", MEETING, begun, known), giver, at)
        asked = to_ask(session)
        yield session


def _led(session: Session, giver: int, number: int) -> Session:
    """The session as it was led and closed, with words on every chart."""
    for stop in session.plan:
        session = _written(replace(session, at=stop.id), giver, number)
    plan = tuple(
        replace(stop, done=True, spent=(stop.planned or 60) * LONGER) for stop in session.plan
    )
    end = session.made + LENGTH
    led = replace(session, plan=plan, begun=session.made, ended=end)
    return closed(led, "all", until=None, now=end) or led


def _written(session: Session, giver: int, number: int) -> Session:
    """The session with words on the chart that hangs where the group is."""
    sheet = wall.here(session)
    kind = None if sheet is None else session.chart_of(sheet).kind
    if kind in {"list", "statement"}:
        for person in session.people:
            session = wall.write(session, LINE.format(number=number), by=person.id)
    elif kind == "actions" and number % ASKED_EVERY == 0:
        session = wall.write(session, INTENDED, by=giver)
        session = wall.set_when(session, session.last_id, "before the holidays")
        session = wall.ask_after(session, session.last_id)
    elif sheet is not None and kind == "follow-up":
        for line in sheet.entries:
            session = wall.judge(session, line.id, "on the way" if number % DONE_EVERY else "done")
    return session
