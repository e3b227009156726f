"""What the review has read of the catalogue: findings, the marks that are seen, what is dismissed."""

from PySide6.QtCore import QObject, QTimer, Signal

from customs_app.catalogue.results import Changes
from customs_app.domain.codes import RoundState
from customs_app.domain.meeting import Round
from customs_app.domain.procedure import FullProcedure
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.dismissals import Dismissals
from customs_app.ui.review.filters import FindingFilter, procedure_passes
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.review.tab import Scope
from customs_app.ui.session import Session

_OPINIONS = frozenset({"mark", "comment"})


class Reading(QObject):
    """`found` when findings came anew, `marked` when marks, comments, dismissals or rounds are others.

    `failed` carries the Message of a file that could not be read. `loaded` is None until findings came.
    """

    found = Signal()
    marked = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._looked_at = False
        self.loaded: Loaded | None = None
        self.book = MarkBook()
        self.dismissals = Dismissals()
        self.rounds: tuple[Round, ...] = ()
        session.findings.found.connect(self._take_known)
        session.findings.failed.connect(self.failed)
        session.who_changed.connect(self._read_opinions)

    def watch(self, owner: QObject) -> None:
        """Have findings looked for: somebody looks."""
        self._looked_at = True
        self._session.findings.watch(owner, at_once=True)
        QTimer.singleShot(0, self, self._take_known)

    def leave(self, owner: QObject) -> None:
        """Leave the rules alone: nobody looks."""
        self._looked_at = False
        self._session.findings.leave(owner)

    def refresh(self, changes: Changes | None) -> None:
        """Read anew what a change touches, but findings: they come anew by themselves."""
        if self.loaded is None:
            return
        if changes is None or changes.tables & {"round", "dismissal"}:
            self._read_opinions()
            return
        touched = [key for key in changes.procedures if key in self.loaded.procedures]
        if touched:
            steps = {step.id for key in touched for step in self.loaded.procedures[key].steps}
            self.book.read_again(self._session.seen_marks(touched), steps)
        if touched or changes.tables & _OPINIONS:
            self.marked.emit()

    def scope(self, wanted: FindingFilter) -> Scope | None:
        """What a board looks over; None until something is loaded."""
        if self.loaded is None:
            return None
        every = self.loaded.procedures.values()
        passing = tuple(full for full in every if procedure_passes(full.procedure, wanted))
        return Scope(self.loaded, self.book.seen, passing)

    def blind_round(self, full: FullProcedure) -> Round | None:
        """The round that hides marks on a procedure."""
        return next((one for one in self.rounds if _hides(one, full)), None)

    def round_of(self, full: FullProcedure) -> Round | None:
        """The newest round about a procedure, the blind one before others."""
        own = [one for one in self.rounds if one.takes_in(full.procedure.id)]
        return self.blind_round(full) or (own[-1] if own else None)

    def _take_known(self) -> None:
        """Take what was found, maybe for another view; while nobody looks here it can wait."""
        known = self._session.findings.known
        if known is not None and known is not self.loaded and self._looked_at:
            self.take(known)

    def take(self, loaded: Loaded) -> None:
        """Take what was found."""
        self.loaded = loaded
        self._read()
        self.found.emit()

    def _read_opinions(self) -> None:
        if self.loaded is not None:
            self._read()
            self.marked.emit()

    def _read(self) -> None:
        seen = self._session.seen_marks()
        self.book = MarkBook(seen.marks, seen.hidden)
        self.dismissals = Dismissals(self._session.seen_dismissals(), self.loaded)
        self.rounds = self._session.catalogue.rounds()


def _hides(one: Round, full: FullProcedure) -> bool:
    return one.state is RoundState.BLIND and one.takes_in(full.procedure.id)
