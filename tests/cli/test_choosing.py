"""What is listed and advised in a shell."""

from pathlib import Path

import pytest

from intervisie_tui.cli import main
from intervisie_tui.store.home import Home

MINE = 'format = 1\ntitle = "Mine"\nlanguage = "en"\n'
STEPS = '[[steps]]\ntitle = "x"\n'


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The lines that a command says."""
    assert main(arguments) == 0
    return capsys.readouterr().out.splitlines()


def places(lines: list[str], *starts: str) -> list[int]:
    """Where the first line is that starts with each."""
    return [next(n for n, line in enumerate(lines) if line.startswith(each)) for each in starts]


def named(lines: list[str]) -> list[str]:
    """The methods, in order."""
    return [line.split()[0] for line in lines if line[:1].islower()]


def test_methods_are_listed_under_what_they_are_for(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "methods")
    found = places(
        lines, "For a case", "vijf-stappen ", "To open with", "check-in ", "To close", "evaluatie "
    )
    assert found == sorted(found)
    assert sum(" nl  " in line for line in lines) == sum(" en  " in line for line in lines)


def test_broken_methods_come_last_with_the_reason(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Home(home).methods
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text(MINE + "minuts = 3\n", "utf-8")
    assert said(capsys, "methods")[-1].startswith("a ")


@pytest.mark.parametrize(
    ("given", "first"),
    [
        ("", "vijf-stappen"),
        ("--minutes 90 --question fundamental", "socratisch"),
        ("--minutes 60 --people 6 --question concrete --group new", "vijf-stappen"),
        ("--question own-share --group acquainted", "roddelen"),
        ("--minutes 30 --question incident", "incidenten"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_best_comes_first_in_the_language_of_the_user(
    given: str, first: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = said(capsys, "advise", "--lang", language, *given.split())
    assert named(lines)[0] == first
    assert len(named(lines)) == len(set(named(lines)))
    assert ("Five steps" in "\n".join(lines)) == (language == "en")
    assert max(map(len, lines)) < 80


def test_what_does_not_fit_comes_last_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "advise", "--minutes", "45", "--group", "new", "--people", "4")
    found = places(lines, "Fits", "vijf-stappen ", "Does not fit", "socratisch ")
    assert found == sorted(found)
    assert lines[found[-1] + 1].startswith("    takes at least ")
    assert lines[places(lines, "roddelen ")[0] + 1].startswith("    only for a group that knows")


def test_a_method_that_cannot_be_used_is_not_advised(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Home(home).methods
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text(MINE + "minuts = 3\n", "utf-8")
    (folder / "mine.toml").write_text(MINE + STEPS, "utf-8")
    names = named(said(capsys, "advise"))
    assert "mine" in names
    assert "broken" not in names


@pytest.mark.parametrize("option", ["--minutes", "--people"])
@pytest.mark.parametrize("number", ["0", "-3", "six", "4.5", "9999", "²", ""])
def test_a_number_is_a_whole_number(
    option: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["advise", f"{option}={number}"]) == 1
    assert f"“{option}” wants a whole number, 1 or more." in capsys.readouterr().err


@pytest.mark.parametrize("given", ["--question hard", "--group old", "vijf-stappen"])
def test_what_is_no_choice_is_refused(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["advise", *given.split()])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: ")
