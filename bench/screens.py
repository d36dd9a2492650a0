"""Pictures of the real program in a real terminal, for the documents: `make screens`.

Every scene becomes docs/pictures/NAME.svg. `--png FOLDER` makes PNGs too, to look at, if resvg_py
is installed. Names as arguments choose the scenes.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from bench.subjects import PROGRAM, ROOT, lead_to
from bench.svg import svg
from bench.terminal import Terminal

PICTURES: Final = ROOT / "docs" / "pictures"

REST: Final = 0.5
"""Seconds without output after which a picture is finished."""

Step = Callable[[Terminal], object]
"""One thing done or waited for on the way to a picture."""


def press(*keys: str) -> Step:
    """Press keys by name."""
    return lambda terminal: terminal.press(*keys)


def write(text: str) -> Step:
    """Type a text; a line end is Enter."""
    return lambda terminal: terminal.type(text)


def see(pattern: str) -> Step:
    """Wait until the screen matches."""
    return lambda terminal: terminal.wait_for(pattern)


def gone(pattern: str) -> Step:
    """Wait until the screen no longer matches."""
    return lambda terminal: terminal.wait_gone(pattern)


def lead(pattern: str) -> Step:
    """Go on to the first moment that matches."""
    return lambda terminal: lead_to(terminal, pattern)


@dataclass(frozen=True)
class Scene:
    """One picture: how the program is started, what is done, and what it is called."""

    name: str
    """Of the file, without its ending; also the picture's title."""
    steps: tuple[Step, ...]
    arguments: tuple[str, ...] = ()
    """What follows `intervisie` on the command line."""
    language: str = "nl"
    size: tuple[int, int] = (80, 24)
    """Columns and rows."""

    def play(self, program: Sequence[str] = PROGRAM.home) -> str:
        """Go to the moment in a fresh home, and return the picture of it as SVG."""
        with tempfile.TemporaryDirectory() as home:
            env = {
                "INTERVISIE_HOME": home,
                "INTERVISIE_LANG": self.language,
                "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            }
            with Terminal([*program, *self.arguments], *self.size, env=env) as terminal:
                for step in self.steps:
                    step(terminal)
                terminal.quiet(REST)
                return svg(terminal.emulator.screen, self.name)


STILL_PLANNED: Final = timedelta(minutes=34)
"""What is left of the plan where the pictures are made, a few minutes short."""
TEAM: Final = (
    *("start", "vijf-stappen", "--people", "An,Bo,Cem,Karin", "--case-giver", "Karin"),
    *("--group", "Team Noord", "--end", f"{datetime.now().astimezone() + STILL_PLANNED:%H:%M}"),
)
PEN: Final = "Esc"
"""In the footer as long as somebody writes."""
READ_OUT: Final = (
    ("Wat zou je missen als dit opgelost was?", "Hoe merk je dat je grens bereikt is?"),
    ("Wie zou het als eerste opvallen?", "Hoe vaak zeg je hier hardop iets over?"),
    ("Wat weet je team nog niet?", "Wat heb je nodig om te beginnen?"),
)
READ_OUT_EN: Final = (
    ("What would you miss if this were solved?", "How do you notice you are at your limit?"),
    ("Who would be the first to see it?", "How often do you say this out loud?"),
    ("What does your team not know yet?", "What do you need to begin?"),
)


def hang(*lines: str) -> tuple[Step, ...]:
    """Take the pen, write the lines, and lead on."""
    return (press("enter"), see(PEN), write("\n".join([*lines, ""])), press("escape"), gone(PEN))


def read_out(questions: Sequence[Sequence[str]]) -> tuple[Step, ...]:
    """Give each person a turn, and hang what they read out."""
    return tuple(step for each in questions for step in (press("tab"), see("▶"), *hang(*each)))


def rank(labels: str) -> tuple[Step, ...]:
    """Start the clock, judge a line for each label, and let a little time pass."""
    return (press("space", *labels), see("▇▇▇"))


RANKED: Final = (
    *(see("Welkom"), lead("De vraag in één zin")),
    *hang("Hoe zeg ik nee zonder mijn team in de steek te laten?"),
    *(lead("Voorlezen"), *read_out(READ_OUT), lead("Rangschikken"), *rank("12131")),
)
RANKED_EN: Final = (
    *(see("Welcome"), lead("The question in a sentence")),
    *hang("How do I say no without letting my team down?"),
    *(lead("Reading out"), *read_out(READ_OUT_EN), lead("Ranking"), *rank("12131")),
)


def group(method: str, *more: str) -> tuple[str, ...]:
    """The command that begins a session of that method with the same people."""
    return ("start", method, "--people", "An,Bo,Cem,Karin", "--case-giver", "Karin", *more)


STATED: Final = (
    *(see("Welkom"), lead("De fundamentele vraag")),
    *hang("Wanneer ben ik een goede collega?", "Mag een goede collega ook nee zeggen?"),
)
THOUGHT: Final = (
    *(lead("Voorlezen"), press("tab", "enter"), see(PEN)),
    *(
        write("Dit kan ik hem niet aandoen\n"),
        press("tab"),
        write("Ik zeg ja en slik de rest in\n"),
    ),
    *(press("tab"), write("Druk op mijn borst\n"), press("escape"), gone(PEN)),
    *(press("tab", "enter"), see(PEN), write("Als ik nee zeg, ben ik ze kwijt\n")),
    *(press("tab", "tab"), write("Boos, vooral op mezelf\n"), press("escape"), gone(PEN)),
)
TURNED: Final = (
    *(see("Welkom"), lead("In één zin"), *hang("Hoe komt het dat ik steeds ja zeg?")),
    *(lead("· Roddelen"),),
    *hang(
        "Zij voelt goed aan wat anderen nodig hebben",
        "Is nee zeggen voor haar hetzelfde als falen?",
    ),
)
PLANNED: Final = (
    *(see("Welkom"), lead("Wat, wie, wanneer"), press("enter"), see(PEN)),
    *(write("Met Bo bespreken wat ik laat liggen\n\nvrijdag\n"), see("Bo bespreken")),
    *(write("Eén avond in de week geen mail\n\ndeze week\n"), press("escape"), gone(PEN)),
)
PLACED: Final = (
    *(see("Welkom"), lead("Zesje of tien"), *hang("An", "Bo", "Cem", "Karin")),
    *(press("up", "up", "up", "up"), press(*"2435")),
)
SCENES: Final = (
    Scene("home", (see("Welkom"), press("f9"), see("voorbereid")), TEAM),
    Scene("flap", RANKED, TEAM),
    Scene("flap-en", RANKED_EN, TEAM, language="en"),
    Scene("regie", (*RANKED, press("f2"), see("op schema|op tijd|einde")), TEAM),
    Scene("statement", STATED, group("socratisch")),
    Scene("columns", (*STATED, *THOUGHT), group("socratisch")),
    Scene("actions", PLANNED, group("casusbespreking")),
    Scene("scale", PLACED, group("kennismaking-dilemmalijn", "--online")),
    Scene("turned", TURNED, group("roddelen")),
    Scene("questions", (*TURNED, press("v"), see("overtuiging")), group("roddelen")),
    Scene("cards", (*TURNED, press("f2", "c"), see("Wat speelt er")), group("roddelen")),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(prog="python -m bench.screens", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="which scenes; without it, all")
    parser.add_argument("--png", metavar="FOLDER", type=Path, help="also as PNG, to look at")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - {scene.name for scene in SCENES}:
        parser.error(f"no scene is called {', '.join(sorted(unknown))}")
    if options.png and find_spec("resvg_py") is None:
        parser.error("--png needs the package resvg_py")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        if options.names and scene.name not in options.names:
            continue
        picture = PICTURES / f"{scene.name}.svg"
        picture.write_text(scene.play(), encoding="utf-8")
        print(picture.relative_to(ROOT))
        if options.png:
            print(png(picture, options.png))


def png(picture: Path, folder: Path) -> Path:
    """Draw an SVG as a PNG of twice the size, with the fonts of this machine."""
    import resvg_py

    folder.mkdir(parents=True, exist_ok=True)
    drawn = folder / f"{picture.stem}.png"
    drawn.write_bytes(bytes(resvg_py.svg_to_bytes(svg_path=str(picture), zoom=2)))
    return drawn


if __name__ == "__main__":
    main()
