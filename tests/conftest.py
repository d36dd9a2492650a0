"""What every test stands on: a clock that obeys, and nothing left to chance."""

import gc
import os
import time
from collections.abc import Generator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

# Textual reads these once, when it is imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)

import hypothesis
import pytest

from hatch_build import compile_catalogues
from intervisie_tui.locale import set_language

# An app is thousands of objects, that all go at its end: to look through them again and
# again for what may go before takes a fifth of the time.
gc.set_threshold(100_000, 50, 50)

# A slow machine is no failure.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_configure(config: pytest.Config) -> None:
    """Test the translations as they are written now."""
    if not hasattr(config, "workerinput"):
        compile_catalogues(Path(__file__).parents[1])


def pytest_collection_finish() -> None:
    """Look no more for garbage in what was imported and collected: it stays."""
    gc.freeze()


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One worker more than processors: who tests the real program often waits for it."""
    return (yield) + 1


class Clock:
    """A clock that stands still until it is told to move."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        """Let time go by: `clock.pass_(minutes=4)`."""
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock on the wall is that of Amsterdam."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot be told where it is")
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test; it does not exist yet."""
    path = tmp_path / "intervisie-home"
    monkeypatch.setenv("INTERVISIE_HOME", str(path))
    return path


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("INTERVISIE_LANG", "en")
    set_language("en")
    yield
    set_language("en")
