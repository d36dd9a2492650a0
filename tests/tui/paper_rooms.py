"""The papers of a meeting in the smallest app, and the files that come of them."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from intervisie_tui.domain import closing, course, wall
from intervisie_tui.domain.session import Session
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.papers import PapersScreen
from tests.conftest import Clock
from tests.domain.samples import NINE
from tests.tui.home_of import empty_home
from tests.tui.host import Host
from tests.tui.meetings import FIRST, at, written

STEM: Final = "2026-01-05-1000-abcdef"


@pytest.fixture
def mine() -> Home:
    return empty_home()


def held(group_id: str = "", days: int = 0) -> Session:
    """A meeting of two cases that ended, with an intention of An that is agreed to."""
    session = at(written(group_id=group_id), FIRST, "7")
    session = wall.write(session, "Call her", by=1)
    session = wall.agree(session, session.last_id)
    session = course.finish(session, NINE + timedelta(hours=4, minutes=3))
    assert session.begun is not None
    assert session.ended is not None
    day = timedelta(days=days)
    return replace(session, begun=session.begun + day, ended=session.ended + day)


def kept(session: Session) -> Session:
    stays = closing.closed(session, "all", until=None, now=NINE)
    assert stays is not None
    return stays


def papers(home: Home, session: Session | None = None) -> Host:
    record = home.records / f"{STEM}.toml"
    return Host(PapersScreen(home, session or held(), record, Clock()))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []
