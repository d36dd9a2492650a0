"""Random fingers on the verbs of the flip charts, and on what else is said."""

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from intervisie_tui.domain import room, wall
from tests.domain.fingers import ANY_SEAT, ANY_WRAP, Fingers, Verb
from tests.domain.samples import FIVE
from tests.flows import CHARTS, EVERY_WAY

PLAIN: tuple[Verb, ...] = (room.show_names,)
ON_LINE: tuple[Verb, ...] = (wall.remove, wall.answer, wall.pick, wall.agree)

ANY_LINE = st.integers(1, 30)
ANY_LABEL = st.sampled_from(["helpful", "neutral", "not helpful", "3", "do", None, "x"])
ANY_CHART = st.sampled_from([*FIVE.charts, *EVERY_WAY.charts, *CHARTS, "Core", "?"])


class WallFingers(Fingers):
    """A facilitator who may write anything anywhere."""

    @initialize()
    def nothing_was_said(self) -> None:
        self.words = 0
        self.said: dict[int, list[str]] = {}
        self.wiped: list[str] = []

    def word(self, wrap: str) -> str:
        """Words that nobody said before."""
        self.words += 1
        return wrap.replace("{}", f"said-{self.words}-")

    def heard(self, entry: int) -> None:
        self.said.setdefault(entry, []).append(f"said-{self.words}-")

    @rule(verb=st.sampled_from(PLAIN))
    def plain(self, verb: Verb) -> None:
        self.do(verb)

    @rule(verb=st.sampled_from(ON_LINE), entry=ANY_LINE)
    def on_line(self, verb: Verb, entry: int) -> None:
        self.do(verb, entry)

    @rule(wrap=ANY_WRAP, number=ANY_LINE)
    def notes(self, wrap: str, number: int) -> None:
        self.do(room.note, wrap)
        self.do(room.drop_note, number)

    @rule(wrap=ANY_WRAP, by=st.none() | ANY_SEAT, column=ANY_LABEL)
    def write(self, wrap: str, by: int | None, column: str | None) -> None:
        self.do(wall.write, self.word(wrap), by=by, column=column)
        self.heard(self.session.last_id)

    @rule()
    def hang_a_card(self) -> None:
        before = wall.here(self.session)
        self.do(wall.write, "")
        sheet = wall.here(self.session)
        if before is not None and sheet is not None and sheet != before:
            card = sheet.entries[-1].card
            assert card is not None
            assert card > max(before.cards, len(before.entries))

    @rule(wrap=ANY_WRAP)
    def paste(self, wrap: str) -> None:
        first = self.word(wrap)
        self.do(wall.write_lines, [first, "", " \x1b"])
        self.heard(self.session.last_id)

    @rule(
        wrap=ANY_WRAP,
        chart=st.sampled_from([*FIVE.charts, *EVERY_WAY.charts, *CHARTS, "Core", "?"]),
    )
    def write_on(self, wrap: str, chart: str) -> None:
        self.do(wall.write_on, chart, self.word(wrap))
        self.heard(self.session.last_id)

    @rule(
        verb=st.sampled_from([wall.edit, wall.note_answer, wall.set_when]),
        entry=ANY_LINE,
        wrap=ANY_WRAP,
    )
    def rewrite(self, verb: Verb, entry: int, wrap: str) -> None:
        self.do(verb, entry, self.word(wrap))
        self.heard(entry)

    @rule(entry=ANY_LINE, by=st.integers(-3, 3))
    def move(self, entry: int, by: int) -> None:
        self.do(wall.move, entry, by)

    @rule(entry=ANY_LINE, label=ANY_LABEL)
    def judge(self, entry: int, label: str | None) -> None:
        self.do(wall.judge, entry, label)
        if label is not None:
            self.do(wall.put_in_column, entry, label)

    @rule(entry=ANY_LINE, owner=st.none() | ANY_SEAT)
    def set_owner(self, entry: int, owner: int | None) -> None:
        self.do(wall.set_owner, entry, owner)

    @rule(entry=ANY_LINE)
    def wipe(self, entry: int) -> None:
        self.history = self.history.everywhere(lambda session: wall.wipe(session, entry))
        self.session = wall.wipe(self.session, entry)
        self.wiped += self.said.pop(entry, [])
        changes = (*self.history.past, *self.history.future)
        remembered = repr([change.session.sheets for change in changes])
        assert not [words for words in self.wiped if words in remembered]
