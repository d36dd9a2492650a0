"""Pieces of files of meetings."""

from pathlib import Path
from typing import Final

HEAD: Final = 'format = 1\ntitle = "T"\nlanguage = "en"\nkind = "meeting"\n'
"""Four lines."""

OPENER: Final = HEAD.replace("meeting", "opener")

USE: Final = '[[blocks]]\nuse = "vier-fasen"\n'
"""Two lines."""

TALK: Final = '[[blocks]]\ntitle = "Talk"\nspeaks = "everyone"\n'
"""Three lines."""


def put(folder: Path, text: str, name: str = "meeting.toml") -> Path:
    """A file with that text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path
