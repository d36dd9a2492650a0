"""What was measured, held against what is aimed at."""

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from bench.seasons import GROUPS, RECORDS
from bench.subjects import BARE, CROWD, FILES, PROGRAM

Turns = list[list[float]]
"""The samples of one figure of one subject, a list for every turn."""
Samples = dict[str, dict[str, Turns]]
"""By what was measured, and by subject."""


def median(turns: Turns) -> float:
    """Return the median of the turns, so that one bad turn does not count."""
    return statistics.median(statistics.median(turn) for turn in turns)


def worst_of_a_hundred(turns: Turns) -> float:
    """Return the 99th percentile of all samples together: a turn alone has too few."""
    everything = [sample for turn in turns for sample in turn]
    return statistics.quantiles(everything, n=100, method="inclusive")[-1]


@dataclass(frozen=True)
class Figure:
    """One row of the table."""

    of: str
    """Which samples it is made of."""
    title: str
    unit: str
    most: float | None = None
    """The highest value aimed at, if it is the value that counts."""
    times: float | None = None
    """The highest ratio to the bare app aimed at, if it is the ratio that counts."""
    made: Callable[[Turns], float] = median


FIGURES: Final = (
    Figure("home", "start to home", "ms", times=1.25),
    Figure("welcome", "start to welcome", "ms", times=1.5),
    Figure("keys", "key to paint, median", "ms", times=1.2),
    Figure("keys", "key to paint, 99 %", "ms", times=2, made=worst_of_a_hundred),
    Figure("crowded-keys", f"  with {CROWD} lines, median", "ms", times=1.2),
    Figure("crowded-keys", f"  with {CROWD} lines, 99 %", "ms", times=2, made=worst_of_a_hundred),
    Figure("memory", "memory at the start", "MB", times=1.6),
    Figure("crowded-memory", f"  with {CROWD} lines", "MB", times=1.6),
    Figure("flap-bytes", "output while a clock runs", "bytes/s", most=500),
    Figure("regie-bytes", "  on the regie face", "bytes/s", most=500),
    Figure("flap-cpu", "processor while a clock runs", "%", most=0.5),
    Figure("regie-cpu", "  on the regie face", "%", most=0.5),
    Figure("disk", "a line, from paint to disk", "ms"),
    Figure("check", f"check of {FILES} methods", "s", most=3),
    Figure("saves", "a rehearsal, from save to paint", "ms", most=300),
    Figure("saves", "  the slowest", "ms", most=300, made=worst_of_a_hundred),
    Figure("seasons-home", f"{RECORDS} records: home", "ms", most=1000),
    Figure("seasons-history", f"  history of 1 of {GROUPS} groups", "ms", most=1000),
    Figure("seasons-actions", f"  actions of {GROUPS} groups", "ms", most=1000),
    Figure("seasons-anew", "  home, nothing remembered", "ms"),
)


@dataclass(frozen=True)
class Row:
    """What was found for one figure."""

    figure: str
    unit: str
    program: float
    bare: float | None
    """`None` where a bare app does nothing of the kind."""
    ratio: float | None
    """Of the program to the bare app; `None` where that means nothing."""
    aim: str
    well: bool
    """Whether the aim is met; where there is none, it is."""


def rows(samples: Samples) -> Iterator[Row]:
    """Bring the samples down to a row for every figure."""
    for figure in FIGURES:
        ours, theirs = samples[figure.of][PROGRAM.name], samples[figure.of].get(BARE.name)
        program, bare = figure.made(ours), figure.made(theirs) if theirs else None
        ratio, aim, well = None, "", True
        if theirs and figure.times is not None:
            ratio = _ratio(figure, ours, theirs)
            aim, well = f"{figure.times:.2f} x", ratio <= figure.times
        elif figure.most is not None:
            aim, well = f"{figure.most:g} {figure.unit}", program <= figure.most
        yield Row(figure.title, figure.unit, program, bare, ratio, aim, well)


def _ratio(figure: Figure, ours: Turns, theirs: Turns) -> float:
    """Compare within each turn where a turn has enough samples: what slowed both then cancels."""
    if figure.made is not median:
        return figure.made(ours) / figure.made(theirs)
    turns = zip(ours, theirs, strict=True)
    return statistics.median(statistics.median(a) / statistics.median(b) for a, b in turns)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as text."""
    lines = [f"{'':30}{PROGRAM.name:>12}{BARE.name:>12}  {'':8}{'ratio':>6}   aim"]
    for row in rows:
        bare = "" if row.bare is None else _short(row.bare)
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        aim = row.aim and f"at most {row.aim}{'' if row.well else ': missed'}"
        lines.append(
            f"{row.figure:30}{_short(row.program):>12}{bare:>12}  {row.unit:8}{ratio:>6}   {aim}"
        )
    return "\n".join(line.rstrip() for line in lines)


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004


def for_machines(rows: Sequence[Row], samples: Samples) -> dict[str, Any]:
    """Return the rows, and all that they were made of, as JSON has it."""
    return {"rows": [asdict(row) for row in rows], "samples": samples}
