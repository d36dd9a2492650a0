"""A card for a difficult moment: what to notice, what to say, what to do.

The field names are the keys of a file of cards.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, kw_only=True)
class Card:
    """What helps a facilitator in one kind of difficult moment; the group never sees it."""

    title: str
    words: tuple[str, ...] = ()
    """Other words that people look for it with; they are searched and not shown."""

    notice: tuple[str, ...] = ()
    """What shows that it is this moment."""

    say: tuple[str, ...] = ()
    """Sentences that can be said as they stand."""

    do: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that it says, its other words too."""
        return (self.title, *self.words, *self.notice, *self.say, *self.do)


@dataclass(frozen=True, kw_only=True)
class Deck:
    """What a file of cards says."""

    format: Literal[1]
    language: Literal["nl", "en"]
    cards: tuple[Card, ...]


_STRAIGHT: Final = str.maketrans("‘’", "''")
"""Quotes as they are typed."""


def matching(cards: Iterable[Card], words: str) -> tuple[Card, ...]:
    """The cards in which every one of the *words* occurs somewhere; without words, all.

    Those with the most of them in the title come first, then those with the most among
    their other words, and else they stay in order. Capitals and accents make no difference.
    """
    wanted = folded(words).split()

    def has(*texts: str) -> int:
        there = folded("\n".join(texts))
        return sum(word in there for word in wanted)

    found = [card for card in cards if has(*card.texts) == len(wanted)]
    return tuple(sorted(found, key=lambda card: (-has(card.title), -has(*card.words))))


def folded(text: str) -> str:
    """The text as it is searched."""
    letters = unicodedata.normalize("NFKD", text.translate(_STRAIGHT)).casefold()
    return "".join(each for each in letters if not unicodedata.combining(each))
