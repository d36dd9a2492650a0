"""What is made of what the program says of each key: the schema, and the reference in the guides.

`make reference` writes them anew.
"""

from pathlib import Path
from typing import Final

from intervisie_tui.locale import set_language
from intervisie_tui.store.reference.page import GUIDES, renewed
from intervisie_tui.store.schema import as_json

ROOT: Final = Path(__file__).parents[1]
SCHEMA: Final = ROOT / "methods" / "method.schema.json"


def main() -> None:
    """Write all of it, each in its own language."""
    for language, name in GUIDES.items():
        set_language(language)
        guide = ROOT / "docs" / name
        guide.write_text(renewed(guide.read_text("utf-8")), "utf-8")
    set_language("en")
    SCHEMA.write_text(as_json(), "utf-8")


if __name__ == "__main__":
    main()
