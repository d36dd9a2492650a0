"""Hand-outs: what each reader may have, and what is told of it before it is written."""

import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.closing import closed
from intervisie_tui.domain.convene import Case as Brought
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import set_language
from intervisie_tui.store.export.forms import FORMS, Form, written
from intervisie_tui.store.export.handout import Handout, contents
from intervisie_tui.store.export.html import as_html
from intervisie_tui.store.export.markdown import as_markdown
from intervisie_tui.store.export.readers import (
    cases,
    for_case_giver,
    for_facilitator,
    for_group,
)
from intervisie_tui.store.hand_outs import (
    dates_in,
    papers,
    remove_hand_outs,
    write_dates,
    write_hand_out,
)
from intervisie_tui.store.home import Home
from tests.domain.meetings import meeting
from tests.domain.samples import NINE, after
from tests.store.paper_readers import read
from tests.strategies import sessions

RECORD = Path("2026-01-05-1000-abcdef.toml")

pytestmark = pytest.mark.usefixtures("amsterdam")


def led() -> Session:
    """A meeting with two cases that had words, intentions of both and a private note."""
    session = course.begin(meeting(group_id="k3m9xq", cases=[Brought(by=1), Brought(by=2)]), NINE)
    session = room.note(wall.write(session, "To learn", by=3), "Bo is quiet.\nAsk.")
    for block, question, intended in ((1, "Secret one", "Call her"), (2, "Secret two", "Wait")):
        session = wall.write(at(session, block, "3"), question, by=4)
        session = wall.write(at(session, block, "7"), intended, by=block)
        session = wall.set_when(session, session.last_id, f"week {block}")
        session = wall.agree(session, session.last_id)
    session = wall.write(session, "Nobody agreed", by=2)
    return course.finish(course.start(session, after(600)), after(9000))


def at(session: Session, block: int, moment: str) -> Session:
    stop = next(s.id for s in session.plan if (s.block, s.moment) == (block, moment))
    return course.go_to(session, stop, after(60))


# Who may have what


def first_giver(session: Session) -> Handout:
    return for_case_giver(session, cases(session)[0])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("reader", "theirs", "others"),
    [
        (
            first_giver,
            ("Secret one", "Call her", "An"),
            ("Secret two", "Wait", "To learn", "Nobody agreed", "quiet", "North", "Dee", "16:00"),
        ),
        (
            for_group,
            ("North", "Call her", "Wait", "week 1", "An", "Bo"),
            ("Secret", "To learn", "Nobody agreed", "quiet", "Dee", "In short"),
        ),
        (
            for_facilitator,
            ("North", "Bo is quiet.", "Ask.", "16:00", "140:00", "A round", "Break"),
            ("Secret", "To learn", "Call her", "Wait", "Nobody agreed", "Dee"),
        ),
    ],
)
def test_each_reader_has_what_is_theirs_and_nothing_of_others(
    reader: Callable[[Session], Handout],
    theirs: tuple[str, ...],
    others: tuple[str, ...],
    form: Form,
) -> None:
    said = read(reader(led()), form)
    assert [word for word in theirs if word not in said] == []
    assert [word for word in others if re.search(rf"\b{word}\b", said)] == []


def test_what_belongs_to_no_case_goes_with_no_case_giver() -> None:
    found = cases(led())
    assert [case.people for case in found] == [(1,), (2,)]
    assert not any("To learn" in as_markdown(for_case_giver(led(), case)) for case in found)


def test_of_a_case_that_was_erased_nothing_can_be_handed_out() -> None:
    left = closed(led(), "all", {1: "nothing"}, until=None, now=after(9100))
    assert left is not None
    for handout in (*(for_case_giver(left, case) for case in cases(left)), for_group(left)):
        assert "Secret two" not in as_markdown(handout)
        assert "Wait" not in as_markdown(handout)


def test_the_group_reads_when_it_meets_again() -> None:
    told = for_group(led(), following=[after(28 * 86400), after(56 * 86400)])
    assert as_markdown(told).endswith(
        "## We meet again\n\n- Monday 2 February 2026, 10:00\n- Monday 2 March 2026, 10:00\n"
    )


def test_who_said_what_is_in_it_only_where_the_group_wanted_that_seen() -> None:
    shown = replace(led(), names_shown=True)
    assert "Dee" not in as_markdown(first_giver(led()))
    assert "- Secret one (Dee)" in as_markdown(first_giver(shown))
    assert "Flip chart “Questions”: 1 line, with who said them" in contents(first_giver(shown))


def test_an_action_on_a_chart_that_is_not_kept_is_not_for_the_group() -> None:
    session = led()
    method = session.methods["short"]
    charts = {**method.charts, "Actions": replace(method.charts["Actions"], keep="hand-over")}
    session = replace(session, methods={**session.methods, "short": replace(method, charts=charts)})
    assert "Call her" not in as_markdown(for_group(session))
    assert "Call her" in as_markdown(first_giver(session))


# What is in it, told before


def test_what_will_be_in_it_is_told_before_it_is_written() -> None:
    assert contents(first_giver(led())) == [
        "For the case giver alone",
        "In short · Monday 5 January 2026, 10:00–12:30",
        "Case giver: An",
        "Flip chart “Questions”: 1 line",
        "Flip chart “Actions”: 1 line",
    ]
    assert contents(for_group(led())) == [
        "For the group",
        "What we take along · Monday 5 January 2026, 10:00–12:30",
        "Group: North",
        "Intended",
        "  2 rows (what, who, by when)",
        "  What becomes of this is up to whoever wrote it down. To let it go is a good answer too.",
    ]
    told = contents(for_facilitator(led()))
    assert told[:2] == [
        "For whoever leads, and nobody else",
        "A morning · Monday 5 January 2026, 10:00–12:30",
    ]
    assert "In short · An: 6 rows (step, moment, planned, took)" in told
    assert told[-1] == "Your notes: 1 row (moment, note)"


def test_it_is_told_in_the_chosen_language() -> None:
    set_language("nl")
    assert "maandag 5 januari 2026, 10:00–12:30" in as_html(first_giver(led()))
    assert '<html lang="nl">' in as_html(first_giver(led()))


# On disk


def test_they_wait_for_their_reader_for_this_user_alone_and_in_no_name(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first = write_hand_out(home, RECORD, first_giver(led()), form="md")
    other = for_case_giver(led(), cases(led())[1])
    second = write_hand_out(home, RECORD, other, case=2)
    assert [path.name for path in (first, second)] == [
        "2026-01-05-1000-abcdef-case-giver-1.md",
        "2026-01-05-1000-abcdef-case-giver-2.pdf",
    ]
    assert {path.parent for path in (first, second)} == {home.hand_over}
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in (first, second)} == {0o600}


def test_they_go_when_the_words_are_to_go_and_what_the_close_handed_over_stays(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    for form in FORMS:
        write_hand_out(home, RECORD, first_giver(led()), form=form)
    others = {home.hand_over / f"{RECORD.stem}-2.md", home.hand_over / "other-group-1.md"}
    for path in others:
        path.write_text("Secret")
    remove_hand_outs(home, RECORD)
    assert {*home.hand_over.iterdir()} == others


def test_dates_come_back_as_they_were_written(tmp_path: Path) -> None:
    home, dates = Home(tmp_path), [after(28 * 86400), after(120 * 86400)]
    path = write_dates(home, "north", dates, minutes=90, now=NINE)
    assert dates_in(home, "north") == (*dates,)
    assert papers(home, "north") == [path]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:0],
        lambda data: data[:-40],
        lambda data: data.replace(b"DTSTART", b"DTSTARX"),
        lambda data: data.replace(b"DTSTART:2026", b"DTSTART:xxxx"),
        lambda data: data.replace(b"DTSTART:20260202T090000Z", b"DTSTART;VALUE=DATE:20260202"),
        lambda data: data.replace(b"T090000Z", b"T090000"),
        lambda data: data + b"\xff",
    ],
)
def test_dates_that_cannot_be_read_are_none(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    home = Home(tmp_path)
    assert dates_in(home, "north") == ()
    path = write_dates(home, "north", [after(28 * 86400)], minutes=90, now=NINE)
    before = path.read_bytes()
    assert change(before) != before
    path.write_bytes(change(before))
    assert dates_in(home, "north") == ()


@settings(max_examples=15)
@given(sessions())
def test_any_session_can_be_handed_out(session: Session) -> None:
    for handout in (
        *(for_case_giver(session, case) for case in cases(session)),
        for_group(session),
        for_facilitator(session),
    ):
        assert contents(handout)
        for form in FORMS:
            assert written(handout, form)
