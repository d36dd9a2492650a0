"""All keys, in the words of the footer; what cannot be done now is grey."""

from collections.abc import Mapping
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from intervisie_tui.locale import N_, _
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets.key_names import key_name

KEY = 18
"""Columns for the names of keys."""

WIDTH = 68
"""Columns for a line of the page."""


class Keys(Dialog[None]):
    """A page to read and put away."""

    DEFAULT_CSS = """
    Keys {
        align: center middle;
        & > VerticalScroll {
            width: 76; max-width: 100%; height: 100%; padding: 1 2; background: $surface;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,enter", "dismiss", N_("Put away"), id="keys.dismiss"),
    ]

    def __init__(self, active: Mapping[str, ActiveBinding]) -> None:
        super().__init__()
        self._active = dict(active)

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(page(self._active))


def page(active: Mapping[str, ActiveBinding]) -> Content:
    """A line for each of our keys: the key, what it does, and a sentence where that helps."""
    keys: dict[str, list[str]] = {}
    said: dict[str, ActiveBinding] = {}
    for key, each in active.items():
        if each.binding.id is not None:
            name = each.binding.id.partition("digit")[0]
            keys.setdefault(name, []).append(key)
            said[name] = each
    lines = [Content.styled(_("Keys"), "bold"), Content("")]
    for name, each in said.items():
        pressed = "1–9" if name.endswith(".") else " ".join(map(key_name, keys[name]))
        words, more = each.binding.description, each.binding.tooltip
        key, grey = ("bold", "") if each.enabled else ("", "$text-muted")
        lines.append(Content.assemble((f"{pressed:<{KEY}} ", key), words).stylize_before(grey))
        if more not in {"", words}:
            lines += [
                Content.styled(" " * (KEY + 1) + part, "dim") for part in wrap(more, WIDTH - KEY)
            ]
    return Content("\n").join(lines)
