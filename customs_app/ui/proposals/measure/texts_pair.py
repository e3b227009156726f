"""Text now and text proposed side by side; what is taken out is red and struck, what is added green."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from customs_app.analysis.dossier.diff import PieceKind, diff
from customs_app.domain.text import Language
from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.icons import icon
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.place import MeasurePlace
from customs_app.ui.proposals.passage_box import PassageBox
from customs_app.ui.proposals.pieces_painter import PiecesPainter, spans_of

_SOON_MS = 60
_LEAST = 120


class TextsPair(QWidget):
    """`language_chosen` carries the Language in which the texts are to be shown and written."""

    language_chosen = Signal(object)

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._words, self._palette = edits.session.words, edits.session.palette
        self._language = Language.EN
        text = self._words.text
        self.setObjectName("measure_texts")
        self.now = PassageBox(edits, "text_now", text("Now"), least=_LEAST)
        self.proposed = PassageBox(edits, "text_proposed", text("Proposed"), least=_LEAST)
        self._taken_out = PiecesPainter(self.now.edit.document(), self._palette)
        self._added = PiecesPainter(self.proposed.edit.document(), self._palette)
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._compare)
        self._add_language_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 12)
        row.setSpacing(8)
        for box in (self.now, self.proposed):
            row.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
            box.grown.connect(self._on_grown)
        # Texts too long for their boxes are scrolled together: one reads across.
        bars = [box.edit.verticalScrollBar() for box in (self.now, self.proposed)]
        bars[0].valueChanged.connect(bars[1].setValue)
        bars[1].valueChanged.connect(bars[0].setValue)

    def show_place(self, place: MeasurePlace) -> None:
        """Show both texts of a measure in a country."""
        words, part = self._words, place.part
        self._language = place.dossier.language
        for language, action in self._languages.items():
            action.setChecked(language is self._language)
        self._button.setText(self._language.upper())
        numbers = place.numbers(part.steps)
        source = words.count(
            "from the catalogue, step {steps}",
            "from the catalogue, steps {steps}",
            len(numbers),
            steps=numbers,
        )
        self.now.show_passage(part.now, source)
        self.proposed.show_passage(part.proposed, words.text("drafted from the verdict"))
        self._compare()

    def _compare(self) -> None:
        self._soon.stop()
        now, proposed = self.now.edit.text, self.proposed.edit.text
        pieces = diff(now, proposed, self._language)
        self._taken_out.show_spans(spans_of(pieces, PieceKind.ADDED))
        self._added.show_spans(spans_of(pieces, PieceKind.REMOVED))
        self._fit()

    def _on_grown(self) -> None:
        self._fit()
        self._soon.start()

    def _fit(self) -> None:
        """Both as high as the higher one."""
        height = max(box.wanted_height() for box in (self.now, self.proposed))
        for box in (self.now, self.proposed):
            box.set_text_height(height)

    def _add_language_button(self) -> None:
        button = self._button = QToolButton()
        button.setObjectName("texts_language")
        button.setAutoRaise(True)
        button.setIcon(icon("languages", self._palette))
        button.setIconSize(QSize(14, 14))
        button.setFont(fonts.font(tokens.CAPTION, bold=True))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFixedHeight(22)
        button.setToolTip(self._words.text("Language of the texts"))
        button.setAccessibleName(button.toolTip())
        menu, group = QMenu(button), QActionGroup(button)
        self._languages = {}
        for language, name in LANGUAGES.items():
            action = menu.addAction(name)
            action.setObjectName(f"texts_language_{language}")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, wanted=language: self.language_chosen.emit(wanted))
            self._languages[language] = action
        button.setMenu(menu)
        self.proposed.row.addWidget(button)
