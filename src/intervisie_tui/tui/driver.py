"""A terminal that may be closed at any moment, on Linux and macOS."""

from contextlib import suppress
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver


class SteadyDriver(LinuxDriver):
    """Goes on, writing nothing, when its terminal is gone.

    Textual writes in a thread that dies of the first error. Nothing empties its queue
    then, so whoever writes the last words of a program waits for ever.
    """

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - handed on as it is
        super().__init__(*given, **named)
        self._file: Any = _Forgiving(self._file)


class _Forgiving:
    """A file in which an error is no error."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()
