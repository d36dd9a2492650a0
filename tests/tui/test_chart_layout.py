"""Where everything on a chart comes to stand."""

from dataclasses import replace

import pytest

from intervisie_tui.domain.moment import Do
from intervisie_tui.domain.paper import Paper
from intervisie_tui.domain.text import one_line
from intervisie_tui.tui.widgets.chart_layout import Layout, width_of, wrap
from intervisie_tui.tui.widgets.chart_sheet import lay_out
from tests.tui.papers import LABELS, QUESTIONS, judged, line, paper, text_of


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("one two", 10, ["one two"]),
        ("one two three", 7, ["one two", "three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("one abcdefgh two", 5, ["one", "abcde", "fgh", "two"]),
        ("日本語", 4, ["日本", "語"]),
        ("日本語", 1, ["日", "本", "語"]),
        ("één naïef team", 9, ["één naïef", "team"]),
        ("a 👨‍👩‍👧‍👦 b", 4, ["a 👨‍👩‍👧‍👦", "b"]),
    ],
)
def test_text_is_broken_at_spaces_and_long_words_where_they_must(
    text: str, width: int, rows: list[str]
) -> None:
    assert wrap(text, width) == rows


def test_a_list_has_numbers_and_hanging_words() -> None:
    assert text_of(lay_out(paper(*QUESTIONS), 46)) == [
        " Questions",
        "",
        "    1 What makes it matter now?",
        "    2 How does your team react when you say",
        "      nothing, and what does that do to",
        "      you?",
        "    3 Who gains when it stays as it is?",
    ]


def test_while_judging_the_legend_says_which_key_gives_which_sign() -> None:
    shown = text_of(lay_out(judged("helpful", None, "not helpful", do="judge"), 80))
    assert shown == [
        "  Questions   1 ● helpful   2 ◐ neutral   3 ○ not helpful",
        "",
        "  ●   1  What makes it matter now?",
        "      2  How does your team react when you say nothing, and what does that do",
        "         to you?",
        "  ○   3  Who gains when it stays as it is?",
    ]


def test_a_legend_that_does_not_fit_goes_on_under_itself() -> None:
    assert text_of(lay_out(judged(do="judge"), 46)) == [
        " Questions   1 ● helpful   2 ◐ neutral",
        "             3 ○ not helpful",
        "",
    ]


def test_a_label_of_many_words_is_read_whole() -> None:
    long = "this is a question that brings me something that I did not know"
    shown = " ".join(text_of(lay_out(paper(labels=(long, "no"), do="judge"), 46)))
    assert long in one_line(shown)


@pytest.mark.parametrize("width", [46, 60, 80, 100, 109])
def test_judging_and_answering_move_no_line(width: int) -> None:
    stages: list[Paper] = [
        judged(None, None, None),
        judged("helpful", None, None, do="judge"),
        judged("helpful", "neutral", "not helpful", do="judge"),
        judged("helpful", "neutral", "not helpful", do="show"),
    ]
    answered = replace(stages[-1], do="answer")
    first, *others = answered.lines
    answered = replace(
        answered, lines=(replace(first, entry=replace(first.entry, answered=True)), *others)
    )
    places = {tuple(_words_at(lay_out(stage, width))) for stage in [*stages, answered]}
    assert len(places) == 1


def _words_at(layout: Layout) -> list[tuple[int, int]]:
    rows = [layout.row(y) for y in range(layout.height)]
    return [
        (y, width_of(row[: [piece.text for piece in row].index(text)]))
        for y, row in enumerate(rows)
        for text in [piece.text for piece in row]
        if text in QUESTIONS
    ]


@pytest.mark.parametrize("do", ["show", "answer"])
def test_with_room_a_judged_list_hangs_in_columns(do: Do) -> None:
    layout = lay_out(judged("helpful", "not helpful", None, do=do), 110)
    assert len(layout.columns) == 3
    titles = next(row for row in text_of(layout) if "●" in row)
    assert titles.split("  ")[1] == "● helpful"
    assert "○ not helpful" in titles
    assert "Not yet placed" in titles
    assert "neutral" not in titles


@pytest.mark.parametrize(
    ("do", "width", "labels"),
    [
        ("judge", 200, ("helpful", "neutral", None)),
        ("show", 109, ("helpful", "neutral", None)),
        ("show", 200, (None, None, None)),
    ],
)
def test_else_it_stays_one_list(do: Do, width: int, labels: tuple[str | None, ...]) -> None:
    assert len(lay_out(judged(*labels, do=do), width).columns) == 1


def test_two_labels_are_a_full_and_an_empty_round() -> None:
    hung = paper(line(1, "a", label="yes"), line(2, "b", label="no"), labels=("yes", "no"))
    assert [row.split() for row in text_of(lay_out(hung, 46))[-2:]] == [
        ["●", "1", "a"],
        ["○", "2", "b"],
    ]


def test_more_than_three_labels_have_their_digit() -> None:
    hung = paper(line(1, "a", label="C"), labels=("A", "B", "C", "D"), do="judge")
    shown = text_of(lay_out(hung, 60))
    assert shown[0] == "  Questions   1 A   2 B   3 C   4 D"
    assert shown[-1] == "  3   1  a"


def test_an_answered_line_is_ticked_and_dimmed_and_has_its_note() -> None:
    hung = paper(
        line(1, "Why now?", answered=True, note="Because it is the last chance to do so"),
        do="answer",
    )
    layout = lay_out(hung, 46)
    assert text_of(layout)[-3:] == [
        " ✓  1 Why now?",
        "      – Because it is the last chance to do",
        "        so",
    ]
    assert {piece.ink for piece in layout.row(0) if "Why" in piece.text} == {"quiet"}


def test_a_picked_line_has_a_sign() -> None:
    hung = paper("a", line(2, "b", picked=True), do="pick")
    assert text_of(lay_out(hung, 60))[-2:] == ["     1  a", "  ▶  2  b"]


def test_a_line_may_have_every_sign() -> None:
    hung = paper(
        line(1, "a", label="helpful", picked=True, answered=True), line(2, "b"), labels=LABELS
    )
    assert text_of(lay_out(hung, 60))[-2:] == ["  ●▶✓  1  a", "       2  b"]


@pytest.mark.parametrize(("word", "said"), [("", "Card 1"), ("Question", "Question 1")])
def test_a_card_without_words_says_its_number(word: str, said: str) -> None:
    layout = lay_out(paper(line(1), card=word), 46)
    piece = next(piece for piece in layout.row(0) if piece.text == said)
    assert piece.ink == "card"


def test_another_word_for_cards_is_put_on_those_that_hang() -> None:
    before = lay_out(paper(line(1), card="Card"), 46)
    after = lay_out(paper(line(1), card="Kaart"), 46, before=before)
    assert text_of(after)[-1].endswith("Kaart 1")


def test_who_said_it_stands_behind_the_words_or_under_them() -> None:
    hung = paper(line(1, "Short", by="An"), line(2, "x" * 34, by="Bo"))
    assert text_of(lay_out(hung, 46))[-3:] == [
        "    1 Short  · An",
        f"    2 {'x' * 34}",
        "      · Bo",
    ]


def test_columns_hang_side_by_side_where_each_has_room() -> None:
    hung = paper(
        line(1, "first", column="Think"),
        line(2, "second", column="Do"),
        line(3, "third", column="Think"),
        columns=("Think", "Do"),
    )
    layout = lay_out(hung, 48, airy=False)
    assert text_of(layout) == [
        " Questions",
        "  Think                   Do",
        "    1 first                 2 second",
        "    3 third",
    ]
    assert layout.order == (10, 30, 20)


def test_columns_without_room_are_one_list_with_headings() -> None:
    hung = paper(line(1, "first", column="Do"), columns=("Think", "Do"))
    assert text_of(lay_out(hung, 47, airy=False)) == [
        " Questions",
        "  Think",
        "",
        "  Do",
        "    1 first",
    ]


def test_a_line_without_a_column_is_not_lost() -> None:
    hung = paper(line(1, "stray"), columns=("Think", "Do"))
    assert any("stray" in row for row in text_of(lay_out(hung, 80)))


def test_the_latest_version_of_a_statement_is_the_large_one() -> None:
    layout = lay_out(paper("How do I win them?", "How do I listen?", kind="statement"), 46)
    inks = {piece.text: piece.ink for y in range(layout.height) for piece in layout.row(y)}
    assert inks["How do I win them?"] == "quiet"
    assert inks["How do I listen?"] == "latest"


def test_a_first_statement_needs_no_number() -> None:
    shown = text_of(lay_out(paper("How do I win them?", kind="statement"), 46, airy=False))
    assert shown == [" Questions", " How do I win them?"]


def test_a_chart_that_no_method_named_is_the_question() -> None:
    assert text_of(lay_out(paper(name="?"), 46, airy=False)) == [" The question"]


def test_names_stand_on_a_scale_above_their_point() -> None:
    points = ("low", "middle", "high")
    hung = paper(
        line(1, "An", label="high"),
        line(2, "Bo", label="low"),
        line(3, "Cem", label="high"),
        line(4, "Dee"),
        kind="scale",
        labels=points,
        do="judge",
    )
    layout = lay_out(hung, 48)
    assert text_of(layout) == [
        " Questions",
        "",
        "                                       An",
        "       Bo                              Cem",
        "───────│───────────────│───────────────│────────",
        "     1 low          2 middle         3 high",
        "",
        "  Not yet placed",
        "    4 Dee",
    ]
    assert layout.order == (10, 20, 30, 40)
    assert layout.span(10) == (0, 4)


def test_long_lines_stand_on_a_scale_as_their_number() -> None:
    hung = paper(
        line(1, QUESTIONS[0], label="yes"), line(2, "b"), kind="scale", labels=("no", "yes")
    )
    shown = text_of(lay_out(hung, 48))
    assert [row.split() for row in shown[2:5:2]] == [["1"], ["1", "no", "2", "yes"]]
    assert shown[-2:] == [f" 2  1 {QUESTIONS[0]}", "    2 b"]


def test_points_without_room_for_words_have_a_legend() -> None:
    points = tuple(f"indefatigability {number}" for number in range(6))
    shown = text_of(lay_out(paper(kind="scale", labels=points), 46))
    assert "6 indefatigability 5" in " ".join(shown)
    assert shown[-1].split() == ["1", "2", "3", "4", "5", "6"]


def test_actions_say_who_and_by_when_beside_them_or_under_them() -> None:
    act = line(1, "Talk with Karin", owner="Bo", when="Friday", agreed=True)
    hung = paper(act, kind="actions")
    assert text_of(lay_out(hung, 46))[-2:] == [
        " ✓  1 Talk with Karin",
        "      Bo · Friday",
    ]
    wide = text_of(lay_out(hung, 80))
    assert wide[-1].split() == ["✓", "1", "Talk", "with", "Karin", "Bo", "Friday"]
    assert wide[0].index("who") == wide[-1].index("Bo")
    assert wide[0].index("by when") == wide[-1].index("Friday")


def test_lines_that_stay_are_not_drawn_again() -> None:
    before = lay_out(paper("a", "b"), 80)
    after = lay_out(paper("a", "changed", "c"), 80, before=before)
    assert after.block(10) is before.block(10)
    assert after.block(20) is not before.block(20)
    assert lay_out(paper("a", "b"), 60, before=before).block(10) is not before.block(10)
