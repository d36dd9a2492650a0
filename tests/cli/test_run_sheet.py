"""`intervisie run-sheet` and `intervisie try` of a whole meeting."""

from pathlib import Path

import pytest

from intervisie_tui.cli import commands, main
from intervisie_tui.domain.session import Session
from intervisie_tui.store.home import Home
from tests.store.of_meetings import HEAD, TALK, USE, put

Trying = list[tuple[Path, Session]]


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> Trying:
    """What the program was opened with, to be rehearsed."""
    opened: Trying = []

    def app(_home: Home, *, trying: tuple[Path, Session]) -> int:
        opened.append(trying)
        return 0

    monkeypatch.setattr(commands, "run_app", app)
    return opened


# On paper


def test_a_meeting_on_paper_is_its_plan_and_what_it_says_itself(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["run-sheet", "stab-zaal", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "| 0:05 | Case 1 · Four phases | 39 |" in told
    assert "| 3:55 | **End** |" in told
    assert "## How we work today" in told
    assert "- Four phases: intervisie run-sheet vier-fasen\n" in told


def test_online_the_sheets_of_its_methods_are_those_for_online(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["run-sheet", "stab-online", "--online", "--lang", "en"]) == 0
    assert "- Check-in" not in (told := capsys.readouterr().out)
    assert "- Four phases: intervisie run-sheet vier-fasen --online\n" in told


def test_a_meeting_that_uses_what_is_not_there_has_no_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, HEAD + USE.replace("vier-fasen", "vier-faasen"))
    assert main(["run-sheet", str(path)]) != 0
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{path}:6:7: there is no method “vier-faasen”" in said.err


# Rehearsed


def test_a_meeting_is_rehearsed_by_as_many_as_are_asked(tried: Trying, tmp_path: Path) -> None:
    path = put(tmp_path, HEAD + TALK + USE + 'cases = "rest"\n')
    assert main(["try", str(path), "--people", "An,Bo,Cem", "--online"]) == 0
    [(opened, session)] = tried
    assert opened == path
    assert [person.name for person in session.people] == ["An", "Bo", "Cem"]
    assert [session.methods[block.method].title for block in session.blocks] == [
        *("Talk", "Four phases", "Four phases", "Four phases")
    ]
    assert session.online


def test_a_meeting_that_uses_what_is_not_there_is_not_rehearsed(
    tried: Trying, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, HEAD + USE.replace("vier-fasen", "vier-faasen"))
    assert main(["try", str(path)]) != 0
    assert "did you mean “vier-fasen”?" in capsys.readouterr().err
    assert tried == []
