"""A meeting as a page to read, and beside the check while it is written."""

from dataclasses import replace
from typing import Final

import pytest

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.span import MANY, Span
from intervisie_tui.locale import LANGUAGES, Language
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.methods import load
from intervisie_tui.tui.screens.checked import Checked
from intervisie_tui.tui.screens.methods import MethodsScreen
from intervisie_tui.tui.screens.shelf import looked_through, shelf_of
from intervisie_tui.tui.widgets.method_page import whole
from intervisie_tui.tui.widgets.reading import Prose
from tests.domain.meetings import BREAK, MEETING
from tests.store.of_meetings import HEAD, OPENER, USE, put
from tests.tui.authors import Authoring, comes, mine
from tests.tui.home_of import empty_home
from tests.tui.host import Host, page

__all__ = ["mine"]

TITLES: Final = {"short": "In short", "closing": "Looking back", "longer": "Back at length"}

CHECK_IN: Final = USE.replace("vier-fasen", "check-in")
EVERYBODY: Final = 'minutes = "30-40"\npeople = "4-5"\n' + USE + 'cases = "rest"\nminutes = 39\n'


def told(meeting: Method, titles: dict[str, str] | None = None) -> list[str]:
    """What the page says, a paragraph each, with the number before it."""
    return [
        " ".join(line.plain.split())
        for line in Prose(whole(meeting, titles or {})).lines(1000)
        if line.plain.strip()
    ]


def of(*blocks: MeetingBlock) -> Method:
    return replace(MEETING, blocks=blocks)


def test_the_blocks_are_told_in_their_order_each_with_its_number() -> None:
    said = told(MEETING, TITLES)
    at = [said.index(line) for line in said if line[0].isdigit() and line[1] == " "]
    assert [said[line] for line in at] == [
        "1 since",
        "2 opener",
        "3 In short · short · 2 cases",
        "4 Break · 15 min · the group sees when to be back",
        "5 In short · short · all cases that are left",
        "6 A theme",
        "7 Looking back · closing · or longer: Back at length, at the first and third meeting",
    ]


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (MeetingBlock(use="short"), "1 In short · short"),
        (MeetingBlock(use="closing"), "1 Looking back · closing"),
        (MeetingBlock(use="gone"), "1 gone"),
        (MeetingBlock(use="?"), "1 A method that is chosen when the meeting is planned"),
        (MeetingBlock(use="gone", cases=Span(1, 2)), "1 gone · 1–2 cases"),
        (MeetingBlock(use="gone", cases=Span(2, MANY)), "1 gone · all cases that are left"),
        (MeetingBlock(use="gone", minutes=Span(5, 5)), "1 gone · 5 min"),
        (
            MeetingBlock(use="gone", cases=Span(3, 3), minutes=Span(35, 40)),
            "1 gone · 3 cases · 35–40 min a case",
        ),
        (
            MeetingBlock(use="gone", when="later-meeting", optional=True, protected=True),
            "1 gone · not at the first meeting · may be left out · do not shorten",
        ),
        (MeetingBlock(use="gone", longer="lost"), "1 gone · or longer: lost, at the first and"),
    ],
)
def test_a_method_that_is_used_is_told_with_all_that_the_meeting_says(
    block: MeetingBlock, line: str
) -> None:
    assert any(said.startswith(line) for said in told(of(block), TITLES))


def test_a_name_that_is_the_title_is_not_told_twice() -> None:
    assert "1 Check-in" in told(of(MeetingBlock(use="check-in")), {"check-in": "Check-in"})


def test_what_is_written_in_a_block_is_told_as_a_step_is() -> None:
    moment = Moment(
        title="Talk", minutes=Span(3, 3), speaks=("everyone",), say="Go on.", tips=("Wait.",)
    )
    said = told(of(MeetingBlock(title="A theme", moments=(moment,)), BREAK))
    at = said.index("1 A theme")
    assert said[at : at + 5] == [
        "1 A theme",
        "Talk · 3 min",
        "everyone speaks",
        "Go on.",
        "· Wait.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_ours_says_all_that_the_meeting_says(language: Language) -> None:
    shelf = shelf_of(Home(builtin_methods() / "nowhere"))
    for file in shelf.files:
        if file.head is None or file.head.kind != "meeting" or file.head.language != language:
            continue
        meeting = load(file.path)
        titles = shelf.titles(language)
        said = "\n".join(told(meeting, dict(titles)))
        assert all(rule in said for rule in meeting.rules)
        for block in meeting.blocks:
            assert titles.get(block.use or "", block.title) in said
            for moment in (block, *block.moments):
                words = (moment.title, moment.say, *moment.ask, *moment.remember, *moment.tips)
                assert [each for each in words if each not in said] == []


# From the list


async def test_from_the_list_a_used_method_is_told_by_its_title() -> None:
    home = empty_home()
    put(home.methods, OPENER.replace('"T"', '"Ours"') + '[[steps]]\ntitle = "S"\n', "ours.toml")
    put(home.methods, HEAD + USE + USE.replace("vier-fasen", "ours"), "our-evening.toml")
    app = Host(MethodsScreen(home, looked_through(shelf_of(home))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"our-evening", "enter")
        assert await comes(pilot, "1  Four phases · vier-fasen", "2  Ours")


def test_of_a_method_in_two_languages_the_title_in_one_of_them_is_told() -> None:
    shelf = shelf_of(empty_home())
    said = [shelf.titles(language)["vier-fasen"] for language in ("en", "nl", "fr")]
    assert said[:2] == ["Four phases", "Vier fasen"]
    assert said[2] in said[:2]


# While it is written


async def test_a_meeting_is_checked_with_how_long_each_block_takes(mine: Home) -> None:
    path = put(mine.methods, HEAD + EVERYBODY, "mine.toml")
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Checked(mine, path))
        assert await comes(pilot, "1 thing to look at once more", "All together")
        rows = [" ".join(line.split()) for line in page(app).splitlines()]
        assert rows[rows.index("4 people 5 people") + 1 :][:3] == [
            "Four phases 1–4 × 39 1–5 × 39",
            "All together 39–156–156 39–195–195",
            "What the file says: minutes 30–40 30–40",
        ]


async def test_of_many_sizes_the_smallest_and_the_largest_group_are_told(mine: Home) -> None:
    path = put(mine.methods, HEAD + 'people = "4-8"\n' + CHECK_IN, "mine.toml")
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Checked(mine, path))
        assert await comes(pilot, "4 people  8 people")
        assert "at a first meeting" in page(app)


async def test_of_a_meeting_it_is_said_which_method_is_not_there(mine: Home) -> None:
    path = put(mine.methods, HEAD + USE.replace("vier-fasen", "vier-faasen"), "mine.toml")
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Checked(mine, path))
        assert await comes(pilot, "1 thing is wrong", "mine.toml:6:7:", "“vier-fasen”?")
        await pilot.press("t")
        assert app.tried == []
        put(mine.methods, HEAD + USE, "mine.toml")
        assert await comes(pilot, "All together")
        await pilot.press("t")
        await pilot.pause()
        assert app.tried == [path]


async def test_what_is_chosen_later_is_counted_and_said(mine: Home) -> None:
    path = put(mine.methods, HEAD + '[[blocks]]\nuse = "?"\n', "mine.toml")
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Checked(mine, path))
        assert await comes(pilot, "? Five steps", "reckoned here with")
