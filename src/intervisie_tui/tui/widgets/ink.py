"""The colours that our style sheets name, with a light sheet as the default."""

from typing import Final

INK: Final[dict[str, str]] = {
    "paper": "#faf7f0",
    "ink": "#23211d",
    "ink-quiet": "#5f5a50",
    "ink-faint": "#8a8476",
    "time": "#1d5b8c",
    "floor": "#2c6a3f",
    "attention": "#9c3d10",
    "selection": "#e9e0c8",
}
"""By the name of the variable, without its `$`; a theme may say otherwise.

`paper` is under everything, `ink` on it, and quieter in two steps; `time`, `floor` and
`attention` each mean one thing; `selection` is under the line that is selected.
"""
