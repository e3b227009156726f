"""Asks why something is decided: the reason, and what a verdict needs besides."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from customs_app.domain.codes import Verdict
from customs_app.figures.signs import verdict_sign
from customs_app.ui.meeting.aside import GuardBox, GuardText
from customs_app.ui.meeting.edits import Choice, ChoiceList, TextEdit
from customs_app.ui.meeting.foot import Hint
from customs_app.ui.meeting.panels import Panel
from customs_app.ui.meeting.scale import FACT, Scale
from customs_app.ui.meeting.step_page import Scroll
from customs_app.ui.meeting.text_box import TextBox
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import take_any_length
from customs_app.ui.widgets.verdicts import lacking

_LEAST_GUARD, _REST = 70, 560
"""How much of the guard is seen at least, and what the rest of the window needs, at factor 1."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is being written; `merge_into` is the id of a step."""

    verdict: Verdict
    reason: str = ""
    article: str = ""
    merge_into: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reason that somebody gave in a mark, in words with who gave it, and what it would fill in."""

    text: str
    reason: str
    article: str = ""
    merge_into: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about: heading, draft, steps into which to merge, suggestions, and the guard."""

    heading: str
    draft: Draft
    steps: Sequence[Choice]
    suggestions: Sequence[Suggestion]
    guard: GuardText | None = None
    sole_safeguard: bool = False


class ReasonPanel(Panel):
    """Guard, step to merge into, reason, article; reasons of the marks are offered beside them.

    `handed` carries the Draft when nothing is missing.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session, "meeting_reason_panel")
        text = self.words.text
        self._asked: Asked | None = None
        self.guard = GuardBox(session)
        self.guard_pane = Scroll("meeting_guard_pane", self.guard)
        self.merge = ChoiceList("meeting_merge_into", text("Step into which it is merged"), session.palette)
        self.reason = TextEdit("meeting_reason", text("Reason"))
        self.article = take_any_length(QLineEdit())
        self.article.setObjectName("meeting_article")
        self.article.setAccessibleName(text("Act and article to amend"))
        self.article.setPlaceholderText(text("Act and article to amend"))
        self.offered = ChoiceList("meeting_suggestions", text("Reasons in the marks"), session.palette)
        self._labels = [TextBox(session.palette, session.language) for _ in range(3)]
        self._lay_out()
        self._connect()

    def hints(self) -> Sequence[Hint]:
        """Those of a panel, and the way to the suggestions."""
        own = super().hints()
        if self._asked is None or not self._asked.suggestions:
            return own
        return (*own[:-1], (("↓",), self.words.text("reasons in the marks")), own[-1])

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        super().set_scale(scale)
        self.reason.set_scale(scale)
        self.article.setFont(scale.font(FACT))
        self.article.setMinimumHeight(scale.px(34))
        for offered in (self.merge, self.offered):
            offered.set_scale(scale)
            offered.setMinimumHeight(scale.px(96))
        for label in self._labels:
            label.set_font(scale.font(13))
        self._show_guard()

    def show_asked(self, asked: Asked) -> None:
        """Ask for what a verdict needs."""
        self._asked = asked
        draft = asked.draft
        merging = draft.verdict is Verdict.MERGE
        self.show_heading(asked.heading, sign=verdict_sign(draft.verdict, self.session.palette, self.words))
        self._show_guard()
        self.merge.show_choices(asked.steps, draft.merge_into)
        self._merge_part.setVisible(merging)
        self.reason.put(draft.reason)
        self.article.setText(draft.article)
        self.article.setVisible(draft.verdict is Verdict.LAW_FIRST)
        self.offered.show_choices([Choice(one, one.text) for one in asked.suggestions])
        self._offered_part.setVisible(bool(asked.suggestions))
        self._check()

    def begin(self) -> None:
        """Choose the step where one is needed and none chosen, else write the reason."""
        if not self._merge_part.isHidden() and self.merge.current is None:
            self.merge.setFocus()
        else:
            self.reason.setFocus()

    def choose_target(self) -> None:
        """Choose the step into which it is merged."""
        self.merge.setFocus()

    @property
    def draft(self) -> Draft | None:
        """What stands in the panel; None before anything was asked."""
        if self._asked is None:
            return None
        verdict = self._asked.draft.verdict
        into = self.merge.current if verdict is Verdict.MERGE else None
        article = self.article.text().strip() if verdict is Verdict.LAW_FIRST else self._asked.draft.article
        return Draft(verdict, self.reason.text, article, into if isinstance(into, str) else None)

    def _lay_out(self) -> None:
        text = self.words.text
        for label, says in zip(
            self._labels,
            (text("Into which step?"), text("Reason"), text("Reasons in the marks")),
            strict=True,
        ):
            label.show_text(says, "text2")
        self._merge_part, self._offered_part = QWidget(), QWidget()
        for part, label, view in (
            (self._merge_part, self._labels[0], self.merge),
            (self._offered_part, self._labels[2], self.offered),
        ):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(view, 1)
        written = QVBoxLayout()
        written.setSpacing(4)
        written.addWidget(self._labels[1])
        written.addWidget(self.reason)
        written.addWidget(self.article)
        written.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._merge_part, 4)
        row.addLayout(written, 5)
        row.addWidget(self._offered_part, 5)
        self.body.addWidget(self.guard_pane)
        self.body.addLayout(row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the guard its height anew."""
        super().resizeEvent(event)
        self._show_guard()

    def _show_guard(self) -> None:
        """As high as its text, but so that the step stays in sight: then it is scrolled (Ctrl+↑ ↓)."""
        if self._asked is None:
            return
        self.guard.show_guard(self._asked.guard, self.scale)
        self.guard_pane.setVisible(self._asked.guard is not None)
        margins = self.contentsMargins().left() + 2 * self.scale.px(32)
        needed = self.guard.heightForWidth(max(self.width() - margins - 12, 100))
        room = max(self.scale.px(_LEAST_GUARD), self.window().height() - self.scale.px(_REST))
        self.guard_pane.setFixedHeight(min(needed + 2, room))

    def _connect(self) -> None:
        for view in (self.merge, self.reason, self.offered):
            view.left.connect(self.left)
        self.reason.entered.connect(self._hand)
        self.article.returnPressed.connect(self._hand)
        self.reason.textChanged.connect(self._check)
        self.reason.below.connect(self._to_suggestions)
        self.merge.moved.connect(lambda _: self._check())
        self.merge.taken.connect(lambda _: self.reason.setFocus())
        self.offered.taken.connect(self._take)
        self.offered.above.connect(self.reason.setFocus)

    def _to_suggestions(self) -> None:
        if not self._offered_part.isHidden():
            self.offered.setFocus()
            self.offered.setCurrentRow(max(0, self.offered.currentRow()))

    def _take(self, suggestion: object) -> None:
        if not isinstance(suggestion, Suggestion):
            return
        self.reason.put(suggestion.reason)
        if suggestion.article and not self.article.text():
            self.article.setText(suggestion.article)
        if suggestion.merge_into is not None and self.merge.current is None and self._asked is not None:
            self.merge.show_choices(self._asked.steps, suggestion.merge_into)
        self.reason.setFocus()
        self._check()

    def _missing(self) -> str:
        draft = self.draft
        if draft is None or self._asked is None:
            return ""
        sole = self._asked.sole_safeguard
        return lacking(draft.verdict, draft.reason, draft.merge_into, self.words, sole_safeguard=sole)

    def _check(self) -> None:
        self.show_lacking(self._missing())

    def _hand(self) -> None:
        draft = self.draft
        if draft is None:
            return
        if not self._missing():
            self.handed.emit(draft)
        elif draft.verdict is Verdict.MERGE and draft.merge_into is None:
            self.merge.setFocus()
        else:
            self.reason.setFocus()
