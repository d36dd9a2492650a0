"""What another method in the agenda leaves alone, and what a case that goes round is."""

from dataclasses import replace

from intervisie_tui.domain import agenda
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Step
from tests.domain.meetings import SHORT, meeting
from tests.domain.samples import NINE, after

FIRST, SECOND, THIRD = 1, 2, 4


def test_two_methods_of_one_name_do_not_take_each_others_place() -> None:
    dutch = replace(SHORT, language="nl", title="In het kort")
    session = agenda.change_method(meeting(), SECOND, "short", dutch)
    first, second = (session.methods[session.blocks[each].method] for each in (FIRST, SECOND))
    assert (first, second) == (SHORT, dutch)
    again = agenda.change_method(session, THIRD, "short", dutch)
    assert again.blocks[THIRD].method == again.blocks[SECOND].method
    assert agenda.change_method(session, FIRST, "short", SHORT) is session


def test_a_case_that_goes_round_cannot_be_said_to_be_somebodys() -> None:
    step = Step(title="Consulting", each="everyone", as_="case-giver")
    round_ = Method(format=1, title="In turn", language="en", steps=(step,))
    session = agenda.change_method(meeting(), SECOND, "round", round_)
    assert agenda.bring(session, SECOND, 5) is session


def test_what_is_left_out_is_as_long_as_it_would_be_if_it_were_taken_back_in() -> None:
    session = agenda.leave_out(meeting(), SECOND)
    left = next(item for item in agenda.agenda(session, NINE) if item.block == SECOND)
    assert (left.state, left.seconds) == ("out", 38 * 60)


def test_what_ends_a_few_seconds_later_is_in_time() -> None:
    assert all(item.fits for item in agenda.agenda(meeting(minutes=235), after(20)))
    assert not agenda.agenda(meeting(minutes=235), after(40))[-1].fits
