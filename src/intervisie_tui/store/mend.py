"""A document as its author probably meant it, so that what else is wrong shows as well.

Whoever typed one key wrong would otherwise hear of the next problem only when the first
is mended. What is made here is looked at and thrown away: nobody gets it as a method.
"""

from collections.abc import Iterable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from intervisie_tui.store import shape
from intervisie_tui.store.problems import Fault
from intervisie_tui.store.scan import Where


@dataclass
class Draft:
    """A document under repair."""

    kind: type
    data: dict[str, Any]
    whole: bool = True
    """Whether everything in it is still there, be it under another name."""

    hopeless: bool = False
    """Whether something must be there that nobody can make up."""

    _renamed: dict[Where, str] = field(default_factory=dict)

    def written(self, where: Where) -> Where:
        """The way there in the file itself, where a key may have another name."""
        return tuple(self._renamed.get(where[:depth], step) for depth, step in enumerate(where, 1))

    def mend(self, faults: Iterable[Fault]) -> None:
        """Do what each fault hints at; leave out what cannot be helped."""
        self.data = deepcopy(self.data)
        for fault in faults:
            # What is in the way may have been taken out a moment ago.
            with suppress(KeyError, IndexError, TypeError):
                self._mend(fault)

    def _mend(self, fault: Fault) -> None:
        if fault.missing is not None:
            self.whole = False
            self._fill((*fault.where, fault.missing))
        elif fault.right is None:
            self.whole = False
            self._take_out(fault.where)
        elif fault.at_key:
            self._rename(fault.where, fault.right)
        else:
            holder, last = self._holder(fault.where)
            holder[last] = fault.right

    def _rename(self, where: Where, right: str) -> None:
        table = self._get(where[:-1])
        value = table.pop(where[-1])
        if right in table:
            self.whole = False
            if not isinstance(value, list) or isinstance(table[right], list):
                return
            # What hangs below a list of another name made a table of the right one.
        table[right] = value
        self._renamed[*where[:-1], right] = str(where[-1])

    def _holder(self, where: Where) -> tuple[Any, str | int]:
        """The table or the list that has it; a short form (`speaks = "peers"`) is one value."""
        holder = self._get(where[:-1])
        if isinstance(holder, dict | list):
            return holder, where[-1]
        return self._holder(where[:-1])

    def _take_out(self, where: Where) -> None:
        """Take out the key that it stands under, for in a list the others would move."""
        while isinstance(where[-1], int) or not isinstance(self._get(where[:-1]), dict):
            where = where[:-1]
        del self._get(where[:-1])[where[-1]]
        if where[-1] in shape.required(shape.at(self.kind, where[:-1])):
            self._fill(where)

    def _fill(self, where: Where) -> None:
        """Put something harmless where nothing is."""
        stand_in = _stand_in(shape.at(self.kind, where))
        self._get(where[:-1])[where[-1]] = stand_in
        self.hopeless = self.hopeless or stand_in is None

    def _get(self, where: Where) -> Any:  # noqa: ANN401 - a document holds anything
        value: Any = self.data
        for step in where:
            value = value[step]
        return value


def _stand_in(kind: Any) -> object:  # noqa: ANN401 - a type of any kind
    """A value for what must be there; `None` where there is no harmless one."""
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    return "…" if kind is str else None
