"""The editor of one measure: its head, and below it all that is said of it in the country that is open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import Dossier, DossierMeasure
from customs_app.domain.codes import Verdict
from customs_app.ui.proposals.comments_part import CommentsPart
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.acts_part import ActsPart
from customs_app.ui.proposals.measure.control_part import ControlPart
from customs_app.ui.proposals.measure.grounds import Grounds
from customs_app.ui.proposals.measure.head import MeasureHead
from customs_app.ui.proposals.measure.norms import Norms
from customs_app.ui.proposals.measure.parts import Gradually
from customs_app.ui.proposals.measure.place import MeasurePlace
from customs_app.ui.proposals.measure.positions_part import PositionsPart
from customs_app.ui.proposals.measure.saving_row import SavingRow
from customs_app.ui.proposals.measure.terms_part import TermsPart
from customs_app.ui.proposals.measure.texts_pair import TextsPair
from customs_app.ui.proposals.passage_edit import PassageEdit


class MeasureEditor(QWidget):
    """`step_asked` carries a procedure and a step to show in the catalogue; `reached` when a text is begun.

    `language_chosen` carries the Language of the texts, `left` when Esc leads out of a text.
    """

    step_asked = Signal(str, str)
    language_chosen = Signal(object)
    country_changed = Signal()
    reached = Signal()
    left = Signal()

    def __init__(self, edits: Edits, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._edits = edits
        self._dossier: Dossier | None = None
        self._measure: DossierMeasure | None = None
        self.setObjectName("measure_editor")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = MeasureHead(edits, actions)
        self.texts = TextsPair(edits)
        self.saving = SavingRow(edits.session)
        self.acts = ActsPart(edits)
        self.terms = TermsPart(edits)
        self.positions = PositionsPart(edits)
        self.control = ControlPart(edits)
        self.grounds = Grounds(edits)
        self.norms = Norms(edits.session)
        self.comments = CommentsPart(edits)
        self._gradually = Gradually(self, at_once=1)
        self.pane = self._pane()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.pane, 1)
        self._connect()

    @property
    def country(self) -> str | None:
        """The country whose tab is open (ISO 3166 alpha-2)."""
        return self.head.country

    @property
    def measure(self) -> DossierMeasure | None:
        """The measure that is shown."""
        return self._measure

    @property
    def busy(self) -> bool:
        """Whether parts of it still show what stood there before."""
        return self._gradually.busy or self.acts.busy or self.grounds.busy

    def show_measure(self, dossier: Dossier, measure: DossierMeasure, country: str | None = None) -> None:
        """Show a measure, in a country where one is named; otherwise the tab that is open stays."""
        another = self._measure is None or self._measure.key != measure.key
        if another:
            self.commit()
        self._dossier, self._measure = dossier, measure
        self.head.show_measure(dossier, measure)
        self.head.show_country(country)
        self._show_country(top=another)

    def commit(self) -> None:
        """Write all that is being written."""
        for edit in self._texts:
            edit.commit()
        self.terms.commit()

    def comment(self) -> None:
        """Put the cursor where something can be said about the measure."""
        self.comments.open_field()
        self.pane.ensureWidgetVisible(self.comments)

    def forget(self) -> None:
        """Nothing is shown any more."""
        self._dossier = self._measure = None

    # -- inside

    @property
    def _texts(self) -> tuple[PassageEdit, ...]:
        boxes = (self.texts.now, self.texts.proposed, self.control.box, self.grounds.box)
        return (self.head.title, *(box.edit for box in boxes))

    def _connect(self) -> None:
        self.head.country_changed.connect(self._on_tab)
        self.head.verdict_chosen.connect(self._choose_verdict)
        self.texts.language_chosen.connect(self.language_chosen)
        self.acts.step_asked.connect(self.step_asked)
        for edit in self._texts:
            edit.reached.connect(self.reached)
            edit.left.connect(self.left)

    def _choose_verdict(self, verdict: Verdict) -> None:
        if self._measure is not None:
            self.commit()
            self._edits.choose_verdict(self._measure.key, verdict)

    def _on_tab(self) -> None:
        self.commit()
        self._show_country(top=True)
        self.country_changed.emit()

    def _show_country(self, *, top: bool) -> None:
        dossier, measure, country = self._dossier, self._measure, self.head.country
        if dossier is None or measure is None or country is None:
            return
        place = MeasurePlace(dossier, measure, measure.part(country))
        reference = dossier.reference
        # What is seen first comes first; the rest follows in turns of the loop, so that no key waits for it.
        works: list[Callable[[], object]] = [
            lambda: self.texts.show_place(place),
            lambda: self.saving.show_place(place),
            lambda: self.acts.show_place(place),
            lambda: self.terms.show_place(place),
            lambda: self.positions.show_positions(measure.key, measure.positions, reference),
            lambda: self.control.show_place(place),
            lambda: self.grounds.show_place(place),
            lambda: self.norms.show_norms(measure.standards),
            lambda: self.comments.show_comments(measure.key, measure.comments),
        ]
        self._gradually.do(works)
        if top:
            self.pane.verticalScrollBar().setValue(0)

    def _pane(self) -> QScrollArea:
        body = QWidget()
        body.setProperty("surface", "base")
        # As wide as there is room, whatever stands in it: nothing here is scrolled sideways.
        body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for part in (
            *(self.texts, self.saving, self.acts, self.terms, self.positions),
            *(self.control, self.grounds, self.norms, self.comments),
        ):
            inner.addWidget(part)
        inner.addStretch(1)
        pane = QScrollArea()
        pane.setObjectName("measure_scroll")
        pane.setWidgetResizable(True)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: texts break anew when it comes and goes.
        pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        pane.setWidget(body)
        return pane
