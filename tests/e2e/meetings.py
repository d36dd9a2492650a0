"""Who leads a whole meeting in the real program, with a clock that is moved on from outside."""

import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pypdf

from intervisie_tui.domain.convene import convene
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Stop
from intervisie_tui.store.convening import Filled, convened, made_ready
from intervisie_tui.store.groups import resolve_group
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import load
from tests.e2e.stage import ROOT, Facilitator

NAMES: Final = ("An", "Bo", "Cem", "Dee", "Karin")
MEETING: Final = ROOT / "methods" / "en" / "stab-zaal.toml"


class Clock:
    """The clock of the program, that is moved on from here."""

    def __init__(self, path: Path) -> None:
        self._path, self._minutes = path, 0.0
        self.command = (sys.executable, str(Path(__file__).with_name("moved_clock.py")), str(path))
        self.move(0)

    def move(self, minutes: float) -> None:
        """So many minutes go by at once."""
        self._minutes += minutes
        whole = self._path.with_suffix(".new")
        whole.write_text(f"{self._minutes}", "utf-8")
        whole.replace(self._path)


def planned(home: Path) -> Session:
    """The meeting as the program plans it for the group."""
    folders = Home(home)
    group, method = resolve_group(folders, "North"), load(MEETING)
    ready, now = made_ready(folders, method, MEETING, group), datetime.now(UTC)
    filled = Filled(names=NAMES, first_meeting=ready.number == 1)
    return convene("stab-zaal", method, now, convened(filled, ready, group, now))


def heading(session: Session, stop: Stop) -> str:
    """What the flap says of a stop, as a pattern."""
    if session.blocks[stop.block].break_:
        return "Back at|minutes"
    step, moment = session.step_of(stop), session.moment_of(stop)
    own = "" if moment is step else f" · {moment.title}"
    return rf"^\s*{re.escape(step.title + own)}\s"


class Meeting(Facilitator):
    """Who leads the meeting, stop after stop."""

    def __init__(self, session: Session, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.session = session
        self._stops = iter([stop for stop in session.plan if not stop.skipped])

    def onward(self) -> Stop:
        """Go on to the next stop, and see it."""
        stop = next(self._stops)
        self.press("right", heading(self.session, stop))
        return stop

    def out(self, block: int) -> None:
        """A block that is left out is not gone to."""
        self._stops = iter([stop for stop in self._stops if stop.block != block])

    def until(self, block: int) -> Iterator[Stop]:
        """Go on, stop by stop, up to the last one of that block."""
        last = [s for s in self.session.plan if s.block == block and not s.skipped][-1]
        while (stop := self.onward()) != last:
            yield stop
        yield stop


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file in there, by its way from it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def words_in(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
