"""Certificates on disk: apart from records, kept for a term of their own, in no one's name."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final, Literal

from intervisie_tui.store import remembered
from intervisie_tui.store.export import pdf
from intervisie_tui.store.export.certificate import NAME, Certificate, as_html, as_pdf
from intervisie_tui.store.export.templates import FOLDER
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import private_folder, sweep, write_new, write_whole

Form = Literal["pdf", "html"]

ENDINGS: Final[dict[Form, str]] = {"pdf": "typ", "html": "html"}
"""What the name of the template for each form ends in."""

_FORM: Final = "beside 1"
_PARTS: Final = 3
"""In which form it is remembered what was said the last time, and in how many parts."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands on the certificates of a meeting beside who was there, and when."""

    facilitator: str = ""
    organisation: str = ""
    points: str = ""


def beside(home: Home) -> Beside:
    """What was said the last time; before that, what the settings say."""
    said = remembered.recall(_last(home), _FORM)
    if isinstance(said, list) and len(said) == _PARTS and all(isinstance(x, str) for x in said):
        return Beside(*said)
    return Beside(home.settings.facilitator, home.settings.organisation)


def remember(home: Home, said: Beside) -> None:
    """Have this offered the next time."""
    remembered.keep(_last(home), _FORM, astuple(said))


def _last(home: Home) -> Path:
    return home.root / "cache" / "certificates"


def folder(home: Home) -> Path:
    """Where certificates are."""
    return home.root / "certificates"


def write_certificates(
    home: Home, record: Path, made: Iterable[Certificate], *, form: Form | None = None
) -> tuple[Path, ...]:
    """Write the certificates of a meeting; an earlier one for the same seat is replaced.

    *form* is `None` for the usual one. Nothing is written unless all can be. Raises Refused for a
    template that is wrong, `OSError` where the disk refuses, and ImportError for a PDF
    without typst.
    """
    form = form or usual(home)
    template = _template(home, form)
    own = template if template.exists() else None
    files = {
        place(home, record, each, form): (
            as_pdf(each, own) if form == "pdf" else as_html(each, own).encode()
        )
        for each in made
    }
    if files:
        private_folder(folder(home))
    for path, data in files.items():
        write_whole(path, data)
    return tuple(files)


def place(home: Home, record: Path, certificate: Certificate, form: str) -> Path:
    """Where a certificate of a meeting is, or would be."""
    # A seat, and not a name: names of files are seen by many.
    return folder(home) / f"{record.stem}-{certificate.seat}.{form}"


def certificates_of(home: Home, record: Path) -> list[Path]:
    """The certificates that were made of a record, by seat."""
    found = (path for path in _found(home) if path.stem.rpartition("-")[0] == record.stem)
    return sorted(found, key=lambda path: (len(path.stem), path.name))


def expired_certificates(home: Home, today: date) -> list[Path]:
    """Those whose term is over: so many days after they were made. They go when the user says."""
    term = timedelta(days=home.settings.certificate_days)

    def made(path: Path) -> date:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()

    return sorted(path for path in _found(home) if made(path) + term < today)


def remove_certificates(home: Home, paths: Iterable[Path]) -> None:
    """Remove certificates, and what a cut-off write left of one. Raises `OSError`."""
    for path in paths:
        path.unlink(missing_ok=True)
    sweep(folder(home))


def templates(home: Home) -> Path:
    """Where the user's own templates are."""
    return home.root / "templates"


def own_templates(home: Home) -> tuple[Path, ...]:
    """Lay our templates ready to be changed; what is there already stays. Raises `OSError`."""
    private_folder(templates(home))
    paths = tuple(_template(home, form) for form in ENDINGS)
    for path in paths:
        if not path.exists():
            write_new(path, (FOLDER / path.name).read_bytes())
    return paths


def _template(home: Home, form: Form) -> Path:
    """Where the user's own template for a form is, or would be."""
    return templates(home) / f"{NAME}.{ENDINGS[form]}"


def usual(home: Home) -> Form:
    """What the user has a template of, else a PDF, or a page to print where none can be made."""
    own = [form for form in ENDINGS if _template(home, form).exists()]
    if len(own) == 1:
        return own[0]
    return "pdf" if pdf.available() else "html"


def _found(home: Home) -> list[Path]:
    try:
        return [
            path
            for path in folder(home).iterdir()
            if path.suffix[1:] in ENDINGS and not path.name.startswith(".") and path.is_file()
        ]
    except OSError:
        return []
