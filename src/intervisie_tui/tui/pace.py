"""A clock that can go faster than the one on the wall."""

from collections.abc import Callable
from datetime import datetime


class Pace:
    """A clock over another one: as that goes, or several times as fast, and never back."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._since = self._then = clock()
        self.speed = 1
        """How many seconds pass here while one passes there."""

    def __call__(self) -> datetime:
        return self._at(self._clock())

    def go(self, speed: int) -> None:
        """Go on from now at another speed."""
        now = self._clock()
        self._since, self._then = now, self._at(now)
        self.speed = speed

    def _at(self, now: datetime) -> datetime:
        return self._then + (now - self._since) * self.speed
