"""How what is handed out looks: style sheets and templates, each a file of its own."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def template(name: str) -> str:
    """The text of one of ours."""
    return (FOLDER / name).read_text("utf-8")
