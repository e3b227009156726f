"""The corridor that is shown goes out as a workbook and as a PDF from the menu Export."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from customs_app.ui.corridors.exports import source_of
from customs_app.ui.corridors.workspace import CorridorsWorkspace
from customs_app.ui.main_window import MainWindow
from tests.ui.corridors.conftest import Answered
from tests.ui.corridors.parts import worked


@pytest.mark.usefixtures("corridors")
@pytest.mark.parametrize(
    ("name", "says"), [("corridor_excel_en.xlsx", "105.1"), ("corridor_pdf_ru.pdf", "105,1")]
)
def test_a_corridor_is_written_in_the_language_chosen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str, says: str
) -> None:
    assert {one.objectName() for one in window.export_menu.actions()} >= {"corridor_excel", "corridor_pdf"}
    entry = window.findChild(QAction, Path(name).stem)
    assert entry is not None
    entry.trigger()
    dialog = window.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    path = tmp_path / name
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(path))
    with qtbot.waitSignal(window.session.noticed, timeout=20_000) as noticed:
        dialog.accept()
    assert noticed.args[0].made == path
    if path.suffix == ".pdf":
        text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    else:
        book = CalamineWorkbook.from_path(path)
        text = "\n".join(
            str(row) for one in book.sheet_names for row in book.get_sheet_by_name(one).to_python()
        )
    assert says in text


def test_the_what_if_that_is_on_goes_into_the_papers(
    corridors: CorridorsWorkspace, answered: Answered
) -> None:
    corridors.turn_what_if(on=True)
    chain = worked(corridors).chain
    gone = {chain.points[0].step_id, chain.points[1].step_id}
    for step_id in gone:
        corridors.asking.strike(step_id)
        answered(corridors)
    source = source_of(corridors)
    assert source is not None
    found = source.content(corridors.session.catalogue).content.what_if
    assert found is not None
    assert found.struck == gone
    assert found.chain.totals == worked(corridors).chain.totals
    corridors.turn_what_if(on=False)
    answered(corridors)
    source = source_of(corridors)
    assert source is not None
    assert source.content(corridors.session.catalogue).content.what_if is None
