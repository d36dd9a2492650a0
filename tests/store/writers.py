"""What the tests of the writer begin with."""

from collections.abc import Callable

from intervisie_tui.domain import wall
from intervisie_tui.domain.session import Session
from intervisie_tui.store.writer import Writer
from tests.domain.samples import under_way

LONG = 3600.0
"""Seconds that no test waits: what happens before them does not happen by the clock."""

PATIENCE = 60.0
"""Seconds after which something that should happen never will."""

Open = Callable[..., Writer]


def with_line(text: str) -> Session:
    return wall.write(under_way(moment="explore.read"), text)
