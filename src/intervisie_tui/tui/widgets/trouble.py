"""What is wrong in a file, for a screen that others may see too."""

from intervisie_tui.domain.text import one_line
from intervisie_tui.store.problems import Problem


def trouble(problem: Problem) -> str:
    """The place and the words, without the folders above the file."""
    name = one_line(problem.path.name)
    if not problem.line:
        return f"{name}: {problem.message}"
    return f"{name}:{problem.line}:{problem.column}: {problem.message}"
