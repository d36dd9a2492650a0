"""`intervisie actions` and `intervisie history`: what was intended, and what a group did."""

import argparse
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from intervisie_tui.cli.commands import home_for
from intervisie_tui.cli.groups import named
from intervisie_tui.locale import _

Command = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]
"""Adds a command, with what it is for and what it does."""


def add_to(command: Command) -> None:
    """Add the commands, and say what each takes."""
    asked = command("actions", _("what is asked after in the next meeting of a group"), actions)
    asked.add_argument("--group", metavar=_("GROUP"), help=_("of this group alone"))
    told = command("history", _("what a group did, without a word of any case"), history)
    told.add_argument("group", metavar=_("GROUP"), help=_("its name, or its id from the list"))


def actions(options: argparse.Namespace) -> int:
    """Print what is intended, group by group, in the words of who intends it."""
    from intervisie_tui.store import groups as files
    from intervisie_tui.store.export.handout import Handout
    from intervisie_tui.store.export.past import intentions, warmly
    from intervisie_tui.store.export.text import as_text
    from intervisie_tui.store.follow_up import everywhere

    home = home_for(options)
    only = None if options.group is None else named(home, options.group)
    found = everywhere(home, None if only is None else only.id)
    _tell(found.problems)
    if not found.of:
        print(_("There is nothing to ask after in a next meeting."))
        return 0
    files_of = [] if only else files.groups(home)
    known = {group.id: group for group in [only, *(file.group for file in files_of)] if group}
    # A group whose file is gone is told of by the name it had.
    order = sorted(found.of, key=lambda id_: [*known, id_].index(id_))
    parts = [intentions(known.get(id_), found.names[id_], found.of[id_]) for id_ in order]
    title = _("What is asked after the next time")
    print(as_text(Handout(reader="facilitator", title=title, parts=(*parts, warmly()))), end="")
    return 0


def history(options: argparse.Namespace) -> int:
    """Print what a group did."""
    from intervisie_tui.store.export import past as export
    from intervisie_tui.store.export.text import as_text
    from intervisie_tui.store.past import past

    home = home_for(options)
    found = past(home, named(home, options.group))
    _tell(found.problems)
    print(as_text(export.history(found, datetime.now(UTC))), end="")
    return 0


def _tell(problems: Iterable[str]) -> None:
    """Say what cannot be read; the rest is told all the same."""
    for problem in problems:
        print(problem, file=sys.stderr)
