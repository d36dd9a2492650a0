import subprocess
import sys

IMPORT_ALL = """
import sys
before = set(sys.modules)
import pkgutil, importlib
from intervisie_tui import domain
for module in pkgutil.iter_modules(domain.__path__, "intervisie_tui.domain."):
    importlib.import_module(module.name)
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(loaded - sys.stdlib_module_names - {"intervisie_tui"}))
"""


def test_the_domain_needs_python_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")
