"""The smallest Textual app one would write: the measure of what Textual itself costs."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, Static

READY = "Nothing but a bare app"


class BareApp(App[None]):
    """A header, a footer, a field and a line."""

    def compose(self) -> ComposeResult:
        """Show them."""
        yield Header()
        yield Input()
        yield Static(READY)
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
