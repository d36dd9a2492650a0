"""What the command palette offers: every key of ours that can be used now."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from intervisie_tui.locale import _

Offer = tuple[str, str | None, Callable[[], Any]]
"""Its words, a sentence more where there is one, and what it does."""


class Commands(Provider):
    """Every binding of ours that can be used now, then what the app itself can do.

    A binding is ours if it has an id; Textual's own have none. One list of bindings then
    feeds the footer, the key map, the help and the palette.
    """

    async def discover(self) -> Hits:
        for words, more, run in self._offers():
            yield DiscoveryHit(words, run, help=more)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        found = False
        for words, more, run in self._offers():
            if (score := matcher.match(words)) > 0:
                found = True
                yield Hit(score, matcher.highlight(words), run, text=words, help=more)
        if not found:
            # Textual says so itself, in English only.
            yield Hit(1, _("Nothing found"), _nothing, text=_("Nothing found"))

    def _offers(self) -> Iterator[Offer]:
        for binding in self._usable():
            more = binding.tooltip if binding.tooltip != binding.description else None
            run = partial(self.screen.run_action, binding.action)
            yield binding.description, more, run
        for command in self.app.get_system_commands(self.screen):
            yield command.title, command.help, command.callback

    def _usable(self) -> Iterator[Binding]:
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            name = active.binding.id
            if active.enabled and name and name not in seen:
                seen.add(name)
                yield active.binding


def _nothing() -> None:
    """There is nothing to do."""
