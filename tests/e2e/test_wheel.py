import os
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the built wheel and what that declares to need.

    What it needs is lent by the environment of the tests, so this asks no network.
    pip finds every requirement there, or fails.
    """
    folder = tmp_path_factory.mktemp("wheel")
    run(ROOT, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), ".")
    (wheel,) = folder.glob("*.whl")
    fresh = folder / "fresh"
    venv.create(fresh, symlinks=os.name != "nt")
    python = fresh / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = Path(
        run(
            folder,
            "-c",
            "import sysconfig; print(sysconfig.get_path('purelib'))",
            python=python,
        ).strip()
    )
    for needed in closure(wheel):
        lend(needed, site)
    pip = ("-m", "pip", "--python", str(python), "--disable-pip-version-check")
    run(folder, *pip, "install", "--quiet", "--no-index", str(wheel))
    return python.parent


def run(folder: Path, *args: str, python: Path = Path(sys.executable)) -> str:
    """What Python answers, in a folder and outside this checkout's environment."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [python, *args],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def closure(wheel: Path) -> list[Distribution]:
    """All that a wheel needs to run, and what that needs in its turn."""
    (head,) = (each for each in zipfile.Path(wheel).iterdir() if each.name.endswith(".dist-info"))
    wanted = needs(PathDistribution(head), set())
    found: dict[str, Distribution] = {}
    for each in wanted:  # which grows
        name = str(each)
        if name not in found:
            found[name] = distribution(each.name)
            wanted += needs(found[name], each.extras)
    return list(found.values())


def needs(needing: Distribution, extras: set[str]) -> list[Requirement]:
    wanted = map(Requirement, needing.requires or ())
    return [
        each
        for each in wanted
        if each.marker is None
        or any(each.marker.evaluate({"extra": extra}) for extra in ("", *extras))
    ]


def lend(lent: Distribution, site: Path) -> None:
    for name in {file.parts[0] for file in lent.files or ()} - {"..", "__pycache__"}:
        if not (site / name).exists():
            (site / name).symlink_to(Path(str(lent.locate_file(name))).resolve())


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_wheel_alone_has_all_that_the_program_needs(
    installed: Path, tmp_path: Path, language: str
) -> None:
    answer = run(
        tmp_path,
        "-m",
        "intervisie_tui",
        "--lang",
        language,
        "methods",
        python=installed / "python",
    )
    assert "vijf-stappen" in answer


def test_a_wheel_alone_speaks_dutch(installed: Path, tmp_path: Path) -> None:
    spoken = run(
        tmp_path,
        "-c",
        "from intervisie_tui.locale import _, set_language\n"
        "set_language('nl')\n"
        "print(_('the name of a theme, in quotes'))",
        python=installed / "python",
    )
    assert spoken.strip() == "de naam van een thema, tussen aanhalingstekens"


def test_the_command_is_there(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed / "intervisie", "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "methods" in done.stdout
