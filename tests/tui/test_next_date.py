"""The next date: asked, told, and written for a calendar; the hand-out of the group tells it."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from icalendar import Calendar
from icalendar import Event as Entry

from intervisie_tui.domain.hours import moment_in
from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.giving import Giving
from intervisie_tui.tui.screens.next_date import as_long_as, four_weeks_on, typed
from intervisie_tui.tui.screens.papers import PapersScreen
from tests.domain.samples import NINE
from tests.tui.group_rooms import press
from tests.tui.host import page
from tests.tui.paper_rooms import STEM, files, mine, papers
from tests.tui.preparing import read

__all__ = ["mine"]

pytestmark = pytest.mark.usefixtures("amsterdam")


def dates(home: Home) -> list[datetime]:
    return [datetime.fromisoformat(str(event.start)) for event in events(home)]


def events(home: Home) -> list[Entry]:
    calendar = Calendar.from_ical((home.hand_over / f"{STEM}-dates.ics").read_bytes())
    return [event for event in calendar.walk("VEVENT") if isinstance(event, Entry)]


async def test_four_weeks_later_needs_no_typing(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", "enter", "enter")
        assert "Monday 2 February 2026, 10:00" in page(app)
        assert "Each takes 4 hours." in page(app)
        assert files(mine.hand_over) == []
        await press(pilot, "enter")
        (event,) = events(mine)
        assert event.start == NINE + timedelta(weeks=4)
        assert event.end == NINE + timedelta(weeks=4, hours=4)
        assert str(event["summary"]) == "Intervisie"
        assert "Next date  ✓" in page(app)


async def test_a_series_keeps_the_time_of_day_when_the_clocks_change(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", "enter", "3", "enter", "enter", "enter")
        assert [day.astimezone().hour for day in dates(mine)] == [10, 10, 10]
        days = [day.astimezone().date() for day in dates(mine)]
        assert [later - day for day, later in pairwise(days)] == [timedelta(weeks=4)] * 2


async def test_what_is_no_date_or_no_number_is_asked_again(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", *"x", "enter")
        assert "10:00x” is no day with a time" in read(app)
        await press(pilot, "backspace", "enter", "0", "enter")
        assert "A number from 1 to 52, please." in page(app)
        await press(pilot, "2", "enter", *"many", "enter")
        assert "A number from 1 to 52, please." in page(app)
        await press(pilot, "1", "enter", "enter")
        assert [day - NINE for day in dates(mine)] == [timedelta(weeks=4), timedelta(weeks=5)]


@pytest.mark.parametrize("answered", range(4))
async def test_a_question_that_is_put_away_writes_nothing(mine: Home, answered: int) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", *["enter", "2", "enter", "enter"][: answered + answered // 2])
        assert isinstance(app.screen, Ask | Giving)
        await press(pilot, "escape")
        assert isinstance(app.screen, PapersScreen)
        assert files(mine.hand_over) == []


async def test_so_far_ahead_there_is_no_calendar(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", *["backspace"] * 16, *"9999-12-20 10:00")
        await press(pilot, "enter", "9", "enter", "enter")
        (said,) = app._notifications
        assert said.message == "So far ahead there is no calendar."
        assert files(mine.hand_over) == []


async def test_the_group_reads_it_on_its_hand_out(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        assert "We meet again" not in page(app)
        await press(pilot, "escape", "d", "enter", "enter", "enter", "g")
        assert "Monday 2 February 2026, 10:00" in page(app)


@pytest.mark.parametrize(
    ("weeks", "later"),
    [(-1, 4), (0, 4), (3.9, 4), (4, 8), (41, 44)],
)
def test_the_next_date_is_to_come_and_a_whole_number_of_four_weeks_later(
    weeks: float, later: int
) -> None:
    now = NINE + timedelta(weeks=weeks)
    here, then = NINE.astimezone(), four_weeks_on(NINE, now).astimezone()
    assert then.date() - here.date() == timedelta(weeks=later)
    assert then.hour == here.hour


@pytest.mark.parametrize(("took", "planned"), [(243, 240), (7, 15), (0, 15), (98, 105)])
def test_a_meeting_is_planned_as_long_as_the_last_one_took(took: int, planned: int) -> None:
    assert as_long_as(took) == planned


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_offered_can_be_read_back(language: Language) -> None:
    set_language(language)
    assert moment_in(typed(NINE)) == NINE


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("31-3-2027 14u30", datetime(2027, 3, 31, 12, 30, tzinfo=UTC)),
        ("2027-03-31T14:00", datetime(2027, 3, 31, 12, 0, tzinfo=UTC)),
        ("14:00", None),
        ("2027-03-31", None),
        ("9999-99-99 14:00", None),
        ("", None),
    ],
)
def test_a_day_and_a_time_are_read_as_people_type_them(said: str, moment: datetime | None) -> None:
    assert moment_in(said) == moment
