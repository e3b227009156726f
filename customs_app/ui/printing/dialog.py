"""Asks on which printer, which pages, how many copies, on which sides and paper."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.errors import InputError
from customs_app.domain.text import Language
from customs_app.language.words import N_
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.printing.job import Printers, PrintJob, Sheet, Sides
from customs_app.ui.printing.page_range import pages_of
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import show_if

_SIDES = {
    Sides.PRINTER: N_("As the printer is set"),
    Sides.ONE: N_("One side"),
    Sides.LONG: N_("Both sides, turned on the long edge"),
    Sides.SHORT: N_("Both sides, turned on the short edge"),
}
_SHEETS = {
    Sheet.A4: N_("A4"),
    Sheet.A3: N_("A3"),
    Sheet.LETTER: N_("Letter"),
    Sheet.PRINTER: N_("As the printer is set"),
}
_MOST_COPIES = 999
_TO_FILE = ""


class PrintDialog(QDialog):
    """What is printed is told by `show_file`, the printers by `show_printers`; both come later.

    `wanted` carries the PrintJob, whose `printer` is empty where a file is to be written.
    """

    wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        title: str,
        language: Language,
        kept: Mapping[str, object],
        parent: QWidget | None,
        *,
        page: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._title, self._kept, self._page = session.words, title, kept, page
        self._file: Path | None = None
        self._n = 0
        self._sending = False
        self._failure = ""
        text = self._words.text
        self.setObjectName("print_dialog")
        self.setWindowTitle(text("Print"))
        self.setMinimumWidth(460)
        self.what = wrapped()
        self.what.setObjectName("print_what")
        self._named = f"{title} · {LANGUAGES[language]}"
        self.printer = ComboBox("print_printer", text("Printer"), shortest=24)
        self.state = wrapped(role="second")
        self.state.setObjectName("print_state")
        self.all, self.this = QRadioButton(text("All pages")), QRadioButton()
        self.some, self.range = QRadioButton(text("Pages")), QLineEdit()
        self.copies = _Copies()
        self.sides = ComboBox("print_sides", text("Sides"))
        self.sheet = ComboBox("print_sheet", text("Paper"))
        self.problem = wrapped(role="bad")
        self.problem.setObjectName("print_problem")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.print = self._buttons.addButton(text("Print"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._set_up()
        self._lay_out()
        self._connect()
        self.printer.addItem(text("Looking for printers…"), None)
        self._show()

    # -- what comes later

    @property
    def idle(self) -> bool:
        """Whether it waits for nothing, has no paper to print, and says nothing of it."""
        return self._file is None and self.problem.isHidden()

    def show_printers(self, printers: Printers, why_none: str = "") -> None:
        """Offer printers; the one of the last time is chosen, else the usual one."""
        text = self._words.text
        self.printer.clear()
        for name in printers.names:
            stopped = name in printers.stopped
            self.printer.addItem(text("{printer} (stopped)", printer=name) if stopped else name, name)
        self.printer.addItem(text("Into a PDF file…"), _TO_FILE)
        at = self.printer.findData(self._kept.get("printer"))
        usual = self.printer.findData(printers.usual) if printers.usual else -1
        self.printer.setCurrentIndex(at if at >= 0 else max(0, usual))
        none = text("This system has no printer: the pages can be put into a file.")
        self.state.setText("" if printers.names else why_none or none)
        self._show()

    def show_file(self, file: Path, n: int) -> None:
        """The paper is there, with so many pages."""
        self._file, self._n = file, n
        if self._page is not None and self._page < n:
            self.this.setText(self._words.text("Page {page} alone", page=str(self._page + 1)))
            self.this.show()
        self._show()

    def show_failure(self, sentence: str) -> None:
        """Say why it cannot be printed; what was chosen stands, and can be chosen otherwise."""
        self._sending = False
        self._failure = sentence
        self._show()

    def show_sending(self) -> None:
        """The job is under way; it cannot be given twice."""
        self._sending = True
        self._show()

    def chosen(self) -> Mapping[str, object]:
        """What is to be proposed the next time, as JSON values."""
        return {
            "printer": self.printer.currentData(),
            "sides": str(self.sides.currentData()),
            "sheet": str(self.sheet.currentData()),
        }

    # -- parts

    def _set_up(self) -> None:
        words = self._words
        self.print.setObjectName("print_yes")
        self.print.setDefault(True)
        for sides, name in _SIDES.items():
            self.sides.addItem(words.text(name), sides)
        for sheet, name in _SHEETS.items():
            self.sheet.addItem(words.text(name), sheet)
        for box, key in ((self.sides, "sides"), (self.sheet, "sheet")):
            found = [str(box.itemData(at)) for at in range(box.count())]
            box.setCurrentIndex(found.index(str(self._kept[key])) if self._kept.get(key) in found else 0)
        self.copies.setObjectName("print_copies")
        self.copies.setAccessibleName(words.text("Copies"))
        self.range.setObjectName("print_range")
        self.range.setAccessibleName(words.text("Pages"))
        self.range.setPlaceholderText("1-3, 5")
        for button, key in ((self.all, "all"), (self.this, "this"), (self.some, "some")):
            button.setObjectName(f"print_{key}")
        self.all.setChecked(True)
        self.this.hide()

    def _lay_out(self) -> None:
        text = self._words.text
        some = QHBoxLayout()
        some.setSpacing(8)
        some.addWidget(self.some)
        some.addWidget(self.range, 1)
        pages = QVBoxLayout()
        pages.setSpacing(4)
        pages.addWidget(self.all)
        pages.addWidget(self.this)
        pages.addLayout(some)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        form.addRow(text("Printer"), self.printer)
        form.addRow("", self.state)
        form.addRow(QLabel(text("Which pages")), pages)
        form.addRow(text("Copies"), self.copies)
        form.addRow(text("Sides"), self.sides)
        form.addRow(text("Paper"), self.sheet)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(14)
        column.addWidget(self.what)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(self._buttons)
        self.printer.setFocus()

    def _connect(self) -> None:
        self.printer.activated.connect(lambda _: self._on_chosen())
        self.printer.currentIndexChanged.connect(lambda _: self._show())
        for button in (self.all, self.this, self.some):
            button.toggled.connect(lambda _: self._on_chosen())
        self.range.textEdited.connect(lambda _: self.some.setChecked(True))
        self.range.textEdited.connect(lambda _: self._on_chosen())
        self.some.clicked.connect(lambda _: self.range.setFocus())
        self._buttons.accepted.connect(self._on_print)
        self._buttons.rejected.connect(self.reject)

    def _on_chosen(self) -> None:
        """What failed before is tried in another way now."""
        if self._file is not None:
            self._failure = ""
        self._show()

    def _show(self) -> None:
        """Allow what can be done, and say what cannot be."""
        words = self._words
        pages = words.count("{n} page", "{n} pages", self._n) if self._n else ""
        waiting = words.text("the pages are being laid out…")
        self.what.setText(f"{self._named} · {pages or waiting}")
        printer = self.printer.currentData()
        for widget in (self.copies, self.sides, self.sheet):
            widget.setEnabled(printer != _TO_FILE)
        show_if(self.state, bool(self.state.text()))
        problem = self._problem()
        self.problem.setText(problem or self._failure)
        show_if(self.problem, bool(self.problem.text()))
        ready = self._file is not None and printer is not None and not problem and not self._sending
        self.print.setEnabled(ready)
        self.print.setText(words.text("Save…") if printer == _TO_FILE else words.text("Print"))
        # What is said in lines needs its height, and gives it back.
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _problem(self) -> str:
        try:
            self._pages()
        except InputError as error:
            # While nothing is typed yet, nothing is wrong; it can only not be printed.
            return self._words.say(error.message) if self._n else ""
        return ""

    def _pages(self) -> tuple[int, ...]:
        if self.some.isChecked():
            return pages_of(self.range.text(), self._n)
        return (self._page or 0,) if self.this.isChecked() else tuple(range(self._n))

    def _on_print(self) -> None:
        if self._file is None or not self.print.isEnabled():
            return
        job = PrintJob(
            self._file,
            self._title,
            self._n,
            self._pages(),
            self.printer.currentData(),
            self.copies.value,
            Sides(self.sides.currentData()),
            Sheet(self.sheet.currentData()),
        )
        self.wanted.emit(job)


class _Copies(QLineEdit):
    """A number from 1 on; the keys up and down count."""

    def __init__(self) -> None:
        super().__init__("1")
        self.setValidator(QIntValidator(1, _MOST_COPIES, self))
        self.setFixedWidth(72)

    @property
    def value(self) -> int:
        """How many."""
        return max(1, int(self.text() or 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.setText(str(max(1, min(self.value + by, _MOST_COPIES))))
        else:
            super().keyPressEvent(event)
