"""Verbs on the plan and the clock.

Each takes a session and gives the next one; one that can do nothing gives the same
value back. Time is an argument (*now*, aware UTC), durations are seconds.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from intervisie_tui.domain.hours import next_at
from intervisie_tui.domain.plan import is_passed_over
from intervisie_tui.domain.session import Session

STALE: Final = timedelta(hours=12)
"""An agreed end that passed longer ago was that of another day."""

# Moving


def begin(session: Session, now: datetime) -> Session:
    """Take the welcome sheet down; the meeting counts from here."""
    if session.begun is not None:
        return session
    due = session.due
    if due is not None and now - due > STALE:
        # It was prepared on another day, and the hour on the wall was meant.
        due = next_at(due.astimezone().time(), now)
    return replace(session, begun=now, due=due or session.expected_end(now)).in_groups()


def next_stop(session: Session, now: datetime) -> Session:
    """Go on to the next moment that is not left out; after the last the closing sheet hangs."""
    if session.stage == "welcome":
        return begin(session, now)
    return _onward(_given_on(session, now), now, done=True, skipped=False)


def skip(session: Session, now: datetime) -> Session:
    """Leave this moment out and go on to the next."""
    if session.stage == "welcome":
        return session
    return _onward(session, now, done=session.stop.done, skipped=True)


def back(session: Session, now: datetime) -> Session:
    """Go back to the moment before, or from the closing sheet to where the group was."""
    if session.stage == "closing":
        return _reopened(session)
    before = session.plan[: session.index(session.at)]
    to = next((stop.id for stop in reversed(before) if not is_passed_over(session, stop)), None)
    return session if to is None or session.stage == "welcome" else session.moved(to, now)


def go_to(session: Session, stop: int, now: datetime) -> Session:
    """Go to any stop in the row; one that is not in it changes nothing."""
    there = any(each.id == stop for each in session.plan)
    if not there or (stop == session.at and session.stage == "under-way"):
        return session
    return _reopened(begin(session, now).moved(stop, now))


def leave_out(session: Session, stop: int) -> Session:
    """Mark a stop that is not begun as skipped, or take that back."""
    found = next((each for each in session.plan if each.id == stop), None)
    if found is None or stop == session.at or found.begun:
        return session
    return session.with_stop(replace(found, skipped=not found.skipped))


def finish(session: Session, now: datetime) -> Session:
    """Hang the closing sheet, from wherever the group is."""
    if session.ended is not None:
        return session
    return replace(session.moved(session.at, now), ended=now, begun=session.begun or now)


# The clock


def start(session: Session, now: datetime) -> Session:
    """Let the clock of this stop run, or run on."""
    if session.since is not None or session.stage != "under-way":
        return session
    return replace(session, since=now)


def pause(session: Session, now: datetime) -> Session:
    """Stop the clock and bank what it ran."""
    return session if session.since is None else session.moved(session.at, now)


def give(session: Session, seconds: float, now: datetime) -> Session:
    """Give this stop more time, or (below zero) less, down to what it has used.

    Where the time is up, and in an open-ended stop, more counts from now.
    """
    length, spent = session.stop.length, session.spent(now)
    if seconds > 0:
        return _with_length(session, max(length or 0.0, spent) + seconds)
    if length is None:
        return session
    return _with_length(session, max(min(length, spent), length + seconds))


def set_left(session: Session, seconds: float, now: datetime) -> Session:
    """Set what is left on the clock."""
    return _with_length(session, session.spent(now) + max(0.0, seconds))


def reset(session: Session, now: datetime) -> Session:
    """Give the whole planned time once more; what was spent stays on the log.

    A stop that was planned open-ended is open-ended again.
    """
    planned = session.stop.planned
    return _with_length(session, 0.0) if planned is None else set_left(session, planned, now)


def stood_still(session: Session, seconds: float) -> Session:
    """The session as it would be, had its clock stood still for so long just now."""
    if session.since is None:
        return session
    return replace(session, since=session.since + timedelta(seconds=seconds))


def resumed(session: Session, seen: datetime, now: datetime, away: float) -> Session:
    """The session as it goes on after the program was away since *seen*.

    A clock that ran on for a moment is right; after more than *away* seconds nobody
    was in the room, so it stopped when the program was last seen.
    """
    if (now - seen).total_seconds() <= away:
        return session
    return pause(session, max(seen, session.since or seen))


# The two things that verbs are made of, beside `Session.moved`


def _onward(session: Session, now: datetime, *, done: bool, skipped: bool) -> Session:
    if session.stage == "closing":
        return session
    ahead = session.plan[session.index(session.at) + 1 :]
    to = next((stop.id for stop in ahead if not stop.skipped), None)
    if to is not None:
        return session.moved(to, now, done=done, skipped=skipped)
    return replace(session.moved(session.at, now, done=done, skipped=skipped), ended=now)


def _reopened(session: Session) -> Session:
    """The session without its closing sheet, in the moment it is at."""
    return replace(session.with_stop(replace(session.stop, skipped=False)), ended=None)


def _with_length(session: Session, length: float) -> Session:
    stop = session.stop
    if length == (stop.length or 0.0) or session.stage != "under-way":
        return session
    return session.with_stop(replace(stop, added=length - (stop.planned or 0.0)))


def _given_on(session: Session, now: datetime) -> Session:
    """The session in which the next stop has the time that this one leaves, if it gives it."""
    here, left = session.stop, session.left(now)
    ahead = session.plan[session.index(here.id) + 1 :]
    to = next((s for s in ahead if not (s.skipped or s.done) and s.length is not None), None)
    gives = session.moment_of(here).spare == "next" and session.spent(now) > 0
    if not gives or to is None or left is None or left <= 0:
        return session
    given = session.with_stop(replace(here, added=here.added - left))
    return given.with_stop(replace(to, added=to.added + left))
