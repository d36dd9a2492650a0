from dataclasses import replace

import pytest

from intervisie_tui.domain import checklist
from intervisie_tui.domain.checklist import Checklist
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment, Step
from tests.domain.samples import FIVE, prepared

CASE, FITS = FIVE.preparation()

AHEAD = Method(
    format=1,
    title="Ahead",
    language="en",
    steps=(
        Step(
            title="Preparation",
            phase="prepare",
            moments=(
                Moment(title="Always"),
                Moment(title="By camera", when="online"),
                Moment(title="Chairs", when="in-the-room"),
                Moment(title="Names", when="first-meeting"),
                Moment(title="Last time", when="later-meeting"),
            ),
        ),
        Step(title="Talk", speaks=("everyone",)),
    ),
)


@pytest.mark.parametrize(
    ("first_meeting", "online", "said"),
    [
        (False, False, ["Always", "Chairs", "Last time"]),
        (False, True, ["Always", "By camera", "Last time"]),
        (True, True, ["Always", "By camera", "Names"]),
    ],
)
def test_what_is_gone_through_is_what_such_a_meeting_needs(
    first_meeting: bool, online: bool, said: list[str]
) -> None:
    points = checklist.points(AHEAD, first_meeting=first_meeting, online=online)
    assert [point.title for point in points] == said


def test_a_tick_is_set_and_taken_back() -> None:
    ticked = checklist.tick(Checklist(), CASE)
    assert ticked.ticked == {CASE}
    assert checklist.tick(ticked, CASE) == Checklist()


def test_a_point_that_two_methods_share_is_gone_through_once() -> None:
    other = Method(format=1, title="Other", language="en", steps=FIVE.steps)
    ticked = checklist.tick(Checklist(), CASE)
    assert other.preparation()[0] in ticked.ticked
    assert replace(CASE, title="Another") not in ticked.ticked


def test_an_answer_is_one_clean_line_and_the_last_one_holds() -> None:
    noted = checklist.answer(Checklist(), CASE, "No")
    noted = checklist.answer(noted, CASE, " How do I\n say\x1b no? ")
    assert noted.answers == {CASE: "How do I say no?"}
    assert checklist.answer(noted, CASE, " ") == Checklist()


def test_answers_are_forgotten_unless_it_is_asked_that_they_stay() -> None:
    answered = checklist.answer(Checklist(), CASE, "No")
    assert checklist.noted(prepared(), answered) == prepared()


def test_answers_that_stay_are_private_notes_under_the_name_of_their_point() -> None:
    answered = Checklist(kept=True)
    for point, words in ((CASE, "No"), (FITS, "Yes")):
        answered = checklist.answer(answered, point, words)
    notes = checklist.noted(prepared(), answered).notes
    assert [note.text for note in notes] == ["The case: No", "Does it fit?: Yes"]
