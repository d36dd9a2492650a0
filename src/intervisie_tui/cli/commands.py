"""What each command does; what it needs is imported when it is asked for."""

import argparse
import gc
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intervisie_tui.cli.wrong import Wrong
from intervisie_tui.locale import _, set_language, system_language

if TYPE_CHECKING:
    from intervisie_tui.domain.method import Method
    from intervisie_tui.domain.session import Session
    from intervisie_tui.store.home import Home
    from intervisie_tui.store.methods import MethodFile, MethodHead
    from intervisie_tui.store.problems import Problem
    from intervisie_tui.store.records import Record


LONGEST: Final = timedelta(hours=12)
"""A meeting that would take longer has an end that is past, and not tomorrow's."""


RARELY: Final = 50_000
"""So many new objects are enough to look for garbage among them: little of ours is in circles."""


def home_for(options: argparse.Namespace) -> "Home":
    """The user's folders; what is wrong with them is said, and stops nothing."""
    from intervisie_tui.store.home import open_home

    home = open_home(os.environ)
    if "lang" not in options:
        set_language(system_language(os.environ, home.settings.language))
    for problem in home.problems:
        print(problem, file=sys.stderr)
    return home


def run_app(
    home: "Home",
    *,
    opening: "Session | Record | None" = None,
    following: Path | None = None,
    trying: "tuple[Path, Session] | None" = None,
) -> int:
    """Run the program; a crash is not 0."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Wrong(_("This needs a terminal, to show it in and to read keys from."))

    # What is imported stays: it need not be looked through for garbage, now and at every key.
    gc.disable()
    from intervisie_tui.store.machine import steady_clock
    from intervisie_tui.tui.app import IntervisieApp

    gc.freeze()
    gc.set_threshold(RARELY)
    gc.enable()
    clock = steady_clock()
    app = IntervisieApp(home, clock, opening=opening, following=following, trying=trying)
    try:
        app.run()
    finally:
        app.let_go()
    return app.return_code or 0


def _loaded(path: Path) -> "Record":
    """What a record says. Raises Wrong, with all that is wrong in it."""
    from intervisie_tui.store.records import RecordProblem, load

    try:
        return load(path)
    except RecordProblem as problem:
        raise Wrong(str(problem)) from problem


def home(options: argparse.Namespace) -> int:
    """Open the program at home."""
    return run_app(home_for(options))


def start(options: argparse.Namespace) -> int:
    """Go straight to the welcome sheet of a new session or a meeting."""
    from datetime import UTC, datetime

    from intervisie_tui.cli import given
    from intervisie_tui.domain.convene import Case, convene
    from intervisie_tui.domain.text import one_line
    from intervisie_tui.store.convening import Filled, convened, made_ready
    from intervisie_tui.store.problems import Refused

    home = home_for(options)
    path, method = given.method(home, options.method)
    group = given.group(home, options.group)
    members = () if group is None else tuple(group.titled(each.id) for each in group.present)
    names = given.names(options.people, members)
    giver = given.seat(options.case_giver, names)
    filled = Filled(
        names=names,
        cases=() if method.kind == "meeting" else (Case(by=giver, question=options.question),),
        group=options.group if group is None else group.name,
        first_meeting=options.first_meeting,
        online=options.online,
        begin=given.hour("--begin", options.begin),
        end=given.hour("--end", options.end),
    )
    try:
        ready = made_ready(home, method, path, group)
    except Refused as refused:
        raise Wrong(str(refused)) from refused
    now = datetime.now(UTC)
    known = convened(filled, ready, group, now)
    if known.due is not None and known.due - (known.starts or now) > LONGEST:
        raise Wrong(_("“--end” is past: the next {time} is tomorrow.").format(time=options.end))
    session = convene(one_line(path.stem), method, now, known)
    return run_app(home, opening=session)


def resume(options: argparse.Namespace) -> int:
    """Go on with a session where it was left; one of long ago is only to be closed."""
    from dataclasses import replace
    from datetime import UTC, datetime

    from intervisie_tui.cli import given
    from intervisie_tui.domain import course
    from intervisie_tui.domain.closing import only_to_close

    home = home_for(options)
    record = _loaded(given.record(home, options.record))
    if record.session.closing is not None:
        raise Wrong(_("This session is closed; “intervisie show” reads what was kept."))
    now = datetime.now(UTC)
    if only_to_close(record.session.begun, now, home.settings.draft_days):
        record = replace(record, session=course.finish(record.session, record.seen))
    return run_app(home, opening=record)


def regie(options: argparse.Namespace) -> int:
    """Read along with a session that is led in another window."""
    from intervisie_tui.cli import given

    home = home_for(options)
    return run_app(home, following=given.record(home, options.record))


def methods(options: argparse.Namespace) -> int:
    """List the method files by their kind, the broken ones last with the reason."""
    from intervisie_tui.store.export.choosing import HEADINGS
    from intervisie_tui.store.methods import find

    found = find(home_for(options))
    lines: dict[str, list[str]] = {kind: [] for kind in HEADINGS}
    broken = []
    room = max((len(file.id) for file in found.files), default=0)
    for file in found.files:
        if (wrong := problem(file)) is not None:
            broken.append(f"{file.id:<{room}}  !  {wrong}")
        elif (head := file.head) is not None:
            said = f"{head.language}  {takes(head):<10} {head.title}"
            lines[head.kind].append(f"{file.id:<{room}}  {said}")
    parts = [[_(words), *lines[kind]] for kind, words in HEADINGS.items() if lines[kind]]
    print("\n\n".join("\n".join(part) for part in filter(None, [*parts, broken])))
    for notice in found.notices:
        print(notice, file=sys.stderr)
    return 0


def problem(file: "MethodFile") -> "Problem | None":
    """The first thing that is wrong with a method file; `None`: it can be used."""
    from intervisie_tui.store.methods import load
    from intervisie_tui.store.problems import Refused

    try:
        load(file.path)
    except Refused as refused:
        return refused.problems[0]
    return None


def takes(head: "MethodHead") -> str:
    """How long a method takes; empty where its file does not say."""
    from intervisie_tui.store.export.phrases import length

    return "" if head.minutes is None else length(head.minutes.low, head.minutes.high)


def cards(options: argparse.Namespace) -> int:
    """Print the cards for difficult moments in which all the words occur."""
    from intervisie_tui.domain.card import matching
    from intervisie_tui.locale import language
    from intervisie_tui.store import cards as files
    from intervisie_tui.store.export.cards import as_text

    every, problems = files.cards(home_for(options), language())
    for problem in problems:
        print(problem, file=sys.stderr)
    found = matching(every, " ".join(options.words))
    if not found:
        raise Wrong(_("No card has all of these words."))
    print(as_text(found), end="")
    return 0


def run_sheet(options: argparse.Namespace) -> int:
    """Print a method for the table."""
    from intervisie_tui.cli import given
    from intervisie_tui.store.export.run_sheet import run_sheet

    home = home_for(options)
    path, method = given.method(home, options.method)
    if method.kind == "meeting":
        print(_meeting_sheet(home, path, method, online=options.online), end="")
    else:
        print(run_sheet(method, online=options.online), end="")
    return 0


def _meeting_sheet(home: "Home", path: Path, meeting: "Method", *, online: bool) -> str:
    """A meeting for the table. Raises Wrong where it uses what cannot be used."""
    from intervisie_tui.store.export.meeting import Planned
    from intervisie_tui.store.export.meeting_sheet import meeting_sheet
    from intervisie_tui.store.meetings import Stock, with_usual
    from intervisie_tui.store.problems import Refused

    try:
        library, usual = with_usual(Stock(home), meeting, path)
    except Refused as refused:
        raise Wrong(str(refused)) from refused
    return meeting_sheet(Planned(meeting=meeting, library=library, usual=usual), online=online)


def records(options: argparse.Namespace) -> int:
    """List the records, newest first."""
    from intervisie_tui.domain.text import one_line
    from intervisie_tui.store.heads import heads

    states = {
        "prepared": _("prepared"),
        "draft": _("not closed"),
        "kept": _("all kept"),
        "broken": _("unreadable"),
    }
    times = _("times kept")
    room = max(map(len, [*states.values(), times]))
    found = heads(home_for(options))
    if not found:
        print(_("There are no records yet."))
    for head in found:
        titles = [head.meeting] if head.meeting else head.titles
        what = head.problem or " · ".join([*titles, *filter(None, [head.group])])
        state = times if head.only_times else states[head.state]
        print(f"{one_line(head.path.stem):<24} {state:<{room}} {what}")
    return 0


def show(options: argparse.Namespace) -> int:
    """Print one record."""
    from intervisie_tui.cli import given
    from intervisie_tui.store.export.markdown import record_as_markdown

    record = _loaded(given.record(home_for(options), options.record))
    print(record_as_markdown(record.session), end="")
    return 0
