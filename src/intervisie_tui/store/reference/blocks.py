"""What is said of the keys of a block, of which a meeting is made."""

from typing import Final

from intervisie_tui.locale import N_
from intervisie_tui.store.reference.entry import Entry, Table

BLOCK: Final[Table] = {
    "use": Entry(
        N_(
            "The method that is used here, by its name in the list of methods; “?” if it is "
            "chosen when the meeting is planned."
        ),
        'use = "vier-fasen"',
    ),
    "cases": Entry(
        N_(
            "How many cases are treated with it, one after another, each with its own case giver "
            "and its own charts. Of a range the lowest is planned. Leave it out for one case."
        ),
        'cases = "rest"',
        {"rest": N_("all cases that are left")},
    ),
    "longer": Entry(
        N_("The method that takes its place when a group meets for the first or the third time."),
        'longer = "evaluatie-uitgebreid"',
    ),
    "break": Entry(
        N_("Whether it is a break. It has a title and a time; the group sees when to be back."),
        N_('[[blocks]]\ntitle = "Coffee"\nbreak = true\nminutes = 15'),
    ),
}
