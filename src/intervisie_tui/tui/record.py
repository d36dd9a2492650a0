"""Where a session that is led is kept, as the screen knows it."""

from pathlib import Path
from typing import Protocol

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session


class Record(Protocol):
    """Where the session is kept; it never makes the screen wait."""

    @property
    def path(self) -> Path | None:
        """The file; `None`: it is kept nowhere, as a rehearsal is."""

    def put(self, session: Session, desk: Desk) -> None:
        """Have it kept as it is now."""
