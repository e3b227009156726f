"""What is marked: a step of the finding or a document of it, and into what it is merged."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.labels import ElidedLabel


class TargetRow(QWidget):
    """`changed` when another step or document is chosen, `merge_changed` when another step to merge into."""

    changed = Signal()
    merge_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._finding: Finding | None = None
        self._full: FullProcedure | None = None
        text = self._words.text
        self.step = ComboBox("review_step", text("Step that is marked"), shortest=14)
        self.document = ComboBox("review_document", text("The step itself, or a document of it"), shortest=12)
        self.merge = ComboBox("review_merge_into", text("Step into which it is merged"), shortest=12)
        self._into = small(text("into"))
        self._lacking = ElidedLabel()
        self._lacking.setObjectName("review_missing")
        self._lacking.setProperty("role", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(small(text("Mark this")))
        row.addWidget(self.step, 5)
        row.addWidget(self.document, 4)
        row.addWidget(self._into)
        row.addWidget(self.merge, 4)
        row.addWidget(self._lacking, 4)
        self.step.currentIndexChanged.connect(self._on_step)
        self.document.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.merge.currentIndexChanged.connect(lambda _: self.merge_changed.emit())

    @property
    def step_id(self) -> str | None:
        """The step that is to be marked."""
        found = self.step.currentData()
        return found if isinstance(found, str) else None

    @property
    def document_id(self) -> str | None:
        """The document of it that is to be marked; None is the step itself."""
        found = self.document.currentData()
        return found if isinstance(found, str) else None

    @property
    def merge_into(self) -> str | None:
        """The step into which it is to be merged."""
        found = self.merge.currentData()
        return found if isinstance(found, str) else None

    def show_finding(
        self, finding: Finding, full: FullProcedure, steps: Sequence[Step], reference: Reference
    ) -> None:
        """Offer the steps of a finding, the last one first, and its documents."""
        self._finding, self._full = finding, full
        with QSignalBlocker(self.step):
            self.step.clear()
            for step in steps:
                self.step.addItem(f"{step.seq}  {step.title[self._words.language]}", step.id)
            self.step.setCurrentIndex(len(steps) - 1)
        self._fill_documents(reference)
        self._fill_merge()

    def show_nothing(self) -> None:
        """There is nothing to mark."""
        self._finding, self._full = None, None
        for box in (self.step, self.document, self.merge):
            with QSignalBlocker(box):
                box.clear()

    def choose_step(self, step_id: str, reference: Reference) -> None:
        """Mark this step."""
        place = self.step.findData(step_id)
        if place >= 0 and place != self.step.currentIndex():
            with QSignalBlocker(self.step):
                self.step.setCurrentIndex(place)
            self._fill_documents(reference)
            self._fill_merge()
            self.changed.emit()

    def choose_document(self, document_id: str | None) -> None:
        """Mark this document of the step, or the step itself."""
        place = self.document.findData(document_id)
        if place >= 0:
            with QSignalBlocker(self.document):
                self.document.setCurrentIndex(place)

    def choose_merge(self, step_id: str) -> None:
        """Merge into this step."""
        with QSignalBlocker(self.merge):
            self.merge.setCurrentIndex(max(0, self.merge.findData(step_id)))

    def show_state(self, *, merging: bool, decidable: bool, lacking: str) -> None:
        """Offer steps to merge into or not; say what is lacking."""
        self.merge.setVisible(merging)
        self._into.setVisible(merging)
        self.step.setEnabled(decidable)
        self._lacking.set_text(lacking)

    def _on_step(self) -> None:
        self._fill_documents(self._session.catalogue.reference())
        self._fill_merge()
        self.changed.emit()

    def _fill_documents(self, reference: Reference) -> None:
        """Offer those of the finding's documents that the step handles."""
        words = self._words
        with QSignalBlocker(self.document):
            self.document.clear()
            self.document.addItem(words.text("the step itself"), None)
            step_id = self.step_id
            if self._finding is not None and self._full is not None and step_id is not None:
                own = {use.document_id for use in self._full.uses.get(step_id, ())}
                for document_id in self._finding.documents:
                    document = reference.documents.get(document_id)
                    if document_id in own and document is not None:
                        self.document.addItem(words.text("document: {name}", name=document.name), document_id)
        self.document.setVisible(self.document.count() > 1)

    def _fill_merge(self) -> None:
        """Offer all other steps of the procedure; the finding's other step is proposed."""
        with QSignalBlocker(self.merge):
            self.merge.clear()
            self.merge.addItem(self._words.text("Choose a step"), None)
            own = self.step_id
            for step in self._full.steps if self._full is not None else ():
                if step.id != own:
                    self.merge.addItem(f"{step.seq}  {step.title[self._words.language]}", step.id)
            others = [one for one in (self._finding.steps if self._finding else ()) if one != own]
            self.merge.setCurrentIndex(max(0, self.merge.findData(others[0]) if others else 0))


def small(text: str) -> QLabel:
    """A label that names what stands beside it."""
    label = QLabel(text)
    label.setProperty("role", "second")
    return label
