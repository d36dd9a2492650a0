from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.rehearsal import SPEEDS
from intervisie_tui.tui.pace import Pace
from tests.conftest import Clock


@given(st.lists(st.tuples(st.floats(0, 3600), st.sampled_from(SPEEDS))))
def test_time_goes_at_the_speed_that_is_asked_and_never_back(
    stretches: list[tuple[float, int]],
) -> None:
    clock = Clock()
    pace = Pace(clock)
    for seconds, speed in stretches:
        then = pace()
        pace.go(speed)
        assert pace() == then
        clock.pass_(seconds=seconds)
        assert abs((pace() - then).total_seconds() - seconds * speed) < 0.001
