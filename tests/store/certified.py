"""A certificate, and the record that it is of."""

from pathlib import Path

from intervisie_tui.store.export.certificate import Certificate
from tests.domain.samples import NINE

RECORD = Path("2026-01-05-1000-abcdef.toml")

ONE = Certificate(
    seat=1,
    name="An <b>",
    begun=NINE,
    minutes=190,
    facilitator="Joke",
    organisation="De Brug & Co",
    points="3 points",
)
