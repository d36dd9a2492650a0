import pytest

from tests.store.answers import HEAD, STEP, unknown

RIGHTS = "“case-giver”, “peers”, “everyone”, “facilitator”"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("minuts = 4", ["6:1: “minuts” is not known here; did you mean “minutes”?"]),
        ("In_Turn = true", ["6:1: “In_Turn” is not known here; write “in-turn”"]),
        ("minuten = 4", ["6:1: “minuten” is not known here; write “minutes”"]),
        ('spreekt = "peers"', ["6:1: “spreekt” is not known here; write “speaks”"]),
        ('stil = "peers"', ["6:1: “stil” is not known here; write “silent”"]),
        ('"om de beurt" = true', ["6:1: “om de beurt” is not known here; write “in-turn”"]),
        ("vragen = ['Wat?']", ["6:1: “vragen” is not known here; write “ask”"]),
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
        ("speaks = 4", ['6:10: “speaks” is a list of texts: speaks = ["…", "…"]']),
        ("speaks = [4]", ['6:11: “speaks” is a list of texts: speaks = ["…", "…"]']),
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
        ("say = 4", ['6:7: “say” is a text, between quotation marks: say = "4"']),
        ("say = ['a']", ['6:7: “say” is a text, between quotation marks: say = "…"']),
        ("say = 2026-03-14", ['6:7: “say” is a text, between quotation marks: say = "…"']),
        ("ask = [4]", ['6:8: “ask” is a list of texts: ask = ["…", "…"]']),
        ("ask = 4", ['6:7: “ask” is a list of texts: ask = ["…", "…"]']),
        (
            "in-turn = 'true'",
            ["6:11: “in-turn” is true or false, without quotation marks: in-turn = true"],
        ),
        (
            "in-turn = 1",
            ["6:11: “in-turn” is true or false, without quotation marks: in-turn = true"],
        ),
        ("seconds = '30'", ["6:11: “seconds” is a number, without quotation marks: seconds = 30"]),
        ("seconds = inf", ["6:11: “seconds” is a number, without quotation marks: seconds = 30"]),
        ("seconds = true", ["6:11: “seconds” is a number, without quotation marks: seconds = 30"]),
        (
            "lines-each = 2.5",
            ["6:14: “lines-each” is a whole number, without quotation marks: lines-each = 2"],
        ),
        (
            "minutes = '4 tot 5'",
            ['6:11: “minutes” is a number or a range: minutes = "4-5"'],
        ),
        (
            "minutes = nan",
            ['6:11: “minutes” is a number or a range: minutes = "4-5"'],
        ),
        (
            "minutes = {low = 4, high = 5}",
            ['6:11: “minutes” is a number or a range: minutes = "4-5"'],
        ),
        ("[[steps.moments]]\nid = 'a'", ['6:1: “title” is missing here; add title = "…"']),
        ("[[steps]]\nid = 'a'", ['6:1: “title” is missing here; add title = "…"']),
        ("[[steps]]\ntitel = 'a'", ["7:1: “titel” is not known here; write “title”"]),
        ("[[steps]]\ntitle = 4", ['7:9: “title” is a text, between quotation marks: title = "4"']),
        (
            "[[steps.moments]]\ntitle = 'a'\nphase = 'open'",
            ["8:1: “phase” does not belong here but under [[steps]]"],
        ),
        ("[charts]\nX = 3", ["7:5: what belongs here begins with [charts.X] on a line of its own"]),
        (
            "moments = ['a']",
            ["6:12: what belongs here begins with [[steps.moments]] on a line of its own"],
        ),
        ("[fit]\nwen = 'a'", ["7:1: “wen” is not known here; did you mean “when”?"]),
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
                "1:1: “format” is missing here; add format = 1",
                '1:1: “title” is missing here; add title = "…"',
                '1:1: “language” is missing here; add language = "nl"',
            ],
        ),
        (
            HEAD + "[steps]\ntitle = 'a'",
            ["4:1: two brackets stand on both sides: [[steps]]"],
        ),
        (
            HEAD + "charts = 4",
            ["4:10: what belongs here begins with [charts.…] on a line of its own"],
        ),
        (HEAD + "fit = 'x'", ["4:7: what belongs here begins with [fit] on a line of its own"]),
        (HEAD + "regels = ['a']", ["4:1: “regels” is not known here; write “rules”"]),
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
    assert problem == "5:1: “xyzzy” is not known here; what can be here: when, question, group"
