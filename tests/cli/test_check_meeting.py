"""`intervisie check` of a meeting: with the methods that it uses."""

import json
from pathlib import Path

import pytest

from intervisie_tui.cli import main
from tests.store.of_meetings import HEAD, TALK, USE, put

FINE = f'{HEAD}people = "4-5"\n{TALK}minutes = 5\n{USE}cases = "rest"\nminutes = 40\n'


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(["check", *arguments])
    return code, capsys.readouterr().out.splitlines()


def test_of_a_meeting_it_is_told_how_long_each_block_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, FINE)
    code, lines = asked(capsys, str(path))
    assert code == 0
    assert lines[0] == f"{path}: fine"
    assert [line.split() for line in lines[3:]] == [
        ["4", "people", "5", "people"],
        ["Talk", "5", "5"],
        ["Four", "phases", "1–4", "×", "40", "1–5", "×", "40"],
        ["All", "together", "45–165–165", "45–205–205"],
    ]


def test_a_method_that_is_not_there_is_an_error_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, FINE.replace("vier-fasen", "vier-fases"))
    code, lines = asked(capsys, str(path))
    assert code == 1
    assert lines == [
        f"{path}:11:7: there is no method “vier-fases”; did you mean “vier-fasen”?",
        '    use = "vier-fases"',
        "          ^",
    ]


def test_a_machine_is_told_of_blocks_in_place_of_moments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--json", str(put(tmp_path, FINE))]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    four, five = file["timelines"]
    assert (four["people"], five["people"]) == (4, 5)
    assert list(five) == ["people", "least", "usual", "most", "open", "blocks"]
    talk, cases = five["blocks"]
    assert (talk["block"], talk["use"], talk["title"]) == (1, None, "Talk")
    assert (cases["block"], cases["use"], cases["title"]) == (2, "vier-fasen", "Four phases")
    assert cases["times"] == {"least": 1, "usual": 5, "most": 5}
    assert cases["once"] == {"least": 2400, "usual": 2400, "most": 2400, "open": False}
    assert (cases["least"], cases["usual"]) == (2400, 5 * 2400)


def test_who_is_strict_takes_a_group_that_does_not_fit_for_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, FINE.replace("4-5", "4-8"))
    assert asked(capsys, str(path))[0] == 0
    code, lines = asked(capsys, "--strict", str(path))
    assert code == 1
    assert "“Four phases” suits 4-5 people" in lines[0]
