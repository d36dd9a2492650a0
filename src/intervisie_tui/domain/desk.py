"""What lies on the facilitator's table and is not part of the session.

It is saved beside the record so that `resume` is exact; undo does not touch it, and it
goes with the record when that is deleted.
"""

from dataclasses import dataclass
from typing import Literal

Face = Literal["flap", "regie"]
Large = Literal["rules", "questions"]
"""What can be hung large: what holds now, and the open questions that help."""

Field = Literal["text", "owner", "when", "note"]
"""Which part of a line is being written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The state of the hands: what is selected, half-typed, opened."""

    face: Face = "flap"
    selected: int | None = None
    """The id of the entry that is selected; `None`: none."""

    writing: bool = False
    """Whether keys write (else they lead)."""

    draft: str = ""
    """What is typed and not yet on the chart."""

    caret: int = 0
    """Where in the draft the next character comes, counted in characters."""

    field: Field = "text"
    editing: int | None = None
    """The id of the entry being changed; `None`: a new line is being written."""

    column: int = 0
    """The column that new lines go to."""

    lent: bool = False
    """Whether a colleague has the keyboard: writing only."""

    large: Large | None = None
    """What hangs large, to read together; `None`: nothing does."""

    blank: bool = False
    """Whether an empty sheet covers everything; the clock stands still meanwhile."""

    ran: bool = False
    """Whether the clock ran when the blank sheet was hung."""
