"""What tests of files need beside: a writer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intervisie_tui.store.writer import Writer, open_writer
from tests.store.writers import LONG, PATIENCE, Open


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records" / "2026-01-05-1000-abcdef.toml"


@pytest.fixture
def opened(path: Path) -> Iterator[Open]:
    """Opens a writer that waits for nothing but a flush; it is closed after the test."""
    writers: list[Writer] = []

    def open_it(**how: object) -> Writer:
        writer = open_writer(path, **{"settle": LONG, "again": LONG, **how})  # type: ignore[arg-type]
        assert writer is not None
        writers.append(writer)
        return writer

    yield open_it
    for writer in writers:
        writer.close(PATIENCE)
