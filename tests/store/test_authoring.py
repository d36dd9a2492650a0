"""The files of an author: made new, copied, taken in and handed on."""

import os
import stat
from pathlib import Path

import pytest

from intervisie_tui.domain import course
from intervisie_tui.domain.rehearsal import group_size
from intervisie_tui.locale import LANGUAGES, Language
from intervisie_tui.store import authoring
from intervisie_tui.store.home import Home, builtin_methods, open_home
from intervisie_tui.store.methods import checked, examine, find
from intervisie_tui.store.rehearsal import invented
from tests.conftest import Clock

FIVE = builtin_methods() / "en" / "vijf-stappen.toml"
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")


@pytest.fixture
def mine(home: Path) -> Home:
    """The home of this test, with its folders."""
    return open_home({"INTERVISIE_HOME": str(home)})


# The small method


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_to_be_said_of_the_small_method(language: Language) -> None:
    examined = examine(authoring.template(language))
    assert examined.problems == ()
    assert examined.method is not None
    assert examined.method.language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_small_method_is_led_to_its_end(language: Language, clock: Clock) -> None:
    path = authoring.template(language)
    session = course.begin(invented(path, checked(path), clock()), clock())
    assert len(session.people) == group_size(checked(path))
    titles = []
    while session.stage != "closing":
        titles.append(session.moment_of(session.stop).title)
        session = course.next_stop(session, clock())
    assert titles == [step.title for step in checked(path).steps]


def test_both_small_methods_are_the_same_one() -> None:
    dutch, english = (checked(authoring.template(language)) for language in ("nl", "en"))
    assert [step.rights() for step in dutch.steps] == [step.rights() for step in english.steps]
    assert [step.minutes for step in dutch.steps] == [step.minutes for step in english.steps]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_small_method_fits_an_editor(language: Language) -> None:
    lines = authoring.template(language).read_text("utf-8").splitlines()
    assert max(map(len, lines)) <= 110
    assert sum("#" in line for line in lines) > 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_small_method_stands_in_no_list(language: Language, mine: Home) -> None:
    titles = {file.head.title for file in find(mine).files if file.head}
    assert checked(authoring.template(language)).title not in titles


# Where a file goes


@pytest.mark.parametrize("said", ["mine", "Mine", "min e", "mine!"])
def test_a_name_alone_is_one_among_the_users_own_methods(said: str, mine: Home) -> None:
    path = authoring.place(said, mine)
    assert path.parent == mine.methods
    assert path.suffix == ".toml"
    assert path.stem == path.stem.casefold()


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("mine.toml", "mine.toml"),
        ("./mine", "mine.toml"),
        ("some/mine", "some/mine.toml"),
        ("some/mine.v2", "some/mine.v2.toml"),
        ("/some/where/mine.toml", "/some/where/mine.toml"),
    ],
)
def test_a_path_stays_what_it_is(said: str, path: str, mine: Home) -> None:
    assert authoring.place(said, mine) == Path(path)


@pytest.mark.parametrize("said", ["", ".", "..", "/", "some/"])
def test_a_folder_is_no_name_for_a_file(said: str, mine: Home) -> None:
    with pytest.raises(OSError, match="is a folder"):
        authoring.place(said, mine)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Eén goede vraag", "een-goede-vraag"),
        ("  ../../etc  ", "etc"),
        ("…", "method"),
        (".hidden", "hidden"),
        ("a" * 300, "a" * 60),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert authoring.file_name(title) == name


def test_a_free_place_is_like_nothing_in_the_list(mine: Home) -> None:
    (mine.methods / "vijf-stappen-2.toml").write_text("")
    assert authoring.free("Vijf stappen", mine).name == "vijf-stappen-3.toml"


def test_the_name_of_a_file_becomes_a_title() -> None:
    assert authoring.in_words("een-goede_vraag") == "Een goede vraag"
    assert authoring.in_words("--") == "Method"


@pytest.mark.parametrize("said", ["'{path}'", '"{path}"', "{path}"])
def test_a_file_that_is_dragged_into_the_window_is_found(said: str, tmp_path: Path) -> None:
    path = tmp_path / "my method.toml"
    path.write_text("")
    assert authoring.given(said.format(path=path)) == path


def test_a_path_from_the_users_own_folder_is_understood() -> None:
    path = Path.home() / "some" / "where.toml"
    assert authoring.given(authoring.from_home(path)) == path


def test_in_a_folder_a_file_keeps_its_name(tmp_path: Path) -> None:
    assert authoring.target(str(tmp_path), "mine") == tmp_path / "mine.toml"
    assert authoring.target(str(tmp_path / "yours"), "mine") == tmp_path / "yours.toml"


def test_a_free_name_beside_what_is_there_has_a_number(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("")
    (tmp_path / "mine-2.toml").symlink_to("nowhere")
    assert authoring.unused(tmp_path / "mine.toml") == tmp_path / "mine-3.toml"


# Copies


def test_a_copy_keeps_every_note_and_the_layout(tmp_path: Path) -> None:
    path = tmp_path / "copy.toml"
    authoring.copy(FIVE, path, "Five steps")
    assert path.read_bytes() == FIVE.read_bytes()


@pytest.mark.parametrize(
    "written",
    [
        'title = "Five"  # a note',
        "title='Five'",
        'title = """Five"""',
        "title = '''Five'''",
        '"title"= "Fi\\u0076e"',
        'title = "\\"Five\\""',
    ],
)
@pytest.mark.parametrize("title", ["Six", 'The "sixth" \\ one', "[/] zés"])
def test_nothing_but_the_title_is_another_one(written: str, title: str, tmp_path: Path) -> None:
    source, path = tmp_path / "source.toml", tmp_path / "copy.toml"
    text = f'# é\nformat = 1\n{written}\nlanguage = "en"\n\n[[steps]] # ü\ntitle = "Talk"\n'
    source.write_text(text, "utf-8")
    authoring.copy(source, path, title)
    assert checked(path).title == title
    before, after = text.splitlines(), path.read_text("utf-8").splitlines()
    assert [*before[:2], *before[3:]] == [*after[:2], *after[3:]]
    assert ("# a note" in before[2]) == ("# a note" in after[2])


def test_a_title_that_the_list_has_gets_a_word_behind_it(mine: Home) -> None:
    listed = find(mine).files
    assert authoring.distinct("Five steps", listed) == "Five steps (copy)"
    assert authoring.distinct("FIVE STEPS", listed) == "FIVE STEPS (copy)"
    assert authoring.distinct("Something else", listed) == "Something else"
    authoring.copy(FIVE, authoring.free("x", mine), "Five steps (copy)")
    assert authoring.distinct("Five steps", find(mine).files) == "Five steps (copy 2)"


def test_a_file_that_the_list_does_not_show_can_be_called_anything(
    mine: Home, tmp_path: Path
) -> None:
    assert [*authoring.beside(tmp_path / "x.toml", "en", mine)] == []


def test_what_takes_the_place_of_ours_may_be_called_the_same(mine: Home) -> None:
    others = [*authoring.beside(mine.methods / "vijf-stappen.toml", "en", mine)]
    assert authoring.distinct("Five steps", others) == "Five steps"


@POSIX
def test_what_is_made_is_for_this_user_alone(tmp_path: Path) -> None:
    authoring.copy(FIVE, tmp_path / "copy.toml", "Six")
    authoring.hand_on(FIVE, tmp_path / "other.toml")
    for path in tmp_path.glob("*.toml"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("there", ["file", "link", "folder"])
def test_nothing_is_ever_written_over(there: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    if there == "file":
        path.write_text("mine")
    elif there == "link":
        path.symlink_to(tmp_path / "nowhere")
    else:
        path.mkdir()
    for make in (authoring.hand_on, lambda a, b: authoring.copy(a, b, "Six")):
        with pytest.raises(FileExistsError, match="already, and it stays"):
            make(FIVE, path)
    assert there != "file" or path.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["mine.toml"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="there is no folder"):
        authoring.hand_on(FIVE, tmp_path / "no" / "mine.toml")


# From a file


def test_a_file_is_taken_in_as_it_is(mine: Home, tmp_path: Path) -> None:
    source = tmp_path / "six.toml"
    raw = b'\xef\xbb\xbf# note\r\nformat = 1\r\ntitle = "Six"\r\nlanguage = "en"\r\n'
    source.write_bytes(raw)
    path = authoring.free("six", mine)
    authoring.take_in(source, path, mine)
    assert path.read_bytes() == raw


def test_a_title_that_is_there_already_is_told_apart(mine: Home) -> None:
    path = authoring.free("vijf-stappen", mine)
    authoring.take_in(FIVE, path, mine)
    assert checked(path).title == "Five steps (copy)"


def test_a_file_that_is_not_right_yet_can_be_taken_in_too(mine: Home, tmp_path: Path) -> None:
    source = tmp_path / "six.toml"
    source.write_text('title = "Six\n')
    path = authoring.free("six", mine)
    authoring.take_in(source, path, mine)
    assert path.read_bytes() == source.read_bytes()
