"""A group as its file says it, and files of groups and their records."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from intervisie_tui.domain.group import Group, Member
from intervisie_tui.store.files import desk_of
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import private_folder
from intervisie_tui.store.pieces import Pieces
from tests.domain.samples import prepared

TEXT: Final = """format = 1
name = "North"
method = "vijf-stappen"
language = "nl"
last-id = 5

[[members]]
id = 1
name = "Anna"

[[members]]
id = 4
name = "Cem"
left = true
"""

NORTH: Final = Group(
    id="north2",
    name="North",
    members=(Member(1, "Anna"), Member(4, "Cem", left=True)),
    method="vijf-stappen",
    language="nl",
    last_id=5,
)


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    private_folder(home.groups)
    private_folder(home.records)
    return home


def put(home: Home, text: str, name: str = "north2") -> Path:
    path = home.groups / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def record(home: Home, group_id: str, name: str) -> Path:
    path = home.records / f"{name}.toml"
    session = replace(prepared(group="North"), group_id=group_id)
    path.write_bytes(Pieces().record(session))
    desk_of(path).write_text("format = 3\n[desk]\n", "utf-8")
    return path
