"""Deleting a group: never without a question, and with the truth about copies."""

import asyncio
from typing import Any

from textual.screen import Screen

from intervisie_tui.domain.group import Group
from intervisie_tui.locale import _, ngettext
from intervisie_tui.store.groups import delete_group, records_of
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.confirm import Confirm


async def delete_group_after_asking(screen: Screen[Any], home: Home, group: Group) -> bool:
    """Ask, delete the group with all its records, and say which stay; whether it is gone.

    Needs a worker to run in. Raises Refused and OSError.
    """
    found = await asyncio.to_thread(records_of, home, group)
    confirm = Confirm(_question(group, len(found)), yes=_("Delete"), no=_("Keep"))
    if not await screen.app.push_screen_wait(confirm):
        return False
    done = await asyncio.to_thread(delete_group, home, group)
    if number := len(done.stayed):
        said = ngettext(
            "{number} record is open, so it stays, and the group with it. Delete it again later.",
            "{number} records are open, so they stay, and the group with them."
            " Delete it again later.",
            number,
        )
        screen.notify(said.format(number=number), severity="error", markup=False, timeout=20)
    return not done.stayed


def _question(group: Group, records: int) -> str:
    """Whether a group of so many records is to go, with the truth about copies."""
    if not records:
        said = _("Delete the group “{name}”? There are no records of it.")
        return said.format(name=group.name)
    asked = ngettext(
        "Delete the group “{name}”, with {number} record?",
        "Delete the group “{name}”, with {number} records?",
        records,
    )
    honest = _(
        "What was said in it goes for good. A copy in a backup or in a synchronised folder is"
        " out of reach of this program."
    )
    handed = _("What was handed over at a close stays, and so do certificates; other papers go.")
    return f"{asked.format(name=group.name, number=records)}\n\n{honest}\n\n{handed}"
