"""A paper with words and an outline, and the pane that shows it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas  # noqa: TID253 - the tests write papers

from customs_app.domain.text import Language
from customs_app.ui.newest import Desk
from customs_app.ui.preview.pane import PreviewPane
from customs_app.ui.preview.press import PaperMaker, Written
from customs_app.ui.session import Session

PAGES = 12
HIGH = 841.89


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve pages; each third one names a border, the fourth twice. The last two are laid across."""
    path = tmp_path_factory.mktemp("book") / "book.pdf"
    canvas = Canvas(str(path), pagesize=(595.28, HIGH), invariant=1)
    for page in range(1, PAGES + 1):
        if page > PAGES - 2:
            canvas.setPageSize((HIGH, 595.28))
        canvas.bookmarkPage(f"part-{page}")
        canvas.addOutlineEntry(f"Part {page}", f"part-{page}", 0 if page % 2 else 1)
        canvas.drawString(100, 500, f"This is page {page}.")
        if page % 3 == 0:
            canvas.drawString(100, 300, "Border crossing")
        if page == 4:
            canvas.drawString(100, 300, "The BORDER and the border")
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def pane(session: Session, book: Path, qtbot: QtBot) -> Iterator[PreviewPane]:
    """The pane with the book; what it wants is answered beside the event loop."""

    def write(question: object, path: Path, desk: Desk) -> Written:
        desk.go_on()
        shutil.copyfile(book, path)
        return Written(Language.EN, "0123abcd")

    pane = PreviewPane(session)
    qtbot.addWidget(pane)
    maker = PaperMaker(pane, "pages of a book", write)
    pane.wanted.connect(maker.ask_small)
    maker.written.connect(pane.show_paper)
    maker.answered.connect(pane.take)
    pane.setProperty("maker", maker)
    pane.resize(900, 700)
    pane.show()
    pane.show_under_way()
    maker.ask("book")
    qtbot.waitUntil(lambda: pane.pages.is_sharp(0))
    pane.activateWindow()
    pane.pages.setFocus()
    return pane
