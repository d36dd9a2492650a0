"""A whole meeting of five people and the one after it, led in the real program by its keys."""

import re
from pathlib import Path
from typing import Final

import icalendar
import pytest

from intervisie_tui.locale import set_language
from tests.e2e.meetings import NAMES, Clock, Meeting, files_of, heading, planned, words_in
from tests.e2e.stage import LEADS, PEN_IN_HAND, Facilitator, asked, program, read, records, texts

SAID: Final = {1: "Anemones in the hall", 2: "Bluebells at night", 3: "Crocuses by the door"}
"""What is written in the cases of the first three people."""

KEPT, ERASED, HANDED = SAID.values()
INTENDED: Final = "Talk to the gardener"
UNSAID: Final = "Plant a tree"
NOTE: Final = "Dee looks tired"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a group that has not met yet."""
    set_language("en")
    home = tmp_path / "home"
    made = asked(
        home, "groups", "new", "North", "--members", ",".join(NAMES), "--method", "stab-zaal"
    )
    assert made.returncode == 0, made.stderr
    return home


def test_a_meeting_of_five_is_led_from_plan_to_certificates_and_the_next_one_asks_after_it(
    home: Path, tmp_path: Path
) -> None:
    clock = Clock(tmp_path / "minutes")
    first(home, clock)
    what_was_kept(home)
    what_may_be_handed_out(home, tmp_path)
    what_the_group_did(home)
    second(home, clock)


def first(home: Path, clock: Clock) -> None:
    """The first meeting."""
    with program(home, command=clock.command, size=(100, 30)) as terminal:
        terminal.wait_for("Prepare a session")
        terminal.press("g")
        terminal.wait_for("North")
        terminal.press("enter")
        terminal.wait_for("Plan a meeting")
        terminal.press("p")
        terminal.wait_for("STAB meeting in a room")
        terminal.wait_for("An, Bo, Cem, Dee, Karin")
        terminal.press("f5")
        terminal.wait_for(r"^\s+Welcome$")
        leader = Meeting(planned(home), terminal)
        leader.see("STAB meeting in a room", "North")
        opening(leader, clock)
        for case in (1, 2, 3):
            the_case(leader, case)
        the_break(leader, clock)
        leave_out_the_last_case(leader)
        for _stop in leader.until(5):
            pass
        intend(leader)
        for _stop in leader.until(8):
            pass
        leader.press("right", r"^\s+Thank you all$")
        papers(leader)
        close(leader)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == []


def opening(leader: Meeting, clock: Clock) -> None:
    """An opening that takes an hour too long, and what is done about it; the group sees none."""
    leader.onward()
    leader.press("space", r"^\s*● [─▇]")
    clock.move(60)
    leader.press("f2", r"f: what now\?")
    leader.press("f", "For next time: Case 5 .* Karin")
    leader.see("Shorten what is left", "End later")
    leader.press("2", "Kept for next time")
    leader.press("u", "Undone: Keep for next time")
    leader.press("f", "Shorten what is left")
    leader.press("1", "What is left is shorter now")
    leader.see("on time")
    leader.press("f2", heading(leader.session, leader.session.plan[0]))
    assert not leader.terminal.shows("Karin|shorter|plan")
    leader.onward()


def the_case(leader: Meeting, number: int) -> None:
    """One case, with its words; in the first of them the group goes back for a moment."""
    for stop in leader.until(number):
        moment = leader.session.moment_of(stop)
        if moment.chart == "The question":
            leader.see(f"Case {number} · Four phases")
            assert not any(leader.terminal.shows(words) for words in SAID.values())
            leader.write(SAID[number])
        if number == 1 and moment.title == "Feelings and motives":
            leader.press("g", re.escape("Where to?"))
            leader.terminal.press("up")
            leader.press("d", r"^\s*Picture forming · The situation\s")
            leader.go("Picture forming · Feelings and motives")
        if number == 2 and moment.title == "Telling":
            a_private_note(leader)


def a_private_note(leader: Meeting) -> None:
    leader.press("f2", "Notes|f: |Agenda")
    leader.press("n", "A note for yourself")
    leader.terminal.type(f"{NOTE}\n")
    leader.terminal.wait_for(NOTE)
    leader.press("f2", LEADS)


def the_break(leader: Meeting, clock: Clock) -> None:
    leader.onward()
    leader.press("space", r"Back at")
    clock.move(15)
    leader.see("We go on")


def leave_out_the_last_case(leader: Meeting) -> None:
    """Karin keeps her case for next time."""
    leader.press("f2", "Agenda")
    leader.press("a", "Agenda · STAB")
    leader.terminal.press("down", "down")
    leader.press("s", "Case 5|left out")
    leader.press("escape", "f2|F2")
    leader.press("f2", "We go on")
    leader.out(6)


def intend(leader: Meeting) -> None:
    """An intends something and wants to be asked about it; Bo's may not even stay."""
    leader.onward()
    leader.onward()
    for seat, words in enumerate((INTENDED, UNSAID), 1):
        leader.press("tab", f"▶ {seat} {NAMES[seat - 1]}")
        leader.press("enter", PEN_IN_HAND)
        leader.terminal.type(f"{words}\n")
        leader.see(f"Enter: {NAMES[seat - 1]}")
        leader.press("enter", "By when")
        leader.terminal.type("Friday\n")
        leader.press("escape", rf"{words}\s+{NAMES[seat - 1]}\s+Friday")
    leader.onward()
    leader.terminal.press("up", "up")
    leader.press("k", rf"✓ +1 +{INTENDED}")
    leader.press("k", rf"\? +1 +{INTENDED}")


def papers(leader: Meeting) -> None:
    """Certificates for all five, as files."""
    leader.press("p", "Papers · ")
    leader.press("c", re.escape("Who led the meeting?"))
    leader.terminal.type("Noor\n")
    leader.see("For which organisation?")
    leader.terminal.type("STAB\n")
    leader.see("For how many points does it count?")
    leader.terminal.type("4\n")
    leader.see("5 certificates", "For An, Bo, Cem, Dee and Karin")
    leader.press("enter", "Written: 5 files in certificates")
    leader.press("escape", "Thank you all")


def close(leader: Meeting) -> None:
    """What each decides about their own case: Bo erases it, Cem takes it along, the rest stays."""
    leader.press("enter", "What do we keep")
    leader.see(f"{INTENDED} · stays, and we ask about it", f"{UNSAID} · may it stay?")
    leader.terminal.press("down", "down", "down", "down")
    leader.press("enter", r"Case 2, Bo +erased")
    leader.terminal.press("down", "enter")
    leader.press("enter", r"Case 3, Cem +handed over")
    leader.press("4", re.escape("Keep all of it?"))
    leader.see("Case 2, Bo: erased", "Case 3, Cem: handed over")
    leader.terminal.press("y")
    leader.press("enter", "Done")


def what_was_kept(home: Path) -> None:
    """What each decided is so in every file; certificates name who took part, and no case."""
    (path,) = records(home)
    said = read(path)
    assert said["head"]["state"] == "kept"
    assert said["head"]["meeting"] == "STAB meeting in a room"
    assert said["head"]["brought"] == [1, 3, 4]
    words = texts(path)
    assert {KEPT, INTENDED} <= {*words}
    assert not {ERASED, HANDED, UNSAID} & {*words}
    everything = files_of(home)
    for gone in (ERASED, UNSAID, NOTE):
        assert not [name for name, raw in everything.items() if gone.encode() in raw]
    assert [n for n, raw in everything.items() if HANDED.encode() in raw] == [
        f"hand-over/{path.stem}-3.md"
    ]
    papers = sorted(name for name in everything if name.startswith("certificates/"))
    assert len(papers) == len(NAMES)
    for paper, name in zip(papers, NAMES, strict=True):
        text = words_in(everything[paper])
        assert name in text
        assert "Noor" in text
        assert "STAB" in text
        assert not any(words in text for words in (*SAID.values(), INTENDED))
        assert not any(other in text for other in NAMES if other != name)
    assert not any(name in path for path in everything for name in (*NAMES, "North"))


def what_may_be_handed_out(home: Path, tmp_path: Path) -> None:
    """Each reader gets what they may have."""
    (path,) = records(home)

    def handed(*how: str) -> str:
        file = tmp_path / f"{'-'.join(how)}.pdf"
        made = asked(home, "hand-out", path.stem, "--for", *how, "--to", str(file))
        assert made.returncode == 0, made.stderr
        return words_in(file.read_bytes())

    hers = handed("case-giver", "--case", "1")
    assert KEPT in hers
    assert INTENDED not in hers
    group = handed("group", "--next", "2027-03-31 14:00")
    assert INTENDED in group
    assert "2027" in group
    assert KEPT not in group
    mine = handed("facilitator")
    assert "Four phases" in mine
    assert not any(words in mine for words in (*SAID.values(), INTENDED))

    dates = tmp_path / "dates.ics"
    made = asked(home, "next-date", "2027-03-31 14:00", str(dates), "--every", "4", "--times", "3")
    assert made.returncode == 0, made.stderr
    calendar = icalendar.Calendar.from_ical(dates.read_text("utf-8"))
    days = [f"{event.start:%Y-%m-%d}" for event in calendar.events]
    assert days == ["2027-03-31", "2027-04-28", "2027-05-26"]
    assert not any(name in dates.read_text("utf-8") for name in (*NAMES, "North", "Noor"))


def what_the_group_did(home: Path) -> None:
    """History and what is to be asked after, without a word of a case."""
    done = asked(home, "history", "North").stdout
    assert re.search(r"20\d\d-\d\d-\d\d +75 +▇+ +Four phases +An, Cem, Dee", done)
    assert re.search(r"Bo +not yet\n +Karin +not yet\n +An +20", done)
    assert not any(words in done for words in (*SAID.values(), INTENDED))
    intended = asked(home, "actions", "--group", "North").stdout
    assert INTENDED in intended
    assert "Friday" in intended


def second(home: Path, clock: Clock) -> None:
    """The next meeting opens with what An intended; who had no turn yet comes first."""
    with program(
        home, "start", "stab-zaal", "--group", "North", command=clock.command, size=(100, 30)
    ) as terminal:
        terminal.wait_for(r"^\s+Welcome$")
        terminal.press("f2")
        terminal.wait_for("Since last time")
        terminal.wait_for("Case 1 · Four phases · Bo")
        terminal.press("f2")
        leader = Facilitator(terminal)
        leader.press("right", INTENDED)
        leader.press("right", "How did it go")
        leader.press("2", rf"◐ +1 +{INTENDED}")
        terminal.press("f10")
        terminal.wait_for("Thank you all")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
