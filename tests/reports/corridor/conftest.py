"""The road from Lianyungang to Saint Petersburg, ready to print."""

from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from customs_app.analysis.case import BASE, Case
from customs_app.catalogue.file import open_catalogue
from customs_app.reports.corridor import CorridorPaper, corridor_paper

PaperOf = Callable[..., CorridorPaper]


@pytest.fixture(scope="session")
def paper_of(starting_file: Path) -> PaperOf:
    def of(corridor_id: str, case: Case = BASE, without: Collection[str] = ()) -> CorridorPaper:
        with open_catalogue(starting_file, read_only=True) as catalogue:
            return corridor_paper(catalogue, corridor_id, case, without)

    return of


@pytest.fixture(scope="session")
def road(paper_of: PaperOf) -> CorridorPaper:
    return paper_of("COR-01")
