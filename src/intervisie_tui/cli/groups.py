"""`intervisie groups`: the groups that meet again, a new one, and all about one."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from intervisie_tui.cli.commands import home_for
from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.locale import LANGUAGES, _

if TYPE_CHECKING:
    from intervisie_tui.domain.group import Group
    from intervisie_tui.store.home import Home
    from intervisie_tui.store.methods import Found


def accept(parser: argparse.ArgumentParser, language: argparse.ArgumentParser) -> None:
    """Say what the command takes; *language* has the option that every command has."""
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    words = _("make a group")
    make = commands.add_parser("new", help=words, description=words, allow_abbrev=False)
    make.set_defaults(run=new)
    make.add_argument("name", metavar=_("NAME"), help=_("what the group is called"))
    make.add_argument(
        "--members", metavar='"Anna,Bram"', default="", help=_("who is in it: names or aliases")
    )
    make.add_argument("--method", metavar=_("METHOD"), help=_("the method it usually takes"))
    make.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_("the language of the group, and of the answer"),
    )
    words = _("all about one group")
    about = commands.add_parser(
        "show", help=words, description=words, parents=[language], allow_abbrev=False
    )
    about.set_defaults(run=show)
    about.add_argument("group", metavar=_("GROUP"), help=_("its name, or its id from the list"))


def named(home: "Home", name: str) -> "Group":
    """The group of that name or id. Raises Wrong, with all that is wrong."""
    from intervisie_tui.store.groups import resolve_group
    from intervisie_tui.store.problems import Refused

    try:
        return resolve_group(home, name)
    except Refused as refused:
        raise Wrong(str(refused)) from refused


def groups(options: argparse.Namespace) -> int:
    """List the groups: those that are archived after the others, the broken ones last."""
    from intervisie_tui.domain.text import one_line
    from intervisie_tui.store import groups as files
    from intervisie_tui.store.cells import width
    from intervisie_tui.store.methods import find

    home = home_for(options)
    listed, found = files.groups(home), find(home)
    if not listed:
        print(_("There are no groups yet; “intervisie groups new” makes one."))
    ids = max((width(one_line(file.id)) for file in listed), default=0)
    names = max((width(file.group.name) for file in listed if file.group), default=0)
    for file in listed:
        line = _padded(one_line(file.id), ids)
        if file.group is None:
            print(f"{line}  !  {file.problems[0]}")
            continue
        said = [", ".join(_shown(file.group)), _method(file.group, found)]
        said.append(_("archived") if file.group.archived else "")
        about = " · ".join(filter(None, said))
        print(f"{line}  {_padded(file.group.name, names)}  {about}".rstrip())
    return 0


def new(options: argparse.Namespace) -> int:
    """Make a group, and say how it is called in other commands."""
    from intervisie_tui.cli import given
    from intervisie_tui.domain.group import named as kept
    from intervisie_tui.domain.names import names_in
    from intervisie_tui.store.groups import new_group
    from intervisie_tui.store.problems import reason

    home = home_for(options)
    if not kept(options.name):
        raise Wrong(_("A group needs a name."))
    method = None if options.method is None else given.method(home, options.method)[0].stem
    try:
        group = new_group(
            home,
            options.name,
            names_in(options.members),
            method=method,
            spoken=getattr(options, "lang", None),
        )
    except OSError as error:
        said = _("This could not be done: {reason}")
        raise Wrong(said.format(reason=reason(error))) from error
    print(_("“{name}” is made; its id is {id}.").format(name=group.name, id=group.id))
    return 0


def show(options: argparse.Namespace) -> int:
    """Print all about one group."""
    home = home_for(options)
    group = named(home, options.group)
    facts = dict(_facts(home, group))
    room = max(map(len, facts), default=0)
    print(_("{name}, archived").format(name=group.name) if group.archived else group.name)
    for words, said in facts.items():
        print(f"  {words:<{room}}  {said}")
    return 0


def _facts(home: "Home", group: "Group") -> Iterator[tuple[str, str]]:
    """What there is to say of a group, under which name; what nobody said is left out."""
    from intervisie_tui.store.groups import records_of
    from intervisie_tui.store.methods import find

    left = (group.titled(member.id) for member in group.members if member.left)
    spoken = {"nl": _("Dutch"), "en": _("English"), None: ""}[group.language]
    for words, said in (
        (_("Id"), group.id),
        (_("Members"), ", ".join(_shown(group))),
        (_("Left"), ", ".join(left)),
        (_("Usual method"), _method(group, find(home))),
        (_("Language"), spoken),
        (_("Records"), str(len(records_of(home, group)))),
    ):
        if said:
            yield words, said


def _shown(group: "Group") -> list[str]:
    return [group.titled(member.id) for member in group.present]


def _method(group: "Group", found: "Found") -> str:
    """The title of the usual method; of one that is there no more its id; empty: there is none."""
    from intervisie_tui.store.groups import usual_method

    file = usual_method(group, found.files)
    return (group.method or "") if file is None or file.head is None else file.head.title


def _padded(words: str, cells: int) -> str:
    from intervisie_tui.store.cells import width

    return words + " " * (cells - width(words))
