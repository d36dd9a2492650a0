"""What a meeting leaves on paper: hand-outs, certificates, a letter, a questionnaire, dates.

What is in it is told before it is written, and without a file that is all that is done.
"""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.cli.commands import home_for
from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _

if TYPE_CHECKING:
    from intervisie_tui.domain.closing import Case
    from intervisie_tui.domain.session import Session
    from intervisie_tui.store.export.handout import Handout
    from intervisie_tui.store.home import Home

Command = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]
"""Adds a command, with what it is for and what it does."""

READERS = ("case-giver", "group", "facilitator")
FORMS = ("pdf", "html", "md")
"""What there is to choose from; said here too, so that help need not wait for it."""


def add_to(command: Command) -> None:
    """Add the commands, and say what each takes."""
    paper = command("hand-out", _("what one reader may have of a session, on paper"), hand_out)
    paper.add_argument("record", metavar=_("RECORD"))
    paper.add_argument(
        "--for", dest="reader", choices=READERS, required=True, help=_("who will read it")
    )
    paper.add_argument("--case", metavar="1", help=_("which case, where there are several"))
    paper.add_argument(
        "--next",
        dest="following",
        metavar='"2027-03-31 14:00"',
        action="append",
        default=[],
        help=_("when the group meets again, to tell the group; may be given more than once"),
    )
    _accept_file(paper)
    made = command(
        "certificates", _("a certificate for each who took part in a meeting"), certificates
    )
    made.add_argument("record", metavar=_("RECORD"), nargs="?")
    made.add_argument("--facilitator", metavar=_("NAME"), help=_("who led the meeting"))
    made.add_argument("--organisation", metavar=_("NAME"), help=_("for which organisation"))
    made.add_argument(
        "--points", metavar=_("TEXT"), default="", help=_("points that it counts for")
    )
    made.add_argument(
        "--minutes", metavar="150", help=_("how long it took, if not from begin to end")
    )
    made.add_argument("--format", dest="form", choices=FORMS[:2], help=_("the form of the files"))
    made.add_argument(
        "--own-template", action="store_true", help=_("lay the templates ready to be changed")
    )
    mail = command("letter", _("what a case giver can prepare at home"), letter)
    mail.add_argument(
        "method", metavar=_("METHOD"), nargs="?", help=_("a name from the list, or a file")
    )
    mail.add_argument("--date", metavar='"2027-03-31 14:00"', help=_("when the group meets"))
    mail.add_argument("--place", metavar=_("TEXT"), default="", help=_("where the group meets"))
    mail.add_argument("--group", metavar=_("NAME"), default="", help=_("the name of the group"))
    _accept_file(mail)
    asked = command(
        "questionnaire", _("the longer evaluation, to fill in with a pen"), questionnaire
    )
    _accept_file(asked)
    dates = command("next-date", _("the next meetings, as a file for a calendar"), next_date)
    dates.add_argument("when", metavar='"2027-03-31 14:00"', help=_("when the group meets"))
    dates.add_argument("file", metavar=_("FILE"), type=Path, help=_("a file to make"))
    dates.add_argument("--every", metavar=_("WEEKS"), help=_("and again after so many weeks"))
    dates.add_argument("--times", metavar="6", help=_("how many meetings in all"))
    dates.add_argument("--minutes", metavar="120", help=_("how long a meeting takes"))
    dates.add_argument(
        "--title",
        metavar=_("TEXT"),
        default="",
        help=_("what the calendar shows; others may see it"),
    )


def _accept_file(parser: argparse.ArgumentParser) -> None:
    # An option: what may be left out, and stands free, is not seen behind an option.
    parser.add_argument(
        "--to",
        dest="file",
        metavar=_("FILE"),
        type=Path,
        help=_("a file to make; without it, only what would be in it is told"),
    )
    parser.add_argument("--format", dest="form", choices=FORMS, help=_("the form of the file"))


def hand_out(options: argparse.Namespace) -> int:
    """Tell what one reader may have of a session, and write it."""
    from intervisie_tui.store.export import readers

    session = _session(home_for(options), options.record)[1]
    match options.reader:
        case "case-giver":
            made = readers.for_case_giver(session, _case(session, options.case))
        case "group":
            following = [*map(_moment, options.following)]
            made = readers.for_group(session, following=following)
        case _:
            made = readers.for_facilitator(session)
    return _give(made, options)


def letter(options: argparse.Namespace) -> int:
    """Write what a case giver can prepare."""
    from intervisie_tui.cli import given
    from intervisie_tui.store.export.letter import letter

    home = home_for(options)
    made = letter(
        method=None if options.method is None else given.method(home, options.method)[1],
        start=None if options.date is None else _moment(options.date),
        place=options.place,
        group=options.group,
        facilitator=home.settings.facilitator,
    )
    return _give(made, options)


def questionnaire(options: argparse.Namespace) -> int:
    """Write the longer evaluation."""
    from intervisie_tui.store.export.questionnaire import questionnaire

    home_for(options)
    return _give(questionnaire(), options)


def certificates(options: argparse.Namespace) -> int:
    """Write a certificate for each who took part."""
    from intervisie_tui.cli import given
    from intervisie_tui.store import certificates as kept
    from intervisie_tui.store.export.certificate import certificates
    from intervisie_tui.store.problems import Refused, reason

    home = home_for(options)
    try:
        if options.own_template:
            print("\n".join(one_line(str(path)) for path in kept.own_templates(home)))
            return 0
        record, session = _session(home, options.record or "")
        made = certificates(
            session,
            facilitator=options.facilitator or home.settings.facilitator,
            organisation=options.organisation or home.settings.organisation,
            points=options.points,
            minutes=given.number("--minutes", options.minutes),
        )
        if session.ended is None:
            raise Wrong(_("This meeting has not ended: nobody knows yet how long it takes."))
        if not made:
            raise Wrong(_("It was not kept who took part, so there is nobody to certify."))
        paths = kept.write_certificates(home, record, made, form=options.form)
    except Refused as refused:
        raise Wrong(str(refused)) from refused
    except ImportError as error:
        raise Wrong(_no_typst()) from error
    except OSError as error:
        raise Wrong(_("This could not be done: {reason}").format(reason=reason(error))) from error
    print("\n".join(one_line(str(path)) for path in paths))
    days = home.settings.certificate_days
    from intervisie_tui.store.export.phrases import kept_for

    print(kept_for(days))
    return 0


def next_date(options: argparse.Namespace) -> int:
    """Write the next meetings for a calendar, and tell them."""
    from intervisie_tui.cli import given
    from intervisie_tui.store.export import calendar
    from intervisie_tui.store.export.phrases import day, hour

    home_for(options)
    start = _moment(options.when)
    if start < datetime.now(UTC):
        raise Wrong(_("That day is past."))
    weeks = given.number("--every", options.every)
    times = given.number("--times", options.times)
    minutes = given.number("--minutes", options.minutes) or calendar.USUAL_MINUTES
    if (weeks is None) != (times is None):
        raise Wrong(_("“--every” and “--times” belong together: how often, and how many."))
    try:
        dates = calendar.series(start, weeks=weeks or 0, times=times or 1)
        data = calendar.as_calendar(
            dates, minutes=minutes, title=options.title, now=datetime.now(UTC)
        )
    except (ValueError, OverflowError) as error:
        raise Wrong(_("So far ahead there is no calendar.")) from error
    path = options.file if options.file.suffix else options.file.with_suffix(".ics")
    print("\n".join(f"{day(each.astimezone())}, {hour(each)}" for each in dates))
    _write(path, data)
    return 0


# What is given, made into what is meant


def _session(home: "Home", name: str) -> "tuple[Path, Session]":
    """The record that is meant, and what it says. Raises Wrong."""
    from intervisie_tui.cli import given
    from intervisie_tui.store.records import RecordProblem, load

    path = given.record(home, name)
    try:
        return path, load(path).session
    except RecordProblem as problem:
        raise Wrong(str(problem)) from problem


def _case(session: "Session", said: str | None) -> "Case":
    """The case that is meant: the only one, or by its number. Raises Wrong."""
    from intervisie_tui.cli import given
    from intervisie_tui.store.export.readers import cases
    from intervisie_tui.store.export.record import givers, title

    found = cases(session)
    number = given.number("--case", said) or (1 if len(found) == 1 else 0)
    if 0 < number <= len(found):
        return found[number - 1]
    if not found:
        raise Wrong(_("No case was brought in this session."))
    lines = (
        " · ".join([f"{at}  {title(session, case.block or 0)}", *givers(session, [case])])
        for at, case in enumerate(found, 1)
    )
    raise Wrong("\n".join([_("Say with “--case” which one it is:"), *lines]))


def _moment(said: str) -> datetime:
    """A day and a time of day, on the clock of this place. Raises Wrong."""
    from intervisie_tui.domain.hours import moment_in

    if (moment := moment_in(said)) is not None:
        return moment
    message = _("“{said}” is no day with a time, as “2027-03-31 14:00” is.")
    raise Wrong(message.format(said=one_line(said)))


# What comes of it


def _give(made: "Handout", options: argparse.Namespace) -> int:
    """Tell what is in it, and write it where a file is named. Raises Wrong."""
    from intervisie_tui.store.export import forms
    from intervisie_tui.store.export.handout import contents

    print("\n".join(contents(made)))
    path: Path | None = options.file
    if path is None:
        print(_("Nothing is written yet: name a file, with “--to”."))
        return 0
    ending = path.suffix[1:].lower()
    if ending and options.form is None and ending not in forms.FORMS:
        known = ", ".join(f".{form}" for form in forms.FORMS)
        raise Wrong(
            _("A file like that cannot be made here; these can: {known}").format(known=known)
        )
    form = options.form or next((form for form in forms.FORMS if form == ending), forms.usual())
    try:
        data = forms.written(made, form)
    except ImportError as error:
        raise Wrong(_no_typst()) from error
    _write(path if path.suffix else path.with_suffix(f".{form}"), data)
    return 0


def _write(path: Path, data: bytes) -> None:
    """Make a file for this user alone, and say where it is. Raises Wrong."""
    from intervisie_tui.store.machine import write_new
    from intervisie_tui.store.problems import reason

    try:
        write_new(path, data)
    except OSError as error:
        said = _("“{file}” cannot be made: {reason}")
        raise Wrong(said.format(file=one_line(str(path)), reason=reason(error))) from error
    print(_("Written: {file}").format(file=one_line(str(path))))


def _no_typst() -> str:
    return _(
        "A PDF is made by typst, which is not here: install intervisie-tui with its extra “pdf”,"
        " or choose html and print that."
    )
