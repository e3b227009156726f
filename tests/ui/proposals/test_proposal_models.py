"""The models, held to the rules of Qt."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from customs_app.analysis.dossier.result import Dossier, ProcedureEffect
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import CommentProposal, LeaveOutMeasure, SetStandpoint
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from customs_app.reports.dossier import dossier
from customs_app.ui.proposals.measure.saving_row import ProcedureRow
from customs_app.ui.proposals.parts import State, parts_of
from customs_app.ui.proposals.parts_list import PART_ROLE, PartsModel
from customs_app.ui.proposals.proposals_list import ProposalsModel
from customs_app.ui.proposals.scope import countries_of
from customs_app.ui.proposals.tables import laws, lists, savings
from customs_app.ui.proposals.tables.measures import ACTS, COUNTRIES, SIGN, TITLE, MeasuresModel
from customs_app.ui.proposals.tables.positions import PositionsModel
from customs_app.ui.session import Session
from customs_app.ui.widgets.rows import RowsModel
from tests.ui.proposals.planted import IDS, MARKS, SUGGESTED, WHO, lacking_law, made, mark, save

EN = words(Language.EN)
_Role = Qt.ItemDataRole
_Mode = QAbstractItemModelTester.FailureReportingMode.Warning


def _held(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, _Mode)


@pytest.fixture
def suggested(dressed: object, catalogue: Catalogue) -> Dossier:
    """What the rules suggest, read."""
    return dossier(catalogue, SUGGESTED, Language.EN, WHO)


def test_proposals_stay_in_their_place_when_one_is_edited(dressed: object, catalogue: Catalogue) -> None:
    first = save(catalogue, MARKS)
    second = save(catalogue, SUGGESTED)
    model = ProposalsModel(EN)
    tester = _held(model)
    countries = countries_of(catalogue.proposals(), catalogue.procedures())
    model.show_proposals(catalogue.proposals(), countries)
    titles = [model.index(row).data() for row in range(model.rowCount())]
    assert titles == ["What the rules suggest", "Road import without repeats"]
    model.show_proposals(tuple(reversed(catalogue.proposals())), countries)
    assert model.index_of(second).row() == 0
    assert model.index_of(first).row() == 1
    assert not model.index_of("gone").isValid()
    assert "Import · Road · 2 countries · Draft" in model.index(0).data(_Role.AccessibleTextRole)
    model.show_proposals((), {})
    assert model.rowCount() == 0
    del tester


def test_measures_can_be_folded_away(suggested: Dossier) -> None:
    model = PartsModel(EN)
    tester = _held(model)
    model.show_parts(parts_of(suggested, EN))
    n = len(suggested.measures)
    assert n > 3
    assert model.rowCount() == 11 + n
    assert model.index_of("measure-2").data() == f"2. {suggested.measures[1].title.text}"
    assert model.index_of("sources").row() == 8 + n
    model.fold(folded=True)
    assert model.rowCount() == 11
    assert not model.index_of("measure-2").isValid()
    assert model.index_of("measures").data(_Role.AccessibleTextRole).endswith(f", {n}")
    model.fold(folded=False)
    assert model.rowCount() == 11 + n
    del tester


def test_parts_say_what_is_not_known_and_what_has_changed(dressed: object, catalogue: Catalogue) -> None:
    mark(catalogue, lacking_law(catalogue), Verdict.REMOVE)
    proposal = made(catalogue)
    shown = dossier(catalogue, proposal, Language.EN, WHO)
    states = {part.key: part.state for part in parts_of(shown, EN)}
    assert states["laws"] is State.UNKNOWN
    assert states["measure-1"] is None
    assert {part.key for part in parts_of(None, EN)} >= {"title", "summary", "measures", "history"}
    model = PartsModel(EN)
    model.show_parts(parts_of(shown, EN))
    said = model.index_of("laws").data(_Role.AccessibleTextRole)
    assert said == "Articles of law, 2, something is not known"
    assert model.index_of("laws").data(PART_ROLE).count == "2"


def test_measures_say_what_is_not_known(dressed: object, catalogue: Catalogue) -> None:
    mark(catalogue, lacking_law(catalogue), Verdict.REMOVE)
    model = MeasuresModel(LIGHT, EN)
    tester = _held(model)
    model.show_dossier(dossier(catalogue, MARKS, Language.EN, WHO))
    assert model.rowCount() == 1
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row[TITLE].startswith("Remove: ")
    assert row[COUNTRIES] == "UZ"
    assert row[ACTS] == "article not known"
    assert model.index(0, ACTS).data(_Role.ForegroundRole).name().upper() == LIGHT.warn
    assert model.index(0, COUNTRIES).data(_Role.ToolTipRole) == "Uzbekistan"
    sign = model.sign(model.index(0, SIGN))
    assert sign is not None
    assert sign.says
    assert model.headerData(SIGN, Qt.Orientation.Horizontal) == ""
    assert model.headerData(SIGN, Qt.Orientation.Horizontal, _Role.AccessibleTextRole) == "Verdict"
    model.show_dossier(None)
    assert model.rowCount() == 0
    assert model.sign(model.index(0, SIGN)) is None
    del tester


def test_a_measure_that_is_left_out_says_so_and_cannot_be_dragged(
    dressed: object, catalogue: Catalogue
) -> None:
    proposal = made(catalogue)
    key = dossier(catalogue, proposal, Language.EN, WHO).measures[0].key
    catalogue.run(LeaveOutMeasure(proposal.id, key), WHO)
    model = MeasuresModel(LIGHT, EN)
    tester = _held(model)
    model.show_dossier(dossier(catalogue, proposal, Language.EN, WHO))
    index = model.index(0, TITLE)
    assert index.data().endswith("(left out)")
    assert index.data(_Role.ForegroundRole).name().upper() == LIGHT.text3
    assert not model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    del tester


def test_a_measure_is_dragged_before_another(suggested: Dossier) -> None:
    model = MeasuresModel(LIGHT, EN)
    tester = _held(model)
    model.show_dossier(suggested)
    asked: list[tuple[str, int]] = []
    model.moved.connect(lambda key, before: asked.append((key, before)))
    data = model.mimeData([model.index(2, TITLE)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(1, TITLE))
    assert asked == [(suggested.measures[2].key, 0), (suggested.measures[2].key, 1)]
    model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert len(asked) == 2
    del tester


def test_positions_stand_in_a_grid(dressed: object, catalogue: Catalogue) -> None:
    proposal = made(catalogue)
    key = dossier(catalogue, proposal, Language.EN, WHO).measures[0].key
    catalogue.run(SetStandpoint(proposal.id, "UZ", Position.RESERVE, "Needs a year", key), WHO)
    model = PositionsModel(LIGHT, EN)
    tester = _held(model)
    model.show_dossier(dossier(catalogue, proposal, Language.EN, WHO))
    assert model.rowCount() == 2
    assert model.delegations == ("KZ", "UZ", "Secretariat")
    assert [model.key(row) for row in range(2)] == ["", key]
    cell = model.index(1, 2)
    assert cell.data() == "for, with a reservation"
    assert cell.data(_Role.ToolTipRole) == "Uzbekistan: for, with a reservation\nNeeds a year"
    assert model.sign(cell) is not None
    assert model.index(0, 1).data() == "not stated"
    assert model.headerData(1, Qt.Orientation.Horizontal, _Role.ToolTipRole) == "Kazakhstan"
    model.show_dossier(None)
    assert model.rowCount() == 0
    assert model.columnCount() == 1
    del tester


_Rows = Callable[[Dossier, Catalogue], tuple[RowsModel, tuple]]
_TABLES: dict[str, _Rows] = {
    "savings": lambda shown, _: (savings.SavingsModel(EN), shown.together),
    "laws": lambda shown, _: (laws.LawsModel(LIGHT, EN), tuple(laws.laws_of(shown))),
    "compared": lambda shown, _: (lists.ComparedModel(EN), shown.procedures),
    "sources": lambda shown, _: (lists.SourcesModel(EN), shown.sources),
    "comments": lambda shown, _: (lists.CommentsModel(EN), lists.comments_of(shown)),
    "history": lambda shown, file: (lists.HistoryModel(EN), file.proposal_history(shown.proposal.id)),
}


@pytest.mark.parametrize("name", _TABLES)
def test_tables_of_parts_keep_the_rules_and_say_something(
    dressed: object, catalogue: Catalogue, name: str
) -> None:
    proposal = made(catalogue)
    catalogue.run(CommentProposal(proposal.id, "Looks right"), WHO)
    shown = dossier(catalogue, proposal, Language.EN, WHO)
    model, rows = _TABLES[name](shown, catalogue)
    tester = _held(model)
    model.show_rows(rows)
    assert model.rowCount() == len(rows) > 0
    said = [model.index(0, column).data() for column in range(model.columnCount())]
    assert all(isinstance(text, str) for text in said)
    assert sum(bool(text) for text in said) >= 2
    model.show_rows(())
    assert model.rowCount() == 0
    del tester


@pytest.fixture
def at_least(suggested: Dossier) -> ProcedureEffect:
    """An effect of which more may be saved than is known; of its steps in person no visits are recorded."""
    one = suggested.together[0]
    saved = replace(
        one.effect.saved,
        elapsed=Range(2, 2, 2),
        cost=(Money(5, "USD"),),
        handovers=3,
        visits=1,
        more=frozenset({"elapsed", "cost", "handovers", "visits"}),
    )
    before = replace(one.effect.as_is, visits=None, in_person=2)
    after = replace(one.effect.to_be, visits=None, in_person=1)
    return replace(one, effect=replace(one.effect, saved=saved, as_is=before, to_be=after))


def test_savings_are_told_alike_in_the_table_and_beside_a_measure(
    at_least: ProcedureEffect, session: Session
) -> None:
    model = savings.SavingsModel(EN)
    model.show_rows((at_least,))
    columns = (savings.HANDED, savings.VISITS, savings.LESS, savings.FEES)
    told = [model.index(0, column).data() for column in columns]
    row = ProcedureRow(session)
    row.show_effect(at_least, EN, named=False)
    assert told == [cell.figure.text() for cell in row.cells]
    assert told == ["≥ −3", "≥ −1", "≥ −2 h", "≥ −5\u00a0USD"]


def test_visits_count_a_step_in_person_as_one(at_least: ProcedureEffect, session: Session) -> None:
    row = ProcedureRow(session)
    row.show_effect(at_least, EN, named=False)
    assert row.cells[1].accessibleName() == "Visits: ≥ −1, 2 → 1"


def test_history_and_comments_say_who_did_what(dressed: object, catalogue: Catalogue) -> None:
    proposal = made(catalogue)
    catalogue.run(CommentProposal(proposal.id, "Looks\nright"), WHO)
    catalogue.undo(WHO)
    entries = catalogue.proposal_history(proposal.id)
    model = lists.HistoryModel(EN)
    model.show_rows(entries)
    said = [
        (model.index(row, 1).data(), model.index(row, 2).data(), model.index(row, 3).data())
        for row in range(3)
    ]
    who = "A. Karimova, Secretariat"
    comment = f"Comment on proposal “{MARKS.title}”"
    assert (who, comment, "taken back") in said
    assert any(what == f"undo: {comment}" for _, what, _ in said)
    catalogue.run(CommentProposal(proposal.id, "Looks\nright"), WHO)
    remarks = lists.CommentsModel(EN)
    remarks.show_rows(lists.comments_of(dossier(catalogue, proposal, Language.EN, WHO)))
    assert remarks.index(0, 2).data() == "the whole proposal"
    assert remarks.index(0, 3).data() == "Looks right"


def test_a_law_that_is_not_known_is_a_worklist(dressed: object, catalogue: Catalogue) -> None:
    lacking = lacking_law(catalogue)
    mark(catalogue, lacking, Verdict.REMOVE)
    shown = dossier(catalogue, MARKS, Language.EN, WHO)
    model = laws.LawsModel(LIGHT, EN)
    model.show_rows(tuple(laws.laws_of(shown)))
    number = catalogue.full_procedure(IDS[1]).number(lacking)
    index = model.index(0, laws.ACT)
    assert index.data() == f"? step {number}: article not known"
    assert index.data(_Role.ForegroundRole).name().upper() == LIGHT.warn
