"""What waits in the folder of records: to be gone on with, closed or deleted."""

from dataclasses import dataclass
from datetime import datetime

from intervisie_tui.store.heads import Head, Unfinished, expired, heads, unfinished
from intervisie_tui.store.home import Home


@dataclass(frozen=True, slots=True)
class Waiting:
    """The records that home is about."""

    unfinished: tuple[Unfinished, ...] = ()
    expired: tuple[Head, ...] = ()
    """Past the day they were kept until."""

    broken: int = 0
    """How many cannot be read."""


def waiting(home: Home, now: datetime) -> Waiting:
    """What there is now."""
    return Waiting(
        unfinished=tuple(unfinished(home, now)),
        expired=tuple(expired(home, now.astimezone().date())),
        broken=sum(head.state == "broken" for head in heads(home)),
    )
