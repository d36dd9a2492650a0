"""How long a meeting takes, block by block: as it would be planned, and what it may come to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from intervisie_tui.domain.convene import Convened, convene
from intervisie_tui.domain.meeting import ANY, MeetingBlock
from intervisie_tui.domain.method import Method, when_met
from intervisie_tui.domain.person import seated
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import MANY
from intervisie_tui.domain.timeline import Reach, Timeline, Visits, timeline

_SOME_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""When it would be planned; how long it takes does not depend on that."""

_WRITTEN: Final = "meeting"
"""What stands before the number of a block that is written in the meeting itself."""

Told = dict[tuple[int, int, bool, bool, frozenset[str]], Reach]
"""How long a method of a library takes so many people, at such a meeting, without some moments."""


def meeting_timeline(  # noqa: PLR0913 - a kind of meeting is all of this
    meeting: Method,
    library: Mapping[str, Method],
    people: int,
    *,
    usual: str | None = None,
    first_meeting: bool = False,
    online: bool = False,
    told: Told | None = None,
) -> Timeline:
    """How long *meeting* takes so many people, with a row for each block.

    *library* has the methods that it uses, by id; *usual* is the id of the one where it says
    "?". The `moment` of a row is the number of its block, from 1, and its `step_title` what
    the block says under `use`; its visits are cases, of which everybody brings one. What is
    only done where something was intended is not among what is usual. *told* remembers how
    long methods take, for whoever asks of many meetings with one library.
    """
    apart, methods = _told_apart(meeting, library, usual)
    known = Convened(
        people=[seated(seat, "") for seat in range(1, people + 1)],
        library=methods,
        first_meeting=first_meeting,
        online=online,
    )
    session = convene(_WRITTEN, apart, _SOME_DAY, known)
    meets = when_met(first_meeting=first_meeting, online=online)
    rows: list[Visits] = []
    told = {} if told is None else told
    for number, block in enumerate(apart.blocks, 1):
        if block.when not in meets:
            continue
        here = {f"{_WRITTEN}.{number}", block.use, block.longer}
        planned = [place for place, each in enumerate(session.blocks) if each.method in here]
        said = meeting.blocks[number - 1]
        if planned:
            method = session.methods[session.blocks[planned[0]].method]
            rows.append(
                _row(number, said, method, [_reach(session, b, said, told) for b in planned])
            )
        elif block.use is not None:
            method = methods[block.use]
            whole = timeline(method, people, first_meeting=first_meeting, online=online).total
            once = _as_said(said, whole, said.minutes.middle * 60 if said.minutes else whole.usual)
            rows.append(replace(_row(number, said, method, [once]), least=0, usual=0))
    total = sum((row.all for row in rows), Reach())
    return Timeline(people=people, rows=tuple(rows), total=total)


def _told_apart(
    meeting: Method, library: Mapping[str, Method], usual: str | None
) -> tuple[Method, Mapping[str, Method]]:
    """The meeting, each of its blocks with methods of its own, so that one can see whose they are.

    What may be left out is planned all the same.
    """
    methods: dict[str, Method] = {}

    def own(number: int, name: str | None) -> str | None:
        if name is None:
            return None
        methods[f"{number}.{name}"] = library[name]
        return f"{number}.{name}"

    blocks = [
        replace(
            block,
            use=own(number, usual if block.use == ANY else block.use),
            longer=own(number, block.longer),
            optional=None,
        )
        for number, block in enumerate(meeting.blocks, 1)
    ]
    return replace(meeting, blocks=tuple(blocks)), methods


def _reach(session: Session, block: int, said: MeetingBlock, told: Told) -> Reach:
    """How long one block of a session takes: one case, or what is no case.

    *told* is how long methods take, without what is left out of them: cases are alike.
    """
    stops = [stop for stop in session.plan if stop.block == block]
    name, out = session.blocks[block].method, frozenset(s.moment for s in stops if s.skipped)
    people, first, online = len(session.people), session.first_meeting, session.online
    key = id(session.methods[name]), people, first, online, out
    whole = told.get(key)
    if whole is None:
        method = session.methods[name]
        whole = timeline(method, people, first_meeting=first, online=online, without=out).total
        if said.use is not None:  # what is written here is nobody else's
            told[key] = whole
    usual = sum(stop.length or 0.0 for stop in stops if not stop.skipped)
    return _as_said(said, whole, usual)


def _as_said(said: MeetingBlock, whole: Reach, usual: float) -> Reach:
    """How long a block takes, where that may be said in the meeting and not by the method."""
    least, most = whole.least, whole.most
    if said.use is not None and said.minutes is not None:
        least, most = said.minutes.low * 60, said.minutes.high * 60
    return replace(whole, least=min(least, usual), usual=usual, most=max(most, usual))


def _row(number: int, said: MeetingBlock, method: Method, reaches: Sequence[Reach]) -> Visits:
    """A block with its cases, of which the first may take longer: it opens the meeting."""
    planned = len(reaches)
    least, most = planned, planned
    if method.kind == "case":
        least = min(planned, int(said.cases.low))
        most = planned if said.cases.high == MANY else max(planned, int(said.cases.high))
    return Visits(
        moment=str(number),
        step_title=said.use or "",
        title=method.title,
        once=Reach(
            least=min(reach.least for reach in reaches),
            usual=sum(reach.usual for reach in reaches) / planned,
            most=max(reach.most for reach in reaches),
            is_open=any(reach.is_open for reach in reaches),
        ),
        least=0 if said.optional else least,
        usual=planned,
        most=most,
    )
