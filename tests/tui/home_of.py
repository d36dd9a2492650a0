"""A home with something in it."""

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from intervisie_tui.domain import course
from intervisie_tui.domain.decided import Closing
from intervisie_tui.domain.session import Session
from intervisie_tui.store.files import desk_of, new_record
from intervisie_tui.store.home import Home, builtin_methods, open_home
from intervisie_tui.store.methods import load
from intervisie_tui.store.pieces import Pieces
from tests.prepared import prepare

METHOD = builtin_methods() / "en" / "vijf-stappen.toml"

NAMES = ("Karin", "Bo", "Cem", "Dee")
QUESTION = "How do I tell my manager?"


def empty_home() -> Home:
    """The home of this test."""
    return open_home(os.environ)


def prepared(made: datetime, group: str = "") -> Session:
    """A session that hangs on its welcome sheet."""
    return prepare(
        "vijf-stappen",
        load(METHOD),
        made,
        names=NAMES,
        case_giver=1,
        question=QUESTION,
        group=group,
    )


def begun(made: datetime, group: str = "") -> Session:
    """A session in its second moment."""
    return course.next_stop(course.next_stop(prepared(made, group), made), made)


def closed(made: datetime, until: datetime | None, group: str = "") -> Session:
    """A session of which all was kept."""
    end = made + timedelta(hours=1)
    day = None if until is None else until.astimezone().date()
    done = course.finish(begun(made, group), end)
    return replace(done, closing=Closing(at=end, keep="all", until=day))


def put(home: Home, session: Session) -> Path:
    """A record of the session, with its desk beside it."""
    path = new_record(home.records, session.made)
    path.write_bytes(Pieces().record(session))
    desk_of(path).write_text("format = 1\n[desk]\n")
    return path
