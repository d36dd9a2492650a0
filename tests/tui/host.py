"""The smallest app that a screen of ours lives in, and what can be read on it."""

import gettext
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from intervisie_tui.tui.screens import base
from intervisie_tui.tui.widgets.ink import INK

UNSET = object()


class Host(App[None]):
    """Shows one screen, and keeps what it answers."""

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._first = screen
        self.answer: object = UNSET

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return INK

    def on_mount(self) -> None:
        self.push_screen(self._first, self._answered)

    def _answered(self, answer: object) -> None:
        self.answer = answer


def page(app: App[Any]) -> str:
    """What stands on the screen, as plain lines."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def settle(pilot: Pilot[Any]) -> None:
    """Until everything that was being read is read and shown. Not while a question hangs."""
    await pilot.pause()
    while any(not each.is_finished for each in pilot.app.workers):
        with suppress(WorkerCancelled):  # another look began: that one is waited for next
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


class Marked(gettext.NullTranslations):
    """A language in which every message is its own, between marks."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Dutch becomes a language that shows what was looked up, and what was not."""
    monkeypatch.setattr("intervisie_tui.locale._catalogue", lambda _language: Marked())
    base._translated.cache_clear()
    yield
    base._translated.cache_clear()
