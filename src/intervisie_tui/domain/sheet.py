"""A sheet on the wall, and the lines on it."""

from dataclasses import dataclass
from datetime import date

from intervisie_tui.domain.person import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line on a sheet."""

    id: int
    """Never given twice in a session."""

    text: str = ""
    """As it was said; empty on a numbered card, whose words are on paper."""

    card: int | None = None
    """The number of the card in somebody's hand; `None` on a written line."""

    by: PersonId | None = None
    """Whose it is; `None`: not said."""

    column: str | None = None
    label: str | None = None
    """As judged; `None`: not yet."""

    answered: bool = False
    note: str = ""
    """What was noted with the answer."""

    picked: bool = False
    owner: PersonId | None = None
    """On an actions chart: who intends to do it."""

    when: str = ""
    """On an actions chart: by when, in the owner's words."""

    agreed: bool = False
    """On an actions chart: whether its owner agreed that it is kept."""

    ask: bool = False
    """On an actions chart: whether its owner wants to be asked about it the next time (S4.5)."""

    since: date | None = None
    """On a follow-up chart: the day on which it was intended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A chart hung on the wall, with what is on it."""

    chart: str
    block: int = 0
    lap: int = 0
    group: int = 0
    entries: tuple[Entry, ...] = ()
    cards: int = 0
    """The highest number given to a card, of cards that were taken down too."""


def same_sheet(one: Sheet, other: Sheet) -> bool:
    """Whether both are the same piece of paper, whatever is on it."""
    return (one.chart, one.block, one.lap, one.group) == (
        other.chart,
        other.block,
        other.lap,
        other.group,
    )
