"""What is wrong in a file, said so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from intervisie_tui.domain.text import clean, one_line
from intervisie_tui.store.scan import Where


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where."""

    path: Path
    line: int
    """From 1; 0: about no place in particular."""

    column: int
    """In characters, from 1."""

    message: str

    def __str__(self) -> str:
        # The name of a file may hold anything but "/", also what a terminal obeys.
        file = clean(str(self.path)).replace("\n", " ")
        if not self.line:
            return f"{file}: {self.message}"
        return f"{file}:{self.line}:{self.column}: {self.message}"


class Refused(Exception):  # noqa: N818 - it says what happened
    """A file that cannot be used, with everything that is wrong with it."""

    problems: tuple[Problem, ...]
    """In the order of the file, each said once; never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        unique = dict.fromkeys(problems)
        self.problems = tuple(sorted(unique, key=lambda p: (p.line, p.column)))
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

    def moved(self, where: Where) -> Self:
        """The same fault in another place."""
        return replace(self, where=where)


def reason(error: Exception) -> str:
    """Why something could not be done, in the words of the system.

    Of any other error only the kind: its own words may be somebody's.
    """
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return type(error).__name__


def shown(text: str, most: int = 40) -> str:
    """An author's own words inside a sentence: on one line, and not too many."""
    text = one_line(text)
    return text if len(text) <= most else text[: most - 1] + "…"
