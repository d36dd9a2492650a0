"""The word that was meant: what somebody typed, beside the words that a file knows.

Authors think in Dutch, or in other English, and make typing errors.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

_MOST: Final = 500
"""So many names are compared at most: of one that has more, none is near."""

_DIGITS: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")

_YES: Final = {"true", "ja", "yes", "waar", "aan", "on", "wel", "1"}
_NO: Final = {"false", "nee", "no", "onwaar", "uit", "off", "niet", "0"}

_KEYS: Final = {
    "format": "formaat versie version",
    "title": "titel naam name kop opschrift heading",
    "language": "taal lang",
    "summary": "samenvatting omschrijving beschrijving description kort",
    "source": "bron author auteur herkomst",
    "people": "mensen personen deelnemers participants groepsgrootte aantal-personen size",
    "minutes": "minuten minuut duur duration tijd time tijdsduur min",
    "seconds": "seconden seconde sec",
    "rules": "regels spelregels afspraken gespreksregels agreements",
    "fit": "past geschikt passend",
    "steps": "stappen stap step fasen",
    "moments": "momenten moment onderdelen onderdeel",
    "charts": "flappen flap chart flipcharts borden",
    "chart": "flap flappen flipchart charts bord",
    "question": "vraag soort-vraag vraagsoort",
    "group": "groep",
    "when": "wanneer waar",
    "phase": "fase",
    "speaks": "spreekt spreken praat vertelt aan-het-woord speak",
    "asks": "vraagt stelt-vragen",
    "answers": "antwoordt beantwoordt reageert",
    "writes": "schrijft schrijven",
    "silent": "stil zwijgt zwijgen luistert luisteren listens silence quiet",
    "back-turned": "rug rug-toegekeerd met-de-rug-toe omgedraaid afgewend met-de-rug back",
    "outside": "buiten buiten-de-kring",
    "away": "weg afwezig op-de-gang",
    "in-turn": "om-de-beurt beurtelings rondje beurt beurten turns in-turns round",
    "last": "laatst laatste als-laatste tot-slot final ends",
    "seconds-each": "seconden-elk seconden-per-persoon seconds-per-person",
    "lines-each": "regels-elk regels-per-persoon lines-per-person",
    "say": "zeg zeggen tekst text",
    "ask": "vragen vraag questions question",
    "remember": "onthoud onthouden denk-aan let-op regels rules",
    "tips": "tip hint hints",
    "examples": "voorbeelden voorbeeld voorbeeldvragen example",
    "questions": "soorten-vragen vraagsoorten",
    "do": "doe doen actie action",
    "only": "alleen enkel slechts",
    "beside": "naast ernaast daarnaast",
    "optional": "optioneel facultatief",
    "protected": "beschermd bescherm",
    "kind": "soort type",
    "labels": "label etiketten etiket oordelen",
    "columns": "kolommen kolom column",
    "judge": "beoordelaar beoordeelt oordeelt rechter",
    "keep": "bewaar bewaren houd",
    "card": "kaart kaartje",
    "opposite": "tegenover ertegenover facing",
    "unless": "tenzij behalve except",
    "groups": "groepen groepjes subgroepen kleine-groepen subgroups",
    "fill": "vullen vul invullen verdelen verdeel rollen-verdelen",
    "choose": "kies kiezen keuze choice",
    "detours": "omwegen omweg zijpaden zijpad detour",
    "again": "nogmaals opnieuw nog-eens nog-een-ronde weer",
    "spare": "over overig rest resttijd tijd-over leftover",
    "each": "elk elke ieder iedere per per-persoon every",
    "as": "als in-de-rol-van rol role",
    "times": "keer keren aantal-keer herhaal herhalen repeat",
    "any-time": "altijd op-elk-moment elk-moment ieder-moment anytime",
    "roles": "rollen rol role",
    "modules": "module bouwstenen bouwsteen",
    "blocks": "blokken blok block agenda programma onderdeel onderdelen parts",
    "use": "gebruik gebruikt werkvorm methode method uses",
    "cases": "casussen casus casuss aantal-casussen inbrengen case number-of-cases",
    "longer": "langer uitgebreid uitgebreider lang long extended",
    "break": "pauze pauzes onderbreking pause breaks",
    "fresh": "vers nieuw schoon new",
    "hidden-until": "verborgen-tot verberg-tot verborgen hidden",
    "quota": "quotum aantal maximum max",
    "size": "grootte omvang aantal-personen per-groep",
    "count": "aantal hoeveel aantal-groepen number",
    "of": "van wie",
    "from": "van uit keuze-uit",
    "by": "door wie",
    "pick": "kies kiezen aantal hoeveel",
}

_VALUES: Final = {
    "case-giver": "casusinbrenger inbrenger casebrenger casusbrenger case-bringer presenter",
    "peers": "deelnemers collega's collegas vragers anderen groep de-groep group others",
    "everyone": "iedereen allen allemaal ieder all everybody",
    "facilitator": "begeleider gespreksleider begeleidster leider leader",
    "prepare": "voorbereiden voorbereiding preparation",
    "open": "openen opening begin start",
    "work": "werken werk kern",
    "close": "sluiten afsluiten afsluiting slot einde closing end",
    "write": "schrijven schrijf opschrijven noteren",
    "judge": "beoordelen beoordeel oordelen rangschikken rank",
    "answer": "antwoorden antwoord beantwoorden",
    "pick": "kiezen kies choose",
    "show": "tonen toon laten-zien lezen",
    "list": "lijst lijstje",
    "statement": "stelling vraag zin question",
    "scale": "schaal lijn line",
    "actions": "acties actie actielijst action",
    "follow-up": "opvolging terugblik vervolg voortgang followup progress",
    "record": "verslag bewaren alles",
    "hand-over": "overdragen meegeven geven",
    "nothing": "niets geen none",
    "concrete": "concreet",
    "fundamental": "fundamenteel universal",
    "incident": "voorval gebeurtenis incidenten",
    "own-share": "eigen-aandeel",
    "any": "alle elke elk alles maakt-niet-uit all",
    "new": "nieuw",
    "acquainted": "bekend bekenden",
    "first-meeting": "eerste-keer eerste-bijeenkomst eerste-ontmoeting first first-time",
    "later-meeting": "later latere-keer volgende-keer vervolg vervolgbijeenkomst next-meeting",
    "online": "digitaal op-afstand beeldbellen video remote",
    "in-the-room": "in-de-zaal zaal fysiek live room",
    "next": "volgende volgend daarna",
    "lap": "ronde beurt persoon round",
    "group": "groep groepje subgroep",
    "never": "nooit niet nee",
    "case": "casus zaak",
    "opener": "opening kennismaking begin",
    "closing": "afsluiting sluiting einde close",
    "meeting": "bijeenkomst vergadering sessie session",
    "nl": "nederlands dutch nld nl-nl nl-be",
    "en": "engels english eng en-gb en-us",
}


def key(typed: str, known: Iterable[str]) -> str | None:
    """The key among *known* that was probably meant; `None`: nobody knows."""
    return _meant(typed, tuple(known), _KEYS)


def same(typed: str, known: Iterable[str]) -> str | None:
    """The key that was meant for certain: written differently, or in another language."""
    return _said(typed, tuple(known), _KEYS)


def value(typed: str, known: Iterable[str]) -> str | None:
    """The value among *known* that was probably meant; `None`: nobody knows."""
    return _meant(typed, tuple(known), _VALUES)


def number(typed: str) -> str | None:
    """The number or the range that was meant, as a file has it; `None`: it is neither."""
    found = [float(each.replace(",", ".")) for each in _DIGITS.findall(typed)]
    if not found or len(found) > 2:  # noqa: PLR2004 - a range has two ends
        return None
    written = "-".join(f"{each:g}" for each in sorted(found))
    return written if len(found) == 1 else f'"{written}"'


def truth(typed: str) -> str | None:
    """How yes or no is written in a file; `None`: the word is neither."""
    word = typed.strip().casefold()
    return "true" if word in _YES else "false" if word in _NO else None


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """The name among *known* that looks most like what was typed; `None`: none does."""
    from difflib import get_close_matches

    names = {_plain(name): name for name in islice(known, _MOST)}
    near = get_close_matches(_plain(typed[:100]), names, n=1)
    return names[near[0]] if near else None


def _meant(typed: str, known: tuple[str, ...], words: dict[str, str]) -> str | None:
    return _said(typed, known, words) or nearest(typed, known)


def _said(typed: str, known: tuple[str, ...], words: dict[str, str]) -> str | None:
    word = _plain(typed)
    for name in known:
        if word == _plain(name):
            return name
    return next((name for name in known if word in words.get(name, "").split()), None)


def _plain(word: str) -> str:
    """Without the differences that an author does not see."""
    return "-".join(word.casefold().replace("_", " ").replace("-", " ").split())
