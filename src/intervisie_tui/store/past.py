"""What there is on disk of the meetings of a group: their heads, and the times of the last ones."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from intervisie_tui.domain.group import Group
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.past import Held
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.took import Place, Took, moments, took
from intervisie_tui.locale import language
from intervisie_tui.store.heads import Head, heads
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.methods import MethodFile, find, load
from intervisie_tui.store.problems import Refused
from intervisie_tui.store.records import RecordProblem
from intervisie_tui.store.records import load as load_record

_NEVER: Final = datetime.min.replace(tzinfo=UTC)

LATEST: Final = 24
"""Meetings of which the times are told: how long something took with others says little."""


@dataclass(frozen=True, kw_only=True)
class Past:
    """What a group did."""

    group: Group
    held: tuple[Held, ...]
    """Its meetings, the newest first."""

    titles: Mapping[str, str]
    """Of the methods that were used, and of those there are for a case, by id."""

    known: tuple[str, ...]
    """The ids of the methods that there are for a case, in the language of the group."""

    took: tuple[Took, ...]
    """How long the moments of the last meetings took."""

    own: frozenset[str]
    """The ids of the user's own methods, whose files can be changed."""

    gone: frozenset[str]
    """The ids of methods that were used and are there no more."""

    problems: tuple[str, ...] = ()
    """Why a record cannot be read that may be one of this group."""


def held(found: Iterable[Head], group_id: str) -> tuple[Held, ...]:
    """The meetings of a group among these records, the newest first."""
    return tuple(
        Held(at=head.begun, minutes=_minutes(head), used=head.used, brought=head.brought)
        for head in _of_group(found, group_id)
        if head.begun is not None
    )


def _minutes(head: Head) -> int:
    """How long it was from begin to end; where that is not known, what was on the clock."""
    if head.begun is None or head.ended is None:
        return head.minutes
    return round((head.ended - head.begun).total_seconds() / 60)


def past(home: Home, group: Group) -> Past:
    """All that is known of the meetings of a group."""
    found = heads(home)
    mine = _of_group(found, group.id)
    problems = [head.problem for head in found if head.state == "broken"]
    sessions = list(_sessions(mine[:LATEST], problems))
    files = find(home).files
    cases = [f for f in _spoken(group, files) if f.head is not None and f.head.kind == "case"]
    used = {id_ for head in mine for id_ in head.used}
    return Past(
        group=group,
        held=held(mine, group.id),
        titles=dict(_titles(mine, sessions, cases)),
        known=tuple(file.id for file in cases),
        took=took(sessions, dict(_written(sessions, files))),
        own=frozenset(f.id for f in files if not f.path.is_relative_to(builtin_methods())),
        gone=frozenset(used.difference(file.id for file in files)),
        problems=tuple(problems),
    )


def _of_group(found: Iterable[Head], group_id: str) -> list[Head]:
    """What was held of a group: closed, or led to its end; the newest first."""
    mine = (head for head in found if head.group_id == group_id and head.begun is not None)
    there = [head for head in mine if head.state == "kept" or head.ended is not None]
    return sorted(there, key=lambda head: head.begun or _NEVER, reverse=True)


def _sessions(mine: Iterable[Head], problems: list[str]) -> Iterator[Session]:
    """Those records whole; *problems* gets what is wrong."""
    for head in mine:
        try:
            yield load_record(head.path).session
        except RecordProblem as problem:
            problems.append(str(problem.problems[0]))


def _spoken(group: Group, files: Iterable[MethodFile]) -> list[MethodFile]:
    """The methods in the language of the group."""
    spoken = group.language or language()
    return [file for file in files if file.head is not None and file.head.language == spoken]


def _titles(
    mine: Iterable[Head], sessions: Iterable[Session], cases: Iterable[MethodFile]
) -> Iterator[tuple[str, str]]:
    """What each method is called: now, else in the last record that says it."""
    for head in mine:
        if len(head.used) == len(head.titles) == 1:
            yield head.used[0], head.titles[0]
    for session in reversed([*sessions]):
        yield from ((key, method.title) for key, method in session.methods.items())
    yield from ((file.id, file.head.title) for file in cases if file.head is not None)


def _written(
    sessions: Iterable[Session], files: Iterable[MethodFile]
) -> Iterator[tuple[Place, Moment]]:
    """The moments of the methods in these records, as the files say them now."""
    used = {(key, m.language) for session in sessions for key, m in session.methods.items()}
    for file in files:
        if file.head is not None and (file.id, file.head.language) in used:
            try:
                method = load(file.path)
            except Refused:
                continue  # what is broken says nothing
            yield from moments(file.id, method)
