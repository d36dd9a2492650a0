"""Who writes methods, in the smallest app: what they asked for, and what then comes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import on
from textual.pilot import Pilot

from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.methods import MethodsScreen
from intervisie_tui.tui.screens.rehearsal import RehearsalAsked
from intervisie_tui.tui.screens.shelf import looked_through, shelf_of
from intervisie_tui.tui.widgets.rows import Rows
from tests.tui.home_of import empty_home
from tests.tui.host import Host, page
from tests.tui.stage import PATIENCE, PAUSE

GOOD = 'format = 1\ntitle = "Mine"\nlanguage = "en"\n[[steps]]\ntitle = "Talk"\nspeaks = "peers"\n'
TIMED = GOOD + "minutes = 4\n"
WRONG = GOOD + "minuts = 4\n"


class Authoring(Host):
    """The list of methods, in an app that can lend its terminal to an editor."""

    def __init__(self, home: Home) -> None:
        super().__init__(MethodsScreen(home, looked_through(shelf_of(home))))
        self.tried: list[Path] = []
        self.lent = 0
        """How often the terminal was lent."""

    @on(RehearsalAsked)
    def _try(self, event: RehearsalAsked) -> None:
        self.tried.append(event.path)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        self.lent += 1
        yield

    @property
    def chosen(self) -> Path:
        """The file of the method that is chosen in the list."""
        return Path(self.screen.query_one(Rows).chosen or "")


async def comes(pilot: Pilot[Any], *words: str) -> bool:
    """Whether all of it comes on the screen; what is under way gets the time it needs."""
    for _pause in range(PATIENCE):
        if all(each in page(pilot.app) for each in words):
            return True
        await pilot.pause(PAUSE)
    return False


@pytest.fixture
def mine() -> Home:
    return empty_home()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the program was started in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


Set = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Set:
    """Set an editor that puts this text in every file."""

    def set_one(text: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(f"import sys, pathlib; pathlib.Path(sys.argv[-1]).write_text({text!r})")
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}" --wait')

    return set_one


@pytest.fixture
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
