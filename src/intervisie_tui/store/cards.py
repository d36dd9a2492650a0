"""The cards for difficult moments: ours, and those that the user wrote."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from intervisie_tui.domain.card import Card, Deck
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import Language, _
from intervisie_tui.store import plain
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.problems import Fault, Problem, Refused, shown
from intervisie_tui.store.toml import Document, read


def cards(home: Home, language: Language) -> tuple[tuple[Card, ...], tuple[Problem, ...]]:
    """The cards in that language, ours first, and what is wrong in files that are left out.

    Of two with one title the last takes the place of the first: so a user mends ours.
    """
    found: dict[str, Card] = {}
    problems: list[Problem] = []
    for path in (*_in_folder(builtin_methods()), *_in_folder(home.methods)):
        try:
            deck = load(path)
        except Refused as refused:
            problems += refused.problems
        else:
            if deck.language == language:
                found |= {_name(card): card for card in deck.cards}
    return tuple(found.values()), tuple(problems)


def load(path: Path) -> Deck:
    """The cards in a file. Raises Refused, with everything that is wrong with it.

    Our own files were checked when the program was made, and go straight.
    """
    document = read(path)
    document = replace(document, data=_on_lines(document.data))
    if path.is_relative_to(builtin_methods()):
        with suppress(KeyError, TypeError, ValueError):
            deck: Deck = plain.made(Deck, document.data)
            return deck
    return checked(document)


def checked(document: Document) -> Deck:
    """The cards in what was read of a file, whoever wrote it. Raises Refused."""
    from intervisie_tui.store import gate

    sifted = gate.sift(Deck, document.data)
    faults = list(sifted.faults)
    if sifted.value is not None:
        found = islice(_faults(sifted.value, whole=sifted.whole), gate.MOST)
        faults += (fault.moved(sifted.written(fault.where)) for fault in found)
    if sifted.value is None or faults:
        raise document.refused(faults)
    return sifted.value


def _in_folder(methods: Path) -> Iterator[Path]:
    """The files of cards beside those methods; hidden ones are left."""
    found = (methods / "cards").glob("*.toml")
    yield from sorted(path for path in found if not path.name.startswith("."))


def _name(card: Card) -> str:
    return card.title.casefold()


def _faults(deck: Deck, *, whole: bool) -> Iterator[Fault]:
    """What types cannot say: cards without a title or words, or there twice.

    Where the deck is not *whole*, what is missing may be among what was left out.
    """
    seen: set[str] = set()
    for number, card in enumerate(deck.cards):
        where = ("cards", number)
        if not card.title:
            yield Fault((*where, "title"), _("“{key}” is empty").format(key="title"))
        elif _name(card) in seen:
            message = _("there are two cards “{title}”").format(title=shown(card.title))
            yield Fault((*where, "title"), message)
        seen.add(_name(card))
        if whole and not (card.notice or card.say or card.do):
            yield Fault(where, _("this card says nothing: give it “notice”, “say” or “do”"))
        for key in ("words", "notice", "say", "do"):
            for place, text in enumerate(getattr(card, key)):
                if not text:
                    message = _("an empty text stands in “{key}”").format(key=key)
                    yield Fault((*where, key, place), message)


def _on_lines(value: Any) -> Any:  # noqa: ANN401 - a document holds anything
    """Every text on one line, without the spaces of an author's layout."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, dict):
        return {key: _on_lines(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_on_lines(inner) for inner in value]
    return value
