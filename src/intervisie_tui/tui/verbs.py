"""What leading a session can do, each verb once: its key, its words and what it changes.

This list feeds the keys, the footer, the palette, the help and the names of undo. A
verb that would change nothing gives the same session back, and that alone says
whether it can be done now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

from intervisie_tui.domain import course, flow, room, wall
from intervisie_tui.locale import N_
from intervisie_tui.tui import acts

MINUTE: Final = 60.0


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that leading can do to the session with one key."""

    name: str
    """Its id, in the key map too: "session.skip"."""

    keys: str
    words: str
    """What it does, marked for translation; undo says it too."""

    act: acts.Act
    more: str = ""
    """A sentence for the help, marked for translation."""

    shown: bool = False
    """Whether it stands in the footer."""

    moves: bool = False
    """Whether the group goes to another moment with it."""

    def binding(self) -> Binding:
        """The key as Textual wants it."""
        return Binding(
            self.keys,
            f"verb('{self.name}')",
            self.words,
            id=f"session.{self.name}",
            tooltip=self.more or self.words,
            show=self.shown,
        )


VERBS: Final = (
    Verb(
        "next", "right,pagedown", N_("Next"), acts.timed(course.next_stop), shown=True, moves=True
    ),
    Verb("back", "left,pageup", N_("Back"), acts.timed(course.back), moves=True),
    Verb(
        "clock",
        "space",
        N_("Clock"),
        acts.clock,
        N_("Start the clock, stop it, let it run on"),
        shown=True,
    ),
    Verb(
        "more",
        "plus,equals_sign",
        N_("A minute more"),
        acts.live(lambda session, _, now: course.give(session, MINUTE, now)),
    ),
    Verb(
        "less",
        "minus",
        N_("A minute less"),
        acts.live(lambda session, _, now: course.give(session, -MINUTE, now)),
    ),
    Verb(
        "reset",
        "z",
        N_("Restart the clock"),
        acts.live(acts.timed(course.reset)),
        N_("Give this moment its whole time once more"),
    ),
    Verb(
        "turn",
        "tab",
        N_("Next one"),
        acts.live(acts.turn),
        N_("The next person in the round, or the next question"),
        shown=True,
    ),
    Verb("turn_back", "shift+tab", N_("Previous turn"), acts.live(acts.timed(room.take_back))),
    Verb(
        "pass",
        "p",
        N_("Pass"),
        acts.live(acts.timed(room.pass_turn)),
        N_("Whose turn it is lets it pass by"),
    ),
    Verb(
        "skip",
        "s",
        N_("Skip"),
        acts.timed(course.skip),
        N_("Leave this moment out and go on"),
        moves=True,
    ),
    Verb(
        "again",
        "d",
        N_("Another round"),
        acts.timed(flow.again),
        N_("This round is over, and there is one more"),
        shown=True,
        moves=True,
    ),
    Verb(
        "repeat",
        "d",
        N_("Once more"),
        acts.once_more,
        N_("Do this moment once more"),
        moves=True,
    ),
    Verb(
        "answered",
        "a",
        N_("Answered"),
        acts.live(acts.answer),
        N_("Mark the question answered, or take that back"),
    ),
    Verb(
        "choose", "c", N_("Choose"), acts.live(acts.pick), N_("Choose this line, or take that back")
    ),
    Verb(
        "agree",
        "k",
        N_("May it stay?"),
        acts.live(acts.on_selected(wall.next_agreement)),
        N_("Whether this intention is kept, and asked after the next time"),
        shown=True,
    ),
    Verb(
        "unjudge",
        "0",
        N_("No label"),
        acts.live(acts.on_selected(acts.unjudge)),
        N_("Take the judgement of this line back"),
    ),
    Verb(
        "higher",
        "shift+up",
        N_("Hang higher"),
        acts.live(acts.on_selected(lambda session, entry: wall.move(session, entry, -1))),
    ),
    Verb(
        "lower",
        "shift+down",
        N_("Hang lower"),
        acts.live(acts.on_selected(lambda session, entry: wall.move(session, entry, 1))),
    ),
    Verb(
        "column",
        "shift+right",
        N_("Other column"),
        acts.live(acts.on_selected(acts.next_column)),
        N_("Hang this line in the next column"),
    ),
    Verb(
        "remove",
        "delete,backspace",
        N_("Remove"),
        acts.live(acts.on_selected(wall.remove)),
        N_("Take this line down; undo hangs it again"),
    ),
    Verb(
        "names",
        "m",
        N_("Names"),
        acts.live(lambda session, _, __: room.show_names(session)),
        N_("Show who said what behind the lines, or no longer"),
    ),
    Verb(
        "finish",
        "f10",
        N_("To the close"),
        acts.live(acts.timed(course.finish)),
        N_("Hang the closing sheet, from wherever you are"),
        moves=True,
    ),
)

BY_NAME: Final = {verb.name: verb for verb in VERBS}

WORDS: Final = {
    "write": N_("Write"),
    "edit": N_("Change"),
    "owner": N_("Who does it"),
    "when": N_("By when"),
    "note_answer": N_("Note with the answer"),
    "judge": N_("Judge"),
    "seat": N_("Turn"),
    "place": N_("Place"),
    "time": N_("Set the time"),
    "go": N_("Go to"),
    "detour": N_("Go there and come back"),
    "leave_out": N_("Leave out"),
    "case_giver": N_("Case giver"),
    "hold": N_("Give a role"),
    "presence": N_("Who is here"),
    "join": N_("Somebody joins"),
    "rename": N_("Another name"),
    "unseat": N_("Take the seat away"),
    "note": N_("Private note"),
}
"""The names for undo of verbs that need more than a key."""

PRIVATE: Final = {
    "block_order": N_("Another order"),
    "block_out": N_("Leave out"),
    "block_method": N_("Another method"),
    "block_case": N_("One more case"),
    "block_break": N_("A break"),
    "bring": N_("Whose case"),
    "shorten": N_("Shorten"),
    "drop": N_("Leave out"),
    "next-time": N_("Keep for next time"),
    "end-later": N_("End later"),
}
"""The same of verbs of which the group sees nothing, not even that there was a need for them."""


def words_of(verb: str) -> str:
    """What a verb is called, to be translated where it is shown."""
    if verb in PRIVATE:
        return PRIVATE[verb]
    return BY_NAME[verb].words if verb in BY_NAME else WORDS[verb]


def bindings() -> Iterator[Binding]:
    """The keys of all verbs."""
    return (verb.binding() for verb in VERBS)
