"""How fast the program is, beside a bare Textual app: `make bench`.

Both are started by turns, so that what else the machine does falls on both. A ratio is the median
of the ratios of each turn; the 99th percentile is taken over all keys together. Linux only.
"""

import argparse
import gc
import json
import shutil
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.measure import (
    at_rest,
    checked,
    keys_to_paint,
    lines_to_disk,
    many,
    memory,
    ready_to_write,
    saves_to_paint,
    started,
    told,
)
from bench.report import Samples, for_machines, rows, table
from bench.seasons import GROUPS, RECORDS, seasons
from bench.subjects import (
    BARE,
    CROWD,
    FILES,
    LISTED,
    PROGRAM,
    REGIE,
    Subject,
    copied,
    crowded_home,
)


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    starts: int
    turns: int
    """Of typing, writing and resting."""
    keys: int
    """In every turn, with and without a crowded chart."""
    lines: int
    """Written to disk in every turn."""
    rest: float
    """Seconds without input in every turn."""


FULL: Final = Extent(starts=9, turns=4, keys=100, lines=5, rest=10)
QUICK: Final = Extent(starts=2, turns=1, keys=30, lines=2, rest=3)


def measure(extent: Extent, folder: Path) -> Samples:
    """Take all samples; `folder` is for the homes of the sessions.

    The crowded chart and the records of many groups are made first, and bytecode with them.
    """
    samples: Samples = defaultdict(lambda: defaultdict(list))
    tell(f"a chart of {CROWD} lines")
    crowded_home(folder / "crowd")
    tell(f"{RECORDS} records of {GROUPS} groups")
    group = seasons(folder / "seasons")[0].name
    for turn in range(extent.starts):
        tell(f"start {turn + 1} of {extent.starts}")
        for subject in (BARE, PROGRAM):
            time = started(folder / f"home-{turn}", subject.home, subject.home_there)
            samples["home"][subject.name].append([time])
        for subject in (BARE, PROGRAM):
            time = started(folder / f"welcome-{turn}", subject.welcome, subject.welcome_there)
            samples["welcome"][subject.name].append([time])
        _after_years(folder / "seasons", group, samples)
    files = many(FILES, folder / "methods")
    for turn in range(extent.turns):
        tell(f"check {turn + 1} of {extent.turns}")
        samples["check"][PROGRAM.name].append([checked(files)])
        samples["saves"][PROGRAM.name].append(saves_to_paint(folder, extent.lines))
    for turn in range(extent.turns):
        tell(f"session {turn + 1} of {extent.turns}")
        for subject in (BARE, PROGRAM):
            _in_a_session(subject, folder / f"{subject.name}-{turn}", extent, samples)
        for subject in (BARE, PROGRAM):
            home = copied(folder / "crowd", folder / f"{subject.name}-crowd-{turn}")
            with ready_to_write(subject, home, crowded=True) as terminal:
                times = keys_to_paint(terminal, extent.keys)
                samples["crowded-keys"][subject.name].append(times)
                samples["crowded-memory"][subject.name].append([memory(terminal.pid)])
    return samples


def _after_years(home: Path, group: str, samples: Samples) -> None:
    """Open what many records are read for: before anything of them is remembered, and after."""
    shutil.rmtree(home / "cache", ignore_errors=True)
    for of in ("seasons-anew", "seasons-home"):
        samples[of][PROGRAM.name].append([started(home, PROGRAM.home, LISTED)])
    for of, asked in (("seasons-history", ("history", group)), ("seasons-actions", ("actions",))):
        samples[of][PROGRAM.name].append([told(home, *asked)])


def _in_a_session(subject: Subject, home: Path, extent: Extent, samples: Samples) -> None:
    """Type on an empty chart, write to disk, and rest."""
    with ready_to_write(subject, home, crowded=False) as terminal:
        samples["memory"][subject.name].append([memory(terminal.pid)])
        samples["keys"][subject.name].append(keys_to_paint(terminal, extent.keys))
        if subject is PROGRAM:
            samples["disk"][subject.name].append(lines_to_disk(terminal, home, extent.lines))
        subject.to_clock(terminal)
        output, cpu = at_rest(terminal, extent.rest)
        samples["flap-bytes"][subject.name].append([output])
        samples["flap-cpu"][subject.name].append([cpu])
        if subject is PROGRAM:
            terminal.press(REGIE)
            terminal.wait_painted()
            terminal.read_on(1)
            output, cpu = at_rest(terminal, extent.rest)
            samples["regie-bytes"][subject.name].append([output])
            samples["regie-cpu"][subject.name].append([cpu])


def tell(what: str) -> None:
    """Say what is being done, apart from the answer."""
    print(what, file=sys.stderr, flush=True)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run: its numbers jump about")
    parser.add_argument("--json", action="store_true", help="all samples too, for machines")
    options = parser.parse_args()
    if not sys.platform.startswith("linux"):
        parser.error("memory and processor time are read the way of Linux")
    gc.disable()  # no pause of ours in a figure
    with tempfile.TemporaryDirectory() as folder:
        samples = measure(QUICK if options.quick else FULL, Path(folder))
    found = list(rows(samples))
    print(json.dumps(for_machines(found, samples), indent=1) if options.json else table(found))


if __name__ == "__main__":
    main()
