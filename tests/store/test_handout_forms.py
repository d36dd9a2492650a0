"""Hand-outs on a page and in a PDF: how they look, and that words are only words."""

import re
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from hypothesis import example, given, settings

from intervisie_tui.domain import course, wall
from intervisie_tui.store.export import forms, pdf
from intervisie_tui.store.export.forms import FORMS, Form, written
from intervisie_tui.store.export.handout import Flip, Handout, Line, Said, Section, Table
from intervisie_tui.store.export.html import as_html
from intervisie_tui.store.export.pdf import as_pdf, compiled
from intervisie_tui.store.export.readers import (
    cases,
    for_case_giver,
)
from intervisie_tui.store.export.templates import FOLDER, template
from intervisie_tui.store.problems import Refused
from tests.chance import NASTY, words
from tests.domain.samples import after, stop_at, under_way
from tests.store.paper_readers import Page, pages, read, text_of

# Flip charts look like flip charts


def filled() -> Handout:
    """A case with a chart of every kind."""
    session = under_way(moment="explore.read", question="How do I say no?")
    session = wall.write_lines(session, ["What holds you?", "Who could help?", "And then?"])
    first = session.last_id - 2
    session = wall.judge(wall.judge(session, first, "not helpful"), first + 1, "helpful")
    session = wall.note_answer(session, first + 1, "My manager")
    session = course.go_to(session, stop_at(session, "6.3"), after(131))
    session = wall.write(session, "How do I say it kindly?")
    session = course.go_to(session, stop_at(session, "7.1"), after(140))
    session = wall.write(session, "Think", column="think over")
    session = wall.write(session, "Wait a day", column="do")
    session = wall.pick(session, session.last_id)
    session = course.go_to(session, stop_at(session, "7.3"), after(150))
    for name, place in (("High", "4"), ("Low", "1"), ("Nowhere", None)):
        session = wall.write(session, name)
        if place:
            session = wall.judge(session, session.last_id, place)
    return for_case_giver(session, cases(session)[0])


def test_lines_have_the_signs_that_they_had_on_the_wall() -> None:
    texts = [text for text in Page(as_html(filled())).texts if text.strip()]
    start = texts.index("What holds you?")
    assert texts[start - 2 : start + 8] == [
        "○", "1", "What holds you?",
        "●✓", "2", "Who could help?", "My manager",
        "3", "And then?", "Advice",
    ]  # fmt: skip
    legend = "".join(texts[texts.index("Questions") : start - 2])
    assert legend == "Questions● helpful○ not helpful✓ answered"


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_each_kind_of_chart_is_laid_out_as_it_hangs(form: Form) -> None:
    said = read(filled(), form)
    for before, behind in (
        ("How do I say no?", "How do I say it kindly?"),
        ("Wait a day", "Think"),
        ("Low", "High"),
        ("High", "Not yet placed"),
        ("Not yet placed", "Nowhere"),
    ):
        assert said.index(before) < said.index(behind)


def test_a_sheet_goes_to_the_next_page_whole() -> None:
    lines = tuple(Line(number=number, words=f"Line {number}") for number in range(1, 25))
    flips = tuple(Flip(name=name, kind="list", lines=lines) for name in ("First", "Second"))
    first, second = pages(as_pdf(Handout(reader="group", title="x", parts=flips)))
    assert "Line 24" in first
    assert "Second" not in first
    assert "Second" in second


def test_a_sheet_longer_than_a_page_goes_on_behind_it() -> None:
    lines = tuple(Line(number=number, words=f"Line {number}") for number in range(1, 99))
    flip = Flip(name="Long", kind="list", lines=lines)
    said = text_of(as_pdf(Handout(reader="group", title="x", parts=(flip,))))
    assert [f"Line {number}" in said for number in range(1, 99)] == [True] * 98


# Files


def test_a_page_needs_nothing_but_itself() -> None:
    page = as_html(filled())
    tags = {tag for tag, _attributes in Page(page).elements}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "a", "base"})
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|https?:", page)


def test_a_page_is_made_to_be_printed() -> None:
    assert "@page { size: A4;" in as_html(filled())


def test_no_template_of_ours_fetches_anything() -> None:
    for path in FOLDER.glob("*.typ"):
        assert '"@' not in template(path.name)
        assert "#import" not in template(path.name)


def test_a_file_tells_nothing_of_who_made_it_or_when() -> None:
    made = pypdf.PdfReader(BytesIO(as_pdf(filled()))).metadata
    assert made is not None
    assert made.title == "Five steps"
    assert made.author is None
    assert made.creation_date is None


def test_without_typst_a_page_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    assert forms.usual() == "pdf"
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    assert forms.usual() == "html"


def test_a_template_that_is_not_there_is_said() -> None:
    with pytest.raises(Refused, match=r"none\.typ: .* a file or folder is missing"):
        compiled(FOLDER / "none.typ", {})


# Words come out as they were said


def spoken(said: str) -> Handout:
    """A hand-out in which every word is this one."""
    line = Line(number=1, words=said, label=said, by=said, note=said, owner=said, when=said)
    kinds = {"list": (), "statement": (), "scale": (said,), "actions": (), "follow-up": ()}
    flips = tuple(
        Flip(name=said, kind=kind, lines=(line, line), labels=labels)  # type: ignore[arg-type]
        for kind, labels in kinds.items()
    )
    columns = Flip(name=said, kind="list", columns=(said,), lines=(replace(line, column=said),))
    table = Table(heads=(said, said), rows=((said, said),))
    plain, listed = Said(texts=(said,)), Said(texts=(said,), listed=True)
    section = Section(heading=said, parts=(plain, listed, table, *flips, columns))
    return Handout(reader="group", title=said, under=said, parts=(section,))


def count(handout: Handout, said: str) -> int:
    """How often the words are in what a reader of the page gets."""
    return "\n".join(Page(as_html(handout)).texts).count(said)


@given(words())
@example("<script>alert(1)</script>")
@example("</style><b>")
@example("--> <!-- ]]>")
@example("&lt;b&gt; &amp;")
@example('" onload="x')
@example("{title} {{name}} $title")
def test_words_in_a_page_are_never_markup(said: str) -> None:
    plain, wild = Page(as_html(spoken("Q" * len(said)))), Page(as_html(spoken(said)))
    assert wild.elements == plain.elements
    # What a reader gets is the same but for these words.
    assert count(spoken(said), said) >= count(spoken("Qqzw"), "Qqzw")


@settings(max_examples=15)
@given(words())
@example("#panic(1)")
@example('#read("handout.typ")')
@example("*a* _b_ $c$ `d` = e @f <g> \\ // /* [h]")
@example("- a")
@example("W" * 120)
def test_words_in_a_pdf_are_never_markup(said: str) -> None:
    said = re.sub(r"[^\x21-\x7e ]", "", said).strip() or "x"
    found = re.sub(r"\s|\u200b", "", text_of(as_pdf(spoken(said))))
    # The title, and what stands under it, and so on to the last chart.
    assert found.count(said.replace(" ", "")) >= 20


def test_a_very_long_word_stays_within_the_page() -> None:
    assert len(pages(as_pdf(spoken("averylongword" * 20)))) < 16


@pytest.mark.parametrize("said", NASTY)
def test_any_words_can_be_written(said: str) -> None:
    for form in FORMS:
        assert written(spoken(said), form)
