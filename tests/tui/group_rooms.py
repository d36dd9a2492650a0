"""The list of groups and the page of one, in the smallest app."""

from typing import Any

import pytest
from textual.pilot import Pilot

from intervisie_tui.domain.group import Group
from intervisie_tui.store.groups import save_group
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.screens.giving import Giving
from intervisie_tui.tui.screens.group import GroupScreen
from intervisie_tui.tui.screens.groups import GroupsScreen
from intervisie_tui.tui.screens.shelf import shelf_of
from tests.conftest import Clock
from tests.tui.home_of import empty_home
from tests.tui.host import Host
from tests.tui.stage import PATIENCE, PAUSE

SIZES = [(50, 15), (80, 24), (120, 40)]
EVERY = pytest.mark.parametrize("size", SIZES, ids=str)


@pytest.fixture
def mine() -> Home:
    return empty_home()


def listed(home: Home) -> Host:
    """The list of groups."""
    return Host(GroupsScreen(home, shelf_of(home), Clock()))


def opened(home: Home, group: Group, clock: Clock | None = None) -> Host:
    """The page of a group."""
    return Host(GroupScreen(home, group, shelf_of(home), clock or Clock()))


def kept(home: Home, group: Group) -> Group:
    save_group(home, group)
    return group


async def at_rest(pilot: Pilot[Any]) -> None:
    """Until all that was asked is done, or a question hangs."""
    await pilot.pause()
    for _pause in range(PATIENCE):
        asks = isinstance(pilot.app.screen, Dialog | Giving)
        if asks or all(worker.is_finished for worker in pilot.app.workers):
            await pilot.pause()
            return
        await pilot.pause(PAUSE)
    raise TimeoutError


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await at_rest(pilot)
