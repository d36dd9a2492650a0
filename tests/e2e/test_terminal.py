"""The terminal that the other tests of this folder look through."""

import os
import signal
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

from bench.bare import READY
from bench.emulator import Emulator
from bench.glyphs import rectangles
from bench.keys import encode
from bench.svg import svg
from bench.terminal import NotShownError, Terminal

ROOT = Path(__file__).parents[2]
BARE = (sys.executable, str(ROOT / "bench" / "bare.py"))

KEYS = """
from textual.app import App
from textual.widgets import Static

class Keys(App):
    said = "ready"
    def compose(self):
        yield Static(self.said, markup=False)
    def say(self, *words):
        self.said = " ".join([self.said, *words])
        self.query_one(Static).update(self.said)
    def on_key(self, event):
        self.say(event.key)
    def on_paste(self, event):
        self.say(*event.text.splitlines(), "pasted")
    def on_click(self, event):
        self.say(f"{event.screen_x},{event.screen_y}")
    def on_resize(self, event):
        self.say(f"{event.size.width}x{event.size.height}")

Keys(ansi_color=True).run()
"""


def python(program: str) -> tuple[str, ...]:
    return sys.executable, "-c", program


def test_a_program_has_a_terminal_of_its_own_and_of_the_size_asked_for() -> None:
    with Terminal(
        python("import os; print(os.get_terminal_size(1), os.isatty(os.open('/dev/tty', 2)))"),
        70,
        9,
    ) as terminal:
        terminal.wait_for(r"columns=70, lines=9\) True")
        assert terminal.wait_exit() == 0


def test_a_program_sees_a_plain_colour_terminal_whatever_runs_the_tests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("INTERVISIE_HOME", "/from/outside")
    program = (
        "import os; print(*map(os.environ.get, ['NO_COLOR', 'INTERVISIE_HOME', 'MINE', 'TERM']))"
    )
    with Terminal(python(program), env={"MINE": "here"}) as terminal:
        terminal.wait_for("None None here xterm-256color")


@pytest.mark.parametrize("kitty", [False, True])
def test_keys_arrive_by_their_names(kitty: bool) -> None:
    names = ["right", "pageup", "escape", "left", "space", "f2", "enter", "a", "A", "é", "ctrl+g"]
    names += ["shift+tab", "home", "backspace", "shift+up", "f10", "delete"]
    with Terminal(python(KEYS), kitty=kitty) as terminal:
        terminal.wait_for("ready")
        for name in names:
            terminal.press(name)
            told = "é" if name == "é" else name.replace("+", r"\+")
            terminal.wait_for(rf"\b{told}\s*\Z")


def test_what_is_typed_after_an_arrow_is_handled_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # However busy the machine is, the hand waits until it is answered.
    monkeypatch.setattr("bench.terminal.HAND", 10.0)
    with Terminal(BARE) as terminal:
        terminal.wait_for(READY)
        terminal.type("helo")
        terminal.wait_for("helo")
        terminal.press("left", "l")
        terminal.wait_for("hello")


def test_pasted_lines_come_as_one_paste() -> None:
    with Terminal(python(KEYS)) as terminal:
        terminal.wait_for("ready")
        terminal.paste("een\ntwee")
        terminal.wait_for("een twee pasted")


def test_a_paste_larger_than_the_terminal_holds_comes_whole() -> None:
    program = """
import sys, termios, tty
tty.setraw(0)
print("ready", end="", flush=True)
read = 0
while read < 200_000:
    read += len(sys.stdin.read(1000))
print("whole")
"""
    with Terminal(python(program)) as terminal:
        terminal.wait_for("ready")
        terminal.paste("x" * 200_000)
        terminal.wait_for("whole")


def test_a_click_lands_on_the_cell_that_shows_the_words() -> None:
    with Terminal(python(KEYS), 30, 5) as terminal:
        terminal.wait_for("30x5")
        column, row = terminal.where("30x5")
        assert (column, row) == (6, 0)
        terminal.click(column, row)
        terminal.wait_for("6,0")


def test_another_size_is_told_and_shown() -> None:
    with Terminal(python(KEYS), 30, 5) as terminal:
        terminal.wait_for("30x5")
        terminal.resize(44, 11)
        terminal.wait_for("44x11")
        assert len(terminal.text().splitlines()) <= 11


def test_a_wait_that_fails_shows_the_screen() -> None:
    with Terminal(python("print('what there is'); input()")) as terminal:
        terminal.wait_for("what there is")
        with pytest.raises(NotShownError, match=r"(?s)/elsewhere/ did not show.*what there is"):
            terminal.wait_for("elsewhere", timeout=0)
        with pytest.raises(NotShownError, match="/what/ stayed"):
            terminal.wait_gone("what", timeout=0)
        with pytest.raises(NotShownError, match="not on the screen"):
            terminal.where("elsewhere")


def test_a_wait_ends_when_there_is_no_program_left_to_fulfil_it() -> None:
    with (
        Terminal(python("exit('too early')"), patience=3600) as terminal,
        pytest.raises(NotShownError, match=r"(?s)ended with status 1.*too early"),
    ):
        terminal.wait_for("later")


def test_a_wait_can_be_for_something_else_than_the_screen(tmp_path: Path) -> None:
    made = tmp_path / "made"
    with Terminal(python(f"open({str(made)!r}, 'w'); input()")) as terminal:
        terminal.wait_for(made.exists)


def test_the_last_words_of_a_program_are_read() -> None:
    with Terminal(python("print('x' * 5000 + 'last words'); exit(3)")) as terminal:
        assert terminal.wait_exit() == 3
        assert "last words" in terminal.text()


def test_a_program_that_cleans_up_leaves_nothing_behind() -> None:
    with Terminal(BARE) as terminal:
        terminal.wait_for(READY)
        before = terminal.left_behind()
        assert {"alternate screen", "mouse", "bracketed paste", "no cursor", "line settings"} <= {
            *before
        }
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == []
        assert terminal.text().strip() == ""


def test_a_program_that_is_killed_leaves_the_terminal_as_it_was_then() -> None:
    with Terminal(BARE) as terminal:
        terminal.wait_for(READY)
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
        assert {"alternate screen", "kitty keys", "line settings"} <= {*terminal.left_behind()}


def test_hanging_up_is_told_to_the_program(tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = f"""
import pathlib, signal
def hung_up(*_):
    pathlib.Path({str(told)!r}).touch()
    raise SystemExit(7)
signal.signal(signal.SIGHUP, hung_up)
print("ready", flush=True)
signal.pause()
"""
    with Terminal(python(program)) as terminal:
        terminal.wait_for("ready")
        terminal.hang_up()
        assert terminal.wait_exit() == 7
        assert told.exists()


def test_a_program_that_will_not_go_is_ended_with_the_block() -> None:
    program = """
import signal
for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
    signal.signal(number, signal.SIG_IGN)
print("ready", flush=True)
while True:
    signal.pause()
"""
    with Terminal(python(program)) as terminal:
        terminal.wait_for("ready")
    assert terminal.wait_exit() == -signal.SIGKILL
    with pytest.raises(ProcessLookupError):
        os.kill(terminal.pid, 0)


def test_a_program_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        Terminal(["no-such-program-anywhere"])


def test_a_key_that_does_not_exist_is_refused() -> None:
    for key in ("pgup", "hyper+a", "ctrl+"):
        with pytest.raises(ValueError, match="key"):
            encode(key)


def test_questions_are_answered_as_a_terminal_would() -> None:
    emulator = Emulator(80, 24)
    assert emulator.feed(b"\x1b[4;7H\x1b[6n") == b"\x1b[4;7R"
    assert emulator.feed(b"\x1b[?2026$p") == b"\x1b[?2026;2$y"
    assert emulator.feed(b"\x1b[?2048$p") == b"\x1b[?2048;0$y"
    assert emulator.feed(b"\x1b[c").startswith(b"\x1b[?62")
    assert emulator.feed(b"\x1b[?u") == b""
    assert Emulator(80, 24, kitty=True).feed(b"\x1b[>25u\x1b[?u") == b"\x1b[?25u"


def test_half_an_update_is_not_on_the_glass() -> None:
    emulator = Emulator(20, 2)
    emulator.feed(b"whole\x1b[?2026h\r half")
    assert emulator.lines() == ["whole", ""]
    emulator.feed(b" done\x1b[?2026l")
    assert emulator.lines() == [" half done", ""]


def test_a_sequence_is_understood_wherever_reads_cut_it() -> None:
    output = "\x1b]0;a title\x1b\\é\x1b[1;38;2;9;8;7mb\x1b[0m\x1b[?25lc\x1b_private\x1b\\d".encode()
    for cut in range(len(output)):
        emulator = Emulator(20, 1)
        emulator.feed(output[:cut])
        emulator.feed(output[cut:])
        assert emulator.lines() == ["ébcd"]
        assert emulator.left_behind() == ["no cursor"]


def test_the_screen_from_before_comes_back() -> None:
    emulator = Emulator(20, 1)
    emulator.feed(b"$ intervisie\x1b[?1049h\x1b[Hthe program")
    assert emulator.lines() == ["the program"]
    emulator.feed(b"\x1b[?1049l")
    assert emulator.lines() == ["$ intervisie"]


def test_a_picture_holds_the_words_and_the_colours_of_the_screen() -> None:
    emulator = Emulator(30, 2)
    emulator.feed("a <b> & “c”\x1b[1;38;2;1;2;3;48;2;4;5;6m bold\x1b[0m\r\n│▁日".encode())
    picture = svg(emulator.screen, "a & b")
    drawn = ET.fromstring(picture)  # noqa: S314 - it is our own
    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert words == ["a <b> &", "“", "c", "”", "bold", "日"]
    assert 'fill="#010203" font-weight="bold"' in picture
    assert '<path fill="#040506"' in picture
    assert picture == svg(emulator.screen, "a & b")


def test_what_frames_are_made_of_touches_its_neighbours() -> None:
    ((left, _, right, _),) = rectangles("─")
    assert (left, right) == (0, 1)
    ((_, top, _, bottom),) = rectangles("│")
    assert (top, bottom) == (0, 1)
    assert rectangles("█") == ((0, 0, 1, 1),)
    assert rectangles("▁") == ((0, 7 / 8, 1, 1),)
    assert rectangles("▐") == ((0.5, 0, 1, 1),)
    assert rectangles("▞") == ((0.5, 0, 1, 0.5), (0, 0.5, 0.5, 1))
    assert rectangles("●") == rectangles("a") == rectangles("") == ()
