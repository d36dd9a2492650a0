"""The user's groups: one TOML file each, under a name that says nobody's.

What cannot be read is listed with what is wrong in it, and never written over.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any, Final

from intervisie_tui.domain.group import Group, called, join, named
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import Language, _, language
from intervisie_tui.store.chance import by_chance
from intervisie_tui.store.heads import Head, forget, heads
from intervisie_tui.store.home import Home
from intervisie_tui.store.machine import private_folder, sweep, write_new, write_whole
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.store.pieces import table, toml
from intervisie_tui.store.plain import plain
from intervisie_tui.store.problems import Fault, Problem, Refused, shown
from intervisie_tui.store.records import delete
from intervisie_tui.store.toml import Document, read

FORMAT: Final = 1
"""The newest format of a group that this program can read, and the one it writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFile:
    """A file in the folder of groups."""

    id: str
    """The name of the file, without its ending."""

    path: Path
    group: Group | None
    """`None`: the file is broken."""

    problems: tuple[Problem, ...] = ()
    """Everything that is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """What became of a group that was to go."""

    records: int
    """How many records of it went."""

    stayed: tuple[Head, ...] = ()
    """Records that are open, so they stay; and the group with them, to be deleted later."""


def groups(home: Home) -> list[GroupFile]:
    """Every group by its name; after them those that are archived, and then the broken ones."""

    def place(file: GroupFile) -> tuple[object, ...]:
        if file.group is None:
            return 2, file.id
        return int(file.group.archived), file.group.name.casefold(), file.id

    return sorted(map(_file, _in_folder(home)), key=place)


def load_group(home: Home, id: str) -> Group:  # noqa: A002 - the field's word
    """The group of that id. Raises Refused, with everything that is wrong with its file."""
    return _group(_path(home, id))


def resolve_group(home: Home, name: str) -> Group:
    """The group that is meant by its id or its name. Raises Refused where there is none.

    Of several that are called so it is the one that is not archived, if that is one.
    """
    files, words = groups(home), one_line(name).casefold()
    for file in files:
        if file.id == name:
            return load_group(home, name)
    known = [file.group for file in files if file.group is not None]
    called_so = [group for group in known if group.name.casefold() == words]
    meant = [group for group in called_so if not group.archived] or called_so
    if len(meant) == 1:
        return meant[0]
    if meant:
        message = _("more than one group has this name; say which by its id: {ids}")
        message = message.format(ids=", ".join(group.id for group in meant))
    else:
        message = _not_there(words, [group.name for group in known])
    raise Refused([Problem(Path(name), 0, 0, message)])


def new_group(
    home: Home,
    name: str,
    members: Iterable[str] = (),
    *,
    method: str | None = None,
    spoken: Language | None = None,
) -> Group:
    """Make a group of these people; *method* is the id of the usual one.

    Raises ValueError where it has no name, and OSError.
    """
    if not (name := named(name)):
        raise ValueError(name)
    private_folder(home.groups)
    made = reduce(join, members, Group(id="", name=name, method=method, language=spoken))
    while True:
        group = replace(made, id=by_chance())
        try:
            write_new(home.groups / f"{group.id}.toml", _text(group))
        except FileExistsError:
            continue
        return group


def save_group(home: Home, group: Group) -> None:
    """Keep what was changed in a group.

    Raises Refused where its file is gone or cannot be read by now, and OSError; then
    nothing is written.
    """
    path = _path(home, group.id)
    _group(path)
    write_whole(path, _text(group))


def usual_method(group: Group, files: Iterable[MethodFile]) -> MethodFile | None:
    """The usual method of a group, where it can in its own language; `None`: it is not there."""
    spoken = group.language or language()
    found = [file for file in files if file.head is not None and file.id == group.method]
    return min(found, key=lambda f: f.head is None or f.head.language != spoken, default=None)


def records_of(home: Home, group: Group) -> list[Head]:
    """The records of that group, newest first, as far as they can be read."""
    return [head for head in heads(home) if head.group_id == group.id]


def delete_group(home: Home, group: Group) -> Deleted:
    """Remove every record of a group, and then the group itself.

    What was handed over at a close stays: it belongs to the case giver. The group goes last:
    cut off before that, it is still listed and can be deleted again. Raises Refused where it
    is not there, and OSError.
    """
    path = _path(home, group.id)
    found = records_of(home, group)
    stayed = tuple(head for head in found if not _gone(home, head.path))
    if not stayed:
        real = Path(os.path.realpath(path))
        sweep(real.parent)
        real.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    forget(home)
    return Deleted(records=len(found) - len(stayed), stayed=stayed)


def _gone(home: Home, record: Path) -> bool:
    """Remove a record and what was written of it; `False`: it is open, so nothing is."""
    from intervisie_tui.store.hand_outs import remove_hand_outs

    gone = delete(record)
    if gone:
        remove_hand_outs(home, record)
    return gone


# Files


def _in_folder(home: Home) -> list[Path]:
    """The files of groups, hidden ones left out; none if the folder cannot be read."""
    try:
        return [path for path in home.groups.glob("*.toml") if not path.name.startswith(".")]
    except OSError:
        return []


def _path(home: Home, id: str) -> Path:  # noqa: A002 - the field's word
    """Where that group is. Raises Refused: an id may come from a file, so it is no path yet."""
    for path in _in_folder(home):
        if path.stem == id:
            return path
    raise Refused([Problem(home.groups / f"{shown(id)}.toml", 0, 0, _("there is no such group"))])


def _not_there(words: str, names: list[str]) -> str:
    """That no group has that name, and which one may be meant."""
    from intervisie_tui.store.suggestions import nearest

    if not names:
        return _("there are no groups yet")
    if right := nearest(words, names):
        message = _("there is no group of this name; did you mean “{right}”?")
        return message.format(right=right)
    message = _("there is no group of this name; there is: {known}")
    return message.format(known=", ".join(names))


def _text(group: Group) -> bytes:
    """The file of a group."""
    said = plain(group)
    members = said.pop("members", [])
    del said["id"]
    head = toml({"format": FORMAT, **said})
    return "".join([head, *(table("[[members]]", member) for member in members)]).encode()


def _file(path: Path) -> GroupFile:
    try:
        return GroupFile(id=path.stem, path=path, group=_group(path))
    except Refused as refused:
        return GroupFile(id=path.stem, path=path, group=None, problems=refused.problems)


def _group(path: Path) -> Group:
    """The group in a file. Raises Refused, with everything that is wrong with it."""
    from intervisie_tui.store.gate import build

    if path.stem != one_line(path.stem):
        message = _("the name of this file cannot be kept in a record; give it a plain one")
        raise Refused([Problem(path, 0, 0, message)])
    document = read(path, private=True)
    if faults := [*_format(document.data)]:
        raise document.refused(faults)
    said = {key: value for key, value in document.data.items() if key != "format"}
    group = _tidy(build(Group, {**said, "id": path.stem}, document))
    if faults := [*_faults(document, group)]:
        raise document.refused(faults)
    highest = max((member.id for member in group.members), default=0)
    return replace(group, last_id=max(group.last_id, highest))


def _format(data: Mapping[str, Any]) -> Iterator[Fault]:
    form = data.get("format")
    if not isinstance(form, int) or isinstance(form, bool) or form < 1:
        yield Fault(
            ("format",) if "format" in data else (),
            _("“format” says how the file is written: format = 1"),
        )
    elif form > FORMAT:
        message = _(
            "this is written for a newer version of the program, that knows format {format}"
        )
        yield Fault(("format",), message.format(format=form))


def _tidy(group: Group) -> Group:
    """The group with its names as the program itself would keep them."""
    return replace(
        group,
        name=named(group.name),
        members=tuple(replace(member, name=called(member.name)) for member in group.members),
        method=one_line(group.method or "") or None,
    )


def _faults(document: Document, group: Group) -> Iterator[Fault]:
    """What types cannot say."""
    empty = _("“{key}” is empty").format(key="name")
    if "id" in document.data:
        yield Fault(("id",), _("the id of a group is the name of its file"), at_key=True)
    if not group.name:
        yield Fault(("name",), empty)
    known: set[int] = set()
    for at, member in enumerate(group.members):
        if not member.name:
            yield Fault(("members", at, "name"), empty)
        if member.id < 1:
            yield Fault(("members", at, "id"), _("an id is a whole number from 1 on"))
        if member.id in known:
            yield Fault(("members", at, "id"), _("something else has this id"))
        known.add(member.id)
