"""How the blocks of a meeting are said: where the group is among them, and when each begins."""

from collections.abc import Iterable

from intervisie_tui.domain.agenda import Item
from intervisie_tui.domain.view import Seat, View
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import hour
from intervisie_tui.tui.widgets import wording


def here(view: View) -> Item | None:
    """The block that the group is in; `None`: the meeting is not under way."""
    return next((item for item in view.agenda if item.state == "now"), None)


def is_break(view: View) -> bool:
    """Whether the group is away for a while."""
    item = here(view)
    return item is not None and item.kind == "break"


def has_several(view: View) -> bool:
    """Whether there is more than one block, so that it has to be said which one."""
    return len(view.agenda) > 1


def runs_over(view: View) -> bool:
    """Whether the meeting ends so much later than agreed that it is said."""
    return view.stage != "closing" and is_a_minute(view.behind or 0.0)


def is_a_minute(seconds: float) -> bool:
    """Whether so many seconds are a minute at least, as they are said."""
    return round(seconds / 60) > 0


def count(view: View) -> str:
    """Which case it is of how many; empty where there is one, or none here."""
    item = here(view)
    if item is None or not item.number or view.cases == 1:
        return ""
    return _("Case {number} of {total}").format(number=item.number, total=view.cases)


def place(view: View) -> tuple[str, str]:
    """Where in the meeting the group is, in many words and in few: for the group too.

    What stands as the step already is not said again. How many cases there are it does not
    say: that would tell when one of them is put off.
    """
    if not has_several(view):
        return "", ""
    item = here(view)
    is_case = item is not None and item.number and view.cases > 1
    counted = _("Case {number}").format(number=item.number) if item and is_case else ""
    title = view.method if view.method != view.step_title else ""
    return " · ".join(filter(None, [counted, title])), counted


def title(item: Item, seats: Iterable[Seat] = ()) -> str:
    """A block in a list: "Case 2 · Four phases · Bram".

    Whose case it is only where *seats* say who sits where: a group need not know it yet.
    """
    number = _("Case {number}").format(number=item.number) if item.number else ""
    return " · ".join(filter(None, [number, item.title, givers(item, seats)]))


def givers(item: Item, seats: Iterable[Seat]) -> str:
    """Whose case it is; empty: nobody's, or not known."""
    return ", ".join(wording.seat_name(seat) for seat in seats if seat.id in item.givers)


def begins(item: Item, view: View) -> str:
    """The time of day at which it begins as it looks now; empty if it began, or is left out.

    As far before the end as it will be, so that all times change in the same minute as the
    end does, and nothing is painted in between.
    """
    if item.starts is None:
        return ""
    end = view.expected_end.replace(second=0, microsecond=0)
    return hour(end - (view.expected_end - item.starts))


def minutes_of(seconds: float) -> str:
    """How long a block or a part of the meeting is, in whole minutes; at least one."""
    return _("{number} min").format(number=max(1, round(seconds / 60)))
