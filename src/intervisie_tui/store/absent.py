"""A method file that is not where somebody says it is, and the one that was probably meant."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _
from intervisie_tui.store.authoring import from_home
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import find, resolve
from intervisie_tui.store.problems import Problem, Refused
from intervisie_tui.store.suggestions import nearest

ENDINGS: Final = (".toml", ".txt")
"""What stands behind the name of a method file; programs for plain text add the last one."""


def meant(said: str, home: Home, language: str) -> Path:
    """The method file that is meant by a path, an id or a title.

    Raises Refused where there is none, with the one that was probably meant. Whether it can
    be used is for whoever reads it.
    """
    path = Path(said)
    if os.path.isfile(path):  # noqa: PTH113 - what is too long for a name is no file either
        return path
    if path.suffix == ".toml" or path.name != said:
        if (problem := absent(path, _ids(home) if path.name == said else ())) is not None:
            raise Refused([problem])
        return path
    try:
        return resolve(said, home, language).path
    except Refused as refused:
        if os.path.lexists(path):
            return path
        if (right := _nearest(path, _ids(home))) is None:
            raise
        message = _("there is no file or method of this name; did you mean “{right}”?")
        raise Refused([Problem(path, 0, 0, message.format(right=right))]) from refused


def absent(path: Path, known: Iterable[str] = ()) -> Problem | None:
    """That there is no file at *path*; `None`: something is there.

    *known* are the ids of methods, where one of them may be meant too.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return Problem(path, 0, 0, _message(path, known))
    except (OSError, ValueError):
        pass  # why, says whoever reads it
    return None


def _ids(home: Home) -> Iterator[str]:
    """What methods are called by; found out where that is asked."""
    yield from (file.id for file in find(home).files)


def _message(path: Path, known: Iterable[str]) -> str:
    folder = path.absolute().parent
    if not folder.is_dir():
        message = _("there is no such file, for there is no folder “{folder}”")
        return message.format(folder=from_home(path.parent))
    right = _nearest(path, known)
    if right is None:
        message = _("there is no such file in the folder “{folder}”")
        return message.format(folder=from_home(folder))
    if right.casefold().endswith(".txt"):
        message = _(
            "there is no such file, but there is “{file}”: call that “{right}”. Your computer "
            "may hide its “.txt”"
        )
        return message.format(file=right, right=f"{_bare(right)}.toml")
    return _("there is no such file; did you mean “{right}”?").format(right=right)


def _nearest(path: Path, known: Iterable[str]) -> str | None:
    """The name that looks most like it, of a file beside it or of a method; `None`: none does."""
    beside = _beside(path)
    near = nearest(_bare(path.name), [*known, *beside])
    return None if near is None else one_line(beside.get(near, near))


def _beside(path: Path) -> Mapping[str, str]:
    """The names of the method files in its folder, each by its bare name.

    Another text is one of them only where it is called the same.
    """
    names: list[str] = []
    with suppress(OSError):
        names = [each.name for each in path.parent.iterdir() if not each.name.startswith(".")]
    same = _bare(path.name).casefold()
    found = [
        name
        for name in names
        if name.casefold().endswith((".toml", ".toml.txt"))
        or (name.casefold().endswith(".txt") and _bare(name).casefold() == same)
    ]
    # Of two that are called the same, the one that needs no other name comes last, and stays.
    return {_bare(name): name for name in sorted(found, key=lambda name: name.endswith(".toml"))}


def _bare(name: str) -> str:
    """Without what stands behind it."""
    while name.casefold().endswith(ENDINGS):
        name = name.rpartition(".")[0]
    return name
