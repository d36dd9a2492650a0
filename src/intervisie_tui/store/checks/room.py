"""Whether the words of a moment fit the sheet that the group sees, on a usual terminal.

The store draws nothing: this counts the rows that the sheet needs at 80 by 24, as it
lays them out there (`tui/widgets/flap.py`; a test holds the two together).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import EVERYONE, Moment
from intervisie_tui.locale import _
from intervisie_tui.store.cells import rows
from intervisie_tui.store.checks.spot import Spot
from intervisie_tui.store.problems import Fault

WIDTH: Final = 74
"""Cells of a row, inside the margins."""

HEIGHT: Final = 23
"""Rows, without the line of keys."""

COUNT: Final = 15
"""Cells beside the title, where the steps are counted."""

TITLE: Final = 2
"""Rows that a title has."""

CHART: Final = 4
"""Rows that a chart needs, with the one in which is typed."""

AIR: Final = 4
"""Empty rows between the words where no chart hangs."""

ALWAYS: Final = 8
"""Rows that there are for words, whatever else there is."""

ROLE: Final = 30
"""Cells in which it is said what a role does."""

NAME: Final = 11
"""Cells of somebody in a round, with the signs beside a short name."""


def too_long(method: Method, places: Sequence[Spot]) -> Iterator[Fault]:
    """Moments with more words than can be read at a time."""
    for spot in places:
        titles = dict.fromkeys((spot.step.title, spot.moment.title))
        if rows(" · ".join(titles), WIDTH - COUNT) > TITLE:
            message = _("this title is too long for a screen of 80 by 24, with the step before it")
            yield Fault((*spot.where, "title"), message, severity="warning")
        needed = _words(spot.moment)
        used = sum(needed.values())
        if used > ALWAYS and used > (room := _room(method, spot.moment)):
            message = _(
                "this is too long for a screen of 80 by 24: “say”, “ask” and “remember” take "
                "{rows} rows, and there is room for {room}; say less, or make two moments of it"
            )
            longest = max(needed, key=lambda name: needed[name])
            message = message.format(rows=used, room=room)
            yield Fault(spot.said(longest), message, severity="warning")


def _words(moment: Moment) -> dict[str, int]:
    """The rows that each text of the sheet takes."""
    return {
        "say": rows(moment.say, WIDTH),
        "ask": sum(rows(f"· {text}", WIDTH) for text in moment.ask),
        "remember": sum(rows(f"· {text}", WIDTH) for text in moment.remember),
    }


def _room(method: Method, moment: Moment) -> int:
    """The rows there are for them."""
    roles = {*moment.rights(), *moment.places()}
    if method.kind == "case" and "everyone" not in roles:
        roles.update(EVERYONE)
    around = TITLE - 1 + -(-ROLE * len(roles) // WIDTH) + 1
    if moment.takers:
        around += -(-NAME * int(method.people.high) // WIDTH)
    return HEIGHT - around - (CHART if moment.chart else AIR)
