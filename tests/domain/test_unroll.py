from dataclasses import replace

import pytest

from intervisie_tui.domain.method import QUESTION, Method
from intervisie_tui.domain.moment import Choose, Groups, Module, Moment, Step
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.unroll import Table, unroll
from tests.domain.samples import FIVE, KARIN, NAMES, NINE, SMALL, Known, after, prepared, texts

WITHOUT_ACQUAINTANCE = [
    address for address, step in FIVE.step_of.items() if step.phase != "prepare" and address != "2"
]


@pytest.mark.parametrize(
    ("first_meeting", "expected"),
    [(False, WITHOUT_ACQUAINTANCE), (True, ["2", *WITHOUT_ACQUAINTANCE])],
)
def test_every_moment_that_the_group_does_gets_a_stop(
    first_meeting: bool, expected: list[str]
) -> None:
    plan = unroll(FIVE, Table(people=range(1, 6), first_meeting=first_meeting))
    assert [stop.moment for stop in plan] == expected


def test_a_moment_for_a_first_meeting_is_left_out_later() -> None:
    method = Method(
        format=1,
        title="M",
        language="en",
        steps=(
            Step(title="S", moments=(Moment(title="a", when="first-meeting"), Moment(title="b"))),
        ),
    )
    assert len(unroll(method, Table(people=range(1, 6), first_meeting=True))) == 2
    assert [s.moment for s in unroll(method, Table(people=range(1, 6)))] == ["1.2"]


def test_two_steps_that_say_the_same_are_two_steps() -> None:
    again = Step(title="S", moments=(Moment(title="a"), Moment(title="b")))
    method = replace(SMALL, steps=(again, replace(again)))
    plan = unroll(method, Table(people=range(1, 6)))
    assert [stop.moment for stop in plan] == ["1.1", "1.2", "2.1", "2.2"]


def test_stops_count_on_from_where_they_are_told() -> None:
    plan = unroll(SMALL, Table(people=range(1, 6)), block=2, first_id=7)
    assert [(stop.id, stop.block) for stop in plan] == [(7, 2), (8, 2), (9, 2), (10, 2)]


@pytest.mark.parametrize(
    ("people", "round_of_all", "round_of_peers"),
    [(4, 240, 90), (5, 300, 120), (8, 480, 210), (1, 60, None), (0, None, None)],
)
def test_a_round_is_planned_for_who_will_take_a_turn(
    people: int, round_of_all: float | None, round_of_peers: float | None
) -> None:
    planned = {
        stop.moment: stop.planned
        for stop in unroll(FIVE, Table(people=range(people), first_meeting=True))
    }
    assert planned["2"] == round_of_all
    assert planned["explore.read"] == round_of_peers
    assert planned["explore.answer"] == 540
    assert planned["7.2"] is None


def test_a_stop_begins_with_nothing_on_it() -> None:
    for stop in prepared().plan:
        assert (stop.added, stop.spent, stop.done, stop.skipped) == (0, 0, False, False)
        assert (stop.lap, stop.cause, stop.turns, stop.begun) == (None, None, None, False)


# The session made of it


def test_a_prepared_session_hangs_on_its_welcome_sheet_before_its_first_moment() -> None:
    session = prepared()
    assert session.stage == "welcome"
    assert session.stop is session.plan[0]
    assert (session.made, session.begun, session.ended, session.since) == (NINE, None, None, None)
    assert (session.due, session.closing, session.sheets) == (None, None, ())


def test_everybody_gets_a_seat_and_one_of_them_is_the_case_giver() -> None:
    session = prepared()
    assert [(person.id, person.name) for person in session.people] == list(enumerate(NAMES, 1))
    assert session.case_giver(session.stop) == KARIN
    assert session.holders(("peers",), session.stop) == (1, 2, 3, 4)
    assert session.holders(("case-giver",), session.stop) == (5,)
    assert session.holders(("everyone",), session.stop) == (1, 2, 3, 4, 5)
    assert session.holders(("facilitator",), session.stop) == ()


def test_the_plan_is_the_same_whether_the_case_giver_is_known_or_not() -> None:
    assert prepared(case_giver=None).plan == prepared().plan


def test_while_the_case_giver_is_not_known_everyone_is_a_peer() -> None:
    session = prepared(case_giver=None)
    assert session.case_giver(session.stop) is None
    assert session.holders(("peers",), session.stop) == (1, 2, 3, 4, 5)
    assert session.holders(("case-giver",), session.stop) == ()


@pytest.mark.parametrize(
    ("method", "chart"), [(FIVE, "The question"), (SMALL, QUESTION)], ids=["declared", "not"]
)
def test_a_question_that_is_known_hangs_from_the_start(method: Method, chart: str) -> None:
    session = prepared(method, question="How do I say \x1b[31mno?\n")
    assert texts(session, chart) == ["How do I say [31mno?"]
    question = session.question(session.stop)
    assert question is not None
    assert question.by == KARIN


@pytest.mark.parametrize("question", ["", "  ", "\n", "\x1b"])
def test_a_question_without_words_is_no_card(question: str) -> None:
    session = prepared(question=question)
    assert (session.sheets, session.question(session.stop)) == ((), None)


@pytest.mark.parametrize(
    ("known", "field", "expected"),
    [
        ({"group": " North\x07\n"}, "group", "North"),
        ({"first_meeting": True}, "first_meeting", True),
        ({"due": after(3600)}, "due", after(3600)),
        ({"names": ()}, "people", ()),
    ],
)
def test_what_is_known_beforehand_is_in_the_session(
    known: Known, field: str, expected: object
) -> None:
    assert getattr(prepared(**known), field) == expected


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("", ""),
        (" An ", "An"),
        ("An\nBo", "An Bo"),
        ("[red]An[/]", "[red]An[/]"),
        ("\x1b[31mAn", "[31mAn"),
        ("\u202enA", "nA"),
        ("😀", "😀"),
        ("אֲבִיגַיִל", "אֲבִיגַיִל"),
        ("x" * 200, "x" * 60),
        ("x" * 59 + " yz", "x" * 59),
    ],
)
def test_a_name_is_kept_as_it_was_meant(said: str, kept: str) -> None:
    assert prepared(names=(said, "An")).people[0].name == kept


def test_two_people_may_have_one_name() -> None:
    assert [person.id for person in prepared(names=("An", "An")).people] == [1, 2]


# What is done more than once, or chosen


def row(
    *steps: Step, people: int = 6, case_giver: int | None = None
) -> list[tuple[str, tuple[int, ...]]]:
    modules = (Module(title="A", id="a"), Module(title="B", id="b"))
    method = Method(format=1, title="M", language="en", steps=steps, modules=modules)
    plan = unroll(method, Table(people=range(1, people + 1), case_giver=case_giver))
    return [(stop.moment, stop.lap.people if stop.lap else ()) for stop in plan]


def test_modules_are_not_done_by_themselves() -> None:
    assert row(Step(title="S")) == [("1", ())]


@pytest.mark.parametrize(
    ("pick", "planned"), [(Span(1, 1), "a"), (Span(0, 2), ""), (Span(2, 2), "ab")]
)
def test_until_somebody_chooses_what_the_author_names_first_is_planned(
    pick: Span, planned: str
) -> None:
    step = Step(title="S", choose=Choose(from_=("a", "b"), pick=pick))
    assert [moment for moment, _ in row(step, Step(title="T"))] == ["1", *planned, "2"]


@pytest.mark.parametrize(
    ("groups", "passes"),
    [
        (None, [(1,), (2,), (3,), (4,), (5,), (6,)]),
        (Groups(size=3), [(1, 4), (2, 5), (3, 6)]),
        (Groups(count=2), [(1, 4), (2, 5), (3, 6)]),
        (Groups(size=4), [(1,), (2,), (3,), (4,), (5,), (6,)]),
        # The peers of whose pass it is are divided, so that the passes are one after another.
        (Groups(size=2, of="peers"), [(1,), (2,), (3,), (4,), (5,), (6,)]),
    ],
)
def test_small_groups_have_their_passes_at_the_same_time(
    groups: Groups | None, passes: list[tuple[int, ...]]
) -> None:
    step = Step(title="S", each="everyone", as_="case-giver", groups=groups)
    assert row(step) == [("1", people) for people in passes]


@pytest.mark.parametrize("people", range(1, 13))
@pytest.mark.parametrize("size", range(1, 5))
def test_everybody_has_one_pass_whatever_the_groups(people: int, size: int) -> None:
    step = Step(title="S", each="everyone", groups=Groups(size=size))
    who = [person for _, passed in row(step, people=people) for person in passed]
    assert sorted(who) == list(range(1, people + 1))


def test_a_pass_for_each_of_the_peers_is_not_for_the_case_giver() -> None:
    step = Step(title="S", each="peers")
    assert row(step, people=3, case_giver=2) == [("1", (1,)), ("1", (3,))]
    assert row(step, people=1, case_giver=1) == [("1", ())]
