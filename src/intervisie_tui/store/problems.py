"""What is wrong in a file, said so that its author can mend it."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, Self

from intervisie_tui.domain.text import clean, one_line
from intervisie_tui.locale import N_, _
from intervisie_tui.store.scan import Where

REASONS: Final = {
    "ENOSPC": N_("the disk is full"),
    "EDQUOT": N_("your part of the disk is full"),
    "EFBIG": N_("it is too large for this disk"),
    "EACCES": N_("there is no permission for it"),
    "EPERM": N_("there is no permission for it"),
    "EROFS": N_("this disk can only be read"),
    "ENOENT": N_("a file or folder is missing"),
    "EEXIST": N_("something of that name is there already"),
    "EISDIR": N_("a folder stands where a file is needed"),
    "ENOTDIR": N_("a file stands where a folder is needed"),
    "ENAMETOOLONG": N_("its name is too long"),
    "EMFILE": N_("too many files are open"),
    "ENFILE": N_("too many files are open"),
    "EBUSY": N_("another program is using it"),
    "EIO": N_("the disk does not work properly"),
    "ENODEV": N_("the disk is gone"),
    "ENXIO": N_("the disk is gone"),
    "ETIMEDOUT": N_("the disk does not answer"),
    "ESTALE": N_("the disk does not answer"),
}
"""Why a system refuses, by its own name for it; what it says itself is in its own language."""

Severity = Literal["error", "warning"]
"""With a warning a file can be used; its author should know."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where."""

    path: Path
    line: int
    """From 1; 0: about no place in particular."""

    column: int
    """In characters, from 1."""

    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        # The name of a file may hold anything but "/", also what a terminal obeys.
        file = clean(str(self.path)).replace("\n", " ")
        said = self.message
        if self.severity == "warning":
            said = _("warning: {message}").format(message=said)
        return f"{file}:{self.line}:{self.column}: {said}" if self.line else f"{file}: {said}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of the file, each said once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.line, p.column)))


class Refused(Exception):  # noqa: N818 - it says what happened
    """A file that cannot be used, with everything that is wrong with it."""

    problems: tuple[Problem, ...]
    """In the order of the file, each said once; never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a document, before its place is looked up."""

    where: Where
    message: str
    at_key: bool = False
    """Whether the key is at fault, and not what stands behind it."""

    right: str | None = None
    """The word that was probably meant; `None`: nobody knows."""

    missing: str | None = None
    """The key that is not there; `None`: what is wrong is there."""

    severity: Severity = "error"

    def moved(self, where: Where) -> Self:
        """The same fault in another place."""
        return replace(self, where=where)


def reason(error: Exception) -> str:
    """Why something could not be done, in the chosen language.

    What a system seldom says has a number, to look up. Of any other error only the
    kind: its own words may be somebody's.
    """
    if not isinstance(error, OSError):
        return type(error).__name__
    if error.errno is None:
        return str(error)  # our own words
    name = errno.errorcode.get(error.errno, "")
    if name in REASONS:
        return _(REASONS[name])
    return _("the system refuses it, error {number}").format(number=error.errno)


def shown(text: str, most: int = 40) -> str:
    """An author's own words inside a sentence: on one line, and not too many."""
    text = one_line(text)
    return text if len(text) <= most else text[: most - 1] + "…"
