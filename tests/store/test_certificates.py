"""Certificates: who gets one, what is on it, how it is kept, and a template of one's own."""

import os
import stat
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import set_language
from intervisie_tui.store import certificates as kept
from intervisie_tui.store import remembered
from intervisie_tui.store.certificates import (
    Beside,
    beside,
    certificates_of,
    expired_certificates,
    remember,
    remove_certificates,
    write_certificates,
)
from intervisie_tui.store.export import pdf
from intervisie_tui.store.export.certificate import (
    as_html,
    as_pdf,
    certificates,
    duration,
    fields,
)
from intervisie_tui.store.home import Home, Settings
from tests.chance import words
from tests.domain.samples import NAMES, NINE, after, stop_at, under_way
from tests.store.certified import ONE, RECORD
from tests.store.paper_readers import Page, text_of


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    return Home(tmp_path)


def met(seconds: float = 11400) -> Session:
    """A case that took just over three hours, with words on the wall."""
    session = under_way(moment="explore.read", question="How do I say no?", group="North")
    return course.finish(wall.write(session, "What holds you?", by=2), after(seconds))


def seats(session: Session) -> list[int]:
    return [each.seat for each in certificates(session)]


# Who gets one


def test_each_who_took_part_gets_one() -> None:
    assert [each.name for each in certificates(met())] == [*NAMES]


def test_who_never_came_gets_none() -> None:
    assert seats(room.presence(met(), 3, "late")) == [1, 2, 4, 5]


def test_who_was_gone_before_anything_happened_gets_none() -> None:
    assert seats(room.presence(met(), 3, "gone")) == [1, 2, 4, 5]


def test_who_left_halfway_gets_one_that_says_so() -> None:
    session = room.presence(met(), 2, "gone")
    found = {each.seat: fields(each) for each in certificates(session)}
    assert found[2]["says"] == "was there for part of an intervisie meeting"
    assert found[2]["duration-label"] == "Length of the meeting"
    assert found[1]["says"] == "took part in an intervisie meeting"


def test_who_had_a_turn_and_left_was_there() -> None:
    session = course.go_to(under_way(moment="explore.read"), 2, NINE)
    session = course.go_to(session, stop_at(session, "explore.read"), NINE)
    session = room.next_turn(room.next_turn(session, after(5)), after(9))
    session = course.finish(room.presence(session, 1, "gone"), after(600))
    assert seats(session) == [1, 2, 3, 4, 5]
    passed = room.pass_turn(under_way(moment="explore.read"), after(1))
    assert seats(course.finish(room.presence(passed, 1, "gone"), after(600))) == [2, 3, 4, 5]


def test_before_the_end_there_are_none() -> None:
    assert seats(under_way()) == []


# What is on it


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (190, "3 hours and 10 minutes"),
        (60, "1 hour"),
        (61, "1 hour and 1 minute"),
        (45, "45 minutes"),
        (0, "0 minutes"),
    ],
)
def test_a_length_is_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert duration(minutes) == said


def test_it_took_as_long_as_it_took_or_as_is_said() -> None:
    assert {each.minutes for each in certificates(met())} == {190}
    assert {each.minutes for each in certificates(met(), minutes=120)} == {120}


@pytest.mark.parametrize("form", ["pdf", "html"])
@pytest.mark.usefixtures("amsterdam")
def test_it_says_who_when_and_how_long_and_nothing_else(form: str) -> None:
    one, *_others = certificates(
        met(), facilitator="Joke", organisation="De Brug & Co", points="3 points"
    )
    said = text_of(as_pdf(one)) if form == "pdf" else "\n".join(Page(as_html(one)).texts)
    for word in ("Certificate of participation", "An", "Monday 5 January 2026", "Joke"):
        assert word in said
    assert "3 hours and 10 minutes" in said
    assert "De Brug & Co" in said
    assert "3 points" in said
    for word in ("North", "Bo", "Five steps", "How do I say no", "What holds you"):
        assert word not in said


def test_what_is_not_known_leaves_no_label() -> None:
    bare = replace(ONE, organisation="", points="")
    said = text_of(as_pdf(bare))
    assert "Organisation" not in said
    assert "Points" not in said
    assert as_html(bare).count('<div data-known="">') == 2


def test_without_a_name_there_is_a_line_to_write_it_on() -> None:
    unnamed = replace(ONE, name="")
    assert '<p class="name" dir="auto"></p>' in as_html(unnamed)
    assert "Seat" not in text_of(as_pdf(unnamed))


def test_it_is_in_the_chosen_language() -> None:
    set_language("nl")
    assert fields(ONE)["day"] == "maandag 5 januari 2026"
    assert '<html lang="nl">' in as_html(ONE)


@given(words())
@example("<script>\"&'")
@example("{{title}} $title {title}")
def test_words_on_a_page_are_never_markup(said: str) -> None:
    plain = Page(as_html(replace(ONE, name="x")))
    wild = Page(as_html(replace(ONE, name=said, organisation=said, points=said)))
    tags = [[tag for tag, _attributes in page.elements] for page in (plain, wild)]
    assert tags[0] == tags[1]
    assert wild.texts.count(said) >= 3


@settings(max_examples=10)
@given(words())
@example("#panic(1) *b* $x$ \\ `q` @r <s>")
def test_words_in_a_pdf_are_never_markup(said: str) -> None:
    said = "".join(filter(str.isascii, said)).strip() or "x"
    found = text_of(as_pdf(replace(ONE, name=said)))
    assert "".join(said.split()) in "".join(found.split())


# On disk


def test_all_of_a_meeting_are_written_for_this_user_alone_and_in_no_name(mine: Home) -> None:
    paths = write_certificates(mine, RECORD, certificates(met()))
    assert [path.name for path in paths] == [
        f"2026-01-05-1000-abcdef-{seat}.pdf" for seat in range(1, 6)
    ]
    assert certificates_of(mine, RECORD) == [*paths]
    assert {path.parent for path in paths} == {mine.root / "certificates"}
    if os.name == "posix":
        modes = {stat.S_IMODE(path.stat().st_mode) for path in paths}
        assert modes == {0o600}
        assert stat.S_IMODE(paths[0].parent.stat().st_mode) == 0o700


def test_writing_them_again_replaces_them(mine: Home) -> None:
    write_certificates(mine, RECORD, [ONE], form="html")
    [path] = write_certificates(mine, RECORD, [replace(ONE, name="Anna")], form="html")
    assert "Anna" in path.read_text("utf-8")
    assert [*path.parent.iterdir()] == [path]


def test_without_typst_they_are_pages(mine: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    monkeypatch.setitem(sys.modules, "typst", None)
    [path] = write_certificates(mine, RECORD, [ONE])
    assert path.suffix == ".html"
    with pytest.raises(ImportError):
        write_certificates(mine, RECORD, [ONE], form="pdf")


def test_they_have_a_term_of_their_own(mine: Home) -> None:
    mine = replace(mine, settings=Settings(certificate_days=30))
    old, new = write_certificates(mine, RECORD, [ONE, replace(ONE, seat=2)], form="html")
    made = date(2026, 3, 1)
    for path, day in ((old, made), (new, made + timedelta(days=1))):
        noon = (day - date(1970, 1, 1)).days * 86400 + 43200
        os.utime(path, (noon, noon))
    assert expired_certificates(mine, made + timedelta(days=30)) == []
    assert expired_certificates(mine, made + timedelta(days=31)) == [old]
    remove_certificates(mine, [old])
    assert [*kept.folder(mine).iterdir()] == [new]


def test_where_there_are_none_there_is_nothing_to_find(mine: Home) -> None:
    assert certificates_of(mine, RECORD) == []
    assert expired_certificates(mine, date(2099, 1, 1)) == []
    assert write_certificates(mine, RECORD, []) == ()
    assert not kept.folder(mine).exists()


# What stands on them beside


def test_before_the_first_ones_the_settings_say_who_led(mine: Home) -> None:
    home = replace(mine, settings=Settings(facilitator="Joke", organisation="De Brug"))
    assert beside(home) == Beside("Joke", "De Brug", "")


def test_what_was_said_is_remembered_and_may_be_deleted(mine: Home) -> None:
    remember(mine, Beside("Joke", "De Brug", "3"))
    assert beside(mine) == Beside("Joke", "De Brug", "3")
    (path,) = (mine.root / "cache").iterdir()
    path.write_bytes(path.read_bytes()[:-2])
    assert beside(mine) == Beside()
    path.unlink()
    assert beside(mine) == Beside()


@pytest.mark.parametrize("value", [None, {}, ["a", "b"], ["a", "b", 3], "abc"])
def test_what_was_remembered_in_another_form_counts_for_nothing(mine: Home, value: object) -> None:
    remember(mine, Beside())
    (path,) = (mine.root / "cache").iterdir()
    remembered.keep(path, "beside 1", value)
    assert beside(mine) == Beside()
