"""A whole session of *Vijf stappen* by typing, from the welcome sheet to what is kept of it."""

import re
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

from bench.terminal import Terminal
from intervisie_tui.store.export.phrases import day
from tests.e2e.stage import (
    FIVE_STEPS,
    LEADS,
    PEN_IN_HAND,
    Facilitator,
    asked,
    lines,
    moments,
    program,
    read,
    record,
)

QUESTION = "How do I dare to speak up?"
NEW_QUESTION = "What may go wrong when I do?"
QUESTIONS = {
    "An": ("What do you hear?", "Who would you tell?"),
    "Bo": ("What happens just before?", "When did it work?"),
    "Cem": (
        "What would you say if nobody could be disappointed by it, now or later?",
        "What does [silence] bring?",
    ),
    "Dee": ("Who waits for you?", "Isn't it “too late” then?"),
}
JUDGED = ("helpful", "neutral", "helpful", "not helpful", "helpful", "neutral", "neutral",
          "not helpful")  # fmt: skip
NOTE = "My mother, long ago."
CORES = {
    "An": "Silence is a verdict.",
    "Bo": "You want to be sure.",
    "Cem": "You carry us all.",
    "Dee": "Nobody asks you.",
}
ADVICE = {
    "An": "I would write it down.",
    "Bo": "What if you began?",
    "Cem": "I would ask a friend.",
    "Dee": "What if you waited?",
}
SEATS = {"An": 1, "Bo": 2, "Cem": 3, "Dee": 4}


def test_a_whole_session_is_led_by_typing_and_kept_line_by_line(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with program(home, *FIVE_STEPS, kitty=True) as terminal:
        lead(terminal)
        terminal.wait_for(lambda: "ended" in read(record(home))["session"])
        the_draft_says_who_said_what(record(home))
        until = close(terminal)
        terminal.wait_for(r"It is kept\.")
        terminal.press("enter")
        terminal.wait_for(r"\d  Prepare a session")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == []

    the_record_says_all_of_it(record(home), until)
    the_markdown_says_all_of_it(asked(home, "show", record(home).stem, "--as", "markdown").stdout)
    listed = asked(home, "records").stdout
    assert re.search(rf"^{re.escape(record(home).stem)} .*kept.* Five steps", listed)


def lead(terminal: Terminal) -> None:
    """Lead it from the welcome to the closing sheet."""
    facilitator = Facilitator(terminal)
    terminal.wait_for(r"^\s+Welcome$")
    for moment in moments("en"):
        facilitator.go(moment, "pagedown")
        doing = DOING.get(moment.partition(" · ")[2])
        if doing is not None:
            doing(facilitator)
    facilitator.press("right", r"^\s+Thank you all$")


def close(terminal: Terminal) -> str:
    """Decide to keep all for a month; the last day of that, as the screen said it."""
    terminal.press("enter")
    terminal.wait_for(r"What do we keep of what was said\?")
    found = re.search(r"3  All, for 30 days: until (.+)", terminal.text())
    assert found is not None
    terminal.press("3")
    return found[1].rstrip()


def state_the_question(facilitator: Facilitator) -> None:
    facilitator.write(QUESTION)
    shown(facilitator, rf"^\s+{re.escape(QUESTION)}$")


def read_out_questions(facilitator: Facilitator) -> None:
    """With the pen in hand all the way: Tab gives the turn to the next."""
    facilitator.press("tab", r"▶ \d An\b")
    facilitator.press("enter", PEN_IN_HAND)
    for name, questions in QUESTIONS.items():
        shown(facilitator, rf"▶ \d {name}\b")
        for question in questions:
            facilitator.terminal.type(f"{question}\n")
            shown(facilitator, rf"\d  {re.escape(question[:40])}")
        facilitator.press("tab", rf"✓ \d {name}\b")
    facilitator.press("escape", LEADS)


def judge(facilitator: Facilitator) -> None:
    key = {"helpful": ("1", "●"), "neutral": ("2", "◐"), "not helpful": ("3", "○")}
    for number, label in enumerate(JUDGED, 1):
        digit, sign = key[label]
        facilitator.press(digit, rf"^[\s│]*{sign}\s+{number} +")
    # Second thoughts: another label, and undo takes that back.
    facilitator.press("up", r"^\s*│.* 7 +")
    facilitator.press("3", r"^[\s│]*○\s+7 +")
    facilitator.press("u", r"^[\s│]*◐\s+7 +")


def answer(facilitator: Facilitator) -> None:
    """The helpful ones first: 1, 3 and 5; then the neutral ones, 2, 6 and 7."""
    assert not facilitator.terminal.shows(r"^[\s│●◐○]*\s[48] +")
    facilitator.press("tab", r"●✓\s+1 +")
    facilitator.press("a", r"●✓\s+3 +")
    facilitator.press("o", PEN_IN_HAND)
    facilitator.terminal.type(f"{NOTE}\n")
    facilitator.terminal.wait_for(rf"– {re.escape(NOTE)}")
    facilitator.press("a", r"◐✓\s+2 +")
    facilitator.press("tab", r"◐✓\s+6 +")


def read_out_cores(facilitator: Facilitator) -> None:
    for name, core in CORES.items():
        facilitator.press("tab", rf"▶ \d {name}\b")
        facilitator.write(core)
        shown(facilitator, rf"\d  {re.escape(core)}$")


def state_it_anew(facilitator: Facilitator) -> None:
    shown(facilitator, "Core statements")
    facilitator.write(NEW_QUESTION)
    shown(facilitator, rf"^\s+2 {re.escape(NEW_QUESTION[:20])}")


def give_advice(facilitator: Facilitator) -> None:
    for name, advice in ADVICE.items():
        facilitator.press("tab", rf"▶ \d {name}\b")
        facilitator.write(advice)
        shown(facilitator, rf"\d  {re.escape(advice)}$")


def choose(facilitator: Facilitator) -> None:
    facilitator.press("2", r"▶\s+2 +")
    facilitator.press("4", r"▶\s+4 +")
    facilitator.press("1", r"▶\s+1 +")
    facilitator.press("1", r"^\s+1 +")


def look_back(facilitator: Facilitator) -> None:
    shown(facilitator, rf"“{re.escape(NEW_QUESTION)}”")


DOING = {
    "The question in a sentence": state_the_question,
    "Reading out": read_out_questions,
    "Ranking": judge,
    "Answering": answer,
    "Reading out the core": read_out_cores,
    "The new question": state_it_anew,
    "Giving advice": give_advice,
    "What appeals?": choose,
    "The case giver shares": look_back,
}


def shown(facilitator: Facilitator, pattern: str) -> None:
    facilitator.terminal.wait_for(pattern)


def the_draft_says_who_said_what(path: Path) -> None:
    """Until the close; behind the lines it is not shown, so then it goes."""
    said_by = [(line["text"], line["by"]) for line in lines(path) if "by" in line]
    assert said_by == [
        *((text, SEATS[name]) for name, both in QUESTIONS.items() for text in both),
        *((text, SEATS[name]) for name, text in CORES.items()),
        *((text, SEATS[name]) for name, text in ADVICE.items()),
    ]


def the_record_says_all_of_it(path: Path, until: str) -> None:
    said = read(path)
    assert said["format"] == 4
    assert said["head"]["state"] == "kept"
    assert said["head"]["titles"] == ["Five steps"]
    assert said["head"]["people"] == 5
    assert said["head"]["keep-until"] == said["closing"]["until"]
    assert day(said["closing"]["until"]) == until
    assert said["closing"]["keep"] == "all"
    assert [person["name"] for person in said["people"]] == ["An", "Bo", "Cem", "Dee", "Karin"]
    assert said["blocks"] == [{"method": "vijf-stappen", "roles": {"case-giver": [5]}}]
    assert "since" not in said["session"]

    assert lines(path, "The question") == [{"text": QUESTION}, {"text": NEW_QUESTION}]
    questions = [text for both in QUESTIONS.values() for text in both]
    expected: list[dict[str, object]] = [
        {"text": text, "label": label} for text, label in zip(questions, JUDGED, strict=True)
    ]
    for number in (1, 2, 3, 5, 6):
        expected[number - 1]["answered"] = True
    expected[4]["note"] = NOTE
    assert lines(path, "Questions") == expected
    assert lines(path, "Core statements") == [{"text": text} for text in CORES.values()]
    assert lines(path, "Advice") == [
        {"text": text} | ({"picked": True} if name in {"Bo", "Dee"} else {})
        for name, text in ADVICE.items()
    ]
    ids = [entry["id"] for sheet in said["sheets"] for entry in sheet["entries"]]
    assert len(set(ids)) == len(ids) == 18

    assert len(said["plan"]) == len(moments("en"))
    assert all(stop["done"] for stop in said["plan"])
    turns = [stop["turns"]["had"] for stop in said["plan"] if "turns" in stop]
    assert turns == [[1, 2, 3, 4], [1, 2, 3], [1, 2, 3]]

    written = path.read_text("utf-8").splitlines()
    assert written[:3] == ["format = 4", "", "[head]"]
    for line in (
        'state = "kept"',
        f'text = "{QUESTION}"',
        'text = "What does [silence] bring?"',
        'text = "Isn\'t it “too late” then?"',
        'label = "not helpful"',
        f'note = "{NOTE}"',
        "case-giver = [5]",
    ):
        assert line in written
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def the_markdown_says_all_of_it(said: str) -> None:
    rows = said.splitlines()
    assert rows[0] == "# Five steps"
    in_order = [
        "## The question",
        f"1. {QUESTION}",
        f"2. {NEW_QUESTION}",
        "## Questions",
        "**helpful**",
        "- What do you hear? · *answered*",
        "- What happens just before? · *answered*",
        f"- {QUESTIONS['Cem'][0]} · *answered*",
        f"  - {NOTE}",
        "**neutral**",
        "- Who would you tell? · *answered*",
        r"- What does \[silence\] bring? · *answered*",
        "- Who waits for you?",
        "**not helpful**",
        "- When did it work?",
        "- Isn't it “too late” then?",
        "## Core statements",
        *(f"- {core}" for core in CORES.values()),
        "## Advice",
        "- I would write it down.",
        "- What if you began? · *chosen*",
        "- I would ask a friend.",
        "- What if you waited? · *chosen*",
        "## Time",
    ]
    assert [row for row in rows if row in in_order] == in_order
    assert sum(row.startswith("| ") for row in rows) == len(moments("en")) + 2
