"""Reading a TOML file: its values made clean, and where each of them stands."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _
from intervisie_tui.store.problems import Problem, Refused
from intervisie_tui.store.scan import DEEPEST, Positions

LARGEST: Final = 1024 * 1024
"""A file of more bytes is not one of ours."""


@dataclass(frozen=True)
class Document:
    """A TOML file as it was read."""

    path: Path
    text: str
    data: dict[str, Any]
    """What it says; every text and every name in it is clean."""

    @cached_property
    def positions(self) -> Positions:
        """Where everything stands; worked out when something is wrong."""
        return Positions(self.text)


def read(path: Path, *, largest: int = LARGEST) -> Document:
    """Read a file of at most *largest* bytes. Raises Refused."""
    text = _text(path, largest)

    import tomli

    try:
        return Document(path, text, _cleaned(tomli.loads(text), DEEPEST))
    except (RecursionError, ValueError) as error:
        from intervisie_tui.store.toml_errors import explain

        raise Refused([Problem(path, *explain(error, text))]) from error


def _text(path: Path, largest: int) -> str:
    def refused(message: str, line: int = 1, column: int = 1) -> Refused:
        return Refused([Problem(path, line, column, message)])

    try:
        if path.is_dir():
            raise refused(_("this is a folder, not a file"))
        if path.exists() and not path.is_file():
            # A pipe would let us wait for ever.
            raise refused(_("this is not a file that can be read"))
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except FileNotFoundError as error:
        raise refused(_("there is no such file")) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refused(_("this file cannot be read: {reason}").format(reason=reason)) from error
    if len(raw) > largest:
        raise refused(_("this file is too large: more than {size} kB").format(size=largest // 1024))
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").split("\n")
        message = _("this is not UTF-8 text; save the file as UTF-8")
        raise refused(message, len(before), len(before[-1]) + 1) from error
    return text.replace("\r\n", "\n")


def _cleaned(value: Any, deeper: int) -> Any:  # noqa: ANN401 - a document holds anything
    """The value with clean texts. Raises RecursionError where it lies too deep."""
    if deeper < 0:
        raise RecursionError
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(name): _cleaned(inner, deeper - 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner, deeper - 1) for inner in value]
    return value
