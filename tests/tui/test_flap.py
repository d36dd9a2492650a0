"""The group's face: what has to be read is there at every size, and nothing else is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from textual.widgets import Static

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Stop
from intervisie_tui.domain.view import view
from intervisie_tui.locale import LANGUAGES, set_language
from intervisie_tui.store.methods import load
from intervisie_tui.tui.widgets import wording
from tests.domain.samples import FIVE, NINE, prepared, under_way, written
from tests.tui.stage import LARGE, SIZES, SMALL, USUAL, Size, Stage, led

ROOT: Final = Path(__file__).parents[2]

FILES: Final = [
    *sorted((ROOT / "methods").glob("*/*.toml")),
    *sorted((ROOT / "tests" / "methods").glob("*.toml")),
]

QUESTION: Final = (
    "How can I say no to more work without feeling that I let my colleagues down, and without"
    " saying yes again in the end because it stays silent at the other side of the table?"
)

LINES: Final = (
    "What do you feel when she looks away?",
    "Who is waiting for your yes, and since when are they?",
    "What would it cost you to let it be as it is for a while?",
)

NOTE: Final = "Zwijgt Bo omdat hij er zelf in zit?"

MARGINS: Final = "│▁▂▃▄▅▆▇█"

PEOPLE: Final = ("Aleid", "Bonifatius", "Cem", "Dee", "Karin")


def begun(method: Method) -> Session:
    """A meeting that is late, of a group that knows each other, with a private note."""
    session = prepared(
        method,
        names=PEOPLE,
        first_meeting=True,
        question=QUESTION,
        due=NINE + timedelta(minutes=7, seconds=-3600),
    )
    return room.note(course.begin(session, NINE), NOTE)


def moments(method: Method) -> Iterator[Session]:
    """The session in each moment, its clock running, with three lines on the chart there."""
    session = begun(method)
    for stop in session.plan:
        there = course.start(course.go_to(session, stop.id, NINE), NINE)
        yield with_lines(there)


def with_lines(session: Session) -> Session:
    moment, sheet = session.moment_of(session.stop), wall.here(session)
    if sheet is None:
        return session
    chart = session.chart_of(sheet)
    texts = {"statement": (QUESTION,), "actions": LINES[:2]}.get(chart.kind, LINES)
    for number, text in enumerate(texts, 1):
        session = wall.write(session, text, by=number)
        if chart.labels and moment.do != "write":
            session = wall.judge(session, session.last_id, chart.labels[0])
    return session


def last_line(session: Session) -> int | None:
    """The line that is shown last."""
    paper = view(session, NINE).paper
    return paper.lines[-1].entry.id if paper is not None and paper.lines else None


def squeezed(text: str) -> str:
    return " ".join(text.split())


def needed(session: Session, size: Size) -> Iterator[str]:
    """All that has to be read in full."""
    shown = view(session, NINE)
    yield f"{shown.step_title} · {shown.moment_title}" if shown.moment_title else shown.step_title
    yield from (wording.floor(part, shown) for part in shown.floor)
    yield shown.say
    yield from shown.ask
    yield from shown.remember
    yield wording.time_left(shown.clock)
    if size != SMALL:
        yield shown.question
    if shown.paper is not None and shown.paper.lines:
        yield shown.paper.lines[-1].entry.text


def read(stage: Stage) -> str:
    """The words on the screen, without the signs in margins and scroll bars."""
    return squeezed("".join(" " if sign in MARGINS else sign for sign in stage.page()))


def missing(stage: Stage, session: Session, size: Size) -> list[str]:
    shown = view(session, NINE)
    # The count stands beside the first row of what may be a longer title.
    said = read(stage).replace(f" {shown.step}/{shown.steps} ", " ")
    return [words for words in map(squeezed, needed(session, size)) if words not in said]


def private(session: Session) -> Iterator[str]:
    """What is not for the group."""
    shown = view(session, NINE)
    yield from shown.tips
    yield NOTE
    yield wording.behind(shown.behind)
    yield f"{shown.expected_end.astimezone():%H:%M}"
    if shown.due is not None:
        yield f"{shown.due.astimezone():%H:%M}"


def signed(stage: Stage, session: Session) -> list[str]:
    """The lines with a name behind them; an action has an owner, and that may be seen."""
    paper = view(session, NINE).paper
    if paper is not None and paper.kind == "actions":
        return []
    rows = [row for row in stage.page().split("\n") if any(text in row for text in LINES)]
    return [row for row in rows if any(name in row for name in PEOPLE)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
async def test_all_that_is_needed_can_be_read_in_every_moment(path: Path, size: Size) -> None:
    method = load(path)
    set_language(method.language)
    cut: dict[str, list[str]] = {}
    async with led(begun(method), size=size) as stage:
        for session in moments(method):
            stage.screen.session = session
            stage.screen.desk = Desk(selected=last_line(session))
            await stage.pilot.pause()
            if missing(stage, session, size):
                await stage.settle()
            if gone := missing(stage, session, size):
                cut[session.stop.moment] = gone
            shown = read(stage)
            assert not [words for words in private(session) if squeezed(words) in shown]
            assert not signed(stage, session)
    assert not cut
