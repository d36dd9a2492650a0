"""The faces of one session: a poster, the group's flap, the facilitator's regie; one at a time."""

from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.widgets import ContentSwitcher

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import View
from intervisie_tui.tui.widgets import poster
from intervisie_tui.tui.widgets.flap import Flap
from intervisie_tui.tui.widgets.poster import Poster
from intervisie_tui.tui.widgets.regie import Regie


class Faces(ContentSwitcher):
    """Shows the face that goes with the desk and the stage of the session."""

    flap = query_one("#flap", Flap)
    regie = query_one("#regie", Regie)
    _poster = query_one("#poster", Poster)

    def compose(self) -> ComposeResult:
        yield Poster(id="poster")
        yield Flap(id="flap")
        yield Regie(id="regie")

    def show(self, session: Session, shown: View, desk: Desk) -> None:
        """Hang what is for now; what is not on show is left as it was."""
        if desk.blank:
            self._hang(Content(""))
        elif desk.face == "regie":
            self.regie.shown = shown
            self.current = "regie"
        elif shown.stage == "welcome":
            self._hang(poster.welcome(session, shown))
        elif shown.stage == "closing":
            self._hang(poster.closing())
        elif desk.rules:
            self._hang(poster.rules(shown))
        else:
            self.flap.shown, self.flap.selected = shown, desk.selected
            self.current = "flap"

    def retell(self) -> None:
        """Say everything once more, in the language chosen since."""
        self.flap.retell()
        self.regie.retell()

    def _hang(self, words: Content) -> None:
        self._poster.say(words)
        self.current = "poster"
