"""What can be done from a list of things to do: each said once, as a row and as a key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.binding import Binding

from intervisie_tui.tui.widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done; its words are marked, and looked up where they are shown."""

    key: str
    name: str
    """What the key is called in the last line."""

    tooltip: str
    words: str
    """The row."""

    hint: str
    """A word about the row, before it is chosen."""

    shown: bool = True
    """Whether the key is worth a place in the last line."""


def bindings(menu: Mapping[str, Entry], room: str) -> Iterator[Binding]:
    """The keys of a menu, that has its entries by the names of their actions.

    Their ids begin with the name of the *room*, and the app's own actions are no other's.
    """
    for action, entry in menu.items():
        name = f"{room}.{action.removeprefix('app.')}"
        yield Binding(
            entry.key, action, entry.name, id=name, tooltip=entry.tooltip, show=entry.shown
        )


class MenuRows(Rows):
    """Rows above a word about the one that is chosen: a longer word does not hide its row."""

    def on_resize(self) -> None:
        """Keep the row in sight in the room that is left."""
        self.scroll_to_highlight()
