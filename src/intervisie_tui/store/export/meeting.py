"""How long a meeting takes, block by block, as a table for whoever writes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from intervisie_tui.domain.meeting import ANY
from intervisie_tui.domain.meeting_timeline import meeting_timeline
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.timeline import Timeline, sizes
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import figure
from intervisie_tui.store.export.timeline import Row, heading, line, people, remarks, said, total

_TITLE: Final = 29
_COLUMN: Final = 17
"""Cells; how often a block is done takes room as well."""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A meeting with all that it can be planned with."""

    meeting: Method
    library: Mapping[str, Method]
    usual: str | None
    """The id of the method where the meeting says "?"; `None`: it does not."""

    def timelines(
        self, *, first_meeting: bool = False, online: bool = False
    ) -> tuple[Timeline, ...]:
        """How long it takes groups of the sizes that it suits, if everybody has a case."""
        return tuple(
            meeting_timeline(
                self.meeting,
                self.library,
                size,
                usual=self.usual,
                first_meeting=first_meeting,
                online=online,
            )
            for size in sizes(self.meeting.people)
        )


def as_text(planned: Planned) -> str:
    """The table: every block, and all of it beside what the file says."""
    made = planned.timelines()
    table = (
        line(title, cells, room=_TITLE, column=_COLUMN) for title, cells in rows(planned, made)
    )
    lines = [heading(), *table, *explained(planned, made)]
    return "\n".join(lines) + "\n"


def rows(planned: Planned, made: tuple[Timeline, ...]) -> tuple[Row, ...]:
    """Every block, and all of it beside what the file says; the first row is of heads."""
    return people(made), *_blocks(made), *_totals(planned, made)


def explained(planned: Planned, made: tuple[Timeline, ...]) -> Iterator[str]:
    """What is to be known of the figures."""
    yield from remarks(made)
    if planned.usual is not None:
        title = planned.library[planned.usual].title
        message = _("“?”: chosen when the meeting is planned; reckoned here with “{title}”.")
        yield message.format(title=title)


def _blocks(made: tuple[Timeline, ...]) -> Iterator[Row]:
    """Each block, with its cases: "3 × 40"; "·" where a group of that size does not do it."""
    numbers = dict.fromkeys(row.moment for each in made for row in each.rows)
    for number in sorted(numbers, key=int):
        found = [next((r for r in each.rows if r.moment == number), None) for each in made]
        first = next(row for row in found if row is not None)
        title = f"{ANY} {first.title}" if first.step_title == ANY else first.title
        yield title, ["·" if row is None else said(row) for row in found]


def _totals(planned: Planned, made: tuple[Timeline, ...]) -> Iterator[Row]:
    """All of it; where a first meeting or one online takes longer or shorter, that too."""
    yield _("All together"), [total(each) for each in made]
    others = {
        _("at a first meeting"): planned.timelines(first_meeting=True),
        _("online"): planned.timelines(online=True),
    }
    told = {each.people for each in made}
    for title, every in others.items():
        other = [each for each in every if each.people in told]
        if [each.total for each in other] != [each.total for each in made]:
            yield f"  {title}", [total(each) for each in other]
    minutes = planned.meeting.minutes
    if minutes is not None:
        words = "–".join(dict.fromkeys(map(figure, (minutes.low, minutes.high))))
        yield _("What the file says: {key}").format(key="minutes"), [words] * len(made)
