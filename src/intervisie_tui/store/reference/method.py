"""What is said of the keys at the top of a file, and of its smaller tables."""

from typing import Final

from intervisie_tui.locale import N_
from intervisie_tui.store.reference.entry import Entry, Table

METHOD: Final[Table] = {
    "format": Entry(
        N_("How this file is written. It is always 1, and stands at the top."),
        "format = 1",
    ),
    "title": Entry(
        N_("What the method is called, in lists and on the screen."),
        N_('title = "One good question"'),
    ),
    "language": Entry(
        N_("The language that you write your texts in."),
        N_('language = "en"'),
        {"nl": N_("Dutch"), "en": N_("English")},
    ),
    "kind": Entry(
        N_("What the method is for. Leave it out if somebody brings a case."),
        'kind = "opener"',
        {
            "case": N_("somebody brings a case"),
            "opener": N_("it opens a meeting, as getting acquainted does"),
            "closing": N_("it ends a meeting, as looking back does"),
            "meeting": N_("it is a whole meeting, and has blocks in place of steps"),
        },
    ),
    "summary": Entry(
        N_("What happens in it, in two or three sentences, for whoever is choosing a method."),
        N_('summary = "Everyone asks one question. The case giver chooses the one that helps."'),
    ),
    "source": Entry(
        N_("Where it comes from, the way a reader would look for it: title and author."),
        N_('source = "From our own practice"'),
    ),
    "people": Entry(
        N_("How many people it suits, the case giver counted. Without it: 4 to 8."),
        'people = "4-6"',
    ),
    "minutes": Entry(
        N_(
            "How long it takes in all, as its source says. The check tells you if the steps take "
            "more or less; getting acquainted at a first meeting comes on top."
        ),
        'minutes = "45-60"',
    ),
    "rules": Entry(
        N_("What the group agrees on. The key r shows these rules large, at any moment."),
        N_('rules = ["What is said here stays here.", "Let each other finish."]'),
    ),
    "roles": Entry(
        N_(
            "Roles of your own, beside the four that every method has. A step with “fill” gives "
            "them to people; from then on you can use them wherever a role may stand."
        ),
        N_('roles = ["recorder"]'),
    ),
    "fit": Entry(
        N_("What helps to choose this method. It is a table of its own, above the steps."),
        N_('[fit]\nwhen = "For a question that is still vague."'),
    ),
    "steps": Entry(
        N_("The steps, in the order in which the group does them. Each begins with [[steps]]."),
        N_('[[steps]]\ntitle = "Telling"\nminutes = 4\nspeaks = "case-giver"'),
    ),
    "modules": Entry(
        N_(
            "Steps that stand beside the row and are only done when somebody chooses them, or as "
            "a detour. They are written like steps, and need an id."
        ),
        N_('[[modules]]\nid = "time-out"\ntitle = "Time-out"\nany-time = true'),
    ),
    "blocks": Entry(
        N_(
            "What a meeting is made of, in order. Each begins with [[blocks]], and uses a method "
            "or is written like a step. Only a file of the kind “meeting” has them."
        ),
        N_(
            '[[blocks]]\nuse = "check-in"\n\n[[blocks]]\nuse = "vier-fasen"\ncases = "rest"\n\n'
            '[[blocks]]\ntitle = "Until next time"\nminutes = 5\nspeaks = "everyone"'
        ),
    ),
    "questions": Entry(
        N_("Kinds of open questions that suit the method. The key v shows them large."),
        N_('[[questions]]\ntitle = "About feelings"\nexamples = ["What did that do to you?"]'),
    ),
    "charts": Entry(
        N_(
            "The flip charts that are more than a list of lines, each under its own name. Put a "
            "name with spaces between quotes."
        ),
        N_('[charts."Good questions"]\nlabels = ["helpful", "not helpful"]'),
    ),
}

FIT: Final[Table] = {
    "when": Entry(
        N_("When the method suits, in a sentence."),
        N_('when = "Suits a question that the case giver is still in the middle of."'),
    ),
    "question": Entry(
        N_("The kind of question it suits best."),
        'question = "concrete"',
        {
            "concrete": N_("a concrete problem"),
            "fundamental": N_("a question about what someone stands for"),
            "own-share": N_("a question about one's own part in it"),
            "incident": N_("something that happened and left its mark"),
            "any": N_("any question"),
        },
    ),
    "group": Entry(
        N_("The group it suits best."),
        'group = "acquainted"',
        {
            "new": N_("people who hardly know each other"),
            "acquainted": N_("people who know and trust each other"),
            "any": N_("any group"),
        },
    ),
}

QUESTIONS: Final[Table] = {
    "title": Entry(N_("What the questions are about."), N_('title = "About feelings"')),
    "examples": Entry(
        N_("Two or three of such questions. Open ones: what, how, who or when."),
        N_('examples = ["What did that do to you?", "What did you hope for?"]'),
    ),
}
