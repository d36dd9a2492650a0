"""The longer evaluation on paper, after the first or the third meeting (S0.4, S3.4)."""

from intervisie_tui.locale import _
from intervisie_tui.store.export.handout import Blank, Handout, Part, Rating, Said, Section

_ROWS = 2
"""Lines to write on under each question."""


def questionnaire() -> Handout:
    """What each participant fills in with a pen, without a name."""
    intro = _(
        "A few minutes for yourself. Fill in a round behind each statement, from 1 (not at all)"
        " to 5 (very much), and write what you want to add. Your name is not needed. Whoever"
        " leads reads it, to do the next meetings better."
    )
    return Handout(
        reader="everyone",
        title=_("Looking back on our intervisie"),
        parts=(
            Said(texts=(intro,)),
            Section(
                heading=_("Safety"),
                parts=(
                    Rating(statement=_("I could say what I wanted to say.")),
                    Rating(statement=_("When I set a limit, it was respected.")),
                    _open(_("What would make it safer for you?")),
                ),
            ),
            Section(
                heading=_("Your own share"),
                parts=(
                    Rating(statement=_("I got my turn, and room for what matters to me.")),
                    Rating(statement=_("I held back my advice and asked open questions.")),
                    _open(_("What did you notice about yourself in this group?")),
                ),
            ),
            Section(
                heading=_("The method"),
                parts=(
                    Rating(
                        statement=_("The steps helped us to look further than the first answer.")
                    ),
                    Rating(statement=_("There was enough time for each step.")),
                    _open(_("What would you like to do in another way, or with another method?")),
                ),
            ),
            Section(
                heading=_("The facilitator"),
                parts=(
                    Rating(statement=_("The time and the agreements were guarded well.")),
                    Rating(statement=_("Everybody was involved.")),
                    _open(_("What would you like more of, or less?")),
                ),
            ),
            Section(
                heading=_("What you take along"),
                parts=(
                    Rating(statement=_("I can use in my work what I found here.")),
                    _open(_("What did you start to see or do in another way?")),
                    _open(_("What else do you want to say?")),
                ),
            ),
        ),
    )


def _open(question: str) -> Part:
    return Blank(question=question, rows=_ROWS)
