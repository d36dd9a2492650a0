"""What was worked out of many files, remembered until they change.

It may be deleted at any time, by anybody: it is worked out anew. What is damaged, or was
written for another version of the program, is taken for nothing at all.
"""

import json
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from intervisie_tui.store.machine import private_folder, write_whole

_LARGEST: Final = 64 * 1024 * 1024


def recall(path: Path, form: str) -> Any:  # noqa: ANN401 - plain data is anything
    """What was kept there in that *form*; `None`: nothing."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        said, _end, kept = path.read_bytes().partition(b"\n")
        return json.loads(kept) if said == _sign(form, kept) else None
    except (OSError, ValueError, RecursionError):
        return None


def keep(path: Path, form: str, value: object) -> None:
    """Remember plain data; where that cannot be, it is only slower the next time."""
    kept = json.dumps(value, separators=(",", ":")).encode()
    with suppress(OSError):
        private_folder(path.parent)
        write_whole(path, _sign(form, kept) + b"\n" + kept)


def forget(path: Path) -> None:
    """Remember it no more."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _sign(form: str, kept: bytes) -> bytes:
    """What stands above: in which form it is, and a sum that nothing damaged has."""
    return f"{form} {zlib.crc32(kept):08x}".encode()
