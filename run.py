#!/usr/bin/env python3
"""Set everything up on a fresh machine and start the application, or run all its tests.

    python3 run.py           the window; without a screen, the main job without one
    python3 run.py test      everything that a change must pass

Needs only Python 3.11 or newer. Makes the virtual environment .venv beside this file, installs the
locked dependencies into it and, as root on Debian or Ubuntu, the system libraries that Qt needs (not
as root it prints the line to run). What is already there is left alone, so it costs nothing to run again.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")

# What Qt's offscreen and xcb platforms load, by Debian's names; Ubuntu 22.04 has the same.
WINDOW_PACKAGES = (
    *("libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libfreetype6", "libxkbcommon0"),
    *("libx11-6", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1", "libxcb-xinerama0", "libxkbcommon-x11-0"),
    "libx11-xcb1",
)
TEST_PACKAGES = ("poppler-utils", "libreoffice-calc", "xvfb", "xauth")


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(f"· {text}", flush=True)


def missing_packages(wanted: Sequence[str]) -> list[str]:
    """Those of the Debian packages that are not installed; none where there is no dpkg."""
    if not shutil.which("dpkg-query"):
        return []
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${Provides} ${db:Status-Status}\n"],
        capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    there: set[str] = set()
    for line in listed.splitlines():
        if line.endswith(" installed"):
            # "libglib2.0-0t64 libglib2.0-0 (= 2.80) installed": newer releases renamed some libraries.
            there.update(word.strip("(),") for word in line.split())
    return [name for name in wanted if name not in there]


def system_packages(wanted: Sequence[str]) -> None:
    """Install Debian packages as root; otherwise print the line that does."""
    missing = missing_packages(wanted)
    if not missing:
        return
    if os.geteuid() != 0:
        say(
            "These system libraries are missing. Run this line, then start again if the window does not open:"
        )
        print(
            f"    sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(missing)}"
        )
        return
    say(f"Installing {len(missing)} system packages")
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-q"], check=False, **quiet)
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends"]
    if subprocess.run([*install, *missing], check=False, **quiet).returncode != 0:
        raise SystemExit(f"Could not install the system packages. Try: {' '.join([*install, *missing])}")


def can_make_environments() -> bool:
    """Whether Python came with venv and pip; Debian keeps them in a package of their own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def wanted_packages(testing: bool) -> list[str]:
    """Debian packages that are needed here."""
    venv = [] if can_make_environments() else [f"python3.{sys.version_info.minor}-venv"]
    return [*venv, *WINDOW_PACKAGES, *(TEST_PACKAGES if testing else ())]


def virtual_environment() -> None:
    """Make .venv where it is missing or belongs to another Python."""
    works = [PYTHON, "-c", f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"]
    if PYTHON.exists() and subprocess.run(works, capture_output=True, check=False).returncode == 0:
        return
    if not can_make_environments():
        raise SystemExit("Python's venv module is not installed: run the line above first.")
    say("Making the virtual environment .venv")
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)


def dependencies(lock: str) -> None:
    """Install what the lock file names, with its hashes; once for each state of the file."""
    requirements = ROOT / "packaging" / lock
    state = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = VENV / f"installed-{lock}"
    if stamp.exists() and stamp.read_text() == state:
        return
    say(f"Installing the locked dependencies ({lock})")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", requirements], check=True)
    stamp.write_text(state)


def has_screen() -> bool:
    """Whether a window can be shown to somebody."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(*arguments: str | Path, quiet: bool = False) -> int:
    """Run the application from this checkout; its exit status."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    out = subprocess.DEVNULL if quiet else None
    command = [PYTHON, "-m", "customs_app", *arguments]
    return subprocess.run(command, env=environment, stdout=out, check=False).returncode


def main_job_without_window() -> int:
    """Write the comparison workbook and the proposal of the starting catalogue, and say where they are."""
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    workbook, proposal = out / "comparison-import-road.xlsx", out / "proposal-import-road.pdf"
    what = ["--regime", "import", "--mode", "road"]
    failed = start("compare", *what, "--xlsx", workbook, quiet=True)
    failed = failed or start("propose", "--from-findings", *what, "--pdf", proposal, quiet=True)
    if failed:
        return failed
    say("There is no screen here, so the main job was done without a window:")
    print(f"    comparison of the member states, import by road: {workbook}")
    print(f"    proposal for the meeting: {proposal}")
    return 0


def main(arguments: list[str]) -> int:
    """Set up, then start the application or the tests."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an old Python meets first
        raise SystemExit("Python 3.11 or newer is needed.")
    testing = arguments == ["test"]
    system_packages(wanted_packages(testing))
    virtual_environment()
    dependencies("requirements-dev.txt" if testing else "requirements.txt")
    if testing:
        return subprocess.run([PYTHON, ROOT / "packaging" / "all_checks.py"], check=False).returncode
    if not has_screen():
        return main_job_without_window()
    return start(*arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
