"""Who says that a finding is none, with the reason, above its evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.domain.meeting import Dismissal
from customs_app.language.labels import delegation_name
from customs_app.language.numbers import day
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import Rule, link


class DismissedStrip(QWidget):
    """Hidden where nobody says so; `take_back_asked` carries the id of one's own dismissal."""

    take_back_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._rows: list[QWidget] = []
        self.setObjectName("finding_dismissed")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(12, 6, 12, 6)
        self._column.setSpacing(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._column)
        outer.addWidget(Rule(session.palette))
        self.hide()

    def show_rows(self, holding: Sequence[Dismissal], lapsed: Sequence[Dismissal]) -> None:
        """Show dismissals that hold, and those that lapsed because the evidence has changed since."""
        while self._rows:
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        text = self._words.text
        for one in holding:
            head = text("Dismissed by {who}", who=self._by(one))
            self._add(one, head, picture="circle-slash", tone=self._session.palette.text2)
        for one in lapsed:
            head = text(
                "Dismissed by {who}; the evidence has changed since, so it is back", who=self._by(one)
            )
            self._add(one, head, picture="history", tone=self._session.palette.warn)
        self.setVisible(bool(self._rows))

    def _by(self, one: Dismissal) -> str:
        words = self._words
        countries = self._session.catalogue.reference().countries
        delegation = delegation_name(one.reviewer.delegation, countries, words)
        return f"{one.reviewer.name} · {delegation} · {day(one.at, words.language)}"

    def _add(self, one: Dismissal, head: str, *, picture: str, tone: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(icon_pixmap(picture, tone, 16, self.devicePixelRatioF()))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        who = wrapped(head, role="small")
        who.setObjectName("dismissed_who")
        why = wrapped(one.reason)
        why.setObjectName("dismissed_why")
        texts.addWidget(who)
        texts.addWidget(why)
        line.addLayout(texts, 1)
        if one.reviewer == self._session.who:
            back = link("dismissed_take_back", self._words.text("Take back"), lambda: self._ask(one.id))
            line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.append(row)
        self._column.addWidget(row)

    def _ask(self, dismissal_id: str) -> None:
        self.take_back_asked.emit(dismissal_id)
