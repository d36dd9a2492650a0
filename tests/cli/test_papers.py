"""What a meeting leaves on paper, by command."""

import argparse
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_tui.cli import papers
from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.domain import course, wall
from intervisie_tui.domain.session import Session
from intervisie_tui.store.export import pdf
from intervisie_tui.store.home import Home
from intervisie_tui.store.writer import open_writer
from tests.domain.meetings import meeting
from tests.domain.samples import NINE, after, under_way
from tests.store.writers import PATIENCE

pytestmark = pytest.mark.usefixtures("amsterdam")

Save = Callable[[Session], str]


def run(*given: str) -> int:
    """Do a command as `main` does."""
    parser = argparse.ArgumentParser(prog="intervisie", allow_abbrev=False)
    commands = parser.add_subparsers()

    def command(
        name: str, words: str, run: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        each = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
        each.set_defaults(run=run)
        return each

    papers.add_to(command)
    options = parser.parse_args(given)
    try:
        return int(options.run(options))
    except Wrong as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1


@pytest.fixture
def save(home: Path) -> Save:
    """Puts a session in the only record of the home; its name."""

    def put(session: Session) -> str:
        path = Home(home).records / "2026-01-05-1000-abcdef.toml"
        writer = open_writer(path)
        assert writer is not None
        writer.put(session, None)
        assert writer.close(PATIENCE)
        return "abcdef"

    return put


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command is given."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def no_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    monkeypatch.setitem(sys.modules, "typst", None)


def met() -> Session:
    session = wall.write(under_way(moment="explore.read", group="North"), "What holds you?")
    return course.finish(session, after(7500))


# Hand-outs


def test_without_a_file_only_what_would_be_in_it_is_told(
    save: Save, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("hand-out", save(met()), "--for", "case-giver") == 0
    assert capsys.readouterr().out.splitlines() == [
        "For the case giver alone",
        "Five steps · Monday 5 January 2026, 10:00–12:05",
        "Flip chart “Questions”: 1 line",
        "Nothing is written yet: name a file, with “--to”.",
    ]
    assert [*here.iterdir()] == []


@pytest.mark.parametrize(
    ("given", "name", "begins"),
    [
        (["mine.md"], "mine.md", b"# Five steps"),
        (["mine.HTML"], "mine.HTML", b"<!doctype html>"),
        (["mine"], "mine.pdf", b"%PDF-"),
        (["mine", "--format", "md"], "mine.md", b"# Five steps"),
        (["mine.txt", "--format", "md"], "mine.txt", b"# Five steps"),
    ],
)
def test_a_file_is_made_in_the_form_that_it_is_called_by(
    given: list[str], name: str, begins: bytes, save: Save, here: Path
) -> None:
    assert run("hand-out", save(met()), "--for", "case-giver", "--to", *given) == 0
    [path] = here.iterdir()
    assert path.name == name
    assert path.read_bytes().startswith(begins)


def test_a_file_is_for_this_user_alone_and_what_is_in_it_is_told(
    save: Save, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("hand-out", save(met()), "--for", "case-giver", "--to", "mine.md") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "For the case giver alone"
    assert told[-1] == "Written: mine.md"
    if os.name == "posix":
        assert stat.S_IMODE((here / "mine.md").stat().st_mode) == 0o600


def test_the_group_and_whoever_leads_have_their_own(save: Save, here: Path) -> None:
    record = save(met())
    following = ["--next", "2026-02-02 14:00", "--next", "2-3-2026 14.30"]
    assert run("hand-out", record, "--for", "group", *following, "--to", "group.md") == 0
    assert run("hand-out", record, "--for", "facilitator", "--to", "mine.md") == 0
    group = (here / "group.md").read_text("utf-8")
    assert "- Monday 2 February 2026, 14:00\n- Monday 2 March 2026, 14:30\n" in group
    assert "What holds you" not in group
    assert "| Exploring |" in (here / "mine.md").read_text("utf-8")


def test_of_several_cases_one_is_named(save: Save, capsys: pytest.CaptureFixture[str]) -> None:
    record = save(course.finish(course.begin(meeting(), NINE), after(60)))
    assert run("hand-out", record, "--for", "case-giver") == 1
    said = capsys.readouterr().err.splitlines()
    assert said[:3] == [
        "Say with “--case” which one it is:",
        "1  In short · Case giver: An",
        "2  In short · Case giver: Bo",
    ]
    assert run("hand-out", record, "--for", "case-giver", "--case", "2") == 0
    assert "Case giver: Bo" in capsys.readouterr().out
    assert run("hand-out", record, "--for", "case-giver", "--case", "99") == 1


def test_a_file_that_is_there_stays_as_it_is(
    save: Save, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "mine.md").write_text("mine")
    assert run("hand-out", save(met()), "--for", "group", "--to", "mine.md") == 1
    assert (here / "mine.md").read_text() == "mine"
    assert "“mine.md” cannot be made: something of that name" in capsys.readouterr().err


@pytest.mark.usefixtures("no_typst")
def test_without_typst_it_is_said_how_to_have_it(
    save: Save, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = save(met())
    for given in (
        ("hand-out", record, "--for", "group", "--to", "mine.pdf"),
        ("certificates", record, "--format", "pdf"),
    ):
        assert run(*given) == 1
        assert "A PDF is made by typst, which is not here" in capsys.readouterr().err
    assert run("hand-out", record, "--for", "group", "--to", "mine") == 0
    assert [path.name for path in here.iterdir()] == ["mine.html"]


# Certificates


def test_certificates_are_made_for_all_at_once(
    save: Save, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "records").mkdir(parents=True)
    (home / "config.toml").write_text('facilitator = "Joke"\ncertificate-days = 30\n')
    assert run("certificates", save(met()), "--format", "html", "--organisation", "De Brug") == 0
    *paths, kept = capsys.readouterr().out.splitlines()
    assert kept == "They are kept for 30 days."
    assert [Path(path).name for path in paths] == [
        f"2026-01-05-1000-abcdef-{seat}.html" for seat in range(1, 6)
    ]
    page = Path(paths[0]).read_text("utf-8")
    for word in ("Joke", "De Brug", "2 hours and 5 minutes"):
        assert word in page


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (under_way(), "This meeting has not ended"),
        (course.finish(under_way(names=()), after(60)), "It was not kept who took part"),
    ],
)
def test_where_there_is_nobody_to_certify_it_is_said(
    session: Session, said: str, save: Save, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("certificates", save(session)) == 1
    assert said in capsys.readouterr().err


def test_a_template_that_is_wrong_is_said_with_its_place(
    save: Save, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("certificates", "--own-template") == 0
    names = [Path(path).name for path in capsys.readouterr().out.splitlines()]
    assert names == ["certificate.typ", "certificate.html"]
    (home / "templates" / "certificate.html").write_text("{{nmae}}")
    assert run("certificates", save(met()), "--format", "html") == 1
    assert "certificate.html:1:1: there is no field “nmae”" in capsys.readouterr().err


# A letter, a questionnaire, dates


def test_a_letter_is_written_with_what_is_known(here: Path) -> None:
    given = ("--date", "14-1-2026 14:00", "--place", "Room 3", "--to", "letter.md")
    assert run("letter", "vijf-stappen", *given) == 0
    text = (here / "letter.md").read_text("utf-8")
    assert "- When: Wednesday 14 January 2026, 14:00\n- Where: Room 3\n" in text
    assert "Five steps" in text
    assert run("letter") == 0


def test_a_questionnaire_is_written(here: Path) -> None:
    assert run("questionnaire", "--to", "asked.html") == 0
    assert "Safety" in (here / "asked.html").read_text("utf-8")


def test_the_next_meetings_are_written_for_a_calendar(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("--every", "4", "--times", "2", "--minutes", "90", "--title", "Intervisie North")
    assert run("next-date", "2043-03-04T14:00", "next", *given) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Wednesday 4 March 2043, 14:00",
        "Wednesday 1 April 2043, 14:00",
        "Written: next.ics",
    ]
    text = (here / "next.ics").read_text("utf-8")
    assert re.findall("DTSTART:(.*)", text) == ["20430304T130000Z", "20430401T120000Z"]
    assert re.findall("SUMMARY:(.*)", text) == ["Intervisie North"] * 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["2026-03-04 14:00", "x"], "That day is past."),
        (["soon", "x"], "“soon” is no day with a time"),
        (["2043-03-04", "x"], "“2043-03-04” is no day with a time"),
        (["2043-02-30 14:00", "x"], "is no day with a time"),
        (["2043-03-04 25:00", "x"], "is no day with a time"),
        (["2043-03-04 14:00", "x", "--every", "4"], "belong together"),
        (["2043-03-04 14:00", "x", "--every", "0", "--times", "2"], "a whole number, 1 or more"),
        (["2043-03-04 14:00", "x", "--every", "999", "--times", "999"], "there is no calendar"),
        (["2043-03-04 14:00", "no/x"], "“no/x.ics” cannot be made: a file or folder is missing"),
    ],
)
def test_what_is_no_date_is_said(
    given: list[str], said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("next-date", *given) == 1
    assert said in capsys.readouterr().err
    assert [*here.iterdir()] == []


READ = """\
import argparse, sys
from intervisie_tui.cli import papers
parsers = argparse.ArgumentParser().add_subparsers()
papers.add_to(lambda name, words, run: parsers.add_parser(name))
heavy = {"typst", "icalendar", "pydantic", "tomli", "platformdirs"}
sys.exit(", ".join(heavy & set(sys.modules)) or 0)
"""


def test_reading_the_command_line_waits_for_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
