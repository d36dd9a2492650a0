"""The preparation letter and the questionnaire: what is asked, and that it can be filled in."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store.export.forms import FORMS, Form, written
from intervisie_tui.store.export.handout import Blank, Part, Rating, Section, contents
from intervisie_tui.store.export.html import as_html
from intervisie_tui.store.export.letter import letter
from intervisie_tui.store.export.markdown import as_markdown
from intervisie_tui.store.export.pdf import as_pdf
from intervisie_tui.store.export.questionnaire import questionnaire
from tests.domain.samples import FIVE, after

pytestmark = pytest.mark.usefixtures("amsterdam")


def every(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from every(part.parts)


def test_a_letter_asks_three_questions_with_room_to_answer() -> None:
    asked = [part for part in letter().parts if isinstance(part, Blank)]
    assert [blank.question[:2] for blank in asked] == ["1.", "2.", "3."]
    assert all(blank.rows for blank in asked)


def test_a_letter_tells_what_is_known_of_the_meeting_and_no_more() -> None:
    told = as_markdown(
        letter(method=FIVE, start=after(0), place="Room 3", group="North", facilitator="Joke")
    )
    assert told.startswith(
        "# Preparing your case\n\n- Group: North\n- When: Monday 5 January 2026, 10:00\n"
        "- Where: Room 3\n- Led by: Joke\n\nYou bring a case"
    )
    assert "We work with “Five steps”." in told
    bare = as_markdown(letter())
    for word in ("Group:", "When:", "Where:", "Led by:", "We work with"):
        assert word not in bare


def test_a_letter_tells_the_words_of_a_method_to_who_reads_its_language() -> None:
    method = replace(FIVE, summary="First ask, then advise.")
    assert "First ask" in as_markdown(letter(method=method))
    set_language("nl")
    assert "First ask" not in as_markdown(letter(method=method))
    assert "Five steps" in as_markdown(letter(method=method))


def test_a_letter_says_what_stays_in_the_group() -> None:
    told = contents(letter())
    assert told[0] == "For the case giver alone"
    assert "What stays between us" in told


def test_a_questionnaire_asks_about_all_that_counts() -> None:
    sections = [part for part in questionnaire().parts if isinstance(part, Section)]
    assert [section.heading for section in sections] == [
        "Safety",
        "Your own share",
        "The method",
        "The facilitator",
        "What you take along",
    ]
    for section in sections:
        kinds = {type(part) for part in section.parts}
        assert kinds == {Rating, Blank}


def test_a_questionnaire_asks_for_no_name() -> None:
    assert "Your name is not needed." in as_markdown(questionnaire())


def test_what_is_filled_in_has_room_on_every_kind_of_paper() -> None:
    parts = [*every(questionnaire().parts)]
    rows = sum(part.rows for part in parts if isinstance(part, Blank))
    ratings = sum(isinstance(part, Rating) for part in parts)
    page, text = as_html(questionnaire()), as_markdown(questionnaire())
    assert page.count("<div></div>") == rows
    assert page.count("<i>5</i>") == ratings
    assert text.count("\n\n\\_\\_") == rows
    assert text.count("○ 5") == ratings


def test_a_questionnaire_is_one_sheet_of_two_sides_and_a_letter_one_of_one() -> None:
    for made, most in ((questionnaire(), 2), (letter(start=after(0), group="North"), 1)):
        assert len(pypdf.PdfReader(BytesIO(as_pdf(made))).pages) <= most


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_made_in_both_languages_and_every_form(language: Language, form: Form) -> None:
    set_language(language)
    for made in (questionnaire(), letter(method=FIVE)):
        assert written(made, form)
