"""The laws to amend for a measure in a country; where the article is not known it is a worklist."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import ActLine
from customs_app.domain.dossier import OwnAct
from customs_app.figures import tokens
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.signs import evidence_sign
from customs_app.ui import fonts
from customs_app.ui.frame.docks import small_button
from customs_app.ui.icons import icon
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.act_dialog import ActDialog
from customs_app.ui.proposals.measure.parts import DetailPart, Gradually, Pool
from customs_app.ui.proposals.measure.place import MeasurePlace
from customs_app.ui.proposals.texts import act_words, source_places
from customs_app.ui.widgets.labels import ElidedLabel, SignLabel, wrapped
from customs_app.ui.widgets.small import Rule, link, show_if
from customs_app.ui.widgets.source_line import source_details
from customs_app.ui.widgets.tips import plain

_TOP = Qt.AlignmentFlag.AlignTop
_SHARES = (5, 4, 3)
_BUTTONS = 76


class ActsPart(DetailPart):
    """`step_asked` carries the ids of the procedure and of the step to show in the catalogue."""

    step_asked = Signal(str, str)

    def __init__(self, edits: Edits) -> None:
        super().__init__(edits.session, "acts", edits.session.words.text("Acts to amend"))
        self._edits = edits
        self._place: MeasurePlace | None = None
        text = self.words.text
        self.add = link("act_add", text("Add"), self._add, text("Name another act that has to be amended"))
        self.add.setIcon(icon("plus", self.session.palette, "accent"))
        self.band.put_beside(self.add)
        rows = QVBoxLayout(self.body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._heads())
        lines = QVBoxLayout()
        lines.setSpacing(0)
        rows.addLayout(lines)
        self._none = wrapped(text("No act is touched."), role="second")
        self._none.setContentsMargins(12, 6, 12, 8)
        rows.addWidget(self._none)
        self._rows = Pool(lines, self._new_row)
        self._gradually = Gradually(self, at_once=4)

    @property
    def busy(self) -> bool:
        """Whether rows are still being filled."""
        return self._gradually.busy

    def show_place(self, place: MeasurePlace) -> None:
        """Show the acts."""
        self._place = place
        acts = place.part.acts
        unknown = sum(1 for act in acts if act.text is None)
        words = self.words
        self.band.set_note(
            words.count("{n} article not known", "{n} articles not known", unknown) if unknown else ""
        )
        show_if(self.add, self._edits.editable)
        show_if(self._none, not acts)
        self._rows.hide_from(len(acts))

        def show(at: int, act: ActLine) -> None:
            self._rows.row(at).show_act(place, act, editable=self._edits.editable)

        self._gradually.do(partial(show, *one) for one in enumerate(acts))

    def _heads(self) -> QWidget:
        heads = QWidget()
        row = QHBoxLayout(heads)
        row.setContentsMargins(12, 5, 8, 4)
        row.setSpacing(12)
        text = self.words.text
        for title, share in zip((text("Act"), text("What to change"), text("Source")), _SHARES, strict=True):
            head = ElidedLabel(title)
            head.setProperty("role", "heading")
            row.addWidget(head, share)
        place = QWidget()
        place.setFixedWidth(_BUTTONS)
        row.addWidget(place)
        return heads

    def _new_row(self) -> "ActRow":
        row = ActRow(self._edits)
        row.edit_asked.connect(self._edit)
        row.step_asked.connect(self.step_asked)
        return row

    def _add(self) -> None:
        if self._place is not None:
            self._ask(OwnAct("", self._place.key, self._place.country, ""))

    def _edit(self, act: ActLine) -> None:
        place = self._place
        if place is None:
            return
        if act.own is not None:
            self._ask(act.own)
            return
        source, locator = act.sources[0] if act.sources else (None, None)
        step = act.steps[0] if act.steps else None
        self._ask(OwnAct("", place.key, place.country, act.text or "", act.change, step, source, locator))

    def _ask(self, act: OwnAct) -> None:
        if self._place is not None and self._edits.editable:
            ActDialog(self._edits, self._place, act, self).open()


class ActRow(QWidget):
    """One act: what it is, what to change in it, where it is recorded, and what can be done with it."""

    edit_asked = Signal(object)
    step_asked = Signal(str, str)

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits, self._words = edits, edits.session.words
        palette, text = edits.session.palette, edits.session.words.text
        self._act: ActLine | None = None
        self._step: tuple[str, str] | None = None
        self.act = wrapped()
        self.act.setObjectName("measure_act")
        self.unknown = wrapped(role="warn")
        self.unknown.setObjectName("measure_act_unknown")
        self.change = wrapped()
        self.change.setObjectName("measure_act_change")
        self._sign = SignLabel(evidence_sign(None, palette, self._words), size=14)
        self._source = wrapped(role="second")
        self._source.setFont(fonts.font(tokens.TABLE))
        self.go = small_button("measure_step_go")
        self.go.setIcon(icon("arrow-right", palette, "accent"))
        self.go.clicked.connect(lambda _checked=False: self._go())
        self.edit = small_button("act_edit")
        self.edit.setIcon(icon("pencil", palette))
        self.edit.clicked.connect(lambda _checked=False: self.edit_asked.emit(self._act))
        self.remove = small_button("act_remove")
        self.remove.setIcon(icon("trash-2", palette))
        self.remove.setToolTip(text("Take the act away"))
        self.remove.setAccessibleName(self.remove.toolTip())
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        self._lay_out()

    def show_act(self, place: MeasurePlace, act: ActLine, *, editable: bool) -> None:
        """Show an act."""
        words = self._words
        self._act = act
        named = act.text is not None
        self.act.setText(act_words(act, words) if named else "")
        self.unknown.setText(f"{UNKNOWN} {act_words(act, words)}" if not named else "")
        show_if(self.act, named)
        show_if(self.unknown, not named)
        self.change.setText(act.change)
        found = place.step_of(act.steps[0]) if act.steps else None
        self._step = (found[1].procedure_id, found[1].id) if found is not None else None
        if found is not None:
            self.go.setToolTip(words.text("Show step {n} in the catalogue", n=str(found[1].seq)))
            self.go.setAccessibleName(self.go.toolTip())
        show_if(self.go, found is not None)
        says = words.text("Edit the act") if act.own is not None else words.text("Name the act")
        self.edit.setToolTip(says)
        self.edit.setAccessibleName(says)
        show_if(self.edit, editable)
        show_if(self.remove, editable and act.own is not None)
        self._show_source(place, act)

    def _show_source(self, place: MeasurePlace, act: ActLine) -> None:
        words, known = self._words, place.dossier.reference.sources
        self._sign.set_drawing(evidence_sign(act.evidence, self._edits.session.palette, words))
        own = words.text("named by an official") if act.own is not None and not act.sources else ""
        self._source.setText(own or source_places(act.sources))
        sources = [known[one] for one, _ in act.sources if one in known]
        details = "\n\n".join(f"{one.title}\n{source_details(one, words)}" for one in sources)
        self._source.setToolTip(plain(details))

    def _go(self) -> None:
        if self._step is not None:
            self.step_asked.emit(*self._step)

    def _remove(self) -> None:
        if self._act is not None and self._act.own is not None:
            self._edits.remove_act(self._act.own)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(12)
        for cell, share in (
            (_beside(self.act, self.unknown), _SHARES[0]),
            (_beside(self.change), _SHARES[1]),
            (_beside(self._sign, self._source), _SHARES[2]),
        ):
            row.addWidget(cell, share)
        buttons = QWidget()
        buttons.setFixedWidth(_BUTTONS)
        inner = QHBoxLayout(buttons)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        inner.addStretch(1)
        for button in (self.edit, self.remove, self.go):
            inner.addWidget(button, 0, _TOP)
        row.addWidget(buttons, 0, _TOP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(self._edits.session.palette))
        column.addLayout(row)


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets beside one another; texts take the room that there is, whatever they say."""
    cell = QWidget()
    cell.setMinimumWidth(10)
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        if isinstance(widget, QLabel):
            widget.setMinimumWidth(10)
        row.addWidget(widget, 1 if isinstance(widget, QLabel) else 0, _TOP)
    return cell
