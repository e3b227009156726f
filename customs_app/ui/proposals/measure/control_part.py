"""The control that remains: in the official's words, and each risk with what still covers it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.ui.control_words import control_words
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.parts import DetailPart, Pool
from customs_app.ui.proposals.measure.place import MeasurePlace
from customs_app.ui.proposals.passage_box import ONE_LINE, PassageBox
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped

_TOP = Qt.AlignmentFlag.AlignTop


class ControlPart(DetailPart):
    """What an official says of it, and a row a risk."""

    def __init__(self, edits: Edits) -> None:
        text = edits.session.words.text
        super().__init__(edits.session, "control", text("Control that remains"))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        self.box = PassageBox(edits, "control_text", text("Text in the proposal"), least=ONE_LINE)
        column.addWidget(self.box)
        rows = QVBoxLayout()
        rows.setSpacing(3)
        column.addLayout(rows)
        self._rows = Pool(rows, lambda: RiskRow(edits.session))

    def show_place(self, place: MeasurePlace) -> None:
        """Show what still covers what the steps protect."""
        words, lines = self.words, place.part.controls
        sole = sum(1 for line in lines if line.sole)
        note = words.count("{n} risk without a sure control", "{n} risks without a sure control", sole)
        self.band.set_note(note if sole else "")
        self.box.show_passage(place.part.control)
        said: list[tuple[str, bool | None]] = [
            *dict.fromkeys((control_words(line, place.numbers, words), line.sole) for line in lines)
        ]
        if not said:
            said.append((words.text("The steps control none of the known risks"), None))
        self._rows.hide_from(len(said))
        for at, (says, is_sole) in enumerate(said):
            self._rows.row(at).show_risk(says, is_sole)


class RiskRow(QWidget):
    """One risk, with the shield that says whether it is covered."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        palette, ratio = session.palette, self.devicePixelRatioF()
        self._signs = {
            True: icon_pixmap("shield-alert", palette.bad, 15, ratio),
            False: icon_pixmap("shield-check", palette.good, 15, ratio),
            None: icon_pixmap("info", palette.text3, 15, ratio),
        }
        self._sign = QLabel()
        self._text = wrapped()
        self._text.setObjectName("control_risk")
        self._bad = wrapped(role="bad")
        self._bad.setObjectName("control_sole")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._sign, 0, _TOP)
        row.addWidget(self._text, 1, _TOP)
        row.addWidget(self._bad, 1, _TOP)

    def show_risk(self, says: str, sole: bool | None) -> None:
        """Show a risk; `sole` where nothing covers it for sure any more, None where it is a remark."""
        self._sign.setPixmap(self._signs[sole])
        self._text.setText(says)
        self._bad.setText(says)
        self._text.setVisible(sole is not True)
        self._bad.setVisible(sole is True)
