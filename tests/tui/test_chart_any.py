"""Whatever was said fits on a chart, at any width."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from intervisie_tui.domain.paper import Line, Paper
from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.tui.widgets.chart_layout import piece_at, width_of, wrap
from intervisie_tui.tui.widgets.chart_sheet import lay_out
from tests.tui.papers import LABELS, entry
from tests.tui.walls import hang

words = st.text(max_size=60) | st.text(
    st.sampled_from("ab ●\u0301\u200b\u200d\ufe0f\u00ad👨🏽🇳1️⃣ש語\x1b\x9b\x00\n\t\u202e\ud83d[]"),
    max_size=60,
)
lines = st.builds(
    Line,
    number=st.integers(1, 12000),
    by=words,
    owner=words,
    entry=st.builds(
        entry,
        st.integers(1, 9),
        words,
        note=words,
        when=words,
        label=st.none() | st.sampled_from(LABELS) | words,
        column=st.none() | words,
        answered=st.booleans(),
        picked=st.booleans(),
        agreed=st.booleans(),
    ),
)
papers = st.builds(
    Paper,
    name=words,
    kind=st.sampled_from(["list", "statement", "scale", "actions", "follow-up"]),
    do=st.sampled_from(["write", "judge", "answer", "pick", "show"]),
    labels=st.just(LABELS) | st.lists(words, max_size=9).map(tuple),
    columns=st.just(()) | st.lists(words, max_size=4).map(tuple),
    card=words,
    hidden=st.just(False),  # what is withheld has no lines
    lines=st.lists(lines, max_size=5, unique_by=lambda line: line.entry.id).map(tuple),
)


@given(words, st.integers(1, 200))
def test_no_row_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert all(cell_len(row) <= max(width, 2) for row in wrap(text, width))


@given(words, st.integers(2, 200))
def test_nothing_that_can_be_seen_gets_lost(text: str, width: int) -> None:
    def seen(words: str) -> list[str]:
        return [c for c in words if cell_len(c) and c != " " and unicodedata.category(c) != "Cf"]

    assert seen("".join(wrap(text, width))) == seen(text)


@given(papers, st.integers(40, 200), st.booleans())
def test_any_paper_fits_any_width(paper: Paper, width: int, airy: bool) -> None:
    layout = lay_out(paper, width, airy=airy)
    assert sorted(layout.order) == sorted(line.entry.id for line in paper.lines)
    for row in (*layout.head, *(layout.row(y) for y in range(layout.height))):
        assert width_of(row) <= width
        assert not any(UNSEEN.search(piece.text) or "\n" in piece.text for piece in row)
        assert piece_at(row, width) is None


@given(papers, st.integers(40, 200))
def test_every_line_can_be_found(paper: Paper, width: int) -> None:
    layout = lay_out(paper, width)
    for hung in layout.order:
        span = layout.span(hung)
        assert span is not None
        shown = [piece.entry for y in range(*span) for piece in layout.row(y)]
        assert hung in shown


@settings(max_examples=10)
@given(papers)
async def test_any_paper_can_hang(hung: Paper) -> None:
    async with hang(hung, (120, 40), selected=10) as wall:
        for width, height in ((120, 40), (46, 4)):
            await wall.resize(width, height)
            assert not UNSEEN.search("".join(wall.page()))
            for y in range(height):
                assert wall.chart.render_line(y).cell_length == width - 1
