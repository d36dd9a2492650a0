"""The time in words: true of a short moment too."""

from datetime import timedelta

import pytest

from intervisie_tui.domain import course
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.view import view
from intervisie_tui.tui.widgets.wording import minutes, time_left
from tests.domain.samples import NINE, under_way


@pytest.mark.parametrize(
    ("length", "spent", "words"),
    [
        (240, 0, "4 min"),
        (240, 1, "4 min left"),
        (240, 180, "last minute"),
        (90, 31, "last minute"),
        (60, 0, "1 min"),
        (60, 1, "1 min"),
        (60, 44, "1 min"),
        (60, 45, "almost time"),
        (60, 60, "time to round off"),
        (30, 0, "30 s"),
        (30, 25, "almost time"),
    ],
)
def test_a_moment_of_a_minute_does_not_begin_in_its_last_one(
    length: float, spent: float, words: str
) -> None:
    step = Step(title="Quiet", seconds=length)
    session = under_way(Method(format=1, title="Short", language="en", steps=(step,)))
    if spent:
        session = course.start(session, NINE)
    assert time_left(view(session, NINE + timedelta(seconds=spent)).clock) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (1.41835, "1 s"),
        (30.0, "30 s"),
        (59.4, "59 s"),
        (59.7, "1 min"),
        (61.3, "1 min"),
        (92.0, "1½ min"),
        (240.0, "4 min"),
    ],
)
def test_a_length_that_was_measured_is_said_without_decimals(
    seconds: float | None, words: str
) -> None:
    assert minutes(seconds) == words
