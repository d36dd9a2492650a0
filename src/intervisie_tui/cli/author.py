"""`intervisie new`: a method of one's own, from a small one or from a copy of another."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.cli.commands import home_for
from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _, language

if TYPE_CHECKING:
    from intervisie_tui.store.home import Home


def accept(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "file", metavar=_("FILE"), help=_("a file to make, or a name for your own methods")
    )
    parser.add_argument(
        "--from",
        dest="source",
        metavar=_("METHOD"),
        help=_("make a copy of this one: a name from the list, or a file"),
    )


def new(options: argparse.Namespace) -> int:
    """Make a method file to start from, and say what to do with it."""
    from intervisie_tui.store import authoring
    from intervisie_tui.store.machine import private_folder
    from intervisie_tui.store.problems import Refused, reason

    home = home_for(options)
    try:
        path = authoring.place(options.file, home)
        if authoring.is_own(path, home):
            private_folder(home.methods)
        if options.source is None:
            source, spoken = authoring.template(language()), str(language())
            title = authoring.in_words(Path(options.file).name.removesuffix(".toml"))
        else:
            source, title, spoken = _source(options.source, home)
        title = authoring.distinct(title, authoring.beside(path, spoken, home))
        authoring.copy(source, path, title)
    except Refused as refused:
        raise Wrong(str(refused)) from refused
    except OSError as error:
        said = _("“{file}” cannot be made: {reason}")
        raise Wrong(said.format(file=one_line(options.file), reason=reason(error))) from error
    print(_said(path, title, home))
    return 0


def _source(name: str, home: "Home") -> tuple[Path, str, str]:
    """The file of a method that can be used, its title and its language. Raises Refused."""
    from intervisie_tui.store.absent import meant
    from intervisie_tui.store.methods import load

    path = meant(name, home, language())
    method = load(path)
    return path, method.title, method.language


def _said(path: Path, title: str, home: "Home") -> str:
    """Where the file is, and how one goes on."""
    from intervisie_tui.store.authoring import is_own
    from intervisie_tui.store.methods import resolve

    file = one_line(str(path))
    file = f'"{file}"' if " " in file else file
    known = is_own(path, home) and resolve(path.stem, home, language()).path == path
    name = path.stem if known else file
    steps = (
        (_("Check it:"), f"check {file}"),
        (_("Rehearse it:"), f"try {name}"),
        (_("Lead it:"), f"start {name}"),
    )
    room = max(len(words) for words, _command in steps)
    lines = (f"  {words:<{room}}  intervisie {command}" for words, command in steps)
    made = _("“{title}” is made: {file}").format(title=title, file=one_line(str(path)))
    how = _("Open it in a program for plain text, change what you like, and save. Then:")
    return "\n".join((made, "", how, "", *lines))
