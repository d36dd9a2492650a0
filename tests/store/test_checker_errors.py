from typing import get_args

import pytest

from intervisie_tui.domain.method import Method
from intervisie_tui.store import shape, suggestions
from tests.store.answers import HEAD, STEP, unknown

SPAN = '“minutes” is a number or a range: minutes = 4, minutes = 7.5 or minutes = "4-5"'
RIGHTS = "“case-giver”, “peers”, “everyone”, “facilitator”"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("minuts = 4", ["6:1: unknown key “minuts”; did you mean “minutes”?"]),
        ("In_Turn = true", ["6:1: unknown key “In_Turn”; did you mean “in-turn”?"]),
        ("minuten = 4", ["6:1: unknown key “minuten”; did you mean “minutes”?"]),
        ('spreekt = "peers"', ["6:1: unknown key “spreekt”; did you mean “speaks”?"]),
        ('stil = "peers"', ["6:1: unknown key “stil”; did you mean “silent”?"]),
        ('"om de beurt" = true', ["6:1: unknown key “om de beurt”; did you mean “in-turn”?"]),
        ("vragen = ['Wat?']", ["6:1: unknown key “vragen”; did you mean “ask”?"]),
        ("labels = ['a']", ["6:1: “labels” does not belong here but under [charts.…]"]),
        (
            "people = 4",
            ["6:1: “people” does not belong here but at the top of the file, above the first “[”"],
        ),
        (
            "speaks = 'deelnemers'",
            [
                (
                    "6:10: “deelnemers” is not possible for “speaks”; did you mean “peers”? "
                    "Possible: “peers”, “case-giver”, “everyone”, “facilitator”"
                )
            ],
        ),
        (
            "speaks = ['peers', 'Casusinbrenger']",
            [
                (
                    "6:20: “Casusinbrenger” is not possible for “speaks”; "
                    f"did you mean “case-giver”? Possible: {RIGHTS}"
                )
            ],
        ),
        (
            "silent = 'iedereen'",
            [
                (
                    "6:10: “iedereen” is not possible for “silent”; did you mean “everyone”? "
                    "Possible: “everyone”, “case-giver”, “peers”, “facilitator”"
                )
            ],
        ),
        (
            "speaks = 'xyz'",
            [f"6:10: “xyz” is not possible for “speaks”; choose from {RIGHTS}"],
        ),
        ("speaks = 4", [f"6:10: “speaks” is one or more of these: {RIGHTS}"]),
        ("speaks = [4]", [f"6:11: “speaks” is one of these: {RIGHTS}"]),
        (
            "phase = ['open']",
            ["6:9: “phase” is one of these: “prepare”, “open”, “work”, “close”"],
        ),
        (
            "do = 'wrte'",
            [
                (
                    "6:6: “wrte” is not possible for “do”; did you mean “write”? "
                    "Possible: “write”, “judge”, “answer”, “pick”, “show”"
                )
            ],
        ),
        ("say = 4", ['6:7: “say” is a text, between quotes: say = "…"']),
        ("say = ['a']", ['6:7: “say” is a text, between quotes: say = "…"']),
        ("say = 2026-03-14", ['6:7: “say” is a text, between quotes: say = "…"']),
        ("ask = [4]", ['6:8: “ask” is a list of texts: ask = ["…", "…"]']),
        ("ask = 4", ['6:7: “ask” is a list of texts: ask = ["…", "…"]']),
        ("in-turn = 'true'", ["6:11: “in-turn” is true or false, without quotes: in-turn = true"]),
        ("in-turn = 1", ["6:11: “in-turn” is true or false, without quotes: in-turn = true"]),
        ("seconds = '30'", ["6:11: “seconds” is a number, without quotes: seconds = 30"]),
        ("seconds = inf", ["6:11: “seconds” is a number, without quotes: seconds = 30"]),
        ("seconds = true", ["6:11: “seconds” is a number, without quotes: seconds = 30"]),
        (
            "lines-each = 2.5",
            ["6:14: “lines-each” is a whole number, without quotes: lines-each = 2"],
        ),
        (
            "minutes = '4 tot 5'",
            [f"6:11: {SPAN}"],
        ),
        (
            "minutes = nan",
            [f"6:11: {SPAN}"],
        ),
        (
            "minutes = {low = 4, high = 5}",
            [f"6:11: {SPAN}"],
        ),
        ("[[steps.moments]]\nid = 'a'", ["6:1: “title” is missing here"]),
        ("[[steps]]\nid = 'a'", ["6:1: “title” is missing here"]),
        ("[[steps]]\ntitel = 'a'", ["7:1: unknown key “titel”; did you mean “title”?"]),
        ("[[steps]]\ntitle = 4", ['7:9: “title” is a text, between quotes: title = "…"']),
        (
            "[[steps.moments]]\ntitle = 'a'\nphase = 'open'",
            ["8:1: “phase” does not belong here but under [[steps]]"],
        ),
        ("[charts]\nX = 3", ["7:5: what belongs here begins with [charts.X] on a line of its own"]),
        (
            "moments = ['a']",
            ["6:12: what belongs here begins with [[steps.moments]] on a line of its own"],
        ),
        ("[fit]\nwen = 'a'", ["7:1: unknown key “wen”; did you mean “when”?"]),
    ],
)
def test_an_author_hears_what_to_write_instead(text: str, problems: list[str]) -> None:
    assert unknown(HEAD + STEP + text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "",
            [
                "1:1: “format” is missing here",
                "1:1: “title” is missing here",
                "1:1: “language” is missing here",
            ],
        ),
        (
            HEAD + "[steps]\ntitle = 'a'",
            ["4:1: what belongs here begins with [[steps]] on a line of its own"],
        ),
        (
            HEAD + "charts = 4",
            ["4:10: what belongs here begins with [charts.…] on a line of its own"],
        ),
        (HEAD + "fit = 'x'", ["4:7: what belongs here begins with [fit] on a line of its own"]),
        (HEAD + "regels = ['a']", ["4:1: unknown key “regels”; did you mean “rules”?"]),
        (
            HEAD.replace("en", "Nederlands"),
            [
                (
                    "3:12: “Nederlands” is not possible for “language”; did you mean “nl”? "
                    "Possible: “nl”, “en”"
                )
            ],
        ),
        (HEAD.replace("1", "7"), ["1:10: “format” is one of these: “1”"]),
    ],
)
def test_the_head_of_a_file_is_looked_at_as_well(text: str, problems: list[str]) -> None:
    assert unknown(text) == problems


def test_a_key_that_nothing_resembles_is_answered_with_what_there_is() -> None:
    (problem,) = unknown(HEAD + "[fit]\nxyzzy = 1")
    assert problem == "5:1: unknown key “xyzzy”; known here: when, question, group"


def test_every_word_that_authors_may_type_leads_somewhere() -> None:
    tables = [kind for _where, kind in shape.tables(Method)]
    keys = {key for kind in tables for key in shape.keys(kind)}
    assert set(suggestions._KEYS) <= keys
    values: set[object] = set()
    for kind in tables:
        for hint in shape.keys(kind).values():
            bare = shape.bare(hint)
            values |= {*get_args(bare), *get_args(shape.items(bare))}
    assert set(suggestions._VALUES) <= values
