"""Reading a TOML file: its values made clean, and where each of them stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _
from intervisie_tui.store.problems import Fault, Problem, Refused, reason
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

    def problem(self, fault: Fault) -> Problem:
        """What is wrong in it, with its place."""
        place = self.positions.key if fault.at_key else self.positions.value
        return Problem(self.path, *place(fault.where), fault.message)

    def refused(self, faults: Iterable[Fault]) -> Refused:
        """That it cannot be used, with the place of every fault."""
        return Refused(map(self.problem, faults))


def read(path: Path, *, largest: int = LARGEST) -> Document:
    """Read a file of at most *largest* bytes. Raises Refused."""
    return parse(path, _bytes(path, largest))


def parse(path: Path, raw: bytes) -> Document:
    """What was read of the file at *path*: all of it, or up to some table. Raises Refused."""
    text = _text(path, raw)

    import tomli

    try:
        return Document(path, text, _cleaned(tomli.loads(text), DEEPEST))
    except (RecursionError, ValueError) as error:
        from intervisie_tui.store.toml_errors import explain

        raise Refused([Problem(path, *explain(error, text))]) from error


def _bytes(path: Path, largest: int) -> bytes:
    def refused(message: str) -> Refused:
        return Refused([Problem(path, 1, 1, message)])

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
        message = _("this file cannot be read: {reason}").format(reason=reason(error))
        raise refused(message) from error
    if len(raw) > largest:
        raise refused(_("this file is too large: more than {size} kB").format(size=largest // 1024))
    return raw


def _text(path: Path, raw: bytes) -> str:
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").split("\n")
        message = _("this is not UTF-8 text; save the file as UTF-8")
        place = len(before), len(before[-1]) + 1
        raise Refused([Problem(path, *place, message)]) from error
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
