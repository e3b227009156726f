"""The tab that tells what is done at which place."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from customs_app.ui.compare.place_rows import CODE, DOING, MOVES, PLACE, PROCEDURES
from customs_app.ui.compare.places_page import PlacesPage
from customs_app.ui.compare.tabs import Tab
from customs_app.ui.compare.workspace import CompareWorkspace


@pytest.fixture
def page(compare: CompareWorkspace, qtbot: QtBot) -> PlacesPage:
    """The tab, filled."""
    compare.page.show_tab(Tab.PLACES)
    found = cast(PlacesPage, compare.page.other)
    qtbot.waitUntil(lambda: bool(found.model.rows), timeout=10_000)
    return found


def choose(page: PlacesPage, location: str) -> None:
    page.table.selectRow([line.row.location.id for line in page.model.rows].index(location))


def details(page: PlacesPage) -> str:
    return "\n".join(label.text() for label in page.details.widget().findChildren(QLabel))


def test_every_place_of_the_countries_compared_stands_from_the_border_inland(page: PlacesPage) -> None:
    lines = page.model.rows
    assert {line.cells[CODE] for line in lines} == {
        "BY",
        "CN",
        "IN",
        "IR",
        "KG",
        "KZ",
        "PK",
        "RU",
        "TJ",
        "UZ",
    }
    assert len(lines) == 84
    assert lines[0].cells[PLACE].startswith("Berestovitsa")
    assert lines[-1].cells[PLACE] == "Smolensk customs"
    assert page.status_text() == "84 places; of 30 no more than the name is known"


def test_what_would_move_inland_is_told_procedure_by_procedure(page: PlacesPage) -> None:
    choose(page, "IN-L-petrapole")
    line = page.table.row
    assert line is not None
    assert (line.cells[PROCEDURES], line.cells[MOVES]) == ("4", "8 · 6")
    said = details(page)
    assert "Import ordinary goods by road through Petrapole: cleared at the border or port" in said
    assert "Would move inland: 6 " in said
    assert "3 lie in one figure for several steps" in said
    assert "Needed besides, to go on under customs control: Lodge the transit declaration" in said


def test_a_place_of_which_only_the_name_is_known_says_so(page: PlacesPage) -> None:
    choose(page, "BY-L-tlc-brest")
    line = page.table.row
    assert line is not None
    assert (line.cells[PROCEDURES], line.cells[DOING], line.cells[MOVES]) == ("–", "?", "?")
    assert "No procedure is described for this place" in details(page)
    assert page.model.spoken(line, DOING).endswith(": unknown")


def test_a_place_named_by_steps_tells_which(page: PlacesPage) -> None:
    choose(page, "KG-L-karabulak")
    assert "Truck crossing at Torugart: 2 Wait in the Kara-Bulak area until called" in details(page)


def test_enter_opens_its_first_procedure(page: PlacesPage, qtbot: QtBot) -> None:
    choose(page, "KZ-L-kordai")
    line = page.table.row
    assert line is not None
    with qtbot.waitSignal(page.procedure_asked) as asked:
        page.table.opened.emit(line)
    assert asked.args == ["KZ-P-bcp-kordai-road"]


def test_the_current_place_is_kept(
    page: PlacesPage, compare: CompareWorkspace, qtbot: QtBot, answered: Callable[[CompareWorkspace], None]
) -> None:
    choose(page, "PK-L-sost")
    state = page.save_state()
    other = PlacesPage(compare.session)
    qtbot.addWidget(other)
    other.restore_state(state)
    assert compare.answer is not None
    other.show_answer(compare.answer)
    qtbot.waitUntil(lambda: bool(other.model.rows), timeout=10_000)
    assert other.save_state() == {"row": "PK-L-sost"}
    answered(compare)


def test_no_head_of_a_column_is_cut(page: PlacesPage) -> None:
    header = page.table.horizontalHeader()
    measure = header.fontMetrics().horizontalAdvance
    two_lines = header.height() > 30
    for column, head in enumerate(page.model.heads):
        room = header.sectionSize(column) - 12
        assert max(map(measure, head.split()), default=0) <= room, head
        assert measure(head) <= room or two_lines, head
