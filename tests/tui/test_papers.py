"""The papers of a meeting: told before they are written, and not a word of a case on screen."""

import os
import stat
import sys
from dataclasses import replace

import pytest

from intervisie_tui.domain import closing
from intervisie_tui.store.export import pdf
from intervisie_tui.store.home import Home, Settings
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.giving import Giving
from intervisie_tui.tui.screens.papers import PapersScreen
from tests.domain.samples import NINE
from tests.tui.group_rooms import EVERY, press
from tests.tui.home_of import put
from tests.tui.host import UNSET, marked, page, settle
from tests.tui.meetings import ASKED, FIRST, QUESTIONS, SECOND
from tests.tui.paper_rooms import STEM, files, held, kept, mine, papers
from tests.tui.preparing import read

__all__ = ["marked", "mine"]

pytestmark = pytest.mark.usefixtures("amsterdam")

# The list


@EVERY
async def test_each_paper_has_a_row_that_says_no_word_of_a_case(
    size: tuple[int, int], mine: Home
) -> None:
    app = papers(mine)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        seen = read(app)
        await pilot.press("end")
        await pilot.pause()
        seen += read(app)
        for row in (
            "1 For the case giver · Case 1, An",
            "2 For the case giver · Case 2, Bo",
            "g For the group",
            "f For yourself",
            "c Certificates",
            "d Next date",
            "q Questionnaire",
        ):
            assert row in seen
        for words in (*QUESTIONS.values(), *ASKED.values(), "Call her"):
            assert words not in seen
        assert max(map(len, page(app).splitlines())) <= size[0]


async def test_of_what_was_handed_over_no_case_giver_gets_anything(mine: Home) -> None:
    stays = closing.closed(held("k3m9xq"), "hand-over", until=None, now=NINE)
    app = papers(mine, stays)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "For the case giver" not in page(app)
        await press(pilot, "1")
        assert isinstance(app.screen, PapersScreen)


@pytest.mark.parametrize(
    ("before", "said"),
    [(0, "after the first meeting"), (1, ""), (2, "after the third meeting"), (3, "")],
)
async def test_the_questionnaire_says_when_it_is_asked_for(
    mine: Home, before: int, said: str
) -> None:
    for number in range(1, before + 1):
        put(mine, kept(held("k3m9xq", days=-28 * number)))
    put(mine, kept(held("k3m9xq", days=28)))
    put(mine, kept(held("other2", days=-28)))
    app = papers(mine, held("k3m9xq"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        row = next(line for line in page(app).splitlines() if "Questionnaire" in line)
        assert row.partition("Questionnaire")[2] == (f" · {said}" if said else "")


@pytest.mark.usefixtures("marked")
async def test_it_is_said_anew_in_another_language(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        speak(app, "nl")
        await pilot.pause()
        assert "«For the group»" in page(app)
        assert f"«It goes to hand-over/{STEM}-group-1.pdf»" in page(app)
        await press(pilot, "escape")
        for words in ("Papers", "For yourself", "Certificates", "Next date"):
            assert f"«{words}»" in page(app)


# Hand-outs


async def test_what_will_be_in_it_is_told_and_nothing_is_written_unasked(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert isinstance(app.screen, Giving)
        assert "Flip chart “Questions”: 1 line" in page(app)
        assert f"It goes to hand-over/{STEM}-case-giver-2.pdf" in page(app)
        assert ASKED[SECOND] not in page(app)
        await press(pilot, "escape")
        assert files(mine.hand_over) == []
        assert app.answer is UNSET


async def test_it_is_written_in_the_form_that_was_chosen_with_a_key(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "f", "f")
        assert "● Markdown" in page(app)
        await press(pilot, "enter")
        path = mine.hand_over / f"{STEM}-case-giver-2.md"
        said = path.read_text("utf-8")
        assert ASKED[SECOND] in said
        assert ASKED[FIRST] not in said
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert "Case 2, Bo  ✓ Markdown" in page(app)
        assert f"Written: hand-over/{path.name}" in page(app)
        await press(pilot, "f", "f", "enter", "up", "down", "enter", "enter")
        assert files(mine.hand_over) == [
            f"{STEM}-case-giver-2.md",
            f"{STEM}-facilitator-1.html",
            f"{STEM}-facilitator-1.pdf",
        ]
        assert "For yourself  ✓ PDF, HTML" in page(app)


async def test_what_is_there_is_replaced_only_after_that_was_said(mine: Home) -> None:
    there = mine.hand_over / f"{STEM}-group-1.html"
    there.write_text("before")
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        assert "There is one already" not in page(app)
        await press(pilot, "f")
        assert "! There is one already: it is replaced." in page(app)
        assert there.read_text() == "before"
        await press(pilot, "enter")
        assert "Call her" in there.read_text("utf-8")


async def test_without_typst_it_says_how_to_get_a_pdf_and_writes_none(
    mine: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    monkeypatch.setitem(sys.modules, "typst", None)
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        assert "● HTML" in page(app)
        await press(pilot, "f")
        assert "with its extra “pdf”" in read(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Giving)
        assert files(mine.hand_over) == []
        await press(pilot, "f", "enter")
        assert files(mine.hand_over) == [f"{STEM}-group-1.md"]


async def test_a_disk_that_refuses_is_said(mine: Home) -> None:
    mine.hand_over.rmdir()
    mine.hand_over.touch()
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q", "enter")
        (said,) = app._notifications
        assert said.message.startswith("This could not be done: ")
        assert "✓" not in page(app)


# Certificates


async def test_certificates_are_made_without_typing(mine: Home) -> None:
    mine = replace(mine, settings=Settings(facilitator="Joke", certificate_days=30))
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "enter", "enter", "enter")
        told = page(app)
        assert "For An, Bo, Cem, Dee and Karin" in told
        assert "Length: 4 hours and 3 minutes" in told
        assert "Led by: Joke" in told
        assert "Organisation" not in told
        assert "They are kept for 30 days." in told
        assert files(mine.root / "certificates") == []
        await press(pilot, "f", "enter")
        made = files(mine.root / "certificates")
        assert made == [f"{STEM}-{seat}.html" for seat in range(1, 6)]
        assert "Joke" in (mine.root / "certificates" / made[0]).read_text("utf-8")
        assert "Certificates  ✓ HTML" in page(app)
        assert "Written: 5 files in certificates" in page(app)


async def test_what_stood_on_the_last_ones_is_offered_again(mine: Home) -> None:
    mine = replace(mine, settings=Settings(facilitator="Joke"))
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "enter", *"De Brug", "enter", *"3 points", "enter", "enter")
        await press(pilot, "c", "enter", "enter", "enter")
        assert "Organisation: De Brug" in page(app)
        assert "Points: 3 points" in page(app)
        assert "! There is one already: it is replaced." in page(app)


async def test_a_question_that_is_put_away_ends_it(mine: Home) -> None:
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "enter", "escape")
        assert isinstance(app.screen, PapersScreen)
        await press(pilot, "c", "enter", "enter", "enter", "escape")
        assert files(mine.root / "certificates") == []


async def test_a_template_that_is_wrong_is_said(mine: Home) -> None:
    own = mine.root / "templates"
    own.mkdir()
    (own / "certificate.html").write_text("{{nam}}")
    app = papers(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "enter", "enter", "enter", "enter")
        (said,) = app._notifications
        assert "certificate.html:1:1: there is no field “nam”" in said.message
        assert str(mine.root) not in said.message


async def test_where_nobody_is_known_there_is_nobody_to_certify(mine: Home) -> None:
    stays = closing.closed(held(), "hand-over", until=None, now=NINE)
    app = papers(mine, stays)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "down")
        why = "It was not kept who took part, so there is nobody to certify."
        assert why in read(app)
        await press(pilot, "c")
        assert not isinstance(app.screen, Ask)
        assert [notice.message for notice in app._notifications] == [why]
