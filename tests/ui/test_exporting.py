"""Exports from the window: names, the dialog, the files, and what cancelling leaves."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language, Message
from customs_app.reports.content import Content, comparison_content
from customs_app.reports.subject import Subject
from customs_app.ui.exporting import (
    CONTENT_PAPERS,
    PDF,
    WORKBOOK,
    Source,
    export,
    export_action,
    export_again,
    export_folder,
    file_name,
)
from customs_app.ui.exporting_kept import Kept
from customs_app.ui.session import Notice, Session
from customs_app.ui.workspace import Workspace

NAME = Message("{kind} / side: by side", {"kind": Message("Import")})
RAIL = partial(comparison_content, subject=Subject(Regime.IMPORT, Mode.RAIL, ("KZ", "UZ")))


def source(language: Language = Language.EN) -> Source[Content]:
    """The comparison as there are papers of it."""
    return Source("comparison:import:rail", NAME, RAIL, CONTENT_PAPERS, language)


@pytest.fixture
def workspace(session: Session, qtbot: QtBot) -> Workspace:
    class Plain(Workspace):
        key = "plain"
        title = "Catalogue"

    workspace = Plain(session)
    qtbot.addWidget(workspace)
    return workspace


def chosen(owner: QWidget, folder: Path, name: str = "") -> Path:
    """Take the proposed name, or another, in a folder, as one does in the dialog."""
    dialog = owner.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    proposed = Path(dialog.selectedFiles()[0]).name
    path = folder / (name or proposed)
    dialog.setDirectory(str(folder))
    dialog.selectFile(str(path))
    dialog.accept()
    return path


def test_names_of_files_are_taken_by_every_system() -> None:
    day = date(2026, 11, 24)
    assert file_name('Import: "road" / A\\B?*', ".xlsx", day) == "Import road A B, 2026-11-24.xlsx"
    assert file_name("Ввоз. ", ".pdf", day) == "Ввоз, 2026-11-24.pdf"
    assert file_name("x" * 500, ".pdf", day) == "x" * 120 + ", 2026-11-24.pdf"


@pytest.mark.parametrize("language", list(Language))
def test_a_workbook_is_written_in_the_language_asked_for(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path, *, language: Language
) -> None:
    export(workspace, source(language), WORKBOOK)
    with qtbot.waitSignal(session.noticed, timeout=60_000) as noticed:
        path = chosen(workspace, tmp_path)
    assert path.suffix == ".xlsx"
    assert "/" not in path.name
    assert ":" not in path.name
    notice = noticed.args[0]
    assert isinstance(notice, Notice)
    assert notice.made == path
    words = {Language.EN: "Kazakhstan", Language.RU: "Казахстан", Language.ZH: "哈萨克斯坦"}
    assert any(words[language] in name for name in CalamineWorkbook.from_path(path).sheet_names)


def test_a_pdf_is_written_and_its_suffix_added(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    export(workspace, source(), PDF)
    with qtbot.waitSignal(session.noticed, timeout=60_000):
        chosen(workspace, tmp_path, "paper")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")


def test_the_next_export_begins_in_the_folder_of_the_last(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    export(workspace, source(), WORKBOOK)
    with qtbot.waitSignal(session.noticed, timeout=60_000):
        chosen(workspace, folder)
    export(workspace, source(), PDF)
    dialogs = workspace.findChildren(QFileDialog, "export_dialog")
    assert Path(dialogs[-1].directory().path()) == folder
    dialogs[-1].reject()


def test_the_first_export_does_not_begin_in_the_hidden_folder_of_the_catalogue(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: "/no/such/folder")
    assert export_folder(workspace) == str(Path.home())


def test_it_is_exported_again_without_choosing(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    export_again(workspace, source())  # nothing was chosen yet: it is said, and no file appears
    assert Kept.of(session, source().key) is None
    export(workspace, source(Language.RU), PDF)
    with qtbot.waitSignal(session.noticed, timeout=60_000):
        path = chosen(workspace, tmp_path)
    first = path.read_bytes()
    path.unlink()
    assert Kept.of(session, source().key) == Kept(path, Language.RU)
    dialogs = len(workspace.findChildren(QFileDialog, "export_dialog"))
    with qtbot.waitSignal(session.noticed, timeout=60_000) as noticed:
        export_again(workspace, source(Language.EN))
    assert noticed.args[0].made == path
    assert path.read_bytes() == first
    assert len(workspace.findChildren(QFileDialog, "export_dialog")) == dialogs
    # Another thing has choices of its own, and what is kept may be broken by hand.
    assert Kept.of(session, "comparison:import:road") is None
    session.exports = {one: {"path": 1, "language": "xx"} for one in session.exports}
    assert Kept.of(session, source().key) is None


def test_a_pdf_for_archives_in_two_languages_is_a_kind_of_file(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    export(workspace, source(Language.RU), PDF)
    dialog = workspace.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    kinds = dialog.nameFilters()
    assert dialog.selectedNameFilter() == kinds[0]
    assert len(kinds) == 6
    assert not any("Русский" in kind for kind in kinds)
    dialog.selectNameFilter(next(kind for kind in kinds if "PDF/A" in kind and "中文" in kind))
    with qtbot.waitSignal(session.noticed, timeout=60_000):
        path = chosen(workspace, tmp_path)
    assert path.suffix == ".pdf"
    written = path.read_bytes()
    assert b"pdfaid" in written
    assert "铁路" in pypdf.PdfReader(path).pages[1].extract_text()
    # Again, and in the next dialog, it is what it was.
    path.unlink()
    with qtbot.waitSignal(session.noticed, timeout=60_000):
        export_again(workspace, source())
    assert path.read_bytes() == written
    export(workspace, source(Language.RU), PDF)
    last = workspace.findChildren(QFileDialog, "export_dialog")[-1]
    assert "PDF/A" in last.selectedNameFilter()
    last.reject()


def test_cancelling_leaves_nothing(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()

    def content(catalogue: Catalogue) -> Content:
        assert session.tasks.current is not None or session.tasks.busy
        for task in session.tasks._open:
            task.cancel()
        return RAIL(catalogue)

    export(workspace, replace(source(), content=content), WORKBOOK)
    with qtbot.waitSignal(session.noticed, timeout=60_000) as noticed:
        chosen(workspace, folder)
    assert noticed.args[0].made is None
    assert list(folder.iterdir()) == []


def test_an_export_that_cannot_be_written_says_why(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    export(workspace, source(), WORKBOOK)
    dialog = workspace.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    with qtbot.waitSignal(session.noticed, timeout=60_000) as noticed:
        dialog.fileSelected.emit(str(folder / "missing" / "paper.xlsx"))
    dialog.reject()
    assert noticed.args[0].bad
    assert "missing" in session.words.say(noticed.args[0].message)


def test_the_language_is_chosen_in_a_submenu(workspace: Workspace) -> None:
    asked: list[Language] = []
    action = export_action(workspace, "compare_excel", "Comparison to Excel…", asked.append)
    menu = action.menu()
    assert action.text() == "Comparison to Excel…"
    for entry in menu.actions():
        entry.trigger()
    assert asked == [Language.EN, Language.RU, Language.ZH]
    assert [entry.objectName() for entry in menu.actions()][1] == "compare_excel_ru"
