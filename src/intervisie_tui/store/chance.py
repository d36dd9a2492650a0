"""Names by chance: for files that many may see, so that nobody's name is in them."""

import os
from typing import Final

SIGNS: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""Nothing that is mistaken for another sign when read aloud."""


def by_chance(number: int = 6) -> str:
    """So many signs."""
    return "".join(SIGNS[byte % len(SIGNS)] for byte in os.urandom(number))
