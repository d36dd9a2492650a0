"""Whatever is done in whatever order: what a session promises holds."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant

from intervisie_tui.domain import room, wall
from intervisie_tui.domain.moment import Module
from intervisie_tui.domain.stop import Round
from intervisie_tui.domain.text import one_line
from intervisie_tui.domain.view import view
from tests.domain.fingers import spent
from tests.domain.wall_fingers import WallFingers
from tests.domain.way_fingers import WayFingers


class AnyWay(WayFingers):
    """What holds whatever the fingers do."""

    @invariant()
    def times_add_up(self) -> None:
        assert spent(self.session, self.now) == pytest.approx(self.ran)

    @invariant()
    def the_group_is_at_a_stop_of_the_row_and_all_ids_are_its_own(self) -> None:
        session = self.session
        ids = [stop.id for stop in session.plan]
        assert session.at in ids
        assert len(ids) == len(set(ids))
        numbers = [entry.id for _, entry in session.entries()] + [n.id for n in session.notes]
        assert len(numbers) == len(set(numbers))
        assert max(numbers, default=0) <= session.last_id
        assert len({person.id for person in session.people}) == len(session.people)

    @invariant()
    def the_clock_runs_only_during_the_meeting(self) -> None:
        session = self.session
        assert session.since is None or session.stage == "under-way"
        assert not (session.stop.skipped and session.stage == "under-way")

    @invariant()
    def the_expected_end_is_what_is_left_and_what_is_ahead(self) -> None:
        session, now = self.session, self.now
        ahead = session.plan[session.index(session.at) + 1 :]
        seconds = max(0.0, session.left(now) or 0.0) + sum(
            max(0.0, (stop.planned or 0.0) + stop.added - stop.spent)
            for stop in ahead
            if not stop.done and not stop.skipped
        )
        end = session.ended or now + timedelta(seconds=seconds)
        assert abs((session.expected_end(now) - end).total_seconds()) < 0.001

    @invariant()
    def a_round_holds_each_person_once(self) -> None:
        for stop in self.session.plan:
            turns = stop.turns or Round()
            assert turns.now not in turns.had
            assert len(set(turns.had)) == len(turns.had)
            assert set(turns.passed) <= set(turns.had)
            waiting = room.waiting(self.session, stop)
            assert not {turns.now, *turns.had} & set(waiting)
            assert {turns.now, *turns.had, *waiting} >= set(room.speakers(self.session, stop))
            assert turns.now in {None, *room.speakers(self.session, stop)}

    @invariant()
    def a_pass_is_for_the_same_people_everywhere(self) -> None:
        laps = {stop.lap for stop in self.session.plan if stop.lap is not None}
        assert len({(lap.step, lap.number) for lap in laps}) == len(laps)
        seats = {person.id for person in self.session.people}
        assert not [lap for lap in laps if not seats.issuperset(lap.people)]

    @invariant()
    def everybody_sits_in_one_small_group(self) -> None:
        session, stop = self.session, self.session.stop
        groups = session.moment_of(stop).groups
        if groups is not None:
            givers = () if groups.of == "everyone" else session.having("case-giver", stop)
            seated = [person for team in session.divided(groups, stop) for person in team]
            here = [person.id for person in session.people if person.presence == "here"]
            assert sorted(seated) == [person for person in here if person not in givers]

    @invariant()
    def nobody_has_more_lines_than_the_chart_allows(self) -> None:
        for sheet in self.session.sheets:
            most = self.session.chart_of(sheet).quota or len(sheet.entries)
            assert all(wall.had(sheet, p.id) <= most for p in self.session.people)

    @invariant()
    def there_is_always_something_to_show(self) -> None:
        seen = view(self.session, self.now)
        assert seen == view(self.session, self.now)
        assert len(seen.plan) == len(self.session.plan)
        assert [row.stop for row in seen.plan if row.state == "now"] == (
            [self.session.at] if self.session.stage == "under-way" else []
        )
        assert seen.steps >= 1
        in_module = isinstance(self.session.step_of(self.session.stop), Module)
        assert seen.step in ([0] if in_module else range(1, seen.steps + 1))
        for shown in filter(None, (seen.paper, seen.beside)):
            assert not (shown.hidden and shown.lines)
        assert (seen.turn is None) == ((self.session.stop.turns or Round()).now is None)


class AnyMeeting(WallFingers, AnyWay):
    """What holds of words as well."""

    @invariant()
    def words_are_clean_and_what_was_wiped_is_gone(self) -> None:
        for words in self.all_words():
            assert one_line(words) == words
        here = repr(self.session.sheets)
        assert not [words for words in self.wiped if words in here]

    def all_words(self) -> Iterator[str]:
        for _, entry in self.session.entries():
            yield from (entry.text, entry.note, entry.when)
        yield from (person.name for person in self.session.people)


TestAnyWay = AnyWay.TestCase
TestAnyWay.settings = settings(
    max_examples=60, stateful_step_count=40, derandomize=True, deadline=None
)

TestAnyMeeting = AnyMeeting.TestCase
TestAnyMeeting.settings = settings(
    max_examples=60, stateful_step_count=40, derandomize=True, deadline=None
)
