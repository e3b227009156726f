"""Measures the application beside its floors and writes docs/performance.md.

    python -m benchmarks             from the top of the checkout, in the virtual environment .venv
    python -m benchmarks large       a proposal of 1,000 measures over 10,000 steps alone; its table is kept
                                     beside the other until it is measured again

Takes about four minutes, the large proposal ten. Nothing else should run meanwhile: ratios bear it,
single times do not.
"""

import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks import (
    alignment,
    corridor,
    draws,
    exports,
    large,
    pictures,
    pictures_in_view,
    side_by_side,
    stalls,
)
from benchmarks.lines import Line, ms
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import create, open_catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language
from customs_app.reports.content import comparison_content, proposal_content
from customs_app.reports.subject import Subject, compared
from customs_app.ui.theme import STYLE

REPORT = Path(__file__).parent.parent / "docs" / "performance.md"


def start(path: Path, home: Path) -> Line:
    """Cold start of the application beside a bare window, each to its first painting."""
    own = {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    measured = side_by_side.in_turn(
        side_by_side.process(["-m", "benchmarks.app_window", str(path)], **own),
        side_by_side.process(["-m", "benchmarks.floor_window"]),
        pairs=11,
    )
    return Line(
        "start to a painted table of steps", ms(measured.ours), f"bare PySide6 window with a table: "
        f"{ms(measured.other)}", f"{measured.ratio:.2f}", "at most 1.5",
    )  # fmt: skip


def building(folder: Path) -> Line:
    """The first start's building of the catalogue."""
    numbers = iter(range(1000))
    taken = side_by_side.seconds(lambda: create(folder / f"{next(numbers)}.customs"), 5)
    return Line("build the starting catalogue, search included", ms(taken), goal="under 3 s")


def jobs(path: Path, folder: Path) -> Iterator[Line]:
    """Reading, comparing, searching and exporting."""
    from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - dear imports, used here
    from customs_app.reports.workbook import write_workbook  # noqa: PLC0415

    what = Subject(Regime.IMPORT, Mode.ROAD)
    with open_catalogue(path) as catalogue:
        taken = side_by_side.seconds(lambda: compared(catalogue, what))
        yield Line("compare ten countries, reading included", ms(taken), goal="under 100 ms")
        taken = side_by_side.seconds(catalogue.fingerprint)
        yield Line("SHA-256 of the whole content, for an export", ms(taken))
        for words in ("таможенную", "海关", "certificate of origin"):
            found = side_by_side.seconds(lambda words=words: catalogue.search(words), 21)
            yield Line(f"search for {words}", ms(found), goal="while typing")
        content = comparison_content(catalogue, what)
        taken = side_by_side.seconds(lambda: write_workbook(content, folder / "x.xlsx", Language.RU), 3)
        yield Line("write the workbook of ten countries from what is read", ms(taken))
        content = proposal_content(catalogue, what, use_findings=True)
        taken = side_by_side.seconds(lambda: write_proposal(content, folder / "x.pdf", Language.RU), 3)
        yield Line("write the proposal of ten countries from what is read", ms(taken))


def on_the_catalogue(catalogue: Catalogue) -> Iterator[Line]:
    """Alignment, corridors, pictures, and what verdicts change."""
    from customs_app.ui import fonts  # noqa: PLC0415

    yield from alignment.lines(catalogue)
    yield from corridor.lines(catalogue)
    yield from exports.lines(catalogue)
    fonts.load_everything()
    yield from pictures.lines(catalogue)
    yield from pictures_in_view.lines()
    yield from draws.lines(catalogue)


_LARGE = "\n## A large proposal\n\n"


def large_section(lines: Iterable[Line]) -> str:
    """The table of `python -m benchmarks large`, which stands below the other."""
    rows = [f"| {line.what} | {line.ours} | {line.goal} |" for line in lines]
    told = "Written by `python -m benchmarks large`. The longest wait is that of a wish to cancel."
    return "\n".join([told, "", "| what | the application | goal |", "|---|---|---|", *rows, ""])


def kept() -> tuple[str, str]:
    """The report as it stands: its table, and that of the large proposal."""
    written = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    head, _, rest = written.partition(_LARGE)
    return head, rest


def write(head: str, rest: str) -> None:
    """Write the report."""
    whole = head + (_LARGE + rest if rest else "")
    REPORT.write_text(whole, encoding="utf-8")
    sys.stdout.write(whole)


def table(lines: list[Line]) -> str:
    """The report but for the large proposal."""
    import PySide6  # noqa: PLC0415 - for its version only

    cores = os.cpu_count()
    rows = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join(
        [
            "# Performance",
            "",
            "Written by `python -m benchmarks`, which measures both sides of a ratio in turn in one run:",
            "medians, least and most in brackets, after a run that is not counted. Goals are what was asked",
            "for, met or not. Never asserted in a test: machines differ.",
            "",
            f"Machine: {platform.machine()}, {cores} cores, {platform.system()}; CPython "
            f"{platform.python_version()}, PySide6 {PySide6.__version__}, SQLite {sqlite3.sqlite_version}; "
            f"Qt platform {os.environ['QT_QPA_PLATFORM']}.",
            "",
            "| what | the application | beside it | ratio | goal |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def main() -> None:
    """Measure everything, or the large proposal alone, and write the report."""
    head, rest = kept()
    if sys.argv[1:] == ["large"]:
        write(head, large_section(large.lines()))
        return
    folder = Path(tempfile.mkdtemp(prefix="benchmarks-"))
    try:
        path = folder / "catalogue.customs"
        create(path)
        lines = [start(path, folder), building(folder), *jobs(path, folder)]
        application = QApplication(["customs-app", *STYLE])  # held until the last line is measured
        with open_catalogue(path) as catalogue:
            lines += on_the_catalogue(catalogue)
        lines += [
            Line(f"longest stall: {what}", f"{longest:.0f} ms", goal="at most 50 ms")
            for what, longest in stalls.longest(path, folder).items()
        ]
        application.quit()
    finally:
        shutil.rmtree(folder)
    write(table(lines), rest)


if __name__ == "__main__":
    main()
