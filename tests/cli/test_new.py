"""`intervisie new`: a method to start from."""

from pathlib import Path

import pytest

from intervisie_tui.cli import main
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import checked, examine

FIVE = builtin_methods() / "nl" / "vijf-stappen.toml"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command is given."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_small_method_is_made_that_is_right_at_once(language: str, here: Path) -> None:
    assert main(["new", "mijn-vraag.toml", "--lang", language]) == 0
    examined = examine(here / "mijn-vraag.toml")
    assert examined.problems == ()
    assert examined.method is not None
    assert (examined.method.language, examined.method.title) == (language, "Mijn vraag")


def test_what_to_do_next_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "mine.toml"])
    said = capsys.readouterr().out
    assert "“Mine” is made: mine.toml" in said
    for command in ("check", "try", "start"):
        assert f"intervisie {command} mine.toml" in said


def test_what_is_said_next_works(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "Eén vraag"])
    said = capsys.readouterr().out
    path = home / "methods" / "een-vraag.toml"
    assert f"intervisie check {path}" in said
    assert "intervisie start een-vraag" in said
    assert checked(path).title == "Eén vraag"
    assert main(["run-sheet", "een-vraag"]) == 0
    assert main(["check", "--strict", str(path)]) == 0


def test_a_path_with_a_space_is_said_between_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "my method.toml"])
    assert 'intervisie check "my method.toml"' in capsys.readouterr().out


@pytest.mark.parametrize("name", ["vijf-stappen", "Vijf stappen", str(FIVE)])
def test_a_copy_is_the_same_to_the_letter(name: str, here: Path) -> None:
    assert main(["new", "copy.toml", "--from", name, "--lang", "nl"]) == 0
    assert (here / "copy.toml").read_bytes() == FIVE.read_bytes()


def test_a_copy_in_the_list_has_a_title_of_its_own(home: Path) -> None:
    assert main(["new", "copy", "--from", "vijf-stappen"]) == 0
    assert checked(home / "methods" / "copy.toml").title == "Five steps (copy)"


def test_the_language_chooses_the_edition(here: Path) -> None:
    assert main(["new", "one.toml", "--from", "vijf-stappen", "--lang", "en"]) == 0
    assert checked(here / "one.toml").language == "en"


def test_a_file_that_is_there_stays_as_it_is(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "mine.toml").write_text("mine")
    assert main(["new", "mine.toml"]) == 1
    assert (here / "mine.toml").read_text() == "mine"
    assert "“mine.toml” cannot be made: there is a file of that name" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["no/mine.toml"], "there is no folder “no”; make it first"),
        (["."], "is a folder"),
        (["mine.toml", "--from", "vijf-stapen"], "did you mean “vijf-stappen”?"),
        (["mine.toml", "--from", "no.toml"], "there is no such file"),
    ],
)
def test_what_cannot_be_made_is_said_and_leaves_nothing(
    given: list[str], said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *given]) == 1
    assert said in capsys.readouterr().err
    assert [*here.iterdir()] == []


def test_a_method_that_is_not_right_is_not_copied(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "bad.toml").write_text('format = 1\ntitle = "Bad"\nlanguage = "en"\nminuts = 4\n')
    assert main(["new", "mine.toml", "--from", "bad.toml"]) == 1
    assert "bad.toml:4:1: " in capsys.readouterr().err
    assert not (here / "mine.toml").exists()
