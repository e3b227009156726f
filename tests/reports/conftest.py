"""A catalogue on which reviewers have worked, and what is printed of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.rounds import StartRound
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime, Verdict
from customs_app.domain.review import Reviewer
from customs_app.reports.content import Content, comparison_content, proposal_content
from customs_app.reports.subject import Subject

HOSTILE_TITLE = '=HYPERLINK("http://example.org","click") <b>&amp; _x0041_'
HOSTILE_REASON = "@SUM(1+1) <img src='file:///etc/passwd'>\n#N/A"
SECRETARIAT = Reviewer("A. Karimova", "Secretariat")
DELEGATE = Reviewer("+1 Ли", "Узбекистан")
COUNTRIES = ("RU", "TJ", "UZ")


@pytest.fixture(scope="session")
def marked_file(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starting content with four marks, one of them stale, and a step with a hostile title."""
    path = tmp_path_factory.mktemp("marked") / "marked.customs"
    shutil.copy(starting_file, path)
    with open_catalogue(path) as catalogue:
        run = catalogue.run
        run(EditStep("UZ-P-import-road-03", {"title_en": HOSTILE_TITLE, "title_ru": None}), SECRETARIAT)
        run(SetMark("UZ-P-import-road-03", Verdict.REMOVE, HOSTILE_REASON, article="Art. 1"), SECRETARIAT)
        run(SetMark("UZ-P-import-road-03", Verdict.KEEP, "It protects health."), DELEGATE)
        run(SetMark("UZ-P-import-road-04", Verdict.ONLINE, "A portal exists."), SECRETARIAT)
        run(EditStep("UZ-P-import-road-04", {"legal_basis": "A new law"}), SECRETARIAT)
        run(SetMark("KZ-P-import-road-01", Verdict.REMOVE, "Not printed with the three."), SECRETARIAT)
    return path


@pytest.fixture
def blind_file(marked_file: Path, tmp_path: Path) -> Path:
    """The same with a round that is still blind over the Uzbek procedure alone."""
    path = tmp_path / "blind.customs"
    shutil.copy(marked_file, path)
    with open_catalogue(path) as catalogue:
        catalogue.run(StartRound(("UZ-P-import-road",)), SECRETARIAT)
    return path


@pytest.fixture
def marked(marked_file: Path) -> Iterator[Catalogue]:
    """That catalogue, open for reading."""
    with open_catalogue(marked_file, read_only=True) as catalogue:
        yield catalogue


@pytest.fixture(scope="session")
def comparison(marked_file: Path) -> Content:
    """Import by road of three countries."""
    with open_catalogue(marked_file, read_only=True) as catalogue:
        return comparison_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, COUNTRIES))


@pytest.fixture(scope="session")
def proposal(marked_file: Path) -> Content:
    """The proposal made of the marks on these."""
    with open_catalogue(marked_file, read_only=True) as catalogue:
        return proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, COUNTRIES))
