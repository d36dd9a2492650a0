"""A meeting file that is rehearsed: what it is planned with, and the group that is not there."""

from pathlib import Path

import pytest

from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store.convening import made_ready
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.methods import checked, load
from intervisie_tui.store.problems import Refused
from intervisie_tui.store.rehearsal import Follower, again, invented, rehearsed
from tests.domain.samples import NINE
from tests.store.of_meetings import HEAD, TALK, USE, put

EVERYBODY = HEAD + 'people = "4-5"\n' + USE + 'cases = "rest"\n' + TALK + "minutes = 4\n"
SINCE = '[[blocks]]\nuse = "terugblik"\nwhen = "later-meeting"\n'
OPEN = '[[blocks]]\nuse = "?"\n'


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.methods.mkdir(parents=True)
    return home


def shipped(language: Language) -> list[Path]:
    """The meetings that come with the program."""
    files = sorted(builtin_methods().glob(f"{language}/*.toml"))
    return [path for path in files if load(path).kind == "meeting"]


# The group


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meeting_of_ours_can_be_tried(home: Home, language: Language) -> None:
    set_language(language)
    assert shipped(language)
    for path in shipped(language):
        session = rehearsed(home, path, load(path), NINE)
        assert session.meeting == load(path).title
        assert any(session.case_giver(stop) == 1 for stop in session.plan)


def test_everybody_who_is_invented_brings_a_case(tmp_path: Path, home: Home) -> None:
    path = put(tmp_path, EVERYBODY)
    session = rehearsed(home, path, checked(path), NINE)
    givers = dict.fromkeys(session.case_giver(stop) for stop in session.plan)
    assert [*givers] == [*(person.id for person in session.people), None]


def test_somebody_intended_something_that_is_asked_after(tmp_path: Path, home: Home) -> None:
    path = put(tmp_path, EVERYBODY + SINCE)
    session = rehearsed(home, path, checked(path), NINE)
    [(sheet, entry)] = session.entries()
    assert session.chart_of(sheet).kind == "follow-up"
    assert (entry.text, entry.by) == ("Ask one question before I say yes", 1)


def test_what_is_chosen_when_it_is_planned_is_the_usual_method(tmp_path: Path, home: Home) -> None:
    path = put(tmp_path, HEAD + OPEN)
    session = rehearsed(home, path, checked(path), NINE)
    assert [*session.methods] == [made_ready(home, checked(path), path).usual]


def test_a_meeting_that_uses_what_is_not_there_is_not_tried(tmp_path: Path, home: Home) -> None:
    path = put(tmp_path, EVERYBODY.replace("vier-fasen", "vier-faasen"))
    with pytest.raises(Refused, match="vier-fasen"):
        rehearsed(home, path, checked(path), NINE)


# Another version


def test_the_same_version_is_the_same_meeting(tmp_path: Path, home: Home) -> None:
    path = put(tmp_path, EVERYBODY + SINCE)
    method = checked(path)
    ready = made_ready(home, method, path)
    names = ("Piet", "", "Jo")
    session = invented(
        path, method, NINE, names=names, first_meeting=True, online=True, ready=ready
    )
    assert again(session, checked(path), path, made_ready(home, method, path)) == session


def test_another_version_is_for_the_same_group(tmp_path: Path, home: Home) -> None:
    path = put(tmp_path, EVERYBODY)
    method = checked(path)
    session = invented(path, method, NINE, people=3, ready=made_ready(home, method, path))
    other = checked(put(tmp_path, EVERYBODY.replace("4-5", "8") + TALK))
    made = again(session, other, path, made_ready(home, other, path))
    assert made.people == session.people
    assert len(made.blocks) == len(session.blocks) + 1


# The file


def test_a_version_comes_with_what_it_is_planned_with(tmp_path: Path, home: Home) -> None:
    path = put(tmp_path, EVERYBODY + OPEN)
    version = Follower(home, path, str).look()
    assert version is not None
    assert version.said.method == checked(path)
    assert version.ready == made_ready(home, checked(path), path)
    assert {"vier-fasen", version.ready.usual} <= {*version.ready.library}


def test_a_method_that_is_not_there_is_told_with_its_line(tmp_path: Path, home: Home) -> None:
    follows = Follower(home, put(tmp_path, EVERYBODY), str)
    follows.look()
    put(tmp_path, EVERYBODY.replace("vier-fasen", "vier-faasen"))
    assert follows.look() is None  # what is wrong is looked at twice
    version = follows.look()
    assert version is not None
    assert version.said.method is None
    [problem] = version.said.problems
    assert (problem.line, problem.column) == (7, 7)
    assert "vier-fasen" in problem.message


def test_a_method_of_ones_own_that_is_mended_is_found_at_the_next_save(
    tmp_path: Path, home: Home
) -> None:
    own = put(home.methods, "format = 1\n", "ours.toml")
    path = put(tmp_path, EVERYBODY.replace("vier-fasen", "ours"))
    follows = Follower(home, path, str)
    assert follows.look() is None
    version = follows.look()
    assert version is not None
    assert version.said.method is None
    own.write_text('format = 1\ntitle = "O"\nlanguage = "en"\n[[steps]]\ntitle = "S"\n', "utf-8")
    put(tmp_path, path.read_text("utf-8") + "\n")
    version = follows.look()
    assert version is not None
    assert version.ready.library["ours"].title == "O"
