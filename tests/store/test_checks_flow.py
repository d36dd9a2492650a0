"""What cannot be gone, chosen or divided, and roles that are not there."""

from pathlib import Path

import pytest

from tests.store.answers import HEAD, STEP, loaded

MOMENT = '[[steps.moments]]\ntitle = "M"\n'
MODULE = '[[modules]]\ntitle = "A"\nid = "a"\n'
"""Three lines of a module that something must lead to."""

ANY = MODULE + "any-time = true\n"
TWO = ANY + '[[modules]]\ntitle = "B"\nid = "b"\nany-time = true\n'

NO_ID = "an id begins with a letter and has only letters, digits and “-”"
TIMES = '“times” lies between 1 and 12: times = 2, "1-3" or "1+"'


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (f'detours = ["a"]\n{MODULE}', []),
        (f'choose = {{ from = ["a"] }}\n{MODULE}', []),
        (ANY, []),
        (f"{STEP}{MOMENT}detours = ['a']\n{MODULE}", []),
        (
            MODULE,
            ["8:6: nothing leads to “a”: name it in “choose” or “detours”, or any-time = true"],
        ),
        (
            '[[modules]]\ntitle = "A"\nany-time = true',
            ['6:1: a module is called by its id: id = "time-out"'],
        ),
        (
            f'{ANY}phase = "prepare"',
            ["10:9: a module is not prepared: it is done in the meeting"],
        ),
        (
            f'{ANY}each = "everyone"\nas = "case-giver"',
            [
                "10:1: a module is done once, where it is chosen; “each” is of a step",
                "11:1: a module is done once, where it is chosen; “as” is of a step",
            ],
        ),
        (
            f"{ANY}times = 2",
            ["10:1: a module is done once, where it is chosen; “times” is of a step"],
        ),
        (
            f"{ANY}choose = {{ from = ['a'] }}",
            ["10:1: there is no choosing inside a module; choose in a step, before it"],
        ),
        (
            f"{ANY}[[modules.moments]]\ntitle = 'M'\nchoose = {{ from = ['a'] }}",
            ["12:1: there is no choosing inside a module; choose in a step, before it"],
        ),
        (f'id = "a"\n{ANY}', ["9:6: the id “a” stands here twice"]),
        (f"{ANY}{ANY}", ["12:6: the id “a” stands here twice"]),
        (
            ANY + "[[modules.moments]]\ntitle = 'M'\nid = 'm'\n" * 2,
            ["15:6: the id “m” stands here twice"],
        ),
        (
            '[[modules]]\ntitle = "A"\nid = "a.b"\nany-time = true',
            [f"8:6: {NO_ID}"],
        ),
    ],
)
def test_a_module_can_be_reached_and_is_done_once(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    assert loaded(tmp_path, HEAD + STEP + text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('each = "everyone"', []),
        ('each = "peers"\nas = "case-giver"', []),
        (
            'each = "case-giver"',
            ["6:8: “each” is “everyone” or “peers”: whoever it is done for, one by one"],
        ),
        (
            'as = "case-giver"',
            ["6:1: “as” says what who it is done for is called: “each” is missing here"],
        ),
        (
            'each = "everyone"\nas = "peers"',
            ["7:6: “as” is “case-giver”, or a role of the method's own"],
        ),
        (
            'each = "everyone"\ntimes = 2',
            ["7:1: either “each” or “times”: once for each, or so many times"],
        ),
        ("times = 1", []),
        ('times = "1-3"', []),
        ('times = "2+"', []),
        ("times = 1.5", ["6:9: “times” has whole numbers: times = 2"]),
        ('times = "1-2.5"', ["6:9: “times” has whole numbers: times = 2"]),
        ("times = 0", [f"6:9: {TIMES}"]),
        ("times = 13", [f"6:9: {TIMES}"]),
        ('times = "3-2"', [f"6:9: {TIMES}"]),
        (f'each = "everyone"\n{MOMENT}', []),
    ],
)
def test_passes_are_for_somebody_or_so_many(tmp_path: Path, text: str, problems: list[str]) -> None:
    assert loaded(tmp_path, HEAD + STEP + text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("groups = { size = 3 }", []),
        ('groups = { count = 2, of = "peers" }', []),
        (
            'groups = { of = "peers" }',
            ["6:1: small groups have either a “size” or a “count”: groups = { size = 3 }"],
        ),
        (
            "groups = { size = 3, count = 2 }",
            ["6:1: small groups have either a “size” or a “count”: groups = { size = 3 }"],
        ),
        ("groups = { size = 0 }", ["6:19: “size” is at least 1"]),
        ("groups = { count = -1 }", ["6:20: “count” is at least 1"]),
        (
            'groups = { size = 3, of = "facilitator" }',
            ["6:27: “of” is “everyone” or “peers”: who are divided"],
        ),
    ],
)
def test_small_groups_can_be_made(tmp_path: Path, text: str, problems: list[str]) -> None:
    assert loaded(tmp_path, HEAD + STEP + text) == problems


PICK = "“pick” is how many are chosen, of 2 at most"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('from = ["a", "b"]', []),
        ('from = ["a", "b"], pick = "1-2"', []),
        ('from = ["a", "b"], pick = "0-1", by = "peers"', []),
        ("from = []", ["6:1: there is nothing to choose from"]),
        ('from = ["a", "a"]', ["6:25: “a” stands in “from” twice"]),
        ('from = ["a", "x"]', ["6:25: there is no module with the id “x”"]),
        (
            'from = ["a", "bb"]',
            ["6:25: there is no module with the id “bb”; did you mean “b”?"],
        ),
        ('from = ["a", "b"], pick = 0', [f"6:38: {PICK}"]),
        ('from = ["a", "b"], pick = 3', [f"6:38: {PICK}"]),
        ('from = ["a", "b"], pick = "2-1"', [f"6:38: {PICK}"]),
        ('from = ["a", "b"], pick = 1.5', [f"6:38: {PICK}"]),
    ],
)
def test_there_is_something_to_choose_and_it_can_be_chosen(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    assert loaded(tmp_path, f"{HEAD}{STEP}choose = {{ {text} }}\n{TWO}") == problems


def test_no_more_is_offered_than_there_are_digits(tmp_path: Path) -> None:
    ids = [f"m{number}" for number in range(10)]
    offered = ", ".join(f'"{name}"' for name in ids)
    modules = "".join(f'[[modules]]\ntitle = "M"\nid = "{name}"\n' for name in ids)
    assert loaded(tmp_path, f"{HEAD}{STEP}choose = {{ from = [{offered}] }}\n{modules}") == [
        "6:74: “from” has 10, and 9 is the most: each has a digit"
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (f'detours = ["look"]\n{STEP}id = "look"', []),
        (
            f'detours = ["lok"]\n{STEP}id = "look"',
            ["6:12: there is no step or module with the id “lok”; did you mean “look”?"],
        ),
        ('detours = ["2"]', ["6:12: there is no step or module with the id “2”"]),
        (
            f'chart = "Q"\n{STEP}id = "look"\n[charts.Q]\nhidden-until = "look"',
            [],
        ),
        (
            'chart = "Q"\n[charts.Q]\nhidden-until = "later"',
            ["8:16: there is no step or module with the id “later”"],
        ),
        ('chart = "Q"\n[charts.Q]\nquota = 0', ["8:9: “quota” is at least 1"]),
    ],
)
def test_what_is_gone_to_is_there(tmp_path: Path, text: str, problems: list[str]) -> None:
    assert loaded(tmp_path, HEAD + STEP + text) == problems


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("choose", '{ from = ["a"] }'),
        ("fill", '["scribe"]'),
        ("again", "true"),
        ("spare", '"next"'),
    ],
)
def test_what_is_of_one_moment_is_written_in_that_moment(
    tmp_path: Path, key: str, said: str
) -> None:
    head = HEAD + 'roles = ["scribe"]\n'
    message = f"“{key}” is of one moment: write it under [[steps.moments]]"
    assert loaded(tmp_path, f"{head}{STEP}{key} = {said}\n{MOMENT}{ANY}") == [f"7:1: {message}"]
    assert loaded(tmp_path, f"{head}{STEP}{MOMENT}{key} = {said}\n{ANY}") == []
    if key != "choose":
        module = f"{ANY}{key} = {said}\n[[modules.moments]]\ntitle = 'M'\n"
        message = f"“{key}” is of one moment: write it under [[modules.moments]]"
        assert loaded(tmp_path, f"{head}{STEP}{module}") == [f"11:1: {message}"]


# Roles

OWN = 'roles = ["scribe"]\n'
KNOWN = "“case-giver”, “peers”, “everyone”, “facilitator”"


@pytest.mark.parametrize(
    ("roles", "problems"),
    [
        ('["scribe", "time keeper", "écrivain", "co-giver"]', []),
        ('["peers"]', ["4:10: “peers” is a role that every method has; it need not stand here"]),
        ('["scribe", ""]', ["4:20: a role has a name of letters, as “secretary”"]),
        ('["3"]', ["4:10: a role has a name of letters, as “secretary”"]),
        ('["a, b"]', ["4:10: a role has a name of letters, as “secretary”"]),
        ('["scribe", "scribe"]', ["4:20: “scribe” stands in “roles” twice"]),
    ],
)
def test_roles_of_its_own_have_a_name(tmp_path: Path, roles: str, problems: list[str]) -> None:
    assert loaded(tmp_path, f"{HEAD}roles = {roles}\n{STEP}") == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('writes = "scribe"\nopposite = "scribe"', []),
        ('each = "everyone"\nas = "scribe"', []),
        ('fill = ["scribe"]\ngroups = { count = 2, roles = ["scribe"] }', []),
        (f'choose = {{ from = ["a"], by = "scribe" }}\n{ANY}', []),
        ('chart = "Q"\n[charts.Q]\nkind = "statement"\njudge = "scribe"', []),
        (
            'fill = ["peers"]',
            ['7:9: “peers” is no role of this method: name it at the top, roles = ["peers"]'],
        ),
        (
            'groups = { count = 2, roles = ["guest"] }',
            ['7:32: “guest” is no role of this method: name it at the top, roles = ["guest"]'],
        ),
    ],
)
def test_a_role_of_its_own_stands_wherever_a_role_can_stand(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    assert loaded(tmp_path, HEAD + OWN + STEP + text) == problems


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ('writes = "guest"', "7:10", "writes"),
        ('silent = ["peers", "guest"]', "7:20", "silent"),
        ('opposite = "guest"', "7:12", "opposite"),
        ('each = "guest"', "7:8", "each"),
        ('each = "everyone"\nas = "guest"', "8:6", "as"),
        ('groups = { size = 2, of = "guest" }', "7:27", "of"),
        (f'choose = {{ from = ["a"], by = "guest" }}\n{ANY}', "7:31", "by"),
        ('chart = "Q"\n[charts.Q]\nkind = "statement"\njudge = "guest"', "10:9", "judge"),
        (f'{MOMENT}asks = "guest"', "9:8", "asks"),
        (f'{ANY}speaks = "guest"', "11:10", "speaks"),
    ],
)
def test_a_role_that_is_not_there_is_answered_with_those_that_are(
    tmp_path: Path, text: str, place: str, key: str
) -> None:
    answered = loaded(tmp_path, HEAD + OWN + STEP + text)
    assert any(
        problem.startswith(f"{place}: “guest” is not possible for “{key}”") for problem in answered
    ), answered
    assert all("scribe" in problem for problem in answered if "not possible" in problem)
