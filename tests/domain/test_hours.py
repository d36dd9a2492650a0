from datetime import UTC, datetime, time, timedelta

import pytest

from intervisie_tui.domain.hours import hour_in, next_at


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("16:30", time(16, 30)),
        ("16.30", time(16, 30)),
        ("1630", time(16, 30)),
        ("930", time(9, 30)),
        ("9:05", time(9, 5)),
        ("16u30", time(16, 30)),
        ("16U30", time(16, 30)),
        ("16h30", time(16, 30)),
        ("16", time(16)),
        ("16 u", time(16)),
        ("9h", time(9)),
        ("00:00", time(0)),
        ("0", time(0)),
        (" 16:30\x1b\n", time(16, 30)),
        ("", None),
        ("  ", None),
        ("\x1b", None),
    ],
)
def test_a_time_of_day_is_read_as_people_type_it(said: str, meant: time | None) -> None:
    assert hour_in(said) == meant


@pytest.mark.parametrize(
    "said", ["25", "24:00", "16:60", "16:3", "12345", "half five", "-1", "1e1", "٣", "16:30:00"]
)
def test_what_is_no_time_is_refused(said: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the screens have words for it
        hour_in(said)


@pytest.mark.parametrize("hours", [1, 6, 12, 23])
def test_the_time_that_is_meant_is_the_next_one(hours: int) -> None:
    now = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
    moment = now + timedelta(hours=hours)
    found = next_at(moment.astimezone().time(), now)
    assert found == moment
    assert found.tzinfo is UTC


def test_the_time_that_it_is_now_is_tomorrow() -> None:
    now = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
    assert next_at(now.astimezone().time(), now) == now + timedelta(days=1)
