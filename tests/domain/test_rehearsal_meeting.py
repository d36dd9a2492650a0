"""A meeting that goes on while its file is still being written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain import agenda, course, flow, wall
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.rehearsal import in_meeting
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.view import view
from tests.domain.meetings import BREAK, MEETING, meeting, titles
from tests.domain.samples import NINE, after, where

ARRIVING, FIRST, SECOND = range(3)
THEME: Final = 7

COFFEE: Final = MeetingBlock(title="Coffee", minutes=Span(7, 7), speaks=("everyone",))


def made(*blocks: MeetingBlock, said: Method = MEETING) -> Session:
    """The meeting as it would be planned anew, with these blocks where they are given."""
    return meeting(replace(said, blocks=blocks or said.blocks))


def under_way(block: int = ARRIVING, moment: str = "") -> Session:
    """The meeting at that moment of a block, or at the first that is done there."""
    session = course.begin(meeting(), NINE)
    stops = (s for s in session.plan if s.block == block and not s.skipped)
    return course.go_to(session, next(s.id for s in stops if moment in ("", s.moment)), NINE)


def written() -> Session:
    """The meeting in its second case, with a line in that and in the first."""
    session = course.start(under_way(FIRST, "3"), NINE)
    session = wall.write(session, "Who hears your no?")
    there = next(s.id for s in session.plan if (s.block, s.moment) == (SECOND, "3"))
    return wall.write(course.go_to(session, there, after(300)), "Who would miss you?")


def block_of(session: Session) -> str:
    """The title of the block where the group is, and whose case it is."""
    giver = session.case_giver(session.stop)
    title = session.method_of(session.stop).title
    return title if giver is None else f"{title} of {session.people[giver - 1].name}"


def lines(session: Session, block: int) -> list[str]:
    """What is written in a block."""
    return [e.text for each in session.sheets if each.block == block for e in each.entries]


def minutes(session: Session, title: str) -> float:
    """How long the first block of that title is planned for."""
    block = next(b for b, each in enumerate(session.blocks) if each.method == title)
    planned = (s.length or 0.0 for s in session.plan if s.block == block and not s.skipped)
    return sum(planned) / 60


def test_the_same_meeting_changes_nothing_but_the_end_that_follows_from_it() -> None:
    session = course.start(written(), after(600))
    gone_on = in_meeting(session, made())
    assert replace(gone_on, due=session.due) == session
    assert gone_on.due == NINE + timedelta(minutes=235)


def test_a_block_put_before_does_not_move_the_group() -> None:
    session = course.start(under_way(SECOND, "3"), NINE)
    gone_on = in_meeting(session, made(*MEETING.blocks[:2], COFFEE, *MEETING.blocks[2:]))
    assert (block_of(gone_on), where(gone_on)) == ("In short of Bo", "3")
    assert gone_on.spent(after(30)) == 30
    assert titles(gone_on)[:2] == ["Arriving", "Coffee"]


def test_what_was_written_and_done_goes_with_its_block() -> None:
    session = written()
    gone_on = in_meeting(session, made(*MEETING.blocks[:2], COFFEE, *MEETING.blocks[2:]))
    assert (lines(gone_on, FIRST), lines(gone_on, FIRST + 1)) == ([], lines(session, FIRST))
    assert lines(gone_on, SECOND + 1) == lines(session, SECOND)
    assert [s.spent for s in gone_on.plan if s.spent] == [s.spent for s in session.plan if s.spent]


def test_a_block_takes_as_long_as_the_file_says_now() -> None:
    session = course.give(under_way(FIRST, "2"), 600, NINE)
    shorter = replace(MEETING.blocks[2], minutes=Span(30, 30))
    gone_on = in_meeting(session, made(*MEETING.blocks[:2], shorter, *MEETING.blocks[3:]))
    assert (minutes(session, "short"), minutes(gone_on, "short")) == (48, 30)


def test_a_longer_break_makes_nobody_late() -> None:
    session = in_meeting(under_way(FIRST), made())
    longer = replace(BREAK, minutes=Span(25, 25))
    gone_on = in_meeting(session, made(*MEETING.blocks[:3], longer, *MEETING.blocks[4:]))
    assert session.due is not None
    assert gone_on.due == session.due + timedelta(minutes=10)


def test_a_written_block_with_another_title_is_known_by_its_place() -> None:
    session = under_way(THEME)
    blocks = (replace(b, title="Ours") if b.title == "A theme" else b for b in MEETING.blocks)
    assert block_of(in_meeting(session, made(*blocks))) == "Ours"


def test_in_a_written_block_the_group_stays_in_its_moment() -> None:
    first, talk = Moment(title="Before"), Moment(title="Talk", minutes=Span(10, 10))
    blocks = (
        replace(b, moments=(first, talk)) if b.title == "A theme" else b for b in MEETING.blocks
    )
    gone_on = in_meeting(under_way(THEME), made(*blocks))
    assert gone_on.moment_of(gone_on.stop).title == "Talk"


def test_a_case_stays_its_givers_whatever_it_is_done_with() -> None:
    other = replace(MEETING.blocks[2], use="other")
    gone_on = in_meeting(written(), made(*MEETING.blocks[:2], other, *MEETING.blocks[3:]))
    assert block_of(gone_on) == "Otherwise of Bo"
    assert all(not stop.skipped for stop in gone_on.plan if stop.block in {FIRST, SECOND})


def test_who_brings_what_is_as_the_file_says() -> None:
    session = agenda.bring(under_way(), SECOND, 1)
    assert in_meeting(session, made()).blocks == meeting().blocks


def test_a_block_that_is_gone_leaves_the_group_nearby_with_a_clock_that_stands_still() -> None:
    session = course.start(under_way(THEME), NINE)
    gone_on = in_meeting(session, made(*MEETING.blocks[:5], *MEETING.blocks[6:]))
    assert block_of(gone_on) in {"In short of Karin", "Looking back"}
    assert not gone_on.stop.skipped
    assert gone_on.since is None


def test_the_method_is_opened_by_the_case_that_is_the_first_now() -> None:
    gone_on = in_meeting(under_way(SECOND, "2"), made(*MEETING.blocks[2:]))
    opening = [stop.skipped for stop in gone_on.plan if stop.moment == "1" and stop.block < THEME]
    assert opening[:2] == [False, True]


def test_a_detour_goes_on_and_still_comes_back() -> None:
    session = flow.detour(under_way(SECOND, "3"), "2", NINE)
    gone_on = in_meeting(session, made(COFFEE, *MEETING.blocks))
    assert (block_of(gone_on), where(gone_on)) == ("In short of Bo", "2")
    back = course.next_stop(gone_on, NINE)
    assert (block_of(back), where(back)) == ("In short of Bo", "3")


def test_what_was_intended_hangs_where_the_file_asks_after_it_now() -> None:
    asked = (Intention(text="Say no", name="An"),)
    session = wall.write(under_way(ARRIVING), "quiet")
    gone_on = in_meeting(session, meeting(asked=asked))
    assert [e.text for _, e in gone_on.entries()] == ["quiet", "Say no"]
    assert len({e.id for _, e in gone_on.entries()}) == len(list(gone_on.entries()))
    assert gone_on.last_id == max(e.id for _, e in gone_on.entries())


def test_a_label_that_was_given_another_name_goes_with_it() -> None:
    def meant(*labels: str) -> Method:
        talk = replace(COFFEE, chart="Ways")
        return replace(
            MEETING, blocks=(talk, *MEETING.blocks), charts={"Ways": Chart(labels=labels)}
        )

    session = course.begin(made(said=meant("good", "bad")), NINE)
    session = wall.judge(wall.write(session, "one"), 1, "bad")
    gone_on = in_meeting(session, made(said=meant("well", "ill")))
    assert [entry.label for _, entry in gone_on.entries()] == ["ill"]


@pytest.mark.parametrize("stage", ["welcome", "closing"])
def test_a_sheet_round_the_meeting_stays(stage: str) -> None:
    session = meeting() if stage == "welcome" else course.finish(under_way(), NINE)
    assert in_meeting(session, made(COFFEE, *MEETING.blocks)).stage == stage


VERBS: Final[list[Callable[[Session], Session]]] = [
    lambda s: course.next_stop(s, after(1)),
    lambda s: course.back(s, after(2)),
    lambda s: course.skip(s, after(3)),
    lambda s: course.start(s, after(4)),
    lambda s: course.give(s, 60, after(5)),
    lambda s: flow.repeat(s, after(6)),
    lambda s: wall.write(s, "a line"),
    lambda s: agenda.move(s, SECOND, 1),
    lambda s: agenda.leave_out(s, FIRST),
    lambda s: agenda.bring(s, SECOND, 1),
    lambda s: course.go_to(s, s.plan[len(s.plan) // 2].id, after(7)),
]

VERSIONS: Final = [
    MEETING.blocks,
    MEETING.blocks[::-1],
    MEETING.blocks[3:],
    (COFFEE,),
    (*MEETING.blocks[:2], COFFEE, replace(MEETING.blocks[2], use="other"), *MEETING.blocks[3:]),
]


@given(st.lists(st.sampled_from(VERBS), max_size=12), st.sampled_from(VERSIONS))
def test_wherever_the_group_is_it_can_go_on_in_any_version(
    verbs: list[Callable[[Session], Session]], blocks: tuple[MeetingBlock, ...]
) -> None:
    session = course.begin(meeting(), NINE)
    for verb in verbs:
        session = verb(session)
    gone_on = in_meeting(session, made(*blocks))
    ids = [stop.id for stop in gone_on.plan]
    assert len(set(ids)) == len(ids)
    assert gone_on.at in ids
    assert all(stop.moment in gone_on.method_of(stop).moments for stop in gone_on.plan)
    assert all(sheet.block < len(gone_on.blocks) for sheet in gone_on.sheets)
    view(gone_on, after(9))
    for verb in VERBS[:8]:
        view(verb(gone_on), after(9))
    assert in_meeting(gone_on, made(*blocks)) == gone_on
