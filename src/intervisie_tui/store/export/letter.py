"""The letter to who brings a case: what to think over before the meeting (S0.5, S3.3)."""

from collections.abc import Iterator
from datetime import datetime

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _, language
from intervisie_tui.store.export.handout import Blank, Handout, Part, Said, Section
from intervisie_tui.store.export.phrases import day, hour
from intervisie_tui.store.export.record import listed

_ROWS = 3
"""Lines to write on under each question."""


def letter(
    *,
    method: Method | None = None,
    start: datetime | None = None,
    place: str = "",
    group: str = "",
    facilitator: str = "",
) -> Handout:
    """What a case giver reads at home; what is not known of the meeting is left out."""
    facts = _facts(start, one_line(place), one_line(group), one_line(facilitator))
    parts: list[Part] = [
        *listed(facts),
        Said(
            texts=(
                _(
                    "You bring a case to our next intervisie. You need not prepare a talk: a few"
                    " notes are enough. These three questions help you to find what it is about"
                    " for you."
                ),
            )
        ),
        *(Blank(question=question, rows=_ROWS) for question in _questions()),
        Section(heading=_("What makes a good case"), parts=listed(_case())),
        *_way(method),
        Section(heading=_("What stays between us"), parts=listed(_trust())),
    ]
    return Handout(
        reader="case-giver",
        title=_("Preparing your case"),
        parts=tuple(parts),
    )


def _facts(start: datetime | None, place: str, group: str, facilitator: str) -> Iterator[str]:
    if group:
        yield _("Group: {name}").format(name=group)
    if start is not None:
        when = f"{day(start.astimezone())}, {hour(start)}"
        yield _("When: {when}").format(when=when)
    if place:
        yield _("Where: {place}").format(place=place)
    if facilitator:
        yield _("Led by: {name}").format(name=facilitator)


def _questions() -> tuple[str, ...]:
    """The three questions (S0.5)."""
    return (
        _("1. What is your question, or between which two things are you torn?"),
        _("2. Where would you like to get to? And once you are there, what will be better?"),
        _("3. What have you tried already, and what came of it?"),
    )


def _case() -> Iterator[str]:
    """What the group can work with (S0.6, S2.2, S3.3b)."""
    yield _("It happened not long ago or it still goes on, and it keeps you busy.")
    yield _("You play a part in it: what did you do, think and feel?")
    yield _("It is small: one conversation, one decision or one moment says enough.")
    yield _("You are not after an answer from an expert. For that there are other meetings.")


def _way(method: Method | None) -> Iterator[Part]:
    """How the group will work; the words of a method only to who reads its language."""
    if method is None:
        return
    said = [_("We work with “{title}”.").format(title=one_line(method.title))]
    if method.summary and method.language == language():
        said.append(method.summary)
    yield Section(heading=_("How we work"), parts=(Said(texts=(" ".join(said),)),))


def _trust() -> Iterator[str]:
    """What may be shared, and by whom (S0.7, S3.3, S3.11)."""
    yield _(
        "You decide what you tell. You may pass on a question, also when we are well on our way."
    )
    yield _("Leave out names: “a colleague” or “a client” will do.")
    yield _(
        "What you tell stays in the group. What others learn from it for themselves, they may use."
    )
    yield _("This sheet is yours. Nobody collects it, and you may throw it away afterwards.")
