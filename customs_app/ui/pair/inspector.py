"""The inspector of a pair: field by field, with sources, conversion, rules and what is pinned."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from customs_app.analysis.align import field_rows
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer, Side
from customs_app.reports.pair.lines import PairLine, side_name
from customs_app.ui.pair.converted import converted_lines
from customs_app.ui.pair.fields_table import FieldsTable, Heads
from customs_app.ui.pair.inspector_parts import Head, Matching, Notes, Rules, Sources, Texts, Verdict
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.section import sections_page
from customs_app.ui.widgets.small import show_if

_SOON_MS = 40


class PairInspector(QWidget):
    """What stands behind the current row. `finding_asked` carries a Finding, `step_asked` a step id."""

    finding_asked = Signal(object)
    step_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._next: tuple[Answer, PairLine] | None = None
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.show_now)
        text = self._words.text
        self.setObjectName("pair_inspector")
        self.head = Head(session)
        self.fields = FieldsTable(session)
        self.verdict = Verdict(session)
        self.matching = Matching(session)
        self.sources = Sources(session)
        self.converted = Texts(session, "pair_converted", text("Converted"))
        self.rules = Rules(session)
        self.notes = Notes(session)
        self._empty = wrapped(text("Choose a row to see its fields side by side"), role="second")
        self._empty.setContentsMargins(10, 10, 10, 10)
        self._parts = (
            self.head, self.fields, self.verdict, self.matching, self.sources, self.converted, self.rules,
            self.notes,
        )  # fmt: skip
        page = sections_page(
            "pair_inspector_page", text("Differences of fields"), (self._empty, *self._parts)
        )
        self.page: QScrollArea = page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.fields.sources_asked.connect(self.unfold)
        self.rules.opened.connect(self.finding_asked)
        self.matching.opened.connect(self.step_asked)
        self.show_now()

    def show_line(self, answer: Answer | None, line: PairLine | None) -> None:
        """Show another row, as soon as the cursor rests."""
        self._next = None if answer is None or line is None else (answer, line)
        self._soon.start()

    def show_now(self) -> None:
        """Do not wait until the cursor rests."""
        self._soon.stop()
        shown = self._next
        show_if(self._empty, shown is None)
        for part in self._parts:
            show_if(part, shown is not None)
        if shown is None:
            return
        answer, line = shown
        self.head.show_line(answer, line)
        left, right = answer.left.full, answer.right.full
        rows = field_rows(line.pair, left, right, answer.reference, self._words)
        self.fields.show_fields(rows, self._heads(answer, line))
        self.verdict.show_line(answer, line)
        self.matching.show_line(answer, line)
        self.sources.show_line(answer, line)
        sides = ((answer.left, line.pair.left), (answer.right, line.pair.right))
        self.converted.show_texts(converted_lines(sides, answer.reference, self._words))
        self.show_findings()
        self.notes.show_line(answer, line)

    def show_findings(self) -> None:
        """Show what the rules found, which may come later than the rest."""
        if self._next is not None:
            self.rules.show_line(*self._next)

    def unfold(self, side: str = "") -> None:
        """Show all that is known of the sources of a side, or of both."""
        if self._soon.isActive():
            self.show_now()
        first = self.sources.unfold(side)
        if first is not None:
            self.page.ensureWidgetVisible(first, 0, 24)

    def _heads(self, answer: Answer, line: PairLine) -> Heads:
        return Heads(
            self._head_of(answer, answer.left, LEFT, line.pair.left),
            self._head_of(answer, answer.right, RIGHT, line.pair.right),
        )

    def _head_of(self, answer: Answer, side: Side, name: str, ids: Sequence[str]) -> str:
        numbers = tuple(str(side.full.number(one)) for one in ids)
        if answer.versions is not None:  # titles of editions have no room here
            where = self._words.text("At the left") if name == LEFT else self._words.text("At the right")
            return self._words.named(where, self._words.list_of(numbers) or "–")
        if answer.effect is not None:
            return self._words.named(
                side_name(answer, name, self._words), self._words.list_of(numbers) or "–"
            )
        who = side.country
        if not ids:
            return f"{who} · –"
        said = self._words.count("step {numbers}", "steps {numbers}", len(ids), numbers=numbers)
        return f"{who} · {said}"
