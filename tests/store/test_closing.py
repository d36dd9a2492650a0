"""The close on disk: what stays of each choice, whatever happens on the way."""

import os
import stat
from pathlib import Path
from typing import get_args

import pytest

from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.desk import Desk
from intervisie_tui.store import closing, hand_outs
from intervisie_tui.store import writer as writing
from intervisie_tui.store.closing import Closed, close_record
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import write_whole
from intervisie_tui.store.records import load
from intervisie_tui.store.writer import Writer
from tests.domain.samples import after, under_way
from tests.store.closings import (
    HANDED,
    PATIENCE,
    RECORD,
    close,
    draft,
    hand_out,
    mine,
    on_disk,
    opened,
    two_cases,
    writer,
)

__all__ = ["mine", "writer"]


def test_of_nothing_no_file_stays(mine: Home, writer: Writer) -> None:
    assert close(mine, writer, "nothing") == Closed(record=None)
    assert on_disk(mine) == {}


def test_the_case_giver_has_the_sheets_and_the_record_no_word(mine: Home, writer: Writer) -> None:
    done = close(mine, writer, "hand-over")
    assert done == Closed(record=mine.root / RECORD, handed=(mine.root / HANDED,))
    assert on_disk(mine) == {
        RECORD: set(),
        HANDED: {"How do I", "What holds", "Wait a day"},
    }
    assert load(mine.root / RECORD).session.begun == draft().begun


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_only_this_user_may_read_what_is_handed_over(mine: Home, writer: Writer) -> None:
    close(mine, writer, "hand-over")
    assert stat.S_IMODE((mine.root / HANDED).stat().st_mode) == 0o600


def test_all_that_may_stay_stays_without_its_desk(mine: Home, writer: Writer) -> None:
    assert close(mine, writer, "all") == Closed(record=mine.root / RECORD)
    kept = {"How do I", "What holds", "North", "Karin"}
    assert on_disk(mine) == {RECORD: kept}


def test_each_case_has_a_file_of_its_own(mine: Home, writer: Writer) -> None:
    done = close_record(mine, writer, two_cases(), "hand-over", until=None, now=after(60))
    texts = [path.read_text("utf-8") for path in done.handed]
    assert ["How do I" in text for text in texts] == [True, False]
    assert ["What holds" in text for text in texts] == [False, True]


def test_where_nothing_hangs_nothing_is_handed_over(mine: Home, writer: Writer) -> None:
    done = close_record(mine, writer, under_way(), "hand-over", until=None, now=after(60))
    assert done.handed == ()


@pytest.mark.parametrize("choice", get_args(Choice))
def test_what_is_put_after_the_close_is_not_written(
    mine: Home, writer: Writer, choice: Choice
) -> None:
    writer.put(draft(), Desk(draft="Half-typed"))
    close(mine, writer, choice)
    after_it = on_disk(mine)
    writer.put(under_way(), Desk(draft="Half-typed"))
    writer.close(PATIENCE)
    assert on_disk(mine) == after_it


@pytest.mark.parametrize("choice", ["hand-over", "all"])
def test_what_the_disk_refuses_leaves_a_draft_as_it_was(
    mine: Home, writer: Writer, choice: Choice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = on_disk(mine)

    def refuse(*_: object) -> None:
        raise OSError("full")

    with monkeypatch.context() as full:
        full.setattr(writing, "write_whole", refuse)
        with pytest.raises(OSError, match="full"):
            close(mine, writer, choice)
    assert writer.flush(PATIENCE)
    assert on_disk(mine) == before
    close(mine, writer, choice)
    assert set(on_disk(mine)) == ({RECORD, HANDED} if choice == "hand-over" else {RECORD})


def test_another_choice_takes_back_what_an_earlier_attempt_handed_over(
    mine: Home, writer: Writer
) -> None:
    mine.hand_over.mkdir()
    (mine.root / HANDED).write_text("What holds you?", "utf-8")
    close(mine, writer, "nothing")
    assert on_disk(mine) == {}


class Cut(BaseException):
    """The power fails."""


@pytest.mark.parametrize("choice", get_args(Choice))
def test_cut_off_anywhere_it_is_a_draft_still_or_wholly_closed(
    tmp_path: Path, choice: Choice
) -> None:
    steps = 0
    while True:
        mine = Home(tmp_path / str(steps))
        was_cut = _close_cut_off(mine, choice, steps)
        left = on_disk(mine)
        left = {name: words for name, words in left.items() if not name.endswith(".lock")}
        if RECORD in left and load(mine.root / RECORD).session.closing is None:
            assert load(mine.root / RECORD).session == draft()
        else:
            assert left == _closed(tmp_path, choice)
        if not was_cut:
            break
        steps += 1
    assert steps > 1


def _close_cut_off(home: Home, choice: Choice, steps: int) -> bool:
    """Close a record, and cut it off before one of the steps on the disk."""
    writer = opened(home)
    writer.put(draft(), Desk(draft="Half-typed"))
    assert writer.flush(PATIENCE)
    hand_out(home, draft())
    left = steps

    def step() -> None:
        nonlocal left
        if left == 0:
            raise Cut
        left -= 1

    def write(path: Path, data: bytes) -> None:
        step()
        write_whole(path, data)

    unlink = Path.unlink

    def remove(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT002 - as pathlib has it
        if path.suffix in {".toml", ".md"}:
            step()
        unlink(path, missing_ok=missing_ok)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "write_whole", write)
        patch.setattr(closing, "write_whole", write)
        patch.setattr(hand_outs, "write_whole", write)
        patch.setattr(Path, "unlink", remove)
        try:
            close(home, writer, choice)
        except Cut:
            return True
    return False


def _closed(folder: Path, choice: Choice) -> dict[str, set[str]]:
    home = Home(folder / "whole")
    if not home.records.exists():
        assert not _close_cut_off(home, choice, 1000)
    return on_disk(home)
