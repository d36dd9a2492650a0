"""The program with a clock that somebody else moves on: `moved_clock.py FILE ARGUMENT…`.

The file says how many minutes later it is than it is. Meetings take hours, tests do not.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

from intervisie_tui.cli import main
from intervisie_tui.store import machine

steady = machine.steady_clock()
minutes = Path(sys.argv[1])


def moved() -> datetime:
    """The time, as much later as the file says."""
    return steady() + timedelta(minutes=float(minutes.read_text("utf-8") or 0))


machine.steady_clock = lambda *_clocks: moved
sys.exit(main(sys.argv[2:]))
