"""What was decided at the close about what was said."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Choice = Literal["nothing", "hand-over", "all"]
"""What the closing sheet asks: keep nothing, hand the sheets over, or keep all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What was decided about what was said."""

    at: datetime
    keep: Literal["hand-over", "all"]
    """`all` where a word was kept. Of a session of which nothing was kept there is no record."""

    until: date | None = None
    """The last day it is kept; `None`: until somebody deletes it."""
