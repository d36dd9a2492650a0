"""Who does what in a moment, and with which chart."""

from pathlib import Path

import pytest

from tests.store.answers import HEAD, STEP, loaded

MOMENT = '[[steps.moments]]\ntitle = "M"\n'
LIST = 'chart = "Q"\n'


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            'speaks = "peers"\nsilent = "peers"',
            ["7:1: “peers” is silent here and also stands under “speaks”"],
        ),
        (
            'asks = "everyone"\nsilent = "case-giver"',
            [
                (
                    "7:1: “everyone” stands under “asks” and “case-giver” under “silent”; "
                    "“everyone” is all of the group"
                )
            ],
        ),
        (
            'silent = "everyone"\nanswers = "peers"',
            [
                (
                    "6:1: “peers” stands under “answers” and “everyone” under “silent”; "
                    "“everyone” is all of the group"
                )
            ],
        ),
        ('silent = "everyone"\nspeaks = "facilitator"', []),
        ('silent = "peers"\nwrites = "peers"', []),
        (f'silent = "peers"\n{MOMENT}speaks = "everyone"', []),
        ('speaks = ["peers", "peers"]', ["6:20: “peers” stands in “speaks” twice"]),
        (
            'back-turned = "case-giver"\naway = "everyone"',
            ["7:1: “case-giver” cannot be in two places: “back-turned” and “away”"],
        ),
        (
            "in-turn = true",
            ["6:1: “in-turn” needs to know whose turn it is: who speaks, asks or answers?"],
        ),
        (f'speaks = "peers"\n{MOMENT}in-turn = true', []),
    ],
)
def test_nobody_has_to_do_two_things_at_once(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    assert loaded(tmp_path, HEAD + STEP + text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (LIST, []),
        (f"{LIST}[charts.Q]\nlabels = ['a']", []),
        ("[charts.Q]\nkind = 'statement'", []),
        ("[charts.Q]\nlabels = ['a']", ["6:9: no moment hangs the chart “Q”"]),
        (
            "chart = 'Vragn'\n[charts.Vragen]\nlabels = ['a']",
            [
                "6:9: “Vragn” is also written “Vragen”; they would be two charts",
                "7:9: “Vragen” is also written “Vragn”; they would be two charts",
            ],
        ),
        (
            "chart = 'q'\n[charts.Q]\nlabels = ['a']",
            [
                "6:9: “q” is also written “Q”; they would be two charts",
            ],
        ),
        ("do = 'write'", ["6:1: “do” says what is done with a chart, and no “chart” hangs here"]),
        (
            f"{LIST}{STEP}{LIST}do = 'judge'",
            ["9:9: “Q” has no “labels” to judge by"],
        ),
        (
            (
                "chart = 'Questns'\ndo = 'judge'\n"
                f"{STEP}chart = 'Questions'\n[charts.Questions]\nlabels = ['a']"
            ),
            ["6:9: there is no chart “Questns”; did you mean “Questions”?"],
        ),
        (
            "only = ['a']",
            ["6:1: “only” chooses lines of a chart, and no “chart” hangs here"],
        ),
        (f"{LIST}only = ['a']", ["7:9: “a” is no label of “Q”: it has none"]),
        (
            f"{LIST}only = ['helpful', 'neutrl']\n[charts.Q]\nlabels = ['helpful', 'neutral']",
            [
                (
                    "7:20: “neutrl” is no label of “Q”; did you mean “neutral”? "
                    "Possible: “helpful”, “neutral”"
                ),
                "9:22: “neutral” is also written “neutrl”; they would be two labels",
            ],
        ),
        (f"{LIST}beside = 'Q'", ["7:10: “Q” hangs here already as “chart”"]),
        (f"{LIST}beside = 'P'", ["7:10: nobody writes on “P”"]),
        (f"{LIST}beside = 'P'\n{STEP}chart = 'P'", []),
        (f"{LIST}beside = '?'", []),
        (f"{LIST}do = 'answer'", ["6:9: nobody writes on “Q”"]),
        (f"{LIST}do = 'judge'\n[charts.Q]\nkind = 'scale'\nlabels = ['a', 'b']", []),
        (
            f"{LIST}[charts.Q]\nkind = 'scale'",
            ["7:9: a scale needs “labels”: its points from low to high"],
        ),
    ],
)
def test_charts_hang_and_what_refers_to_them_is_there(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    assert sorted(loaded(tmp_path, HEAD + STEP + text)) == sorted(problems)


WRITES = "chart = 'Questions'\n"
JUDGES = f"{STEP}chart = 'Questions'\ndo = 'judge'\n"
SHOWS = f"{STEP}chart = 'Questions'\ndo = 'show'\n"
LABELS = "[charts.Questions]\nlabels = ['a']\n"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        # The one that is described, or that stands in more places, is right.
        (
            f"{WRITES.replace('ions', 'ons')}{JUDGES}{SHOWS}{LABELS}",
            ["6:9: there is no chart “Questons”; did you mean “Questions”?"],
        ),
        (
            f"{WRITES}{JUDGES.replace('ions', 'ons')}{SHOWS}{LABELS}",
            ["9:9: there is no chart “Questons”; did you mean “Questions”?"],
        ),
        (
            f"{WRITES}{STEP}beside = 'Questons'\n{LABELS}",
            ["9:10: there is no chart “Questons”; did you mean “Questions”?"],
        ),
        (
            f"{WRITES}{JUDGES}{SHOWS}{LABELS.replace('ions', 'ons')}",
            ["15:9: no moment hangs the chart “Questons”; did you mean “Questions”?"],
        ),
        (
            f"{WRITES.replace('ions', 'ons')}{SHOWS}{SHOWS}",
            ["6:9: “Questons” is also written “Questions”; they would be two charts"],
        ),
        (
            f"{WRITES}{SHOWS}{SHOWS.replace('ions', 'ons')}",
            ["13:9: nobody writes on “Questons”; did you mean “Questions”?"],
        ),
        # Where nobody knows, it is told in both places.
        (
            f"{WRITES}{SHOWS.replace('ions', 'ons')}",
            [
                "6:9: “Questions” is also written “Questons”; they would be two charts",
                "9:9: “Questons” is also written “Questions”; they would be two charts",
            ],
        ),
        (
            f"{WRITES.replace('ions', 'ons')}{SHOWS}",
            [
                "6:9: “Questons” is also written “Questions”; they would be two charts",
                "9:9: “Questions” is also written “Questons”; they would be two charts",
            ],
        ),
        # A capital too.
        (
            f"{WRITES}{JUDGES}{SHOWS}{LABELS.replace('Q', 'q')}",
            ["15:9: “questions” is also written “Questions”; they would be two charts"],
        ),
        (
            f"{WRITES}{JUDGES.replace('Q', 'q')}{SHOWS}{LABELS}",
            ["9:9: “questions” is also written “Questions”; they would be two charts"],
        ),
        # Each line that is to be changed is named.
        (
            f"{WRITES}{SHOWS}{SHOWS.replace('ions', 'ons')}{SHOWS.replace('ions', 'ons')}{LABELS}",
            [
                "13:9: there is no chart “Questons”; did you mean “Questions”?",
                "17:9: there is no chart “Questons”; did you mean “Questions”?",
            ],
        ),
        # A chart on which nobody writes is told once, and so are charts that only look alike.
        (f"{SHOWS}{SHOWS}", ["8:9: nobody writes on “Questions”"]),
        (f"{WRITES}{STEP}chart = 'Questions 2'\n", []),
        (
            f"{WRITES}{STEP}chart = 'Questions 2'\ndo = 'show'\n{LABELS}[charts.'Questions 2']\n",
            ["9:9: nobody writes on “Questions 2”; did you mean “Questions”?"],
        ),
    ],
)
def test_a_chart_that_is_misspelt_is_told_once_where_it_is_to_be_changed(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    assert loaded(tmp_path, HEAD + STEP + text) == problems
