"""The methods that a meeting uses, and the plan that is made of them."""

from pathlib import Path

import pytest

from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store import meetings
from intervisie_tui.store.export.meeting import Planned, as_text
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.meetings import Stock, library, usual, with_usual
from intervisie_tui.store.methods import checked, load
from intervisie_tui.store.reference.page import GUIDES
from tests.store.answers import STEP, refused
from tests.store.guides import DOCS
from tests.store.of_meetings import HEAD, OPENER, TALK, USE, put


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.methods.mkdir(parents=True)
    return home


def warned(folder: Path, home: Home, text: str) -> list[str]:
    """What the author of a meeting that can be used is told."""
    examined = meetings.examine(meetings.Stock(home), put(folder, text))
    assert examined.method is not None, examined.problems
    return [f"{p.line}:{p.column}: {p.message}" for p in examined.problems]


def wanted(folder: Path, home: Home, text: str) -> list[str]:
    """What is said of the methods that a meeting wants and cannot have."""
    path = put(folder, text)
    return refused(lambda: library(Stock(home), checked(path), path))


# The library


def test_a_meeting_finds_its_methods_in_its_own_language(home: Home) -> None:
    for language in ("nl", "en"):
        path = builtin_methods() / language / "handleiding-twee-uur.toml"
        found = library(Stock(home), load(path), path)
        assert {method.language for method in found.values()} == {language}
        assert set(found) >= {"check-in", "evaluatie", "evaluatie-uitgebreid"}
        assert "?" not in found


def test_a_method_of_the_users_own_comes_first(tmp_path: Path, home: Home) -> None:
    own = f'format = 1\ntitle = "Ours"\nlanguage = "en"\n{STEP}speaks = "everyone"\n'
    put(home.methods, own, "vier-fasen.toml")
    path = put(tmp_path, HEAD + USE)
    assert library(Stock(home), checked(path), path)["vier-fasen"].title == "Ours"


def test_a_method_in_another_language_is_better_than_none(tmp_path: Path, home: Home) -> None:
    own = f'format = 1\ntitle = "Van ons"\nlanguage = "nl"\n{STEP}speaks = "everyone"\n'
    put(home.methods, own, "van-ons.toml")
    text = HEAD + USE.replace("vier-fasen", "van-ons")
    assert warned(tmp_path, home, text) == ["6:7: “Van ons” is there only in Dutch"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("vierfasen", "vier-fasen"),
        ("Vier fasen", "vier-fasen"),
        ("Four phases", "vier-fasen"),
        ("vier-fasen.toml", "vier-fasen"),
        ("vijf-stapen", "vijf-stappen"),
    ],
)
def test_a_name_that_is_not_there_is_answered_with_the_nearest(
    tmp_path: Path, home: Home, name: str, right: str
) -> None:
    text = HEAD + TALK + USE.replace("vier-fasen", name)
    said = f"9:7: there is no method “{name}”; did you mean “{right}”?"
    assert wanted(tmp_path, home, text) == [said]


def test_every_place_with_a_wrong_name_is_told(tmp_path: Path, home: Home) -> None:
    text = f'{HEAD}{USE}longer = "xyzzy"\n[[blocks]]\nuse = "xyzzy"\n'
    said = wanted(tmp_path, home, text)
    assert [each.partition(" there")[0] for each in said] == ["7:10:", "9:7:"]
    assert all("there is no method “xyzzy”; there is: " in each for each in said)
    assert not any("stab-zaal" in each for each in said)


def test_a_meeting_is_no_part_of_a_meeting(tmp_path: Path, home: Home) -> None:
    text = HEAD + USE.replace("vier-fasen", "stab-zaal")
    said = "6:7: “stab-zaal” is a meeting, and a meeting uses methods"
    assert wanted(tmp_path, home, text) == [said]


def test_what_is_only_done_where_it_is_wanted_makes_no_meeting(tmp_path: Path, home: Home) -> None:
    back = USE.replace("vier-fasen", "terugblik")
    said = "5:3: every meeting needs a block beside one that is only done where it is wanted"
    assert wanted(tmp_path, home, HEAD + back) == [said]
    assert wanted(tmp_path, home, f"{HEAD}{back}{TALK}when = 'online'\n") == [said]
    path = put(tmp_path, HEAD + back + TALK)
    assert [*library(Stock(home), checked(path), path)] == ["terugblik"]


def test_a_method_that_is_broken_is_told_with_its_own_place(tmp_path: Path, home: Home) -> None:
    broken = put(home.methods, OPENER + STEP + 'minutes = "x"\n', "ours.toml")
    (said,) = wanted(tmp_path, home, HEAD + USE.replace("vier-fasen", "ours"))
    assert said.startswith(f"6:7: “ours” cannot be used: {broken}:7:11: ")


def test_who_checks_a_meeting_is_told_of_its_methods(tmp_path: Path, home: Home) -> None:
    path = put(tmp_path, HEAD + USE.replace("vier-fasen", "vierfasen"))
    examined = meetings.examine(meetings.Stock(home), path)
    assert examined.method is None
    assert [problem.severity for problem in examined.problems] == ["error"]


def test_what_is_left_open_is_reckoned_with_the_first_of_the_list(home: Home) -> None:
    path = builtin_methods() / "en" / "thema.toml"
    meeting = load(path)
    assert usual(Stock(home), meeting) == "vijf-stappen"
    found, name = with_usual(Stock(home), meeting, path)
    assert name is not None
    assert found[name].title == "Five steps"
    closed = builtin_methods() / "en" / "stab-zaal.toml"
    assert usual(Stock(home), load(closed)) is None


# What seldom fits


def test_a_group_that_a_method_does_not_suit_is_told(tmp_path: Path, home: Home) -> None:
    said = "7:7: “Four phases” suits 4-5 people, and the meeting is for 4-8"
    assert warned(tmp_path, home, f'{HEAD}people = "4-8"\n{USE}') == [said]
    assert warned(tmp_path, home, f'{HEAD}people = "4-5"\n{USE}') == []


def test_cases_of_what_treats_none_are_told(tmp_path: Path, home: Home) -> None:
    text = f'{HEAD}people = 5\n[[blocks]]\nuse = "check-in"\ncases = 2\n'
    said = "8:9: “Check-in” treats no case, so there is nothing to count"
    assert warned(tmp_path, home, text) == [said]


def test_all_that_are_left_are_left_once(tmp_path: Path, home: Home) -> None:
    rest = f'{USE}cases = "rest"\n'
    said = "11:9: no case is left for this: an earlier block takes all there are"
    assert warned(tmp_path, home, f"{HEAD}people = 5\n{rest}{USE}cases = '1+'\n") == [said]
    assert warned(tmp_path, home, f"{HEAD}people = 5\n{USE}cases = 2\n{rest}") == []


@pytest.mark.parametrize(
    ("minutes", "text", "warnings"),
    [
        (230, "", ["6:11: with 5 people the blocks take 203 minutes, and “minutes” says 230"]),
        (203, "", []),
        ('"150-180"', "", ["6:11: with 5 people the blocks take 203 minutes, and “minutes” says"]),
        (175, "minutes = 35\n", []),
        # Where a method is to be chosen, any that fits will do.
        (60, '[[blocks]]\nuse = "?"\ncases = "1-2"\n', ["6:11: with 5 people the blocks take 258"]),
        ('"200-260"', '[[blocks]]\nuse = "?"\n', []),
        # What has no end may take as long as there is.
        (400, TALK, []),
    ],
)
def test_a_meeting_that_takes_another_time_than_it_says_is_told(
    tmp_path: Path, home: Home, minutes: object, text: str, warnings: list[str]
) -> None:
    head = f"{HEAD}people = 5\nminutes = {minutes}\n"
    said = warned(tmp_path, home, f'{head}{USE}cases = "rest"\n{text}')
    assert [each[: len(start)] for each, start in zip(said, warnings, strict=True)] == warnings


def test_a_break_is_no_silence(tmp_path: Path, home: Home) -> None:
    text = f'{HEAD}people = 5\n{USE}[[blocks]]\ntitle = "Tea"\nbreak = true\nminutes = 9\n'
    assert warned(tmp_path, home, text) == []


def test_nobody_is_the_case_giver_in_what_is_written_here(tmp_path: Path, home: Home) -> None:
    text = HEAD + TALK.replace("everyone", "case-giver")
    said = "7:1: nobody is “case-giver” here: “kind” is “meeting”, and there is no case"
    assert warned(tmp_path, home, text) == [said]


def test_each_block_has_sheets_of_its_own(tmp_path: Path, home: Home) -> None:
    writes = f'{TALK}chart = "Q"\n'
    again = f'{writes}do = "show"\n'
    said = "12:9: nothing is written on “Q” before this"
    assert warned(tmp_path, home, HEAD + writes + again) == [said]
    moments = (
        '[[blocks.moments]]\ntitle = "A"\nchart = "Q"\n'
        '[[blocks.moments]]\ntitle = "B"\nchart = "Q"\ndo = "show"\n'
    )
    assert warned(tmp_path, home, HEAD + TALK + moments) == []


# The plan


def planned(home: Home, path: Path) -> Planned:
    meeting = load(path)
    found, name = with_usual(Stock(home), meeting, path)
    return Planned(meeting=meeting, library=found, usual=name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_meeting_in_the_guide_makes_the_plan_that_stands_there(
    language: Language, tmp_path: Path, home: Home
) -> None:
    set_language(language)
    guide = (DOCS / GUIDES[language]).read_text("utf-8")
    part = next(p for p in guide.split("\n## ") if 'kind = "meeting"' in p)
    _before, example, rest = part.split("```", 2)
    path = put(tmp_path, example.removeprefix("toml\n"))
    assert meetings.examine(meetings.Stock(home), path).problems == ()
    shown = as_text(planned(home, path))
    assert f"```\n{shown}```" in rest


def test_the_plan_says_with_what_it_is_reckoned(home: Home) -> None:
    shown = as_text(planned(home, builtin_methods() / "en" / "zelfsturend.toml"))
    assert "? Five steps" in shown
    assert shown.endswith("reckoned here with “Five steps”.\n")


@pytest.mark.parametrize("path", sorted(builtin_methods().glob("??/stab-*.toml")), ids=str)
def test_no_line_of_a_plan_is_wider_than_a_terminal(path: Path, home: Home) -> None:
    assert max(map(len, as_text(planned(home, path)).splitlines())) <= 80


def test_where_everybody_brings_a_case_once_is_enough(home: Home, tmp_path: Path) -> None:
    text = HEAD + '[[blocks]]\nuse = "troika"\ncases = 2\n'
    said = warned(tmp_path, home, text)
    assert any("with “Troika” everybody brings a case: once is enough" in each for each in said)
