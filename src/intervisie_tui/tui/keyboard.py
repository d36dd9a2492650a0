"""Keys one at a time, however fast they come.

Textual hands every key on at once to what has the focus then. Who types faster than the
screen follows would have a key read before the one before it did its work: words lead,
and a line lands on the next chart.
"""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Final

from textual import events
from textual.app import App, ReturnType
from textual.message_pump import MessagePump

PATIENCE: Final = 1.0
"""Seconds that the next key waits at most; what hangs longer is not for a key to wait for."""

GENERATIONS: Final = 8
"""How often what a key set off may set off something more, before the next is handed on."""


class OneKeyAtATime(App[ReturnType]):
    """An app that has done all that one key sets off before it hands on the next."""

    _handing: asyncio.Task[None] | None = None

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if self._handing is None or self._handing.done():
            self._handing = asyncio.create_task(self._hand_on())

    async def _hand_on(self) -> None:
        try:
            while self._typed and self._running:
                event = self._typed.popleft()
                asked = self.focused or self.screen
                await super().on_event(event)
                await self._done(asked)
        except Exception as error:  # noqa: BLE001 - as for any other message of the app
            self._handle_exception(error)

    async def _done(self, asked: MessagePump) -> None:
        """Return when nothing waits any more that a key handed to *asked* may have set off."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._at_rest(asked)

    async def _at_rest(self, asked: MessagePump) -> None:
        for _generation in range(GENERATIONS):
            way = [asked, *_above(asked)]
            if self.screen not in way:
                # What the key opened is to be there for the keys that are meant for it.
                way.append(self.screen)
            for pump in way:
                done = asyncio.Event()
                if pump.call_later(done.set):
                    await done.wait()
            if not any(pump.message_queue_size for pump in way):
                return


def _above(pump: MessagePump) -> list[MessagePump]:
    """All that a message bubbles up to."""
    above: list[MessagePump] = []
    while (parent := (above[-1] if above else pump)._parent) is not None:  # noqa: SLF001
        above.append(parent)
    return above
