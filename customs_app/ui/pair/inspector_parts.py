"""The sections of the inspector of a pair."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customs_app.domain.alignment import Pin
from customs_app.domain.procedure import Step
from customs_app.domain.text import Language
from customs_app.figures import tokens
from customs_app.figures.signs import confidence_sign, verdict_sign
from customs_app.language.labels import label
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer, Side
from customs_app.reports.pair.lines import PairLine, side_name
from customs_app.ui import fonts
from customs_app.ui.pair.fired import Fired, fired, norms, one_sided
from customs_app.ui.pair.matching import pins_of
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, SignLabel, wrapped
from customs_app.ui.widgets.lines import Line, LinesView
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.small import show_if
from customs_app.ui.widgets.source_line import SourceLine


class Head(QWidget):
    """The activity, its stage, and the bar of the stage."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._colour = ""
        self.title = wrapped()
        self.title.setObjectName("pair_activity")
        self.title.setFont(fonts.font(tokens.BODY, bold=True))
        self.below = wrapped(role="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 8)
        column.setSpacing(1)
        column.addWidget(self.title)
        column.addWidget(self.below)

    def show_line(self, answer: Answer, line: PairLine) -> None:
        """Show the activity of a row."""
        words, palette = self._session.words, self._session.palette
        code = answer.step((*line.pair.left, *line.pair.right)[0]).activity
        activity = answer.reference.activities.get(code)
        self.title.setText(activity.name[words.language] if activity else code)
        stage = label(activity.stage, words) if activity else words.text("Stage unknown")
        self.below.setText(f"{stage} · {code}")
        self._colour = palette.stage[activity.stage] if activity else ""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar of the stage."""
        if self._colour:
            painter = QPainter(self)
            painter.fillRect(0, 0, 4, self.height(), QColor(self._colour))
            painter.end()


class Texts(Section):
    """A heading with lines of text; hidden where there is none."""

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__(session, name, title)
        self.label = wrapped(role="second")
        self.label.setObjectName(f"{name}_text")
        self.body.addWidget(self.label)

    def show_texts(self, lines: Sequence[str]) -> None:
        """Show these lines."""
        self.label.setText("\n".join(lines))
        show_if(self, bool(lines))


class Verdict(Section):
    """What verdicts do to the steps of a row, where it is one procedure as it is and as it would be."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "pair_verdict", session.words.text("Verdict"))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)

    def show_line(self, answer: Answer, line: PairLine) -> None:
        """Show the verdicts about the steps of a row."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        among = {*line.pair.left, *line.pair.right}
        changes = answer.effect.changes if answer.effect is not None else ()
        own = [change for change in changes if change.step_id in among]
        for change in own:
            part = QWidget()
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            sign = verdict_sign(change.verdict, self.session.palette, self.words)
            row.addWidget(SignLabel(sign), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(wrapped(self.words.say(change.message), role="second"), 1)
            self._column.addWidget(part)
        show_if(self, bool(own))


class Matching(Section):
    """What officials pinned of a row, and where else the other side does the same activity.

    `opened` carries the id of a step.
    """

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "pair_matching", session.words.text("Matching"))
        self.label = wrapped(role="second")
        self.label.setObjectName("pair_matching_text")
        self.view = LinesView("pair_elsewhere", session.words.text("The same activity"), session.palette)
        self.view.opened.connect(lambda step: self.opened.emit(step.id) if isinstance(step, Step) else None)
        self.body.addWidget(self.label)
        self.body.addWidget(self.view)

    def show_line(self, answer: Answer, line: PairLine) -> None:
        """Show what is to be said of the matching of a row."""
        words = self.words
        told = [self._said(pin, answer) for pin in pins_of(line, answer)]
        if line.pair.elsewhere:
            told.append(words.text("The other side does the same activity in another place (L links them):"))
        self.label.setText("\n".join(told))
        lines = []
        for step_id in line.pair.elsewhere:
            step = answer.step(step_id)
            text = f"{step.seq} {step.title[words.language]}"
            lines.append(Line(text=text, tip=text, about=step))
        self.view.show_lines(lines)
        show_if(self.view, bool(lines))
        show_if(self, bool(told))

    def _said(self, pin: Pin, answer: Answer) -> str:
        words = self.words
        one = answer.step(pin.left_step).title
        if pin.right_step is None:
            return words.text("By hand: “{step}” stands alone.", step=one)
        other = answer.step(pin.right_step).title
        if pin.linked:
            return words.text("By hand: “{one}” belongs with “{other}”.", one=one, other=other)
        return words.text("By hand: “{one}” does not belong with “{other}”.", one=one, other=other)


class Sources(Section):
    """The sources of the steps of both sides, with the place in each."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "pair_sources", session.words.text("Sources"))
        self._parts = {side: _SideSources(session) for side in (LEFT, RIGHT)}
        for part in self._parts.values():
            self.body.addWidget(part)

    def show_line(self, answer: Answer, line: PairLine) -> None:
        """Show the sources of a row."""
        sides = ((LEFT, answer.left, line.pair.left), (RIGHT, answer.right, line.pair.right))
        for side, which, ids in sides:
            self._parts[side].show_steps(answer, which, ids)
        show_if(self, any(part.lines for part in self._parts.values()))

    def unfold(self, side: str = "") -> QWidget | None:
        """Show all of the sources of a side, or of both; the first of them."""
        found = [line for name, part in self._parts.items() if side in ("", name) for line in part.lines]
        for line in found:
            line.unfold()
        return found[0] if found else None


class _SideSources(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines: list[SourceLine] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 2)
        self._row.setSpacing(6)

    def show_steps(self, answer: Answer, side: Side, ids: Sequence[str]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        steps = [side.full.step(one) for one in ids]
        sources = dict.fromkeys(one for step in steps for one in step.source_ids)
        known = [answer.reference.sources[one] for one in sources if one in answer.reference.sources]
        self.lines = []
        column = QWidget()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        for source in known:
            line = SourceLine(self._session)
            line.show_source(source)
            inner.addWidget(line)
            self.lines.append(line)
        for locator in dict.fromkeys(step.locator for step in steps if step.locator):
            inner.addWidget(wrapped(locator, role="small"))
        badge = Badge(side.country, self._session.palette)
        self._row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(column, 1)
        show_if(self, bool(known))


class Rules(Section):
    """Findings of the rules about the steps of a row, and which fire on one side alone.

    `opened` carries the Finding that was opened.
    """

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        title = session.words.text("Rules and standards")
        super().__init__(session, "pair_rules", title)
        self.view = LinesView("pair_findings", title, session.palette)
        self.view.opened.connect(self._open)
        self.label = wrapped(role="small")
        self.label.setObjectName("pair_rules_text")
        self.body.addWidget(self.view)
        self.body.addWidget(self.label)

    def show_line(self, answer: Answer, line: PairLine) -> None:
        """Show the findings about a row; they may still be looked for."""
        words, loaded = self.words, self.session.findings.known
        found = () if loaded is None else fired(line, answer, loaded)
        self.view.show_lines([self._line(one, answer) for one in found])
        show_if(self.view, bool(found))
        if loaded is None:
            self.count.setText(words.text("are being looked for…"))
        else:
            self.count.setText(str(len(found)) if found else words.text("none"))
        texts = (*one_sided(line, found, answer, words), *norms(found, answer.reference, words))
        self.label.setText("\n".join(texts))
        show_if(self.label, bool(texts))

    def _open(self, about: object) -> None:
        if isinstance(about, Fired):
            self.opened.emit(about.finding)

    def _line(self, one: Fired, answer: Answer) -> Line:
        words, finding = self.words, one.finding
        says = words.say(finding.summary)
        doubt = words.text("Why it may be wrong: {doubt}", doubt=words.say(finding.doubt))
        tip = [f"{finding.rule}  {says}", *norms([one], answer.reference, words), doubt]
        side = side_name(answer, one.side, words)
        return Line(
            text=f"{side}: {says}",
            tip="\n".join(tip),
            about=one,
            sign=confidence_sign(finding.confidence, self.session.palette, words),
            badge=finding.rule,
        )


class Notes(Section):
    """The notes of the steps of a row, which are in English."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "pair_notes", session.words.text("Notes"))
        if session.language is not Language.EN:
            says = session.words.text("Not translated")
            self.beside.insertWidget(1, Badge("EN", session.palette, says=says, plain=True))
        self.label = wrapped(role="small")
        self.label.setObjectName("pair_notes_text")
        self.body.addWidget(self.label)

    def show_line(self, answer: Answer, line: PairLine) -> None:
        """Show the notes of a row; of one procedure once."""
        told: dict[str, None] = {}
        for side, ids in ((answer.left, line.pair.left), (answer.right, line.pair.right)):
            for step in (side.full.step(one) for one in ids):
                if step.note:
                    told[f"{side.country} {step.seq}: {step.note}"] = None
        self.label.setText("\n".join(told))
        show_if(self, bool(told))
