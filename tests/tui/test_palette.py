"""The palette: what can be done now, in the words of the keys, and nothing else."""

from typing import Final

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from intervisie_tui.domain import course
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.tui.themes import LOOKS
from tests.domain.samples import FIVE, NINE, prepared, under_way, where, written
from tests.tui.stage import Stage, led

READING: Final = written("explore.read", "one", "two")
CLOSING: Final = course.finish(READING, NINE)
WELCOME: Final = prepared()


async def offered(stage: Stage) -> list[str]:
    """What stands in the palette, each command without what explains it."""
    await stage.press("ctrl+p")
    assert stage.app.screen.query(CommandPalette) or isinstance(stage.app.screen, CommandPalette)
    options = stage.app.screen.query_one(OptionList)
    assert await stage.comes(lambda: options.option_count)
    await stage.settle()
    return [str(option.prompt).split("\n")[0] for option in options.options]


async def chosen(stage: Stage, words: str) -> None:
    """Look a command up by its words, and have it done."""
    await stage.press("ctrl+p")
    await stage.press(*words)
    options = stage.app.screen.query_one(OptionList)
    assert await stage.comes(
        lambda: options.option_count and words in str(options.get_option_at_index(0).prompt)
    )
    await stage.press("enter")


@pytest.mark.parametrize("session", [WELCOME, READING, CLOSING])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_offers_what_the_keys_can_do_now(session: Session, language: Language) -> None:
    set_language(language)
    async with led(session) as stage:
        usable = [
            active.binding.description
            for active in stage.screen.active_bindings.values()
            if active.enabled and (active.binding.id or "").startswith("session.")
        ]
        commands = await offered(stage)
        assert {words for words in commands if words in usable} == set(usable)


@pytest.mark.parametrize(
    ("session", "there", "absent"),
    [
        (WELCOME, {"Next", "Go to"}, {"Skip", "Back", "Write", "Undo", "Close", "Wipe"}),
        (READING, {"Next", "Skip", "Write"}, {"Undo", "Redo", "Answered", "Choose", "Close"}),
        (CLOSING, {"Back", "Close"}, {"Next", "Skip", "Write", "A minute more", "Look ahead"}),
    ],
)
async def test_it_never_offers_what_cannot_be_done(
    session: Session, there: set[str], absent: set[str]
) -> None:
    async with led(session) as stage:
        commands = set(await offered(stage))
        assert there <= commands
        assert not absent & commands


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_command_that_is_typed_is_done(language: Language) -> None:
    set_language(language)
    async with led(READING) as stage:
        await chosen(stage, _("Skip"))
        assert await stage.comes(lambda: where(stage.session) == "explore.3")
        assert stage.on_top == "SessionScreen"


async def test_it_leads_on_while_writing() -> None:
    async with led(READING, Desk(writing=True)) as stage:
        await chosen(stage, "Next")
        assert await stage.comes(lambda: where(stage.session) == "explore.3")


async def test_it_is_put_away_and_nothing_happened() -> None:
    async with led(READING) as stage:
        await stage.press("ctrl+p")
        await stage.press("escape")
        assert stage.on_top == "SessionScreen"
        assert stage.session is READING


async def test_nothing_of_the_session_is_offered_while_it_is_locked() -> None:
    async with led(READING) as stage:
        await stage.press("b")
        assert await stage.palette() == ["Blank", *await programs_own(stage)]
        await stage.press("b")
        await stage.press("f8")
        assert await stage.palette() == ["Lend the keyboard", *await programs_own(stage)]


async def programs_own(stage: Stage) -> list[str]:
    return [command.title for command in stage.app.get_system_commands(stage.screen)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_says_no_word_of_another_language(language: Language) -> None:
    set_language(language)
    async with led(under_way(FIVE)) as stage:
        commands = await offered(stage)
        assert not {"Theme", "Screenshot", "Maximize", "Show help for the focused widget"} & {
            *commands
        }
        assert "Search for commands" not in stage.said()
        assert all(any(_(look) in words for words in commands) for look in LOOKS.values())


async def test_another_look_is_chosen_there() -> None:
    async with led(READING) as stage:
        await chosen(stage, "contrast")
        assert await stage.comes(lambda: stage.app.theme == "contrast")
