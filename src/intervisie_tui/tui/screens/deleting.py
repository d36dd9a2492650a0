"""Deleting records and certificates: never without a question, and with the truth about copies."""

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from textual.screen import Screen

from intervisie_tui.locale import _, ngettext
from intervisie_tui.store.certificates import remove_certificates
from intervisie_tui.store.hand_outs import remove_hand_outs
from intervisie_tui.store.heads import Head
from intervisie_tui.store.home import Home
from intervisie_tui.store.problems import reason
from intervisie_tui.store.records import delete
from intervisie_tui.tui.screens.confirm import Confirm
from intervisie_tui.tui.widgets import record_row

NAMED: Final = 3
"""Records that the question names one by one."""


async def delete_after_asking(
    screen: Screen[Any], home: Home, heads: Sequence[Head], certificates: Sequence[Path] = ()
) -> None:
    """Ask, delete, and say what could not be deleted. Needs a worker to run in."""
    question = "\n\n".join(_question(heads, len(certificates)))
    if not await screen.app.push_screen_wait(Confirm(question, yes=_("Delete"), no=_("Keep"))):
        return
    for head in heads:
        if trouble := await asyncio.to_thread(_delete, home, head.path):
            _tell(screen, f"{record_row.line(head)}: {trouble}")
    if certificates:
        try:
            await asyncio.to_thread(remove_certificates, home, certificates)
        except OSError as error:
            _tell(screen, _("This could not be done: {reason}").format(reason=reason(error)))


def _question(heads: Sequence[Head], certificates: int) -> Iterator[str]:
    """What is to go, and what a copy of it elsewhere means."""
    if heads:
        question = ngettext("Delete this record?", "Delete these records?", len(heads))
        which = [f"· {record_row.line(head)}" for head in heads[:NAMED]]
        if more := len(heads) - len(which):
            which.append(_("· and {number} more").format(number=more))
        yield "\n".join([question, *which])
    if certificates:
        yield ngettext(
            "Delete {number} certificate?", "Delete {number} certificates?", certificates
        ).format(number=certificates)
    if heads:
        yield _(
            "What was said in it goes for good. A copy in a backup or in a synchronised folder is"
            " out of reach of this program."
        )


def _delete(home: Home, path: Path) -> str:
    """Delete a record with its hand-outs; why that could not be done, or nothing."""
    try:
        if not delete(path):
            return _("this session is open, so it stays")
        remove_hand_outs(home, path)
    except OSError as error:
        return reason(error)
    return ""


def _tell(screen: Screen[Any], said: str) -> None:
    screen.notify(said, severity="error", markup=False, timeout=20)
