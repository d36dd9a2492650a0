"""Paper and ink: the looks of the program, each with the same few meanings.

Three meanings have a colour of their own: time, floor (who speaks) and attention. The
sheet the group reads is light with dark ink, also when the rest is dark.
"""

from dataclasses import replace
from typing import Final

from textual.theme import Theme

from intervisie_tui.locale import N_
from intervisie_tui.tui.widgets.ink import INK

DARK_INK: Final = {
    **INK,
    "paper": "#1b1e22",
    "ink": "#f1eee6",
    "ink-quiet": "#b4b0a6",
    "ink-faint": "#6f6d67",
    "time": "#ffb454",
    "floor": "#7fc4e8",
    "attention": "#e6a3c0",
    "selection": "#33404a",
}

SHARP_INK: Final = {
    **INK,
    "paper": "#ffffff",
    "ink": "#000000",
    "ink-quiet": "#1f1f1f",
    "ink-faint": "#4a4a4a",
    "time": "#8f1d00",
    "floor": "#003a8c",
    "attention": "#6b0057",
    "selection": "#ffe98a",
}

DARK: Final = Theme(
    name="dark",
    primary="#8fb8c9",
    secondary="#b7a98a",
    accent="#d9b36c",
    warning="#d9b36c",
    error="#d98a7b",
    success="#9dbb8a",
    foreground="#e8e4da",
    background="#17191c",
    surface="#202327",
    panel="#282c31",
    dark=True,
    variables=INK,
)

THEMES: Final = (
    DARK,
    Theme(
        name="light",
        primary="#2b6078",
        secondary="#6b5d3f",
        accent="#7d5200",
        warning="#8a5a00",
        error="#9c2f1d",
        success="#3f6b2a",
        foreground="#23262a",
        background="#ece8de",
        surface="#f4f1e8",
        panel="#e2ddd0",
        dark=False,
        variables=INK,
    ),
    replace(
        DARK,
        name="night",
        background="#121416",
        surface="#1b1e22",
        panel="#24282d",
        variables=DARK_INK,
    ),
    Theme(
        name="contrast",
        primary="#ffff00",
        secondary="#00ffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ff8080",
        success="#80ff80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        dark=True,
        variables=SHARP_INK,
    ),
)
"""Dark around a light sheet (our own), light all over, dark all over, and high contrast."""

LOOKS: Final = {
    "dark": N_("a light sheet, dark around it"),
    "light": N_("light"),
    "night": N_("dark"),
    "contrast": N_("high contrast"),
}
"""What each theme is called, to be translated where it is shown."""
