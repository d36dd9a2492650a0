"""What is wrong with a method though every word of it is known."""

from pathlib import Path

import pytest

from tests.store.answers import HEAD, STEP, loaded

NO_STEP = "every meeting needs a step, in a room and online, at the first one and later"
MOMENT = '[[steps.moments]]\ntitle = "M"\n'
LIST = 'chart = "Q"\n'


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["1:1: a method has at least one step: [[steps]]"]),
        ("steps = []", ["4:1: a method has at least one step: [[steps]]"]),
        (
            f'{STEP}phase = "prepare"\n{STEP}when = "first-meeting"',
            [f"4:3: {NO_STEP}"],
        ),
        (
            f'{STEP}{MOMENT}when = "first-meeting"',
            [f"4:3: {NO_STEP}"],
        ),
        (
            f'{STEP}when = "later-meeting"',
            [f"4:3: {NO_STEP}"],
        ),
        (
            f'{STEP}{STEP}phase = "prepare"',
            ["8:9: what is prepared comes before all other steps"],
        ),
        (f"people = 1\n{STEP}", ["4:10: “people” lies between 2 and 12"]),
        (f'people = "4-13"\n{STEP}', ["4:10: “people” lies between 2 and 12"]),
        (f'people = "8-4"\n{STEP}', ['4:10: the smaller number stands first: "4-8"']),
        (f"people = 4.5\n{STEP}", ['4:10: “people” has whole numbers: people = "4-8"']),
        (
            f'{STEP}id = "a"\n{STEP}id = "a"',
            ["9:6: the id “a” stands here twice"],
        ),
        (
            f'{STEP}{MOMENT}id = "a"\n{MOMENT}id = "a"\n{STEP}id = "a"',
            ["11:6: the id “a” stands here twice"],
        ),
        (
            f'{STEP}id = "3"\n{STEP}id = "a.b"',
            [
                "6:6: an id begins with a letter and has only letters, digits and “-”",
                "9:6: an id begins with a letter and has only letters, digits and “-”",
            ],
        ),
        (
            f'{STEP}ask = "peers"',
            ["6:1: “ask” holds the questions to ask; who asks them stands under “asks”"],
        ),
    ],
)
def test_the_row_of_steps_must_make_a_session(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    assert loaded(tmp_path, HEAD + text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('title = ""', ["5:9: “title” is empty"]),
        ('title = " \\t "', ["5:9: “title” is empty"]),
        ('title = "a\\nb"', ["5:9: “title” must fit on one line"]),
        ('title = "a"\nid = ""', ["6:6: “id” is empty"]),
        ('title = "a"\nchart = ""', ["6:9: “chart” is empty"]),
        ('title = "a"\nremember = ["a", ""]', ["6:18: an empty text stands in “remember”"]),
        (
            'title = "a"\n[charts.Q]\nkind = "statement"\nlabels = ["a", "b", "a"]',
            ["8:21: “a” stands in “labels” twice"],
        ),
        (
            'title = "a"\n[charts.Q]\nkind = "statement"\ncolumns = ["a\\nb", ""]',
            [
                "8:12: each of “columns” must fit on one line",
                "8:20: an empty text stands in “columns”",
            ],
        ),
        (
            (
                'title = "a"\n[charts.Q]\nkind = "statement"\n'
                'columns = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]'
            ),
            ["8:57: “columns” has 10, and 9 is the most: each has a digit"],
        ),
        (
            'title = "a"\n[charts.""]\nkind = "statement"',
            ["6:9: the name of a chart has at least a letter, and one line"],
        ),
        (
            'title = "a"\n[charts."?"]\nkind = "statement"',
            ["6:9: “?” is the name of the question that stands in; choose another"],
        ),
    ],
)
def test_titles_and_names_are_there_and_fit(tmp_path: Path, text: str, problems: list[str]) -> None:
    assert loaded(tmp_path, f"{HEAD}[[steps]]\n{text}") == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("minutes = 0", ["6:11: a time is more than 0; leave it out where there is none"]),
        ("minutes = -3", ["6:11: a time is more than 0; leave it out where there is none"]),
        ("minutes = 601", ["6:11: a time is at most 10 hours"]),
        ('minutes = "5-4"', ['6:11: the smaller number stands first: "4-5"']),
        ("seconds = 0", ["6:11: a time is more than 0; leave it out where there is none"]),
        ("seconds = 1e9", ["6:11: a time is at most 10 hours"]),
        (
            "minutes = 1\nseconds = 30",
            ["7:1: either “minutes” or “seconds”: one time for one moment"],
        ),
        (
            "seconds-each = 60",
            ["6:1: “seconds-each” is the time of one turn: “in-turn = true” is missing here"],
        ),
        (
            f"seconds-each = 60\n{MOMENT}{MOMENT}",
            ["6:1: “seconds-each” is the time of one turn: “in-turn = true” is missing here"],
        ),
        (
            'in-turn = true\nspeaks = "peers"\nlast = "case-giver"',
            ["8:1: “last” is who ends a round, and the case giver takes no turn here"],
        ),
        (
            'speaks = "everyone"\nlast = "case-giver"',
            ["7:1: “last” is who ends a round, and the case giver takes no turn here"],
        ),
        (f"{LIST}lines-each = 0", ["7:14: “lines-each” is at least 1"]),
        (
            "lines-each = 2",
            ["6:1: “lines-each” counts lines on a chart, and no “chart” hangs here"],
        ),
    ],
)
def test_times_are_possible(tmp_path: Path, text: str, problems: list[str]) -> None:
    assert loaded(tmp_path, HEAD + STEP + text) == problems


def test_what_a_step_says_for_all_its_moments_is_wrong_only_once(tmp_path: Path) -> None:
    text = HEAD + STEP + "do = 'show'\n" + MOMENT * 3
    assert loaded(tmp_path, text) == [
        "6:1: “do” says what is done with a chart, and no “chart” hangs here"
    ]


def test_what_does_not_fit_is_said_together_with_what_is_not_known(tmp_path: Path) -> None:
    text = HEAD + '[[stappen]]\ntitel = ""\nspreekt = "peers"\nstil = "deelnemers"\n'
    assert loaded(tmp_path, text) == [
        "4:3: “stappen” is not known here; write [[steps]]",
        "5:1: “titel” is not known here; write “title”",
        "5:9: “title” is empty",
        "6:1: “spreekt” is not known here; write “speaks”",
        "7:1: “stil” is not known here; write “silent”",
        "7:1: “peers” is silent here and also stands under “speaks”",
        (
            "7:8: “deelnemers” is not possible for “silent”; did you mean “peers”? "
            "Possible: “peers”, “case-giver”, “everyone”, “facilitator”"
        ),
    ]


def test_nothing_is_said_to_be_missing_where_something_could_not_be_read(tmp_path: Path) -> None:
    text = HEAD + STEP + "chart = 3\n[charts.Q]\nlabels = ['a']\n"
    assert loaded(tmp_path, text) == [
        '6:9: “chart” is a text, between quotation marks: chart = "3"'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{STEP}{MOMENT}minutes = 1\n" for _ in range(3000)),
        STEP + "speaks = [" + '"peers", ' * 30_000 + "]\nsilent = [" + '"peers", ' * 30_000 + "]",
        STEP
        + LIST
        + "only = ["
        + '"b", ' * 30_000
        + "]\n[charts.Q]\nlabels = ["
        + "".join(f'"l{n}", ' for n in range(20_000))
        + "]",
        STEP + "".join(f"[charts.c{n}]\n" for n in range(10_000)),
        STEP + 'minutes = "' + "1" * 200_000 + ' "',
    ],
    ids=["steps", "roles", "labels", "charts", "number"],
)
def test_a_file_that_goes_on_and_on_is_answered_soon(tmp_path: Path, text: str) -> None:
    assert len(loaded(tmp_path, HEAD + text)) <= 500
