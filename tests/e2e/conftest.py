"""What tests of the real program may ask for."""

import sys

import pytest


@pytest.fixture
def warm_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs need not import what they need, where a system can do that.

    For tests of what it does once it is there; whoever looks at how it starts or ends,
    or at what goes wrong, starts it in earnest.
    """
    if sys.platform == "linux":
        from tests.e2e.warm import spawn

        monkeypatch.setattr("bench.terminal.spawn", spawn)
