"""A hand-out in each of the forms in which it can be given away."""

from typing import Final, Literal

from intervisie_tui.store.export.handout import Handout
from intervisie_tui.store.export.html import as_html
from intervisie_tui.store.export.markdown import as_markdown
from intervisie_tui.store.export.pdf import as_pdf, available

Form = Literal["pdf", "html", "md"]

FORMS: Final[tuple[Form, ...]] = ("pdf", "html", "md")
"""By the ending of their files."""


def usual() -> Form:
    """What is made where nobody says it: a PDF, or a page to print where that cannot be made."""
    return "pdf" if available() else "html"


def written(handout: Handout, form: Form) -> bytes:
    """The file. Raises ImportError for a PDF without typst."""
    match form:
        case "pdf":
            return as_pdf(handout)
        case "html":
            return as_html(handout).encode()
        case "md":
            return as_markdown(handout).encode()
