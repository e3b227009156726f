"""The questions before a round of review starts, and before it is opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QMessageBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.meeting import Round
from customs_app.domain.procedure import FullProcedure
from customs_app.language.words import Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.widgets.labels import wrapped

_TICKS_IN_ROW = 3


class StartRoundDialog(QDialog):
    """Which procedures a blind round takes in; `procedures` has their ids, none for all of them."""

    def __init__(
        self, words: Words, loaded: Loaded, filtered: tuple[FullProcedure, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words, self._loaded, self._filtered = words, loaded, filtered
        text = words.text
        self.setObjectName("start_round_dialog")
        self.setWindowTitle(text("Start a blind round"))
        self.setMinimumWidth(520)
        says = wrapped(
            text(
                "As long as the round is blind nobody sees what others mark in it, also not what they marked "
                "before. Who has marked is seen. Once the round is opened, all see all marks."
            )
        )
        self.filtered = _radio("round_filtered", self._filtered_text())
        self.countries = _radio("round_countries", text("Procedures of these countries"))
        self.all = _radio("round_all", text("All procedures"))
        self._group = QButtonGroup(self)
        for radio in (self.filtered, self.countries, self.all):
            self._group.addButton(radio)
            radio.toggled.connect(lambda _on: self._check())
        self.ticks = self._country_ticks()
        self._ticks = QWidget()
        grid = QGridLayout(self._ticks)
        grid.setContentsMargins(24, 0, 0, 0)
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, place // _TICKS_IN_ROW, place % _TICKS_IN_ROW)
            tick.toggled.connect(lambda _on: self._check())
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = self._buttons.addButton(text("Start the round"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setObjectName("start_round_ok")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for widget in (says, self.filtered, self.countries, self._ticks, self.all, self._buttons):
            column.addWidget(widget)
        narrow = len(filtered) < len(loaded.procedures)
        self.filtered.setEnabled(bool(filtered))
        (self.filtered if narrow and filtered else self.all).setChecked(True)
        self._check()

    @property
    def procedures(self) -> tuple[str, ...]:
        """Ids of the procedures that are chosen; empty stands for all."""
        if self.filtered.isChecked() and len(self._filtered) < len(self._loaded.procedures):
            return tuple(full.procedure.id for full in self._filtered)
        if self.countries.isChecked():
            chosen = self._chosen()
            every = self._loaded.procedures.values()
            return tuple(full.procedure.id for full in every if full.procedure.country in chosen)
        return ()

    def _filtered_text(self) -> str:
        words = self._words
        n = len(self._filtered)
        procedures = words.count("{n} procedure", "{n} procedures", n)
        names = sorted({full.procedure.country for full in self._filtered})
        return words.text(
            "What the filters let through: {procedures} ({countries})",
            procedures=procedures,
            countries=tuple(names),
        )

    def _country_ticks(self) -> dict[str, QCheckBox]:
        names = self._loaded.reference.countries
        ticks = {}
        for iso2 in sorted({full.procedure.country for full in self._loaded.procedures.values()}):
            tick = QCheckBox(names[iso2].name[self._words.language] if iso2 in names else iso2)
            tick.setObjectName(f"round_country_{iso2}")
            ticks[iso2] = tick
        return ticks

    def _chosen(self) -> frozenset[str]:
        return frozenset(iso2 for iso2, tick in self.ticks.items() if tick.isChecked())

    def _check(self) -> None:
        by_country = self.countries.isChecked()
        self._ticks.setEnabled(by_country)
        lacking = by_country and not self._chosen()
        self.ok.setEnabled(not lacking)
        self.ok.setToolTip(self._words.text("Choose at least one country") if lacking else "")


def ask_open_round(
    parent: QWidget, words: Words, round_: Round, told: str, go_on: Callable[[], object]
) -> QMessageBox:
    """Ask whether a round is to be opened; `told` says who has marked in it; `go_on` is called on yes."""
    box = QMessageBox(parent)
    box.setObjectName("open_round_dialog")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(words.text("Open the round"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words.text("Open round {n}? From then on all see all marks in it.", n=str(round_.number)))
    box.setInformativeText(told)
    yes = box.addButton(words.text("Open"), QMessageBox.ButtonRole.AcceptRole)
    yes.setObjectName("open_round_yes")
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)

    def finished(_result: int) -> None:
        if box.clickedButton() is yes:
            go_on()
        box.deleteLater()

    box.finished.connect(finished)
    box.open()
    return box


def _radio(name: str, text: str) -> QRadioButton:
    radio = QRadioButton(text)
    radio.setObjectName(name)
    return radio
