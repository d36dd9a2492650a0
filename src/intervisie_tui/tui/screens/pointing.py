"""What the mouse asks for on the chart that hangs."""

from dataclasses import replace

from textual import on

from intervisie_tui.domain import wall
from intervisie_tui.tui.screens.writing import Writing
from intervisie_tui.tui.widgets.chart import Chart


class Pointing(Writing):
    """Leading and writing, and what is pointed at."""

    @on(Chart.Selected)
    def _point(self, event: Chart.Selected) -> None:
        self.desk = replace(self.desk, selected=event.entry)

    @on(Chart.Edit)
    def _point_edit(self, event: Chart.Edit) -> None:
        self.desk = replace(self.desk, selected=event.entry)
        self.action_edit()

    @on(Chart.Moved)
    def _point_move(self, event: Chart.Moved) -> None:
        self.do("lower", lambda s: wall.move(s, event.entry, event.by))

    @on(Chart.Judged)
    def _point_judge(self, event: Chart.Judged) -> None:
        self.do("judge", lambda s: wall.judge(s, event.entry, event.label))

    @on(Chart.Answered)
    def _point_answer(self, event: Chart.Answered) -> None:
        self.do("answered", lambda s: wall.answer(s, event.entry))

    @on(Chart.Placed)
    def _point_place(self, event: Chart.Placed) -> None:
        self.do("column", lambda s: wall.put_in_column(s, event.entry, event.column))

    @on(Chart.Picked)
    def _point_pick(self, event: Chart.Picked) -> None:
        self.do("choose", lambda s: wall.pick(s, event.entry))

    @on(Chart.Agreed)
    def _point_agree(self, event: Chart.Agreed) -> None:
        self.do("agree", lambda s: wall.next_agreement(s, event.entry))

    @on(Chart.Removed)
    def _point_remove(self, event: Chart.Removed) -> None:
        self.do("remove", lambda s: wall.remove(s, event.entry))
