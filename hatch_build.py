"""What a build adds to the package: translations, method files and the guide for authors.

A `.po` is the source and is in git; a `.mo` is what gettext reads and is not.
The methods and the guides stand at the top of the repository, where an author finds
them, and inside the package once installed.
"""

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Run by hatchling for a wheel and for an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues(Path(self.root))
        build_data["artifacts"].append("*.mo")
        # An editable install reads them where they stand.
        if version == "standard":
            for each in ("methods", "docs/method-author.md", "docs/methode-schrijven.md"):
                build_data["force_include"][each] = f"intervisie_tui/{each}"


def compile_catalogues(root: Path) -> None:
    """Make the `.mo` of each `.po` in the checkout at *root*."""
    for source in (root / "src/intervisie_tui/locale").glob("*/LC_MESSAGES/*.po"):
        # Moved into place when it is whole: another process may be reading it.
        draft = source.with_suffix(f".mo.{os.getpid()}")
        with source.open("rb") as words, draft.open("wb") as compiled:
            write_mo(compiled, read_po(words, locale=source.parts[-3]))
        draft.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
