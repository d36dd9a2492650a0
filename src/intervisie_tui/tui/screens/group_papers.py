"""What is written for a group before its next meeting: a letter, a questionnaire, the dates.

Each needs a worker of the screen to run in: it asks, and no screen waits for the disk.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from textual.screen import Screen

from intervisie_tui.domain.group import Group
from intervisie_tui.domain.method import Method
from intervisie_tui.locale import _
from intervisie_tui.store.export.calendar import USUAL_MINUTES
from intervisie_tui.store.export.letter import letter
from intervisie_tui.store.export.questionnaire import questionnaire
from intervisie_tui.store.hand_outs import dates_in
from intervisie_tui.store.heads import heads
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.giving import Offer, give, on_paper, written
from intervisie_tui.tui.screens.next_date import (
    as_long_as,
    dates_asked,
    four_weeks_on,
    in_calendar,
    moment_asked,
    typed,
)


async def write_letter(
    screen: Screen[Any], home: Home, group: Group, method: Method | None, now: datetime
) -> None:
    """The letter to who brings a case; *method* is the one that is likely, `None`: not known."""
    known = await asyncio.to_thread(dates_in, home, _dates_name(group))
    coming = min((each for each in known if each > now), default=None)
    offer = "" if coming is None else typed(coming)
    hint = _("It may stay empty: then it is not in the letter.")
    question = _("When does the group meet? A day and a time.")
    start = await moment_asked(screen, question, offer, hint=hint, empty=True)
    if start is None:
        return
    place = await screen.app.push_screen_wait(Ask(_("Where does the group meet?"), "", hint))
    if place is None:
        return
    make = partial(
        letter,
        method=method,
        start=start if isinstance(start, datetime) else None,
        place=place,
        group=group.name,
        facilitator=home.settings.facilitator,
    )
    await _give(screen, on_paper(home, f"{group.id}-letter", make))


async def write_questionnaire(screen: Screen[Any], home: Home, group: Group) -> None:
    """The longer evaluation, to fill in with a pen."""
    await _give(screen, on_paper(home, f"{group.id}-questionnaire", questionnaire))


async def write_next_date(
    screen: Screen[Any], home: Home, group: Group, clock: Callable[[], datetime]
) -> None:
    """The next meeting or a series, for everybody's calendar."""
    last, minutes = await asyncio.to_thread(_last, home, group, clock())
    dates = await dates_asked(screen, four_weeks_on(last, clock()))
    if dates:
        name = _dates_name(group)
        await _give(screen, in_calendar(home, name, dates, minutes=minutes, clock=clock))


async def _give(screen: Screen[Any], offer: Offer) -> None:
    """Have it written, and say where it is."""
    if paths := await give(screen, offer):
        screen.notify(written(paths), markup=False, timeout=10)


def _dates_name(group: Group) -> str:
    return f"{group.id}-dates"


def _last(home: Home, group: Group, now: datetime) -> tuple[datetime, int]:
    """When the group met last and how long a meeting takes; of a new group, about now."""
    mine = (head for head in heads(home) if head.group_id == group.id)
    met = [(head.begun, head.ended) for head in mine if head.begun and head.ended]
    if not met:
        return now.astimezone().replace(minute=0, second=0, microsecond=0), USUAL_MINUTES
    begun, ended = max(met)
    return begun, as_long_as((ended - begun).total_seconds() / 60)
