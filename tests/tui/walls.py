"""A chart that hangs in the smallest app, for a test to look at and to touch."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import events
from textual.message import Message
from textual.pilot import Pilot

from intervisie_tui.domain.paper import Paper
from intervisie_tui.tui.widgets.chart import Chart
from tests.tui.host import page
from tests.tui.papers import Board

TALL = (80, 24)


class Wall:
    """A chart that hangs in an app, and what it asked for."""

    def __init__(self, chart: Chart, pilot: Pilot[None]) -> None:
        self.chart = chart
        self.pilot = pilot
        self.asked: list[Message] = []

    def page(self) -> list[str]:
        return page(self.pilot.app).split("\n")

    async def click(self, words: str, *, at: int | None = None, times: int = 1) -> None:
        """Click on words that are in sight, or in cell *at* of their row."""
        row = next(y for y, row in enumerate(self.page()) if words in row)
        x = self.page()[row].index(words) if at is None else at
        await self.pilot.click(Chart, offset=(x, row), times=times)

    async def drag(self, *path: str, drop: bool = True) -> None:
        """Take hold of words, go past others, and let go over the last."""
        await self._mouse(events.MouseDown, path[0])
        for words in path[1:]:
            await self._mouse(events.MouseMove, words)
        if drop:
            await self._mouse(events.MouseUp, path[-1])

    async def resize(self, width: int, height: int) -> None:
        self.chart.styles.width, self.chart.styles.height = width, height
        while self.chart.size != (width, height):
            await self.pilot.pause()
        await self.pilot.pause()

    async def _mouse(self, kind: type[events.MouseEvent], words: str) -> None:
        y = next(y for y, row in enumerate(self.page()) if words in row)
        x = self.page()[y].index(words)
        event = kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False)
        self.pilot.app.post_message(event)
        await self.pilot.pause()


@asynccontextmanager
async def hang(
    hung: Paper | None, size: tuple[int, int] = TALL, *, selected: int | None = None
) -> AsyncIterator[Wall]:
    chart = Chart(hung)
    chart.selected = selected
    asked: dict[int, Message] = {}

    def listen(message: Message) -> None:
        if isinstance(message, Message) and type(message).__qualname__.startswith("Chart."):
            asked.setdefault(id(message), message)
            wall.asked = list(asked.values())

    async with Board(chart).run_test(size=size, message_hook=listen) as pilot:
        wall = Wall(chart, pilot)
        await pilot.pause()
        yield wall
