"""The tab of the findings: which of them are listed, which is at hand, and how one goes on to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from customs_app.domain.codes import Confidence
from customs_app.domain.review import Finding
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.review.desk import Desk
from customs_app.ui.review.filters import FindingFilter, passing
from customs_app.ui.review.grouping import grouped
from customs_app.ui.review.left_pane import LeftPane
from customs_app.ui.review.pages import Pages
from customs_app.ui.review.reading import Reading
from customs_app.ui.review.ways import find_finding
from customs_app.ui.session import Session


class FindingsTab(QObject):
    """Joins the list at the left with the pane of one finding; `told` when the foot says something else.

    `evidence_asked` when Enter finds nothing to record: the evidence is to get the focus. `shown` are the
    findings that are listed, in order.
    """

    told = Signal()
    evidence_asked = Signal()

    def __init__(
        self,
        session: Session,
        side: LeftPane,
        pages: Pages,
        reading: Reading,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        pane = pages.finding
        self._session, self._side, self._pages, self.pane = session, side, pages, pane
        self._reading = reading
        self._wanted_key: str | None = None
        self._wanted_place: tuple[str | None, str | None] | None = None
        self._after: str | None = None
        self.shown: tuple[Finding, ...] = ()
        self.desk = Desk(session, pane, reading, self)
        side.view.chosen.connect(self._on_finding)
        side.view.entered.connect(self.enter)
        pane.evidence.entered.connect(self.enter)
        pane.bar.skipped.connect(self.skip)
        pane.bar.left.connect(side.view.setFocus)
        self.desk.recording.connect(self._before_recording)
        self.desk.recorded.connect(self._on_recorded)

    @property
    def finding_key(self) -> str | None:
        """Key of the finding that is at hand, or that is to be."""
        return self.desk.finding.key if self.desk.finding else self._wanted_key

    @property
    def filter(self) -> FindingFilter:
        """What the official asks to see."""
        return self._side.bar.filter(low=self._side.low.isChecked())

    def want(self, key: str | None) -> None:
        """Have this finding at hand as soon as findings are there."""
        self._wanted_key = key

    def take(self) -> None:
        """Fill anew with what was found."""
        loaded = self._reading.loaded
        if loaded is None:
            return
        self._side.bar.offer(loaded)
        self._side.show_low_count(sum(one.confidence is Confidence.LOW for one in loaded.findings))
        self.fill()
        if self._wanted_place is not None:
            self.go_to(*self._wanted_place)

    def fill(self) -> None:
        """Fill the list with what the filters let through; the finding that was chosen stays chosen."""
        reading, side = self._reading, self._side
        if reading.loaded is None:
            return
        wanted, words = self.filter, self._session.words
        before = self._wanted_key or (self.desk.finding.key if self.desk.finding else None)
        found = passing(reading.loaded, reading.book, wanted, self._session.who, words)
        by, dismissed = side.bar.grouping, reading.dismissals.keys
        if wanted.marks is MarkFilter.UNMARKED:
            found = tuple(one for one in found if one.key not in dismissed)  # these are decided too
        groups = grouped(found, words, by, dismissed=dismissed, loaded=reading.loaded)
        self.shown = tuple(one for group in groups for one in group.findings)
        side.model.show_groups(groups, reading.book, by)
        self._wanted_key = None
        if not (before and side.view.show_finding(before)):
            first = next((one.key for group in groups if not group.apart for one in group.findings), None)
            key = first or next(iter(side.model.keys), None)
            if key is None:
                self._show_none(wanted)
            else:
                side.view.show_finding(key)
        self.show_page()
        self.told.emit()

    def opinions_changed(self) -> None:
        """Marks or dismissals are others: where the list depends on them, it is filled anew."""
        side, reading = self._side, self._reading
        dismissed = {one.key for group in side.model.groups if group.dismissed for one in group.findings}
        now = reading.dismissals.keys & {one.key for one in self.shown}
        if self.filter.marks is not MarkFilter.ALL or dismissed != now:
            self.fill()
        else:
            side.model.marks_changed(reading.book)
        self.desk.opinions_changed()
        self.told.emit()

    def show_page(self) -> None:
        """Show the finding at hand, or say why there is none."""
        if self._reading.loaded is None:
            self._pages.show_looking()
        elif self.desk.finding is not None:
            self._pages.show_finding()
        elif not self._pages.shows_decided:
            self._pages.show_none()

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Show the first finding about a procedure and step; `step_id` may be the key of a finding too."""
        loaded = self._reading.loaded
        if loaded is None:
            self._wanted_place = procedure_id, step_id
            return
        self._wanted_place = None
        key = find_finding(procedure_id, step_id, self.shown)
        if key is None:
            key = find_finding(procedure_id, step_id, loaded.findings)
            if key is not None:
                low = loaded.by_key[key].confidence is Confidence.LOW
                self._wanted_key = key
                self._side.set_low(shown=low or self._side.low.isChecked())
                self._side.bar.take(FindingFilter())
        if key is not None:
            self._side.view.show_finding(key)

    def skip(self) -> None:
        """Go on to the next finding without a verdict."""
        if self.desk.finding is not None:
            self._go_on(self._side.view.key_after(self.desk.finding.key))

    def enter(self) -> None:
        """Record what is decided; where something is lacking, go there."""
        bar = self.pane.bar
        if bar.record_button.isEnabled():
            bar.record()
        elif bar.decision.decided:
            bar.reason.setFocus()
        else:
            self.evidence_asked.emit()

    def _on_finding(self, finding: Finding) -> None:
        if self._reading.loaded is None:
            return
        self.desk.put(finding, self._reading.loaded)
        self.show_page()
        self._session.select(finding)
        self.told.emit()

    def _before_recording(self) -> None:
        """Where only unmarked findings are shown this one goes, and the next takes its place."""
        if self.desk.finding is not None:
            self._wanted_key = self._after = self._side.view.key_after(self.desk.finding.key)

    def _on_recorded(self, done: bool) -> None:
        self._wanted_key = None
        if done:
            self._go_on(self._after)

    def _go_on(self, key: str | None) -> None:
        self._side.view.setFocus()
        if key is not None:
            self._side.view.show_finding(key)
        elif self.shown:
            self._session.tell(Message(N_("That was the last finding of the list")))
            self.desk.show_again()

    def _show_none(self, wanted: FindingFilter) -> None:
        """Nothing is left: because the filters leave nothing, or because all of it is marked."""
        self.desk.clear()
        loaded, book = self._reading.loaded, self._reading.book
        if loaded is None or wanted.marks is not MarkFilter.UNMARKED:
            return
        every: Sequence[Finding] = passing(
            loaded, book, wanted.without_marks(), self._session.who, self._session.words
        )
        if every:
            marks = {mark.id: mark for one in every for mark in book.of_finding(one)}
            dismissed = self._reading.dismissals.keys & {one.key for one in every}
            self._pages.show_decided(len(every), marks.values(), len(dismissed))
