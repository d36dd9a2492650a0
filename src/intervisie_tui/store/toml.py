"""Reading a TOML file: its values made clean, and where each of them stands."""

from collections.abc import Iterable, Iterator
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


_OTHERS: Final = {
    b"PK\x03\x04": "Word",
    b"\xd0\xcf\x11\xe0": "Word",
    b"{\\rtf": "RTF",
    b"%PDF": "PDF",
    b"<!DOCTYPE": "HTML",
    b"<!doctype": "HTML",
    b"<html": "HTML",
}
"""What the documents begin with that authors take for a text."""


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
        return Problem(self.path, *place(fault.where), fault.message, fault.severity)

    def refused(self, faults: Iterable[Fault]) -> Refused:
        """That it cannot be used, with the place of every fault."""
        return Refused(problem for fault in faults for problem in self._problems(fault))

    def _problems(self, fault: Fault) -> Iterator[Problem]:
        """What is wrong, once for each place: `[[stappen]]` may stand above every step."""
        yield self.problem(fault)
        if fault.at_key and fault.right is not None:
            number = 1
            while self.positions.has(again := (*fault.where, number)):
                yield self.problem(fault.moved(again))
                number += 1


def read(path: Path, *, largest: int = LARGEST, private: bool = False) -> Document:
    """Read a file of at most *largest* bytes. Raises Refused.

    Of a *private* one nothing that stands in it is told.
    """
    return parse(path, _bytes(path, largest), private=private)


def parse(path: Path, raw: bytes, *, private: bool = False) -> Document:
    """What was read of the file at *path*: all of it, or up to some table. Raises Refused."""
    text = _text(path, raw)

    import tomli

    try:
        data = tomli.loads(text)
        _measure(data, DEEPEST)
        if "\\" in text or (whole := text.replace("\n", " ")) != clean(whole):
            data = _cleaned(data)
        # Else all of it is clean as it stands, as nearly every file is.
        return Document(path, text, data)
    except (RecursionError, ValueError) as error:
        from intervisie_tui.store.toml_errors import explain

        slips = explain(error, text)
        if private:
            slips = [(*slips[0][:2], _("the file is damaged here"))]
        raise Refused(Problem(path, *slip) for slip in slips) from error


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
    if message := _no_text(raw):
        raise Refused([Problem(path, 1, 1, message)])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").split("\n")
        message = _("a letter here is not saved as UTF-8; save the file once more, in UTF-8")
        place = len(before), len(before[-1]) + 1
        raise Refused([Problem(path, *place, message)]) from error
    return text.replace("\r\n", "\n")


def _no_text(raw: bytes) -> str:
    """What else it is than the text of a method; empty: it may be one."""
    head = raw[:1000].lstrip()
    for start, kind in _OTHERS.items():
        if head.startswith(start):
            return _(
                "this is no plain text but a document ({kind}); save it as plain text, in UTF-8"
            ).format(kind=kind)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(b"\x00") > len(head) // 4:
        return _("this file is saved as UTF-16, also called Unicode; save it once more, in UTF-8")
    return ""


def _measure(value: Any, deeper: int) -> None:  # noqa: ANN401 - a document holds anything
    """Raise RecursionError where something lies too deep."""
    for inner in value.values() if isinstance(value, dict) else value:
        if not deeper:
            raise RecursionError
        if isinstance(inner, (dict, list)):
            _measure(inner, deeper - 1)


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - a document holds anything
    """The value with clean texts and names."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(name): _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return value
