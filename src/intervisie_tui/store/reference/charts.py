"""What is said of the keys of a flip chart."""

from typing import Final

from intervisie_tui.locale import N_
from intervisie_tui.store.reference.entry import Entry, Table
from intervisie_tui.store.reference.roles import ROLES

CHART: Final[Table] = {
    "kind": Entry(
        N_("What kind of chart it is. Leave it out for a list."),
        'kind = "statement"',
        {
            "list": N_("lines below each other"),
            "statement": N_("one sentence that can be put anew; earlier versions stay"),
            "scale": N_("a row of points on which everyone takes a place"),
            "actions": N_("what will be done, by whom and by when"),
            "follow-up": N_(
                "what was intended the last time; its four labels say what came of it: done, on "
                "the way, let go, changed"
            ),
        },
    ),
    "labels": Entry(
        N_(
            'The words to judge a line by, in a moment with do = "judge". On a scale: its points '
            "from low to high. At most nine, for each has a digit on the keyboard."
        ),
        N_('labels = ["cold", "lukewarm", "warm"]'),
    ),
    "columns": Entry(
        N_("The columns of the chart; whoever writes a line chooses one. At most nine."),
        N_('columns = ["belief", "quality", "pitfall"]'),
    ),
    "judge": Entry(
        N_("Who judges the lines. Leave it out for the case giver."),
        'judge = "peers"',
        ROLES,
    ),
    "keep": Entry(
        N_("Where the chart may go when the session is closed. Leave it out for the record."),
        'keep = "hand-over"',
        {
            "record": N_("into the record, if the group wants one"),
            "hand-over": N_("only to the case giver, in a file of their own"),
            "nothing": N_("nowhere: it is never saved, not even during the session"),
        },
    ),
    "card": Entry(
        N_(
            "The word on a card that is hung without text, before its number: “Question 3” for "
            "what stands as number 3 on somebody's paper."
        ),
        N_('card = "Question"'),
    ),
    "fresh": Entry(
        N_(
            "When an empty sheet is hung. Without it: for each pass, if the chart hangs only in "
            "steps that are done more than once."
        ),
        'fresh = "lap"',
        {
            "lap": N_("for each pass, so for each person where the step is done for each"),
            "group": N_("for each small group"),
            "never": N_("never: everybody writes on the same sheet"),
        },
    ),
    "hidden-until": Entry(
        N_("The id of the step at which the group first sees the chart. Until then it is hidden."),
        N_('hidden-until = "harvest"'),
    ),
    "quota": Entry(
        N_("How many lines each person may hang on it at most."),
        "quota = 2",
    ),
}
