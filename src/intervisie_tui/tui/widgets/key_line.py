"""The footer: the keys of this moment, made anew only when they are others."""

from textual.screen import Screen
from textual.widgets import Footer


class KeyLine(Footer):
    """Textual's footer makes all its keys anew whenever anything could have changed.

    While somebody leads that is three times a key, nearly always for the same keys.
    """

    _keys: tuple[tuple[str, str, bool], ...] | None = None
    """What is shown; `None`: nothing yet."""

    def bindings_changed(self, screen: Screen[object]) -> None:
        active = screen.active_bindings.items()
        keys = tuple((key, a.binding.description, a.enabled) for key, a in active if a.binding.show)
        if keys != self._keys:
            self._keys = keys
            super().bindings_changed(screen)
