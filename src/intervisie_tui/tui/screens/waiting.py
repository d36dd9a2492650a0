"""What waits on the disk: to be gone on with, closed or deleted."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from intervisie_tui.store.certificates import expired_certificates
from intervisie_tui.store.heads import Head, Unfinished, expired, heads, unfinished
from intervisie_tui.store.home import Home


@dataclass(frozen=True, slots=True)
class Waiting:
    """The files that home is about."""

    unfinished: tuple[Unfinished, ...] = ()
    expired: tuple[Head, ...] = ()
    """Past the day they were kept until."""

    certificates: tuple[Path, ...] = ()
    """Past the term for which certificates are kept."""

    broken: int = 0
    """How many cannot be read."""

    @property
    def past(self) -> int:
        """How much there is that is past its date."""
        return len(self.expired) + len(self.certificates)


def waiting(home: Home, now: datetime) -> Waiting:
    """What there is now."""
    found, today = heads(home), now.astimezone().date()
    return Waiting(
        unfinished=tuple(unfinished(home, now, found)),
        expired=tuple(expired(home, today, found)),
        certificates=tuple(expired_certificates(home, today)),
        broken=sum(head.state == "broken" for head in found),
    )
