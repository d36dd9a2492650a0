"""`intervisie try`: a rehearsal of a method, with a group that is not there."""

import argparse

from intervisie_tui.cli import commands
from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.locale import _, language


def accept(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("method", metavar=_("FILE"), help=_("a file, or a name from the list"))
    parser.add_argument("--people", metavar='6 | "An,Bo,Cem"', help=_("how many there are, or who"))
    parser.add_argument("--first-meeting", action="store_true", help=_("get acquainted first"))
    parser.add_argument("--online", action="store_true", help=_("the group meets online"))


def rehearse(options: argparse.Namespace) -> int:
    """Try a method on the live screen; nothing of it is kept."""
    from datetime import UTC, datetime

    from intervisie_tui.cli import given
    from intervisie_tui.domain.room import SEATS
    from intervisie_tui.store.absent import meant
    from intervisie_tui.store.convening import made_ready
    from intervisie_tui.store.methods import load
    from intervisie_tui.store.problems import Refused
    from intervisie_tui.store.rehearsal import invented

    home = commands.home_for(options)
    said: str | None = options.people
    people = given.number("--people", said) if said and said.isdecimal() else None
    if people is not None and not 1 < people <= SEATS:
        raise Wrong(_("“--people” wants 2 to {number} people.").format(number=SEATS))
    names = () if said is None or people is not None else given.names(said)
    try:
        path = meant(options.method, home, language())
        method = load(path)
        ready = made_ready(home, method, path)
    except Refused as refused:
        raise Wrong(str(refused)) from refused
    session = invented(
        path,
        method,
        datetime.now(UTC),
        names=names,
        people=people,
        first_meeting=options.first_meeting,
        online=options.online,
        ready=ready,
    )
    return commands.run_app(home, trying=(path, session))
