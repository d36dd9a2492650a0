"""How long a method takes, as a table for whoever writes it."""

from collections.abc import Iterator
from typing import Final

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.timeline import Reach, Timeline, Visits, sizes, timeline
from intervisie_tui.locale import _
from intervisie_tui.store.cells import width
from intervisie_tui.store.export.phrases import figure

_COLUMN: Final = 15
"""Cells for a size of the group."""

_TITLE: Final = 34

Row = tuple[str, list[str]]
"""What is told of, and how long it takes a group of each size."""


def timelines(method: Method) -> tuple[Timeline, ...]:
    """How long it takes groups of the sizes that it suits, in a room, at no first meeting."""
    return tuple(timeline(method, people) for people in sizes(method.people))


def as_text(method: Method) -> str:
    """The table: every moment, and all of it beside what its file says."""
    made = timelines(method)
    rows = [people(made), *_moments(made), *_totals(method, made)]
    lines = [heading(), *(line(*row) for row in rows), *remarks(made)]
    return "\n".join(lines) + "\n"


def heading() -> str:
    """What the figures are."""
    return _("Minutes: at least – usually – at most")


def remarks(made: tuple[Timeline, ...]) -> Iterator[str]:
    """What is to be known of them."""
    if any(each.total.is_open for each in made):
        yield _("“+”: with moments that end when the group says so, which are not counted.")


def totals(method: Method, made: tuple[Timeline, ...]) -> tuple[Row, ...]:
    """All of it, for each kind of meeting, and what its file says; the first row is of heads."""
    return people(made), *_totals(method, made)


def people(made: tuple[Timeline, ...]) -> Row:
    """The head of each column: for how many it is."""
    return "", [_("{number} people").format(number=each.people) for each in made]


def line(title: str, cells: list[str], *, room: int = _TITLE, column: int = _COLUMN) -> str:
    """A row as a line of text; a title that is too long ends in dots."""
    while width(title) > room:
        title = title.rstrip("…")[:-1] + "…"
    padded = title + " " * (room - width(title))
    return (padded + "".join(f"{cell:>{column}}" for cell in cells)).rstrip()


def _moments(made: tuple[Timeline, ...]) -> Iterator[Row]:
    """Each step, with its moments under it; one that is all of its step stands alone."""
    above = None
    # A larger group may do more; what a smaller one does not do has no figure there.
    for row in max(made, key=lambda each: len(each.rows)).rows:
        alone = row.title == row.step_title
        if not alone and row.step_title != above:
            yield row.step_title, []
        above = row.step_title
        title = row.title if alone else f"  {row.title}"
        yield title, [_visits(each, row.moment) for each in made]


def _visits(made: Timeline, moment: str) -> str:
    row = next((row for row in made.rows if row.moment == moment), None)
    return "·" if row is None else said(row)


def said(row: Visits) -> str:
    """How often a moment is done and how long it takes: "8–9–10", "4 × 7", "0–1 × 5"."""
    words = _("open") if row.once.is_open else _reach(row.once)
    most = "…" if row.most is None else row.most
    if row.least == row.usual == most:
        return words if row.usual == 1 else f"{row.usual} × {words}"
    return f"{row.least}–{most} × {words}"


def _reach(reach: Reach) -> str:
    words = [figure(seconds / 60) for seconds in (reach.least, reach.usual, reach.most)]
    return words[0] if len(set(words)) == 1 else "–".join(words)


def _totals(method: Method, made: tuple[Timeline, ...]) -> Iterator[Row]:
    """All of it; where a first meeting or one online is another, that too."""
    yield _("All together"), [total(each) for each in made]
    other = {moment.when for moment in method.moments.values()}
    if "first-meeting" in other or "later-meeting" in other:
        first = [timeline(method, each.people, first_meeting=True) for each in made]
        yield "  " + _("at a first meeting"), [total(each) for each in first]
    if method.has_editions:
        online = [timeline(method, each.people, online=True) for each in made]
        yield "  " + _("online"), [total(each) for each in online]
    if method.minutes is not None:
        words = f"{figure(method.minutes.low)}–{figure(method.minutes.high)}"
        yield (
            _("What the file says: {key}").format(key="minutes"),
            [words if method.minutes.low != method.minutes.high else figure(method.minutes.low)]
            * len(made),
        )


def total(made: Timeline) -> str:
    """All of it: "40–45–50", with a "+" where parts of it are open."""
    return _reach(made.total) + ("+" if made.total.is_open else "")
