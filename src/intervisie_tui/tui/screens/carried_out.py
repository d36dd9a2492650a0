"""A decision at the close, carried out on disk; then the last sheet says what became of it."""

import asyncio
from datetime import datetime
from functools import partial
from typing import Any

from textual.app import App

from intervisie_tui.locale import _
from intervisie_tui.store.closing import close_record
from intervisie_tui.store.home import Home
from intervisie_tui.store.problems import reason
from intervisie_tui.store.writer import Writer
from intervisie_tui.tui.screens.close import Decision
from intervisie_tui.tui.screens.done import DoneScreen


async def carried_out(
    app: App[Any], home: Home, writer: Writer, decision: Decision, now: datetime
) -> DoneScreen | None:
    """The last sheet, once the writer has ended; `None`: the disk refused, and that is said."""
    if decision.choice is None:
        return None
    close = partial(
        close_record,
        home,
        writer,
        decision.session,
        decision.choice,
        decision.apart,
        until=decision.until,
        now=now,
    )
    try:
        done = await asyncio.to_thread(close)
    except OSError as error:
        said = _("This could not be done: {reason}").format(reason=reason(error))
        app.notify(said, severity="error", markup=False, timeout=20)
        return None
    return DoneScreen(decision, done)
