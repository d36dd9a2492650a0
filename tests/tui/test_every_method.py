"""Every method that we ship is led in the program as it is, from welcome to what is kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import tomli

from intervisie_tui.domain import wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Chart
from intervisie_tui.domain.sheet import Entry
from intervisie_tui.domain.unroll import prepare
from intervisie_tui.locale import set_language
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import load
from intervisie_tui.tui.widgets.pen import Pen
from tests.conftest import Clock
from tests.tui.stage import Stage, opened

FILES: Final = sorted(builtin_methods().glob("[en][nl]/*.toml"))
NAMES: Final = ("An", "Bo", "Cem", "Dee")
TAKERS: Final = {"peers": 3, "case-giver": 1, "everyone": 4, "facilitator": 0}

methods = pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")


class Leader:
    """Leads as the method asks: whatever a moment wants on its chart is put there."""

    def __init__(self, stage: Stage, *, types: bool) -> None:
        self.stage = stage
        self.types = types
        self.said: list[str] = []
        """What was typed for a chart whose words may be kept."""

    async def lead(self) -> None:
        """From the welcome sheet to the closing sheet."""
        tap = self.stage.tap
        await tap("pagedown")
        while self.stage.session.stage == "under-way":
            # Each moment is laid out once; all that is done in it would be, key by key.
            with self.stage.app.batch_update():
                await tap("space")
                self.stage.clock.pass_(minutes=1)
                await self._do()
            await tap("pagedown")

    async def _do(self) -> None:
        session, tap = self.stage.session, self.stage.tap
        moment, sheet = session.moment_of(session.stop), wall.here(session)
        takers = sum(TAKERS[role] for role in moment.takers)
        if sheet is None:
            await tap(*["tab"] * takers)
            return
        chart = session.chart_of(sheet)
        match moment.do or "write":
            case "write" if chart.kind == "scale":
                for _taker in range(takers):
                    await tap("tab", "1")
            case "write" if chart.columns:
                await self._write_in_columns(chart, takers)
            case "write" if moment.takers:
                await self._write_in_turn(chart, takers, moment.lines_each or 1)
            case "write":
                await tap("enter")
                await self._line(chart)
                await tap("escape")
            case "judge":
                await self._each_line("1")
            case "answer":
                await self._each_line("tab")
            case "pick":
                await tap("1")
        self._check(chart, moment.do or "write")

    async def _write_in_turn(self, chart: Chart, takers: int, lines: int) -> None:
        await self.stage.tap("enter")
        for _taker in range(takers):
            for _number in range(lines):
                await self._line(chart)
            await self.stage.tap("tab")
        await self.stage.tap("escape")

    async def _write_in_columns(self, chart: Chart, takers: int) -> None:
        for _taker in range(max(1, takers)):
            if takers:
                await self.stage.tap("tab")
            await self.stage.tap("enter")
            for _column in chart.columns:
                await self._line(chart)
                await self.stage.tap("tab")
            await self.stage.tap("escape")

    async def _line(self, chart: Chart) -> None:
        """One more line, typed or as a card; an action is also somebody's, by some day."""
        if self.types:
            words = f"word{len(self.said)}word"
            self.stage.app.screen.query_one(Pen).insert(words)
            if chart.keep == "record":
                self.said.append(words)
        await self.stage.tap("enter")
        if chart.kind == "actions" and self.types:
            await self.stage.tap("1", "enter", "f", "enter")

    async def _each_line(self, key: str) -> None:
        for _entry in self._entries():
            await self.stage.tap(key)

    def _entries(self) -> tuple[Entry, ...]:
        sheet = wall.here(self.stage.session)
        return () if sheet is None else sheet.entries

    def _check(self, chart: Chart, do: str) -> None:
        entries = self._entries()
        assert entries, "nothing hangs on a chart that was written on"
        if do == "write" and chart.columns:
            assert {entry.column for entry in entries} == set(chart.columns)
        if do == "judge" or chart.kind == "scale":
            assert all(entry.label == chart.labels[0] for entry in entries)
        assert do != "answer" or any(entry.answered for entry in entries)
        assert do != "pick" or entries[0].picked


def kept(home: Path) -> Iterator[dict[str, object]]:
    """The sheets in the one record there is."""
    (path,) = (home / "records").glob("*.toml")
    record = tomli.loads(path.read_text("utf-8"))
    assert record["head"]["state"] == "kept"
    assert all(stop["done"] for stop in record["plan"])
    yield from record.get("sheets", [])


@methods
@pytest.mark.parametrize("types", [True, False], ids=["typing", "without typing"])
async def test_every_method_is_led_from_welcome_to_close(
    path: Path, types: bool, clock: Clock, home: Path
) -> None:
    method = load(path)
    set_language(method.language)
    session = prepare(
        path.stem,
        method,
        clock(),
        names=NAMES,
        case_giver=4 if method.kind == "case" else None,
        first_meeting=types,
        online=not types,
    )
    async with opened(clock, session) as stage:
        leader = Leader(stage, types=types)
        await leader.lead()
        assert stage.session.stage == "closing"
        assert stage.desk == Desk()
        await stage.tap("enter")
        assert await stage.comes(lambda: stage.on_top == "CloseScreen")
        if any(method.charts[name].kind == "actions" for name in method.charts) and types:
            await stage.tap("down", "enter")
        await stage.tap("4")
        assert await stage.comes(lambda: stage.on_top == "DoneScreen")
    sheets = list(kept(home))
    assert {method.chart(str(sheet["chart"])).keep for sheet in sheets} <= {"record"}
    text = "".join(map(str, sheets))
    assert [words for words in leader.said if words not in text] == []
