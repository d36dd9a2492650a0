"""`intervisie check`, as its author meets it."""

import json
from pathlib import Path

import pytest

from intervisie_tui.cli import main
from intervisie_tui.store.home import builtin_methods
from tests.store.answers import HEAD, STEP

FINE = HEAD + STEP + 'speaks = "everyone"\nminutes = "4-6"\n'
WARNED = HEAD + STEP + "minutes = 3\n"
WRONG = FINE + "minuten = 3\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    made = {"fine": FINE, "warned": WARNED, "wrong": WRONG}
    for name, text in made.items():
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return {name: str(tmp_path / f"{name}.toml") for name in made}


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(["check", *arguments])
    return code, capsys.readouterr().out.splitlines()


def test_a_problem_is_told_with_its_line_and_a_caret(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = asked(capsys, files["wrong"])
    assert code == 1
    assert lines[0].startswith(f"{files['wrong']}:8:1: ")
    assert "“minutes”" in lines[0]
    assert lines[1:] == ["    minuten = 3", "    ^"]


def test_a_warning_is_told_and_the_file_can_be_used(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = asked(capsys, files["warned"])
    assert code == 0
    assert lines[0].startswith(f"{files['warned']}:5:9: warning: nobody may speak")
    assert lines[1:4] == [
        '    title = "S"',
        "            ^",
        f"{files['warned']}: can be used, with 1 warning",
    ]


def test_who_is_strict_takes_a_warning_for_an_error(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = asked(capsys, "--strict", files["warned"])
    assert code == 1
    assert lines[0].startswith(f"{files['warned']}:5:9: nobody may speak")
    assert asked(capsys, "--strict", files["fine"])[0] == 0


def test_of_one_file_it_is_told_how_long_the_method_takes(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = asked(capsys, files["fine"])
    assert code == 0
    assert lines[0] == f"{files['fine']}: fine"
    table = [line.split() for line in lines[2:]]
    assert table == [
        ["Minutes:", "at", "least", "–", "usually", "–", "at", "most"],
        ["4", "people", "6", "people", "8", "people"],
        ["S", *["4–5–6"] * 3],
        ["All", "together", *["4–5–6"] * 3],
    ]


def test_of_many_files_the_times_are_told_when_asked_for(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = asked(capsys, files["fine"], files["warned"], files["wrong"])
    assert code == 1
    assert not any("people" in line for line in lines)
    _code, lines = asked(capsys, "--timeline", *files.values())
    assert sum("4 people" in line for line in lines) == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_line_of_a_timeline_is_wider_than_a_terminal(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = sorted(map(str, (builtin_methods() / language).glob("*.toml")))
    code, lines = asked(capsys, "--timeline", *paths)
    assert code == 0
    assert max(len(line) for line in lines if not line.endswith(": fine")) <= 80


def test_a_machine_is_told_everything_under_names_that_stay(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", "--json", *files.values()])
    said = json.loads(capsys.readouterr().out)
    assert code == 1
    assert list(said) == ["files"]
    fine, warned, wrong = said["files"]
    for file in (fine, warned, wrong):
        assert list(file) == ["file", "usable", "problems", "timelines"]
    assert [file["file"] for file in said["files"]] == list(files.values())
    assert [file["usable"] for file in said["files"]] == [True, True, False]
    assert wrong["timelines"] == []
    (problem,) = warned["problems"]
    assert list(problem) == ["line", "column", "severity", "message"]
    assert (problem["line"], problem["column"], problem["severity"]) == (5, 9, "warning")
    four, six, eight = fine["timelines"]
    assert (four["people"], six["people"], eight["people"]) == (4, 6, 8)
    reach = {"least": 240, "usual": 300, "most": 360, "open": False}
    moment = {
        "moment": "1",
        "step": "S",
        "title": "S",
        "times": {"least": 1, "usual": 1, "most": 1},
        "once": reach,
        **reach,
    }
    assert four == {"people": 4, **reach, "moments": [moment]}


def test_a_machine_is_told_of_errors_where_warnings_are_taken_for_them(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--json", "--strict", files["warned"]]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert file["usable"] is False
    assert [problem["severity"] for problem in file["problems"]] == ["error"]
    assert file["timelines"]


def test_cards_are_checked_by_the_folder_they_are_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / "x.toml").write_text('[[cards]]\ntitle = ""\n', "utf-8")
    code, lines = asked(capsys, str(folder / "x.toml"))
    assert code == 1
    assert any(line.endswith("“title” is empty") for line in lines)
    ours = str(builtin_methods() / "cards" / "en.toml")
    assert asked(capsys, "--json", ours)[0] == 0


def test_the_codes_are_told_with_the_options(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--help"])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    for words in ("--strict", "--json", "--timeline", "Exit code: 0", "1 there are errors", "2 "):
        assert words in said


def test_the_times_of_everything_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    everything = Path(__file__).parents[1] / "methods" / "everything.toml"
    _code, lines = asked(capsys, str(everything))
    assert any(line.split()[-3:] == ["open"] * 3 for line in lines)
    assert lines[-1].startswith("“+”: with moments that end when the group says so")


# Files that are not there


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command is given, with a method in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "one-good-question.toml").write_text(FINE, "utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("command", ["check", "try", "run-sheet"])
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("one-good-qestion.toml", "one-good-question.toml"),
        ("One_Good_Question.toml", "one-good-question.toml"),
        ("one-good-question.tml", "one-good-question.toml"),
        ("one-good-question", "one-good-question.toml"),
        ("one-good-question.txt", "one-good-question.toml"),
        ("vijf-stapen", "vijf-stappen"),
        ("Vijf stapen", "vijf-stappen"),
        ("vijf-stappen.toml", "vijf-stappen"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_name_that_is_mistyped_is_answered_with_the_nearest(
    command: str, said: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, said]) == 1
    told = capsys.readouterr()
    answer = told.out + told.err
    assert answer.startswith(f"{said}: there is no ")
    assert f"did you mean “{meant}”?" in answer
    assert len(answer.splitlines()) == 1


@pytest.mark.parametrize("there", ["other.toml.txt", "other.TOML.txt", "Other.txt"])
def test_an_ending_that_an_editor_added_is_found(
    there: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / there).write_text(FINE, "utf-8")
    code, (answer,) = asked(capsys, "other.toml")
    assert code == 1
    right = f"{there.partition('.')[0]}.toml"
    assert f"but there is “{there}”: call that “{right}”" in answer
    # It can be read as it is, too.
    assert asked(capsys, there)[0] == 0


def test_another_text_is_no_method_that_may_be_meant(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "shopping.txt").write_text("milk")
    (here / ".shopping.toml").write_text("")
    _code, (answer,) = asked(capsys, "shoping.toml")
    assert answer.endswith("there is no such file in the folder “" + str(here) + "”")


def test_capitals_in_the_ending_make_no_other_name(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "loud.TOML").write_text(FINE, "utf-8")
    if not (here / "loud.toml").exists():
        assert "did you mean “loud.TOML”?" in asked(capsys, "loud.toml")[1][0]
    assert asked(capsys, "loud.TOML")[0] == 0


@pytest.mark.usefixtures("here")
def test_where_nothing_is_like_it_the_folder_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "no/one.toml") == (
        1,
        ["no/one.toml: there is no such file, for there is no folder “no”"],
    )
    assert "there is no method of this name; there is: " in asked(capsys, "xyz")[1][0]


@pytest.mark.usefixtures("here")
def test_each_of_several_files_is_looked_for(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = asked(capsys, "one-good-question.toml", "one-good-qestion.toml", "vijf-stappen")
    assert code == 1
    assert [line.rpartition(": ")[2] for line in (lines[0], lines[2])] == ["fine", "fine"]
    assert "did you mean" in lines[1]


@pytest.mark.usefixtures("here")
def test_a_machine_is_told_of_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", "one-good-qestion.toml"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["file"], file["usable"], file["timelines"]) == ("one-good-qestion.toml", False, [])
    (problem,) = file["problems"]
    assert (problem["line"], problem["column"]) == (0, 0)


def test_a_folder_of_the_name_of_a_method_is_not_in_its_way(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "troika").mkdir()
    assert asked(capsys, "troika")[0] == 0
    assert asked(capsys, ".")[1] == [".:1:1: this is a folder, not a file"]


def test_the_language_is_the_one_that_is_set(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INTERVISIE_LANG")
    home.mkdir()
    (home / "config.toml").write_text('language = "nl"\n')
    assert asked(capsys, "vijf-stappen")[1][0].endswith(": in orde")
