"""A stop: one visit, planned or made, to one moment; the plan is a row of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from intervisie_tui.domain.person import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """One pass through a step that is done more than once."""

    step: str
    number: int
    of: int | None = None
    """How many passes there will be; `None`: as many as the group wants."""

    people: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Who had a turn. The order is that of the seats, from wherever it started."""

    now: PersonId | None = None
    """Whose turn it is; `None` before the first and after the last."""

    had: tuple[PersonId, ...] = ()
    """Who had a turn, in the order they had it."""

    passed: tuple[PersonId, ...] = ()
    """Who let it pass by, among `had`."""

    since: float = 0
    """What the stop's clock had spent when this turn began, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One visit, planned or made, to one moment."""

    id: int
    block: int
    """The index of its block in the session."""

    moment: str
    """The moment's address in the method of the block."""

    lap: Lap | None = None
    planned: float | None = None
    """Seconds; `None`: open-ended, until the facilitator gives it an end."""

    added: float = 0
    """Seconds given (or, below zero, taken) by the facilitator."""

    spent: float = 0
    """Seconds on its clock, without the stretch that is running now."""

    done: bool = False
    skipped: bool = False
    cause: int | None = None
    """The stop from where it was put in; `None`: it came with the method."""

    turns: Round | None = None
    """`None` where nobody took a turn yet."""

    chosen: tuple[str, ...] = ()
    """The modules that were chosen here, to come after it; empty: nobody chose yet."""

    teams: tuple[tuple[PersonId, ...], ...] = ()
    """Who sat with whom in small groups when it was gone to; empty: not in groups, or not yet."""

    @property
    def length(self) -> float | None:
        """Seconds it may take in all; `None`: open-ended."""
        if self.planned is None and not self.added:
            return None
        return max(0.0, (self.planned or 0.0) + self.added)

    @property
    def begun(self) -> bool:
        """Whether something happened here that may not be lost."""
        return self.done or self.spent > 0 or self.turns is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of the meeting: a method, with who holds its roles, or a break."""

    method: str
    """The key of the method in the session; what the meeting itself says is one as well."""

    roles: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)
    """By role; the case giver may not be known yet."""

    break_: bool = False
    """Whether the group is away for a while."""

    optional: bool = False
    """Whether the meeting can do without it."""
