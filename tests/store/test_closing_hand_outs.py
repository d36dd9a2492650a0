"""Hand-outs that were written before the close: they say no more than what stays."""

import sys
from pathlib import Path

import pytest

from intervisie_tui.domain import wall
from intervisie_tui.domain.decided import Choice
from intervisie_tui.store import hand_outs
from intervisie_tui.store.closing import close_record
from intervisie_tui.store.export.readers import for_group
from intervisie_tui.store.hand_outs import write_dates, write_hand_out
from intervisie_tui.store.home import Home
from intervisie_tui.store.writer import Writer
from tests.domain.samples import after
from tests.store.closings import (
    RECORD,
    close,
    draft,
    hand_out,
    mine,
    on_disk,
    two_cases,
    writer,
)

__all__ = ["mine", "writer"]


def handed_out(home: Home, words: str) -> list[str]:
    """The hand-outs in which that was said, by what they are called after the record."""
    stem = Path(RECORD).stem
    found = (path for path in home.hand_over.glob(f"{stem}-*-*.*") if words in path.read_text())
    return sorted(path.stem.removeprefix(f"{stem}-") for path in found)


@pytest.mark.parametrize("choice", ["all", "hand-over"])
def test_of_a_case_that_is_erased_no_hand_out_stays(
    mine: Home, writer: Writer, choice: Choice
) -> None:
    session = two_cases()
    hand_out(mine, session)
    assert handed_out(mine, "") == ["case-giver-1", "case-giver-2", "facilitator-1", "group-1"]
    close_record(mine, writer, session, choice, {1: "nothing"}, until=None, now=after(60))
    assert handed_out(mine, "") == ["case-giver-1"]
    assert handed_out(mine, "How do I") == ["case-giver-1"]
    assert not [name for name, words in on_disk(mine).items() if "What holds" in words]


def test_of_what_is_kept_the_hand_outs_stay(mine: Home, writer: Writer) -> None:
    session = two_cases()
    hand_out(mine, session)
    before = on_disk(mine)
    close_record(mine, writer, session, "all", until=None, now=after(60))
    assert handed_out(mine, "") == ["case-giver-1", "case-giver-2", "facilitator-1", "group-1"]
    for name in on_disk(mine).keys() - {RECORD}:
        assert on_disk(mine)[name] == before[name]


def test_what_was_wiped_or_not_agreed_to_since_is_in_no_hand_out(
    mine: Home, writer: Writer
) -> None:
    session = draft()
    intended = session.last_id
    hand_out(mine, wall.agree(session, intended))
    assert handed_out(mine, "Secret action") == ["case-giver-1", "group-1"]
    said = next(line.id for _sheet, line in session.entries() if line.text == "What holds you?")
    close_record(mine, writer, wall.wipe(session, said), "all", until=None, now=after(60))
    assert handed_out(mine, "Secret action") == handed_out(mine, "What holds") == []
    assert handed_out(mine, "How do I") == ["case-giver-1"]


def test_when_the_group_meets_again_stays_with_it(mine: Home, writer: Writer) -> None:
    hand_out(mine, draft())
    again = [after(28 * 86400)]
    name = hand_outs.dates_name(mine.root / RECORD)
    path = write_dates(mine, name, again, minutes=120, now=after(60))
    close(mine, writer, "all")
    assert hand_outs.dates_in(mine, name) == (*again,)
    assert handed_out(mine, "2 February 2026") == ["group-1"]
    assert path.exists()


def test_a_pdf_that_cannot_be_written_anew_goes(
    mine: Home, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_hand_out(mine, mine.root / RECORD, for_group(draft()), form="pdf")
    monkeypatch.setitem(sys.modules, "typst", None)
    close(mine, writer, "all")
    assert not path.exists()


def test_hand_outs_of_another_record_are_left_alone(mine: Home, writer: Writer) -> None:
    for name in ("2026-01-05-1000-abcdef2.toml", "2026-01-05-1000-zzzzzz.toml"):
        write_hand_out(mine, Path(name), for_group(draft()), form="md")
    before = on_disk(mine)
    close(mine, writer, "nothing")
    assert on_disk(mine) == {name: words for name, words in before.items() if "hand-over" in name}
