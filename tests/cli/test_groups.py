"""`intervisie groups`: which there are, a new one, and all about one."""

import os
from pathlib import Path

import pytest

from intervisie_tui.cli import main
from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.group import Group, Member
from intervisie_tui.store.groups import groups, new_group, save_group
from intervisie_tui.store.home import open_home

Said = pytest.CaptureFixture[str]


def only() -> Group:
    """The one group there is."""
    (file,) = groups(open_home(os.environ))
    assert file.group is not None
    return file.group


def named(*names: str) -> list[Group]:
    home = open_home(os.environ)
    return [new_group(home, name) for name in names]


def change(group: Group) -> Group:
    save_group(open_home(os.environ), group)
    return group


def test_without_groups_it_says_how_to_make_one(capsys: Said) -> None:
    assert main(["groups"]) == 0
    assert "intervisie groups new" in capsys.readouterr().out


def test_a_group_is_made_with_all_that_is_said_of_it(capsys: Said) -> None:
    asked = ["groups", "new", "Noord", "--members", "Anna, Bram;Anna", "--method", "vijf-stappen"]
    assert main([*asked, "--lang", "nl"]) == 0
    group = only()
    assert (group.name, group.method, group.language) == ("Noord", "vijf-stappen", "nl")
    assert group.members == (Member(1, "Anna"), Member(2, "Bram"), Member(3, "Anna"))
    assert "“Noord”" in (said := capsys.readouterr().out)
    assert group.id in said


def test_of_a_group_no_more_is_kept_than_was_said() -> None:
    assert main(["groups", "new", "North"]) == 0
    assert only() == Group(id=only().id, name="North")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["new", " "], "A group needs a name."),
        (["new", "North", "--method", "vijf-stapen"], "did you mean “vijf-stappen”?"),
        (["show", "North"], "there are no groups yet"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_made(
    asked: list[str], why: str, capsys: Said
) -> None:
    assert main(["groups", *asked]) == 1
    assert why in capsys.readouterr().err
    assert groups(open_home(os.environ)) == []


def test_a_disk_that_refuses_is_said(home: Path, capsys: Said) -> None:
    home.mkdir()
    (home / "groups").touch()
    assert main(["groups", "new", "North"]) == 1
    assert "This could not be done: " in capsys.readouterr().err


def test_groups_are_listed_with_who_is_in_them_and_what_they_usually_do(capsys: Said) -> None:
    home = open_home(os.environ)
    north = new_group(home, "North", ["Anna", "Bram", "Anna"], method="vijf-stappen")
    change(verbs.leave(north, 2))
    east = change(verbs.archive(new_group(home, "東", ["Cem"], method="gone")))
    broken = home.groups / "broken.toml"
    broken.write_text("name =", "utf-8")
    assert main(["groups"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{north.id}  North  Anna, Anna (2) · Five steps",
        f"{east.id}  東     Cem · gone · archived",
        f"broken  !  {broken}:1:7: the file is damaged here",
    ]


def test_all_that_is_known_of_a_group_is_shown(capsys: Said) -> None:
    home = open_home(os.environ)
    group = new_group(home, "North", ["Anna", "Bram"], method="vijf-stappen", spoken="nl")
    change(verbs.archive(verbs.leave(group, 2)))
    assert main(["groups", "show", "north", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "North, archived",
        f"  Id            {group.id}",
        "  Members       Anna",
        "  Left          Bram",
        "  Usual method  Vijf stappen",
        "  Language      Dutch",
        "  Records       0",
    ]


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(capsys: Said) -> None:
    named("Noordwijk", "Oost")
    assert main(["groups", "show", "Nordwijk"]) == 1
    assert "did you mean “Noordwijk”?" in capsys.readouterr().err


def test_a_name_that_a_terminal_would_obey_is_only_a_name(capsys: Said) -> None:
    assert main(["groups", "new", "No\x1b]52;c;aGk=\x07rth", "--members", "An\x1b[2Jna"]) == 0
    assert main(["groups"]) == 0
    assert main(["groups", "show", only().id]) == 0
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "An[2Jna" in said.out
