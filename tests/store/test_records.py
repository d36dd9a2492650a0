import os
import re
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_tui.domain import wall
from intervisie_tui.domain.closing import lasting, lasting_desk
from intervisie_tui.domain.decided import Closing
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.method import Chart, Fit, Method, Questions
from intervisie_tui.domain.moment import Choose, Groups, Module, Moment, Step
from intervisie_tui.domain.note import Note
from intervisie_tui.domain.person import Person
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet
from intervisie_tui.domain.stop import Block, Lap, Round, Stop
from intervisie_tui.store import pieces, shape
from intervisie_tui.store.files import desk_of
from intervisie_tui.store.pieces import Pieces, desk_text
from intervisie_tui.store.plain import plain
from intervisie_tui.store.records import RecordProblem, load
from tests.domain.samples import under_way
from tests.strategies import desks, sessions

GOLDEN = Path(__file__).parent / "golden" / "record-4.toml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("records")


def saved(folder: Path, session: Session, desk: Desk | None = None) -> Path:
    path = folder / "2026-01-05-1000-abcdef.toml"
    path.write_bytes(Pieces().record(session))
    if desk is not None:
        desk_of(path).write_bytes(desk_text(desk))
    return path


# What was saved is there


@settings(max_examples=60)
@given(session=sessions(), desk=desks())
def test_what_is_saved_is_read_back(folder: Path, session: Session, desk: Desk) -> None:
    record = load(saved(folder, session, lasting_desk(desk, session)))
    assert record.session == lasting(session)
    assert record.desk == lasting_desk(desk, session)


@settings(max_examples=20)
@given(st.lists(sessions(), min_size=2, max_size=2))
def test_a_piece_that_was_made_before_is_not_mistaken_for_another(known: list[Session]) -> None:
    one, other = known
    mixed = replace(one, people=other.people, notes=other.notes, closing=other.closing)
    used = Pieces()
    for session in (one, other, mixed, one):
        assert used.record(session) == Pieces().record(session)


def test_what_did_not_change_is_not_put_into_words_again(monkeypatch: pytest.MonkeyPatch) -> None:
    session = wall.write_lines(under_way(moment="explore.read"), map(str, range(500)))
    used = Pieces()
    used.record(session)
    made: list[object] = []

    def watched(value: object) -> dict[str, object]:
        made.append(value)
        return plain(value)

    monkeypatch.setattr(pieces, "plain", watched)
    used.record(wall.write(session, "One more"))
    assert [value.text for value in made if isinstance(value, Entry)] == ["One more"]
    assert not any(isinstance(value, Method | Stop | Person) for value in made)


def test_a_chart_that_keeps_nothing_never_reaches_the_disk(tmp_path: Path) -> None:
    session = wall.write(under_way(moment="6.2"), "For myself alone")
    path = saved(tmp_path, session)
    assert b"For myself alone" not in path.read_bytes()
    assert load(path).session.sheets == ()


def test_words_of_several_lines_stand_on_several_lines(tmp_path: Path) -> None:
    session = replace(under_way(), notes=(Note(id=1, text="Watch Bo.\nQuiet.", stop=1),))
    assert "Watch Bo.\nQuiet." in saved(tmp_path, session).read_text("utf-8")


def test_the_head_comes_first_and_the_method_last() -> None:
    tables = re.findall(rb"^\[+([\w-]+)", Pieces().record(under_way()), re.MULTILINE)
    assert tables[:2] == [b"head", b"session"]
    assert tables[-1] == b"methods"


@pytest.mark.parametrize("damage", ["[desk]\ncaret = 'x'", "desk = 3", "[[desk]]", "[desk", "\0"])
def test_a_desk_that_is_damaged_is_an_empty_one(tmp_path: Path, damage: str) -> None:
    path = saved(tmp_path, under_way())
    desk_of(path).write_text(damage, "utf-8")
    assert load(path).desk == Desk()


def test_a_desk_lets_go_of_lines_that_are_not_there(tmp_path: Path) -> None:
    desk = Desk(selected=7, editing=8, field="note", draft="Half", caret=99)
    record = load(saved(tmp_path, under_way(), desk))
    assert record.desk == Desk(draft="Half", caret=4)


def test_a_record_knows_when_it_was_last_seen(tmp_path: Path) -> None:
    before = datetime.now(UTC).timestamp()
    seen = load(saved(tmp_path, under_way())).seen
    # The clock of a file system may be a little coarser.
    assert abs(seen.timestamp() - before) < 60


def test_a_desk_that_is_put_away_while_it_is_read_is_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, under_way(), Desk(draft="Half"))
    stat = Path.stat

    def gone(each: Path, **how: bool) -> os.stat_result:
        if each == desk_of(path):
            raise FileNotFoundError
        return stat(each, **how)

    monkeypatch.setattr(Path, "stat", gone)
    assert load(path).session == under_way()


# The format


def test_the_golden_record_is_read_and_written_as_it_was() -> None:
    record = load(GOLDEN)
    assert Pieces().record(record.session) == GOLDEN.read_bytes()
    assert desk_text(record.desk) == desk_of(GOLDEN).read_bytes()


@pytest.mark.parametrize(
    "kind",
    [
        *(Session, Closing, Note, Person, Sheet, Entry, Block, Stop, Lap, Round, Intention),
        *(Method, Step, Module, Moment, Groups, Choose, Chart, Fit, Questions),
    ],
)
def test_every_key_that_there_may_be_stands_in_the_golden_record(kind: type) -> None:
    text = GOLDEN.read_text("utf-8")
    for key in shape.keys(kind):
        assert re.search(rf"^({key} =|\[.*\b{key}\b.*\]$)", text, re.MULTILINE), key


def test_every_key_of_a_desk_stands_in_the_golden_one() -> None:
    text = desk_of(GOLDEN).read_text("utf-8")
    assert {f.name for f in fields(Desk) if f"\n{f.name} = " not in text} == set()


def test_a_newer_record_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "newer.toml"
    path.write_text("format = 5\n\n[head]\n[something-new]\n", "utf-8")
    before = path.read_bytes()
    with pytest.raises(RecordProblem) as raised:
        load(path)
    assert str(raised.value).splitlines() == [
        f"{path}:1:10: a newer intervisie made this record (format 5, known: 4)",
        "The file stays as it is. A newer intervisie can read it.",
    ]
    assert path.read_bytes() == before


@pytest.mark.parametrize("number", ["0", "-1", "true", '"1"', "1.0", "[]"])
def test_a_format_that_never_was_is_refused(tmp_path: Path, number: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(f"format = {number}\n", "utf-8")
    with pytest.raises(RecordProblem, match=re.escape(f"{path}:1:10: ")):
        load(path)


# Damage


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("at = 2", "at = 99"),
        ('method = "five"', 'method = "six"'),
        ("\n[[plan]]\nid = 1\nblock = 0", "\n[[plan]]\nid = 1\nblock = 7"),
        ('moment = "2.2"', 'moment = "2.9"'),
        ('chart = "Questions"\n', 'chart = "Questions"\nblock = -1\n'),
        ("\n[[people]]\nid = 2", "\n[[people]]\nid = 1"),
        ("\n[[plan]]\nid = 2", "\n[[plan]]\nid = 1"),
        ("\n[[sheets.entries]]\nid = 2", "\n[[sheets.entries]]\nid = 1"),
        ('text = "How do I say no?"', "text = 3"),
        ("[[people]]", "[[peopel]]"),
        ("[session]", "[session"),
        ("first-meeting = true", "first-meeting = 1"),
        ("[session]", "[session]\nunknown = 1"),
        ("[session]", "[[session]]"),
        ("\nsince = 2026-11-22", "\nsince = 0001-01-01"),
    ],
)
def test_damage_is_said_with_its_line_and_left_as_it_is(
    tmp_path: Path, right: str, wrong: str
) -> None:
    whole = GOLDEN.read_text("utf-8")
    text = whole.replace(right, wrong, 1)
    assert text != whole
    path = tmp_path / "damaged.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RecordProblem) as raised:
        load(path)
    changed = text[: next(i for i, c in enumerate(text) if c != whole[i])].count("\n") + 1
    lines = {problem.line for problem in raised.value.problems}
    assert lines & set(range(changed - 3, changed + 4)), str(raised.value)
    assert path.read_text("utf-8") == text


def test_a_block_without_a_method_is_no_block(tmp_path: Path) -> None:
    text = GOLDEN.read_text("utf-8").replace('method = "five"\n', "", 1)
    path = tmp_path / "damaged.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RecordProblem, match="“method” is missing here"):
        load(path)


def test_a_sheet_that_hangs_twice_is_not_written_on_twice(tmp_path: Path) -> None:
    session = wall.write(under_way(moment="explore.read"), "What holds you?")
    twice = replace(session.sheets[0], entries=(replace(session.sheets[0].entries[0], id=2),))
    with pytest.raises(RecordProblem, match="this sheet hangs here twice"):
        load(saved(tmp_path, replace(session, sheets=(*session.sheets, twice))))


SAID = ("say no", "holds you", "A lot", "Call her", "Friday", "quiet", "the one", "North")
"""A bit of all that was said in the golden record."""


@given(st.data())
def test_no_damage_is_a_crash_nor_tells_what_was_said(folder: Path, data: st.DataObject) -> None:
    text = GOLDEN.read_text("utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    put = data.draw(st.text(max_size=8) | st.sampled_from(["]", "0", "-1", "[", '"', "\n", "{}"]))
    path = folder / "mutated.toml"
    path.write_text(text[:start] + put + text[end:], "utf-8", errors="surrogatepass")
    lines, told = [], ""
    try:
        load(path)
    except RecordProblem as problem:
        lines, told = [each.line for each in problem.problems], str(problem)
    assert 0 not in lines
    assert not [words for words in SAID if words in told]


def test_a_record_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordProblem, match=re.escape(f"{tmp_path / 'gone.toml'}")):
        load(tmp_path / "gone.toml")
