"""Every method that we ship is led in the real program, from the welcome sheet to what is kept.

In both languages, and twice each: filling its charts, and without typing a character.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

from bench.terminal import Terminal
from intervisie_tui.domain import room
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Stop
from intervisie_tui.locale import LANGUAGES, _, set_language
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import load
from tests.e2e.stage import (
    desk,
    in_folder,
    lines,
    program,
    read,
    record,
    records,
)
from tests.prepared import prepare

NAMES: Final = ("An", "Bo", "Cem", "Dee")
ONE_LINE_HEADINGS: Final = (80, 15)
"""A terminal in which no heading is folded, and in which there is little more to paint."""

WAYS: Final = {True: "typing", False: "without typing"}


def runs() -> Iterator[tuple[Path, bool]]:
    """Each method file, and whether it is led by typing."""
    files = builtin_methods().glob("[en][nl]/*.toml")
    stems = sorted(path.stem for path in files if load(path).kind != "meeting")
    for stem in dict.fromkeys(stems):
        for language in LANGUAGES:
            for types in WAYS:
                yield builtin_methods() / language / f"{stem}.toml", types


every_method = pytest.mark.parametrize(
    ("path", "types"),
    [
        pytest.param(path, types, id=f"{path.parent.name}-{path.stem} {WAYS[types]}")
        for path, types in runs()
    ],
)


class Leader:
    """Leads as the method asks: whatever a moment wants on its chart is put there.

    All keys of a moment are pressed at once: what is typed ahead does what it does when it is
    typed slowly.
    """

    def __init__(self, terminal: Terminal, session: Session, *, types: bool) -> None:
        self.terminal = terminal
        self.session = session
        (self.method,) = session.methods.values()
        self.types = types
        self.hung: dict[str, list[str]] = {}
        """The words of each line, by chart; a card has none."""

        self.done: set[tuple[str, str]] = set()
        """What was done with which chart."""

        self._ahead: list[str] = []
        """Keys that are still to be pressed."""

    def intended(self) -> list[str]:
        """What is written on charts of actions; a card has no words."""
        charts = (name for name in self.hung if self.method.chart(name).kind == "actions")
        return [words for name in charts for words in self.hung[name]]

    def lead(self) -> None:
        """From the welcome sheet to the closing sheet."""
        for stop in self.session.plan:
            self._ahead.append("pagedown")
            self._do(stop)
        self._ahead.append("pagedown")
        self._see(rf"^\s+{_('Thank you all')}$")

    def _do(self, stop: Stop) -> None:
        moment = self.session.moment_of(stop)
        takers = len(room.speakers(self.session, stop))
        if moment.chart is None:
            self._ahead += ["tab"] * takers
            return
        name, chart, do = moment.chart, self.method.chart(moment.chart), moment.do or "write"
        hung = self.hung.setdefault(name, [])
        self.done.add((name, do))
        if do == "write" and chart.kind == "scale":
            self._see(self._heading(stop))
            self._ahead += ["tab", "1"] * takers
            self._see(r"\s+".join(NAMES))  # together at the first point
        elif do == "write":
            self._ahead.append("enter")
            self._write(name, max(1, takers), moment.lines_each or 1, tab=bool(takers))
            self._ahead.append("escape")
            assert hung
            if chart.keep == "nothing":
                self._see(rf"^\s*{len(hung)}\s+{hung[-1]}")
        else:
            keys = {"judge": ["1"] * len(hung), "answer": ["tab"] * len(hung), "pick": ["1"]}
            self._ahead += keys.get(do, [])

    def _write(self, name: str, takers: int, each: int, *, tab: bool) -> None:
        """Write each one's lines in turn, or a line in each column."""
        columns = self.method.chart(name).columns
        for _taker in range(takers):
            for _number in columns or range(each):
                self._line(name)
                if columns:
                    self._ahead.append("tab")
            if tab and not columns:
                self._ahead.append("tab")

    def _line(self, name: str) -> None:
        """One more line, typed or as a card; an action is also somebody's, by some day."""
        words = f"w{sum(map(len, self.hung.values())):02}" if self.types else ""
        self.hung[name].append(words)
        self._ahead += [*words, "enter"]
        if self.method.chart(name).kind == "actions" and self.types:
            self._ahead += ["1", "enter", "f", "enter"]

    def _see(self, pattern: str) -> None:
        """Press the keys that are to be pressed, and wait for what they bring."""
        if self._ahead:
            self.terminal.press_at_once(*self._ahead)
            self._ahead = []
        self.terminal.wait_for(pattern)

    def _heading(self, stop: Stop) -> str:
        step = self.method.step_of[stop.moment]
        own = f" · {self.session.moment_of(stop).title}" if step.moments else ""
        return rf"^\s*{re.escape(step.title + own)}\s"


@pytest.mark.usefixtures("warm_start")
@every_method
def test_every_method_is_led_from_welcome_to_close(tmp_path: Path, path: Path, types: bool) -> None:
    home, method = tmp_path / "home", load(path)
    set_language(method.language)
    # The plan to go by; the program makes its own.
    session = prepare(
        path.stem,
        method,
        datetime.now(UTC),
        names=NAMES,
        case_giver=4 if method.kind == "case" else None,
        first_meeting=types,
        online=not types,
    )
    given = ["--people", ",".join(NAMES), "--first-meeting" if types else "--online"]
    if method.kind == "case":
        given += ["--case-giver", NAMES[3]]
    with program(
        home,
        *("start", path.stem, *given),
        language=method.language,
        size=ONE_LINE_HEADINGS,
        kitty=True,
    ) as terminal:
        terminal.wait_for(rf"^\s+{_('Welcome')}$")
        leader = Leader(terminal, session, types=types)
        leader.lead()
        terminal.wait_for(lambda: any("\nended =" in p.read_text("utf-8") for p in records(home)))
        each_chart_has_what_the_method_asks(home, method, leader)
        terminal.wait_for(lambda: not {"writing", "draft"} & desk(home).keys())
        close(terminal, [words for words in leader.intended() if words])
        what_may_stay_is_kept_and_nothing_else(home, method, leader)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == []
    assert in_folder(home) == {".toml"}


def close(terminal: Terminal, intended: list[str]) -> None:
    """Keep all; whoever intends something agrees to that."""
    terminal.press("enter")
    terminal.wait_for(re.escape(_("What do we keep of what was said?")))
    for words in intended:
        terminal.press("down", "enter")
        terminal.wait_for(rf"^\s*✓ {words}")
    terminal.press("4")
    terminal.wait_for(re.escape(_("It is kept.")))


def each_chart_has_what_the_method_asks(home: Path, method: Method, leader: Leader) -> None:
    """As the draft says before the close; what no disk may have was seen on the screen."""
    draft = record(home)
    for name, hung in leader.hung.items():
        chart, there = method.chart(name), lines(draft, name)
        if chart.keep == "nothing" or chart.kind == "follow-up":
            assert there == []  # alone, a method does not know what was intended
            continue
        assert [line.get("text", "") for line in there] == hung != []
        if chart.columns:
            assert {line["column"] for line in there} == set(chart.columns)
        if (name, "judge") in leader.done:
            assert {line["label"] for line in there} == {chart.labels[0]}
        if (name, "answer") in leader.done:
            assert all(line["answered"] for line in there)
        if (name, "pick") in leader.done:
            assert [line.get("picked", False) for line in there] == [True, *[False] * len(hung[1:])]


def what_may_stay_is_kept_and_nothing_else(home: Path, method: Method, leader: Leader) -> None:
    path = record(home)
    said = read(path)
    assert said["head"]["state"] == "kept"
    assert len(said["plan"]) == len(leader.session.plan)
    assert all(stop["done"] for stop in said["plan"])
    assert {method.chart(sheet["chart"]).keep for sheet in said.get("sheets", [])} <= {"record"}
    text = path.read_text("utf-8")
    for name, hung in leader.hung.items():
        stays = method.chart(name).keep == "record"
        assert [words for words in hung if words and (f'"{words}"' in text) != stays] == []
