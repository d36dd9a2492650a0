"""The roles that every method has."""

from collections.abc import Mapping
from typing import Final

from intervisie_tui.locale import N_

ROLES: Final[Mapping[str, str]] = {
    "case-giver": N_("who brings the case"),
    "peers": N_("all others in the group"),
    "everyone": N_("the whole group: the case giver and the peers"),
    "facilitator": N_("who leads the session"),
}
