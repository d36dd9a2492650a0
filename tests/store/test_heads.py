from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_tui.domain import course
from intervisie_tui.domain.closing import closed
from intervisie_tui.domain.decided import Closing
from intervisie_tui.domain.session import Session
from intervisie_tui.store.heads import Head, expired, heads, read_head, unfinished
from intervisie_tui.store.home import Home, Settings
from intervisie_tui.store.machine import private_folder
from intervisie_tui.store.pieces import Pieces
from tests.domain.samples import FIVE, NINE, after, prepared, under_way
from tests.strategies import sessions

GOLDEN = Path(__file__).parent / "golden" / "record-4.toml"


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    home = Home(tmp_path, Settings(draft_days=14))
    private_folder(home.records)
    return home


def saved(home: Home, name: str, session: Session) -> Path:
    path = home.records / f"{name}.toml"
    path.write_bytes(Pieces().record(session))
    return path


def kept(until: date | None) -> Session:
    stays = closed(under_way(), "all", until=until, now=after(60))
    assert stays is not None
    return stays


# One head


def test_a_head_says_what_a_list_shows(mine: Home) -> None:
    session = under_way(group="North [old]", question="How?")
    path = saved(mine, "one", course.finish(course.start(session, NINE), after(130)))
    assert read_head(path) == Head(
        path=path,
        state="draft",
        titles=("Five steps",),
        language="en",
        group="North [old]",
        people=5,
        minutes=2,
        made=NINE,
        begun=NINE,
        ended=after(130),
    )


def test_of_what_is_prepared_the_planned_minutes_are_told(mine: Home) -> None:
    session = prepared()
    head = read_head(saved(mine, "one", session))
    assert (head.state, head.begun) == ("prepared", None)
    assert head.minutes == round(sum(stop.length or 0 for stop in session.plan) / 60)


def test_what_is_kept_says_until_when(mine: Home) -> None:
    head = read_head(saved(mine, "one", kept(date(2026, 4, 1))))
    assert (head.state, head.keep_until) == ("kept", date(2026, 4, 1))


def test_a_head_tells_times_alone_from_all_that_was_said(mine: Home) -> None:
    times = closed(under_way(), "hand-over", until=None, now=after(60))
    assert times is not None
    assert read_head(saved(mine, "one", times)).only_times
    assert not read_head(saved(mine, "two", kept(None))).only_times
    assert not read_head(saved(mine, "three", prepared(names=()))).only_times


def test_of_a_meeting_of_two_methods_both_titles_are_told(mine: Home) -> None:
    session = prepared()
    methods = {**session.methods, "other": replace(FIVE, title="Another")}
    blocks = (*session.blocks, replace(session.blocks[0], method="other"))
    head = read_head(saved(mine, "one", replace(session, methods=methods, blocks=blocks)))
    assert head.titles == ("Five steps", "Another")


def test_a_head_is_read_without_the_rest(mine: Home) -> None:
    path = saved(mine, "one", under_way())
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("[session]")] + "[session]\n\x00 torn", "utf-8")
    assert read_head(path).titles == ("Five steps",)


def test_a_title_with_a_line_like_a_table_does_not_end_the_head(mine: Home) -> None:
    path = saved(mine, "one", prepared(replace(FIVE, title="Five\n[session]\nsteps")))
    assert read_head(path).titles == ("Five [session] steps",)


def test_a_very_long_head_is_read_whole(mine: Home) -> None:
    path = saved(mine, "one", prepared(replace(FIVE, title="long " * 4000)))
    assert read_head(path).people == 5


@settings(max_examples=30)
@given(sessions())
def test_every_record_has_a_head(
    tmp_path_factory: pytest.TempPathFactory, session: Session
) -> None:
    path = tmp_path_factory.getbasetemp() / "head.toml"
    path.write_bytes(Pieces().record(session))
    head = read_head(path)
    assert head.problem == ""
    assert (head.made, head.begun, head.ended) == (session.made, session.begun, session.ended)


@given(st.data())
def test_no_damage_is_a_crash(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    raw = GOLDEN.read_bytes()[:400]
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    path = tmp_path_factory.getbasetemp() / "mutated.toml"
    path.write_bytes(raw[:start] + data.draw(st.binary(max_size=8)) + raw[end:])
    head = read_head(path)
    assert (head.state == "broken") == bool(head.problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "this is not a record of intervisie"),
        ("format = 1\n", "this record has no head"),
        ("format = 1\n[head]\n", "this record has no whole head"),
        ('format = 1\n[head]\nstate = "lost"\n', "this is not what a head says"),
        ("format = 1\n[head]\nmade = 2026-01-01 09:00:00\n", "this is not what a head says"),
        ("format = 9\n[head]\n", "a newer intervisie made this record (format 9, known: 4)"),
        ("format = 1\n[head\n", ""),
    ],
)
def test_a_broken_head_says_why(mine: Home, text: str, problem: str) -> None:
    path = mine.records / "broken.toml"
    path.write_text(text, "utf-8")
    head = read_head(path)
    assert head.state == "broken"
    assert head.problem.startswith(f"{path}:")
    assert problem in head.problem


def test_what_is_no_file_is_broken_too(mine: Home) -> None:
    folder = mine.records / "folder.toml"
    folder.mkdir()
    assert read_head(folder).state == "broken"


# Lists


def test_the_newest_record_comes_first_and_a_broken_one_is_among_them(mine: Home) -> None:
    for name in ("2026-01-05-1000-aaaaaa", "2026-03-01-0900-aaaaaa"):
        saved(mine, name, prepared())
    (mine.records / "2026-02-01-0900-aaaaaa.toml").write_text("torn", "utf-8")
    assert [(head.path.stem[:10], head.state) for head in heads(mine)] == [
        ("2026-03-01", "prepared"),
        ("2026-02-01", "broken"),
        ("2026-01-05", "prepared"),
    ]


def test_what_was_closed_or_is_broken_is_not_unfinished(mine: Home) -> None:
    saved(mine, "3", prepared())
    saved(mine, "2", under_way())
    saved(mine, "1", kept(None))
    (mine.records / "0.toml").write_text("torn", "utf-8")
    assert [each.head.path.stem for each in unfinished(mine, NINE)] == ["3", "2"]


@pytest.mark.parametrize(("days", "only_close"), [(0, False), (14, False), (14.01, True)])
def test_a_draft_that_is_too_old_can_only_be_closed(
    mine: Home, days: float, only_close: bool
) -> None:
    saved(mine, "one", under_way())
    [draft] = unfinished(mine, NINE + timedelta(days=days))
    assert draft.only_close is only_close


def test_what_is_prepared_waits_as_long_as_it_takes(mine: Home) -> None:
    saved(mine, "one", prepared())
    [waiting] = unfinished(mine, NINE + timedelta(days=300))
    assert not waiting.only_close


def test_what_passed_its_date_is_offered_for_deletion_and_not_before(mine: Home) -> None:
    for name, until in (("a", date(2026, 3, 31)), ("b", date(2026, 4, 1)), ("c", None)):
        saved(mine, name, kept(until))
    saved(mine, "d", under_way())
    assert [head.path.stem for head in expired(mine, date(2026, 4, 1))] == ["a"]


def test_what_was_handed_over_has_no_date_to_pass(mine: Home) -> None:
    closing = Closing(at=datetime(2026, 1, 5, tzinfo=UTC), keep="hand-over")
    saved(mine, "a", replace(under_way(), closing=closing))
    assert expired(mine, date(2099, 1, 1)) == []
