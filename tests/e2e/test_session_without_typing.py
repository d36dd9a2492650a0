"""The same session in Dutch and without one character: cards, and the keys of a presenter."""

import re
from pathlib import Path

from intervisie_tui.locale import _, set_language
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

LANGUAGE = "nl"

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

    path, method = record(home), method_file(LANGUAGE)
    said = read(path)
    assert said["head"]["state"] == "kept"
    assert said["head"]["titles"] == [method["title"]]
    assert said["head"]["language"] == LANGUAGE
    charts = [sheet["chart"] for sheet in said["sheets"]]
    assert charts == list(method["charts"])
    question, questions, cores, advice = (lines(path, chart) for chart in charts)
    assert question == [{"card": 1}, {"card": 2}]
    labels = method["charts"][charts[1]]["labels"]
    assert questions == [
        {"card": card, "label": labels[int(digit) - 1]}
        | ({"answered": True} if card in ANSWERED else {})
        for card, digit in enumerate(JUDGED, 1)
    ]
    assert cores == [{"card": seat} for seat in range(1, 5)]
    assert advice == [
        {"card": seat} | ({"picked": True} if seat in PICKED else {})
        for seat in range(1, 5)
    ]
    assert len(said["plan"]) == len(moments(LANGUAGE))
    assert all(stop["done"] and stop["spent"] > 0 for stop in said["plan"])
    assert not any("text" in line or "note" in line for line in lines(path))
    assert in_folder(home) == {".toml"}


def lead(facilitator: Facilitator) -> None:
    """Lead it from welcome to close; what is done in a moment is told by its place in the row."""
    said = moments(LANGUAGE)
    version, question, core, advice = (
        chart["card"] for chart in method_file(LANGUAGE)["charts"].values()
    )
    for number, moment in enumerate(said, 1):
        facilitator.go(moment, "pagedown")
        facilitator.press("space", r"^\s*● [─▇]")
        match number:
            case 5:
                facilitator.cards(1, rf"^\s+{version} 1$")
            case 7:
                go_round(facilitator, question, each=2)
            case 9:
                judge(facilitator, question)
            case 10:
                for card in ANSWERED:
                    facilitator.press("tab", rf"[●◐]✓\s+{card}  {question} {card}$")
            case 12:
                go_round(facilitator, core, each=1)
            case 14:
                facilitator.cards(1, rf"^\s+2 {version} 2\b")
            case 16:
                go_round(facilitator, advice, each=1)
            case 17:
                for card in PICKED:
                    facilitator.press(str(card), rf"▶\s+{card}  {advice} {card}$")
            case 18:
                # Back for another look, and on again.
                facilitator.go(said[number - 2], "pageup")
                facilitator.go(moment, "pagedown")
    facilitator.press("pagedown", rf"^\s+{re.escape(_('Thank you all'))}$")
    facilitator.press("enter", re.escape(_("What do we keep of what was said?")))
    facilitator.press("4", rf"^\s*\d  {re.escape(_('Prepare a session'))}$")


def go_round(facilitator: Facilitator, card: str, each: int) -> None:
    """Give everybody their turn, and hang their cards."""
    for seat, name in enumerate(NAMES, 1):
        facilitator.press("tab", rf"▶ {name}\b")
        facilitator.cards(each, rf"\d  {card} {seat * each}$")


def judge(facilitator: Facilitator, card: str) -> None:
    signs = {"1": "●", "2": "◐", "3": "○"}
    for number, digit in enumerate(JUDGED, 1):
        facilitator.press(digit, rf"^[\s│]*{signs[digit]}\s+{number}  {card} {number}$")
