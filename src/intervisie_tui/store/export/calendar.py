"""The next meeting, or a series of them, as a file for a calendar."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _

USUAL_MINUTES: Final = 120
"""How long a meeting takes where nobody says it (S3.1)."""

_OURS: Final = UUID("7d2f0c5e-2f0b-4c9e-9f43-6f6c1b6b8a55")
"""From which the ids of meetings are made: the same meeting gets the same id again."""


def series(start: datetime, *, weeks: int = 0, times: int = 1) -> tuple[datetime, ...]:
    """When meetings begin, in UTC: *times* of them with so many *weeks* from one to the next.

    On the clock of this place they are all at the same time of day, summer and winter.
    """
    first = start.astimezone().replace(tzinfo=None)
    dates = (first + timedelta(weeks=weeks * number) for number in range(times))
    return tuple(each.astimezone(UTC) for each in dates)


def as_calendar(
    dates: Sequence[datetime],
    *,
    minutes: int = USUAL_MINUTES,
    title: str = "",
    now: datetime,
) -> bytes:
    """The file: an event for each of the *dates*, that tells of nobody.

    *title* is what the calendar shows, where the user gives one; others may see it.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//intervisie-tui//intervisie//EN")
    for start in dates:
        begins = start.astimezone(UTC)
        # Each in UTC, and not one that repeats: a calendar that does not know the time zone
        # of this place would move what comes after the clock changes.
        event = Event()
        event.add("uid", f"{uuid5(_OURS, begins.isoformat())}@intervisie-tui")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=minutes))
        # A backslash is how calendars write a line end; not all of them read it as it was meant.
        event.add("summary", one_line(title).replace("\\", "/") or _("Intervisie"))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
