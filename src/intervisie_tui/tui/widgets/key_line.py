"""The last line of a screen: the keys that do something now."""

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

GAP = Content("  ")


class KeyLine(Widget):
    """The keys that work and are worth a place, as many as there is room for.

    The last one, which tells all others, is always there; *spare* says by their ids which
    ones go first. A click on a key presses it.

    Textual's `Footer` makes a widget for each key, all of them anew as soon as one is
    another: half of the time that a step of the session took.
    """

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $panel; color: $text-muted; text-wrap: nowrap; }
    """

    ALLOW_SELECT = False

    def __init__(self, *spare: str) -> None:
        super().__init__()
        self._spare = spare

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> Content:
        """The keys as they are when they are painted: who types fast is not held up by them."""
        keys = self._keys(self.screen)
        for going in (*self._spare, *reversed(list(keys)[:-1])):
            if GAP.join(keys.values()).cell_length > self.size.width:
                keys.pop(going, None)
        return GAP.join(keys.values())

    def on_click(self, event: events.Click) -> None:
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)

    def _keys(self, screen: Screen[object]) -> dict[str, Content]:
        """The keys by the ids of their bindings."""
        known: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            if active.binding.show and active.enabled:
                known.setdefault(active.binding.action, active.binding)
        return {
            binding.id or binding.action: Content.assemble(
                (self.app.get_key_display(binding), "$footer-key-foreground bold"),
                f" {binding.description}",
            ).stylize(Style.from_meta({"key": binding.key}))
            for binding in known.values()
        }
