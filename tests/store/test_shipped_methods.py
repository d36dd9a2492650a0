"""The methods that come with the program: right, and the same in both languages."""

from pathlib import Path
from typing import Any, Final

import pytest

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.unroll import Table, unroll
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import checked, load
from intervisie_tui.store.plain import plain

FILES = sorted(builtin_methods().glob("??/*.toml"))

WORDS: Final = {
    *("title", "language", "summary", "source", "rules", "say", "ask", "remember", "tips"),
    "examples",
    *("labels", "columns", "card"),
}
"""What is said in another language; `when` is a word of the format in a step, and not in `fit`."""


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def bones(method: Method) -> Any:  # noqa: ANN401 - plain data
    """All of a method but its words: what stands where, how long it takes, who does what."""
    hung = [m.chart for m in method.moments.values() if m.chart]
    charts = list(dict.fromkeys([*method.charts, *hung]))
    labels = [label for chart in method.charts.values() for label in chart.labels]

    def bare(value: Any, key: str = "") -> Any:  # noqa: ANN401 - plain data
        if key in WORDS:
            return len(value) if isinstance(value, list) else bool(value)
        if key in ("chart", "beside"):
            return charts.index(value)
        if key == "only":
            return [labels.index(label) for label in value]
        if isinstance(value, list):
            return [bare(each, key) for each in value]
        if not isinstance(value, dict):
            return value
        if key == "fit":
            value = value | {"when": bool(value.get("when"))}
        inner = {each: bare(part, each) for each, part in value.items()}
        return list(inner.values()) if key == "charts" else inner

    return bare(plain(method))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_method_we_ship_is_right_and_speaks_the_language_of_its_folder(path: Path) -> None:
    assert checked(path).language == path.parent.name


@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name == "nl"], ids=name)
def test_the_editions_of_a_method_are_the_same_but_for_their_words(path: Path) -> None:
    english = path.parents[1] / "en" / path.name
    assert bones(load(path)) == bones(load(english))


@pytest.mark.parametrize("path", [p for p in FILES if load(p).rules], ids=name)
def test_what_a_group_agrees_on_hangs_while_it_agrees(path: Path) -> None:
    method = load(path)
    if method.kind != "case" and path.stem != "spelregels":
        return
    assert any(
        step.phase == "open" and {*method.rules} <= {*method.moments[address].remember}
        for address, step in method.step_of.items()
    )


def test_every_method_is_there_in_both_languages() -> None:
    names = {
        language: {p.name for p in FILES if p.parent.name == language} for language in ("nl", "en")
    }
    assert names["nl"] == names["en"]
    assert "vijf-stappen.toml" in names["nl"]


@pytest.mark.parametrize("online", [False, True], ids=["in the room", "online"])
@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_is_planned_lies_in_the_minutes_that_a_method_says(path: Path, online: bool) -> None:
    # Getting to know each other, at a first meeting, comes on top.
    method = load(path)
    assert method.minutes is not None
    stops = unroll(method, Table(people=range(1, 7), online=online))
    planned = sum(stop.planned or 0 for stop in stops) / 60
    assert method.minutes.low <= planned <= method.minutes.high
