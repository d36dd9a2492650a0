"""The records that the speed is measured with are records like any other."""

from pathlib import Path

from bench.seasons import seasons
from intervisie_tui.store.files import records_in
from intervisie_tui.store.follow_up import everywhere
from intervisie_tui.store.heads import heads
from intervisie_tui.store.home import Home
from intervisie_tui.store.past import past
from intervisie_tui.store.records import load


def test_every_group_has_meetings_of_its_own(tmp_path: Path) -> None:
    groups = seasons(tmp_path, records=16, groups=7)
    home = Home(tmp_path)
    assert {head.state for head in heads(home)} == {"kept"}
    assert sorted(len(past(home, group).held) for group in groups) == [2, 2, 2, 2, 2, 3, 3]
    for path in records_in(home.records):
        session = load(path).session
        group = next(group for group in groups if group.id == session.group_id)
        assert session.group == group.name
        assert [person.member for person in session.people] == [m.id for m in group.members]


def test_what_was_intended_is_asked_after_in_the_next_meeting(tmp_path: Path) -> None:
    (group,) = seasons(tmp_path, records=8, groups=1)
    home = Home(tmp_path)
    assert any(head.followed for head in heads(home))
    found = everywhere(home)
    assert found.problems == ()
    assert set(found.of) <= {group.id}
    assert {turn.meetings for turn in past(home, group).took} > {8}
