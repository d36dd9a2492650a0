"""The past of a group as it is told: in eighty cells, and without a word of any case."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.group import Group
from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store.cells import width
from intervisie_tui.store.export.past import bar, history, short_day, whose_turn
from intervisie_tui.store.export.text import as_text
from intervisie_tui.store.home import Home
from intervisie_tui.store.past import past
from tests.domain.samples import NINE
from tests.store.seasons import NORTH, QUESTION, Meeting, group, home_in, ours, put

NOW: Final = NINE + timedelta(weeks=40)


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    return home_in(tmp_path)


def told(home: Home, of: Group | None = None, now: datetime = NOW) -> str:
    return as_text(history(past(home, of or group()), now))


def line(text: str, start: str) -> str:
    """The first line that begins so."""
    return next(each.strip() for each in text.splitlines() if each.strip().startswith(start))


def test_not_a_word_of_a_case_is_told(mine: Home) -> None:
    put(mine, *(Meeting(longer=2).held(n) for n in range(3)))
    text = told(mine)
    assert "Ella" not in text
    assert QUESTION not in text


def test_a_history_is_told_from_how_often_to_how_long(mine: Home) -> None:
    put(
        mine,
        Meeting().held(0),
        Meeting(key="roddelen", giver=3).held(20),
    )
    text = told(mine, now=NINE + timedelta(weeks=30))
    first, last = (short_day(NINE + timedelta(weeks=n)) for n in (0, 20))
    assert text.splitlines()[:2] == ["History of North", f"2 meetings · {first} – {last}"]
    assert "Between two there are 20 weeks, as a rule. You meet at least twice" in " ".join(
        text.split()
    )
    assert line(text, first).endswith("Five steps  Anna")
    assert line(text, "Gossip") == "Gossip           ▇▇▇▇▇▇▇▇▇▇▇▇  1  at the last meeting"
    assert line(text, "Five steps") == "Five steps       ▇▇▇▇▇▇▇▇▇▇▇▇  1  1 meeting since then"
    assert line(text, "Socratic") == "Socratic method  ─                not yet"
    at = text.index("Whose turn it could be")
    order = [text.index(f"\n  {name}  ", at) for name in ("Bram", "Dee ", "Anna", "Cem ")]
    assert order == sorted(order)
    assert line(text, "Bram") == "Bram  not yet"
    assert "Exploring the question · Reading out" in text


def test_what_was_not_used_for_long_is_told(mine: Home) -> None:
    put(mine, Meeting(key="roddelen").held(0), *(Meeting().held(n) for n in range(1, 8)))
    assert line(told(mine), "Gossip").endswith("a while ago: 7 meetings since then")


def test_a_group_that_met_long_ago_is_not_told_how_often_it_met_then(mine: Home) -> None:
    put(mine, *(Meeting().held(n) for n in (0, 4)))
    text = " ".join(told(mine).split())
    assert "there were 2 meetings. At least twice a year is advised." in text


def test_half_minutes_that_were_planned_are_told_and_what_it_took_in_whole_ones(mine: Home) -> None:
    put(mine, *(Meeting(key="socratisch", longer=1.2).held(n) for n in range(3)))
    assert line(told(mine), "7½").split()[:3] == ["7½", "9", "3"]


def test_a_group_that_did_nothing_yet_has_turns_and_methods(mine: Home) -> None:
    text = told(mine)
    assert "There are no meetings yet." in text
    assert line(text, "Anna") == "Anna  not yet"
    assert line(text, "Five steps").endswith("not yet")
    assert "Meetings" not in text


def test_a_group_of_nobody_has_no_turns(mine: Home) -> None:
    put(mine, Meeting().held(0))
    empty = Group(id=NORTH, name="North")
    assert "Whose turn" not in told(mine, empty)
    assert whose_turn(empty, ()) == ""


def test_who_left_has_their_cases_and_no_turn(mine: Home) -> None:
    put(mine, Meeting(giver=2).held(0))
    north = verbs.rename_member(verbs.leave(group(), 2), 2, "Abraham")
    text = told(mine, north)
    assert "Five steps  Abraham (left)" in text
    assert "Abraham" not in text[text.index("Whose turn") :]
    assert whose_turn(north, past(mine, north).held) == "Whose turn it could be: Anna, Cem, Dee"


def test_two_of_one_name_are_told_apart(mine: Home) -> None:
    put(mine, Meeting(giver=1).held(0))
    text = told(mine, verbs.join(group(), "Anna"))
    assert line(text, "Anna (2)") == "Anna (2)  not yet"
    assert "Five steps  Anna\n" in text


def test_the_same_method_over_and_over_is_told(mine: Home) -> None:
    put(mine, *(Meeting().held(n) for n in range(3)))
    assert "The last meetings all went with “Five steps”" in told(mine)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_takes_eighty_cells_at_most_whatever_is_in_it(
    mine: Home, language: Language
) -> None:
    set_language(language)
    long = replace(ours("vijf-stappen"), title="今日は " * 40)
    north = group()
    for member in north.members:
        north = verbs.rename_member(north, member.id, f"{member.name}{'東' * 50}")
    put(mine, *(Meeting(key="old", method=long, giver=n + 1, longer=2).held(n) for n in range(3)))
    text = told(mine, north)
    assert max(map(width, text.splitlines())) <= 80
    assert "\x1b" not in text


@pytest.mark.usefixtures("amsterdam")
def test_a_day_is_the_day_that_it_was_here() -> None:
    assert short_day(datetime(2026, 1, 5, 23, 30, tzinfo=UTC)) == "2026-01-06"


@pytest.mark.parametrize(
    ("value", "most", "expected"),
    [(0, 0, "─"), (0, 9, "─"), (1, 100, "▇"), (50, 100, "▇" * 6), (100, 100, "▇" * 12)],
)
def test_a_bar_is_as_long_as_its_value(value: float, most: float, expected: str) -> None:
    assert bar(value, most) == expected
