"""Everything that a change must pass, about in the order in which it fails soonest.

What uses one core alone runs beside other such work; the tests use all cores.

Run through `python3 run.py test`, which sets up what this needs.
"""

import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
REGIME = ("--regime", "import", "--mode", "road")


def run(
    title: str, *command: str | Path, cwd: Path = ROOT, at_once: bool = False, **environment: str
) -> None:
    """Run one check and print what it said, at its end or `at_once`; end everything where it fails."""
    if at_once:
        print(f"\n== {title}", flush=True)
    began = time.monotonic()
    out = None if at_once else subprocess.PIPE
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=out,
        stderr=out and subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    said = "" if at_once else f"\n== {title}\n{done.stdout}"
    if done.returncode:
        raise SystemExit(f"{said}== {title}: FAILED")
    print(f"{said}== {title}: good ({time.monotonic() - began:.0f} s)", flush=True)


def beside(*jobs: Callable[[], None]) -> None:
    """Do these side by side; what fails ends everything once the others have ended."""
    with ThreadPoolExecutor() as pool:
        for job in [pool.submit(job) for job in jobs]:
            job.result()


def wheel_in_fresh_environment() -> None:
    """Build the wheel, install it where nothing else is, and let its command do the main job."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = f"import hatchling.build as b; print(b.build_wheel({str(folder)!r}))"
        run("wheel builds", sys.executable, "-c", build)
        wheel = next(folder.glob("*.whl"))
        venv.create(folder / "env", with_pip=True)
        fresh = folder / "env" / BIN.name
        pip = (fresh / "python", "-m", "pip", "--disable-pip-version-check", "install", "-q")
        run(
            "locked dependencies install", *pip, "--require-hashes", "-r", ROOT / "packaging/requirements.txt"
        )
        run("wheel installs", *pip, "--no-deps", wheel)
        app, catalogue = fresh / "customs-app", folder / "x.customs"
        run("installed: new", app, "new", catalogue, cwd=folder)
        run("installed: check", app, "check", catalogue, cwd=folder)
        for language in ("en", "ru", "zh"):
            files = ("--xlsx", folder / f"{language}.xlsx", "--lang", language)
            run(f"installed: workbook, {language}", app, "compare", catalogue, *REGIME, *files, cwd=folder)
            files = ("--pdf", folder / f"{language}.pdf", "--lang", language)
            job = ("propose", catalogue, "--from-findings", *REGIME)
            run(f"installed: proposal, {language}", app, *job, *files, cwd=folder)
        written = sorted((*folder.glob("*.xlsx"), *folder.glob("*.pdf")))
        if len(written) != 6 or any(path.stat().st_size < 10_000 for path in written):
            raise SystemExit(f"== installed: FAILED, wrote {[path.name for path in written]}")


def types_and_imports() -> None:
    """Check the types and which room uses which."""
    run("types", BIN / "mypy")
    run("import contracts", BIN / "lint-imports", PYTHONPATH=str(ROOT))


def main() -> None:
    """Run all checks."""
    run("format", BIN / "ruff", "format", "--check", ".")
    run("lint", BIN / "ruff", "check", ".")
    run("translations", sys.executable, "packaging/translations.py", "check")
    beside(types_and_imports, wheel_in_fresh_environment)
    tests = (sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal")
    run("tests", *tests, at_once=True, QT_QPA_PLATFORM="offscreen")
    print("\nAll checks passed.")


if __name__ == "__main__":
    main()
