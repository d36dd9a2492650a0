"""What a check says of the words on a screen is what is seen there."""

from typing import Final

import pytest

from intervisie_tui.domain import course, wall
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.store.checks.room import too_long
from intervisie_tui.store.checks.spot import spots
from tests.domain.samples import NINE, prepared
from tests.tui.stage import USUAL, Stage, led

WORDS: Final = "Say what you see and leave the rest to them."

NAMES: Final = ("Aleid", "Bonifaas", "Cem", "Dee", "Karin", "Loes", "Mo", "Niek")

KINDS: Final = {
    "words alone": Moment(title="M", speaks=("everyone",)),
    "with a chart": Moment(title="M", speaks=("case-giver",), silent=("peers",), chart="Q"),
    "in turn": Moment(title="M", speaks=("peers",), in_turn=True, chart="Q"),
}


def method(moment: Moment, rows: int) -> Method:
    """A moment with so many rows of words, the last of them a rule."""
    ask = tuple(f"{number} {WORDS}" for number in range(rows - 2))
    step = Step(
        title="S",
        speaks=moment.speaks,
        silent=moment.silent,
        in_turn=moment.in_turn,
        chart=moment.chart,
        say="First of all.",
        ask=ask,
        remember=("Last of all.",),
    )
    charts = {"Q": Chart(card="Question")} if moment.chart else {}
    return Method(format=1, title="T", language="en", steps=(step,), charts=charts)


def room(moment: Moment) -> int:
    """The rows of words that the check allows."""
    return next(
        rows - 1
        for rows in range(3, 40)
        if list(too_long(made := method(moment, rows), spots(made)))
    )


def begun(made: Method) -> Session:
    """A meeting in which a few lines hang."""
    session = course.begin(prepared(made, names=NAMES), NINE)
    for number in range(6 if made.moments["1"].chart else 0):
        session = wall.write(session, f"Line {number}")
    return session


def there(stage: Stage) -> bool:
    page = stage.page()
    return "First of all." in page and "Last of all." in page


@pytest.mark.parametrize("kind", KINDS)
async def test_what_the_check_allows_can_be_read_and_not_much_more(kind: str) -> None:
    most = room(KINDS[kind])
    async with led(begun(method(KINDS[kind], most)), size=USUAL) as stage:
        assert there(stage)
        chart = stage.screen.query_one("Flap #chart")
        assert (chart.region.height >= 3) == (KINDS[kind].chart is not None)
    async with led(begun(method(KINDS[kind], most + 5)), size=USUAL) as stage:
        chart = stage.screen.query_one("Flap #chart")
        assert not there(stage) or 0 < chart.region.height < 3
