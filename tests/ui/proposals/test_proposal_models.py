"""The models, held to the rules of Qt."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from customs_app.reports.content import saved_proposal_content
from customs_app.ui.proposals.measures_table import ACTS, COUNTRIES, SIGN, TITLE, MeasuresModel
from customs_app.ui.proposals.parts import parts_of
from customs_app.ui.proposals.parts_list import PartsModel
from customs_app.ui.proposals.proposals_list import ProposalsModel
from tests.ui.proposals.planted import MARKS, SUGGESTED, mark, save, step_ids

EN = words(Language.EN)
_Mode = QAbstractItemModelTester.FailureReportingMode.Warning


def _held(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, _Mode)


def test_proposals_stay_in_their_place_when_one_is_edited(dressed: object, catalogue: Catalogue) -> None:
    first = save(catalogue, MARKS)
    second = save(catalogue, SUGGESTED)
    model = ProposalsModel(EN)
    tester = _held(model)
    model.show_proposals(catalogue.proposals())
    titles = [model.index(row).data() for row in range(model.rowCount())]
    assert titles == ["What the rules suggest", "Road import without repeats"]
    model.show_proposals(tuple(reversed(catalogue.proposals())))
    assert model.index_of(second).row() == 0
    assert model.index_of(first).row() == 1
    assert not model.index_of("gone").isValid()
    assert "Import · Road · 2 countries · Draft" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.show_proposals(())
    assert model.rowCount() == 0
    del tester


def test_measures_can_be_folded_away(dressed: object, catalogue: Catalogue) -> None:
    content = saved_proposal_content(catalogue, SUGGESTED)
    model = PartsModel()
    tester = _held(model)
    parts = parts_of(SUGGESTED, content, EN)
    model.show_parts(parts)
    n = len(content.measures)
    assert n > 3
    assert model.rowCount() == 5 + n
    assert model.index_of("measure-2").data() == f"2. {EN.say(content.measures[1].title)}"
    assert model.index_of("sources").row() == 4 + n
    model.fold(folded=True)
    assert model.rowCount() == 5
    assert not model.index_of("measure-2").isValid()
    assert model.index_of("measures").data(Qt.ItemDataRole.AccessibleTextRole).endswith(f", {n}")
    model.fold(folded=False)
    assert model.rowCount() == 5 + n
    del tester


def test_measures_say_what_is_not_known(dressed: object, qtbot: QtBot, catalogue: Catalogue) -> None:
    mark(catalogue, step_ids(catalogue, law=False)[0], Verdict.ONLINE)
    content = saved_proposal_content(catalogue, MARKS)
    model = MeasuresModel(LIGHT, EN)
    tester = _held(model)
    model.show_content(content)
    assert model.rowCount() == 1
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row[TITLE].startswith("Move online: ")
    assert row[COUNTRIES] == "KZ"
    assert row[ACTS] == "article not known"
    assert model.index(0, ACTS).data(Qt.ItemDataRole.ForegroundRole).name().upper() == LIGHT.warn
    assert model.index(0, COUNTRIES).data(Qt.ItemDataRole.ToolTipRole) == "Kazakhstan"
    sign = model.sign(model.index(0, SIGN))
    assert sign is not None
    assert sign.says
    assert model.headerData(SIGN, Qt.Orientation.Horizontal) == ""
    assert model.headerData(SIGN, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole) == "Verdict"
    model.show_content(None)
    assert model.rowCount() == 0
    assert model.sign(model.index(0, SIGN)) is None
    del tester
