"""The reference of every key as Markdown, and the guide for authors that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Literal

from intervisie_tui.domain.meeting import MeetingBlock
from intervisie_tui.domain.method import Chart, Fit, Method, Questions
from intervisie_tui.domain.moment import Choose, Groups, Module, Moment, Step
from intervisie_tui.domain.span import Span
from intervisie_tui.locale import N_, Language, _
from intervisie_tui.store import shape
from intervisie_tui.store.reference import TABLES, entry
from intervisie_tui.store.reference.roles import ROLES

BEGIN: Final = "<!-- made by `make reference` from what the program says of each key -->"
END: Final = "<!-- end of what is made -->"

GUIDES: Final[dict[Language, str]] = {"en": "method-author.md", "nl": "methode-schrijven.md"}

SECTIONS: Final[dict[Any, tuple[str, str]]] = {
    Method: (
        N_("At the top of the file"),
        N_("These stand first, above the first line with a bracket at its beginning."),
    ),
    Fit: (N_("Under [fit]"), N_("What helps to choose this method.")),
    Moment: (
        N_("Under [[steps]] and [[steps.moments]]"),
        N_(
            "These may stand in a step and in a moment of it. What a step says of roles, words and "
            "the chart holds in its moments too, unless they say something else."
        ),
    ),
    Step: (
        N_("Only under [[steps]]"),
        N_("These are about the step as a whole."),
    ),
    Groups: (
        N_("Inside groups = { … }"),
        N_("How the group splits up. Give either size or count."),
    ),
    Choose: (
        N_("Inside choose = { … }"),
        N_("What is chosen on the spot, and who does it."),
    ),
    Module: (
        N_("Only under [[modules]]"),
        N_("A module is written like a step, moments and all: [[modules.moments]]."),
    ),
    MeetingBlock: (
        N_("Only under [[blocks]]"),
        N_(
            "A block is written like a step, moments and all: [[blocks.moments]]. Or it uses a "
            "method; then only “minutes” (for each case), “when”, “optional” and “protected” may "
            "stand beside these."
        ),
    ),
    Questions: (
        N_("Under [[questions]]"),
        N_("One for each kind of questions, below the last step."),
    ),
    Chart: (
        N_("Under [charts.…]"),
        N_("One for each chart that is more than a list, at the end of the file."),
    ),
}
"""By the dataclass that has the keys: the heading and what is said below it."""

_LINK: Final = re.compile(r"\[([^][]+)\]\([^)]+\)")

_TAKES: Final[dict[Any, str]] = {
    str: N_("a text"),
    bool: N_("true or false"),
    int: N_("a whole number"),
    float: N_("a number"),
    Span: N_("a number or a range"),
    Literal[1]: N_("the number 1"),
}


def guide(language: Language) -> str:
    """How to write a method, as Markdown: what the documentation says, without its links."""
    text = (_docs() / GUIDES[language]).read_text("utf-8")
    title, _links, rest = text.split("\n\n", 2)
    text = f"{title}\n\n{rest}".replace(f"{BEGIN}\n\n", "").replace(f"\n{END}\n", "")
    return _LINK.sub(r"\1", text)


def renewed(text: str) -> str:
    """A guide with the reference in it made anew, in the chosen language."""
    before, after = text.split(BEGIN, 1)[0], text.split(END, 1)[1]
    return f"{before}{BEGIN}\n\n{reference()}\n{END}{after}"


def reference() -> str:
    """Every key: what it is for, what may stand there, an example."""
    return "\n\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    for kind, (heading, intro) in SECTIONS.items():
        yield f"### {_(heading)}"
        yield _(intro)
        if kind is Moment:
            yield _("A role is one of these, or one of your own from “roles”:")
            yield "\n".join(f"- `{role}`: {_(who)}" for role, who in ROLES.items())
        for key in filter(TABLES[kind].__contains__, shape.keys(kind)):
            yield f"#### {key}"
            yield f"*{_takes(kind, key)}*"
            yield _body(kind, key)


def _body(kind: Any, key: str) -> str:  # noqa: ANN401 - a dataclass
    """What is said of a key; the roles are explained once."""
    said = entry(kind, key)
    return replace(said, words={}).markdown if said.words is ROLES else said.markdown


def _takes(kind: Any, key: str) -> str:  # noqa: ANN401 - as above
    """What may stand there, in a few words."""
    hint, said = shape.bare(shape.keys(kind)[key]), entry(kind, key)
    inner = shape.items(hint)
    if shape.is_table(hint) or shape.is_table(inner):
        takes = _("a table")
    elif hint is Span and said.words:
        takes = _("a number or a range, or the word below")
    elif said.words is ROLES:
        takes = _("a role") if inner is None else _("one or more roles")
    elif said.words:
        takes = _("one of the words below")
    elif inner is not None:
        takes = _("a text, or several between [ and ]")
    else:
        takes = _(_TAKES[hint])
    if key in shape.required(kind):
        takes = _("{takes}; must be there").format(takes=takes)
    return takes


def _docs() -> Path:
    """The folder of the documentation: a wheel has it in the package, a checkout at its top."""
    package = Path(__file__).parents[2]
    inside = package / "docs"
    return inside if inside.is_dir() else package.parents[1] / "docs"
