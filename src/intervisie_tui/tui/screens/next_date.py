"""When the group meets again: asked, and offered as a file for a calendar."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from textual.screen import Screen

from intervisie_tui.domain.hours import moment_in
from intervisie_tui.locale import _
from intervisie_tui.store.export.calendar import series
from intervisie_tui.store.export.certificate import duration
from intervisie_tui.store.export.past import short_day
from intervisie_tui.store.export.phrases import day, hour
from intervisie_tui.store.hand_outs import paper, write_dates
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.giving import Offer

WEEKS: Final = 4
"""From one meeting to the next, where nobody says it (S1.4)."""

MOST: Final = 52
"""Meetings in a series, and weeks from one to the next."""

_DIGITS: Final = re.compile(r"\d{1,3}", re.ASCII)

_QUARTER: Final = 15
"""Minutes to which the length of a meeting is rounded."""


def four_weeks_on(last: datetime, now: datetime) -> datetime:
    """The same day of the week and time of day, four weeks later or as often as it takes."""
    gone = now - last
    times = max(1, gone // timedelta(weeks=WEEKS) + 1)
    return series(last, weeks=WEEKS * times, times=2)[1]


def as_long_as(minutes: float) -> int:
    """How long the next meeting is planned, when the last one took so long."""
    return max(1, round(minutes / _QUARTER)) * _QUARTER


def typed(moment: datetime) -> str:
    """A day and a time of day as somebody would type it."""
    return f"{short_day(moment.astimezone())} {hour(moment)}"


async def moment_asked(
    screen: Screen[Any], question: str, offer: str, *, hint: str = "", empty: bool = False
) -> datetime | str | None:
    """Ask for a day and a time of day until there is one.

    `None`: the question was put away; an empty text, where that may be: it is left open. Needs
    a worker of *screen* to run in.
    """
    said = offer
    while True:
        asked = await screen.app.push_screen_wait(Ask(question, said, hint))
        if asked is None or (empty and not asked):
            return asked
        if (moment := moment_in(asked)) is not None:
            return moment
        wrong = _("“{said}” is no day with a time, as “2027-03-31 14:00” is.")
        said, hint = asked, wrong.format(said=asked)


async def dates_asked(screen: Screen[Any], offer: datetime) -> tuple[datetime, ...]:
    """Ask when the group meets again, and how often; empty: that was put away.

    Needs a worker of *screen* to run in.
    """
    question = _("When do you meet again? A day and a time.")
    start = await moment_asked(screen, question, typed(offer))
    if not isinstance(start, datetime):
        return ()
    hint = _("1: this one alone. For a series it is asked then how many weeks are between.")
    times = await _number_asked(screen, _("How many meetings are there to put down?"), 1, hint)
    weeks: int | None = WEEKS
    if times is not None and times > 1:
        weeks = await _number_asked(screen, _("How many weeks from one to the next?"), WEEKS)
    if times is None or weeks is None:
        return ()
    with suppress(ValueError, OverflowError):
        return series(start, weeks=weeks, times=times)
    screen.notify(_("So far ahead there is no calendar."), severity="error", markup=False)
    return ()


def in_calendar(
    home: Home,
    name: str,
    dates: Sequence[datetime],
    *,
    minutes: int,
    clock: Callable[[], datetime],
) -> Offer:
    """The dates as a file, to be written under that *name*."""

    def tell() -> Iterator[str]:
        yield _("For everybody's calendar")
        yield from (f"  {day(each.astimezone())}, {hour(each)}" for each in dates)
        yield _("Each takes {length}.").format(length=duration(minutes))
        yield _("The calendar shows “{title}”: no group, and nobody's name.").format(
            title=_("Intervisie")
        )

    def write(_form: str) -> list[Path]:
        return [write_dates(home, name, dates, minutes=minutes, now=clock())]

    return Offer(tell=tell, place=partial(paper, home, name), write=write, forms=("ics",))


async def _number_asked(
    screen: Screen[Any], question: str, usual: int, hint: str = ""
) -> int | None:
    """Ask for a whole number until there is one; `None`: the question was put away."""
    said = str(usual)
    while True:
        asked = await screen.app.push_screen_wait(Ask(question, said, hint, anew=True))
        if asked is None:
            return None
        if _DIGITS.fullmatch(asked) and 1 <= int(asked) <= MOST:
            return int(asked)
        said, hint = asked, _("A number from 1 to {most}, please.").format(most=MOST)
