import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.locale import set_language
from intervisie_tui.store import home as home_module
from intervisie_tui.store.home import (
    Settings,
    builtin_methods,
    open_home,
    read_settings,
)


def test_a_home_has_its_folders_for_its_owner_only(home: Path) -> None:
    opened = open_home({"INTERVISIE_HOME": str(home)})
    assert opened.root == home
    assert opened.problems == ()
    for folder in (home, opened.records, opened.methods, opened.groups, opened.hand_over):
        assert folder.is_dir()
        if os.name != "nt":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_home_can_be_opened_again(home: Path) -> None:
    first = open_home({"INTERVISIE_HOME": str(home)})
    (first.records / "kept").touch()
    assert open_home({"INTERVISIE_HOME": str(home)}) == first
    assert (first.records / "kept").exists()


def test_without_a_name_a_home_is_where_the_system_keeps_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_: tmp_path / name)
    assert open_home({}).root == tmp_path / "intervisie"
    assert open_home({"INTERVISIE_HOME": ""}).root == tmp_path / "intervisie"


def test_a_home_stays_where_it_is_when_the_working_folder_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_home({"INTERVISIE_HOME": "here"}).root == tmp_path / "here"


def test_a_home_may_be_named_from_the_users_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    assert open_home({"INTERVISIE_HOME": "~/here"}).root == tmp_path / "here"


def test_a_home_that_cannot_be_made_is_said_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    opened = open_home({"INTERVISIE_HOME": str(tmp_path / "file" / "home")})
    (problem,) = opened.problems
    assert problem.startswith(f"{tmp_path / 'file' / 'home'}: this folder cannot be made: ")
    assert opened.settings == Settings()


def test_the_home_of_somebody_who_is_not_there_is_only_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_home({"INTERVISIE_HOME": "~nobody-at-all"}).root == tmp_path / "~nobody-at-all"


def test_the_methods_that_come_with_the_program_are_found() -> None:
    assert (builtin_methods() / "nl").is_dir()


def test_an_installed_program_has_its_methods_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "intervisie_tui" / "methods"
    inside.mkdir(parents=True)
    monkeypatch.setattr(
        home_module, "__file__", str(tmp_path / "intervisie_tui" / "store" / "home.py")
    )
    assert builtin_methods() == inside


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_there_are_defaults(config: Path) -> None:
    assert read_settings(config) == (Settings(), ())


def test_every_setting_is_read(config: Path) -> None:
    config.write_text(
        """\
draft-days = 7
language = "nl"
theme = "nord"
facilitator = " Fien  de\\nWit "
organisation = "De Linde"
certificate-days = 365

[keys]
"live.next" = "n,space"
live.back = "p"
""",
        "utf-8",
    )
    assert read_settings(config) == (
        Settings(
            draft_days=7,
            language="nl",
            theme="nord",
            facilitator="Fien de Wit",
            organisation="De Linde",
            certificate_days=365,
            keys={"live.next": "n,space", "live.back": "p"},
        ),
        (),
    )


def test_a_file_from_a_windows_editor_is_read(config: Path) -> None:
    config.write_bytes(b"\xef\xbb\xbfdraft-days = 30\r\n")
    assert read_settings(config) == (Settings(draft_days=30), ())


ALL = '"draft-days", "language", "theme", "facilitator", "organisation", "certificate-days", "keys"'


def test_what_is_wrong_is_said_all_at_once_and_the_rest_counts(config: Path) -> None:
    config.write_text(
        """\
language = "fr"
draft-days = 30
draft_days = 31
theme = 3
colour = "red"

[keys]
"live.next" = 5
""",
        "utf-8",
    )
    read, problems = read_settings(config)
    assert read == Settings(draft_days=30)
    assert problems == (
        f'{config}:1:12: "language" should be "nl" or "en"',
        f'{config}:3:1: there is no setting "draft_days"; there is "draft-days"',
        f'{config}:4:9: "theme" should be the name of a theme, in quotes',
        f'{config}:5:1: there is no setting "colour"; there is {ALL}',
        f'{config}:7:1: "keys" should be a table of commands, each with its keys in quotes',
    )


@pytest.mark.parametrize("setting", ["draft-days", "certificate-days"])
@pytest.mark.parametrize("days", ["0", "-1", "1.5", '"14"', "999999999", "[14]"])
def test_days_are_a_number_that_a_calendar_can_hold(config: Path, days: str, setting: str) -> None:
    config.write_text(f"{setting} = {days}", "utf-8")
    read, (problem,) = read_settings(config)
    assert read == Settings()
    assert problem.endswith(f'"{setting}" should be a whole number of days, from 1 to 36500')


def test_a_mistake_in_the_toml_is_pointed_at(config: Path) -> None:
    config.write_text("draft-days = 30\ntheme = nord\n", "utf-8")
    read, (problem,) = read_settings(config)
    assert read == Settings()
    assert problem.startswith(f"{config}:2:9: ")


def test_problems_are_said_in_the_chosen_language(config: Path) -> None:
    set_language("nl")
    config.write_text("theme = 3", "utf-8")
    assert read_settings(config)[1] == (
        f'{config}:1:9: "theme" moet dit zijn: de naam van een thema, tussen aanhalingstekens',
    )


@pytest.mark.parametrize("text", ["a = " + "[" * 9000, "a = " + "9" * 9000, "\ufeff["])
def test_endless_brackets_and_digits_are_no_crash(config: Path, text: str) -> None:
    config.write_text(text, "utf-8")
    assert len(read_settings(config)[1]) == 1


def test_a_folder_in_the_place_of_the_settings_is_said(config: Path) -> None:
    config.mkdir()
    read, problems = read_settings(config)
    assert read == Settings()
    assert len(problems) == 1


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda key: f"'{key}' = 1".encode()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_at_all_is_a_crash(config: Path, text: bytes) -> None:
    config.write_bytes(text)
    read, problems = read_settings(config)
    assert read == Settings()
    assert not any(UNSEEN.search(problem) for problem in problems)
