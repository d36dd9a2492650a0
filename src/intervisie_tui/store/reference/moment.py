"""What is said of the keys of a moment: who does what, how long, and with what words."""

from typing import Final

from intervisie_tui.locale import N_
from intervisie_tui.store.reference.entry import Entry, Table
from intervisie_tui.store.reference.flow import FLOW
from intervisie_tui.store.reference.roles import ROLES

_NAMES: Final[Table] = {
    "title": Entry(
        N_("What it is called. Short and on one line; the group reads it."),
        N_('title = "Telling"'),
    ),
    "id": Entry(
        N_(
            "A short name to refer to it by, as from “detours”. Letters, digits and “-”, no "
            "spaces. You only need it where something refers to it."
        ),
        N_('id = "time-out"'),
    ),
    "minutes": Entry(
        N_(
            "How long it may take: a number, or a range of which the middle is planned. Without a "
            "time it ends when the group is ready."
        ),
        'minutes = "4-5"',
    ),
    "seconds": Entry(N_("How long it may take, instead of minutes."), "seconds = 90"),
}

_WHO: Final[Table] = {
    "speaks": Entry(
        N_("Who speaks: one role, or several between [ and ]. A role you do not name listens."),
        'speaks = ["case-giver", "facilitator"]',
        ROLES,
    ),
    "asks": Entry(N_("Who asks questions."), 'asks = "peers"', ROLES),
    "answers": Entry(N_("Who answers."), 'answers = "case-giver"', ROLES),
    "writes": Entry(N_("Who writes, each on their own paper."), 'writes = "peers"', ROLES),
    "silent": Entry(N_("Who says nothing at all."), 'silent = "case-giver"', ROLES),
    "opposite": Entry(N_("Who sits facing the others."), 'opposite = "case-giver"', ROLES),
    "back-turned": Entry(
        N_("Who sits with their back to the others, and hears everything."),
        'back-turned = "case-giver"',
        ROLES,
    ),
    "outside": Entry(
        N_("Who sits outside the circle, and watches."), 'outside = "facilitator"', ROLES
    ),
    "away": Entry(
        N_("Who is out of the room, and comes back later."), 'away = "case-giver"', ROLES
    ),
    "unless": Entry(
        N_("When someone who is silent may speak after all. The group reads it."),
        N_('unless = "The case giver may say that a question is not clear."'),
    ),
    "groups": Entry(
        N_(
            "The group splits up: small groups work at the same time, under one clock. Say how "
            "many people are in each (size) or how many groups there are (count)."
        ),
        "groups = { size = 3 }",
    ),
    "fill": Entry(
        N_("The roles of your own that are given out here. They stand in “roles” at the top."),
        N_('fill = ["recorder"]'),
    ),
}

_TURNS: Final[Table] = {
    "in-turn": Entry(
        N_("Whether it goes round the circle: each in turn, nobody left out."), "in-turn = true"
    ),
    "last": Entry(
        N_("Who ends the round, wherever it began."),
        'last = "case-giver"',
        {"case-giver": N_("who brings the case")},
    ),
    "seconds-each": Entry(
        N_("How many seconds each turn may take. It goes with in-turn = true."),
        "seconds-each = 60",
    ),
    "lines-each": Entry(
        N_("How many lines of each person go on the chart."),
        "lines-each = 2",
    ),
}

_WORDS: Final[Table] = {
    "say": Entry(
        N_("What you say aloud, word for word. The group can read it on the screen."),
        N_('say = "Tell us what happened. We listen."'),
    ),
    "ask": Entry(
        N_("Questions that you can ask. The group can read them."),
        N_('ask = ["What makes this hard for you?"]'),
    ),
    "remember": Entry(
        N_("The rules of this moment, in a few words each. The group reads them."),
        N_('remember = ["No advice yet."]'),
    ),
    "tips": Entry(
        N_("Advice to the facilitator. Only you see it, on the regie."),
        N_('tips = ["Count to three before you go on."]'),
    ),
    "examples": Entry(
        N_("Open questions that the group could ask here. The key v shows them large."),
        N_('examples = ["What did you do then?", "How did you notice?"]'),
    ),
}

_CHART: Final[Table] = {
    "chart": Entry(
        N_(
            "The flip chart that hangs here, by a name of your own. Use that name again, and the "
            "same chart hangs there with what was written on it."
        ),
        N_('chart = "Questions"'),
    ),
    "do": Entry(
        N_("What is done with the chart. Leave it out for writing."),
        'do = "judge"',
        {
            "write": N_("lines are written on it"),
            "judge": N_("each line gets one of the labels of the chart"),
            "answer": N_("the lines are answered, one by one"),
            "pick": N_("the lines that appeal are chosen"),
            "show": N_("it only hangs there, to read"),
        },
    ),
    "only": Entry(
        N_("The labels that count here: lines with another label are not shown."),
        N_('only = ["warm"]'),
    ),
    "beside": Entry(
        N_("Another chart that hangs next to it, to read."),
        N_('beside = "The question"'),
    ),
}

MOMENT: Final[Table] = {**_NAMES, **_WHO, **_TURNS, **_WORDS, **_CHART, **FLOW}
