"""The methods that come with the program: right, and the same in both languages."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

from intervisie_tui.domain.follow_up import LABELS
from intervisie_tui.domain.meeting_timeline import meeting_timeline
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.timeline import Reach
from intervisie_tui.domain.unroll import Table, unroll
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.meetings import Stock, examine, with_usual
from intervisie_tui.store.methods import checked, load
from intervisie_tui.store.plain import plain

FILES = sorted(builtin_methods().glob("??/*.toml"))
MEETINGS = [path for path in FILES if load(path).kind == "meeting"]
METHODS = [path for path in FILES if path not in MEETINGS]

WORDS: Final = {
    *("title", "language", "summary", "source", "rules", "say", "ask", "remember", "tips"),
    *("examples", "unless"),
    *("labels", "columns", "card"),
}
"""What is said in another language; `when` is a word of the format in a step, and not in `fit`."""


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def written(method: Method) -> Iterator[Moment]:
    """Every moment that stands in the file."""
    yield from method.moments.values()
    for block in method.blocks:
        if block.use is None:
            yield from method.of(block).moments.values()


def bones(method: Method) -> Any:  # noqa: ANN401 - plain data
    """All of a method but its words: what stands where, how long it takes, who does what."""
    hung = [moment.chart for moment in written(method) if moment.chart]
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
@pytest.mark.parametrize("path", METHODS, ids=name)
def test_what_is_planned_lies_in_the_minutes_that_a_method_says(path: Path, online: bool) -> None:
    # Getting to know each other, at a first meeting, comes on top.
    method = load(path)
    assert method.minutes is not None
    stops = unroll(method, Table(people=range(1, 7), online=online))
    planned = sum(stop.planned or 0 for stop in stops) / 60
    assert method.minutes.low <= planned <= method.minutes.high


# Meetings


@pytest.fixture
def nobody(tmp_path: Path) -> Home:
    """The home of somebody who has no method of their own."""
    return Home(tmp_path)


def lengths(
    path: Path, home: Home, people: int, *, first_meeting: bool = False, online: bool = False
) -> Reach:
    meeting = load(path)
    library, usual = with_usual(Stock(home), meeting, path)
    return meeting_timeline(
        meeting, library, people, usual=usual, first_meeting=first_meeting, online=online
    ).total


@pytest.mark.parametrize("path", MEETINGS, ids=name)
def test_every_method_that_a_meeting_uses_is_there_and_suits_its_group(
    path: Path, nobody: Home
) -> None:
    assert examine(Stock(nobody), path).problems == ()
    library, _usual = with_usual(Stock(nobody), load(path), path)
    assert {method.language for method in library.values()} == {path.parent.name}


@pytest.mark.parametrize("online", [False, True], ids=["in the room", "online"])
@pytest.mark.parametrize("path", MEETINGS, ids=name)
def test_a_meeting_is_planned_in_the_minutes_that_it_says(
    path: Path, online: bool, nobody: Home
) -> None:
    meeting = load(path)
    assert meeting.minutes is not None
    for people in range(int(meeting.people.low), int(meeting.people.high) + 1):
        planned = lengths(path, nobody, people, online=online).usual / 60
        assert meeting.minutes.low <= planned <= meeting.minutes.high, people


@pytest.mark.parametrize("path", MEETINGS, ids=name)
def test_a_meeting_opens_with_what_was_intended_and_is_looked_back_on(path: Path) -> None:
    meeting = load(path)
    back = [block for block in meeting.blocks if block.use == "terugblik"]
    assert [block.when for block in back] == ["later-meeting"]
    assert [block.longer for block in meeting.blocks if block.use == "evaluatie"] == [
        "evaluatie-uitgebreid"
    ]


STAB = [path for path in MEETINGS if path.stem == "stab-zaal"]


@pytest.mark.parametrize(("path", "first"), list(product(STAB, [True, False])), ids=str)
def test_in_four_hours_five_people_all_have_their_case(
    path: Path, first: bool, nobody: Home
) -> None:
    meeting = load(path)
    library, _usual = with_usual(Stock(nobody), meeting, path)
    made = meeting_timeline(meeting, library, 5, first_meeting=first)
    assert sum(row.usual for row in made.rows if row.step_title == "vier-fasen") == 5
    # With what was intended the last time, too.
    most = sum(max(row.all.usual, row.once.usual) for row in made.rows)
    assert most <= 240 * 60


@pytest.mark.parametrize("path", [p for p in METHODS if p.stem == "terugblik"], ids=name)
def test_what_came_of_it_is_said_in_one_of_four_words(path: Path) -> None:
    method = load(path)
    assert method.follow_up_chart is not None
    assert len(method.charts[method.follow_up_chart].labels) == LABELS
    judged = [m for m in method.moments.values() if m.do == "judge"]
    assert [moment.speaks for moment in judged] == [("everyone",)]
