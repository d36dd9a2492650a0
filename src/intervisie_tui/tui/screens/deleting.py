"""Deleting records: never without a question, and with the truth about copies."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from textual.screen import Screen

from intervisie_tui.locale import _, ngettext
from intervisie_tui.store.heads import Head
from intervisie_tui.store.problems import reason
from intervisie_tui.store.records import delete
from intervisie_tui.tui.screens.confirm import Confirm
from intervisie_tui.tui.widgets import record_row

NAMED: Final = 3
"""Records that the question names one by one."""


async def delete_after_asking(screen: Screen[Any], heads: Sequence[Head]) -> None:
    """Ask, delete, and say what could not be deleted. Needs a worker to run in."""
    question = ngettext("Delete this record?", "Delete these records?", len(heads))
    which = [f"· {record_row.line(head)}" for head in heads[:NAMED]]
    if more := len(heads) - len(which):
        which.append(_("· and {number} more").format(number=more))
    said = "\n".join(which)
    honest = _(
        "What was said in it goes for good. A copy in a backup or in a synchronised folder is"
        " out of reach of this program."
    )
    confirm = Confirm(f"{question}\n{said}\n\n{honest}", yes=_("Delete"), no=_("Keep"))
    if not await screen.app.push_screen_wait(confirm):
        return
    for head in heads:
        if trouble := await asyncio.to_thread(_delete, head.path):
            said = f"{record_row.line(head)}: {trouble}"
            screen.notify(said, severity="error", markup=False, timeout=20)


def _delete(path: Path) -> str:
    """Delete a record; why that could not be done, or nothing."""
    try:
        return "" if delete(path) else _("this session is open, so it stays")
    except OSError as error:
        return reason(error)
