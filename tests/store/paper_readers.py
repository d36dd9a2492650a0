"""What a reader gets of a page or a PDF."""

from html.parser import HTMLParser
from io import BytesIO

import pypdf

from intervisie_tui.store.export.forms import Form, written
from intervisie_tui.store.export.handout import Handout
from intervisie_tui.store.export.templates import template


class Page(HTMLParser):
    """Collects the words of a page, and every element with what it says of itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        """Without its style sheet."""

        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.replace(template("handout.css"), ""))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("!", {"says": data}))

    handle_pi = unknown_decl = handle_comment


def text_of(data: bytes) -> str:
    """All that can be read in a PDF."""
    return "\n".join(pages(data))


def pages(data: bytes) -> list[str]:
    """The same, page by page."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def read(handout: Handout, form: Form) -> str:
    """All that can be read in a hand-out, in any form."""
    data = written(handout, form)
    if form == "html":
        return "\n".join(Page(data.decode()).texts)
    return text_of(data) if form == "pdf" else data.decode()
