"""A method for a case, chosen from the files there are while a meeting is led."""

import asyncio
from typing import Any, Literal

from textual.screen import Screen

from intervisie_tui.domain.method import Method
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import MethodFile, load
from intervisie_tui.store.problems import Refused
from intervisie_tui.tui.screens.method_list import MethodList
from intervisie_tui.tui.screens.shelf import shelf_of
from intervisie_tui.tui.widgets.trouble import trouble


async def chosen(
    screen: Screen[Any], home: Home, spoken: Literal["nl", "en"], now: str
) -> tuple[str, Method] | None:
    """The id of the method that is chosen, and the method; `None`: none is, or it is broken.

    Those in the language that is *spoken* come first; *now* is the id of the one in use. Needs
    a worker of *screen* to run in: files are read in a thread.
    """
    files = await asyncio.to_thread(_for_a_case, home, spoken)
    current = next((each for each in files if each.id == now), None)
    path = await screen.app.push_screen_wait(MethodList(files, current))
    file = next((each for each in files if each.path == path), None)
    if file is None:
        return None
    try:
        return file.id, await asyncio.to_thread(load, file.path)
    except Refused as refused:
        said = trouble(refused.problems[0])
        screen.notify(said, severity="error", markup=False, timeout=20)
        return None


def _for_a_case(home: Home, spoken: Literal["nl", "en"]) -> tuple[MethodFile, ...]:
    usable = shelf_of(home).usable(spoken)
    return tuple(file for file in usable if file.head and file.head.kind == "case")
