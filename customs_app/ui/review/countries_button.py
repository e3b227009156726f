"""The button by which the review is narrowed to some countries."""

from collections.abc import Iterable, Mapping
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.session import Session


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
