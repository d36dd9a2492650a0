"""What the mouse asks of a chart."""

import pytest
from textual.message import Message

from intervisie_tui.domain.paper import Paper
from intervisie_tui.tui.widgets.chart import Chart
from tests.tui.papers import judged, line, paper
from tests.tui.walls import hang


async def test_a_click_selects_and_two_clicks_edit() -> None:
    async with hang(paper("first", "second")) as wall:
        await wall.click("second")
        assert wall.asked == [Chart.Selected(20)]
        assert wall.chart.selected is None
        await wall.click("first", times=2)
        assert wall.asked[1:] == [Chart.Selected(10), Chart.Edit(10)]


async def test_a_click_beside_the_lines_asks_nothing() -> None:
    async with hang(paper("first"), selected=10) as wall:
        await wall.pilot.click(Chart, offset=(10, 15))
        await wall.click("Questions")
        assert wall.asked == []


async def test_the_line_under_the_mouse_can_be_crossed_out_once() -> None:
    async with hang(paper("first", "second")) as wall:
        assert "×" not in "".join(wall.page())
        await wall.pilot.hover(Chart, offset=(10, 3))
        await wall.pilot.pause()
        assert [("×" in row) for row in wall.page()[:5]] == [False, False, False, True, False]
        await wall.click("×", times=2)
        assert wall.asked == [Chart.Removed(20)]


SIGN = 2
"""The cell of the first sign, in 80 columns."""


@pytest.mark.parametrize(
    ("hung", "asked"),
    [
        (judged(None, do="judge"), Chart.Judged(10, "helpful")),
        (judged("helpful", do="judge"), Chart.Judged(10, "neutral")),
        (judged("not helpful", do="judge"), Chart.Judged(10, None)),
        (judged("helpful", do="answer"), Chart.Answered(10)),
        (judged(None, do="pick"), Chart.Picked(10)),
        (judged(None, do="write"), Chart.Selected(10)),
        (judged("helpful", do="show"), Chart.Selected(10)),
        (paper(line(1, "What makes"), kind="actions"), Chart.Agreed(10)),
        (
            paper(line(1, "What makes"), kind="follow-up", labels=("done", "let go"), do="judge"),
            Chart.Judged(10, "done"),
        ),
    ],
)
async def test_a_click_on_the_sign_does_what_is_done_now(hung: Paper, asked: Message) -> None:
    async with hang(hung) as wall:
        await wall.click("What makes", at=SIGN)
        assert wall.asked == [asked]


async def test_a_click_in_the_legend_judges_the_selected_line() -> None:
    async with hang(judged(None, None, do="judge")) as wall:
        await wall.click("neutral")
        assert wall.asked == []
        wall.chart.selected = 20
        await wall.click("neutral")
        await wall.click("3 ○")
        assert wall.asked == [Chart.Judged(20, "neutral"), Chart.Judged(20, "not helpful")]


async def test_a_click_on_a_point_places_the_selected_line_on_the_scale() -> None:
    hung = paper("An", "Bo", kind="scale", labels=("low", "high"))
    async with hang(hung, selected=20) as wall:
        await wall.click("high")
        assert wall.asked == [Chart.Judged(20, "high")]


@pytest.mark.parametrize(("held", "to", "by"), [("first", "third", 2), ("third", "first", -2)])
async def test_a_dragged_line_is_moved(held: str, to: str, by: int) -> None:
    async with hang(paper("first", "second", "third")) as wall:
        await wall.drag(held, to)
        assert wall.asked == [Chart.Moved(10 if by > 0 else 30, by)]


async def test_a_drag_says_where_the_line_would_hang() -> None:
    async with hang(paper("first", "second")) as wall:
        await wall.drag("first", "second", drop=False)
        assert wall.page()[3].startswith("↓")


async def test_a_line_that_is_dragged_and_brought_back_stays() -> None:
    async with hang(paper("first", "second")) as wall:
        await wall.drag("first", "second", "first")
        assert wall.asked == []


async def test_what_is_ranked_is_not_dragged() -> None:
    async with hang(judged("helpful", "neutral", do="answer")) as wall:
        await wall.drag("What makes", "How does")
        assert wall.asked == []


@pytest.mark.parametrize("to", ["Do", "second"])
async def test_a_line_is_dragged_to_another_column(to: str) -> None:
    hung = paper(
        line(1, "first", column="Think"), line(2, "second", column="Do"), columns=("Think", "Do")
    )
    async with hang(hung) as wall:
        await wall.drag("first", to)
        assert wall.asked == [Chart.Placed(10, "Do")]
