"""What is not wrong with a method, and yet seldom meant."""

from pathlib import Path

import pytest

from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import examine
from tests.store.answers import HEAD, STEP

MOMENT = '[[steps.moments]]\ntitle = "M"\n'
SPEAKS = 'speaks = "everyone"\n'
STEPS = STEP + SPEAKS
"""Three lines, of which there is nothing to say."""

FILES = sorted(builtin_methods().glob("??/*.toml"))


def warned(folder: Path, text: str) -> list[str]:
    """What the author of a file that can be used is told."""
    path = folder / "x.toml"
    path.write_text(text, "utf-8")
    examined = examine(path)
    assert examined.method is not None, examined.problems
    assert all(problem.severity == "warning" for problem in examined.problems)
    return [f"{p.line}:{p.column}: {p.message}" for p in examined.problems]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_there_is_nothing_to_say_of_what_we_ship(path: Path) -> None:
    assert examine(path).problems == ()


def test_a_file_that_cannot_be_used_has_errors_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD + STEP + "minutes = -1\n", "utf-8")
    examined = examine(path)
    assert examined.method is None
    assert {problem.severity for problem in examined.problems} == {"error"}


NOBODY = 'nobody may speak here and nobody writes; for a silence: silent = "everyone"'


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("", [f"5:9: {NOBODY}"]),
        (MOMENT + MOMENT + SPEAKS, [f"7:9: {NOBODY}"]),
        (SPEAKS + MOMENT, []),
        ('silent = "peers"', [f"5:9: {NOBODY}"]),
        ('silent = ["peers", "case-giver"]', []),
        ('silent = "everyone"', []),
        ('away = "peers"', []),
        ('writes = "peers"', []),
        ('speaks = "facilitator"', []),
        (f'phase = "prepare"\n{STEPS}', []),
    ],
)
def test_somebody_does_something_or_everybody_is_silent(
    tmp_path: Path, text: str, warnings: list[str]
) -> None:
    assert warned(tmp_path, HEAD + STEP + text) == warnings


@pytest.mark.parametrize(
    ("kind", "text", "warnings"),
    [
        ("case", 'speaks = "case-giver"', []),
        (
            "opener",
            'speaks = "case-giver"',
            [
                "7:1: nobody is “case-giver” here: “kind” is “opener”, and there is no case",
            ],
        ),
        (
            "closing",
            'speaks = "everyone"\naway = "case-giver"',
            [
                "8:1: nobody is “case-giver” here: “kind” is “closing”, and there is no case",
            ],
        ),
    ],
)
def test_where_there_is_no_case_nobody_is_the_case_giver(
    tmp_path: Path, kind: str, text: str, warnings: list[str]
) -> None:
    assert warned(tmp_path, f'{HEAD}kind = "{kind}"\n{STEP}{text}\n') == warnings


YET = "nobody is “secretary” yet: it is given out further down, by “fill”"


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (f'{STEP}writes = "secretary"\n', []),
        (f'{STEP}writes = "secretary"\n{STEPS}fill = ["secretary"]\n', [f"7:1: {YET}"]),
        (f'{STEPS}fill = ["secretary"]\n{STEP}writes = "secretary"\n', []),
        (f'{STEP}fill = ["secretary"]\nwrites = "secretary"\n', []),
    ],
)
def test_a_role_is_given_out_before_somebody_needs_it(
    tmp_path: Path, text: str, warnings: list[str]
) -> None:
    assert warned(tmp_path, f'{HEAD}roles = ["secretary"]\n{text}') == warnings


def test_who_a_pass_is_for_may_be_the_case_giver_where_there_is_no_case(tmp_path: Path) -> None:
    step = 'each = "everyone"\nas = "case-giver"\nspeaks = "case-giver"\n'
    assert warned(tmp_path, f'{HEAD}kind = "opener"\n{STEP}{step}') == []


def test_what_a_module_writes_may_come_before_it_is_read(tmp_path: Path) -> None:
    module = '[[modules]]\ntitle = "X"\nid = "x"\nany-time = true\nspeaks = "peers"\n'
    assert warned(tmp_path, f"{HEAD}{WRITES}do = 'show'\n{module}chart = 'Q'\n") == []


EMPTY = "nothing is written on “Q” before this"
WRITES = f'{STEPS}chart = "Q"\n'


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (f'{WRITES}do = "answer"\n{WRITES}', [f"7:9: {EMPTY}"]),
        (f"{STEPS}beside = 'Q'\n{WRITES}", [f"7:10: {EMPTY}"]),
        (f"{WRITES}do = 'show'\n{WRITES}do = 'answer'\n{WRITES}", [f"7:9: {EMPTY}"]),
        (f"{WRITES}{WRITES}do = 'answer'\n", []),
        (f"{WRITES}{STEPS}beside = 'Q'\n", []),
        (f"{WRITES}do = 'show'\n{WRITES}[charts.Q]\nkind = 'statement'\n", []),
        (f"{WRITES}do = 'show'\n{WRITES}[charts.Q]\nkind = 'scale'\nlabels = ['a', 'b']\n", []),
        (
            f"{WRITES}when = 'first-meeting'\n{WRITES}do = 'answer'\n{WRITES}",
            [f"12:9: {EMPTY}"],
        ),
        (
            (
                f"{WRITES}when = 'online'\n{STEPS}when = 'in-the-room'\n"
                f"{WRITES}do = 'answer'\n{WRITES}"
            ),
            [f"16:9: {EMPTY}"],
        ),
    ],
)
def test_a_chart_is_written_on_before_it_is_read(
    tmp_path: Path, text: str, warnings: list[str]
) -> None:
    assert warned(tmp_path, HEAD + text) == warnings


UNJUDGED = 'nobody judges by these labels: that is a moment with do = "judge"'


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (f"{WRITES}[charts.Q]\nlabels = ['a']", [f"9:1: {UNJUDGED}"]),
        (f"{WRITES}{WRITES}do = 'judge'\n[charts.Q]\nlabels = ['a']", []),
        (f"{WRITES}[charts.Q]\nkind = 'scale'\nlabels = ['a', 'b']", []),
    ],
)
def test_labels_are_for_judging(tmp_path: Path, text: str, warnings: list[str]) -> None:
    assert warned(tmp_path, HEAD + text) == warnings


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("minutes = 7", []),
        (
            "minutes = '4-6'",
            ["7:16: with 8 people the turns take 7 minutes, and the moment 6"],
        ),
        ("seconds = 400", ["7:16: with 8 people the turns take 7 minutes, and the moment 6.67"]),
    ],
)
def test_turns_fit_in_their_moment(tmp_path: Path, text: str, warnings: list[str]) -> None:
    turns = 'in-turn = true\nseconds-each = 60\nspeaks = "peers"\n'
    assert warned(tmp_path, HEAD + STEP + turns + text) == warnings


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (
            f"minutes = 9\n{MOMENT}minutes = 4\n{MOMENT}minutes = 6",
            ["7:11: “minutes” says 9, and the moments make 10 minutes together"],
        ),
        (
            f"minutes = 11\n{MOMENT}minutes = 4\n{MOMENT}minutes = 6",
            ["7:11: “minutes” says 11, and the moments make 10 minutes together"],
        ),
        (f"minutes = 10\n{MOMENT}minutes = 4\n{MOMENT}minutes = 6", []),
        (f"minutes = '10-12'\n{MOMENT}minutes = 4\n{MOMENT}minutes = '6-7'", []),
        (f"minutes = 12\n{MOMENT}minutes = 4\n{MOMENT}", []),
        (
            f"minutes = 12\n{MOMENT}minutes = 14\n{MOMENT}",
            ["7:11: “minutes” says 12, and the moments make 14 minutes together"],
        ),
        (f"minutes = 4\n{MOMENT}minutes = 4\n{MOMENT}minutes = 6\noptional = true", []),
        (f"minutes = 1\n{MOMENT}seconds = 20\n{MOMENT}seconds = 20\n{MOMENT}seconds = 20", []),
    ],
)
def test_the_moments_make_the_time_of_their_step(
    tmp_path: Path, text: str, warnings: list[str]
) -> None:
    assert warned(tmp_path, HEAD + STEPS + text) == warnings


@pytest.mark.parametrize(
    ("minutes", "warnings"),
    [
        ('"20-30"', []),
        ("13", ["4:11: “minutes” says 13, and the steps make 14-22 minutes together"]),
        ("23", ["4:11: “minutes” says 23, and the steps make 14-22 minutes together"]),
    ],
)
def test_the_steps_make_the_time_of_the_method(
    tmp_path: Path, minutes: str, warnings: list[str]
) -> None:
    steps = (
        f'{STEPS}phase = "prepare"\nminutes = 60\n'
        f'{STEPS}when = "first-meeting"\nminutes = 4\n'
        f"{STEPS}minutes = 10\n"
        # With four to eight people.
        f"{STEPS}in-turn = true\nseconds-each = 60\n"
    )
    assert warned(tmp_path, f"{HEAD}minutes = {minutes}\npeople = '4-8'\n{steps}") == warnings


def test_a_declared_time_that_differs_does_not_stop_a_session(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(f"{HEAD}minutes = 90\n{STEPS}minutes = 3\n", "utf-8")
    assert examine(path).method is not None


def test_more_words_than_a_screen_has_room_for(tmp_path: Path) -> None:
    say = " ".join(["Say it in a few words, and leave the rest to them."] * 40)
    assert warned(tmp_path, f'{HEAD}{STEPS}ask = ["Short?"]\nsay = "{say}"\n') == [
        (
            "8:7: this is too long for a screen of 80 by 24: “say”, “ask” and “remember” take "
            "29 rows, and there is room for 16; say less, or make two moments of it"
        )
    ]


def test_a_title_of_more_than_two_rows(tmp_path: Path) -> None:
    title = "A title that goes on " * 7
    assert warned(tmp_path, f'{HEAD}[[steps]]\ntitle = "{title}"\n{SPEAKS}') == [
        "5:9: this title is too long for a screen of 80 by 24, with the step before it"
    ]
