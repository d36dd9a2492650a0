"""Times of day as people type them, and the moment they mean."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain import course
from intervisie_tui.domain.hours import hour_in, next_at
from tests.domain.samples import NINE, prepared

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("", None),
        ("  ", None),
        ("16:30", time(16, 30)),
        (" 16.30 ", time(16, 30)),
        ("1630", time(16, 30)),
        ("16u30", time(16, 30)),
        ("16h", time(16)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("0:00", time(0)),
    ],
)
def test_a_time_of_day_is_understood_in_many_ways(typed: str, hour: time | None) -> None:
    assert hour_in(typed) == hour


@pytest.mark.parametrize("typed", ["24:00", "16:60", "soon", "163", "16:3", "-1", "٣", "16:30:00"])
def test_what_is_no_time_of_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        hour_in(typed)


@given(st.text())
def test_any_text_is_a_time_or_refused(typed: str) -> None:
    with suppress(ValueError):
        hour = hour_in(typed)
        assert hour is None or hour.second == 0


@given(st.times(timezones=st.none()))
def test_an_hour_is_the_next_one_on_the_clock_of_this_place(hour: time) -> None:
    moment = next_at(hour, NOW)
    assert moment > NOW
    assert moment - NOW <= timedelta(hours=25)
    assert moment.astimezone().time() == hour


@pytest.mark.usefixtures("amsterdam")
@pytest.mark.parametrize(
    ("now", "hour", "moment"),
    [
        # The night that the clock goes from two to three, and the one from three to two.
        (datetime(2026, 3, 28, 20, tzinfo=UTC), time(9), datetime(2026, 3, 29, 7, tzinfo=UTC)),
        (datetime(2026, 10, 24, 20, tzinfo=UTC), time(9), datetime(2026, 10, 25, 8, tzinfo=UTC)),
    ],
)
def test_an_hour_after_a_night_that_the_clock_is_changed_is_the_one_on_the_wall(
    now: datetime, hour: time, moment: datetime
) -> None:
    assert next_at(hour, now) == moment


def test_an_hour_agreed_on_another_day_means_that_hour_today() -> None:
    agreed = NINE + timedelta(hours=2)
    session = replace(prepared(), due=agreed)
    assert course.begin(session, NINE).due == agreed
    assert course.begin(session, NINE + timedelta(days=3)).due == agreed + timedelta(days=3)
    late = agreed + timedelta(minutes=5)
    assert course.begin(session, late).due == agreed


@pytest.mark.usefixtures("amsterdam")
def test_an_hour_agreed_before_the_clock_was_changed_is_that_hour_after_it() -> None:
    agreed = datetime(2026, 3, 27, 15, 30, tzinfo=UTC)  # half past four, in winter
    session = replace(prepared(), due=agreed)
    in_summer = datetime(2026, 3, 30, 13, 0, tzinfo=UTC)  # three o'clock
    due = course.begin(session, in_summer).due
    assert due == datetime(2026, 3, 30, 14, 30, tzinfo=UTC)
