"""The right dock: the true pages of the proposal, the language they are printed in, and both exports."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.text import Language
from customs_app.figures import tokens
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.icons import icon
from customs_app.ui.proposals.pages_view import Fit, PagesView
from customs_app.ui.proposals.paper import Paper
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.labels import ElidedLabel, wrapped
from customs_app.ui.widgets.small import Rule

_FITS = {Fit.WIDTH: N_("Fit width"), Fit.PAGE: N_("Whole page"), Fit.FULL: N_("100 %")}


class Preview(QWidget):
    """`language_chosen` carries the Language in which to print."""

    language_chosen = Signal(object)

    def __init__(self, session: Session, pdf: QAction, excel: QAction) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self.setObjectName("proposal_preview")
        self.setAccessibleName(self._words.text("Page preview"))
        self.pages = PagesView(session.palette, session.words)
        self.pages.page_changed.connect(lambda _page: self._show_page())
        self._note = wrapped(role="second")
        self._note.setObjectName("preview_note")
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._note.setMargin(24)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(Rule(session.palette))
        column.addWidget(self._stack, 1)
        column.addWidget(Rule(session.palette))
        column.addWidget(self._foot(pdf, excel))
        self.show_language(session.language)
        self.show_note("")

    # -- what is shown

    def choose_fit(self, fit: Fit) -> None:
        """Show the pages in another size."""
        self.fit.setCurrentIndex(self.fit.findData(fit))

    def show_language(self, language: Language) -> None:
        """Say in which language the pages are printed."""
        self.language.setText(LANGUAGES[language])
        self._languages[language].setChecked(True)

    def show_paper(self, paper: Paper) -> None:
        """Show pages."""
        self.pages.show_paper(paper)
        self._stack.setCurrentWidget(self.pages)
        self._show_page()

    def show_note(self, text: str) -> None:
        """Show a sentence in place of pages."""
        self.pages.show_paper(None)
        self._note.setText(text)
        self._stack.setCurrentWidget(self._note)
        self._show_page()

    def show_under_way(self) -> None:
        """Grey the pages that stand, or say that the first are under way."""
        if self.pages.paper is None:
            self.show_note(self._words.text("The pages are being laid out…"))
            return
        self.pages.mark_stale()
        self._show_page()

    def _show_page(self) -> None:
        words, paper = self._words, self.pages.paper
        n, page = (len(paper.sizes), self.pages.page) if paper is not None else (0, 0)
        self.page.setText(words.text("{page} of {n}", page=str(page + 1), n=str(n)) if n else "–")
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < n)
        self.fit.setEnabled(n > 0)
        if paper is None:
            self.about.set_text("")
        elif self.pages.stale:
            self.about.set_text(words.text("being renewed…"))
        else:
            count = words.count("{n} page", "{n} pages", n)
            edition = words.text("edition {hash}", hash=paper.edition)
            self.about.set_text(f"{count} · A4 · {edition}")

    # -- bars

    def _bar(self) -> QWidget:
        text = self._words.text
        bar = _strip("window")
        self.before = self._arrow("page_before", "chevron-left", text("Page before"), -1)
        self.after = self._arrow("page_after", "chevron-right", text("Page after"), 1)
        self.page = QLabel("–")
        self.page.setObjectName("preview_page")
        self.page.setFont(fonts.tabular(tokens.BODY))
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setMinimumWidth(64)
        self.fit = ComboBox("preview_fit", text("Size of the pages"))
        for fit, name in _FITS.items():
            self.fit.addItem(text(name), fit)
        self.fit.currentIndexChanged.connect(lambda _: self._choose_fit())
        self.language, self._languages = self._language_button()
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 7, 8, 7)
        row.setSpacing(4)
        for widget in (self.before, self.page, self.after):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.fit)
        row.addStretch(1)
        row.addWidget(self.language)
        return bar

    def _foot(self, pdf: QAction, excel: QAction) -> QWidget:
        foot = _strip("panel")
        row = QHBoxLayout(foot)
        row.setContentsMargins(8, 8, 10, 8)
        row.setSpacing(6)
        colour = {pdf: "on_accent", excel: "text2"}
        for action, picture, name in ((pdf, "file-text", "PDF"), (excel, "file-spreadsheet", "Excel")):
            button = QPushButton(icon(picture, self._session.palette, colour[action]), name)
            button.setObjectName(f"preview_{name.lower()}")
            button.setAccessibleName(action.text())
            button.setToolTip(action.toolTip())
            button.setProperty("primary", "true" if action is pdf else "")
            button.setEnabled(action.isEnabled())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            row.addWidget(button)
        self.about = ElidedLabel()
        self.about.setObjectName("preview_about")
        self.about.setProperty("role", "small")
        self.about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.about, 1)
        return foot

    def _arrow(self, name: str, picture: str, says: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(icon(picture, self._session.palette))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(says)
        button.setAccessibleName(says)
        button.clicked.connect(lambda _checked=False: self.pages.show_page(self.pages.page + by))
        return button

    def _language_button(self) -> tuple[QToolButton, Mapping[Language, QAction]]:
        button = QToolButton()
        button.setObjectName("print_language")
        button.setIcon(icon("languages", self._session.palette))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("chevron", "true")
        button.setProperty("framed", "true")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self._words.text("Language of the print"))
        button.setAccessibleName(button.toolTip())
        menu, group = QMenu(button), QActionGroup(button)
        actions: dict[Language, QAction] = {}
        for language, name in LANGUAGES.items():
            action = menu.addAction(name)
            action.setObjectName(f"print_language_{language}")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, wanted=language: self.language_chosen.emit(wanted))
            actions[language] = action
        button.setMenu(menu)
        return button, actions

    def _choose_fit(self) -> None:
        self.pages.fit = Fit(self.fit.currentData())


def _strip(surface: str) -> QWidget:
    strip = QWidget()
    strip.setProperty("surface", surface)
    strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return strip
