"""A method that is being written, and the program that rehearses it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import checked
from intervisie_tui.store.rehearsal import invented
from intervisie_tui.tui.app import IntervisieApp
from intervisie_tui.tui.screens.rehearsal import RehearsalScreen
from intervisie_tui.tui.widgets.faults import Faults
from intervisie_tui.tui.widgets.sign import Sign
from tests.conftest import Clock
from tests.tui.stage import USUAL, Size, Stage

METHOD: Final = """\
format = 1
title = "In wording"
language = "en"

[[steps]]
title = "Tell"
minutes = 4
speaks = "case-giver"
say = "Tell us."

[[steps]]
title = "Ask"
minutes = 6
speaks = "peers"
in-turn = true
chart = "Questions"
say = "Ask on."

[[steps]]
title = "Look back"
minutes = 2
speaks = "everyone"
"""


def changed(*changes: tuple[str, str]) -> str:
    """The method with other words in it."""
    text = METHOD
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text


def saved(path: Path, *changes: tuple[str, str]) -> None:
    """Save the file as many editors do: another one takes its name."""
    other = path.with_suffix(".new")
    other.write_text(changed(*changes), "utf-8")
    other.replace(path)


def written_over(path: Path, *changes: tuple[str, str]) -> None:
    """Save the file as the others do: in its place."""
    path.write_text(changed(*changes), "utf-8")


def removed(path: Path) -> None:
    path.unlink()


def in_folder(path: Path) -> list[Path]:
    return [*path.iterdir()]


class Rehearsed(Stage):
    """A rehearsal, and what the author reads of it."""

    screen: RehearsalScreen

    async def shows(self, *words: str) -> bool:
        """Whether all of it comes on the screen."""
        return await self.comes(lambda: all(each in self.said() for each in words))

    @property
    def sign(self) -> str:
        return self.screen.query_one(Sign).render().plain

    @property
    def faults(self) -> bool:
        """Whether the panel hangs."""
        return self.screen.query_one(Faults).display


@asynccontextmanager
async def tried(path: Path, clock: Clock, *, size: Size = USUAL) -> AsyncIterator[Rehearsed]:
    """The program as `intervisie try` opens it, in a home that is not there."""
    session = invented(path, checked(path), clock())
    app = IntervisieApp(Home(Path("/nowhere")), clock, trying=(path, session))
    async with app.run_test(size=size, notifications=True) as pilot:
        stage = Rehearsed(pilot, clock)
        assert await stage.leads()
        assert isinstance(app.screen, RehearsalScreen)
        stage.screen = app.screen
        yield stage
