"""Models of the workspace keep to Qt's rules, and say what they show in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.corridor import Leg, LegKind
from customs_app.domain.text import Language, Text
from customs_app.language.words import Words, words
from customs_app.ui.corridors.cells_model import CELL_ROLE, CellsModel
from customs_app.ui.corridors.cells_table import fitted
from customs_app.ui.corridors.legs_model import CODE, COUNTRY, KIND, NOTE, NUMBER, PLACE, LegsModel
from customs_app.ui.corridors.list_model import CorridorsModel, corridor_lines
from customs_app.ui.corridors.looks import Cell, Place, StepLook, TableLook
from customs_app.ui.corridors.steps_model import StepsModel

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def names(model: CorridorsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.fixture
def filled(catalogue: Catalogue, english: Words, qtbot: QtBot) -> CorridorsModel:
    assert qtbot is not None
    model = CorridorsModel()
    model.show_lines(corridor_lines(catalogue.reference(), english))
    return model


def test_all_corridors_stand_in_the_list_with_their_mode(filled: CorridorsModel) -> None:
    tester = watched(filled)
    assert len(names(filled)) == 14
    assert filled.index_of("COR-02").data(_SPOKEN).endswith(", Rail")
    assert filled.lines[3].icon == "shuffle"
    assert filled.index_of("COR-99").isValid() is False
    assert tester.model() is filled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("karachi", 3),
        ("irkeshtam", 2),
        ("иркештам", 2),
        ("喀什", 2),
        ("rail", 1),
        ("kyrgyz  afghan", 2),
        ("nowhere", 0),
    ],
)
def test_the_filter_looks_into_names_countries_and_places_in_all_languages(
    filled: CorridorsModel, text: str, found: int
) -> None:
    tester = watched(filled)
    filled.narrow(text)
    assert filled.rowCount() == found
    filled.narrow("")
    assert filled.rowCount() == 14
    assert tester.model() is filled


def test_a_name_without_a_translation_is_marked(catalogue: Catalogue) -> None:
    reference = catalogue.reference()
    plain = replace(reference.corridors["COR-01"], id="NEW", name=Text("A new road"))
    known = replace(reference, corridors={**reference.corridors, "NEW": plain})
    lines = {line.id: line for line in corridor_lines(known, words(Language.RU))}
    assert (lines["NEW"].name, lines["NEW"].foreign) == ("A new road", True)
    assert lines["COR-01"].name.startswith("Автодорожный")
    assert lines["COR-01"].foreign is False


def step(step_id: str, **others: object) -> StepLook:
    values: dict[str, object] = {"figure": "?", "tip": "t", "spoken": "s", "stage": None, "evidence": None}
    return StepLook(step_id, 1, f"Step {step_id}", **(values | others))  # type: ignore[arg-type]


def test_steps_that_only_look_otherwise_are_not_built_anew(qtbot: QtBot) -> None:
    model = StepsModel()
    tester = watched(model)
    model.show_steps([step("a"), step("b")])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_steps([step("a", struck=True), step("b")])
    with qtbot.waitSignal(model.modelReset):
        model.show_steps([step("b")])
    assert (model.row_of("b"), model.row_of("a"), model.row_of(None)) == (0, -1, -1)
    assert tester.model() is model


def test_a_cell_of_places_is_copied_and_spoken_as_words(qtbot: QtBot) -> None:
    assert qtbot is not None
    model = CellsModel()
    tester = watched(model)
    place = Place("eye", 4, "X-4", "KZ-transit")
    row = (Cell("Invoice"), Cell(places=(place,), spoken="step 4, shown"), Cell("3", figure=True))
    model.show_table(TableLook("t", "T", "A table", ("D", "KZ", "Times"), (None, "KZ-transit", None), (row,)))
    assert model.index(0, 1).data() == "step 4, shown"
    assert model.index(0, 1).data(CELL_ROLE).places == (place,)
    assert model.is_figure(2)
    assert not model.is_figure(0)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Times"
    assert tester.model() is model


@pytest.mark.parametrize(
    ("wanted", "least", "room", "widths"),
    [
        ([100, 50], [40, 50], 200, [150, 50]),
        ([100, 50], [40, 50], 120, [70, 50]),
        ([100, 80, 50], [40, 40, 50], 150, [40, 60, 50]),
        ([100, 50], [90, 50], 100, [90, 50]),
        ([], [], 300, []),
    ],
)
def test_columns_fill_the_room_and_figures_are_never_cut(
    wanted: list[int], least: list[int], room: int, widths: list[int]
) -> None:
    assert fitted(wanted, least, room) == widths


@pytest.fixture
def legs(catalogue: Catalogue, english: Words, qtbot: QtBot) -> LegsModel:
    assert qtbot is not None
    reference = catalogue.reference()
    model = LegsModel(reference, english)
    model.show_legs(reference.corridors["COR-03"].legs)
    return model


def test_places_are_added_moved_and_taken_out(legs: LegsModel) -> None:
    tester = watched(legs)
    row = legs.add(1)
    assert (row, legs.legs[2].country, legs.legs[2].kind) == (2, "UZ", LegKind.TRANSIT)
    assert legs.move(2, -1) == 1
    assert [leg.name.en if leg.name else None for leg in legs.legs[:3]] == ["Tashkent", None, "Andijan"]
    assert legs.move(0, -1) == 0
    legs.remove(1)
    legs.remove(99)
    assert [leg.seq for leg in legs.legs] == [1, 2, 3, 4, 5, 6, 7]
    assert tester.model() is legs


def put(model: LegsModel, row: int, column: int, value: object) -> Leg:
    assert model.setData(model.index(row, column), value)
    return model.legs[row]


def test_a_known_place_brings_its_code_and_its_names_along(legs: LegsModel) -> None:
    leg = put(legs, 6, PLACE, "Lianyungang")
    assert leg.unlocode == "CNLYG"
    assert leg.name is not None
    assert leg.name.ru == "Ляньюньган"
    assert put(legs, 6, PLACE, "Somewhere new").name == Text("Somewhere new")
    assert put(legs, 6, PLACE, " ").name is None
    assert put(legs, 6, COUNTRY, "KZ").country == "KZ"
    assert put(legs, 6, CODE, "kzala").unlocode == "KZALA"
    assert put(legs, 6, KIND, "border_exit").kind is LegKind.BORDER_EXIT
    assert put(legs, 6, NOTE, "a note").note == "a note"
    assert legs.index(6, COUNTRY).data() == "KZ  Kazakhstan"
    assert legs.index(6, KIND).data() == "leaves the country"


def test_a_place_written_in_russian_is_a_russian_name(catalogue: Catalogue, qtbot: QtBot) -> None:
    assert qtbot is not None
    model = LegsModel(catalogue.reference(), words(Language.RU))
    model.show_legs([Leg(1, "KZ", Text("Almaty", "Алматы", "阿拉木图"), "KZALA", LegKind.ORIGIN)])
    assert put(model, 0, PLACE, "Алматы").name == Text("Almaty", "Алматы", "阿拉木图")
    assert put(model, 0, PLACE, "Конаев").name == Text("Конаев", ru="Конаев")


def test_the_number_of_a_place_cannot_be_edited(legs: LegsModel) -> None:
    assert not legs.flags(legs.index(0, NUMBER)) & Qt.ItemFlag.ItemIsEditable
    assert legs.flags(legs.index(0, PLACE)) & Qt.ItemFlag.ItemIsEditable
    assert legs.setData(QModelIndex(), "x") is False
