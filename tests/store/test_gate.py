import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tomli

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.locale import set_language
from intervisie_tui.store import gate, shape
from intervisie_tui.store.checks.roles import roles
from intervisie_tui.store.gate import MOST, build, sift
from intervisie_tui.store.problems import Fault, Problem, Refused
from intervisie_tui.store.toml import Document
from tests.store.answers import HEAD, PATH, STEP, built, unknown

STEP_KEYS = tuple(shape.keys(Step))


def test_a_method_can_be_written_in_the_shortest_form() -> None:
    method = built(
        Method,
        HEAD
        + 'rules = "One."\n'
        + STEP
        + 'minutes = "4–5"\nspeaks = "peers"\nremember = "Wait."\n'
        + "in-turn = true\nseconds-each = 30\n"
        + '[charts."De vraag"]\nkind = "statement"\nlabels = ["a"]\n',
    )
    step = method.steps[0]
    assert method.rules == ("One.",)
    assert step.minutes == Span(4, 5)
    assert step.speaks == ("peers",)
    assert step.remember == ("Wait.",)
    assert step.in_turn is True
    assert step.seconds_each == 30
    assert step.silent == ()
    assert method.charts["De vraag"].labels == ("a",)


def test_a_part_can_be_built_and_its_problems_stand_in_the_whole_file() -> None:
    text = 'format = 1\n[desk]\nface = "flap"\ncaret = "3"\n'
    document = Document(PATH, text, tomli.loads(text))
    with pytest.raises(Refused) as caught:
        build(Desk, document.data["desk"], document, lambda where: ("desk", *where))
    assert [(p.line, p.column) for p in caught.value.problems] == [(4, 9)]


def test_nothing_of_what_was_said_is_in_what_goes_wrong_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> Fault:
        raise ZeroDivisionError

    monkeypatch.setattr(gate, "fault", fail)
    with pytest.raises(ZeroDivisionError) as caught:
        unknown('[[notes]]\nid = "secret"\ntext = "secret"\nstop = 1\n', Session)
    assert caught.value.__context__ is None


def test_a_problem_says_its_file_and_its_place() -> None:
    assert str(Problem(Path("a/b.toml"), 3, 4, "No.")) == "a/b.toml:3:4: No."
    assert str(Problem(Path("b"), 0, 0, "No.")) == "b: No."


def test_everything_is_said_at_once_also_inside_what_has_a_wrong_name() -> None:
    assert unknown(
        'format = 1\ntitel = "T"\nlanguage = "en"\npeople = [4, 8]\n'
        '[[stappen]]\ntitel = "S"\nminuten = "x"\n[[stappen]]\nfoo = 1\n'
    ) == [
        "2:1: “titel” is not known here; write “title”",
        '4:10: “people” is a number or a range: people = "4-5"',
        "5:3: “stappen” is not known here; write [[steps]]",
        "6:1: “titel” is not known here; write “title”",
        "7:1: “minuten” is not known here; write “minutes”",
        '7:11: “minutes” is a number or a range: minutes = "4-5"',
        '8:1: “title” is missing here; add title = "…"',
        "8:3: “stappen” is not known here; write [[steps]]",
        "9:1: “foo” is not known here; what can be here: " + ", ".join(STEP_KEYS),
    ]


def test_what_was_probably_meant_can_be_looked_at() -> None:
    text = HEAD + '[[stappen]]\ntitle = "S"\nspeaks = ["peers", "iedereen"]\n'
    sifted = sift(Method, tomli.loads(text), roles)
    assert sifted.value is not None
    assert sifted.value.steps[0].speaks == ("peers", "everyone")
    assert sifted.whole
    assert sifted.written(("steps", 0, "speaks")) == ("stappen", 0, "speaks")
    assert len(sifted.faults) == 2


def test_what_had_to_be_left_out_is_known() -> None:
    sifted = sift(Method, tomli.loads(HEAD + STEP + "minutes = []\n"))
    assert sifted.value is not None
    assert not sifted.whole


def test_what_nobody_can_make_up_is_missing_and_no_more_is_said() -> None:
    assert unknown("at = 'x'\nmethods = {}\nblocks = []\npeople = []\nplan = []\n", Session) == [
        "1:1: “made” is missing here; add made = 2026-03-14T09:30:00Z",
        "1:6: “at” is a whole number, without quotation marks: at = 2",
    ]


def test_the_document_itself_stays_as_it_was() -> None:
    data = tomli.loads(HEAD + "titel = 'x'\n[[stappen]]\n")
    before = repr(data)
    sift(Method, data, roles)
    assert repr(data) == before


def test_a_file_full_of_nonsense_is_answered_soon() -> None:
    text = HEAD + "".join(f"nonsense{number} = {number}\n" for number in range(5000))
    assert len(unknown(text)) <= 4 * MOST


def test_an_authors_own_words_are_not_repeated_at_length() -> None:
    (problem,) = unknown(HEAD + STEP + f"speaks = '{'x' * 5000}'")
    assert len(problem) < 250


def test_a_session_says_when_with_a_zone_and_no_quotes() -> None:
    text = "made = {}\nat = 1\nmethods = {{}}\nblocks = []\npeople = []\nplan = []\n"
    good = built(Session, text.format("2026-03-14T09:30:00Z"))
    assert good.made == datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    expected = "1:8: “made” is a date with a time and its zone: made = 2026-03-14T09:30:00Z"
    for made in ("2026-03-14T09:30:00", "'2026-03-14T09:30:00Z'", "2026-03-14", "09:30:00", "4"):
        assert unknown(text.format(made), Session) == [expected]


def test_messages_come_in_the_language_of_the_user() -> None:
    # Whatever the catalogue has: the words go through it with their fields in place.
    set_language("nl")
    (problem,) = unknown(HEAD + STEP + "minuts = 4")
    assert "minuts" in problem
    assert "minutes" in problem


def test_the_domain_is_left_as_it_was() -> None:
    built(Method, HEAD + STEP)
    assert not [name for name in vars(Method) | vars(Moment) if "pydantic" in name]


def test_reading_a_list_of_methods_waits_for_no_checker() -> None:
    program = """
import sys
from pathlib import Path
from intervisie_tui.store import methods, plain
from intervisie_tui.store.home import Home
assert methods.find(Home(Path("nowhere"))).files
sys.exit("pydantic" in sys.modules or "difflib" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
