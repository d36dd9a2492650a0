"""`intervisie check`: all that is wrong in files of methods or cards, and how long methods take.

First come the errors of a file, or else its warnings, each as `file:line:column: message`
with the line and a caret. Then its timeline, if it is asked for or the only file.

`--json` is for machines. Its keys stay what they are; others may come beside them:

    {"files": [{
      "file": "my-method.toml",       as it was given
      "usable": true,                 false: there are errors
      "problems": [{
        "line": 12, "column": 3,      from 1, in characters; 0: about no place in particular
        "severity": "error",          or "warning"; with --strict always "error"
        "message": "…"}],             in the user's language
      "timelines": [{                 for groups of different sizes; none for cards, nor where
                                      no method can be made of the file
        "people": 4,
        "least": 2400.0, "usual": 2700.0, "most": 3000.0,    seconds in all
        "open": false,                true: moments without an end are not counted
        "moments": [{
          "moment": "2.1",            its address: step and moment, by number or by id
          "step": "…", "title": "…",
          "times": {"least": 1, "usual": 1, "most": 1},      most null: as the group likes
          "once": {…},                seconds of one time, as those below of all of them
          "least": 60.0, "usual": 60.0, "most": 120.0, "open": false}],
        "blocks": [{                  of a meeting, in place of its moments
          "block": 3,                 its number, from 1
          "use": "vier-fasen",        as the block says it; null: it is written there
          "title": "…",               of the method, or its own
          "times": {…},               how many cases; everybody brings one
          "once": {…}, "least": 2400.0, …}]}]}]}
"""

import argparse
import gc
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intervisie_tui.cli.commands import RARELY, home_for
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _, language, ngettext

if TYPE_CHECKING:
    from intervisie_tui.domain.method import Method
    from intervisie_tui.domain.timeline import Reach, Timeline
    from intervisie_tui.store.export.meeting import Planned
    from intervisie_tui.store.meetings import Stock
    from intervisie_tui.store.methods import Examined
    from intervisie_tui.store.problems import Problem

INDENT = "    "


def accept(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "files", metavar=_("FILE"), nargs="+", help=_("a file, or a name from the list")
    )
    parser.add_argument(
        "--timeline",
        action="store_true",
        help=_("say how long each method takes; of a file alone that is always said"),
    )
    parser.add_argument("--strict", action="store_true", help=_("take warnings for errors"))
    parser.add_argument("--json", action="store_true", help=_("answer as JSON, for machines"))
    parser.epilog = _(
        "Exit code: 0 every file can be used, 1 there are errors, 2 the command itself is wrong."
    )


def check(options: argparse.Namespace) -> int:
    """Say everything that is wrong in files of methods or cards; 1 if anything is."""
    from intervisie_tui.store.meetings import Stock

    gc.set_threshold(RARELY)
    stock = Stock(home_for(options))
    if options.json:
        import json

        found = [(said, _found(said, stock, strict=options.strict)) for said in options.files]
        files = [_for_machines(stock, said, *examined) for said, examined in found]
        print(json.dumps({"files": files}, indent=1))
        return int(not all(file["usable"] for file in files))
    code = 0
    for said in options.files:
        path, examined = _found(said, stock, strict=options.strict)
        _say(path, examined.problems)
        code = max(code, int(_has_errors(examined)))
        if examined.method is not None and (options.timeline or len(options.files) == 1):
            print(f"\n{_timelines_as_text(stock, path, examined.method)}", end="")
    return code


def _found(said: str, stock: "Stock", *, strict: bool) -> "tuple[Path, Examined]":
    """The file that is meant, and what it is worth."""
    from intervisie_tui.store.absent import meant
    from intervisie_tui.store.methods import Examined
    from intervisie_tui.store.problems import Refused

    try:
        path = meant(said, stock.home, language())
    except Refused as refused:
        return Path(said), Examined(None, refused.problems)
    return path, _examined(path, stock, strict=strict)


def _examined(path: Path, stock: "Stock", *, strict: bool) -> "Examined":
    """What a file is for is said by the folder it is in, as for whoever reads them."""
    from intervisie_tui.store.meetings import examine

    if path.absolute().parent.name == "cards":
        return _examined_cards(path)
    examined = examine(stock, path)
    if not strict:
        return examined
    problems = (replace(problem, severity="error") for problem in examined.problems)
    return replace(examined, problems=tuple(problems))


def _examined_cards(path: Path) -> "Examined":
    from intervisie_tui.store import cards
    from intervisie_tui.store.methods import Examined
    from intervisie_tui.store.problems import Refused

    try:
        cards.load(path)
    except Refused as refused:
        return Examined(None, refused.problems)
    return Examined(None, ())


def _has_errors(examined: "Examined") -> bool:
    return any(problem.severity == "error" for problem in examined.problems)


def _say(path: Path, problems: "Iterable[Problem]") -> None:
    """All problems with their lines, and that it is fine where there is no error."""
    from intervisie_tui.store.excerpt import excerpt, source

    problems = tuple(problems)
    text = source(path) if problems else ""
    for problem in problems:
        print(problem)
        for line in excerpt(problem, text).splitlines():
            print(INDENT + line)
    if any(problem.severity == "error" for problem in problems):
        return
    said = _("{file}: fine")
    if problems:
        said = ngettext(
            "{file}: can be used, with {number} warning",
            "{file}: can be used, with {number} warnings",
            len(problems),
        )
    print(said.format(file=one_line(str(path)), number=len(problems)))


def _timelines_as_text(stock: "Stock", path: Path, method: "Method") -> str:
    from intervisie_tui.store.export import meeting, timeline

    if method.kind == "meeting":
        return meeting.as_text(_planned(stock, path, method))
    return timeline.as_text(method)


def _planned(stock: "Stock", path: Path, method: "Method") -> "Planned":
    """A meeting with the methods that it uses; that they are there was seen a moment ago."""
    from intervisie_tui.store.export.meeting import Planned
    from intervisie_tui.store.meetings import with_usual

    library, usual = with_usual(stock, method, path)
    return Planned(meeting=method, library=library, usual=usual)


def _for_machines(stock: "Stock", said: str, path: Path, examined: "Examined") -> dict[str, Any]:
    return {
        "file": said,
        "usable": not _has_errors(examined),
        "problems": [
            {
                "line": problem.line,
                "column": problem.column,
                "severity": problem.severity,
                "message": problem.message,
            }
            for problem in examined.problems
        ],
        "timelines": _timelines(stock, path, examined.method),
    }


def _timelines(stock: "Stock", path: Path, method: "Method | None") -> list[dict[str, Any]]:
    from intervisie_tui.store.export.timeline import timelines

    if method is None:
        return []
    if method.kind == "meeting":
        return [_of_meeting(each) for each in _planned(stock, path, method).timelines()]
    return [_timeline(each) for each in timelines(method)]


def _of_meeting(made: "Timeline") -> dict[str, Any]:
    blocks = [
        {
            "block": int(row.moment),
            "use": row.step_title or None,
            "title": row.title,
            "times": {"least": row.least, "usual": row.usual, "most": row.most},
            "once": _reach(row.once),
            **_reach(row.all),
        }
        for row in made.rows
    ]
    return {"people": made.people, **_reach(made.total), "blocks": blocks}


def _timeline(made: "Timeline") -> dict[str, Any]:
    moments = [
        {
            "moment": row.moment,
            "step": row.step_title,
            "title": row.title,
            "times": {"least": row.least, "usual": row.usual, "most": row.most},
            "once": _reach(row.once),
            **_reach(row.all),
        }
        for row in made.rows
    ]
    return {"people": made.people, **_reach(made.total), "moments": moments}


def _reach(reach: "Reach") -> dict[str, Any]:
    return {
        "least": reach.least,
        "usual": reach.usual,
        "most": reach.most,
        "open": reach.is_open,
    }
