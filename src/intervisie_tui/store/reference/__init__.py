"""What every key of a method file is for, said once: for editors, documentation and program."""

from collections.abc import Mapping
from typing import Any, Final

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Chart, Fit, Method, Questions
from intervisie_tui.domain.moment import Choose, Groups, Module, Moment, Step
from intervisie_tui.store.reference.blocks import BLOCK
from intervisie_tui.store.reference.charts import CHART
from intervisie_tui.store.reference.entry import Entry, Table
from intervisie_tui.store.reference.flow import CHOOSE, GROUPS, MODULE, STEP
from intervisie_tui.store.reference.method import FIT, METHOD, QUESTIONS
from intervisie_tui.store.reference.moment import MOMENT

TABLES: Final[Mapping[Any, Table]] = {
    Method: METHOD,
    Fit: FIT,
    Step: STEP,
    Moment: MOMENT,
    Groups: GROUPS,
    Choose: CHOOSE,
    Module: MODULE,
    MeetingBlock: BLOCK,
    Questions: QUESTIONS,
    Chart: CHART,
}
"""By the dataclass that has the keys as fields, in the order of the documentation."""


def entry(kind: Any, key: str) -> Entry:  # noqa: ANN401 - a class
    """What is said of a key; of what a step shares with a moment, what is said of a moment."""
    return next(TABLES[each][key] for each in kind.__mro__ if key in TABLES.get(each, {}))
