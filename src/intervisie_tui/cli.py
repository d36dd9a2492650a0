"""The `intervisie` command: what can be asked of the program from a shell.

Exit codes: 0 all is well, 1 what was given is wrong, 2 the command itself is. Nothing
heavy is imported before it is known to be needed, so that `--help` answers at once.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intervisie_tui import __version__
from intervisie_tui.locale import LANGUAGES, Language, _, set_language, system_language

if TYPE_CHECKING:
    from intervisie_tui.domain.method import Method
    from intervisie_tui.domain.session import Session
    from intervisie_tui.store.home import Home

FEW = 5
"""Seats that are set out when nobody said who comes; more can join."""


class Wrong(Exception):  # noqa: N818 - it is what is told
    """What was given is wrong; the message says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    set_language(_language(given))
    options = _parser().parse_args(given)
    try:
        return int(options.run(options) or 0)
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1


def _language(given: Sequence[str]) -> Language:
    """The language asked for, needed before the options can explain themselves."""
    for language in LANGUAGES:
        if ("--lang", language) in pairwise(given) or f"--lang={language}" in given:
            return language
    return system_language(os.environ)


# What each command does


def _open_home() -> "Home":
    from intervisie_tui.store.home import open_home

    home = open_home(os.environ)
    if home.settings.language and "INTERVISIE_LANG" not in os.environ:
        set_language(system_language(os.environ, home.settings.language))
    for problem in home.problems:
        print(problem, file=sys.stderr)
    return home


def _app(
    home: "Home",
    *,
    opening: "Session | Path | None" = None,
    following: Path | None = None,
) -> int:
    """Run the program; a crash is not 0."""
    from intervisie_tui.store.machine import steady_clock
    from intervisie_tui.tui.app import IntervisieApp

    app = IntervisieApp(home, steady_clock(), opening=opening, following=following)
    try:
        app.run()
    finally:
        app.let_go()
    return app.return_code or 0


def _home(_options: argparse.Namespace) -> int:
    return _app(_open_home())


def _start(options: argparse.Namespace) -> int:
    from intervisie_tui.domain.unroll import prepare
    from intervisie_tui.store.machine import steady_clock

    home = _open_home()
    key, method = _method(home, options.method)
    names = _names(options.people)
    session = prepare(
        key,
        method,
        steady_clock()(),
        names=names,
        case_giver=_seat(options.case_giver, names),
        question=options.question,
        group=options.group,
        first_meeting=options.first_meeting,
        due=options.end,
    )
    return _app(home, opening=session)


def _resume(options: argparse.Namespace) -> int:
    home = _open_home()
    return _app(home, opening=_record(home, options.record))


def _regie(options: argparse.Namespace) -> int:
    home = _open_home()
    return _app(home, following=_record(home, options.record))


def _methods(_options: argparse.Namespace) -> int:
    from intervisie_tui.store.methods import find

    found = find(_open_home())
    for file in found.files:
        if file.head is None:
            print(f"{file.id:<20} !  {file.problem}")
        else:
            minutes = "" if file.head.minutes is None else f"{file.head.minutes} min"
            print(f"{file.id:<20} {file.head.language}  {minutes:<10} {file.head.title}")
    for notice in found.notices:
        print(notice, file=sys.stderr)
    return 0


def _run_sheet(options: argparse.Namespace) -> int:
    from intervisie_tui.store.export.run_sheet import run_sheet

    _key, method = _method(_open_home(), options.method)
    print(run_sheet(method), end="")
    return 0


def _check(options: argparse.Namespace) -> int:
    from intervisie_tui.store.methods import load
    from intervisie_tui.store.problems import Refused

    code = 0
    for path in options.files:
        try:
            load(path)
        except Refused as refused:
            code = 1
            print(refused)
        else:
            print(_("{file}: fine").format(file=path))
    return code


def _records(_options: argparse.Namespace) -> int:
    from intervisie_tui.store.heads import heads

    states = {
        "prepared": _("prepared"),
        "draft": _("not closed"),
        "kept": _("kept"),
        "broken": _("unreadable"),
    }
    for head in heads(_open_home()):
        what = head.problem or " · ".join([*head.titles, *filter(None, [head.group])])
        print(f"{head.path.stem:<24} {states[head.state]:<12} {what}")
    return 0


def _show(options: argparse.Namespace) -> int:
    from intervisie_tui.store.export.markdown import record_as_markdown
    from intervisie_tui.store.records import RecordProblem, load

    path = _record(_open_home(), options.record)
    try:
        record = load(path)
    except RecordProblem as problem:
        raise Wrong(str(problem)) from problem
    print(record_as_markdown(record.session), end="")
    return 0


# What is given, made into what is meant


def _method(home: "Home", name: str) -> "tuple[str, Method]":
    """The id and the method of a name or path. Raises Wrong, with all that is wrong in it."""
    from intervisie_tui.locale import language
    from intervisie_tui.store.methods import load, resolve
    from intervisie_tui.store.problems import Refused

    try:
        file = resolve(name, home, language())
        return file.id, load(file.path)
    except Refused as refused:
        raise Wrong(str(refused)) from refused


def _record(home: "Home", name: str | None) -> Path:
    """The record of that name or path; without one, the newest that is not closed."""
    from intervisie_tui.store.files import records_in
    from intervisie_tui.store.heads import unfinished

    if name is None:
        waiting = unfinished(home, datetime.now(UTC))
        if not waiting:
            raise Wrong(_("There is no session to go on with."))
        return waiting[0].head.path
    if Path(name).is_file():
        return Path(name)
    found = [path for path in records_in(home.records) if name in path.stem]
    if len(found) != 1:
        raise Wrong(
            _("There is no record of this name; “intervisie records” lists them.")
            if not found
            else _("More than one record has this in its name.")
        )
    return found[0]


def _names(people: str | None) -> tuple[str, ...]:
    """Names with commas between them, each on a seat. Raises Wrong."""
    from intervisie_tui.domain.names import called_the_same, names_in
    from intervisie_tui.domain.room import SEATS

    if people is None:
        return ("",) * FEW
    names = names_in(people)
    if not 1 < len(names) <= SEATS:
        raise Wrong(_("“--people” wants 2 to {number} names.").format(number=SEATS))
    if (twice := called_the_same(names)) is not None:
        raise Wrong(_("Two people are called “{name}”: add a letter.").format(name=twice))
    return names


def _seat(said: str | None, names: Sequence[str]) -> int | None:
    """The seat of the case giver, by name or by number. Raises Wrong."""
    if said is None:
        return None
    if said.isdecimal() and 1 <= int(said) <= len(names):
        return int(said)
    found = [seat for seat, name in enumerate(names, 1) if name.casefold() == said.casefold()]
    if len(found) != 1:
        raise Wrong(_("The case giver is one of the people: a name from the list, or a seat."))
    return found[0]


def _end(said: str) -> datetime:
    """The next time that the clock on the wall says this."""
    from intervisie_tui.domain.hours import hour_in, next_at

    hour = hour_in(said)
    if hour is None:
        raise ValueError(said)
    return next_at(hour, datetime.now(UTC))


# How it is asked


class _Parser(argparse.ArgumentParser):
    """Says its own words in the chosen language."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - what argparse hands on
        super().__init__(add_help=False, **given)
        self.options = self.add_argument_group(_("options"))
        self.options.add_argument("-h", "--help", action="help", help=_("say this"))
        self.options.add_argument(
            "--lang", choices=LANGUAGES, help=_("the language of the program")
        )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="intervisie", description=_("A companion on one screen for whoever leads intervisie.")
    )
    parser.options.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(run=_home)
    commands = parser.add_subparsers(title=_("commands"), metavar="", parser_class=_Parser)

    def command(
        name: str, words: str, run: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        each = commands.add_parser(name, help=words, description=words)
        each.set_defaults(run=run)
        return each

    start = command("start", _("begin a session at its welcome sheet"), _start)
    start.add_argument("method", metavar="METHOD", help=_("a name from the list, or a file"))
    start.add_argument("--people", metavar='"An,Bo,Cem"', help=_("who comes, round the table"))
    start.add_argument("--case-giver", metavar="NAME", help=_("whose case it is"))
    start.add_argument("--group", metavar="NAME", default="", help=_("the name of the group"))
    start.add_argument("--question", metavar="TEXT", default="", help=_("the question, if known"))
    start.add_argument("--first-meeting", action="store_true", help=_("get acquainted first"))
    start.add_argument("--end", metavar="16:30", type=_end, help=_("when the meeting should end"))
    for name, words, run in (
        ("resume", _("go on with a session"), _resume),
        ("regie", _("read along with a session, for the facilitator alone"), _regie),
    ):
        command(name, words, run).add_argument("record", metavar="RECORD", nargs="?")
    command("methods", _("list the methods"), _methods)
    sheet = command("run-sheet", _("a method on paper, for the facilitator's table"), _run_sheet)
    sheet.add_argument("method", metavar="METHOD", help=_("a name from the list, or a file"))
    check = command("check", _("say all that is wrong in method files"), _check)
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)
    command("records", _("list the records"), _records)
    show = command("show", _("read a record"), _show)
    show.add_argument("record", metavar="RECORD")
    show.add_argument("--as", dest="form", choices=["markdown"], default="markdown")
    return parser
