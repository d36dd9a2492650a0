from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.closing import cases, closed, for_case_giver
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store.export.literal import literal
from intervisie_tui.store.export.markdown import hand_over_as_markdown, record_as_markdown
from intervisie_tui.store.export.phrases import day, floor_sentence, length, role_name
from intervisie_tui.store.export.run_sheet import run_sheet
from tests.chance import NASTY, texts
from tests.domain.samples import FIVE, KARIN, SMALL, after, stop_at, under_way
from tests.strategies import methods, sessions

pytestmark = pytest.mark.usefixtures("amsterdam")

READERS = [MarkdownIt(), MarkdownIt("gfm-like")]
"""A strict reader, and one that makes links of all that looks like one."""


def led() -> Session:
    session = under_way(moment="explore.read", question="How do I say no?", group="North")
    session = wall.write_lines(session, ["What *holds* you?", "Who could help?", "And then?"], by=1)
    first = session.last_id - 2
    session = wall.judge(wall.judge(session, first, "not helpful"), first + 1, "helpful")
    session = wall.note_answer(session, first + 1, "My <manager>")
    session = room.note(course.start(session, after(10)), "Bo is quiet.\nAsk.")
    session = course.go_to(session, stop_at(session, "6.3"), after(131))
    session = wall.write(session, "How do I say it kindly?", by=KARIN)
    session = course.go_to(session, stop_at(session, "7.1"), after(140))
    session = wall.write(wall.write(session, "Wait a day", by=2), "", by=3, column="think over")
    session = wall.pick(session, session.last_id - 1)
    session = course.go_to(session, stop_at(session, "7.4"), after(150))
    session = wall.write(session, "Call | mail her")
    session = wall.set_when(session, session.last_id, "before Friday")
    return course.skip(course.go_to(session, stop_at(session, "8.2"), after(160)), after(170))


RECORD = r"""# Five steps

Monday 5 January 2026, 10:00–10:02

- A draft: nothing was decided yet about what is kept
- Group: North
- People: An, Bo, Cem, Dee, Karin
- Case giver: Karin

## The question

1. How do I say no?
2. How do I say it kindly?

## Questions

**helpful**

- Who could help? · *answered*
  - My \<manager\>

**not helpful**

- What \*holds\* you?

**not judged**

- And then?

## Advice

**do**

- Wait a day · *chosen*

**think over**

- Card 2

## Actions

| What | Who | By when | May be kept |
| --- | --- | --- | --- |
| Call \| mail her | Karin | before Friday | not yet |

## Time

| Step | Moment | Planned | Took |
| --- | --- | --- | --- |
| Ground rules | What we agree on | 2:00 |  |
|  | Are we agreed? | 0:45 |  |
| The problem | Telling | 4:00 |  |
|  | Clarifying | 4:00 |  |
|  | The question in a sentence | 2:00 |  |
| Exploring | Writing | 3:00 |  |
|  | Reading out | 2:00 | 2:01 |
"""


def test_a_record_is_told_with_all_that_was_said_and_done() -> None:
    assert record_as_markdown(led()).startswith(RECORD)


def test_a_moment_that_was_left_out_is_told_so() -> None:
    assert "|  | Who wants to | 2:00 | skipped |" in record_as_markdown(led())


def test_private_notes_are_not_told() -> None:
    assert led().notes
    assert "Bo is quiet" not in record_as_markdown(led())


def test_who_said_what_is_told_only_if_the_group_wants_it() -> None:
    assert "(An)" not in record_as_markdown(led())
    shown = record_as_markdown(replace(led(), names_shown=True))
    assert "- Who could help? (An) · *answered*" in shown


def test_what_is_kept_says_until_when() -> None:
    kept = closed(led(), "all", until=date(2026, 4, 1), now=after(200))
    assert kept is not None
    assert "- Kept until Wednesday 1 April 2026\n" in record_as_markdown(kept)


def test_of_what_was_handed_over_only_method_and_times_are_told() -> None:
    rest = closed(led(), "hand-over", until=None, now=after(200))
    assert rest is not None
    told = record_as_markdown(rest)
    assert told.startswith(
        "# Five steps\n\nMonday 5 January 2026, 10:00–10:02\n\n"
        "- The case giver has the sheets; date, method and times were kept\n\n## Time\n"
    )
    assert "|  | Reading out | 2:00 | 2:01 |" in told


def test_the_case_giver_reads_the_sheets_and_nothing_of_others() -> None:
    case = next(cases(led()))
    theirs = hand_over_as_markdown(for_case_giver(led(), case), case)
    assert theirs.startswith("# Five steps\n\nMonday 5 January 2026, 10:00–10:02\n\n## The quest")
    assert "- Wait a day · *chosen*" in theirs
    for word in ("North", "(An)", "Karin", "quiet", "## Time", "Call"):
        assert word not in theirs


def test_a_record_is_told_in_the_chosen_language() -> None:
    set_language("nl")
    assert "\n\nmaandag 5 januari 2026, 10:00–10:02\n\n" in record_as_markdown(led())
    assert length(3.25, 3.25) == "3,25 min"


@settings(max_examples=40)
@given(sessions())
def test_any_session_can_be_told(session: Session) -> None:
    told = record_as_markdown(session)
    for reader in READERS:
        assert {"html_block", "html_inline", "link_open", "image"}.isdisjoint(kinds(reader, told))
    for case in cases(session):
        hand_over_as_markdown(for_case_giver(session, case), case)


# Words come out as they were said


def tokens(reader: MarkdownIt, text: str) -> list[Token]:
    """All that a reader makes of Markdown, outer and inner."""
    return [inner for token in reader.parse(text) for inner in (token, *(token.children or ()))]


def kinds(reader: MarkdownIt, text: str) -> set[str]:
    return {token.type for token in tokens(reader, text)}


@given(texts())
@example("1) one")
@example("+ plus")
@example("12. twelve")
@example("--- # ---")
@example("===")
@example("![image](x)")
@example("&copy; &#35;")
@example("a\\b \\* \\\\")
@example("see www.example.nl, ftp://x.nl/a, mailto:an@example.nl or example.nl")
@example("`` ` ``")
@example("~~~")
@example("[x]: http://example.nl 'title'")
@example("$a$ | b")
def test_words_come_out_as_they_were_said(text: str) -> None:
    for reader in READERS:
        for before in ("", "- ", "1. ", "- - ", "> "):
            [line] = [t for t in tokens(reader, before + literal(text)) if t.type == "inline"] or [
                Token("inline", "", 0, children=[])
            ]
            inner = line.children or []
            assert {child.type for child in inner} <= {"text", "text_special"}
            assert "".join(child.content for child in inner) == text.strip(" ")


@given(texts(), texts())
def test_words_stay_in_their_cell(one: str, other: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {literal(one)} | {literal(other)} |"
    made = [t for t in tokens(READERS[1], table) if t.type == "inline"][2:]
    assert [t.content.replace("\\", "") for t in made] == [
        literal(text).replace("\\", "").strip() for text in (one, other)
    ]


# Words of the program


def test_a_floor_is_a_sentence() -> None:
    assert floor_sentence("peers", "speaks", in_turn=True) == "the others speak in turn"
    assert floor_sentence("case-giver", None, who="Karin", place="back-turned") == (
        "Karin listens, with the back to the group"
    )
    assert role_name("facilitator") == "the facilitator"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (4, 4, "4 min"),
        (7.5, 7.5, "7½ min"),
        (0.5, 1, "½–1 min"),
        (45, 60, "45–60 min"),
        (0.5, 0.5, "30 s"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_lengths_are_said_as_a_group_says_them(
    low: float, high: float, said: str, language: Language
) -> None:
    set_language(language)
    assert length(low, high) == said


def test_a_day_is_told_in_full() -> None:
    assert day(date(2026, 11, 22)) == "Sunday 22 November 2026"


# The run sheet


def test_a_run_sheet_has_all_that_is_to_be_said_and_done() -> None:
    sheet = run_sheet(FIVE)
    assert sheet.startswith(
        "# Five steps\n\n4–8 people · 45–60 min\n\n"
        "**Rules**: What is said here stays here. · Let each other finish.\n\n"
        "## Preparation\n"
    )
    assert (
        "**Reading out** · the others speak in turn, the case giver is silent, 30 s each,"
        " 2 lines each · flip chart “Questions”: write\n"
        "- Say: Two questions each.\n"
        "- Remember: No answers yet.\n"
        "- Tip: Watch the group.\n"
    ) in sheet
    assert "flip chart “Questions”: judge (helpful, neutral, not helpful)" in sheet
    assert "flip chart “Questions”: answer (helpful, neutral)" in sheet
    assert "flip chart “Advice”: write (do, think over)" in sheet
    assert "the case giver listens, with the back to the group" in sheet
    assert "**Sinking in** · 2 min · do not shorten · everyone is silent" in sheet
    assert "**Who wants to** · 2 min · may be left out" in sheet
    # A group counts as the screen does: what is for a first meeting has no number.
    assert "## Getting acquainted (first meeting only)\n\nEveryone speaks in turn" in sheet
    assert "## 1. Ground rules" in sheet


def test_a_run_sheet_says_what_is_for_later_meetings_and_who_ends_a_round() -> None:
    since = Step(title="Since last time", when="later-meeting")
    share = Step(title="Share", speaks=("everyone",), in_turn=True, last="case-giver")
    sheet = run_sheet(replace(SMALL, steps=(since, share)))
    assert "## 1. Since last time (not at the first meeting)" in sheet
    assert "## 2. Share\n\nEveryone speaks in turn, the case giver last" in sheet


def test_a_step_without_moments_is_one_moment_on_paper() -> None:
    assert "## 1. Tell\n\n4 min · the case giver speaks\n" in run_sheet(SMALL)


@settings(max_examples=40)
@given(methods())
def test_any_method_has_a_run_sheet(method: object) -> None:
    sheet = run_sheet(method)  # type: ignore[arg-type]
    for reader in READERS:
        assert {"html_block", "html_inline", "link_open", "image"}.isdisjoint(kinds(reader, sheet))


@pytest.mark.parametrize("text", NASTY)
def test_nasty_words_stand_in_a_record_as_they_were_said(text: str) -> None:
    session = wall.write(under_way(moment="explore.read"), text or "x")
    told = tokens(READERS[1], record_as_markdown(session))
    assert one_line(text or "x") in [
        "".join(child.content for child in token.children or ()) for token in told
    ]
