"""Pictures of the real program in a real terminal, for the documents: `make screens`.

Every scene becomes docs/pictures/NAME.svg. `--png FOLDER` makes PNGs too, to look at, if resvg_py
is installed. Names as arguments choose the scenes.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from bench.subjects import PROGRAM, ROOT, START, lead_to
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


QUESTIONS: Final = "What would you miss if it were solved?\nHow do you notice what it costs you?\n"
SCENES: Final = (
    Scene("home", steps=(see("Intervisie"),)),
    Scene("home-en", steps=(see("Prepare a session"),), language="en"),
    Scene(
        "flap-en",
        arguments=START,
        language="en",
        steps=(
            *(see("Welcome"), lead("Reading out"), press("enter"), write(QUESTIONS)),
            *(press("escape", "tab", "space"), see("4 min left")),
        ),
    ),
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
