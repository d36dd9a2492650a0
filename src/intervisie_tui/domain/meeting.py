"""What a meeting file says of one block of the meeting (S0.2, S3.2, S4.3)."""

from dataclasses import dataclass, fields

from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.span import ONCE, Span

_OF_A_STEP = tuple(field.name for field in fields(Step))

ANY: str = "?"
"""In place of a method: one that is chosen when the meeting is planned."""


@dataclass(frozen=True, kw_only=True)
class MeetingBlock(Step):
    """One block: a method that is used, or something that is written like a step."""

    title: str = ""
    """Empty where a method is used, that has one."""

    use: str | None = None
    """The id of a method, or "?": chosen when the meeting is planned; `None`: it is a step."""

    cases: Span = ONCE
    """How many cases are treated with it; with an open end as many as are brought."""

    longer: str | None = None
    """The id of the method that takes its place at the first and the third meeting (S3.4)."""

    break_: bool = False
    """Whether the group is away for a while."""

    @property
    def step(self) -> Step:
        """What is written here, as the step that it is."""
        return Step(**{name: getattr(self, name) for name in _OF_A_STEP})
