from collections.abc import Callable

import pytest

from intervisie_tui.domain import course, flow, room, wall
from intervisie_tui.domain.history import History
from intervisie_tui.domain.session import Session
from tests.domain.samples import FIVE, NINE, after, texts, under_way

Verb = Callable[[Session], Session]


class Table:
    """A session and its history, as a screen holds them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.history = History()

    def do(self, name: str, verb: Verb) -> None:
        before = self.session
        self.session = verb(before)
        self.history = self.history.did(name, before)

    def undo(self) -> str | None:
        step = self.history.undo(self.session)
        if step is None:
            return None
        self.history, self.session, name = step
        return name

    def redo(self) -> str | None:
        step = self.history.redo(self.session)
        if step is None:
            return None
        self.history, self.session, name = step
        return name

    def wipe(self, entry: int) -> None:
        self.history = self.history.everywhere(lambda session: wall.wipe(session, entry))
        self.session = wall.wipe(self.session, entry)


def reading() -> Table:
    return Table(under_way(FIVE, "explore.read"))


def write(words: str) -> Verb:
    return lambda session: wall.write(session, words)


def test_at_first_there_is_nothing_to_undo_or_redo() -> None:
    table = reading()
    assert (table.undo(), table.redo()) == (None, None)


def test_undo_gives_back_what_was_and_says_which_verb_it_was() -> None:
    table = reading()
    values = []
    for name in "abc":
        values.append(table.session)
        table.do(name, write(name))
    for name in "cba":
        assert table.undo() == name
        assert table.session is values.pop()
    assert table.undo() is None


def test_redo_is_the_reverse_of_undo() -> None:
    table = reading()
    for name in "abc":
        table.do(name, write(name))
    session, history = table.session, table.history
    assert [table.undo() for _ in range(4)] == ["c", "b", "a", None]
    assert [table.redo() for _ in range(4)] == ["a", "b", "c", None]
    assert table.session is session
    assert table.history == history


def test_what_was_undone_is_gone_once_something_else_is_done() -> None:
    table = reading()
    table.do("a", write("a"))
    table.undo()
    table.do("b", write("b"))
    assert table.redo() is None
    assert texts(table.session, "Questions") == ["b"]


@pytest.mark.parametrize(
    "verb",
    [
        lambda s: course.next_stop(s, after(60)),
        lambda s: course.skip(s, after(60)),
        lambda s: flow.repeat(s, after(60)),
        lambda s: flow.detour(s, "2", after(60)),
        lambda s: course.finish(s, after(60)),
        lambda s: course.give(s, 60, after(60)),
        lambda s: room.next_turn(s, after(60)),
        lambda s: room.presence(s, 1, "gone"),
        lambda s: room.name_case_giver(s, 1),
        lambda s: room.note(s, "hm"),
        lambda s: wall.write(s, ""),
    ],
)
def test_every_verb_can_be_undone_and_done_again(verb: Verb) -> None:
    table = reading()
    before = table.session
    table.do("it", verb)
    after_it = table.session
    assert before != after_it
    table.undo()
    assert table.session is before
    table.redo()
    assert table.session is after_it


# The clock runs on as if the verb was never given


def test_when_a_pause_is_undone_the_clock_has_run_all_along() -> None:
    table = reading()
    table.do("clock", lambda s: course.start(s, NINE))
    table.do("clock", lambda s: course.pause(s, after(30)))
    table.undo()
    assert table.session.spent(after(50)) == 50
    table.redo()
    assert table.session.spent(after(70)) == 30


def test_a_line_undone_does_not_touch_the_clock() -> None:
    table = reading()
    table.do("clock", lambda s: course.start(s, NINE))
    table.do("write", write("a"))
    table.undo()
    assert table.session.spent(after(50)) == 50


def test_when_going_on_is_undone_the_moment_has_gone_on_all_along() -> None:
    table = reading()
    table.do("clock", lambda s: course.start(s, NINE))
    table.do("next", lambda s: course.next_stop(s, after(30)))
    table.undo()
    assert (table.session.stop.moment, table.session.spent(after(40))) == ("explore.read", 40)


# Wiping


def sessions(table: Table) -> list[Session]:
    changes = (*table.history.past, *table.history.future)
    return [table.session, *(change.session for change in changes)]


def test_what_is_wiped_is_in_no_value_that_can_come_back() -> None:
    table = reading()
    table.do("write", write("secret one"))
    table.do("write", write("fine"))
    table.do("edit", lambda s: wall.edit(s, 1, "secret two"))
    table.do("note", lambda s: wall.note_answer(s, 1, "secret three"))
    table.do("when", lambda s: wall.set_when(s, 1, "secret four"))
    table.do("judge", lambda s: wall.judge(s, 1, "helpful"))
    table.do("move", lambda s: wall.move(s, 1, 1))
    table.do("remove", lambda s: wall.remove(s, 1))
    for _ in range(4):
        table.undo()
    assert "secret" in repr(sessions(table))
    table.wipe(1)
    assert len(sessions(table)) == 9
    assert "secret" not in repr(sessions(table))
    assert texts(table.session, "Questions") == ["fine"]
    while table.undo():
        assert "secret" not in repr(table.session)
    while table.redo():
        assert "secret" not in repr(table.session)
    assert texts(table.session, "Questions") == ["fine"]


def test_wiping_leaves_the_way_back_for_all_else() -> None:
    table = reading()
    for words in "abc":
        table.do(words, write(words))
    table.wipe(2)
    assert texts(table.session, "Questions") == ["a", "c"]
    assert table.undo() == "c"
    assert texts(table.session, "Questions") == ["a"]
    assert (table.redo(), texts(table.session, "Questions")) == ("c", ["a", "c"])


def test_the_question_that_is_wiped_is_the_version_before_it_again() -> None:
    table = Table(under_way(FIVE, "4.3", question="first"))
    table.do("write", write("secret"))
    table.wipe(2)
    question = table.session.question(table.session.stop)
    assert question is not None
    assert question.text == "first"
