"""A meeting on paper: its plan, what it says itself, and where the rest is."""

from dataclasses import replace
from typing import Final

import pytest

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.span import Span
from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store.export.meeting import Planned
from intervisie_tui.store.export.meeting_sheet import meeting_sheet
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.meetings import Stock, with_usual
from intervisie_tui.store.methods import load
from tests.domain.meetings import BREAK, LIBRARY, MEETING
from tests.store.test_markdown import READERS, kinds

TALK: Final = Moment(title="Talk", minutes=Span(10, 10), speaks=("everyone",), say="Go on.")
THEME: Final = MeetingBlock(title="A theme", moments=(TALK,))


def sheet(*blocks: MeetingBlock, people: int = 5, usual: str | None = None, **said: bool) -> str:
    """The sheet of a meeting that is made of these, or of the one that is."""
    meeting: Method = replace(MEETING, blocks=blocks or MEETING.blocks, people=Span(people, people))
    return meeting_sheet(Planned(meeting=meeting, library=LIBRARY, usual=usual), **said)


def rows(told: str) -> list[list[str]]:
    """The cells of the plan, without its heads."""
    lines = [line for line in told.split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_plan_counts_from_the_beginning_and_leaves_room_for_the_clock() -> None:
    told = sheet()
    assert told.startswith("# A morning\n\n5 people · 240 min\n\n**Rules**: Phones away.\n\n")
    assert "## The plan\n\nCounted for 5 people, at a meeting that is not their first.\n" in told
    assert "| From | Block | Minutes | On the clock |" in told
    assert rows(told) == [
        ["", "Since last time (only if somebody wanted to be asked)", "5", ""],
        ["0:00", "Arriving", "10", ""],
        ["0:10", "Case 1 · In short", "38", ""],
        ["0:48", "Case 2 · In short", "38", ""],
        ["1:26", "Break", "15", ""],
        ["1:41", "Case 3 · In short (all cases that are left)", "38", ""],
        ["2:19", "Case 4 · In short", "38", ""],
        ["2:57", "Case 5 · In short", "38", ""],
        ["3:35", "A theme (may be left out)", "10", ""],
        [
            "3:45",
            "Looking back (or longer: Looking back at length, at the first and third meeting)",
            "10",
            "",
        ],
        ["3:55", "**End**", "", ""],
    ]


def test_everybody_has_a_case_in_the_largest_group_it_suits() -> None:
    assert sum("Case " in row[1] for row in rows(sheet(people=3))) == 3


def test_what_is_not_done_every_time_stands_in_its_place_without_a_time() -> None:
    first = replace(THEME, title="Who is here?", when="first-meeting")
    online = replace(THEME, title="Sound", when="online")
    told = rows(sheet(first, online, THEME))
    assert told == [
        ["", "Who is here? (first meeting only)", "10", ""],
        ["", "Sound (only online)", "10", ""],
        ["0:00", "A theme", "10", ""],
        ["0:10", "**End**", "", ""],
    ]


def test_online_only_what_that_group_does_is_on_it() -> None:
    online = replace(THEME, title="Sound", when="online")
    room = replace(THEME, title="Chairs", when="in-the-room")
    told = sheet(online, room, THEME, online=True)
    assert [row[1] for row in rows(told)][:2] == ["Sound", "A theme"]
    assert "## Sound\n" in told
    assert "Chairs" not in told


def test_a_method_that_is_chosen_later_is_said_and_counted_with_another() -> None:
    told = sheet(MeetingBlock(use="?", cases=Span(1, 2)), usual="other")
    assert rows(told)[0] == ["0:00", "Case 1 · ? (1–2 cases)", "30", ""]
    assert "reckoned here with “Otherwise”." in told
    assert "- The method that you choose: intervisie run-sheet …\n" in told


def test_time_without_an_end_is_said() -> None:
    told = sheet(replace(THEME, moments=(replace(TALK, minutes=None),)), BREAK)
    assert [row[2] for row in rows(told)] == ["0+", "15", ""]
    assert "“+”: with moments that end when the group says so" in told


def test_what_is_written_in_the_meeting_is_on_the_sheet_and_what_it_uses_is_not() -> None:
    told = sheet()
    assert "## A theme\n\n**Talk** · 10 min · may be left out\n" in told
    assert "## Break\n\n15 min" in told
    assert "- Say: Go on.\n" in sheet(THEME)
    assert "How are you?" not in told


def test_where_the_methods_are_is_on_the_sheet() -> None:
    told = sheet()
    assert told.count("intervisie run-sheet") == 5
    assert "- In short: intervisie run-sheet short\n" in told
    assert "- Looking back at length: intervisie run-sheet longer\n" in told
    assert "intervisie run-sheet short --online" in sheet(online=True)
    assert "## Methods" not in sheet(THEME)


def test_words_of_a_file_obey_nothing() -> None:
    nasty = replace(THEME, title="a | b <i>[x](y)</i>")
    told = sheet(nasty, MeetingBlock(use="short"))
    for reader in READERS:
        assert {"html_block", "html_inline", "link_open", "image"}.isdisjoint(kinds(reader, told))
    assert rows(told.replace("\\|", "/"))[0][1] == r"a / b \<i\>\[x\](y)\</i\>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meeting_of_ours_has_a_sheet(language: Language) -> None:
    set_language(language)
    home = Home(builtin_methods() / "nowhere")
    for path in sorted(builtin_methods().glob(f"{language}/*.toml")):
        if (meeting := load(path)).kind == "meeting":
            library, usual = with_usual(Stock(home), meeting, path)
            told = meeting_sheet(Planned(meeting=meeting, library=library, usual=usual))
            times = [row[0] for row in rows(told) if row[0]]
            assert times == sorted(times)
            assert times[0] == "0:00"
