"""Every moment of every method file on the flap: what has to be read is there, at every size."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from textual.content import Content

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.locale import set_language
from intervisie_tui.store.methods import load
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.pen import Pen
from tests.domain.samples import NINE, prepared
from tests.tui.stage import SIZES, SMALL, USUAL, Size, Stage, led

ROOT: Final = Path(__file__).parents[2]

FILES: Final = [
    *sorted((ROOT / "methods").glob("??/*.toml")),
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

ACTIONS: Final = ("Ask her first", "Say no on Friday")

NOTE: Final = "Zwijgt Bo omdat hij er zelf in zit?"

MARGINS: Final = "│▁▂▃▄▅▆▇█↑↓"

PEOPLE: Final = ("Aleid", "Bonifatius", "Cem", "Dee", "Karin")


def pieces(method: Method) -> tuple[Method, ...]:
    """The method; of a meeting what is written in it, each block by itself."""
    if method.kind != "meeting":
        return (method,)
    written = (replace(block, when=None) for block in method.blocks if block.use is None)
    return tuple(map(method.of, written))


def begun(method: Method, *, online: bool = False) -> Session:
    """A meeting that is late, of a group that does all there is, with a private note."""
    session = prepared(
        method,
        names=PEOPLE,
        first_meeting=True,
        online=online,
        question=QUESTION,
        due=NINE + timedelta(minutes=7, seconds=-3600),
    )
    return room.note(course.begin(session, NINE), NOTE)


def moments(method: Method) -> Iterator[Session]:
    """The session in each moment, its clock running, with three lines on the chart there."""
    for online in (False, True) if method.has_editions else (False,):
        session = begun(method, online=online)
        for stop in session.plan:
            if not online or session.moment_of(stop).when == "online":
                yield with_lines(course.start(course.go_to(session, stop.id, NINE), NINE))


def with_lines(session: Session) -> Session:
    moment, sheet = session.moment_of(session.stop), wall.here(session)
    if sheet is None:
        return session
    chart = session.chart_of(sheet)
    shorter = {"statement": (QUESTION,), "actions": ACTIONS, "follow-up": ACTIONS}
    texts = shorter.get(chart.kind, LINES)
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


def read(page: str) -> str:
    """The words on a screen, without the signs in margins and scroll bars."""
    return squeezed("".join(" " if sign in MARGINS else sign for sign in page))


def missing(page: str, session: Session, size: Size) -> list[str]:
    shown = view(session, NINE)
    # The count stands beside the first row of what may be a longer title.
    said = read(page).replace(f" {shown.step}/{shown.steps} ", " ")
    return [words for words in map(squeezed, needed(session, size)) if words not in said]


async def read_in(stage: Stage, session: Session, size: Size) -> tuple[str, list[str]]:
    """The page as soon as all that is needed is there, and what does not come."""
    await stage.pilot.pause()
    page = stage.page()
    gone = missing(page, session, size)
    if gone:
        await stage.settle()
        page = stage.page()
        gone = missing(page, session, size)
    return page, gone


def private(session: Session) -> Iterator[str]:
    """What is not for the group."""
    shown = view(session, NINE)
    yield from shown.tips
    yield NOTE
    yield wording.behind(shown.behind)
    yield f"{shown.expected_end.astimezone():%H:%M}"
    if shown.due is not None:
        yield f"{shown.due.astimezone():%H:%M}"


def signed(page: str, session: Session) -> list[str]:
    """The lines with a name behind them; an action has an owner, and that may be seen."""
    paper = view(session, NINE).paper
    if paper is not None and paper.kind in ("actions", "follow-up"):
        return []
    rows = [row for row in page.split("\n") if any(text in row for text in LINES)]
    return [row for row in rows if any(name in row for name in PEOPLE)]


def name(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


@pytest.fixture
def without_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line of keys is not drawn: nobody looks at it here."""
    monkeypatch.setattr(KeyLine, "render", lambda _line: Content(""))


async def walk(stage: Stage, method: Method, size: Size, *, writing: bool) -> dict[str, list[str]]:
    """Look at every moment, and where *writing* with the pen too; what is not there, by moment."""
    cut: dict[str, list[str]] = {}
    for session in moments(method):
        moment, desk = session.moment_of(session.stop), Desk(selected=last_line(session))
        with stage.app.batch_update():
            stage.screen.session = session
            stage.screen.desk = desk
        page, gone = await read_in(stage, session, size)
        cut |= {session.stop.moment: gone} if gone else {}
        shown = read(page)
        assert not [words for words in private(session) if squeezed(words) in shown]
        assert not signed(page, session)
        if writing and wall.here(session) is not None and moment.do in (None, "write"):
            await stage.tap("enter")
            assert await stage.comes(lambda: stage.screen.query_one(Pen).region.height)
            _page, gone = await read_in(stage, session, size)
            cut |= {f"{session.stop.moment} writing": gone} if gone else {}
            await stage.tap("escape")
    return cut


@pytest.mark.usefixtures("without_keys")
@pytest.mark.parametrize("path", FILES, ids=name)
async def test_all_that_is_needed_can_be_read_in_every_moment_and_while_writing(path: Path) -> None:
    methods = pieces(load(path))
    set_language(methods[0].language)
    # On a large screen there is room for more than any of them says.
    sizes = SIZES if path.stem in {"vijf-stappen", "everything"} else (SMALL, USUAL)
    async with led(begun(methods[0]), size=SMALL) as stage:
        for size in sizes:
            if size != SMALL:
                await stage.resize(size)
            for method in methods:
                # Of each method in the longer of its languages.
                writing = size == SMALL and method.language != "en"
                assert not await walk(stage, method, size, writing=writing)
