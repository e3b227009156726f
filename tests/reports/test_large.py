"""A small form of the large proposal of the benchmarks: long procedures, a mark for each measure."""

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from benchmarks.large import content_of, made
from customs_app.domain.job import Cancelled, Progress
from customs_app.domain.text import Language
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.workbook import write_workbook

MEASURES, STEPS = 8, 100

Writes = Callable[[Content, Path, Language, Progress], None]


@pytest.fixture(scope="module")
def content(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Content:
    path = tmp_path_factory.mktemp("large") / "large.customs"
    shutil.copy(starting_file, path)
    assert made(path, MEASURES, STEPS, ("KZ", "UZ")) == MEASURES
    return content_of(path)


def test_the_case_is_as_large_as_it_says(content: Content) -> None:
    assert len(content.measures) == MEASURES
    lengths = [len(full.steps) for _, full in content.procedures()]
    assert lengths == [STEPS // 2, STEPS // 2]


@pytest.mark.parametrize(("writes", "name"), [(write_proposal, "x.pdf"), (write_workbook, "x.xlsx")])
def test_progress_comes_with_each_measure_and_can_be_ended(
    content: Content, tmp_path: Path, writes: Writes, name: str
) -> None:
    told: list[float] = []
    path = tmp_path / name
    writes(content, path, Language.EN, lambda done, of: told.append(done / of))
    assert len(told) > 2 * MEASURES
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert max(b - a for a, b in pairwise(told)) < 0.5
    before = path.read_bytes()

    def cancel(done: int, of: int) -> None:
        if done > of * 0.1:
            raise Cancelled

    with pytest.raises(Cancelled):
        writes(content, path, Language.EN, cancel)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    if path.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
        assert f"Measure {MEASURES}." in text
    else:
        assert "Measures" in CalamineWorkbook.from_path(path).sheet_names
