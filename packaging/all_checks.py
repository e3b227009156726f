"""Everything that a change must pass, in the order in which it fails soonest.

Run through `python3 run.py test`, which sets up what this needs.
"""

import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
REGIME = ("--regime", "import", "--mode", "road")


def run(title: str, *command: str | Path, cwd: Path = ROOT, **environment: str) -> None:
    """Run one check; end everything where it fails."""
    print(f"\n== {title}", flush=True)
    began = time.monotonic()
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, check=False)
    if done.returncode:
        raise SystemExit(f"== {title}: FAILED")
    print(f"== {title}: good ({time.monotonic() - began:.0f} s)", flush=True)


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


def main() -> None:
    """Run all checks."""
    run("format", BIN / "ruff", "format", "--check", ".")
    run("lint", BIN / "ruff", "check", ".")
    run("types", BIN / "mypy")
    run("import contracts", BIN / "lint-imports", PYTHONPATH=str(ROOT))
    run("translations", sys.executable, "packaging/translations.py", "check")
    on_all_cores = ("-n", "auto", "--dist", "worksteal")
    run("tests", sys.executable, "-m", "pytest", "-q", *on_all_cores, QT_QPA_PLATFORM="offscreen")
    wheel_in_fresh_environment()
    print("\nAll checks passed.")


if __name__ == "__main__":
    main()
