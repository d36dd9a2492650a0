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
          "least": 60.0, "usual": 60.0, "most": 120.0, "open": false}]}]}]}
"""

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _, ngettext

if TYPE_CHECKING:
    from intervisie_tui.domain.timeline import Reach, Timeline
    from intervisie_tui.store.methods import Examined
    from intervisie_tui.store.problems import Problem

INDENT = "    "


def accept(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("files", metavar=_("FILE"), nargs="+", type=Path)
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
    if options.json:
        import json

        found = [(path, _examined(path, strict=options.strict)) for path in options.files]
        files = [_for_machines(path, examined) for path, examined in found]
        print(json.dumps({"files": files}, indent=1))
        return int(not all(file["usable"] for file in files))
    code = 0
    for path in options.files:
        examined = _examined(path, strict=options.strict)
        _say(path, examined.problems)
        code = max(code, int(_has_errors(examined)))
        if examined.method is not None and (options.timeline or len(options.files) == 1):
            from intervisie_tui.store.export.timeline import as_text

            print(f"\n{as_text(examined.method)}", end="")
    return code


def _examined(path: Path, *, strict: bool) -> "Examined":
    """What a file is for is said by the folder it is in, as for whoever reads them."""
    from intervisie_tui.store.methods import examine

    if path.absolute().parent.name == "cards":
        return _examined_cards(path)
    examined = examine(path)
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


def _for_machines(path: Path, examined: "Examined") -> dict[str, Any]:
    from intervisie_tui.store.export.timeline import timelines

    made = () if examined.method is None else timelines(examined.method)
    return {
        "file": str(path),
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
        "timelines": [_timeline(each) for each in made],
    }


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
