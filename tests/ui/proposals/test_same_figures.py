"""The figures of one proposal are the same in the window, the workbook, the paper and `propose --json`."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from customs_app.catalogue.commands import SaveProposal, SetMark
from customs_app.cli.program import main
from customs_app.domain.codes import Verdict
from customs_app.domain.text import Language
from customs_app.language.numbers import number
from customs_app.ui.proposals.measure.saving_row import SavingCell
from customs_app.ui.proposals.table_pages import SavingsPage
from customs_app.ui.proposals.tables.savings import FEES, HANDED, HOURS, KNOWN, STEPS, VISITS, SavingsModel
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from tests.ui.proposals.planted import MARKS, WHO

Show = Callable[[], ProposalsWorkspace]
Wait = Callable[[ProposalsWorkspace], ProposalsWorkspace]
Json = Mapping[str, Any]

_WANTED = (
    ("KZ-P-import-road-17", Verdict.REMOVE),  # a fee
    ("KZ-P-import-road-09", Verdict.REMOVE),  # done in person
    ("UZ-P-import-road-07", Verdict.REMOVE),  # in person, hours and a fee
    ("UZ-P-import-road-13", Verdict.SUBMIT_ONCE),  # eight documents
)


def _figures(text: str) -> list[float]:
    """The numbers of a text as it is written for people, without their signs."""
    return [float(one.replace(",", "")) for one in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def _visits(totals: Json) -> int | None:
    """Visits that are known: a step done in person counts as one at least."""
    in_person: int = totals["in_person_without_number"]
    return None if totals["visits"] is None and not in_person else (totals["visits"] or 0) + in_person


def _shown(value: float | None) -> object:
    return "?" if value is None else value


def _table(path: Path, sheet: str, *heads: str) -> list[dict[str, object]]:
    """Rows of the table of a sheet that has these heads, up to the first empty row."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    head = next(n for n, row in enumerate(rows) if set(heads) <= set(map(str, row)))
    found = []
    for row in rows[head + 1 :]:
        if not any(str(cell) for cell in row):
            break
        found.append(dict(zip(map(str, rows[head]), row, strict=True)))
    return found


def _papers(
    workspace: ProposalsWorkspace, wait: Wait, folder: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[Json, Path, str]:
    """Show the proposal; what a program is told of it, its workbook, the words of its paper."""
    catalogue = workspace.session.catalogue
    for step, verdict in _WANTED:
        catalogue.run(SetMark(step, verdict, "It is known already"), WHO)
    saved = catalogue.run(SaveProposal(MARKS), WHO).new_id
    assert saved is not None
    workspace.session.refresh()
    wait(workspace)
    asked = ["propose", str(catalogue.path), "--proposal", saved]
    xlsx, pdf = folder / "same.xlsx", folder / "same.pdf"
    assert main([*asked, "--xlsx", str(xlsx), "--pdf", str(pdf), "--lang", "en"]) == 0
    capsys.readouterr()
    assert main([*asked, "--json"]) == 0
    printed = " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(pdf).pages)
    return json.loads(capsys.readouterr().out), xlsx, printed


def test_figures_are_the_same_everywhere(
    opened: Show, told: Wait, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = opened()
    answer, xlsx, printed = _papers(workspace, told, tmp_path, capsys)
    together: list[Json] = answer["together"]
    assert len(together) == 2
    _same_in_the_window(workspace, answer, told)
    _same_in_the_workbook(together, xlsx)
    _same_on_paper(answer, printed)
    # What is written of all together stands alike in each.
    sheet = CalamineWorkbook.from_path(xlsx).get_sheet_by_name("Totals and savings").to_python()
    workspace.show_part("summary")
    for key in ("summary", "problem", "asked"):
        text = answer[key]["text"]
        assert getattr(workspace.dossier, key).text == text
        assert [line for line in text.split("\n") if [line] not in [row[:1] for row in sheet]] == []


def _same_in_the_window(workspace: ProposalsWorkspace, told: Json, wait: Wait) -> None:
    """The table of savings, and the four figures of each measure in each country."""
    workspace.show_part("savings")
    wait(workspace)
    page = workspace.page.table("savings")
    assert isinstance(page, SavingsPage)
    model = page.table.rows_model
    assert isinstance(model, SavingsModel)
    for row, one in zip(model.rows, told["together"], strict=True):
        now, then, saved = one["as_is"], one["to_be"], one["saved"]
        assert row.full.procedure.id == one["procedure"]
        assert _figures(model.text(row, STEPS)) == [now["steps"], then["steps"]]
        for column, name in ((HANDED, "handovers"), (VISITS, "visits")):
            assert _figures(model.text(row, column)) == ([] if saved[name] is None else [saved[name]])
            assert model.text(row, column).startswith("≥") == (name in saved["at_least"])
        hours = model.text(row, HOURS).split(" → ")
        assert _figures(hours[0])[-1] == now["elapsed_h"]["max"]
        assert _figures(hours[1])[-1] == then["elapsed_h"]["max"]
        assert _figures(model.text(row, KNOWN)) == now["covered"]["time"]
        assert _figures(model.text(row, FEES)) == [fee["amount"] for fee in saved["cost"] or ()]
    for measure, one in zip(workspace.measures, told["measures"], strict=True):
        assert (measure.key, measure.title.text) == (one["key"], one["title"]["text"])
        _same_in_the_editor(workspace, one, wait)


def _same_in_the_editor(workspace: ProposalsWorkspace, one: Json, wait: Wait) -> None:
    for part in one["countries"]:
        measure = next(each for each in workspace.measures if each.key == one["key"])
        workspace.show_measure(measure, part["country"])
        wait(workspace)
        cells = workspace.page.editor.saving.findChildren(SavingCell)[:4]
        (effect,) = part["effect"]
        for cell, name in zip(cells, ("handovers", "visits"), strict=False):
            value = effect["saved"][name]
            assert _figures(cell.figure.text()) == ([] if value is None else [value])
        fees = [fee["amount"] for fee in effect["saved"]["cost"] or ()]
        assert _figures(cells[3].figure.text()) == (fees or ([] if effect["saved"]["cost"] is None else [0]))


def _same_in_the_workbook(together: list[Json], xlsx: Path) -> None:
    """Read as a reader does that calculates nothing."""
    sheet = "Totals and savings"
    counts = _table(xlsx, sheet, "Country", "Steps, now")
    times = _table(xlsx, sheet, "Country", "Elapsed, typical, now (hours)")
    fees = _table(xlsx, sheet, "Country", "Fees, now")
    names = {"KZ": "Kazakhstan", "UZ": "Uzbekistan"}
    for one, row, hours in zip(together, counts, times, strict=False):
        now, then, saved = one["as_is"], one["to_be"], one["saved"]
        assert row["Country"] == hours["Country"] == names[one["country"]]
        for head, values in (
            ("Steps", (now["steps"], then["steps"], saved["steps"])),
            ("Documents handed in", (now["handovers"], then["handovers"], saved["handovers"])),
            ("Visits in person", (_visits(now), _visits(then), saved["visits"])),
        ):
            shown = [row[f"{head}, {when}"] for when in ("now", "then", "saved")]
            assert shown == [_shown(value) for value in values], head
        assert hours["Elapsed, typical, now (hours)"] == now["elapsed_h"]["typ"]
        assert hours["Elapsed, typical, then (hours)"] == then["elapsed_h"]["typ"]
        less = saved["elapsed_h"]
        assert hours["Saved, typical (hours)"] == _shown(less and less["typ"])
        assert hours["Steps with a counted time, now"] == "{} of {}".format(*now["covered"]["time"])
        own = {(row["Currency"], row["Fees, now"]) for row in fees if row["Country"] == names[one["country"]]}
        assert own == {(fee["currency"], fee["amount"]) for fee in now["cost"]}
        left = {row["Currency"]: row["Fees, then"] for row in fees if row["Country"] == names[one["country"]]}
        assert {code: amount for code, amount in left.items() if amount} == {
            fee["currency"]: fee["amount"] for fee in then["cost"]
        }
    sums = counts[len(together)]
    for head, name in (("Steps", "steps"), ("Documents handed in", "handovers")):
        assert sums[f"{head}, now"] == sum(one["as_is"][name] for one in together)


def _same_on_paper(told: Json, printed: str) -> None:
    """The four figures that a minister reads, and what is saved measure by measure."""
    together = [one["saved"] for one in told["together"]]
    for name, what in (("handovers", "documents handed in fewer"), ("visits", "visits fewer")):
        known = [one[name] for one in together if one[name] is not None]
        least = any(one[name] is None or name in one["at_least"] for one in together)
        total = f"{'≥ ' if least else ''}{sum(known)}" if any(known) else "?"
        assert re.search(rf"(?<!\d){re.escape(total)} {what}", printed), (what, total)
    fees: Counter[str] = Counter()
    for one in together:
        for fee in one["cost"] or ():
            fees[fee["currency"]] += fee["amount"]
    for currency, amount in fees.items():
        assert f"≥ {number(amount, Language.EN)} {currency} fees less" in printed
    for one in told["measures"]:
        assert f"{one['number']}. {one['title']['text']}" in printed
        for part in one["countries"]:
            (effect,) = part["effect"]
            steps = effect["saved"]["steps"]
            assert f"Steps: {steps or 'none'} fewer." in printed
            for line in (part["now"]["text"], part["proposed"]["text"]):
                assert " ".join(line.split("\n")[0].split()[:6]) in printed
