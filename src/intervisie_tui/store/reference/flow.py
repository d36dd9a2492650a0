"""What is said of the keys that change the way through a method."""

from typing import Final

from intervisie_tui.locale import N_
from intervisie_tui.store.reference.entry import Entry, Table
from intervisie_tui.store.reference.roles import ROLES

FLOW: Final[Table] = {
    "choose": Entry(
        N_("A choice that is made on the spot: which modules come next, and who chooses."),
        N_('choose = { from = ["brainstorm", "images"], by = "case-giver" }'),
    ),
    "detours": Entry(
        N_(
            "Modules or steps, by their id, that you may do first if it helps. After it you are "
            "back here."
        ),
        N_('detours = ["reformulate"]'),
    ),
    "again": Entry(
        N_("Whether one more round may be added, as long as the group wants one."), "again = true"
    ),
    "spare": Entry(
        N_("Where the time goes that is left over if it ends early."),
        'spare = "next"',
        {"next": N_("to what comes next")},
    ),
    "when": Entry(
        N_("Do this only then. Leave it out for what is always done."),
        'when = "first-meeting"',
        {
            "first-meeting": N_("only when the group meets for the first time"),
            "later-meeting": N_("only when the group has met before"),
            "online": N_("only when the group meets online"),
            "in-the-room": N_("only when the group is together in a room"),
        },
    ),
    "optional": Entry(
        N_("Whether it may be left out when there is little time."), "optional = true"
    ),
    "protected": Entry(
        N_("Whether this time must stay as it is, also when it gets late."), "protected = true"
    ),
}

STEP: Final[Table] = {
    "phase": Entry(
        N_("Which part of the meeting it belongs to. Leave it out for the work itself."),
        'phase = "close"',
        {
            "prepare": N_("before the meeting: it becomes the check-list, and takes no time"),
            "open": N_("the start: getting acquainted, ground rules"),
            "work": N_("the case itself"),
            "close": N_("the end: looking back"),
        },
    ),
    "each": Entry(
        N_(
            "Do this step once for each person who has this role. With “groups” it is done in all "
            "groups at the same time."
        ),
        'each = "everyone"',
        ROLES,
    ),
    "as": Entry(
        N_("The role of the person whose pass it is. It goes with “each”."),
        'as = "case-giver"',
        ROLES,
    ),
    "times": Entry(
        N_(
            "How often the step is done. Of a range the lowest is planned, and you can go on to "
            "the highest; “1+” is as often as the group likes."
        ),
        'times = "1-3"',
    ),
    "moments": Entry(
        N_(
            "The parts of the step, where who speaks changes on the way. What the step says holds "
            "in each of them, unless the moment says something else."
        ),
        N_(
            '[[steps]]\ntitle = "The question"\n\n'
            '  [[steps.moments]]\n  title = "Telling"\n  speaks = "case-giver"\n\n'
            '  [[steps.moments]]\n  title = "Asking"\n  asks = "peers"'
        ),
    ),
}

MODULE: Final[Table] = {
    "any-time": Entry(
        N_("Whether it can be done at any moment. After it you are back where you were."),
        "any-time = true",
    ),
}

GROUPS: Final[Table] = {
    "size": Entry(
        N_("How many people are in each group. If it does not come out even, some have one more."),
        "groups = { size = 3 }",
    ),
    "count": Entry(N_("How many groups there are, instead of “size”."), "groups = { count = 2 }"),
    "of": Entry(
        N_("Who are divided. Leave it out for everyone."),
        'groups = { size = 2, of = "peers" }',
        ROLES,
    ),
    "roles": Entry(
        N_("Roles of your own that one person in each group has."),
        N_('groups = { count = 2, roles = ["recorder"] }'),
    ),
}

CHOOSE: Final[Table] = {
    "from": Entry(
        N_("The modules to choose from, by their id. Until someone chooses, the first is planned."),
        N_('choose = { from = ["brainstorm", "images"] }'),
    ),
    "by": Entry(
        N_("Who chooses. Leave it out for the case giver."),
        N_('choose = { from = ["brainstorm", "images"], by = "everyone" }'),
        ROLES,
    ),
    "pick": Entry(
        N_("How many are chosen. Leave it out for one."),
        N_('choose = { from = ["brainstorm", "images"], pick = "1-2" }'),
    ),
}
