"""The texts of the whole proposal: the problem in figures, the summary, what the meeting is asked."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import Dossier
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.parts import Gradually
from customs_app.ui.proposals.passage_box import PassageBox


class SummaryPage(QScrollArea):
    """`reached` when the cursor comes into one of its texts, `left` when Esc leads out."""

    reached = Signal()
    left = Signal()

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        words = edits.session.words
        self._words = words
        self._gradually = Gradually(self, at_once=1)
        self.setObjectName("proposal_summary_page")
        self.setAccessibleName(words.text("Summary"))
        self.summary = PassageBox(edits, "proposal_summary", words.text("Summary"), least=80)
        self.problem = PassageBox(edits, "proposal_problem", words.text("The problem in figures"), least=80)
        self.asked = PassageBox(
            edits, "proposal_asked", words.text("What the meeting is asked to do"), least=80
        )
        body = QWidget()
        body.setProperty("surface", "base")
        # As wide as there is room, whatever stands in it: nothing here is scrolled sideways.
        body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        for box in self.boxes:
            column.addWidget(box)
            box.edit.reached.connect(self.reached)
            box.edit.left.connect(self.left)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(body)

    @property
    def boxes(self) -> tuple[PassageBox, ...]:
        """The texts in order of print."""
        return self.summary, self.problem, self.asked

    @property
    def busy(self) -> bool:
        """Whether texts are still being filled."""
        return self._gradually.busy

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the texts."""
        source = self._words.text("drafted from the figures")
        passages = (dossier.summary, dossier.problem, dossier.asked) if dossier is not None else (None,) * 3
        self._gradually.do(
            partial(box.show_passage, passage, source)
            for box, passage in zip(self.boxes, passages, strict=True)
        )

    def commit(self) -> None:
        """Write what is being written."""
        for box in self.boxes:
            box.edit.commit()
