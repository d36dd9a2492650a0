"""`intervisie advise`: which methods fit what is there, and why."""

import argparse
import textwrap
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from intervisie_tui.cli.commands import home_for, problem, takes
from intervisie_tui.cli.groups import named
from intervisie_tui.locale import _

if TYPE_CHECKING:
    from intervisie_tui.domain.choosing import Done
    from intervisie_tui.store.home import Home

QUESTIONS = ("concrete", "fundamental", "own-share", "incident")
GROUPS = ("new", "acquainted")
"""What a choice of a method goes by; said here too, so that help need not wait for it."""


def accept(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--minutes", metavar="60", help=_("how long the method may take"))
    parser.add_argument("--people", metavar="6", help=_("how many take part"))
    parser.add_argument("--question", choices=QUESTIONS, help=_("what kind of question it is"))
    parser.add_argument("--group", choices=GROUPS, help=_("how well they know each other"))
    parser.add_argument(
        "--for",
        dest="meeting_of",
        metavar=_("GROUP"),
        help=_("for which of your groups: what it did last counts too"),
    )


def advise(options: argparse.Namespace) -> int:
    """Say which case methods fit what is there, and why; only those in the user's language."""
    from intervisie_tui.cli import given
    from intervisie_tui.domain import choosing
    from intervisie_tui.locale import language
    from intervisie_tui.store.export.choosing import headed, told
    from intervisie_tui.store.methods import find

    home = home_for(options)
    wishes = choosing.Wishes(
        minutes=given.number("--minutes", options.minutes),
        people=given.number("--people", options.people),
        question=options.question,
        group=options.group,
    )
    heads = {
        file.id: file.head
        for file in find(home).files
        if file.head is not None and file.head.language == language() and not problem(file)
    }
    done, turn = _past(home, options.meeting_of, heads)
    advices = choosing.advise(heads, wishes, done)
    room = max((len(each) for each in advices), default=0)
    above = None
    for name, advice in advices.items():
        head = heads[name]
        if advice.fits != above:
            print(headed(advice.fits) if above is None else f"\n{headed(advice.fits)}")
            above = advice.fits
        print(f"{name:<{room}}  {takes(head):<10} {head.title}")
        for words in filter(None, (told(advice, head, wishes), head.fit.when)):
            print(textwrap.fill(words, 78, initial_indent="    ", subsequent_indent="    "))
    if turn:
        print(f"\n{textwrap.fill(turn, 78)}")
    return 0


def _past(
    home: "Home", name: str | None, known: Collection[str]
) -> "tuple[Mapping[str, Done], str]":
    """What the group of that name did with these methods, and whose turn it could be there."""
    if name is None:
        return {}, ""

    from intervisie_tui.domain.past import done
    from intervisie_tui.store.export.past import whose_turn
    from intervisie_tui.store.heads import heads
    from intervisie_tui.store.past import held

    group = named(home, name)
    before = held(heads(home), group.id)
    return done(before, known), whose_turn(group, before)
