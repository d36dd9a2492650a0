"""A chart on the screen: what is seen of it."""

from dataclasses import replace

import pytest
from textual.theme import Theme

from intervisie_tui.domain.moment import Do
from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.tui.widgets import chart_lines
from intervisie_tui.tui.widgets.chart import Chart
from tests.tui.papers import LABELS, judged, line, paper
from tests.tui.walls import hang

MANY = paper(*(f"line {number}" for number in range(1, 101)))


async def test_brackets_and_escapes_stay_words() -> None:
    said = [
        "[red]XY[/red]",
        "a[/]b",
        "[@click=app.bell]XY[/]",
        "a\x1b[2Jb\x9b1m",
        "👨‍👩‍👧 שלום 日本",
    ]
    async with hang(paper(*said, name="[b]N[/]")) as wall:
        shown = "\n".join(wall.page())
        for words in ["[red]XY[/red]", "a[/]b", "[@click=app.bell]XY[/]", "a[2Jb1m", "[b]N[/]"]:
            assert words in shown
        assert not UNSEEN.search(shown.replace("\n", ""))


async def test_nothing_hangs_where_there_is_no_paper() -> None:
    async with hang(None) as wall:
        assert not "".join(wall.page()).strip()
        assert wall.chart.order() == ()


async def test_the_order_is_known_before_the_chart_is_seen() -> None:
    assert Chart(paper("a", "b")).order() == (10, 20)


async def test_the_selected_line_has_a_sign_and_a_bar() -> None:
    async with hang(paper("a", "b" * 90), selected=20) as wall:
        rows = [y for y, row in enumerate(wall.page()) if row.startswith("│")]
        assert rows == [3, 4]
        plain, marked = (
            {segment.style.bgcolor for segment in wall.chart.render_line(y) if segment.style}
            for y in (2, 3)
        )
        assert not plain & marked


async def test_the_selected_line_is_always_in_sight() -> None:
    async with hang(MANY, (46, 8), selected=500) as wall:
        for selected in (500, 1000, 990, 10, 700, 20):
            wall.chart.selected = selected
            await wall.pilot.pause()
            shown = [row.split()[:4] for row in wall.page()]
            assert ["│", str(selected // 10), "line", str(selected // 10)] in shown
            assert shown[0][:1] == ["Questions"]


async def test_the_beginning_of_a_line_that_is_too_long_is_in_sight() -> None:
    async with hang(paper("first", "x" * 2000, "last"), (46, 8), selected=30) as wall:
        wall.chart.selected = 20
        await wall.pilot.pause()
        assert wall.page()[1].startswith("│   2 xxx")


async def test_a_new_line_comes_in_sight() -> None:
    async with hang(MANY, (46, 8), selected=10) as wall:
        wall.chart.paper = replace(MANY, lines=(*MANY.lines, line(101, "brand new")))
        await wall.pilot.pause()
        assert any("brand new" in row for row in wall.page())


async def test_another_chart_begins_at_its_head() -> None:
    async with hang(MANY, (46, 8), selected=1000) as wall:
        wall.chart.selected = None
        wall.chart.paper = replace(MANY, name="Other")
        await wall.pilot.pause()
        assert wall.page()[1].split() == ["1", "line", "1"]


async def test_the_latest_version_is_in_sight() -> None:
    versions = paper(*(f"version {n} " + "x" * 40 for n in range(9)), kind="statement")
    async with hang(versions, (46, 5)) as wall:
        assert any("version 8" in row for row in wall.page())


async def test_the_head_stays_while_the_wheel_turns() -> None:
    hung = replace(MANY, labels=LABELS, do="judge")
    async with hang(hung, (80, 12)) as wall:
        head = wall.page()[0]
        assert "1 ● helpful" in head
        await wall.pilot.hover(Chart, offset=(20, 6))
        wall.chart.scroll_to(y=40, animate=False)
        await wall.pilot.pause()
        assert wall.page()[0].rstrip("▁▂▃▄▅▆▇ ") == head.rstrip("▁▂▃▄▅▆▇ ")
        assert any("line 45" in row for row in wall.page())


@pytest.mark.parametrize("size", [(46, 4), (50, 15), (80, 24), (120, 40)])
@pytest.mark.parametrize("do", ["write", "judge", "answer", "pick", "show"])
async def test_the_selected_question_can_be_read_at_every_size(
    size: tuple[int, int], do: Do
) -> None:
    async with hang(judged("helpful", "neutral", "not helpful", do=do), size, selected=30) as wall:
        shown = " ".join(" ".join(wall.page()).split())
        assert "Who gains when it stays" in shown


async def test_it_is_wrapped_anew_when_the_width_changes() -> None:
    async with hang(paper("word " * 30), (120, 20)) as wall:
        await wall.resize(46, 20)
        assert max(len(row) for row in wall.page()) <= 46
        assert sum("word" in row for row in wall.page()) == 5


async def test_the_words_do_not_move_when_the_bar_of_the_scroll_appears() -> None:
    async with hang(paper("word " * 30), (46, 8)) as wall:
        before = [row[:44].rstrip() for row in wall.page()[1:4]]
        wall.chart.paper = paper("word " * 30, *("more" for _ in range(30)))
        wall.chart.scroll_to(y=0, animate=False)
        await wall.pilot.pause()
        assert [row[:44].rstrip() for row in wall.page()[1:4]] == before


@pytest.mark.usefixtures("painted")
async def test_only_the_lines_that_changed_are_drawn() -> None:
    async with hang(paper("a", "b", "c"), selected=10) as wall:
        drawn: list[int] = []
        render = wall.chart.render_line
        wall.chart.render_line = lambda y: (drawn.append(y), render(y))[1]  # type: ignore[method-assign, func-returns-value]
        wall.chart.selected = 20
        await wall.pilot.pause()
        assert sorted(set(drawn)) == [2, 3]
        drawn.clear()
        wall.chart.paper = paper("a", "b", "d")
        await wall.pilot.pause()
        assert sorted(set(drawn)) == [4]


async def test_a_change_of_theme_is_seen() -> None:
    async with hang(paper("a"), selected=10) as wall:
        app = wall.pilot.app
        app.register_theme(Theme("loud", primary="#123456", variables={"selection": "#ff0000"}))
        app.theme = "loud"
        await wall.pilot.pause()
        bar = app.screen._compositor.render_strips()[2]
        assert {
            style.bgcolor.name for _text, style, _control in bar if style and style.bgcolor
        } >= {"#ff0000"}


async def test_leading_keys_are_not_for_the_chart() -> None:
    async with hang(MANY, (46, 8)) as wall:
        assert not wall.chart.focusable
        await wall.pilot.press("down", "pagedown", "end")
        assert wall.chart.scroll_offset.y == 0


async def test_a_change_of_language_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    async with hang(paper(line(1))) as wall:
        monkeypatch.setattr(chart_lines, "_", {"Card": "Kaart"}.get)
        wall.chart.retranslate()
        await wall.pilot.pause()
        assert any("Kaart 1" in row for row in wall.page())


NAMES = ("An", "Bonifatius", "Cem", "Dee", "Karin", "Fatima", "Gerrit", "Hanneke")
POINTS = ("A", "more A", "middle", "more B", "B")


@pytest.mark.parametrize("rows", [5, 6, 30])
async def test_everybody_on_a_scale_can_be_seen_or_walked_to(rows: int) -> None:
    stand = (1, 3, 3, 2, 3, 5, 3, 3)
    people = [
        line(number, name, label=POINTS[at - 1])
        for number, (name, at) in enumerate(zip(NAMES, stand, strict=True), 1)
    ]
    async with hang(paper(*people, kind="scale", labels=POINTS), (46, rows)) as wall:
        seen = "\n".join(wall.page())
        for entry in wall.chart.order():
            wall.chart.selected = entry
            await wall.pilot.pause()
            seen += "\n".join(wall.page())
            assert any("│" in row for row in wall.page())
        assert all(name in seen for name in NAMES)
        assert all(f"{at} {point}" in seen for at, point in enumerate(POINTS, 1))


async def test_a_chart_says_that_there_is_more_above_or_below() -> None:
    async with hang(MANY, (46, 8), selected=10) as wall:
        for selected, signs in ((10, "↓"), (500, "↑↓"), (1000, "↑")):
            wall.chart.selected = selected
            await wall.pilot.pause()
            assert "".join(sign for sign in "".join(wall.page()) if sign in "↑↓") == signs
        wall.chart.selected, wall.chart.paper = None, paper("one", "two")
        await wall.pilot.pause()
        assert not {"↑", "↓"} & set("".join(wall.page()))
        wall.chart.paper = replace(MANY, name="More")
        await wall.pilot.pause()
        assert wall.page()[-1].rstrip("▁▂▃▄▅▆▇█ ").endswith("↓")
