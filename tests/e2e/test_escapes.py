"""Whatever is in names, files and words: the terminal obeys none of it, and shows brackets."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.store.files import desk_of, new_record
from intervisie_tui.store.methods import load
from intervisie_tui.store.writer import open_writer
from tests.domain.samples import NAMES
from tests.e2e.stage import (
    LEADS,
    PEN_IN_HAND,
    SHORT,
    Facilitator,
    asked,
    program,
    record,
    short_session,
    texts,
)
from tests.prepared import prepare

MARK = "31337"
"""In every escape sequence below, and in none of the program's own."""

OBEYED = (
    f"\x1b]52;c;{MARK}\x07"  # the clipboard
    f"\x1b]0;{MARK}\x1b\\"  # the title of the window
    f"\x1bP{MARK}\x1b\\"  # a device control string
    f"\x1b[{MARK}J\x1b[{MARK};1H"  # wipe, go elsewhere
    f"\x9b{MARK}m\x9d0;{MARK}\x9c"  # the same by one character
    "\a\b\x0e\x7f\u202e\u2066\u200f\ufeff"  # a bell, other letters, text that runs backwards
)
SHOWN = "[red]r[/] [@click=app.bell]x[/]"
"""Where it is taken for markup this is "r x"."""

SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[]PX^_][^\x1b\x07]*(?:\x07|\x1b\\)|[ -/]*[0-OQ-WYZ`-~\\])"
)
POINTER = re.compile(r"\x1b]22;[a-z-]*\x07")
"""The shape of the mouse pointer, which Textual sets: the one string that is sent."""

UNSEEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)

NAME = OBEYED.replace(";", ":").replace(",", ".")[:30]
"""The beginning of it, in a name: commas and semicolons stand between names."""

AS_A_KEY = OBEYED.encode("unicode_escape").decode().replace("\\x", "\\u00")
"""As a key in a file: TOML allows no control character in it but by its number."""


def nasty(words: str) -> str:
    """Words with all of it before and after them."""
    return f"{OBEYED}{words}{OBEYED} {SHOWN}"


def nasty_shown(words: str) -> str:
    """What of it is seen."""
    return UNSEEN.sub("", nasty(words))[:70]


def obeyed(output: bytes | bytearray) -> list[str]:
    """What of the data a terminal would obey, or show backwards; nothing is right."""
    said = output.decode("utf-8")
    sent = [each for each in SEQUENCE.findall(said) if not POINTER.fullmatch(each)]
    alien = [each for each in sent if each[1] in "]PX^_" or MARK in each]
    return alien + UNSEEN.findall(SEQUENCE.sub("", said))


def test_nothing_that_is_given_typed_or_pasted_is_obeyed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    begin = list(short_session(home, "--group", nasty("Group"), "--question", nasty("Why")))
    write_method(home, nasty)
    begin[begin.index("An,Bo,Cem,Dee,Karin")] = f"{SHOWN},An{NAME},{NAME}Bo,C\udcffem,Karin"

    with program(home, *begin, size=(120, 50)) as terminal:
        facilitator = Facilitator(terminal)
        facilitator.see("Group")
        facilitator.press("right", "say")
        facilitator.see("Why", "remember", SHOWN)
        facilitator.press("tab", rf"▶ \d {re.escape(SHOWN)}")
        facilitator.write(SHOWN)
        facilitator.press("enter", PEN_IN_HAND)
        terminal.paste(f"{nasty('one')}\n\n{nasty('two')}")
        facilitator.see("one", "two")
        terminal.paste(nasty("half"))
        facilitator.see("half")
        facilitator.press("escape", LEADS)
        walk_over_the_faces(facilitator, SHOWN, "Bo", "Cem")
        assert obeyed(terminal.raw) == []
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert SHOWN in texts(record(home))
    assert not any(UNSEEN.search(text) for text in texts(record(home)))


def write_method(home: Path, said: Callable[[str], str]) -> None:
    """Put a method in its file, with words made by *said* wherever there may be any."""
    method = tomli.loads(SHORT)
    method["title"] = said("title")
    method["rules"] = [said("rules")]
    method["charts"] = {said("Ideas"): {"labels": [said("now"), "later"], "card": said("Card")}}
    for step in method["steps"]:
        step |= {key: said(key) for key in ("title", "say")}
        step |= {key: [said(key)] for key in ("ask", "remember", "tips")}
        if "chart" in step:
            step["chart"] = said("Ideas")
    (home / "methods" / "in-short.toml").write_text(tomli_w.dumps(method), "utf-8")


def walk_over_the_faces(facilitator: Facilitator, *people: str) -> None:
    """Have everything on the screen that shows words of people or of a file."""
    facilitator.press("m", "remember")  # the names behind the lines, or no longer
    facilitator.press("f2", "tips")
    facilitator.press("f2", "remember")
    facilitator.press("r", "rules")
    facilitator.press("r", "remember")
    facilitator.press("l", "After this")
    facilitator.press("w", "Who is here")
    facilitator.see(*people)
    facilitator.press("escape", "remember")
    facilitator.press("g", "Where to")
    facilitator.press("escape", "remember")
    facilitator.press("right", "step 2 of 3")
    facilitator.see("now")
    facilitator.press("1", r"●")
    facilitator.press("u", "Undone")
    facilitator.press("x", "Wipe")
    facilitator.press("escape", "remember")
    facilitator.press("f10", "Thank you")
    facilitator.press("enter", "What do we keep")
    facilitator.press("escape", "Thank you")
    facilitator.press("left", "step 2 of 3")


@pytest.mark.usefixtures("warm_start")
def test_nothing_in_a_record_that_somebody_changed_is_obeyed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    path = mangled_record(home)
    with program(home, "resume", path.stem, size=(120, 50)) as terminal:
        facilitator = Facilitator(terminal)
        facilitator.see("title", "say", "remember", f"1  {nasty_shown('text')}")
        walk_over_the_faces(facilitator, "name", "case giver")
        assert obeyed(terminal.raw) == []
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0

    with program(home, size=(120, 50)) as terminal:
        facilitator = Facilitator(terminal)
        facilitator.see("title", "group", "Prepare a session")
        facilitator.press("r", r"^\s*Records$")
        facilitator.see("title")
        facilitator.press("enter", "People")
        facilitator.see("group", SHOWN)
        facilitator.press("escape", r"^\s*Records$")
        facilitator.press("delete", "Delete this record")
        assert obeyed(terminal.raw) == []

    for command in (("show", path.stem), ("records",), ("show", str(path))):
        answer = asked(home, *command)
        assert answer.returncode == 0
        assert "title" in answer.stdout
        assert obeyed((answer.stdout + answer.stderr).encode()) == []


def mangled_record(home: Path) -> Path:
    """A record in which somebody put all of it in every place that holds words."""
    now = datetime.now(UTC)
    short_session(home)
    write_method(home, str)
    method = load(home / "methods" / "in-short.toml")
    session = prepare("in-short", method, now, names=NAMES, case_giver=5, group="group")
    session = course.begin(session, now)
    session = wall.write(wall.write(session, "text", by=1), "another")
    session = room.show_names(room.note(session, "private"))
    path = new_record(home / "records", now)
    writer = open_writer(path)
    assert writer is not None
    writer.put(session, Desk(draft="draft", caret=3))
    assert writer.close(60)
    for file in (path, desk_of(path)):
        words = tomli.loads(file.read_text("utf-8"))
        file.write_text(tomli_w.dumps(mangled(words)), "utf-8")
    return path


def mangled(value: Any, key: str = "") -> Any:  # noqa: ANN401 - data of a file
    """The same data, with other words where words may stand."""
    if isinstance(value, dict):
        return {inner: mangled(each, inner) for inner, each in value.items()}
    if isinstance(value, list):
        return [mangled(each, key) for each in value]
    if not isinstance(value, str) or key not in WORDS:
        return value
    return f"{NAME}name" if key == "name" else nasty(key)


WORDS = {"titles", "title", "text", "name", "group", "note", "draft",
         "say", "ask", "remember", "tips", "rules"}  # fmt: skip


BROKEN = {
    "half a character": b'format = 1\ntitle = "\xed\xa0\xbd"\n',
    "escapes": f'format = 1\n"{AS_A_KEY}" = "\\u001b[{MARK}m"\n'.encode(),
    "one character": f'format = 1\ntitle = "\x9b{MARK}m"\n[[steps]]\nsay = 3\n'.encode(),
}
"""Files that are no methods and no records; each is put among both."""


@pytest.fixture
def broken(tmp_path: Path) -> list[Path]:
    """All of them, under names that a terminal would obey."""
    names = [f"{number}x\x1b[{MARK}Jy\u202e.toml" for number in range(len(BROKEN))]
    files = [tmp_path / "home" / place / name for place in ("methods", "records") for name in names]
    for file, data in zip(files, [*BROKEN.values()] * 2, strict=True):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return files


def test_nothing_of_a_broken_file_is_obeyed_in_a_shell(tmp_path: Path, broken: list[Path]) -> None:
    files = [str(file) for file in broken]
    for command, code in (
        (("methods",), 0),
        (("records",), 0),
        (("check", *files), 1),
        *((("show", file), 1) for file in files[len(BROKEN) :]),
        (("start", files[1]), 1),
    ):
        answer = asked(tmp_path / "home", *command)
        assert answer.returncode == code
        assert answer.stdout + answer.stderr
        assert obeyed((answer.stdout + answer.stderr).encode()) == []


@pytest.mark.usefixtures("warm_start")
def test_nothing_of_a_broken_file_is_obeyed_at_home(tmp_path: Path, broken: list[Path]) -> None:
    with program(tmp_path / "home", size=(120, 50)) as terminal:
        facilitator = Facilitator(terminal)
        facilitator.see(f"{len(BROKEN)} records cannot be read", "x[31337Jy.toml:")
        facilitator.press("n", r"2x\[31337Jy.toml:")
        facilitator.press("escape", "Prepare a session")
        facilitator.press("m", r"^\s*Methods$")
        facilitator.see("Vijf stappen")
        facilitator.press("end", r"x\[31337Jy")
        facilitator.press("enter", "toml:")
        facilitator.press("escape", r"^\s*Methods$")
        facilitator.press("escape", "Prepare a session")
        facilitator.press("r", r"^\s*Records$")
        for _ in broken[len(BROKEN) :]:
            facilitator.press("enter", "This record cannot be read")
            facilitator.press("escape", r"^\s*Records$")
            facilitator.press("down", r"^\s*Records$")
        assert obeyed(terminal.raw) == []
