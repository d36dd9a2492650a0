"""Names of people as they are typed in, and who is meant by one."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from intervisie_tui.domain.person import LONGEST_NAME, PersonId
from intervisie_tui.domain.text import lines, one_line

_BETWEEN: Final = re.compile("[,;]")


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text, clean; what is empty is nobody.

    A name may still be longer than what is kept of it (`person.LONGEST_NAME`).
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


def seat_of(said: str, names: Mapping[PersonId, str]) -> PersonId | None:
    """The seat that is meant by its number, a name or the beginning of one.

    *names* are those of the seats; `None`: nobody's, or more than one could be meant.
    """
    words = one_line(said).casefold()
    for seat in names:
        if words == str(seat):
            return seat
    known = {seat: name.casefold() for seat, name in names.items() if name}
    exact = [seat for seat, name in known.items() if name == words]
    found = exact or [seat for seat, name in known.items() if words and name.startswith(words)]
    return found[0] if len(found) == 1 else None
