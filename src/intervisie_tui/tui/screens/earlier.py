"""The sheets of earlier blocks of a meeting, that no longer hang: for the facilitator, to read."""

from collections.abc import Iterator

from intervisie_tui.domain.closing import lasting
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.locale import _
from intervisie_tui.store.export.flips import flips
from intervisie_tui.store.export.handout import Handout, Section
from intervisie_tui.store.export.markdown import as_markdown
from intervisie_tui.tui.widgets import blocks, markdown
from intervisie_tui.tui.widgets.reading import Block


def has_some(session: Session) -> bool:
    """Whether a sheet of an earlier block has something on it."""
    written = {sheet.block for sheet in lasting(session).sheets if sheet.entries}
    return not written.isdisjoint(_earlier(session))


def page(session: Session) -> tuple[Block, ...]:
    """The sheets, under what each block was. What was to be kept nowhere is not read again."""
    parts = tuple(_sections(session))
    said = Handout(reader="facilitator", title=_("Earlier sheets"), parts=parts)
    return markdown.page(as_markdown(said))


def _sections(session: Session) -> Iterator[Section]:
    # What was done does not depend on the time.
    stays, shown = lasting(session), view(session, session.made)
    over = {item.block: blocks.title(item, shown.seats) for item in shown.agenda}
    for block in _earlier(session):
        if wall := tuple(flips(stays, block)):
            yield Section(heading=over[block], parts=wall)


def _earlier(session: Session) -> list[int]:
    """The blocks before the one that the group is in, in the order of the plan."""
    here = len(session.plan) if session.stage == "closing" else session.index(session.at)
    before = dict.fromkeys(stop.block for stop in session.plan[:here])
    return [block for block in before if session.stage == "closing" or block != session.stop.block]
