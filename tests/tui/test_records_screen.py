"""The records there are: to read, and to delete."""

from datetime import timedelta

import pytest

from intervisie_tui.domain.closing import closed as closed_with
from intervisie_tui.store.files import desk_of, lock_of
from intervisie_tui.store.machine import Lock
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.confirm import Confirm
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.screens.records import RecordsScreen
from intervisie_tui.tui.widgets.markdown import words
from tests.conftest import Clock
from tests.tui.home_of import QUESTION, begun, closed, empty_home, prepared, put
from tests.tui.host import Host, marked, page, settle

__all__ = ["marked"]


def records() -> Host:
    return Host(RecordsScreen(empty_home(), Clock()))


async def test_records_are_listed_newest_first_with_how_far_they_got(clock: Clock) -> None:
    home = empty_home()
    put(home, prepared(clock.now, "North"))
    put(home, begun(clock.now - timedelta(days=3), "East"))
    put(home, closed(clock.now - timedelta(days=9), clock.now + timedelta(days=30), "West"))
    app = records()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = page(app)
        places = [seen.index(word) for word in ("North", "prepared", "East", "begun", "West")]
        assert places == sorted(places)
        assert "A draft" in seen
        await pilot.press("end")
        assert "All of it is kept until Wednesday 4 February 2026." in page(app)


async def test_of_what_was_handed_over_it_says_that_the_times_were_kept(clock: Clock) -> None:
    stays = closed_with(begun(clock.now), "hand-over", until=None, now=clock.now)
    assert stays is not None
    put(empty_home(), stays)
    app = records()
    async with app.run_test(size=(50, 15)) as pilot:
        await settle(pilot)
        seen = " ".join(page(app).split())
        assert "The sheets were handed over; date, method and times were kept." in seen
        assert "until" not in seen


async def test_without_records_it_says_so() -> None:
    app = records()
    async with app.run_test(size=(50, 15)) as pilot:
        await settle(pilot)
        assert "There are no records yet." in page(app)
        await pilot.press("enter", "delete")
        await settle(pilot)
        assert isinstance(app.screen, RecordsScreen)


@pytest.mark.parametrize("size", [(50, 15), (80, 24), (120, 40)], ids=str)
async def test_a_record_is_read_as_plain_words(size: tuple[int, int], clock: Clock) -> None:
    home = empty_home()
    put(home, begun(clock.now, "[/] [link='x']East[/link] *and* | West"))
    app = records()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Page)
        seen = page(app)
        for _ in range(12):
            await pilot.press("pagedown")
            seen += page(app)
        flat = " ".join(seen.split())
        assert "[/] [link='x']East[/link] *and* | West" in flat
        assert QUESTION in flat
        assert "\\" not in flat
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, RecordsScreen)


async def test_a_record_is_deleted_after_a_question(clock: Clock) -> None:
    home = empty_home()
    last = put(home, prepared(clock.now, "North"))
    first = put(home, prepared(clock.now - timedelta(days=1), "East"))
    app = records()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("delete")
        await pilot.pause()
        assert "Five steps · North" in page(app)
        assert "synchronised folder" in page(app)
        await pilot.press("y", "enter")
        await settle(pilot)
        assert not last.exists()
        assert not desk_of(last).exists()
        assert first.exists()
        assert "North" not in page(app)
        assert "East" in page(app)


async def test_a_record_is_kept_when_the_question_is_put_away(clock: Clock) -> None:
    path = put(empty_home(), prepared(clock.now))
    app = records()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("delete")
        await pilot.pause()
        assert isinstance(app.screen, Confirm)
        await pilot.press("escape")
        await settle(pilot)
        assert path.exists()


async def test_a_session_that_is_open_stays_and_that_is_said(clock: Clock) -> None:
    path = put(empty_home(), prepared(clock.now))
    lock = Lock.take(lock_of(path))
    assert lock is not None
    app = records()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("y", "enter")
        await settle(pilot)
        assert path.exists()
        (said,) = (notice.message for notice in app._notifications)
        assert "this session is open, so it stays" in said
    lock.release()


async def test_what_cannot_be_read_is_listed_with_the_reason_and_left_alone(clock: Clock) -> None:
    home = empty_home()
    newer = home.records / "2026-01-02-0900-newer2.toml"
    newer.write_text("format = 99\n")
    put(home, prepared(clock.now, "North"))
    app = records()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "! cannot be read" in page(app)
        assert "North" in page(app)
        await pilot.press("end")
        assert "a newer intervisie made this record" in page(app)
        assert str(home.root) not in page(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "This record cannot be read" in page(app)
        assert "The file stays as it is." in page(app)
    assert newer.read_text() == "format = 99\n"


@pytest.mark.usefixtures("marked")
async def test_the_list_and_the_page_follow_the_language(clock: Clock) -> None:
    put(empty_home(), prepared(clock.now))
    app = records()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        speak(app, "nl")
        await pilot.pause()
        assert "«Question»" in page(app) or "«Time»" in page(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "«Records»" in page(app)
        assert "del «Delete»" in page(app)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a **b** *c* d", "a b c d"),
        (r"\*a\* \[b\] \\", "*a* [b] \\"),
        (r"[link](http\://x) \`code\`", "[link](http://x) `code`"),
        ("type `a * b`", "type a * b"),
        ("**never ended", "never ended"),
    ],
)
def test_marks_are_carried_out_and_nothing_else(written: str, shown: str) -> None:
    assert words(written).plain == shown
