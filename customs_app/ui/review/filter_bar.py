"""The filters over the list of findings: regime, mode and countries, and below them marks and words."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.codes import Mode, Regime
from customs_app.figures import tokens
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.icons import icon
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.filters import FindingFilter, countries_of
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
    """`changed` when anything is filtered otherwise. The second line is folded until it is asked for."""

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
        self.marks = _combo("findings_marks", words.text("Whose marks"))
        for wanted, name in _MARKS:
            self.marks.addItem(words.text(name), wanted)
        self.text = _words_field(session)
        self.regime.addItem(words.text("All regimes"), None)
        self.mode.addItem(words.text("All modes"), None)
        self._second = QWidget()
        self._lay_out()
        for box in (self.regime, self.mode, self.marks):
            box.currentIndexChanged.connect(lambda _: self._on_changed())
        self.countries.changed.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._on_changed())
        self.show_second(shown=False)

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
        second.addWidget(self.marks, 2)
        second.addWidget(self.text, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._second)

    @property
    def second_shown(self) -> bool:
        """Whether the line with marks and words is unfolded."""
        return not self._second.isHidden()

    def _on_changed(self) -> None:
        self.show_second(shown=self.second_shown)
        self.changed.emit()

    def show_second(self, *, shown: bool) -> None:
        """Unfold or fold the line with marks and words; what is filtered by them stays in sight."""
        self._second.setVisible(shown or bool(self.text.text()) or self.marks.currentIndex() > 0)

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
        self.show_second(shown=self.second_shown)


class CountriesButton(QToolButton):
    """Countries to be ticked; none ticked means all. `changed` when the choice is another."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._words = session.words
        self._menu = _StayingMenu(self)
        self._menu.setObjectName("findings_countries_menu")
        self._ticks: dict[str, QAction] = {}
        self._all = QAction(self._words.text("All countries"), self._menu)
        self._all.setObjectName("findings_countries_all")
        self._all.triggered.connect(self._choose_all)
        self.setObjectName("findings_countries")
        self.setProperty("framed", "true")
        self.setProperty("chevron", "true")
        self.setFixedHeight(26)
        self.setFont(fonts.font(tokens.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self._menu)
        self._tell()

    @property
    def chosen(self) -> frozenset[str]:
        """Codes of the ticked countries; empty where all are meant."""
        ticked = frozenset(iso2 for iso2, tick in self._ticks.items() if tick.isChecked())
        return frozenset() if len(ticked) == len(self._ticks) else ticked

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer these countries: code -> name."""
        if list(self._ticks) == list(names):
            return
        ticked = self.chosen
        self._menu.clear()
        self._ticks = {}
        self._menu.addAction(self._all)
        self._menu.addSeparator()
        for iso2, name in names.items():
            tick = self._menu.addAction(f"{iso2}  {name}")
            tick.setObjectName(f"findings_country_{iso2}")
            tick.setCheckable(True)
            tick.setChecked(iso2 in ticked)
            tick.toggled.connect(self._on_ticked)
            self._ticks[iso2] = tick
        self._tell()

    def choose(self, countries: Iterable[str]) -> None:
        """Tick these countries, without telling `changed`."""
        wanted = frozenset(countries)
        for iso2, tick in self._ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(iso2 in wanted)
        self._tell()

    def _choose_all(self) -> None:
        self.choose(())
        self.changed.emit()

    def _on_ticked(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        chosen = self.chosen
        if not chosen:
            n = len(self._ticks)
            text = (
                self._words.count("{n} country", "{n} countries", n) if n else self._words.text("Countries")
            )
        elif len(chosen) == 1:
            text = self._ticks[next(iter(chosen))].text().partition("  ")[2]
        else:
            text = self._words.count("{n} country", "{n} countries", len(chosen))
        self.setText(text)
        self.setToolTip(self._words.list_of(tuple(sorted(chosen))) or text)
        self.setAccessibleName(self._words.text("Countries: {countries}", countries=self.toolTip()))


class _StayingMenu(QMenu):
    """A menu that stays open while its ticks are set."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn a tick without closing."""
        action = cast("QAction | None", self.activeAction())
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)


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
    field.setPlaceholderText(says)
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
