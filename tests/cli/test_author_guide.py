"""The guides for authors name commands that are there."""

import pytest

from intervisie_tui.cli import main
from intervisie_tui.locale import LANGUAGES, Language
from tests.store.guides import commands


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["new", "check", "try", "start", "methods", "schema"])
def test_a_command_in_the_guide_is_there(
    name: str, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    assert name in commands(language)
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0, capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_no_other_commands(language: Language) -> None:
    assert commands(language) == {"new", "check", "try", "start", "methods", "schema"}
