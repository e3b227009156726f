"""Why a measure is proposed: what reviewers decided, or what the rules found, in one country."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.review import Finding, Mark
from customs_app.figures.signs import confidence_sign, verdict_sign
from customs_app.language.labels import delegation_name, label
from customs_app.language.numbers import day
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.parts import DetailPart, Gradually, Pool
from customs_app.ui.proposals.measure.place import MeasurePlace
from customs_app.ui.proposals.passage_box import ONE_LINE, PassageBox
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, SignLabel, wrapped

_TOP = Qt.AlignmentFlag.AlignTop


class Grounds(DetailPart):
    """The grounds in the official's words; then a row for each mark, and one for each finding."""

    def __init__(self, edits: Edits) -> None:
        session = edits.session
        super().__init__(session, "grounds", session.words.text("Grounds"))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        self.box = PassageBox(
            edits, "grounds_text", session.words.text("Text in the proposal"), least=ONE_LINE
        )
        column.addWidget(self.box)
        marks, findings = QVBoxLayout(), QVBoxLayout()
        for part in (marks, findings):
            part.setSpacing(8)
            column.addLayout(part)
        self._marks = Pool(marks, lambda: MarkRow(session))
        self._findings = Pool(findings, lambda: FindingRow(session))
        self._gradually = Gradually(self, at_once=2)

    @property
    def busy(self) -> bool:
        """Whether rows are still being filled."""
        return self._gradually.busy

    def show_place(self, place: MeasurePlace) -> None:
        """Show the grounds in a country."""
        measure, part = place.measure.measure, place.part
        self.box.show_passage(part.grounds)
        marks = [mark for mark in measure.marks if mark.step_id in part.steps]
        findings = [finding for finding in measure.findings if finding.country == place.country]
        self._marks.hide_from(len(marks))
        self._findings.hide_from(len(findings))

        def show_mark(at: int, mark: Mark) -> None:
            self._marks.row(at).show_mark(mark, place)

        def show_finding(at: int, finding: Finding) -> None:
            self._findings.row(at).show_finding(finding)

        works: list[Callable[[], object]] = [partial(show_mark, *one) for one in enumerate(marks)]
        works += [partial(show_finding, *one) for one in enumerate(findings)]
        self._gradually.do(works)


class GroundRow(QWidget):
    """A reason, what stands below it in small, and a place for signs at either side."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self.reason = wrapped()
        self.reason.setObjectName("measure_reason")
        self._below = wrapped(role="small")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.reason)
        column.addWidget(self._below)
        self.row.addLayout(column, 1)

    def show_texts(self, reason: str, below: str) -> None:
        """Show both texts."""
        self.reason.setText(reason)
        self._below.setText(below)


class MarkRow(GroundRow):
    """What a reviewer decided about a step or a document of it, why, who and when."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sign = SignLabel(verdict_sign(Verdict.KEEP, session.palette, session.words))
        self.row.insertWidget(0, self._sign, 0, _TOP)
        self._history = QLabel()
        picture = icon_pixmap("history", session.palette.warn, 14, self.devicePixelRatioF())
        self._history.setPixmap(picture)
        self.stale = QLabel(session.words.text("stale: the step has changed since"))
        self.stale.setObjectName("measure_stale")
        self.stale.setProperty("role", "warn")
        self.row.addWidget(self._history, 0, _TOP)
        self.row.addWidget(self.stale, 0, _TOP)

    def show_mark(self, mark: Mark, place: MeasurePlace) -> None:
        """Show a mark."""
        words, reference = self._words, place.dossier.reference
        found = place.step_of(mark.step_id)
        about = [words.text("Step {n}", n=str(found[1].seq))] if found is not None else []
        document = reference.documents.get(mark.document_id or "")
        if document is not None:
            about.append(document.name[words.language])
        about.append(mark.reviewer.name)
        about.append(delegation_name(mark.reviewer.delegation, reference.countries, words))
        about.append(day(mark.at, words.language))
        self.show_texts(mark.reason or words.text("no reason given"), " · ".join(about))
        stale = bool(mark.stale)
        self._sign.set_drawing(verdict_sign(mark.verdict, self._session.palette, words, stale=stale))
        self._history.setVisible(stale)
        self.stale.setVisible(stale)


class FindingRow(GroundRow):
    """What a rule found, why that may be wrong, and how far it can be trusted."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._badges: dict[str, Badge] = {}
        self._sign = SignLabel(confidence_sign(Confidence.LOW, session.palette, session.words))
        self._level = QLabel()
        self._level.setProperty("role", "small")
        self.row.addWidget(self._sign, 0, _TOP)
        self.row.addWidget(self._level, 0, _TOP)

    def show_finding(self, finding: Finding) -> None:
        """Show a finding."""
        words = self._words
        doubt = words.text("It may be wrong: {doubt}", doubt=words.say(finding.doubt))
        self.show_texts(words.say(finding.summary), doubt)
        if finding.rule not in self._badges:
            self._badges[finding.rule] = Badge(finding.rule, self._session.palette)
            self.row.insertWidget(0, self._badges[finding.rule], 0, _TOP)
        for rule, badge in self._badges.items():
            badge.setVisible(rule == finding.rule)
        level = label(finding.confidence, words)
        self._sign.set_drawing(confidence_sign(finding.confidence, self._session.palette, words))
        self._sign.setToolTip(words.text("confidence: {level}", level=level))
        self._level.setText(level)
