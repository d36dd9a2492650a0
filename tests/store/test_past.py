"""The past of a group, read from its records."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from intervisie_tui.domain.took import Proposal
from intervisie_tui.store import past as module
from intervisie_tui.store.export.past import history
from intervisie_tui.store.export.text import as_text
from intervisie_tui.store.heads import heads
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import load
from intervisie_tui.store.past import held, past
from tests.domain.samples import NINE
from tests.store.seasons import NORTH, Meeting, group, home_in, ours, put

MINE: Final = """format = 1
title = "Mine"
language = "en"

[[steps]]
title = "Read out"
minutes = 6
"""


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    return home_in(tmp_path)


def told(home: Home) -> str:
    return as_text(history(past(home, group()), NINE))


# What there is


def test_meetings_come_newest_first_with_method_and_case_giver(mine: Home) -> None:
    put(
        mine,
        Meeting().held(0),
        Meeting(key="roddelen", giver=3).held(8),
        Meeting(giver=2).held(4),
    )
    found = past(mine, group()).held
    assert [(each.used, each.brought) for each in found] == [
        (("roddelen",), (3,)),
        (("vijf-stappen",), (2,)),
        (("vijf-stappen",), (1,)),
    ]
    assert [each.at for each in found] == [NINE + timedelta(weeks=n) for n in (8, 4, 0)]


def test_what_is_not_over_is_no_meeting_yet(mine: Home) -> None:
    over = Meeting().held(0)
    put(
        mine,
        replace(over, closing=None),
        replace(over, closing=None, ended=None),
        replace(over, closing=None, ended=None, begun=None),
    )
    assert len(past(mine, group()).held) == 1


def test_another_group_and_no_group_have_meetings_of_their_own(mine: Home) -> None:
    put(
        mine,
        Meeting(group_id="p8d2ws").held(0),
        Meeting(group_id="").held(1),
    )
    assert held(heads(mine), NORTH) == ()
    assert len(held(heads(mine), "p8d2ws")) == 1


def test_a_method_that_is_there_no_more_still_counts_under_the_name_it_had(mine: Home) -> None:
    gone = replace(ours("vijf-stappen"), title="Our old way")
    put(mine, *(Meeting(key="old", method=gone).held(n) for n in range(3)))
    text = told(mine)
    assert "Our old way · old  ▇▇▇▇▇▇▇▇▇▇▇▇  3  at the last meeting" in text
    assert past(mine, group()).gone == {"old"}
    assert "you could put" not in text


def test_a_method_of_long_ago_has_the_name_that_its_head_says(
    mine: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LATEST", 1)
    gone = replace(ours("vijf-stappen"), title="Our old way")
    put(mine, Meeting(key="old", method=gone).held(0), Meeting().held(1))
    assert past(mine, group()).titles["old"] == "Our old way"


def test_a_method_has_the_name_that_it_has_now(mine: Home) -> None:
    put(mine, Meeting(method=replace(ours("vijf-stappen"), title="Old name")).held(0))
    assert past(mine, group()).titles["vijf-stappen"] == "Five steps"
    assert past(mine, group(language="nl")).titles["vijf-stappen"] == "Vijf stappen"


def test_only_the_times_of_the_last_meetings_are_told(
    mine: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LATEST", 2)
    put(mine, *(Meeting().held(n) for n in range(3)))
    assert {each.meetings for each in past(mine, group()).took} == {2}


def test_what_cannot_be_read_is_said_and_the_rest_is_told(mine: Home) -> None:
    paths = put(mine, *(Meeting().held(n) for n in range(3)))
    torn = mine.records / "torn.toml"
    torn.write_text("torn", "utf-8")
    text = paths[2].read_text("utf-8").replace("[[plan]]", "[[plan]]\nid = 1", 1)
    paths[2].write_text(text, "utf-8")
    found = past(mine, group())
    assert [problem.split(":")[0] for problem in found.problems] == [str(torn), str(paths[2])]
    assert len(found.held) == 3
    assert {each.meetings for each in found.took} == {2}


# What a file could say


def test_the_users_own_file_gets_a_proposal(mine: Home) -> None:
    path = mine.methods / "mine.toml"
    path.write_text(MINE, "utf-8")
    put(mine, *(Meeting(key="mine", method=load(path), longer=1.5).held(n) for n in range(4)))
    found = past(mine, group())
    assert [each.proposal for each in found.took] == [Proposal("minutes", 9)]
    text = told(mine)
    assert "In your file you could put:" in text
    assert "· Read out: minutes = 9 (planned 6, took 9, in 4 meetings)" in text
    path.write_text(MINE.replace("= 6", "= 9"), "utf-8")
    assert "you could put" not in told(mine)


def test_of_ours_a_copy_gets_it(mine: Home) -> None:
    put(mine, *(Meeting(longer=2).held(n) for n in range(3)))
    text = told(mine)
    assert "In a copy of it you could put:" in text
    assert "In your file" not in text
    assert "Exploring the question · Reading out: minutes = 8 " in text


def test_a_file_that_is_broken_by_now_gets_no_proposal(mine: Home) -> None:
    path = mine.methods / "mine.toml"
    path.write_text(MINE, "utf-8")
    put(mine, *(Meeting(key="mine", method=load(path), longer=1.5).held(n) for n in range(4)))
    path.write_text(f"{MINE}minuts = 3\n", "utf-8")
    assert [each.proposal for each in past(mine, group()).took] == [None]
