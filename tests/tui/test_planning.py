from intervisie_tui.domain import agenda
from intervisie_tui.domain.session import Session
from intervisie_tui.store.groups import new_group
from intervisie_tui.store.methods import find
from intervisie_tui.tui.screens.prepare import PrepareScreen
from intervisie_tui.tui.screens.shelf import shelf_of
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.end_line import EndLine
from tests.conftest import Clock
from tests.tui.home_of import empty_home
from tests.tui.host import Host
from tests.tui.preparing import answer, read, refused

MORNING = """
format = 1
title = "A morning"
language = "en"
kind = "meeting"
people = 5

[[blocks]]
use = "check-in"

[[blocks]]
use = "vier-fasen"
cases = "1+"

[[blocks]]
title = "Break"
break = true
minutes = 15
"""


def planning(clock: Clock, text: str = MORNING, members: tuple[str, ...] = ()) -> Host:
    """The form with a meeting, for a group if there are members."""
    home = empty_home()
    path = home.methods / "morning.toml"
    path.write_text(text, "utf-8")
    group = new_group(home, "North", members) if members else None
    assert any(file.path == path and file.head for file in find(home).files)
    return Host(PrepareScreen(home, shelf_of(home), clock, path, group))


def cases(session: Session) -> list[tuple[int, ...]]:
    """Whose each case is."""
    items = agenda.agenda(session, session.made)
    return [item.givers for item in items if item.kind == "case"]


async def test_a_meeting_is_planned_without_typing_a_character(clock: Clock) -> None:
    async with planning(clock).run_test(size=(80, 24)) as pilot:
        session = await answer(pilot)
    assert session.meeting == "A morning"
    assert cases(session) == [(1,), (2,), (3,), (4,), (5,)]
    assert session.starts is None


async def test_the_group_says_how_many_cases_there_are(clock: Clock) -> None:
    app = planning(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#cases", Choice).at = 2
        session = await answer(pilot)
    assert cases(session) == [(), ()]


async def test_a_meeting_begins_when_it_is_said_and_ends_after_that(clock: Clock) -> None:
    app = planning(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#begin", EndLine).value = "23:00"
        app.screen.query_one("#end", EndLine).value = "2:00"
        session = await answer(pilot)
    assert session.starts is not None
    assert session.due is not None
    assert (session.due - session.starts).total_seconds() == 3 * 3600


async def test_where_not_everybodys_case_fits_it_says_what_would(clock: Clock) -> None:
    app = planning(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#begin", EndLine).value = "20:00"
        app.screen.query_one("#end", EndLine).value = "21:50"
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        app.screen.query_one("#end", EndLine).focus()
        await pilot.pause()
        seen = read(app)
        assert "All of it takes until 23:" in seen
        assert "2 of 5 cases fit." in seen
        app.screen.query_one("#end", EndLine).value = "23:55"
        await pilot.pause()
        assert "All of it fits: until 23:" in read(app)


async def test_a_begin_that_is_no_time_is_refused(clock: Clock) -> None:
    app = planning(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#begin", EndLine).value = "25:00"
        assert "That is no time of day" in await refused(pilot)


async def test_a_meeting_that_uses_a_method_that_is_not_there_is_not_planned(
    clock: Clock,
) -> None:
    app = planning(clock, MORNING.replace("vier-fasen", "vier-fazen"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        said = await refused(pilot)
    assert "vier-fasen" in said


async def test_who_is_in_the_group_is_known_by_more_than_a_name(clock: Clock) -> None:
    app = planning(clock, members=("An", "Bo", "An"))
    async with app.run_test(size=(80, 24)) as pilot:
        session = await answer(pilot)
    assert [person.member for person in session.people[:3]] == [1, 2, 3]
    assert session.group == "North"
    assert session.group_id
