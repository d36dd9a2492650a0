"""The cards for difficult moments: one key, a word, and what to say."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest
from textual.events import Paste

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store import cards as cards_module
from intervisie_tui.store.home import Home
from intervisie_tui.store.writer import open_writer
from intervisie_tui.tui.app import IntervisieApp
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.cards import Cards, Search, Titles
from intervisie_tui.tui.widgets.reading import Paragraph, Prose
from tests.conftest import Clock
from tests.domain.samples import under_way, written
from tests.tui.host import Host, page, settle
from tests.tui.stage import SIZES, SMALL, USUAL, Size, Stage, led

REGIE: Final = Desk(face="regie")

SILENCE: Final = """[[cards]]
title = "Silence"
words = ["quiet"]
notice = ["You count the seconds."]
say = ["Take your time."]
do = ["Look around the circle once."]
"""

LONG: Final = f"""[[cards]]
title = "[b]Somebody[/b] dominates [/]"
notice = ["{"The others look away. " * 20}"]
say = ["Who has [red]not[/red] spoken?"]
do = ["The last words of it."]
"""

NL: Final = '[[cards]]\ntitle = "Stilte"\ndo = ["Tel tot tien."]\n'


def put(folder: Path, language: str, text: str, name: str = "") -> None:
    path = folder / "cards" / f"{name or language}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'format = 1\nlanguage = "{language}"\n{text}', "utf-8")


@pytest.fixture(autouse=True)
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program came with these cards."""
    folder = tmp_path / "ours"
    more = '[[cards]]\ntitle = "Number {n}"\ndo = ["Do {n}, and then be quiet."]\n'
    put(folder, "en", "".join(more.format(n=n) for n in range(1, 12)) + SILENCE + LONG)
    put(folder, "nl", NL)
    monkeypatch.setattr(cards_module, "builtin_methods", lambda: folder)
    return folder


@asynccontextmanager
async def asked(
    size: Size = USUAL, *, session: Session | None = None, home: Path | None = None
) -> AsyncIterator[Stage]:
    """The cards over the facilitator's face, read and shown."""
    async with led(session or under_way(), REGIE, size=size) as stage:
        if home is not None:
            stage.app._home = Home(home)  # type: ignore[attr-defined]
        await stage.press("c")
        assert await stage.comes(lambda: stage.on_top == "Cards" and there(stage))
        yield stage


def there(stage: Stage) -> int:
    found = stage.app.screen.query(Titles)
    return found.first().option_count if found else 0


def chosen(stage: Stage) -> str:
    """The words of the row that is chosen."""
    option = stage.app.screen.query_one(Titles).highlighted_option
    if option is None:
        return ""
    assert isinstance(option.prompt, Prose)
    (row,) = option.prompt.paragraphs
    assert isinstance(row, Paragraph)
    return row.words.plain


@pytest.mark.parametrize("size", SIZES)
async def test_a_word_finds_the_card_and_says_what_helps(size: Size) -> None:
    async with asked(size) as stage:
        await stage.press(*"silen")
        assert chosen(stage) == "Silence"
        for words in (
            "What you notice",
            "You count the seconds.",
            "What you can say",
            "Take your time.",
            "What you can do",
            "Look around the circle once.",
        ):
            assert words in stage.said()


async def test_typing_and_walking_go_together() -> None:
    async with asked() as stage:
        assert chosen(stage) == "Number 1"
        await stage.press("down", "down")
        assert chosen(stage) == "Number 3"
        assert "Do 3, and then be quiet." in stage.said()
        await stage.press(*"quiet")
        assert chosen(stage) == "Silence"
        await stage.press("down", "up", "down")
        assert chosen(stage) == "Number 1"
        assert stage.app.screen.focused is stage.app.screen.query_one(Search)


async def test_what_nothing_matches_is_said_and_goes_with_a_letter() -> None:
    async with asked() as stage:
        await stage.press(*"silencex")
        assert _("No card has all of these words.") in stage.said()
        await stage.press("down", "up", "pagedown")
        await stage.press("backspace")
        assert chosen(stage) == "Silence"


@pytest.mark.parametrize("size", SIZES)
async def test_a_card_can_be_read_to_its_end(size: Size) -> None:
    async with asked(size) as stage:
        await stage.press(*"dominates")
        for _page in range(8):
            await stage.press("pagedown")
        assert "The last words of it." in stage.said()
        await stage.press(*["pageup"] * 8)
        assert "What you notice" in stage.said()


@pytest.mark.parametrize("size", SIZES)
async def test_every_card_can_be_walked_to(size: Size) -> None:
    async with asked(size) as stage:
        seen = [chosen(stage)]
        for _card in range(12):
            await stage.press("down")
            seen.append(chosen(stage))
            highlighted = stage.app.screen.query_one(Titles).highlighted
            assert highlighted is not None
            assert len(seen) == highlighted + 1
            assert seen[-1].split()[0] in stage.said()
        assert len(set(seen)) == 13


async def test_words_on_a_card_are_no_markup() -> None:
    async with asked() as stage:
        await stage.press(*"not")
        assert "[b]Somebody[/b] dominates [/]" in chosen(stage)
        assert "Who has [red]not[/red] spoken?" in stage.said()


@pytest.mark.parametrize("pasted", ["[/]", "[red]x", "one\ntwo", "\x1b[31m"])
async def test_whatever_is_pasted_is_only_looked_for(pasted: str) -> None:
    async with asked() as stage:
        stage.app.screen.query_one(Search).post_message(Paste(pasted))
        await stage.settle()
        assert stage.page()
        assert stage.on_top == "Cards"


async def test_enter_puts_nothing_away_and_esc_does() -> None:
    session = under_way()
    async with asked(session=session) as stage:
        assert stage.footer() == "PageDown Read on  Esc Put away"
        await stage.press(*"sx", "enter", "tab", "f2", "right", "space", "delete")
        assert stage.on_top == "Cards"
        await stage.press("escape")
        assert stage.on_top == "SessionScreen"
        assert stage.session is session
        assert stage.desk == REGIE


async def test_a_click_on_a_title_chooses_it() -> None:
    async with asked() as stage:
        assert await stage.pilot.click(Titles, offset=(2, 3))
        await stage.settle()
        assert chosen(stage) == "Number 4"
        await stage.press(*"sil")
        assert chosen(stage) == "Silence"


async def test_the_cards_follow_the_language() -> None:
    async with asked() as stage:
        speak(stage.app, "nl")
        assert await stage.comes(lambda: chosen(stage) == "Stilte")
        assert "Tel tot tien." in stage.said()


async def test_a_file_that_cannot_be_used_says_why_and_the_others_work(tmp_path: Path) -> None:
    methods = tmp_path / "home" / "methods"
    put(methods, "en", '[[cards]]\ntitle = "Mine"\ndo = ["x"]\n', "mine")
    put(methods, "en", '[[cards]]\ntitel = "x"\n', "bad")
    async with asked(home=tmp_path / "home") as stage:
        await stage.press("up")
        assert chosen(stage) == "bad.toml"
        assert "! bad.toml" in stage.said()
        assert "bad.toml:4:1: “titel” is not known here" in stage.said()
        assert str(tmp_path) not in stage.page()
        await stage.press(*"mine")
        assert chosen(stage) == "Mine"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_cards_are_never_on_the_face_of_the_group(language: Language) -> None:
    set_language(language)
    async with led(under_way()) as stage:
        await stage.press("c")
        assert stage.on_top == "SessionScreen"
        assert _("Cards") not in await stage.palette()
        await stage.press("f2")
        assert _("Cards") in await stage.palette()
        assert f"c {_('Cards')}" in stage.footer()


async def test_while_lines_are_chosen_the_same_key_chooses_on_the_flap() -> None:
    session = written("7.2", "one", "two")
    async with led(session, Desk(selected=1)) as stage:
        await stage.press("c")
        assert stage.session != session
        await stage.press("u", "f2")
        before = stage.session
        await stage.press("c")
        assert await stage.comes(lambda: stage.on_top == "Cards")
        assert stage.session is before


async def test_nobody_gets_at_them_with_a_lent_keyboard() -> None:
    async with led(written("explore.read", "one"), Desk(lent=True, writing=True)) as stage:
        await stage.app.run_action("cards", stage.screen)
        await stage.settle()
        assert stage.on_top == "SessionScreen"


async def test_they_open_once_however_often_the_key_is_pressed() -> None:
    async with led(under_way(), REGIE) as stage:
        stage.screen.action_cards()
        stage.screen.action_cards()
        assert await stage.comes(lambda: stage.on_top == "Cards" and there(stage))
        await stage.press("escape")
        assert stage.on_top == "SessionScreen"


async def test_the_second_window_has_them_too(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    writer = open_writer(path, settle=0)
    assert writer is not None
    writer.put(under_way(), Desk())
    assert writer.close(10)
    app = IntervisieApp(Home(tmp_path / "home"), clock, following=path)
    async with app.run_test(size=USUAL) as pilot:
        stage = Stage(pilot, clock)
        assert "c Cards" in stage.footer()
        await pilot.press("c")
        assert await stage.comes(lambda: stage.on_top == "Cards" and there(stage))
        await stage.press(*"q")
        assert stage.on_top == "Cards"
        await stage.press("escape")
        assert stage.on_top == "RegieScreen"


async def test_the_first_paint_waits_for_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cards, "_read_files", lambda _screen: None)
    app = Host(Cards(Home(tmp_path)))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press(*"ab", "down", "pagedown")
        assert "ab" in page(app)
        await pilot.press("escape")
        assert app.answer is None
