"""The same session in Dutch and without one character: cards, and the keys of a presenter."""

import re
from collections.abc import Callable
from pathlib import Path

from intervisie_tui.locale import Language, _, set_language
from tests.e2e.stage import (
    FIVE_STEPS,
    Facilitator,
    in_folder,
    lines,
    method_file,
    moments,
    program,
    read,
    record,
)

LANGUAGE: Language = "nl"
METHOD = method_file(LANGUAGE)
MOMENTS = moments(LANGUAGE)
VERSION, QUESTION, CORE, ADVICE = (chart["card"] for chart in METHOD["charts"].values())

KEYS = {"pagedown", "pageup", "space", "tab", "enter", "escape", "1", "2", "3", "4"}
"""A presenter's keys, the clock, the round, the cards, and digits: no letter at all."""

JUDGED = "12132123"
"""The digit pressed for each of the eight questions."""

ANSWERED = (1, 3, 6, 2)
"""The cards that were answered, in their order: the helpful ones first."""

PICKED = (1, 4)
NAMES = ("An", "Bo", "Cem", "Dee")


def test_a_whole_session_is_led_without_typing_a_character(tmp_path: Path) -> None:
    home = tmp_path / "home"
    set_language(LANGUAGE)
    with program(home, *FIVE_STEPS, language=LANGUAGE) as terminal:
        facilitator = Facilitator(terminal)
        terminal.wait_for(rf"^\s+{_('Welcome')}$")
        lead(facilitator)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == []
    assert set(facilitator.pressed) == KEYS

    path = record(home)
    said = read(path)
    assert said["head"]["state"] == "kept"
    assert said["head"]["titles"] == [METHOD["title"]]
    assert said["head"]["language"] == LANGUAGE
    charts = [sheet["chart"] for sheet in said["sheets"]]
    assert charts == list(METHOD["charts"])
    question, questions, cores, advice = (lines(path, chart) for chart in charts)
    assert question == [{"card": 1}, {"card": 2}]
    labels = METHOD["charts"][charts[1]]["labels"]
    assert questions == [
        {"card": card, "label": labels[int(digit) - 1]}
        | ({"answered": True} if card in ANSWERED else {})
        for card, digit in enumerate(JUDGED, 1)
    ]
    assert cores == [{"card": seat} for seat in range(1, 5)]
    assert advice == [
        {"card": seat} | ({"picked": True} if seat in PICKED else {}) for seat in range(1, 5)
    ]
    assert len(said["plan"]) == len(MOMENTS)
    assert all(stop["done"] and stop["spent"] > 0 for stop in said["plan"])
    assert not any("text" in line or "note" in line for line in lines(path))
    assert in_folder(home) == {".toml"}


def lead(facilitator: Facilitator) -> None:
    """Lead it from welcome to close."""
    for number, moment in enumerate(MOMENTS, 1):
        facilitator.go(moment, "pagedown")
        facilitator.press("space", r"^\s*● [─▇]")
        if (doing := DOING.get(number)) is not None:
            doing(facilitator)
    facilitator.press("pagedown", rf"^\s+{re.escape(_('Thank you all'))}$")
    facilitator.press("enter", re.escape(_("What do we keep of what was said?")))
    facilitator.press("4", re.escape(_("It is kept.")))
    facilitator.press("enter", rf"^\s*\d  {re.escape(_('Prepare a session'))}$")


def go_round(facilitator: Facilitator, card: str, each: int) -> None:
    """Give everybody their turn, and hang their cards."""
    for seat, name in enumerate(NAMES, 1):
        facilitator.press("tab", rf"▶ {seat} {name}\b")
        facilitator.cards(each, rf"\d  {card} {seat * each}$")


def judge(facilitator: Facilitator) -> None:
    signs = {"1": "●", "2": "◐", "3": "○"}
    for number, digit in enumerate(JUDGED, 1):
        facilitator.press(digit, rf"^[\s│]*{signs[digit]}\s+{number}  {QUESTION} {number}$")


def answer(facilitator: Facilitator) -> None:
    for card in ANSWERED:
        facilitator.press("tab", rf"[●◐]✓\s+{card}  {QUESTION} {card}$")


def choose(facilitator: Facilitator) -> None:
    for card in PICKED:
        facilitator.press(str(card), rf"▶\s+{card}  {ADVICE} {card}$")


def look_once_more(facilitator: Facilitator) -> None:
    facilitator.go(MOMENTS[16], "pageup")
    facilitator.go(MOMENTS[17], "pagedown")


DOING: dict[int, Callable[[Facilitator], None]] = {
    5: lambda facilitator: facilitator.cards(1, rf"^\s+{VERSION} 1$"),
    7: lambda facilitator: go_round(facilitator, QUESTION, each=2),
    9: judge,
    10: answer,
    12: lambda facilitator: go_round(facilitator, CORE, each=1),
    14: lambda facilitator: facilitator.cards(1, rf"^\s+2 {VERSION} 2\b"),
    16: lambda facilitator: go_round(facilitator, ADVICE, each=1),
    17: choose,
    18: look_once_more,
}
"""What is done in a moment, by its place in the row."""
