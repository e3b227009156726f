"""A proposal with terms, acts, positions and a rewritten text, and its workbook."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from customs_app.analysis.dossier.result import Dossier
from customs_app.catalogue.commands import (
    AddAct,
    EditStep,
    RewriteText,
    SaveProposal,
    SetStandpoint,
    SetTerms,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import MadeFrom, Mode, Position, ProposalStatus, Regime
from customs_app.domain.dossier import Funds, OwnAct, Terms, TextKind, TextPlace
from customs_app.domain.figures import Money
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.content import Content, saved_proposal_content
from customs_app.reports.dossier import dossier
from customs_app.reports.workbook import write_workbook

WHO = Reviewer("A. Karimova", "UZ")
INVOICE = "submit_once:document:380"
WRITTEN = '=HYPERLINK("http://example.org","now") The invoice is asked for three times.'


@dataclass(frozen=True, slots=True)
class Written:
    """A workbook, what it was made of, and the same dossier as any other paper would read it."""

    path: Path
    content: Content
    dossier: Dossier


@pytest.fixture(scope="session")
def filled(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The workbook of a proposal over three countries, made of what the rules suggest."""
    folder = tmp_path_factory.mktemp("filled")
    path = folder / "filled.customs"
    shutil.copy(starting_file, path)
    with open_catalogue(path) as catalogue:
        made = Proposal(
            id="",
            title="Road import, simpler",
            status=ProposalStatus.CIRCULATED,
            regime=Regime.IMPORT,
            mode=Mode.ROAD,
            procedures=("KZ-P-import-road", "UZ-P-import-road", "TJ-P-import-road"),
            made_from=MadeFrom.FINDINGS,
            delegation="UZ",
            number="7/2026",
            day="2026-11-20",
            mandate="Communiqué, point 4",
        )
        saved = catalogue.run(SaveProposal(made), WHO).new_id
        assert saved is not None
        proposal = next(one for one in catalogue.proposals() if one.id == saved)
        first = dossier(catalogue, proposal, Language.EN).measures[0]
        other = first.parts[0].country
        assert first.key != INVOICE
        now = TextPlace(TextKind.NOW, Language.EN, INVOICE, "UZ")
        for command in (
            SetTerms(saved, INVOICE, "UZ", Terms(Money(40_000.0, "USD"), Funds.NATIONAL_BUDGET, months=6)),
            SetTerms(saved, first.key, other, Terms(Money(2_500.0, "USD"), due="2027-03-01", body="Customs")),
            AddAct(saved, OwnAct("", INVOICE, "UZ", "+Uzstandard rules", "take it from the system")),
            SetStandpoint(saved, "KZ", Position.RESERVE, "=cmd|'/c calc'!A1", INVOICE),
            SetStandpoint(saved, "UZ", Position.FOR, "", INVOICE),
            RewriteText(saved, now, WRITTEN, "An older draft."),
            EditStep("UZ-P-import-road-15", {"cost_amount": 2_000_000}),
        ):
            catalogue.run(command, WHO)
        proposal = next(one for one in catalogue.proposals() if one.id == saved)
        content = saved_proposal_content(catalogue, proposal)
        told = dossier(catalogue, proposal, Language.EN)
    assert content.dossier(words(Language.EN)) == told
    write_workbook(content, folder / "en.xlsx", Language.EN)
    return Written(folder / "en.xlsx", content, told)
