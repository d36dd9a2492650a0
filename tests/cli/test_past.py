"""`intervisie actions`, `intervisie history`, and advice for a group that did something before."""

import os
from pathlib import Path

import pytest

from intervisie_tui.cli import main
from intervisie_tui.domain import group as verbs
from intervisie_tui.domain import wall
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.session import Session
from intervisie_tui.store.groups import new_group, save_group
from intervisie_tui.store.home import Home, open_home
from tests.store.seasons import NAMES, Meeting, put

Said = pytest.CaptureFixture[str]


@pytest.fixture
def mine() -> Home:
    return open_home(os.environ)


@pytest.fixture
def north(mine: Home) -> Group:
    return new_group(mine, "North", NAMES)


def lines(capsys: Said, *asked: str) -> list[str]:
    """What a command says."""
    assert main(asked) == 0
    return capsys.readouterr().out.splitlines()


def intending(text: str, group: Group, week: int = 0, when: str = "in May") -> Session:
    """A meeting after which Bram wants to be asked about something."""
    session = Meeting(key="incidenten", giver=2, group_id=group.id).held(week)
    session = wall.write_on(session, "Actions", text, by=2, stop=session.plan[-1])
    chart = next(n for n, c in session.methods["incidenten"].charts.items() if c.kind == "actions")
    session = wall.write_on(session, chart, text, by=2, stop=session.plan[-1])
    session = wall.set_owner(session, session.last_id, 2)
    session = wall.set_when(session, session.last_id, when)
    return wall.ask_after(session, session.last_id)


# Actions


def test_what_is_intended_is_told_in_the_words_of_who_intends_it(
    mine: Home, north: Group, capsys: Said
) -> None:
    put(mine, intending("Call her", north), intending("Write", north, week=1, when=""))
    assert lines(capsys, "actions") == [
        "What is asked after the next time",
        "",
        "North",
        "  Who   Since       By when  What",
        "  Bram  2026-01-05  in May   Call her",
        "  Bram  2026-01-12           Write",
        "",
        "Done, on the way, let go or changed: each is a good answer. It is asked, not",
        "checked.",
    ]


def test_nothing_is_counted_and_nobody_is_late(mine: Home, north: Group, capsys: Said) -> None:
    put(mine, *(intending(f"Plan {letter}", north, n) for n, letter in enumerate("abcde")))
    said = "\n".join(lines(capsys, "actions"))
    assert not {"5", "overdue", "late", "open", "%"} & set(said.replace("-", " ").split())


def test_each_group_is_told_in_the_order_of_the_groups(
    mine: Home, north: Group, capsys: Said
) -> None:
    east = new_group(mine, "East", NAMES)
    save_group(mine, verbs.archive(new_group(mine, "Away", NAMES)))
    put(mine, intending("North's", north), intending("East's", east, 1))
    told = lines(capsys, "actions")
    assert [line for line in told if line in {"North", "East", "Away"}] == ["East", "North"]
    told = lines(capsys, "actions", "--group", "north")
    assert "North" in told
    assert "East" not in told


def test_a_group_whose_file_is_gone_is_told_by_the_name_it_had(
    mine: Home, north: Group, capsys: Said
) -> None:
    put(mine, intending("Call her", north))
    (mine.groups / f"{north.id}.toml").unlink()
    told = lines(capsys, "actions")
    assert "North" in told
    assert any(line.startswith("  Bram  ") for line in told)


def test_a_member_is_told_by_the_name_they_have_now(mine: Home, north: Group, capsys: Said) -> None:
    put(mine, intending("Call her", north))
    save_group(mine, verbs.rename_member(north, 2, "Abraham"))
    assert any(line.startswith("  Abraham  ") for line in lines(capsys, "actions"))


@pytest.mark.usefixtures("mine")
def test_where_nothing_is_intended_that_is_said(north: Group, capsys: Said) -> None:
    assert lines(capsys, "actions") == ["There is nothing to ask after in a next meeting."]
    assert lines(capsys, "actions", "--group", north.id) == [
        "There is nothing to ask after in a next meeting."
    ]


@pytest.mark.usefixtures("north")
@pytest.mark.parametrize("asked", [["actions", "--group", "Nort"], ["history", "Nort"]])
def test_a_group_that_is_not_there_is_said(asked: list[str], capsys: Said) -> None:
    assert main(asked) == 1
    assert "did you mean “North”?" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [["actions"], ["history", "North"]])
def test_a_record_that_cannot_be_read_is_said_and_stops_nothing(
    asked: list[str], mine: Home, north: Group, capsys: Said
) -> None:
    put(mine, intending("Call her", north))
    torn = mine.records / "torn.toml"
    torn.write_text("torn", "utf-8")
    assert main(asked) == 0
    said = capsys.readouterr()
    assert str(torn) in said.err
    assert str(torn) not in said.out
    assert "North" in said.out


# History


@pytest.mark.parametrize("archived", [False, True])
def test_the_history_of_a_group_is_told_whether_it_meets_or_not(
    archived: bool, mine: Home, north: Group, capsys: Said
) -> None:
    put(mine, *(Meeting(giver=n + 1, group_id=north.id).held(n) for n in range(3)))
    if archived:
        save_group(mine, verbs.archive(north))
    told = lines(capsys, "history", "North")
    assert told[0] == "History of North"
    assert sum("Five steps  " in line for line in told) >= 3
    assert max(map(len, told)) <= 80
    assert not any("\x1b" in line for line in told)


def test_what_a_name_holds_that_a_terminal_would_obey_is_only_a_name(
    mine: Home, capsys: Said
) -> None:
    group = new_group(mine, "No\x1b[2Jrth", ["An\x1b]52;c;aGk=\x07na", "Bram"])
    put(mine, intending("Call\x1b[2J her", group))
    told = "\n".join([*lines(capsys, "history", group.id), *lines(capsys, "actions")])
    assert "\x1b" not in told
    assert "No[2Jrth" in told


# Advice


def named(told: list[str]) -> list[str]:
    """The methods, in order."""
    return [line.split()[0] for line in told if line[:1].islower()]


def test_advice_for_a_group_knows_what_it_did_last(mine: Home, north: Group, capsys: Said) -> None:
    put(mine, Meeting(group_id=north.id).held(0), Meeting(giver=2, group_id=north.id).held(1))
    told = lines(capsys, "advise", "--for", "North")
    before = lines(capsys, "advise")
    assert named(before)[0] == "vijf-stappen"
    assert named(told)[0] != "vijf-stappen"
    assert sorted(named(told)) == sorted(named(before))
    said = " ".join(" ".join(told).split())
    assert "serves many kinds of questions · you did this one the last time" in said
    assert said.count("you did this one the last time") == 1
    assert said.count("you have not done this one yet") == len(named(told)) - 1
    assert told[-1] == "Whose turn it could be: Cem, Dee, Anna"
    assert max(map(len, told)) < 80


def test_a_question_weighs_more_than_a_change(mine: Home, north: Group, capsys: Said) -> None:
    put(mine, Meeting(key="roddelen", group_id=north.id).held(0))
    told = lines(capsys, "advise", "--for", "North", "--question", "own-share")
    assert named(told)[0] == "roddelen"
    assert "you did this one the last time" in " ".join(" ".join(told[2:4]).split())


def test_of_a_group_that_did_nothing_yet_only_the_turns_are_said(
    north: Group, capsys: Said
) -> None:
    told = lines(capsys, "advise", "--for", north.id)
    assert told[:-2] == lines(capsys, "advise")
    assert told[-1] == "Whose turn it could be: Anna, Bram, Cem"


def test_a_group_that_nobody_knows_gets_no_advice(home: Path, capsys: Said) -> None:
    assert main(["advise", "--for", "North"]) == 1
    assert "there are no groups yet" in capsys.readouterr().err
    assert home.is_dir()
