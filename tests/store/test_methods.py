from pathlib import Path

import pytest
import tomli

from intervisie_tui.domain.method import Fit, Method
from intervisie_tui.domain.span import Span
from intervisie_tui.store import methods as methods_module
from intervisie_tui.store import shape
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import MethodHead, find, glance, load, resolve
from intervisie_tui.store.problems import Refused
from tests.store.answers import HEAD, STEP, loaded, refused

SAMPLES = Path(__file__).parents[1] / "methods"
EVERYTHING = SAMPLES / "everything.toml"
MEETING = SAMPLES / "meeting.toml"
DATA = [tomli.loads(path.read_text("utf-8")) for path in (EVERYTHING, MEETING)]

BROKEN = "title = [\n"


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home of somebody whose program came with two methods, in two languages."""
    ours = tmp_path / "ours"
    for language in ("nl", "en"):
        put(ours / language / "stappen.toml", f"Stappen {language}", language)
    put(ours / "nl" / "roddelen.toml", "Roddelen", "nl")
    monkeypatch.setattr(methods_module, "builtin_methods", lambda: ours)
    home = Home(tmp_path / "home")
    home.methods.mkdir(parents=True)
    return home


def put(path: Path, title: str, language: str = "nl") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'format = 1\ntitle = "{title}"\nlanguage = "{language}"\n{STEP}', "utf-8")
    return path


# Loading


def test_there_is_a_sample_with_every_key_there_is() -> None:
    def keys(value: object, kind: object) -> set[tuple[object, str]]:
        if isinstance(value, list):
            return set().union(*(keys(each, shape.items(kind)) for each in value))
        if not isinstance(value, dict):
            return set()
        found = {(kind, key) for key in value} if shape.is_table(kind) else set()
        for key, inner in value.items():
            found |= keys(inner, shape.at(kind, (key,)))
        return found

    # What a step and a moment have alike needs to be in one of them.
    used = {key for data in DATA for _kind, key in keys(data, Method)}
    assert used == {key for _where, kind in shape.tables(Method) for key in shape.keys(kind)}
    assert load(EVERYTHING).steps
    assert load(MEETING).blocks


def test_texts_are_without_the_spaces_of_the_layout() -> None:
    method = load(EVERYTHING)
    gossip = next(step for step in method.steps if step.title == "Gossip")
    assert gossip.say == "Talk about the question as if the case giver had left.\nBe kind."


def test_what_a_terminal_obeys_is_in_no_method(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD + STEP + 'say = "\\u001b[31mRed\\u0000"\nask = ["\\u202e?"]\n', "utf-8")
    (step,) = load(path).steps
    assert (step.say, step.ask) == ("[31mRed", ("?",))


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            HEAD.replace("1", "2") + "steppes = 3\n",
            ["1:10: this is written for a newer version of the program, that knows format 2"],
        ),
        (HEAD.replace("1", "'1'"), ["1:10: “format” says how the file is written: format = 1"]),
        (HEAD.replace("1", "true"), ["1:10: “format” says how the file is written: format = 1"]),
        (HEAD.replace("1", "0"), ["1:10: “format” says how the file is written: format = 1"]),
        (HEAD.replace("format = 1", "") + STEP, ["1:1: “format” is missing here; add format = 1"]),
        (
            "",
            [
                "1:1: “format” is missing here; add format = 1",
                '1:1: “title” is missing here; add title = "…"',
                '1:1: “language” is missing here; add language = "nl"',
            ],
        ),
    ],
)
def test_a_file_says_its_format(tmp_path: Path, text: str, problems: list[str]) -> None:
    assert loaded(tmp_path, text)[: len(problems)] == problems


def test_the_language_is_that_of_the_folder(tmp_path: Path) -> None:
    put(tmp_path / "nl" / "x.toml", "X", "nl")
    assert load(tmp_path / "nl" / "x.toml").language == "nl"
    put(tmp_path / "en" / "x.toml", "X", "nl")
    assert refused(lambda: load(tmp_path / "en" / "x.toml")) == [
        "3:12: “language” is “nl”, and the file is in the folder “en”"
    ]


# Heads


def test_a_list_shows_what_stands_at_the_head() -> None:
    file = glance(EVERYTHING)
    assert file.id == "everything"
    assert file.problem is None
    assert file.head == MethodHead(
        title="Everything at once",
        language="en",
        summary="Every key there is.",
        source="Nobody's",
        people=Span(4, 8),
        minutes=Span(30, 60),
        fit=Fit(when="Never.", question="own-share", group="acquainted"),
    )


def test_what_is_wrong_in_a_head_is_shown_as_not_said(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(
        HEAD + 'summary = 3\npeople = []\nminutes = "x"\n[fit]\nquestion = "x"\ngroup = {}\n',
        "utf-8",
    )
    assert glance(path).head == MethodHead(title="T", language="en")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (BROKEN, "1:10: "),
        ("", "1:1: “format” is missing here; add format = 1"),
        (HEAD.replace("1", "9"), "1:10: this is written for a newer version"),
        ('format = 1\nlanguage = "nl"', '1:1: “title” is missing here; add title = "…"'),
        (
            'format = 1\ntitle = " "\nlanguage = "nl"',
            '2:9: “title” is missing here; add title = "…"',
        ),
        ('format = 1\ntitle = "a"\nlanguage = ["nl"]', "3:12: “language” is “nl” or “en”"),
    ],
)
def test_a_broken_file_is_in_the_list_with_the_reason(
    tmp_path: Path, text: str, problem: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, "utf-8")
    file = glance(path)
    assert file.head is None
    assert str(file.problem).startswith(f"{path}:{problem}")


# Finding


def test_methods_are_found_ours_first_then_the_users(user: Home) -> None:
    put(user.methods / "eigen.toml", "Eigen")
    put(user.methods / "en" / "own.toml", "Own", "en")
    found = find(user)
    names = ["roddelen", "stappen", "stappen", "eigen", "own"]
    assert [file.id for file in found.files] == names
    assert found.notices == ()


def test_the_users_own_stands_before_ours_and_that_is_said(user: Home) -> None:
    own = put(user.methods / "stappen.toml", "My steps", "nl")
    found = find(user)
    titles = [file.head.title for file in found.files if file.head]
    assert titles == ["Roddelen", "Stappen en", "My steps"]
    (notice,) = found.notices
    assert "“stappen”" in notice
    assert notice.index(str(own)) < notice.index("ours")


def test_one_file_under_two_names_is_one_file(user: Home) -> None:
    ours = find(user).files[0].path
    try:
        (user.methods / ours.name).symlink_to(ours)
    except OSError:
        pytest.skip("this system lets nobody make a link")
    found = find(user)
    assert [file.id for file in found.files].count(ours.stem) == 1
    assert found.notices == ()


def test_a_broken_file_does_not_stand_in_the_way_of_the_others(user: Home) -> None:
    (user.methods / "stappen.toml").write_text(BROKEN, "utf-8")
    (user.methods / "folder.toml").mkdir()
    found = find(user)
    assert [file.id for file in found.files if file.head] == ["roddelen", "stappen", "stappen"]
    assert [file.id for file in found.files if file.problem] == ["folder", "stappen"]
    assert found.notices == ()


def test_what_an_editor_leaves_behind_is_no_method(user: Home) -> None:
    before = find(user)
    put(user.methods / ".#eigen.toml", "Eigen")
    put(user.methods / "eigen.toml~", "Eigen")
    assert find(user) == before


def test_no_folder_of_ones_own_is_fine(user: Home) -> None:
    user.methods.rmdir()
    assert len(find(user).files) == 3


# Naming one


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_id_means_the_method_in_the_language_asked_for(user: Home, language: str) -> None:
    head = resolve("stappen", user, language).head
    assert head is not None
    assert head.title == f"Stappen {language}"


def test_an_id_that_is_there_in_another_language_is_that_one(user: Home) -> None:
    assert resolve("roddelen", user, "en").id == "roddelen"


def test_a_broken_file_can_be_named_too(user: Home) -> None:
    (user.methods / "mijn.toml").write_text(BROKEN, "utf-8")
    assert resolve("mijn", user, "nl").problem is not None


def test_a_path_means_that_file(user: Home, tmp_path: Path) -> None:
    path = put(tmp_path / "elders" / "x.toml", "X")
    file = resolve(str(path), user, "en")
    assert file.path == path
    assert resolve("x.toml", user, "en").problem is not None


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("roddeln", "there is no method of this name; did you mean “roddelen”?"),
        ("Rodelen", "there is no method of this name; did you mean “roddelen”?"),
        ("xyz", "there is no method of this name; there is: roddelen, stappen"),
    ],
)
def test_an_id_that_is_not_there_is_answered_with_the_nearest(
    user: Home, name: str, problem: str
) -> None:
    with pytest.raises(Refused) as caught:
        resolve(name, user, "nl")
    assert str(caught.value) == f"{name}: {problem}"


def test_a_method_answers_to_its_title_too(user: Home) -> None:
    assert resolve("stappen NL", user, "nl").path.stem == "stappen"
    assert resolve("roddelen", user, "nl") == resolve("Roddelen", user, "nl")
