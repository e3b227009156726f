"""A proposal of 1,000 measures over ten procedures of 1,000 steps each: what its papers take.

python -m benchmarks.large [measures steps]    from the top of the checkout, in the virtual environment .venv
python -m benchmarks large                     adds its lines to docs/performance.md

The catalogue is made of the starting one by the application's own commands: the steps of each country's
import by road come again and again, one after the other, and reviewers' marks on them make the measures.
Each paper is written by a process of its own, of which the peak memory is that of everything in it.
"""

import csv
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from pathlib import Path

from benchmarks.lines import Line
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.proposals import SaveProposal
from customs_app.catalogue.file import create, open_catalogue
from customs_app.domain.codes import CaseKind, MadeFrom, Mode, ProposalStatus, Regime, Verdict
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.exchange.export_folder import export_country
from customs_app.exchange.import_folder import import_folders
from customs_app.reports.content import Content, saved_proposal_content
from customs_app.reports.subject import Subject, compared

MEASURES, STEPS = 1000, 10_000
WHO = Reviewer("A. Karimova", "Secretariat")
_VERDICTS = (
    Verdict.REMOVE, Verdict.SUBMIT_ONCE, Verdict.PARALLEL, Verdict.ONLINE, Verdict.RISK_BASED,
    Verdict.LAW_FIRST,
)  # fmt: skip
_LISTS = ("depends_on", "time_covers", "cost_covers")

Row = dict[str, str]


def made(
    path: Path, measures: int = MEASURES, steps: int = STEPS, countries: tuple[str, ...] | None = None
) -> int:
    """Make the catalogue with its saved proposal; how many measures that has, always the same.

    A starting catalogue that stands there is taken.
    """
    if not path.exists():
        create(path)
    with open_catalogue(path) as catalogue, tempfile.TemporaryDirectory() as folder:
        comparison, _ = compared(catalogue, Subject(Regime.IMPORT, Mode.ROAD, countries))
        chosen = [full.procedure.id for full in comparison.procedures.values()]
        each = -(-steps // len(chosen))
        folders = [export_country(catalogue, one[:2], Path(folder)) for one in chosen]
        for procedure, one in zip(chosen, folders, strict=True):
            lengthen(one, procedure, each)
        import_folders(catalogue, folders, WHO, force=True)
        number = _mark(catalogue, chosen, measures)
        catalogue.run(SaveProposal(_proposal(chosen)), WHO)
    return number


def lengthen(folder: Path, procedure: str, steps: int) -> None:
    """Make a procedure of a country folder so long: its steps come again, each round after the last."""
    head, rows = _read(folder / "steps.csv")
    own = [row for row in rows if row["procedure_id"] == procedure]
    used = _read(folder / "step_documents.csv")[1]
    longer: list[Row] = []
    uses: list[Row] = []
    names: dict[str, str] = {}
    for number in range(len(own), steps):
        of, place = divmod(number, len(own))
        if place == 0:
            ends = longer[-1]["id"] if longer else own[-1]["id"]
            names = {row["id"]: f"{procedure}-{of * len(own) + n:04d}" for n, row in enumerate(own, 1)}
            names = dict(list(names.items())[: steps - of * len(own)])
        row = own[place]
        new = {**row, "id": names[row["id"]], "seq": str(number + 1)}
        for column in _LISTS:
            known = [names[one] for one in row[column].split(";") if one in names]
            new[column] = ";".join(known) or (ends if column == "depends_on" else "")
        if new["choice"]:
            new["choice"] = new["choice"].replace(":", f"-{of}:", 1)
        longer.append(new)
        uses += [{**use, "step_id": new["id"]} for use in used if use["step_id"] == row["id"]]
    _write(folder / "steps.csv", head, [*rows, *longer])
    _write(folder / "step_documents.csv", list(used[0]), [*used, *uses])


def _read(path: Path) -> tuple[list[str], list[Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    return list(reader.fieldnames or ()), rows


def _write(path: Path, head: Sequence[str], rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head)
        writer.writeheader()
        writer.writerows(rows)


def _mark(catalogue: Catalogue, chosen: Sequence[str], measures: int) -> int:
    """One mark for each measure: on steps of each activity, then on each document; how many there are."""
    read = catalogue.full_procedures(ids=chosen)
    free: dict[str, list[str]] = {}
    handled: dict[str, list[str]] = {}
    for full in read:
        for step in full.steps:
            free.setdefault(step.activity, []).append(step.id)
            for use in full.uses.get(step.id, ()):
                handled.setdefault(use.document_id, []).append(step.id)
    wanted: list[tuple[str, str | None, Verdict]] = []
    for verdict, activity in product(_VERDICTS, sorted(free)):
        if free[activity]:
            wanted.append((free[activity].pop(), None, verdict))
    for verdict, document in product(_VERDICTS, sorted(handled)):
        if handled[document]:
            wanted.append((handled[document].pop(), document, verdict))
    for step_id, document, verdict in wanted[:measures]:
        article = "Article 1" if verdict is Verdict.LAW_FIRST else None
        catalogue.run(SetMark(step_id, verdict, "It takes time and finds nothing.", document, article), WHO)
    return len(wanted[:measures])


def _proposal(procedures: Sequence[str]) -> Proposal:
    title = "Import by road: a thousand measures"
    return Proposal(
        "", title, ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, tuple(procedures), CaseKind.BASE,
        MadeFrom.MARKS,
    )  # fmt: skip


def content_of(path: Path) -> Content:
    """What the papers of the proposal say."""
    with open_catalogue(path, read_only=True) as catalogue:
        return saved_proposal_content(catalogue, catalogue.proposals()[0])


def write(path: Path, out: Path) -> None:
    """Write one paper, by the name of its file; prints seconds, reading included, and the peak in MB."""
    from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - dear imports, used here
    from customs_app.reports.workbook import write_workbook  # noqa: PLC0415

    began = time.perf_counter()
    content = content_of(path)
    told: list[float] = [time.perf_counter()]
    writes = write_proposal if out.suffix == ".pdf" else write_workbook
    writes(content, out, Language.RU, lambda _done, _of: told.append(time.perf_counter()))
    taken = time.perf_counter() - began
    longest = max(b - a for a, b in pairwise(told))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    sys.stdout.write(f"{taken} {peak} {longest} {out.stat().st_size / 1e6}\n")


def lines(measures: int = MEASURES, steps: int = STEPS) -> Iterator[Line]:
    """Time and peak memory of each paper, and how long a wish to cancel waits at most."""
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        path = Path(folder) / "large.customs"
        began = time.perf_counter()
        number = made(path, measures, steps)
        what = f"{number:,} measures, {steps:,} steps"
        yield Line(f"make the catalogue with {what}", f"{time.perf_counter() - began:.0f} s")
        for name in ("proposal.xlsx", "proposal.pdf"):
            command = [sys.executable, "-m", "benchmarks.large", str(path), str(Path(folder) / name)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            taken, peak, longest, size = map(float, done.stdout.split())
            ours = f"{taken:.0f} s, peak {peak:.0f} MB, file {size:.1f} MB, longest wait {longest:.1f} s"
            yield Line(f"{name} of {what}, reading included", ours, goal="peak under 400 MB")


if __name__ == "__main__":
    given = sys.argv[1:]
    if given and not given[0].isdigit():
        write(Path(given[0]), Path(given[1]))
    else:
        for line in lines(*map(int, given)):
            sys.stdout.write(f"{' | '.join(line)}\n")
            sys.stdout.flush()
