"""The `intervisie` command: what can be asked of the program from a shell.

Exit codes: 0 all is well, 1 what was given is wrong, 2 the command itself is. Nothing
heavy is imported before it is known to be needed, so that `--help` answers at once.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise

from intervisie_tui import __version__
from intervisie_tui.cli import (
    advise,
    author,
    check,
    commands,
    groups,
    papers,
    past,
    rehearse,
    schema,
)
from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.locale import LANGUAGES, N_, Language, _, set_language, system_language

ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("%(prog)s: error: %(message)s\n"),
)
"""What argparse says itself, so that it can be translated with the rest."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; the exit code."""
    _speak_utf_8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    set_language(_language(given))
    # It looks its words up under this name when it says them, in a catalogue of its own.
    vars(argparse)["_"] = _
    options = _parser().parse_args(given)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read along, `head` perhaps, has seen enough. Nor is the rest told at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _speak_utf_8() -> None:
    """Have every word come out, also where the system writes files in another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # The name of a file may hold what no encoding has.
            stream.reconfigure(encoding="utf-8", errors="replace")


def _language(given: Sequence[str]) -> Language:
    """The language asked for, needed before the options can explain themselves."""
    for language in LANGUAGES:
        if ("--lang", language) in pairwise(given) or f"--lang={language}" in given:
            return language
    return system_language(os.environ)


def _parser() -> argparse.ArgumentParser:
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_("the language of the program"),
    )
    parser = argparse.ArgumentParser(
        prog="intervisie",
        allow_abbrev=False,  # `_language` knows the options by their whole names
        description=_("A companion on one screen for whoever leads intervisie."),
        parents=[language],
    )
    parser.add_argument(
        "--version",
        action="version",
        version=__version__,
        help=_("show program's version number and exit"),
    )
    parser.set_defaults(run=commands.home)
    subcommands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))

    def command(
        name: str, words: str, run: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        each = subcommands.add_parser(
            name, help=words, description=words, parents=[language], allow_abbrev=False
        )
        each.set_defaults(run=run)
        return each

    start = command("start", _("begin a session at its welcome sheet"), commands.start)
    start.add_argument("method", metavar=_("METHOD"), help=_("a name from the list, or a file"))
    start.add_argument("--people", metavar='"An,Bo,Cem"', help=_("who comes, round the table"))
    start.add_argument("--case-giver", metavar=_("NAME"), help=_("whose case it is"))
    start.add_argument("--group", metavar=_("NAME"), default="", help=_("the name of the group"))
    start.add_argument(
        "--question", metavar=_("TEXT"), default="", help=_("the question, if known")
    )
    start.add_argument("--first-meeting", action="store_true", help=_("get acquainted first"))
    start.add_argument("--online", action="store_true", help=_("the group meets online"))
    start.add_argument("--begin", metavar="14:00", help=_("when a whole meeting begins"))
    start.add_argument("--end", metavar="16:30", help=_("when the meeting should end"))
    for name, words, run in (
        ("resume", _("go on with a session"), commands.resume),
        ("regie", _("read along with a session, for the facilitator alone"), commands.regie),
    ):
        command(name, words, run).add_argument("record", metavar=_("RECORD"), nargs="?")
    command("methods", _("list the methods"), commands.methods)
    advise.accept(command("advise", _("say which methods fit, and why"), advise.advise))
    cards = command("cards", _("what helps in a difficult moment"), commands.cards)
    cards.add_argument(
        "words", metavar=_("WORD"), nargs="*", help=_("what it is about; without words all cards")
    )
    sheet = command(
        "run-sheet", _("a method on paper, for the facilitator's table"), commands.run_sheet
    )
    sheet.add_argument("method", metavar=_("METHOD"), help=_("a name from the list, or a file"))
    sheet.add_argument("--online", action="store_true", help=_("the group meets online"))
    author.accept(command("new", _("make a method of your own to start from"), author.new))
    check.accept(command("check", _("say all that is wrong in method files"), check.check))
    rehearse.accept(command("try", _("rehearse a method; nothing is kept"), rehearse.rehearse))
    command(
        "schema", _("what may stand in a method file, for an editor that completes"), schema.schema
    )
    groups.accept(
        command("groups", _("list the groups that meet again, or make one"), groups.groups),
        language,
    )
    past.add_to(command)
    command("records", _("list the records"), commands.records)
    show = command("show", _("read a record"), commands.show)
    show.add_argument("record", metavar=_("RECORD"))
    show.add_argument("--as", dest="form", choices=["markdown"], default="markdown")
    papers.add_to(command)
    return parser
