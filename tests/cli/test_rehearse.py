"""What `intervisie try` makes of what is given."""

from pathlib import Path

import pytest

from intervisie_tui.cli import commands, main
from intervisie_tui.domain.session import Session
from intervisie_tui.store.home import Home


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Session]]:
    """The rehearsals that the program was opened with."""
    opened: list[tuple[Path, Session]] = []

    def app(_home: Home, *, trying: tuple[Path, Session]) -> int:
        opened.append(trying)
        return 0

    monkeypatch.setattr(commands, "run_app", app)
    return opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text('format = 1\ntitle = "Mine"\nlanguage = "en"\n[[steps]]\ntitle = "Talk"\n')
    return path


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ([], ["Ann", "Bob", "Cleo", "Dan", "Ella", "Finn"]),
        (["--people", "3"], ["Ann", "Bob", "Cleo"]),
        (["--people", "Piet, Jo"], ["Piet", "Jo"]),
    ],
)
def test_a_file_is_tried_with_a_group_that_is_not_there(
    tried: list[tuple[Path, Session]], file: Path, given: list[str], names: list[str]
) -> None:
    assert main(["try", str(file), *given]) == 0
    ((path, session),) = tried
    assert path == file
    assert [person.name for person in session.people] == names


def test_a_method_of_the_list_can_be_tried_too(tried: list[tuple[Path, Session]]) -> None:
    assert main(["try", "vijf-stappen", "--online", "--first-meeting"]) == 0
    ((path, session),) = tried
    assert (path.name, path.parent.name) == ("vijf-stappen.toml", "en")
    assert (session.online, session.first_meeting) == (True, True)


@pytest.mark.parametrize("people", ["1", "13", "0", "", "An", "An,an"])
def test_a_group_that_cannot_be_is_refused(
    tried: list[tuple[Path, Session]], file: Path, people: str
) -> None:
    assert main(["try", str(file), "--people", people]) == 1
    assert not tried


def test_what_is_wrong_in_the_file_is_said(
    tried: list[tuple[Path, Session]], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(file.read_text() + "minuts = 4\n")
    assert main(["try", str(file)]) == 1
    assert f"{file}:6:1: " in capsys.readouterr().err
    assert not tried
