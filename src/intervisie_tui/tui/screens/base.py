"""What every screen of ours has in common: its words follow the chosen language."""

from dataclasses import replace
from functools import lru_cache
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import ActiveBinding, Binding
from textual.screen import ModalScreen, Screen, ScreenResultType

from intervisie_tui.locale import N_, Language, _, language, set_language
from intervisie_tui.tui.commands import Commands


class Room(Screen[ScreenResultType]):
    """A screen whose keys are named in the chosen language.

    Descriptions and tooltips of bindings are marked with `N_()` where they are written and
    looked up here, so that footer, help and palette say the same and follow a change of
    language.
    """

    COMMANDS = {Commands}

    leaving: ClassVar[str] = N_("What was said is saved; the session can be resumed")
    """What is said of leaving the program from here, in the palette."""

    quitting: ClassVar[str] = N_("ctrl+q leaves the program; the session can be resumed.")
    """What is said here to who presses what leaves other programs."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, named in the chosen language."""
        return {key: _spoken(active) for key, active in super().active_bindings.items()}

    def takes(self, key: events.Key) -> bool:
        """Whether a key that no widget took is for one after all, and was handed to it."""
        return False

    def retranslate(self) -> None:
        """Say everything that is on this screen anew; the language was changed."""


class Dialog(Room[ScreenResultType], ModalScreen[ScreenResultType]):
    """A question over the screen that asks it."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    _answered = False

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Answer, once: a key that came with the one that answered is for nobody."""
        if self._answered or not self.is_mounted:
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)


def speak(app: App[Any], language: Language) -> None:
    """Choose a language and say everything anew, on every screen."""
    set_language(language)
    for screen in app.screen_stack:
        if isinstance(screen, Room):
            screen.retranslate()
    app.refresh_bindings()


def _spoken(active: ActiveBinding) -> ActiveBinding:
    binding = _translated(active.binding, language())
    return active._replace(binding=binding, tooltip=_(active.tooltip))


@lru_cache(maxsize=1024)
def _translated(binding: Binding, _language: Language) -> Binding:
    """A key, named in that language; remembered, because it is asked for at every step."""
    return replace(binding, description=_(binding.description), tooltip=_(binding.tooltip))
