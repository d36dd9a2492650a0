"""The files of an author: made new, copied, taken in and handed on. None is ever written over."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import Final

from intervisie_tui.domain.card import folded
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import Language, _
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.machine import command_words, write_new
from intervisie_tui.store.methods import MethodFile, find, glance
from intervisie_tui.store.scan import SCALAR
from intervisie_tui.store.toml import Document, read

LONGEST: Final = 60
"""Letters of a title that a file is called after."""

_BETWEEN: Final = re.compile(r"[\W_]+")


def template(language: Language) -> Path:
    """A small method with a word beside every key, to start from."""
    return builtin_methods() / "new" / f"{language}.toml"


def is_own(path: Path, home: Home) -> bool:
    """Whether a file is in the user's own methods, to be changed."""
    return path.is_relative_to(home.methods)


# Names


def place(said: str, home: Home) -> Path:
    """Where a method goes that is to be in *said*: a path, or a name for the user's own methods.

    Raises `OSError` in our own words where that is no name for a file.
    """
    path = Path(said)
    if said.endswith(("/", os.sep)) or path.name in {"", ".."} or path.is_dir():
        message = _("“{path}” is a folder; say after it what the file is to be called")
        raise IsADirectoryError(message.format(path=one_line(said)))
    if path.suffix == ".toml":
        return path
    if path.name == said:
        return own(said, home)
    return path.with_name(f"{path.name}.toml")


def free(said: str, home: Home) -> Path:
    """A place in the user's own methods, called after *said* and like nothing in the list."""
    taken = {file.id for file in find(home).files}
    paths = (_own(home, name) for name in _numbered(file_name(said)))
    return next(each for each in paths if each.stem not in taken and not os.path.lexists(each))


def file_name(said: str) -> str:
    """A title, or another name, as an id: small letters, digits and dashes."""
    return _BETWEEN.sub("-", folded(said))[:LONGEST].strip("-") or _("method")


def in_words(name: str) -> str:
    """The name of a file as a title: "een-goede-vraag" is "Een goede vraag"."""
    words = one_line(_BETWEEN.sub(" ", name)) or _("method")
    return words[0].upper() + words[1:]


def distinct(title: str, among: Iterable[MethodFile]) -> str:
    """The title, with a word behind it where one of those methods has it already."""
    taken = {file.head.title.casefold() for file in among if file.head}
    copy = _("{title} (copy)")
    first = (title, copy.format(title=title))
    more = (_("{title} (copy {number})").format(title=title, number=n) for n in count(2))
    return next(each for each in chain(first, more) if each.casefold() not in taken)


def beside(path: Path, language: str, home: Home) -> Iterator[MethodFile]:
    """The methods that the list shows beside the one at *path*, in one language.

    None if the list does not show that one; nor one whose place it takes, as of its name.
    """
    if is_own(path.absolute(), home):
        for file in find(home).files:
            if file.head and file.head.language == language and file.id != path.stem:
                yield file


def given(said: str) -> Path:
    """The path that somebody typed, or dragged onto the window: that comes between quotes."""
    path = Path(said)
    if not os.path.lexists(path):
        words = command_words(said)
        path = Path(words[0] if len(words) == 1 else said)
    with suppress(RuntimeError):  # "~somebody" who is not there
        path = path.expanduser()
    return path.absolute()


def from_home(path: Path) -> str:
    """A path as it is said, without the folders above the user's own."""
    with suppress(RuntimeError, ValueError):
        path = Path("~") / path.relative_to(Path.home())
    return one_line(str(path))


def target(said: str, name: str) -> Path:
    """The file to write for *said*: in a folder it is called *name*."""
    path = given(said)
    if path.is_dir() or said.endswith(("/", os.sep)):
        return path / f"{name}.toml"
    return path if path.suffix == ".toml" else path.with_name(f"{path.name}.toml")


def unused(path: Path) -> Path:
    """The path, with a number behind its name where something is there already."""
    names = _numbered(path.stem)
    paths = (path.with_name(f"{name}.toml") for name in names)
    return next(each for each in paths if not os.path.lexists(each))


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def own(said: str, home: Home) -> Path:
    """The place of that name in the user's own methods, whatever is there."""
    return _own(home, file_name(said))


def _own(home: Home, name: str) -> Path:
    return home.methods / f"{name}.toml"


# Files


def copy(source: Path, path: Path, title: str) -> None:
    """Make the file at *path*: the method in *source* with another title, all else as it is.

    Raises Refused where the source cannot be read, and `OSError`.
    """
    _write(path, _titled(read(source), title).encode())


def hand_on(source: Path, path: Path) -> None:
    """Make the file at *path*, the same to the byte. Raises `OSError`."""
    _write(path, source.read_bytes())


def take_in(source: Path, path: Path, home: Home) -> None:
    """Make the file at *path*, in the user's own methods, of one from elsewhere.

    Its title stays, unless the list could not tell it from another. Raises `OSError`.
    """
    head = glance(source).head
    if head is not None:
        title = distinct(head.title, beside(path, head.language, home))
        if title != head.title:
            copy(source, path, title)
            return
    hand_on(source, path)


def _titled(document: Document, title: str) -> str:
    """The text of a method file with another title in it."""
    if document.data.get("title") == title:
        return document.text
    line, column = document.positions.value(("title",))
    above = document.text.split("\n")[: line - 1]
    start = sum(len(each) + 1 for each in above) + column - 1
    written = SCALAR.match(document.text, start)
    assert written is not None  # noqa: S101 - a method has a title
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'{document.text[:start]}"{escaped}"{document.text[written.end() :]}'


def _write(path: Path, data: bytes) -> None:
    """Make the file. Raises `OSError`, in our own words where ours say more."""
    if not path.parent.is_dir():
        message = _("there is no folder “{folder}”; make it first")
        raise FileNotFoundError(message.format(folder=one_line(str(path.parent))))
    try:
        write_new(path, data)
    except FileExistsError as error:
        message = _("there is a file of that name already, and it stays as it is")
        raise FileExistsError(message) from error
