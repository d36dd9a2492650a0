"""Charts that hang where the group would not see what their author means."""

from pathlib import Path

import pytest

from tests.store.answers import HEAD, STEP
from tests.store.test_warnings import SPEAKS, STEPS, WRITES, warned

HARVEST = f'{STEPS}id = "harvest"\n'
HIDDEN = '[charts.Q]\nhidden-until = "harvest"\n'
HARVESTED = HARVEST.replace('"S"', '"Harvest"')
UNSEEN = "“Q” is not to be seen until “Harvest” (“hidden-until”): it is empty here"


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        # To write on it is what it is hidden for.
        (f"{WRITES}{HARVESTED}chart = 'Q'\ndo = 'show'\n{HIDDEN}", []),
        (f"{WRITES}{HARVESTED}{STEPS}beside = 'Q'\n{HIDDEN}", []),
        (f"{WRITES}{WRITES}do = 'show'\n{HARVESTED}{HIDDEN}", [f"11:9: {UNSEEN}"]),
        (f"{WRITES}{WRITES}do = 'pick'\n{HARVESTED}{HIDDEN}", [f"11:9: {UNSEEN}"]),
        (f"{WRITES}{STEPS}beside = 'Q'\n{HARVESTED}{HIDDEN}", [f"11:10: {UNSEEN}"]),
        (
            f"{WRITES}{WRITES}do = 'show'\n{WRITES}do = 'answer'\n{HARVESTED}{HIDDEN}",
            [f"11:9: {UNSEEN}", f"16:9: {UNSEEN}"],
        ),
        # What nothing is written on is told as that.
        (
            f"{WRITES}do = 'show'\n{WRITES}{HARVESTED}{HIDDEN}",
            ["7:9: nothing is written on “Q” before this"],
        ),
        # A step that this group does not do never comes.
        (
            f"{WRITES}{HARVESTED}when = 'first-meeting'\n{WRITES}do = 'show'\n{HIDDEN}",
            [f"16:9: {UNSEEN}"],
        ),
        (
            f"{HARVESTED}phase = 'prepare'\n{WRITES}{WRITES}do = 'show'\n{HIDDEN}",
            [f"16:9: {UNSEEN}"],
        ),
        # A module may come at any time, and be waited for at any time.
        (
            (
                f"{WRITES}{WRITES}do = 'show'\n[[modules]]\ntitle = 'Harvest'\nid = 'harvest'\n"
                f"any-time = true\n{SPEAKS}{HIDDEN}"
            ),
            [],
        ),
        (
            (
                f"{WRITES}{HARVESTED}[[modules]]\ntitle = 'M'\nid = 'm'\nany-time = true\n"
                f"{SPEAKS}chart = 'Q'\ndo = 'show'\n{HIDDEN}"
            ),
            [],
        ),
    ],
)
def test_a_chart_is_not_read_before_it_is_to_be_seen(
    tmp_path: Path, text: str, warnings: list[str]
) -> None:
    assert warned(tmp_path, HEAD + text) == warnings


GROUPS = "groups = { size = 2 }\n"
ROUND = "in-turn = true\n"
FRESH = '[charts.Q]\nfresh = "group"\n'
FIRST = (
    "“Q” has a sheet for each group, and only that of the first hangs here; "
    "the others come in a round of everyone: in-turn = true"
)


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (f"{WRITES}{GROUPS}{ROUND}{FRESH}", []),
        # Afterwards each tells of the group in which they were.
        (f"{STEPS}{GROUPS}{WRITES}{ROUND}{FRESH}", []),
        (f"{WRITES}{GROUPS}{FRESH}", [f"7:9: {FIRST}"]),
        (f"{WRITES}{GROUPS}{ROUND}{STEPS}beside = 'Q'\n{FRESH}", [f"13:10: {FIRST}"]),
        (
            f"{STEPS}{GROUPS}{STEP}chart = 'Q'\n{ROUND}answers = 'case-giver'\n{FRESH}",
            [f"10:9: {FIRST}"],
        ),
        (
            (
                f"{STEP}each = 'everyone'\nas = 'case-giver'\nspeaks = 'case-giver'\n{ROUND}"
                f"{GROUPS}chart = 'Q'\n{FRESH}"
            ),
            [],
        ),
        (
            f"{WRITES}{FRESH}",
            ["9:9: there are no small groups here (“groups”), so one sheet hangs for all"],
        ),
    ],
)
def test_the_sheets_of_small_groups_hang_in_a_round(
    tmp_path: Path, text: str, warnings: list[str]
) -> None:
    assert warned(tmp_path, HEAD + text) == warnings


@pytest.mark.parametrize(
    ("roles", "warnings"), [("", [f"14:9: {FIRST}"]), (', roles = ["scribe"]', [])]
)
def test_a_round_of_one_of_each_group_is_one_of_all_groups(
    tmp_path: Path, roles: str, warnings: list[str]
) -> None:
    text = (
        f'roles = ["scribe"]\n{STEPS}groups = {{ size = 2{roles} }}\nfill = ["scribe"]\n'
        f"{STEP}speaks = 'scribe'\n{ROUND}chart = 'Q'\n{FRESH}"
    )
    assert warned(tmp_path, HEAD + text) == warnings
