"""What was intended, and what came of it: actions with the sign of an answer."""

from typing import Any

from intervisie_tui.tui.widgets.chart_sheet import lay_out
from tests.tui.papers import line, paper, text_of

OUTCOMES = ("done", "on the way", "let go", "changed")


def test_what_came_of_an_action_has_its_sign_and_its_words() -> None:
    said: dict[str, Any] = {"owner": "Bo", "when": "Friday", "agreed": True}
    hung = paper(
        line(1, "Talk with Karin", label="let go", note="She left.", **said),
        line(2, "Say no once", label="changed", **said),
        line(3, "Ask for help", **said),
        kind="follow-up",
        labels=OUTCOMES,
        do="judge",
    )
    assert text_of(lay_out(hung, 46)) == [
        " Questions   1 ● done   2 ◐ on the way",
        "             3 ○ let go   4 ▶ changed",
        "",
        " ○  1 Talk with Karin",
        "      Bo · Friday",
        "      – She left.",
        " ▶  2 Say no once",
        "      Bo · Friday",
        "    3 Ask for help",
        "      Bo · Friday",
    ]
    wide = text_of(lay_out(hung, 80))
    assert wide[0].split() == ["Questions", "who", "by", "when"]
    assert wide[-4].split() == ["○", "1", "Talk", "with", "Karin", "Bo", "Friday"]
    assert wide[-3].strip() == "– She left."


def test_a_follow_up_nobody_spoke_of_yet_is_no_tick_and_no_score() -> None:
    hung = paper(line(1, "Say no once", agreed=True), kind="follow-up", labels=OUTCOMES, do="show")
    assert text_of(lay_out(hung, 46)) == [" Questions", "", "    1 Say no once"]
