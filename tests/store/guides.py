"""The guides for authors, in pieces."""

import re
from pathlib import Path
from typing import Final

from intervisie_tui.locale import Language
from intervisie_tui.store.reference.page import GUIDES

DOCS: Final = Path(__file__).parents[2] / "docs"


def tutorial(language: Language) -> list[str]:
    """What an author types in the first ten minutes, a piece at a time."""
    text = (DOCS / GUIDES[language]).read_text("utf-8")
    _intro, ten_minutes, *_rest = re.split(r"^## ", text, flags=re.MULTILINE)
    return re.findall(r"^```toml\n(.*?)^```", ten_minutes, re.MULTILINE | re.DOTALL)


def commands(language: Language) -> set[str]:
    """The commands of ours that are named."""
    text = (DOCS / GUIDES[language]).read_text("utf-8")
    return set(re.findall(r"(?:^|`)intervisie ([a-z-]+)", text, re.MULTILINE))
