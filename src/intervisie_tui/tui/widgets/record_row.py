"""A record in a list: when, which method, which group; never who, nor what was said."""

from datetime import datetime

from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import day, hour
from intervisie_tui.store.heads import Head


def what(head: Head) -> str:
    """The meeting or the methods, and the group."""
    titles = head.meeting or " + ".join(head.titles) or head.path.stem
    return f"{titles} · {head.group}" if head.group else titles


def when(moment: datetime | None) -> str:
    """A day and an hour, on the clock of this place."""
    return "" if moment is None else f"{day(moment.astimezone())}, {hour(moment)}"


def state(head: Head, *, only_close: bool = False) -> str:
    """How far a session got, and when."""
    if head.state == "prepared":
        return _("○ prepared {when}").format(when=when(head.made))
    if head.state == "draft" and only_close:
        started = head.begun or head.made
        return _("◐ to be closed: {when}").format(
            when="" if started is None else day(started.astimezone())
        )
    if head.state == "draft":
        return _("◐ begun {when}").format(when=when(head.begun or head.made))
    return _("● held {when}").format(when=when(head.begun or head.made))


def line(head: Head) -> str:
    """What and when, on one line."""
    moment = when(head.begun or head.made)
    return f"{what(head)}, {moment}" if moment else what(head)
