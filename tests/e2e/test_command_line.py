"""The command in a shell: what it answers, and by which exit code."""

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intervisie_tui.store.files import new_record
from tests.domain.samples import NINE
from tests.e2e.scribe import written
from tests.e2e.stage import (
    LEADS,
    SHORT,
    Facilitator,
    asked,
    heading,
    in_folder,
    lines,
    program,
    record,
    records,
    short_session,
)

COMMANDS = (
    *("start", "resume", "regie", "methods", "advise", "run-sheet", "check", "cards"),
    *("records", "show"),
)


@pytest.mark.parametrize(
    ("language", "opening", "called"),
    [("en", "usage: ", "the language of the program"), ("nl", "gebruik: ", "de taal van het")],
)
def test_every_command_explains_itself(
    tmp_path: Path, language: str, opening: str, called: str
) -> None:
    for command in ((), *((each,) for each in COMMANDS)):
        answer = asked(tmp_path, *command, "--help", language=language)
        assert answer.returncode == 0
        assert answer.stdout.startswith(f"{opening}{' '.join(('intervisie', *command))}")
        assert called in answer.stdout
        assert answer.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_the_language_asked_for_goes_before_that_of_the_system(tmp_path: Path) -> None:
    assert asked(tmp_path, "--lang", "nl", "--help").stdout.startswith("gebruik: ")
    assert asked(tmp_path, "--help", "--lang=nl").stdout.startswith("gebruik: ")
    answer = asked(tmp_path, "--help", INTERVISIE_LANG="", LANG="nl_BE.UTF-8", LC_ALL="")
    assert answer.stdout.startswith("gebruik: ")
    answer = asked(tmp_path, "--help", INTERVISIE_LANG="", LANG="de_DE.UTF-8", LC_ALL="")
    assert answer.stdout.startswith("usage: ")


@pytest.mark.parametrize(
    "given", ["--nope", "nope", "start", "check", "show", "methods extra", "--lang fr methods"]
)
def test_a_command_that_is_not_understood_is_2(tmp_path: Path, given: str) -> None:
    answer = asked(tmp_path, *given.split())
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith("usage: ")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("start nope", "there is no method of this name"),
        ("start vijf-stappen --people An", "2 to 12 names"),
        ("start vijf-stappen --people An,Bo,an", "Two people are called “an”"),
        ("start vijf-stappen --people An,Bo --case-giver Cem", "The case giver is one of"),
        ("start vijf-stappen --end 25:00", "wants a time of day"),
        ("start vijf-stappen", "needs a terminal"),
        ("run-sheet nope", "there is no method of this name"),
        ("resume", "no session to go on with"),
        ("regie", "no session to go on with"),
        ("show nope", "no record of this name"),
        ("check nope.toml", "there is no such file"),
        ("check .", "this is a folder"),
    ],
)
def test_what_is_given_and_wrong_is_1_and_said(tmp_path: Path, given: str, told: str) -> None:
    answer = asked(tmp_path, *given.split())
    assert answer.returncode == 1
    assert told in answer.stdout + answer.stderr
    assert "Traceback" not in answer.stderr
    assert not records(tmp_path)


def test_all_that_is_wrong_in_a_method_file_is_listed_with_its_place(tmp_path: Path) -> None:
    home = tmp_path / "home"
    short_session(home)
    file = home / "methods" / "wrong.toml"
    text = SHORT.replace("minutes = 5", "minuten = 5", 1).replace('"later"', "3")
    text = text.replace('speaks = "case-giver"', 'speaks = "case-givers"')
    file.write_text(text, "utf-8")
    expected = [(number, line) for number, line in enumerate(text.splitlines(), 1)]
    wrong = [
        next(number for number, line in expected if part in line)
        for part in ("minuten", "case-givers", '"now", 3')
    ]
    for command in (("check", str(file)), ("start", "wrong"), ("run-sheet", str(file))):
        answer = asked(home, *command)
        said = (answer.stdout + answer.stderr).splitlines()
        assert answer.returncode == 1
        places = [re.match(rf"{re.escape(str(file))}:(\d+):\d+: \S", line) for line in said]
        assert sorted(int(place[1]) for place in places if place) == wrong
        assert any("minutes" in line for line in said)
        assert any("case-giver" in line for line in said)
    answer = asked(home, "check", str(file), str(home / "methods" / "in-short.toml"))
    assert answer.returncode == 1
    assert "in-short.toml: fine" in answer.stdout
    assert records(home) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (b"\xff\xfe", "1:1"),
        (b'format = 1\ntitle = "half\n', "2:"),
        (b"", "1:1"),
        (b"#" * 11_000_000, "1:1"),
    ],
)
def test_a_file_that_is_no_method_at_all_is_refused_at_a_line(
    tmp_path: Path, text: bytes, place: str
) -> None:
    file = tmp_path / "strange.toml"
    file.write_bytes(text)
    answer = asked(tmp_path, "check", str(file))
    assert answer.returncode == 1
    assert f"{file}:{place}" in answer.stdout
    assert "Traceback" not in answer.stderr


def test_a_method_is_listed_and_put_on_paper(tmp_path: Path) -> None:
    short_session(tmp_path)
    (tmp_path / "methods" / "broken.toml").write_text("title = 3", "utf-8")
    listed = asked(tmp_path, "methods")
    assert listed.returncode == 0
    assert re.search(r"^vijf-stappen +nl .*Vijf stappen$", listed.stdout, re.MULTILINE)
    assert re.search(r"^in-short +en .*In short$", listed.stdout, re.MULTILINE)
    assert re.search(r"^broken +! ", listed.stdout, re.MULTILINE)
    paper = asked(tmp_path, "run-sheet", "vijf-stappen", language="nl")
    assert paper.returncode == 0
    assert paper.stdout.startswith("# Vijf stappen\n")


@pytest.mark.parametrize("fault", ["newer", "damaged", "not text"])
def test_a_record_that_cannot_be_read_is_said_and_never_written(tmp_path: Path, fault: str) -> None:
    home = tmp_path / "home"
    good = written(new_record(home / "records", NINE), 3)
    bad = written(new_record(home / "records", NINE), 3)
    whole = bad.read_bytes()
    bad.write_bytes(
        {
            "newer": whole.replace(b"format = 4\n", b"format = 5\n", 1),
            "damaged": whole.replace(b'"draft"', b"draft", 1),
            "not text": b"\xff" + whole,
        }[fault]
    )
    told = "newer intervisie" if fault == "newer" else bad.name
    before = bad.read_bytes()
    for command, code in ((("show", bad.stem), 1), (("resume", bad.stem), 1), (("records",), 0)):
        answer = asked(home, *command)
        assert answer.returncode == code
        assert told in answer.stdout + answer.stderr
        assert "Traceback" not in answer.stderr
    assert re.search(rf"^{bad.stem} +unreadable", answer.stdout, re.MULTILINE)
    assert re.search(rf"^{good.stem} +not closed +Five steps", answer.stdout, re.MULTILINE)

    with program(home) as terminal:
        terminal.wait_for("1 record cannot be read")
        terminal.press("r")
        terminal.wait_for("cannot be read$")
        terminal.wait_for("Five steps")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert bad.read_bytes() == before


def test_a_record_that_was_cut_off_is_said_when_it_is_opened(tmp_path: Path) -> None:
    home = tmp_path / "home"
    path = written(new_record(home / "records", datetime.now(UTC)), 3)
    cut = path.read_bytes()[:-100]
    path.write_bytes(cut)
    for command in ("show", "resume"):
        answer = asked(home, command, path.stem)
        assert answer.returncode == 1
        assert re.match(rf"{re.escape(str(path))}:\d+:\d+: \S", answer.stderr)
    with program(home) as terminal:
        terminal.wait_for(r"^\s*1  Five steps")
        terminal.press("1")
        terminal.wait_for(r"The file stays as it is")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert path.read_bytes() == cut


def test_a_folder_that_cannot_be_made_is_said_and_the_session_goes_on(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file", "utf-8")
    answer = asked(home, "records")
    assert (answer.returncode, answer.stdout) == (0, "There are no records yet.\n")
    assert "this folder cannot be made" in answer.stderr
    with program(home, "start", "vijf-stappen") as terminal:
        terminal.wait_for("Five steps")
        facilitator = Facilitator(terminal)
        facilitator.press("right", heading("Ground rules · What we agree on"))
        terminal.wait_for("Saving does not work now")
        terminal.press("ctrl+q")
        terminal.wait_exit()
        assert terminal.left_behind() == []
    assert home.read_text("utf-8") == "a file"


CRASHES = """
import sys
from intervisie_tui.cli import main
from intervisie_tui.domain import wall
def fails(*_):
    raise ZeroDivisionError
wall.wipe = fails
sys.exit(main())
"""


def test_a_crash_is_not_0_and_loses_and_tells_nothing_of_what_was_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    command = (sys.executable, "-c", CRASHES)
    with program(home, *short_session(home), command=command) as terminal:
        facilitator = Facilitator(terminal)
        terminal.wait_for("Welcome")
        facilitator.press("right", heading("Collect"))
        facilitator.write("a secret")
        terminal.press("down")
        facilitator.press("x", "Wipe")
        terminal.press("y", "enter")
        assert terminal.wait_exit() == 1
        assert terminal.left_behind() == []
        terminal.wait_for("ZeroDivisionError")
        assert not terminal.shows("a secret|Karin")
    assert lines(record(home)) == [{"text": "a secret", "by": 1}]
    assert in_folder(home) == {".toml", ".desk.toml"}
    with program(home, "resume") as terminal:
        terminal.wait_for("1  a secret")
        terminal.wait_for(LEADS)


def test_help_needs_no_home(tmp_path: Path) -> None:
    assert asked(tmp_path / "none", "--version", HOME=os.devnull).returncode == 0
    assert not (tmp_path / "none").exists()
