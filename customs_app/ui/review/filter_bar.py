"""The filters: regime, mode and countries for all tabs; how findings are grouped, marks and words below."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from customs_app.domain.codes import Mode, Regime
from customs_app.figures import tokens
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.icons import icon
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.countries_button import CountriesButton
from customs_app.ui.review.filters import FindingFilter, countries_of
from customs_app.ui.review.grouping import GROUPING_NAMES, Grouping
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox

_MARKS = (
    (MarkFilter.ALL, N_("All marks")),
    (MarkFilter.UNMARKED, N_("Unmarked")),
    (MarkFilter.MINE, N_("Marked by me")),
    (MarkFilter.OTHERS, N_("Marked by others")),
    (MarkFilter.STALE, N_("Stale marks")),
)


class FilterBar(QWidget):
    """`changed` when anything is filtered or grouped otherwise; the second line is that of the findings."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        words = session.words
        self._words = words
        self._pending: FindingFilter | None = None
        self.setObjectName("findings_filters")
        self.regime = _combo("findings_regime", words.text("Regime"))
        self.mode = _combo("findings_mode", words.text("Mode"))
        self.countries = CountriesButton(session)
        self.by = _combo("findings_grouping", words.text("Group the findings"))
        for grouping, name in GROUPING_NAMES.items():
            self.by.addItem(words.text(name), grouping)
        self.marks = _combo("findings_marks", words.text("Whose marks"))
        for wanted, name in _MARKS:
            self.marks.addItem(words.text(name), wanted)
        self.text = _words_field(session)
        self.regime.addItem(words.text("All regimes"), None)
        self.mode.addItem(words.text("All modes"), None)
        self._second = QWidget()
        self._lay_out()
        for box in (self.regime, self.mode, self.by, self.marks):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.countries.changed.connect(self.changed)
        self.text.textChanged.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(6, 6, 6, 6)
        first.setSpacing(4)
        first.addWidget(self.regime, 108)
        first.addWidget(self.mode, 102)
        first.addWidget(self.countries, 94)
        second = QHBoxLayout(self._second)
        second.setContentsMargins(6, 0, 6, 6)
        second.setSpacing(4)
        second.addWidget(self.by, 108)
        second.addWidget(self.marks, 102)
        second.addWidget(self.text, 94)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._second)

    def show_second(self, *, shown: bool) -> None:
        """Show the line that findings alone have, or not."""
        self._second.setVisible(shown)

    @property
    def grouping(self) -> Grouping:
        """What the findings are grouped by."""
        return Grouping(self.by.currentData())

    def group(self, by: Grouping) -> None:
        """Group the findings so, without telling."""
        with QSignalBlocker(self.by):
            self.by.setCurrentIndex(self.by.findData(by))

    def offer(self, loaded: Loaded) -> None:
        """Offer the regimes, modes and countries of the procedures, keeping what is chosen."""
        own = [full.procedure for full in loaded.procedures.values()]
        regimes = {procedure.regime for procedure in own}
        modes = {procedure.mode for procedure in own} - {Mode.ANY}
        _fill(self.regime, {regime: label(regime, self._words) for regime in Regime if regime in regimes})
        _fill(self.mode, {mode: label(mode, self._words) for mode in Mode if mode in modes})
        names = loaded.reference.countries
        language = self._words.language
        self.countries.offer(
            {iso2: names[iso2].name[language] if iso2 in names else iso2 for iso2 in countries_of(loaded)}
        )
        if self._pending is not None:
            self._choose(self._pending)
            self._pending = None

    def filter(self, *, low: bool) -> FindingFilter:
        """What is to be shown; `low` shows low confidence too."""
        if self._pending is not None:
            return replace(self._pending, low=low)
        # Qt hands enumerations back as the text that they are.
        regime, mode = self.regime.currentData(), self.mode.currentData()
        return FindingFilter(
            Regime(regime) if regime else None,
            Mode(mode) if mode else None,
            self.countries.chosen,
            MarkFilter(self.marks.currentData()),
            self.text.text().strip(),
            low,
        )

    def want(self, wanted: FindingFilter) -> None:
        """Filter so as soon as there is something to choose from, without telling."""
        self._pending = wanted

    def take(self, wanted: FindingFilter) -> None:
        """Filter so, and tell `changed` once."""
        self._choose(wanted)
        self.changed.emit()

    def _choose(self, wanted: FindingFilter) -> None:
        for box, value in (
            (self.regime, wanted.regime),
            (self.mode, wanted.mode),
            (self.marks, wanted.marks),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value)))
        with QSignalBlocker(self.text):
            self.text.setText(wanted.text)
        self.countries.choose(wanted.countries)


def _combo(name: str, says: str) -> QComboBox:
    box = ComboBox(name, says, shortest=5)
    box.setFont(fonts.font(tokens.SMALL))
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.view().setMinimumWidth(170)
    return box


def _words_field(session: Session) -> QLineEdit:
    says = session.words.text("Filter the findings")
    field = QLineEdit()
    field.setObjectName("findings_text")
    field.setPlaceholderText(session.words.text("Filter"))
    field.setAccessibleName(says)
    field.setToolTip(session.words.text("Words that a finding must hold (/)"))
    field.setClearButtonEnabled(True)
    field.addAction(icon("list-filter", session.palette), QLineEdit.ActionPosition.LeadingPosition)
    return field


def _fill(box: QComboBox, names: Mapping[Regime, str] | Mapping[Mode, str]) -> None:
    """Offer these codes after the first entry, which stands for all of them."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        while box.count() > 1:
            box.removeItem(1)
        for code, name in names.items():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
