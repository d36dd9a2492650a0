"""What can be wrong with a method though every word of it is known.

Each check answers faults by the way to what is at fault, in the words of an author.
"""

from collections.abc import Iterator

from intervisie_tui.domain.method import Method
from intervisie_tui.store.checks.charts import charts, unfinished
from intervisie_tui.store.checks.flow import flow
from intervisie_tui.store.checks.meeting import meeting
from intervisie_tui.store.checks.names import Names
from intervisie_tui.store.checks.rights import rights
from intervisie_tui.store.checks.spot import spots
from intervisie_tui.store.checks.steps import steps
from intervisie_tui.store.checks.texts import texts
from intervisie_tui.store.checks.times import times
from intervisie_tui.store.problems import Fault


def check(method: Method, *, whole: bool = True) -> Iterator[Fault]:
    """Everything that does not fit together.

    Not *whole*: parts of the method could not be read, so what seems to be missing may
    well be right.
    """
    places = spots(method)
    names = Names(method, places)
    yield from texts(method, places)
    yield from steps(method, places)
    yield from meeting(method, whole=whole)
    yield from flow(method, places)
    yield from rights(places)
    yield from charts(method, places, names)
    yield from times(method, places)
    if whole:
        yield from unfinished(method, places, names)
