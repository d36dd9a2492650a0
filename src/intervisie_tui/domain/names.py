"""Names of people as they are typed in: one on a line, or with commas between them."""

import re
from collections.abc import Iterable
from typing import Final

from intervisie_tui.domain.room import LONGEST_NAME
from intervisie_tui.domain.text import lines, one_line

_BETWEEN: Final = re.compile("[,;]")


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text, clean; what is empty is nobody.

    A name may still be longer than what is kept of it (`room.LONGEST_NAME`).
    """
    pieces = (piece for line in lines(text) for piece in _BETWEEN.split(line))
    return tuple(filter(None, map(one_line, pieces)))


def called_the_same(names: Iterable[str]) -> str | None:
    """The first name that a second person has too, capitals aside; `None`: they all differ."""
    seen: set[str] = set()
    for name in names:
        kept = name[:LONGEST_NAME].casefold()
        if kept in seen:
            return name
        seen.add(kept)
    return None
