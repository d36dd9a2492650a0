"""What is said of one key of a method file, and of the words that may stand there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from intervisie_tui.locale import _


@dataclass(frozen=True, slots=True)
class Entry:
    """One key. All texts are looked up in the catalogue when they are shown."""

    says: str
    """What it is for, in one or two plain sentences."""

    example: str
    """How it stands in a file, with the head of the table where it is one."""

    words: Mapping[str, str] = field(default_factory=dict)
    """What each word that may stand there means; empty: it takes words of the author's own."""

    @property
    def markdown(self) -> str:
        """All that is said of it."""
        return "\n\n".join(self._parts())

    def value(self, key: str) -> Any:  # noqa: ANN401 - a key holds anything
        """What the example gives the key."""
        import tomli

        table: Any = tomli.loads(_(self.example))
        while key not in table:
            (table,) = table if isinstance(table, list) else table.values()
        return table[key]

    def _parts(self) -> Iterator[str]:
        yield _(self.says)
        if self.words:
            yield "\n".join(f"- `{word}`: {_(means)}" for word, means in self.words.items())
        yield f"```toml\n{_(self.example)}\n```"


Table = Mapping[str, Entry]
"""The entries of one dataclass, by key."""
