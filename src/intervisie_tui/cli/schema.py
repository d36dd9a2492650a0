"""`intervisie schema`: what may stand in a method file, for an editor that completes."""

import argparse

from intervisie_tui.cli.commands import home_for


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of method files, explained in the user's language."""
    from intervisie_tui.store.schema import as_json

    home_for(options)
    print(as_json(), end="")
    return 0
