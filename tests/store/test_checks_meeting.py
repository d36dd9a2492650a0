"""What may stand in the file of a meeting."""

from pathlib import Path

import pytest

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.span import MANY, ONCE, Span
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import checked, examine, glance, load
from tests.store.answers import STEP, loaded
from tests.store.of_meetings import HEAD, OPENER, TALK, USE, put

WRITES = f'{TALK}chart = "Q"\n'


def blocks(folder: Path, text: str) -> tuple[MeetingBlock, ...]:
    return checked(put(folder, HEAD + text)).blocks


def test_a_block_uses_a_method_or_is_written_like_a_step(tmp_path: Path) -> None:
    moments = '[[blocks.moments]]\ntitle = "Write"\nminutes = 2\nwrites = "everyone"\n'
    used, written = blocks(tmp_path, f"{USE}{TALK}{moments}")
    assert (used.use, used.title, used.cases) == ("vier-fasen", "", ONCE)
    assert (written.use, written.title) == (None, "Talk")
    assert [moment.minutes for moment in written.moments] == [Span(2, 2)]


@pytest.mark.parametrize(
    ("said", "cases"),
    [("3", Span(3, 3)), ('"1-2"', Span(1, 2)), ('"2+"', Span(2, MANY)), ('"rest"', Span(1, MANY))],
)
def test_cases_are_counted_or_all_that_are_left(tmp_path: Path, said: str, cases: Span) -> None:
    assert [block.cases for block in blocks(tmp_path, f"{USE}cases = {said}\n")] == [cases]


@pytest.mark.parametrize("key", ["minutes", "people"])
def test_only_cases_may_be_what_is_left(tmp_path: Path, key: str) -> None:
    said = loaded(tmp_path, f'{HEAD}{key} = "rest"\n{USE}')
    assert said == [f'5:{len(key) + 4}: “{key}” is a number or a range: {key} = "4-5"']


def test_our_meetings_are_read_without_the_checker_as_with_it() -> None:
    path = builtin_methods() / "en" / "stab-zaal.toml"
    assert load(path) == checked(path)


@pytest.mark.parametrize("path", sorted(builtin_methods().glob("??/*.toml")), ids=str)
def test_the_head_of_a_file_has_all_that_a_list_needs(path: Path) -> None:
    head, method = glance(path).head, load(path)
    assert head is not None
    assert (head.title, head.kind, head.people) == (method.title, method.kind, method.people)
    assert (head.minutes, head.fit) == (method.minutes, method.fit)


NO_BLOCKS = "a meeting has at least one block: [[blocks]]"
NO_STEPS = "a meeting is made of blocks and has no steps: write [[blocks]]"
EVERY = "every meeting needs a block, in a room and online, at the first one and later"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [f"1:1: {NO_BLOCKS}"]),
        (STEP, [f"5:3: {NO_STEPS}"]),
        (f"{STEP}{USE}", [f"5:3: {NO_STEPS}"]),
        (f"{USE}when = 'first-meeting'\n", [f"5:3: {EVERY}"]),
        (f"{USE}when = 'online'\n{USE}when = 'in-the-room'\n", []),
        (f"{USE}when = 'later-meeting'\n{TALK}", []),
        (
            f'{TALK}[[blocks.moments]]\ntitle = "M"\nwhen = "online"\n',
            [f"5:3: {EVERY}"],
        ),
    ],
)
def test_every_meeting_has_something_to_do(tmp_path: Path, text: str, problems: list[str]) -> None:
    assert loaded(tmp_path, HEAD + text) == problems


def test_only_a_meeting_has_blocks(tmp_path: Path) -> None:
    text = HEAD.replace("meeting", "opener")
    wrong = '5:3: “blocks” are of a meeting: write kind = "meeting" at the top'
    assert loaded(tmp_path, text + USE) == [wrong]
    assert loaded(tmp_path, text + USE + STEP) == [wrong]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{TALK}seconds-each = 30", "“in-turn = true” is missing here"),
        (f'{TALK}minutes = "9-4"', 'the smaller number stands first: "4-9"'),
        (f'{TALK}detours = ["out"]', "there is no step or module with the id “out”"),
        (f'{TALK}fill = ["clerk"]', "“clerk” is no role of this method"),
        (f'{TALK}silent = "everyone"', "“everyone” is silent here and also stands"),
        (f'{TALK}writes = ["peers", "peers"]', "“peers” stands in “writes” twice"),
        (f"{TALK}say = 3", "“say” is a text, between quotation marks"),
        (f"{TALK}quota = 3", "“quota” does not belong here but under [charts.…]"),
        (f'{WRITES}{TALK}chart = "Q"\ndo = "judge"', "“Q” has no “labels” to judge by"),
        (f'{TALK}[charts.Q]\ncard = "A"', "no moment hangs the chart “Q”"),
    ],
)
def test_what_is_written_in_a_block_is_looked_at_as_in_a_step(
    tmp_path: Path, text: str, problem: str
) -> None:
    said = loaded(tmp_path, f"{HEAD}{text}\n")
    assert any(problem in each for each in said), said


@pytest.mark.parametrize(("minutes", "said"), [("0", "a time is more than 0"), ("900", "at most")])
def test_the_time_of_a_method_that_is_used_is_possible(
    tmp_path: Path, minutes: str, said: str
) -> None:
    (problem,) = loaded(tmp_path, f"{HEAD}{USE}minutes = {minutes}\n")
    assert said in problem
    assert problem.startswith("7:11: ")


# What was intended


FOLLOW = '[charts.Q]\nkind = "follow-up"\n'
JUDGE = f'{STEP}speaks = "everyone"\nchart = "Q"\ndo = "judge"\n'
FOUR = 'labels = ["a", "b", "c", "d"]\n'


@pytest.mark.parametrize(
    ("head", "labels", "problems"),
    [
        (OPENER, FOUR, []),
        (OPENER, 'labels = ["a", "b"]\n', ["12:1: a follow-up has four “labels”"]),
        (HEAD.replace("meeting", "closing"), FOUR, ["11:8: a group comes back to what was"]),
    ],
)
def test_a_follow_up_has_four_answers_and_opens_a_meeting(
    tmp_path: Path, head: str, labels: str, problems: list[str]
) -> None:
    said = loaded(tmp_path, head + JUDGE + FOLLOW + labels)
    assert [each[: len(start)] for each, start in zip(said, problems, strict=True)] == problems


def test_nobody_need_write_what_is_followed_up(tmp_path: Path) -> None:
    path = put(tmp_path, OPENER + JUDGE + FOLLOW + FOUR)
    assert examine(path).problems == ()
