"""Times and days as people type them, and the moment they mean."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from intervisie_tui.domain.text import one_line

_HOUR: Final = re.compile(r"(\d{1,2})(?:[:.hu]?(\d{2}))?\s*[hu]?", re.ASCII)

_DAY: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)


def hour_in(text: str) -> time | None:
    """The time of day in "16:30", "16.30", "1630", "16u30" or "16"; `None` in nothing at all.

    Raises ValueError where it is no time.
    """
    said = one_line(text).lower()
    if not said:
        return None
    found = _HOUR.fullmatch(said)
    if found is None:
        raise ValueError("no time of day")
    return time(int(found[1]), int(found[2] or 0))


def day_in(text: str) -> date:
    """The day in "2027-03-31" or "31-3-2027". Raises ValueError where it is none."""
    said = one_line(text)
    if found := _DAY.fullmatch(said):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return date.fromisoformat(said)


def moment_in(text: str) -> datetime | None:
    """A day and a time of day on the clock of this place, in UTC; `None`: it is none."""
    first, _between, last = one_line(text).replace("T", " ").rpartition(" ")
    with suppress(ValueError, OverflowError, OSError):
        if (hour := hour_in(last)) is not None:
            return datetime.combine(day_in(first), hour).astimezone(UTC)
    return None


def next_at(hour: time, now: datetime) -> datetime:
    """When that time of day comes next after *now*, on the clock of this place; in UTC."""
    today = now.astimezone().date()
    moment = datetime.combine(today, hour).astimezone(UTC)
    if moment > now:
        return moment
    return datetime.combine(today + timedelta(days=1), hour).astimezone(UTC)
