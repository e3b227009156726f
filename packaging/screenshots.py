"""Take pictures of the real window on the starting catalogue.

    python packaging/screenshots.py                          the few pictures that docs/ shows
    python packaging/screenshots.py --all --out /tmp/look    every workspace x language x theme x scale
    python packaging/screenshots.py --workspaces compare --languages ru --themes dark --scales 2 --out X

Each picture is taken by a process of its own, on the offscreen platform unless QT_QPA_PLATFORM names
another (`xvfb-run -s "-screen 0 2880x1800x24"` with QT_QPA_PLATFORM=xcb shows what a desktop shows).
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKSPACES = ("catalogue", "review", "compare", "corridors", "proposals")
LANGUAGES = ("en", "ru", "zh")
THEMES = ("light", "dark", "high_contrast")
DOCS = (
    ("catalogue", "en", "light"),
    ("review", "ru", "light"),
    ("compare", "zh", "dark"),
    ("corridors", "en", "light"),
    ("proposals", "ru", "light"),
)
SIZE = (1440, 900)
PROPOSAL = "P-example"
STATES: dict[str, dict[str, object]] = {
    "catalogue": {"procedure": "UZ-P-import-road", "step": "UZ-P-import-road-13"},
    "proposals": {"proposal": PROPOSAL, "part": "measure", "measure": "submit_once:document:380"},
}


@dataclass(frozen=True)
class Shot:
    """One picture: workspace, language, theme, scale of the screen, and the milliseconds to wait."""

    workspace: str
    language: str
    theme: str
    scale: float = 1.0
    wait: int = 3500

    @property
    def name(self) -> str:
        """Name of the file."""
        scale = "" if self.scale == 1 else f"-{self.scale:g}x"
        return f"{self.workspace}-{self.language}-{self.theme}{scale}.png"


def make(catalogue: Path) -> None:
    """Make the starting catalogue, with one proposal of what the rules suggest: a new one has none."""
    sys.path.insert(0, str(ROOT))
    from customs_app.catalogue.commands import SaveProposal  # noqa: PLC0415 - of this checkout
    from customs_app.catalogue.file import create, open_catalogue  # noqa: PLC0415
    from customs_app.domain.codes import MadeFrom, Mode, ProposalStatus, Regime  # noqa: PLC0415
    from customs_app.domain.proposal import Proposal  # noqa: PLC0415
    from customs_app.domain.review import Reviewer  # noqa: PLC0415

    create(catalogue)
    with open_catalogue(catalogue) as opened:
        procedures = tuple(f"{country}-P-import-road" for country in ("KZ", "RU", "UZ"))
        proposal = Proposal(
            PROPOSAL,
            "Упрощение импорта автомобильным транспортом",
            ProposalStatus.DRAFT,
            Regime.IMPORT,
            Mode.ROAD,
            procedures,
            made_from=MadeFrom.FINDINGS,
        )
        opened.run(SaveProposal(proposal), Reviewer("A. Karimova", "Secretariat"))


def take(shot: Shot, catalogue: Path, out: Path) -> None:
    """Take one picture in a process of its own, for a scale is fixed when Qt starts."""
    arguments = [f"--{key}={value}" for key, value in asdict(shot).items()]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": f"{shot.scale:g}"}
    command = [sys.executable, str(Path(__file__).resolve()), "--one", str(catalogue), str(out / shot.name)]
    subprocess.run([*command, *arguments], check=True, env=environment, cwd=ROOT, timeout=120)


def one(shot: Shot, catalogue: Path, picture: Path) -> int:
    """Open the window, wait until everything stands, and write the picture."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - Qt is for the inner process
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt is for the inner process

    from customs_app.ui import theme  # noqa: PLC0415 - Qt is for the inner process
    from customs_app.ui.app import Shell  # noqa: PLC0415 - Qt is for the inner process
    from customs_app.ui.settings import Settings  # noqa: PLC0415 - Qt is for the inner process

    app = QApplication(["customs-app", *theme.STYLE])
    settings = Settings(
        picture.with_suffix(".json"),
        language=shot.language,
        theme=shot.theme,
        name="A. Karimova",
        delegation="Secretariat",
        asked_who=True,
        workspace=shot.workspace,
        workspaces={key: dict(state) for key, state in STATES.items()},
    )
    shell = Shell(app, settings)
    shell.start(catalogue)

    def grab() -> None:
        if shell.window is not None:
            shell.window.grab().save(str(picture), "PNG", 0)  # 0 packs most tightly
        os._exit(0)  # the settings of this window are nobody's

    if shell.window is not None:
        shell.window.resize(*SIZE)
    QTimer.singleShot(shot.wait, grab)
    return app.exec()


def _shots(args: argparse.Namespace) -> list[Shot]:
    if args.workspaces or args.languages or args.themes or args.scales or args.all:
        every = itertools.product(
            args.workspaces or WORKSPACES,
            args.languages or (LANGUAGES if args.all else ("en",)),
            args.themes or (THEMES if args.all else ("light",)),
            args.scales or ((1.0, 2.0) if args.all else (1.0,)),
        )
        return [Shot(*parts, wait=args.wait) for parts in every]
    return [Shot(*parts, wait=args.wait) for parts in DOCS]


def main() -> int:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--one", nargs=2, type=Path, help=argparse.SUPPRESS)
    for name in ("workspace", "language", "theme"):
        parser.add_argument(f"--{name}", help=argparse.SUPPRESS)
    parser.add_argument("--scale", type=float, default=1.0, help=argparse.SUPPRESS)
    parser.add_argument("--wait", type=int, default=3500, help="milliseconds before a picture is taken")
    parser.add_argument("--all", action="store_true", help="every workspace, language, theme and scale")
    parser.add_argument("--workspaces", nargs="+", choices=WORKSPACES)
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES)
    parser.add_argument("--themes", nargs="+", choices=THEMES)
    parser.add_argument("--scales", nargs="+", type=float)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    args = parser.parse_args()
    if args.one is not None:
        return one(Shot(args.workspace, args.language, args.theme, args.scale, args.wait), *args.one)
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder) / "catalogue.customs"
        make(catalogue)
        for shot in _shots(args):
            take(shot, catalogue, args.out.resolve())
            print(args.out / shot.name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
