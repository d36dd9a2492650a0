"""How the choice of a method is told: what each is for, and why it fits or does not."""

from typing import Final

from intervisie_tui.domain.choosing import Advice, Asked, Choosable, Reason, Weight, Wishes
from intervisie_tui.domain.method import Group, Kind, Question
from intervisie_tui.domain.span import Span
from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.export.phrases import length
from intervisie_tui.store.methods import MethodHead

HEADINGS: Final[dict[Kind, str]] = {
    "case": N_("For a case"),
    "opener": N_("To open with"),
    "closing": N_("To close with"),
    "meeting": N_("Whole meetings"),
}
"""What stands above the methods of a kind."""

QUESTIONS: Final[dict[Asked, str]] = {
    "concrete": N_("a concrete problem"),
    "fundamental": N_("a fundamental question"),
    "own-share": N_("a large share of your own"),
    "incident": N_("an incident that hit hard"),
}

_BROAD: Final[dict[Question, str]] = {
    "concrete": N_("serves many kinds of questions"),
    "any": N_("serves any kind of question"),
}

_GROUPS: Final[dict[tuple[Group | None, Weight], str]] = {
    ("acquainted", "made-for"): N_("at its best in a group that knows each other well"),
    ("acquainted", "suits"): N_("suits a group that knows each other well"),
    ("acquainted", "open"): N_("if the group knows each other well"),
    ("acquainted", "against"): N_("only for a group that knows each other well"),
    ("new", "suits"): N_("suits a new group"),
    ("new", "barely"): N_("meant for a new group"),
    ("new", "open"): N_("for a new group too"),
}
"""What is said of a group: of the one there is where it suits that, else of the one it is for."""

_VARIETY: Final[dict[Weight, str]] = {
    "barely": N_("you did this one the last time"),
    "suits": N_("you have not done this one yet"),
}


def told(advice: Advice, method: Choosable, wishes: Wishes) -> str:
    """The reasons in a line; of a method that does not fit only what speaks against it."""
    return " · ".join(
        _told(reason, method, wishes)
        for reason in advice.reasons
        if advice.fits or reason.weight == "against"
    )


def heading(head: MethodHead) -> str:
    """What stands above a method in a list: what it is for, or that it speaks another language."""
    if head.language != language():
        return _("In another language")
    return _(HEADINGS[head.kind])


def headed(fits: bool) -> str:  # noqa: FBT001 - it is what is told
    """What stands above the methods that fit, and above those that do not."""
    return _("Fits") if fits else _("Does not fit")


def _told(reason: Reason, method: Choosable, wishes: Wishes) -> str:
    if reason.about == "question":
        return _question(reason.weight, method.fit.question)
    if reason.about == "variety":
        return _(_VARIETY[reason.weight])
    if reason.about == "group":
        about = wishes.group if reason.weight == "suits" else method.fit.group
        return _(_GROUPS[about, reason.weight])
    if reason.about == "minutes" and method.minutes is not None:
        return _minutes(reason.weight, method.minutes, wishes.minutes or 0)
    return _people(reason.weight, method.people, wishes.people or 0)


def _question(weight: Weight, serves: Question) -> str:
    if serves == "any" or weight == "suits":
        return _(_BROAD[serves])
    question = _(QUESTIONS[serves])
    if weight == "against":
        return _("only with {question}").format(question=question)
    said = _("at its best with {question}").format(question=question)
    return f"{said} · {_(_BROAD[serves])}" if weight == "open" and serves in _BROAD else said


def _minutes(weight: Weight, takes: Span, there: float) -> str:
    if weight == "suits":
        return _("can be done in {length}").format(length=length(there, there))
    if weight == "barely":
        return _("tight: it may take {length}").format(length=length(takes.high, takes.high))
    return _("takes at least {length}").format(length=length(takes.low, takes.low))


def _people(weight: Weight, suits: Span, there: int) -> str:
    if weight == "suits":
        return _("works with {number} people").format(number=there)
    if there < suits.low:
        return _("needs at least {number} people").format(number=f"{suits.low:g}")
    return _("for at most {number} people").format(number=f"{suits.high:g}")
