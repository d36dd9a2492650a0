"""What stands above the lines of a chart."""

import pytest

from intervisie_tui.domain.method import Keep
from intervisie_tui.tui.widgets.chart_sheet import lay_out
from tests.tui.papers import paper, text_of


@pytest.mark.parametrize("width", [30, 80])
@pytest.mark.parametrize(
    ("keep", "promise"),
    [("record", ""), ("hand-over", "goes with the case giver"), ("nothing", "is not kept")],
)
def test_a_sheet_says_what_will_become_of_it(keep: Keep, promise: str, width: int) -> None:
    said = " ".join(text_of(lay_out(paper("one", keep=keep), width)))
    assert promise in " ".join(said.split())
    assert ("case giver" in said) == (keep == "hand-over")
    assert ("kept" in said) == (keep == "nothing")
