"""Cards for difficult moments as they are read: the parts of one, and several as plain text."""

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper
from typing import Final

from intervisie_tui.domain.card import Card
from intervisie_tui.locale import _

_WIDTH: Final = 78
"""Columns for a line."""


def parts(card: Card) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A heading and what stands under it, for each part of a card that says anything."""
    for heading, texts in (
        (_("What you notice"), card.notice),
        (_("What you can say"), card.say),
        (_("What you can do"), card.do),
    ):
        if texts:
            yield heading, texts


def as_text(cards: Iterable[Card]) -> str:
    """The cards one under the other, for a terminal or a printer."""
    return "\n\n\n".join("\n".join(_lines(card)) for card in cards) + "\n"


def _lines(card: Card) -> Iterator[str]:
    wrapper = TextWrapper(
        _WIDTH,
        initial_indent="  · ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield card.title
    for heading, texts in parts(card):
        yield ""
        yield f"  {heading}"
        for text in texts:
            yield wrapper.fill(text)
