"""What commands do, without a terminal."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from intervisie_tui.cli import commands, main
from intervisie_tui.domain import course, wall
from intervisie_tui.domain.closing import closed
from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.session import Session
from intervisie_tui.store.home import Home
from intervisie_tui.store.records import Record
from intervisie_tui.store.writer import open_writer
from tests.domain.meetings import meeting
from tests.domain.samples import NINE, after, under_way
from tests.store.writers import PATIENCE

Save = Callable[[Session], Path]


@pytest.fixture
def saved(home: Path) -> Save:
    """Puts a session in the only record of the home."""

    def save(session: Session) -> Path:
        path = Home(home).records / "2026-01-05-1000-abcdef.toml"
        writer = open_writer(path)
        assert writer is not None
        writer.put(session, None)
        assert writer.close(PATIENCE)
        return path

    return save


@pytest.fixture
def opening(monkeypatch: pytest.MonkeyPatch) -> list[Record]:
    """The records that the program was opened with."""
    opened: list[Record] = []

    def app(_home: Home, *, opening: Record) -> int:
        opened.append(opening)
        return 0

    monkeypatch.setattr(commands, "run_app", app)
    return opened


def closed_as(choice: Choice) -> Session:
    session = wall.write(under_way(moment="explore.read", group="North"), "What holds you?")
    stays = closed(course.finish(session, after(60)), choice, until=None, now=after(90))
    assert stays is not None
    return stays


def at(begun: datetime) -> Session:
    return replace(under_way(), made=begun, begun=begun, due=None)


def test_a_draft_is_gone_on_with_where_it_was(saved: Save, opening: list[Record]) -> None:
    session = at(datetime.now(UTC) - timedelta(days=13))
    saved(session)
    assert main(["resume"]) == 0
    assert [record.session for record in opening] == [session]


def test_a_draft_of_long_ago_is_only_to_be_closed(saved: Save, opening: list[Record]) -> None:
    saved(at(datetime.now(UTC) - timedelta(days=15)))
    assert main(["resume", "abcdef"]) == 0
    assert [record.session.stage for record in opening] == ["closing"]


def test_how_long_a_draft_can_be_gone_on_with_is_a_setting(
    home: Path, saved: Save, opening: list[Record]
) -> None:
    saved(at(datetime.now(UTC) - timedelta(days=15)))
    (home / "config.toml").write_text("draft-days = 30", "utf-8")
    assert main(["resume"]) == 0
    assert [record.session.stage for record in opening] == ["under-way"]


@pytest.mark.parametrize("choice", ["hand-over", "all"])
def test_what_is_closed_is_not_gone_on_with(
    saved: Save, opening: list[Record], choice: Choice, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(closed_as(choice))
    before = path.read_bytes()
    assert main(["resume", "abcdef"]) == 1
    assert "This session is closed" in capsys.readouterr().err
    assert opening == []
    assert path.read_bytes() == before


def test_of_what_was_handed_over_the_times_are_shown(
    saved: Save, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(closed_as("hand-over"))
    assert main(["show", "abcdef"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("# Five steps\n")
    assert "- The case giver has the sheets; date, method and times were kept\n" in shown
    assert "| Took |" in shown
    assert "What holds you?" not in shown
    assert "North" not in shown


def test_an_option_has_one_name(capsys: pytest.CaptureFixture[str]) -> None:
    for given in (["--lan", "nl", "methods"], ["start", "x", "--case", "An"]):
        with pytest.raises(SystemExit) as ended:
            main(given)
        assert ended.value.code == 2
    assert capsys.readouterr().err.count("usage: ") == 2


def ask(*arguments: str, **env: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "intervisie_tui", *arguments],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_who_has_seen_enough_is_no_crash() -> None:
    with ask("methods") as child:
        assert child.stdout is not None
        child.stdout.close()
        assert child.stderr is not None
        assert child.stderr.read() == b""
    assert child.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_every_word_comes_out_whatever_the_system_writes(saved: Save, encoding: str) -> None:
    saved(wall.write(under_way(moment="explore.read"), "“Waarom” – 🙂"))
    with ask("show", "abcdef", PYTHONIOENCODING=encoding) as child:
        said, wrong = child.communicate()
    assert wrong == b""
    assert "“Waarom” – 🙂" in said.decode("utf-8")


def test_a_file_of_a_strange_name_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "\x1b[31mred.toml"
    try:
        path.write_text('format = 1\ntitle = "T"\nlanguage = "en"\n', "utf-8")
    except OSError:
        pytest.skip("this system takes no such name")
    assert main(["check", str(path)]) == 1
    path.write_text('format = 1\ntitle = "T"\nlanguage = "en"\n[[steps]]\ntitle = "S"\n', "utf-8")
    assert main(["check", str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_the_times_of_a_method_are_said_as_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["methods"]) == 0
    assert "min  Vijf stappen\n" in capsys.readouterr().out


@pytest.mark.parametrize(("choice", "said"), [("hand-over", "times kept"), ("all", "all kept")])
def test_the_list_of_records_says_what_was_kept(
    saved: Save, choice: Choice, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(closed_as(choice))
    assert main(["records"]) == 0
    assert f"2026-01-05-1000-abcdef   {said} " in capsys.readouterr().out


def test_a_run_sheet_for_a_group_online_has_what_that_group_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["run-sheet", "kennismaking-dilemmalijn", "--online", "--lang", "en"]) == 0
    online = capsys.readouterr().out
    assert main(["run-sheet", "kennismaking-dilemmalijn", "--lang", "en"]) == 0
    both = capsys.readouterr().out
    assert ("only in a room" in both, "only online" in both) == (True, True)
    assert ("only in a room" in online, "only online" in online) == (False, False)
    assert online.count("## 2. ") == 1
    assert len(online) < len(both)


def test_a_record_that_was_made_at_nine_is_listed(
    saved: Save, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(at(NINE))
    assert main(["records"]) == 0
    assert capsys.readouterr().out.split() == [
        *("2026-01-05-1000-abcdef", "not", "closed", "Five", "steps")
    ]


@pytest.mark.usefixtures("home")
def test_without_records_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["records"]) == 0
    assert capsys.readouterr().out == "There are no records yet.\n"


def test_a_meeting_is_listed_under_its_own_title(
    saved: Save, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(meeting(group_id="k3m9xq"))
    assert main(["records"]) == 0
    assert capsys.readouterr().out.rstrip().endswith("A morning · North")


@pytest.mark.usefixtures("home")
def test_an_end_that_is_past_is_not_taken_for_tomorrows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    past = datetime.now().astimezone() - timedelta(hours=2)
    assert main(["start", "vijf-stappen", "--end", f"{past:%H:%M}"]) == 1
    assert "is past" in capsys.readouterr().err
