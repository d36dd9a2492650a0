"""Meetings of one group that were held, and their records."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain import wall
from intervisie_tui.domain.closing import closed
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.person import seated
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import Language
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.machine import private_folder
from intervisie_tui.store.methods import load
from intervisie_tui.store.pieces import Pieces
from tests.domain.samples import NINE, prepared

NORTH: Final = "k3m9xq"
NAMES: Final = ("Anna", "Bram", "Cem", "Dee")
QUESTION: Final = "How do I tell Ella?"


def home_in(folder: Path) -> Home:
    """A home with its folders."""
    home = Home(folder)
    for each in (home.records, home.methods, home.groups):
        private_folder(each)
    return home


def group(language: Language | None = None) -> Group:
    """The group, with its members."""
    north = Group(id=NORTH, name="North", language=language)
    for name in NAMES:
        north = verbs.join(north, name)
    return north


def ours(name: str, language: Language = "en") -> Method:
    """One of our own methods."""
    return load(builtin_methods() / language / f"{name}.toml")


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting that was led and closed."""

    key: str = "vijf-stappen"
    method: Method | None = None
    """`None`: ours of that id."""

    giver: int = 1
    longer: float = 1
    """How many times what was planned each moment took."""

    group_id: str = NORTH

    def held(self, week: int) -> Session:
        """The session of it, in that week."""
        method = self.method or ours(self.key)
        session = prepared(
            method, names=NAMES, case_giver=self.giver, question=QUESTION, group="North"
        )
        session = wall.write_on(session, "Questions", QUESTION, by=2)
        begun = NINE + timedelta(weeks=week)
        led = replace(
            session,
            made=begun,
            begun=begun,
            ended=begun + timedelta(hours=1),
            group_id=self.group_id,
            methods={self.key: method},
            blocks=tuple(replace(block, method=self.key) for block in session.blocks),
            people=tuple(seated(n, name, member=n) for n, name in enumerate(NAMES, 1)),
            plan=tuple(
                replace(stop, done=True, spent=(stop.planned or 60.0) * self.longer)
                for stop in session.plan
            ),
        )
        stays = closed(led, "all", until=None, now=begun + timedelta(hours=1))
        assert stays is not None
        return stays


def put(home: Home, *sessions: Session) -> list[Path]:
    """The records of these sessions."""
    paths = []
    for number, session in enumerate(sessions):
        path = home.records / f"2026-{number:03}.toml"
        path.write_bytes(Pieces().record(session))
        paths.append(path)
    return paths
