"""A catalogue in which a meeting of two delegations was held."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.decisions import Decide, SetDissent
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.meetings import AddNote, EndMeeting, StartMeeting
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.review import Reviewer

CHAIR = Reviewer("A. Karimova", "Secretariat")
KZ, IR = Reviewer("Айгерим С.", "KZ"), Reviewer("ر. محمدی", "IR")
HOSTILE = '=HYPERLINK("http://example.org","x") <b>&amp;</b> _x0041_'
TJ, UZ = "TJ-P-import-road", "UZ-P-import-road"
TITLE = "Expert group on road imports"


def step(number: int, procedure: str = TJ) -> str:
    """The id of a step."""
    return f"{procedure}-{number:02}"


@pytest.fixture(scope="session")
def met_file(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two meetings: an ended one on Tajikistan's procedure, and one on two steps that goes on."""
    path = tmp_path_factory.mktemp("met") / "met.customs"
    shutil.copy(starting_file, path)
    with open_catalogue(path) as catalogue:
        run = catalogue.run
        run(SetMark(step(14), Verdict.ONLINE, "A portal exists."), KZ)
        run(SetMark(step(14), Verdict.KEEP, "The inspector is answerable."), IR)
        first = run(StartMeeting(TITLE, (TJ,), ("KZ", "IR")), CHAIR).new_id
        assert first is not None
        run(Decide(first, step(1), Verdict.KEEP, ""), CHAIR)
        votes = {"KZ": Verdict.ONLINE, "IR": Verdict.KEEP}
        online = run(
            Decide(first, step(14), Verdict.ONLINE, "The portal checks it.", votes=votes), CHAIR
        ).new_id
        assert online is not None
        run(SetDissent(online, "IR", Position.AGAINST, "Article 102 leaves no room."), CHAIR)
        run(Decide(first, step(3), Verdict.MERGE, HOSTILE, merge_into=step(8), votes={}), CHAIR)
        run(Decide(first, step(4), Verdict.LAW_FIRST, "The decree asks for it.", article="Decree 5"), CHAIR)
        run(AddNote(first, "Text of the decree by Friday.", step(14)), KZ)
        run(AddNote(first, "@SUM(1) a note about nothing"), CHAIR)
        run(EndMeeting(first), CHAIR)
        run(EditStep(step(4), {"legal_basis": "Another law"}), CHAIR)
        second = run(
            StartMeeting("What is contested", (UZ, TJ), ("UZ",), (step(2, UZ), step(14))), CHAIR
        ).new_id
        assert second is not None
        run(Decide(second, step(2, UZ), Verdict.REMOVE, "Nobody reads it."), CHAIR)
    return path


@pytest.fixture
def met(met_file: Path) -> Iterator[Catalogue]:
    """That catalogue, open for reading."""
    with open_catalogue(met_file, read_only=True) as catalogue:
        yield catalogue
