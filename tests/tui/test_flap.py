"""The group's face: what has to be read is there at every size, and nothing else is."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from textual.widgets import Static

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.locale import LANGUAGES, N_, Language, _, set_language
from intervisie_tui.store.methods import load
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.pen import Pen
from intervisie_tui.tui.widgets.time_bar import TimeBar, turn
from tests.domain.samples import FIVE, NINE, prepared, under_way
from tests.tui.stage import LARGE, SIZES, SMALL, Size, Stage, led

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

MARGINS: Final = "│▁▂▃▄▅▆▇█"

PEOPLE: Final = ("Aleid", "Bonifatius", "Cem", "Dee", "Karin")


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
    texts = {"statement": (QUESTION,), "actions": ACTIONS}.get(chart.kind, LINES)
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


async def hung(stage: Stage, session: Session, size: Size) -> tuple[str, list[str]]:
    """The page, as soon as all that is needed is there, and what does not come."""
    page = stage.page()
    if missing(page, session, size):
        await stage.settle()
        page = stage.page()
    return page, missing(page, session, size)


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
    if paper is not None and paper.kind == "actions":
        return []
    rows = [row for row in page.split("\n") if any(text in row for text in LINES)]
    return [row for row in rows if any(name in row for name in PEOPLE)]


def name(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize(
    ("path", "size"),
    [
        pytest.param(path, size, id=f"{name(path)}-{size}")
        for path in FILES
        for size in SIZES
        # On a large screen there is room for more than any of them says.
        if size != LARGE or path.stem in {"vijf-stappen", "everything"}
    ],
)
async def test_all_that_is_needed_can_be_read_in_every_moment(path: Path, size: Size) -> None:
    method = load(path)
    set_language(method.language)
    cut: dict[str, list[str]] = {}
    async with led(begun(method), size=size) as stage:
        for session in moments(method):
            with stage.app.batch_update():
                stage.screen.session = session
                stage.screen.desk = Desk(selected=last_line(session))
            await stage.pilot.pause()
            page, gone = await hung(stage, session, size)
            cut |= {session.stop.moment: gone} if gone else {}
            shown = read(page)
            assert not [words for words in private(session) if squeezed(words) in shown]
            assert not signed(page, session)
    assert not cut


# Of each method in the longer of its languages.
@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name != "en"], ids=name)
async def test_the_last_line_stays_in_sight_while_writing_on_a_small_screen(path: Path) -> None:
    method = load(path)
    set_language(method.language)
    cut: dict[str, list[str]] = {}
    async with led(begun(method), size=SMALL) as stage:
        for session in moments(method):
            moment = session.moment_of(session.stop)
            if wall.here(session) is None or moment.do not in (None, "write"):
                continue
            with stage.app.batch_update():
                await stage.tap("escape")
                stage.screen.session = session
                stage.screen.desk = Desk(selected=last_line(session))
            await stage.tap("enter")
            _page, gone = await hung(stage, session, SMALL)
            cut |= {session.stop.moment: gone} if gone else {}
            assert await stage.comes(lambda: stage.screen.query_one(Pen).region.height)
    assert not cut


async def test_names_stand_behind_lines_only_when_the_group_wants_that() -> None:
    session = wall.write(under_way(FIVE, "explore.read"), "Whose is this?", by=2)
    async with led(session) as stage:
        assert row_of(stage, "Whose is this?") == "1 Whose is this?"
        await stage.press("m")
        assert row_of(stage, "Whose is this?") == "1 Whose is this? · Bo"
        await stage.press("m")
        assert row_of(stage, "Whose is this?") == "1 Whose is this?"


def row_of(stage: Stage, words: str) -> str:
    return next(squeezed(row) for row in stage.page().split("\n") if words in row)


async def test_a_question_that_does_not_fit_says_so() -> None:
    session = under_way(FIVE, "explore.read", question="Where does it end? " * 100)
    async with led(session) as stage:
        said = read(stage.page())
        assert "…”" in said
        assert "No answers yet." in said
        assert "Questions" in said


async def test_a_small_screen_shows_a_question_whole_or_not() -> None:
    session = under_way(FIVE, "explore.read", question=QUESTION)
    async with led(session, size=SMALL) as stage:
        assert "“How can I" not in read(stage.page())
        await stage.resize((50, 24))
        assert QUESTION in read(stage.page())
        await stage.resize(SMALL)
        assert "“How can I" not in read(stage.page())


def flap_words(stage: Stage) -> list[str]:
    """What stands on the flap, without the bar of the time."""
    return [str(each.content) for each in stage.screen.query("Flap Static").results(Static)]


async def test_no_seconds_tick_on_the_flap() -> None:
    session = course.start(under_way(FIVE, "explore.write"), NINE)
    async with led(session) as stage:
        before = flap_words(stage)
        said = set()
        for _second in range(4 * 60):
            stage.clock.pass_(seconds=1)
            stage.screen._look()
            assert flap_words(stage) == before
            said.add(stage.screen.query_one(TimeBar)._bar().plain.lstrip("● ▇─"))
        assert said == {
            "3 min left",
            "2 min left",
            "last minute",
            "time to round off",
            "time to round off · +1",
        }


async def test_the_clock_of_a_turn_goes_by_tens() -> None:
    session = room.next_turn(course.start(under_way(FIVE, "explore.read"), NINE), NINE)
    async with led(session) as stage:
        said = set()
        for _second in range(30):
            stage.clock.pass_(seconds=1)
            stage.screen._look()
            said.add(stage.screen.query_one(TimeBar)._bar().plain.split(" · ")[1])
        assert said == {turn(left) for left in (30, 20, 10, 0)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("minutes", "words", "look"),
    [
        (0.5, N_("{number} min left"), None),
        (2.5, N_("last minute"), "-nearly-up"),
        (3.5, N_("time to round off"), "-over"),
        (5.5, N_("time to round off · +{number}"), "-over"),
    ],
)
async def test_the_time_is_said_in_words_too(
    minutes: float, words: str, look: str | None, language: Language
) -> None:
    set_language(language)
    session = course.start(under_way(FIVE, "explore.write"), NINE)
    async with led(session, size=SMALL) as stage:
        await stage.pass_(minutes=minutes)
        assert _(words).format(number=3 if look is None else 2) in stage.said()
        bar = stage.screen.query_one(TimeBar)
        assert bar.classes == ({look} if look else set())
