"""The way through a method on paper, and what a record says of how it went."""

from dataclasses import replace

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.closing import cases, for_case_giver
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.span import Span
from intervisie_tui.store.export.markdown import hand_over_as_markdown, record_as_markdown
from intervisie_tui.store.export.run_sheet import run_sheet
from tests.domain.samples import NINE, SMALL, under_way
from tests.flows import EVERY_WAY

SHEET = run_sheet(EVERY_WAY)


def test_a_run_sheet_says_how_often_a_step_is_done_and_for_whom() -> None:
    assert "## 2. Consulting (once for everybody, who is the case giver then)" in SHEET
    assert "## 3. A guest (once for each of the others, who is scribe then)" in SHEET
    assert "## 4. Trying (1–3 times)" in SHEET
    assert "## 5. As long as it goes (2+ times)" in SHEET
    each = Step(title="One by one", each="peers")
    assert "One by one (once for each of the others)" in run_sheet(replace(SMALL, steps=(each,)))


def test_a_run_sheet_says_what_is_chosen_and_what_may_come_in_between() -> None:
    assert "the case giver chooses 1–2 of: Brainstorm, Draw, Write" in SHEET
    assert "the others choose 1 of: Write, Brainstorm" in SHEET
    assert "may come in between: Looking, Draw" in SHEET
    assert "another round may be added" in SHEET
    assert "time that is left goes to what comes next" in SHEET


def test_a_run_sheet_has_the_modules_at_its_end() -> None:
    modules = SHEET.split("## Only when chosen, or in between\n")[1]
    assert "### Brainstorm\n\n**Call out** · 3 min" in modules
    assert "### Time-out (at any moment)" in modules


def test_a_run_sheet_says_who_sits_with_whom_and_which_roles_there_are() -> None:
    assert "**Roles**: scribe · reporter" in SHEET
    assert "roles given out here: scribe" in SHEET
    assert "in small groups of 2" in SHEET
    assert "the others in 2 small groups, with in each: reporter" in SHEET


def test_a_run_sheet_says_an_exception_with_the_silence() -> None:
    assert "the case giver is silent, opposite the group. You may say stop." in SHEET
    silence = Step(title="Hush", silent=("peers",), unless="there is a fire")
    assert "The others are silent, unless there is a fire" in run_sheet(
        replace(SMALL, steps=(silence,))
    )


def test_a_run_sheet_says_when_a_chart_hangs_and_how_much_anybody_writes() -> None:
    assert "flip chart “Lines”: write, a sheet for each small group" in SHEET
    assert "flip chart “Tries”: write, a new sheet each time, at most 2 lines each" in SHEET
    assert "flip chart “Secret”: look, not to be seen until “Looking”" in SHEET


ROUNDS = replace(
    SMALL,
    steps=(
        Step(title="Consulting", each="everyone", as_="case-giver", chart="Ideas"),
        Step(title="Trying", times=Span(1, 3), chart="Tries"),
    ),
    roles=("scribe",),
)


def test_a_record_says_which_round_a_sheet_is_of_and_whose_it_was() -> None:
    session = under_way(ROUNDS, case_giver=None)
    session = wall.write(room.hold(session, "scribe", 3), "for An")
    session = wall.write(course.next_stop(session, NINE), "for Bo")
    session = wall.write(course.go_to(session, session.plan[-1].id, NINE), "try it")
    told = record_as_markdown(session)
    assert "- Scribe: Cem\n" in told
    assert "## Ideas, round 1, An\n\n- for An\n" in told
    assert "## Ideas, round 2, Bo\n\n- for Bo\n" in told
    assert "## Tries, round 1\n\n- try it\n" in told
    assert "| Consulting, round 2, Bo |  |" in told


def test_each_case_giver_is_handed_their_own_sheets_under_their_own_name() -> None:
    session = wall.write(under_way(ROUNDS, case_giver=None), "for An")
    session = wall.write(course.next_stop(session, NINE), "for Bo")
    _an, bo, *_others = cases(session)
    told = hand_over_as_markdown(for_case_giver(session, bo), bo)
    assert "- Case giver: Bo\n" in told
    assert "for Bo" in told
    assert "An" not in told
