"""What `intervisie start` makes of what is given."""

import pytest

from intervisie_tui.cli import commands, main
from intervisie_tui.domain.session import Session
from intervisie_tui.store.home import Home


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Session]:
    """The sessions that the program was opened with."""
    opened: list[Session] = []

    def app(_home: Home, *, opening: Session) -> int:
        opened.append(opening)
        return 0

    monkeypatch.setattr(commands, "run_app", app)
    return opened


@pytest.mark.parametrize("given", [[], ["--online"]], ids=len)
def test_a_group_online_does_what_is_for_online_alone(
    begun: list[Session], given: list[str]
) -> None:
    assert main(["start", "kennismaking-dilemmalijn", *given]) == 0
    (session,) = begun
    assert session.online is bool(given)
    place = "online" if given else "in-the-room"
    (method,) = session.methods.values()
    done = {session.moment_of(stop).when for stop in session.plan}
    assert place in done
    assert done <= {place, None}
    assert method.has_editions


def test_a_group_that_says_nothing_meets_in_a_room_and_knows_each_other(
    begun: list[Session],
) -> None:
    assert main(["start", "vijf-stappen"]) == 0
    (session,) = begun
    assert (session.online, session.first_meeting) == (False, False)
