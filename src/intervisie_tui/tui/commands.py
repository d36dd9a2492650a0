"""What the command palette offers: every key of ours that can be used now."""

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType


class Commands(Provider):
    """Every binding of ours that can be used now.

    A binding is ours if it has an id; Textual's own have none. One list of bindings then
    feeds the footer, the key map, the help and the palette.
    """

    async def discover(self) -> Hits:
        for binding in self._usable():
            yield DiscoveryHit(binding.description, self._run(binding), help=binding.tooltip)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for binding in self._usable():
            if (score := matcher.match(binding.description)) > 0:
                words = matcher.highlight(binding.description)
                yield Hit(score, words, self._run(binding), help=binding.tooltip)

    def _usable(self) -> Iterator[Binding]:
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            name = active.binding.id
            if active.enabled and name and name not in seen:
                seen.add(name)
                yield active.binding

    def _run(self, binding: Binding) -> IgnoreReturnCallbackType:
        return partial(self.screen.run_action, binding.action)
