"""The method files there are, and the way from a file to a method.

A list of them needs only what stands at their head, which is quick to read; whether
all of a file is right is found out when it is loaded.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, cast, get_args

from intervisie_tui.domain.method import Fit, Group, Kind, Method, Question
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import LANGUAGES, _
from intervisie_tui.store import plain
from intervisie_tui.store.checker_errors import missing
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.problems import Fault, Problem, Refused, in_order
from intervisie_tui.store.toml import Document, parse, read

FORMAT: Final = 1
"""The newest format of method files that this program can read."""

_PARTS: Final = (b"\n[[steps]]", b"\n[[blocks]]")
"""With what the parts begin of which a list needs nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodHead:
    """What a list of methods shows; not checked beyond what that needs."""

    title: str
    language: str
    kind: Kind = Method.kind
    summary: str = ""
    source: str = ""
    people: Span = Method.people
    minutes: Span | None = None
    """`None`: the file does not say."""

    fit: Fit = Method.fit


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodFile:
    """A file in a folder of methods."""

    id: str
    """The name of the file, without its ending."""

    path: Path
    head: MethodHead | None
    """`None`: the file is broken."""

    problem: Problem | None = None
    """The first thing that is wrong with its head; `None`: the head is right."""


@dataclass(frozen=True, slots=True)
class Found:
    """The method files there are."""

    files: tuple[MethodFile, ...]
    """Ours first, then the user's; of two with one id and one language only the last."""

    notices: tuple[str, ...] = ()
    """What the user should know about them, a sentence each."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a method file is worth."""

    method: Method | None
    """`None`: it cannot be used."""

    problems: tuple[Problem, ...]
    """Why it cannot be used; where it can, warnings alone."""


def find(home: Home, id: str | None = None) -> Found:  # noqa: A002 - the field's word
    """All method files, ours and the user's; with *id* only those of that name."""
    files: dict[object, MethodFile] = {}
    notices = []
    for path in (*_in_folder(builtin_methods()), *_in_folder(home.methods)):
        if id not in (None, one_line(path.stem)):
            continue
        file = glance(path)
        # A broken file does not stand in the way of one that works.
        name = (file.id, file.head.language) if file.head else path
        hidden = files.pop(name, None)
        if hidden is not None and hidden.path.resolve() != path.resolve():
            notices.append(
                _("“{id}” is there twice: {used} is used, and not {hidden}").format(
                    id=file.id, used=one_line(str(path)), hidden=one_line(str(hidden.path))
                )
            )
        files[name] = file
    return Found(tuple(files.values()), tuple(notices))


def glance(path: Path) -> MethodFile:
    """A method file by its head; it never fails."""
    file = MethodFile(id=one_line(path.stem), path=path, head=None)
    try:
        document = _read_head(path) if _is_ours(path) else _read(path)
    except Refused as refused:
        return replace(file, problem=refused.problems[0])
    faults = [*_format(document.data), *_unlisted(document.data)]
    if faults:
        return replace(file, problem=document.refused(faults).problems[0])
    return replace(file, head=_head(document.data))


def load(path: Path) -> Method:
    """The method in a file. Raises Refused, with everything that is wrong with it.

    Our own files went through `checked` when the program was made, and go straight: the
    checker alone would cost a third of the time that a session takes to open.
    """
    if _is_ours(path):
        with suppress(Refused, KeyError, TypeError, ValueError):
            method: Method = plain.made(Method, _read(path).data)
            return method
    return checked(path)


def checked(path: Path) -> Method:
    """The method in a file, whoever wrote it. Raises Refused."""
    return _checked(_read(path))


def examine(path: Path) -> Examined:
    """The method in a file, whoever wrote it, and all that its author should know."""
    from intervisie_tui.store.checks.warnings import warnings

    try:
        document = _read(path)
        method = _checked(document)
    except Refused as refused:
        return Examined(None, refused.problems)
    return Examined(method, in_order(map(document.problem, warnings(method))))


def _checked(document: Document) -> Method:
    from intervisie_tui.store import gate
    from intervisie_tui.store.checks import check
    from intervisie_tui.store.checks.meeting import has_steps
    from intervisie_tui.store.checks.roles import roles

    data = document.data
    faults = list(_format(data))
    if faults and "format" in data:
        # Of another format nothing more can be said.
        raise document.refused(faults)
    if data.get("kind") == "meeting" and "steps" in data:
        raise document.refused([*faults, has_steps()])
    sifted = gate.sift(Method, data, roles)
    faults = list(sifted.faults)
    if sifted.value is not None:
        found = chain(_folder(sifted.value, document.path), check(sifted.value, whole=sifted.whole))
        faults += (f.moved(sifted.written(f.where)) for f in islice(found, gate.MOST))
    if sifted.value is None or faults:
        raise document.refused(faults)
    return sifted.value


def resolve(name: str, home: Home, language: str) -> MethodFile:
    """The file that is meant by an id, a title or a path. Raises Refused where there is none.

    An id that is there in several languages means the one in *language*.
    """
    path = Path(name)
    if path.suffix == ".toml" or not {"/", os.sep}.isdisjoint(name):
        return glance(path)
    # By its id a method is found without a look into any other.
    named = list(find(home, name).files)
    files = () if named else find(home).files
    named = named or [f for f in files if f.head and f.head.title.casefold() == name.casefold()]
    # A file that works first, and of those the one in the language asked for.
    named.sort(key=lambda f: (f.head is None, f.head is not None and f.head.language != language))
    if named:
        return named[0]

    from intervisie_tui.store.suggestions import nearest

    ids = sorted({file.id for file in files})
    right = nearest(name, ids)
    message = _("there is no method of this name; there is: {known}")
    if right:
        message = _("there is no method of this name; did you mean “{right}”?")
    raise Refused([Problem(path, 0, 0, message.format(right=right, known=", ".join(ids)))])


def _in_folder(folder: Path) -> Iterator[Path]:
    """The method files in a folder and in its folders by language; hidden ones are left."""
    for place in (folder, *(folder / language for language in LANGUAGES)):
        yield from sorted(p for p in place.glob("*.toml") if not p.name.startswith("."))


def _format(data: Mapping[str, Any]) -> Iterator[Fault]:
    form = data.get("format")
    if form is None:
        yield missing(Method, ("format",))
    elif not isinstance(form, int) or isinstance(form, bool) or form < 1:
        yield Fault(("format",), _("“format” says how the file is written: format = 1"))
    elif form > FORMAT:
        yield Fault(
            ("format",),
            _(
                "this is written for a newer version of the program, that knows format {format}"
            ).format(format=form),
        )


def _unlisted(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Why a list cannot show a method."""
    title, language = data.get("title"), data.get("language")
    if not isinstance(title, str) or not one_line(title):
        where = ("title",) if "title" in data else ()
        yield missing(Method, ("title",)).moved(where)
    if language not in LANGUAGES:
        where = ("language",) if "language" in data else ()
        yield Fault(where, _("“language” is “nl” or “en”"))


def _head(data: Mapping[str, Any]) -> MethodHead:
    """What a list shows; what is wrong there is shown as if it were not said."""

    def text(key: str, table: Mapping[str, Any] = data) -> str:
        value = table.get(key)
        return one_line(value) if isinstance(value, str) else ""

    fit = data.get("fit")
    fit = fit if isinstance(fit, dict) else {}
    kind, question, group = data.get("kind"), fit.get("question"), fit.get("group")
    return MethodHead(
        title=text("title"),
        language=text("language"),
        kind=cast("Kind", kind) if kind in get_args(Kind) else Method.kind,
        summary=text("summary"),
        source=text("source"),
        people=plain.span(data.get("people")) or Method.people,
        minutes=plain.span(data.get("minutes")),
        fit=Fit(
            when=text("when", fit),
            question=cast("Question", question) if question in get_args(Question) else "any",
            group=cast("Group", group) if group in get_args(Group) else "any",
        ),
    )


def _folder(method: Method, path: Path) -> Iterator[Fault]:
    folder = path.absolute().parent.name
    if folder in LANGUAGES and folder != method.language:
        yield Fault(
            ("language",),
            _("“language” is “{language}”, and the file is in the folder “{folder}”").format(
                language=method.language, folder=folder
            ),
        )


def _is_ours(path: Path) -> bool:
    return path.is_relative_to(builtin_methods())


def _read_head(path: Path) -> Document:
    """A method file up to its steps; of a user's file all is read, to see if it is whole.

    A meeting has blocks in their place.
    """
    try:
        raw = path.read_bytes()
    except OSError:
        return _read(path)
    parts = [at for part in _PARTS if (at := raw.find(part)) >= 0]
    document = parse(path, raw[: min(parts, default=len(raw)) + 1])
    return replace(document, data=_trimmed(document.data))


def _read(path: Path) -> Document:
    document = read(path)
    return replace(document, data=_trimmed(document.data))


def _trimmed(value: Any) -> Any:  # noqa: ANN401 - a document holds anything
    """Texts without the spaces and empty lines that an author's layout puts around them."""
    if isinstance(value, str):
        value = value.strip()
        return "\n".join(map(str.strip, value.split("\n"))) if "\n" in value else value
    if isinstance(value, dict):
        return {key: _trimmed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_trimmed(inner) for inner in value]
    return value
