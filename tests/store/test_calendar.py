"""A file for a calendar: when meetings are, and nobody's name."""

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from intervisie_tui.store.export.calendar import as_calendar, series
from tests.chance import words
from tests.domain.samples import NINE

pytestmark = pytest.mark.usefixtures("amsterdam")

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def events(data: bytes) -> list[Event]:
    return [each for each in Calendar.from_ical(data).walk() if isinstance(each, Event)]


def test_one_meeting_is_one_event_with_its_length() -> None:
    [event] = events(as_calendar([NINE], minutes=90, now=NINE))
    assert event.start == NINE
    assert event.duration == timedelta(minutes=90)


def test_a_series_is_at_the_same_time_of_day_in_summer_and_in_winter() -> None:
    start = datetime(2026, 2, 4, 14, 0, tzinfo=AMSTERDAM)
    dates = series(start, weeks=4, times=4)
    assert [each.astimezone(AMSTERDAM).strftime("%d-%m %H:%M") for each in dates] == [
        "04-02 14:00",
        "04-03 14:00",
        "01-04 14:00",
        "29-04 14:00",
    ]
    data = as_calendar(dates, now=NINE)
    assert [event.start for event in events(data)] == [*dates]
    assert data.count(b"Z\r\nDTEND") == 4


def test_it_tells_of_nobody() -> None:
    text = as_calendar([NINE], now=NINE).decode()
    [event] = events(text.encode())
    assert event["summary"] == "Intervisie"
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"}
    for word in ("ATTENDEE", "ORGANIZER", "LOCATION", "DESCRIPTION"):
        assert word not in text


def test_a_title_is_there_only_where_the_user_gives_one() -> None:
    [event] = events(as_calendar([NINE], title="Intervisie\r\nNorth", now=NINE))
    assert event["summary"] == "Intervisie North"


def test_the_same_meeting_has_the_same_id_whenever_it_is_written() -> None:
    dates = series(NINE, weeks=4, times=3)
    first, later = (
        [event["uid"] for event in events(as_calendar(dates, now=now))]
        for now in (NINE, NINE + timedelta(days=1))
    )
    assert first == later
    assert len({*first}) == 3


@given(words())
@example("\\N")
def test_any_title_comes_back_as_it_was_given_but_for_a_backslash(title: str) -> None:
    [event] = events(as_calendar([NINE], title=title, now=NINE))
    assert event["summary"] == title.replace("\\", "/")


@given(st.integers(1, 60), st.integers(1, 30), st.integers(0, 300_000))
def test_dates_are_so_many_weeks_apart_on_the_clock_of_the_place(
    weeks: int, times: int, hours: int
) -> None:
    start = NINE + timedelta(hours=hours)
    local = [each.astimezone(AMSTERDAM) for each in series(start, weeks=weeks, times=times)]
    assert len(local) == times
    days = [each.date() for each in local]
    assert all(b - a == timedelta(weeks=weeks) for a, b in pairwise(days))
