"""The parts of the proposal that are tables, each ready for its dossier."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import Dossier
from customs_app.ui.proposals.paper import (
    COMMENTS,
    COMPARISON,
    DISSENT,
    HISTORY,
    LAWS,
    MEASURES,
    POSITIONS,
    SAVINGS,
    SOURCES,
)
from customs_app.ui.proposals.tables import laws, lists, savings
from customs_app.ui.proposals.tables.measures import MeasuresTable
from customs_app.ui.proposals.tables.positions import PositionsTable
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.rows import RowsModel, RowsTable
from customs_app.ui.widgets.small import link


class PartPage(QWidget):
    """A band, and below it what takes the room.

    `measure_asked` carries the key of a measure and a country ("" where none is meant).
    """

    measure_asked = Signal(str, str)

    def __init__(self, session: Session, title: str, centre: QWidget) -> None:
        super().__init__()
        self.session, self.words = session, session.words
        self.band = Band(session, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(centre, 1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what the dossier says."""
        raise NotImplementedError


class MeasuresPage(PartPage):
    """`turned` asks to leave the chosen one out or to take it in, `moved` carries a key and where to.

    `chosen` carries the key of the measure that was chosen.
    """

    turned = Signal()
    moved = Signal(str, int)
    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        table = MeasuresTable(session)
        super().__init__(session, session.words.text("Measures"), table)
        self.table = table
        table.opened.connect(lambda row: self.measure_asked.emit(row.key, ""))
        table.chosen.connect(lambda row: self.chosen.emit(row.key))
        table.turned.connect(self.turned)
        table.measures.moved.connect(self.moved)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the measures, and how many are left out."""
        words = self.words
        title = words.text("Suggestions of the rules") if dossier.from_findings else words.text("Measures")
        self.band.set_title(title)
        n = len(dossier.left_out)
        out = words.count("{n} left out", "{n} left out", n) if n else ""
        keys = words.text("Enter opens · Space leaves out or takes in · drag to put in order")
        self.band.set_note(" · ".join(part for part in (str(len(dossier.measures)), out, keys) if part))
        self.table.show_dossier(dossier)


class PositionsPage(PartPage):
    """Who stands where on what."""

    def __init__(self, session: Session) -> None:
        table = PositionsTable(session)
        super().__init__(session, session.words.text("Positions of delegations"), table)
        self.band.set_note(session.words.text("Enter opens the measure, where positions are set"))
        self.table = table
        table.opened.connect(lambda key: self.measure_asked.emit(key, ""))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the grid."""
        self.table.show_dossier(dossier)


class _ListPage(PartPage):
    """A table with a row a thing, or a sentence where there is none."""

    def __init__(
        self,
        session: Session,
        model: RowsModel[Any],
        name: str,
        title: str,
        none: str,
        *,
        stretch: int,
        widths: Mapping[int, int],
        badges: Sequence[int] = (),
    ) -> None:
        stack = QStackedWidget()
        super().__init__(session, title, stack)
        self.table: RowsTable[Any] = RowsTable(
            session, model, name, title, stretch=stretch, widths=widths, badges=badges
        )
        self._stack, self._none = stack, EmptyState(none)
        for widget in (self.table, self._none):
            stack.addWidget(widget)

    def show_rows(self, rows: Sequence[Any], same: Callable[[Any], object], note: str = "") -> None:
        """Show rows, the current one stays where one is the `same`; the band says how many, or a note."""
        self.table.show_rows(rows, same)
        self.band.set_note(note or (str(len(rows)) if rows else ""))
        self._stack.setCurrentWidget(self.table if rows else self._none)


class SavingsPage(_ListPage):
    """What all measures change together."""

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            savings.SavingsModel(words),
            "proposal_savings",
            words.text("Savings"),
            words.text("No measure changes anything yet."),
            stretch=savings.PROCEDURE,
            widths=savings.WIDTHS,
        )

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the effect of all measures at once."""
        note = self.words.text(
            "all measures together, one consignment; savings of single measures do not add up"
        )
        self.show_rows(dossier.together, lambda one: one.full.procedure.id, note)


class LawsPage(_ListPage):
    """The acts to amend; a check narrows them to the worklist."""

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            laws.LawsModel(session.palette, words),
            "proposal_laws",
            words.text("Articles of law"),
            words.text("No act is touched."),
            stretch=laws.ACT,
            widths=laws.WIDTHS,
            badges=(laws.COUNTRY,),
        )
        self._dossier: Dossier | None = None
        self.only = QCheckBox(words.text("only where the article is not known"))
        self.only.setObjectName("laws_only_unknown")
        self.only.toggled.connect(lambda _on: self._show())
        self.band.put_beside(self.only)
        self.table.opened.connect(lambda law: self.measure_asked.emit(law.measure.key, law.act.country))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the acts."""
        self._dossier = dossier
        self._show()

    def _show(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        every = tuple(laws.laws_of(dossier))
        unknown = [law for law in every if law.act.text is None]
        shown = unknown if self.only.isChecked() else every
        words = self.words
        note = words.count("{n} article not known", "{n} articles not known", len(unknown)) if unknown else ""
        self.show_rows(
            shown,
            lambda law: (law.measure.key, law.act.country, law.act.text, law.act.steps),
            " · ".join(part for part in (str(len(every)), note) if part),
        )


class ComparedPage(_ListPage):
    """The procedures that are compared."""

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            lists.ComparedModel(words),
            "proposal_compared",
            words.text("Comparison of the countries"),
            words.text("No procedure."),
            stretch=1,
            widths={0: 70, 2: 64, 3: 100, 4: 70},
            badges=(0,),
        )
        self.band.put_beside(
            link("proposal_compare", words.text("Show in Compare"), lambda: session.go_to("compare"))
        )
        self.table.opened.connect(lambda full: session.go_to("catalogue", full.procedure.id))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the procedures."""
        self.show_rows(dossier.procedures, lambda full: full.procedure.id)


class DissentPage(_ListPage):
    """Dissents of meetings from what the measures propose."""

    def __init__(self, session: Session) -> None:
        words = session.words
        self.model = lists.DissentModel(words)
        super().__init__(
            session,
            self.model,
            "proposal_dissent",
            words.text("Dissent"),
            words.text("No delegation has dissented from what a meeting decided on these steps."),
            stretch=2,
            widths={0: 120, 1: 130, 3: 66, 4: 64, 5: 90},
        )
        self.table.opened.connect(
            lambda said: self.measure_asked.emit(said.measure.key, said.objection.country)
        )

    def show_dossier(self, dossier: Dossier) -> None:
        """Show them."""
        self.model.reference = dossier.reference
        self.show_rows(tuple(lists.dissents_of(dossier)), lambda said: said.objection.dissent.id)


class SourcesPage(_ListPage):
    """The sources that the proposal cites."""

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            lists.SourcesModel(words),
            "proposal_sources",
            words.text("Sources"),
            words.text("The measures cite no source."),
            stretch=1,
            widths={0: 84, 2: 170, 3: 60, 4: 90},
        )

    def show_dossier(self, dossier: Dossier) -> None:
        """Show them."""
        self.show_rows(dossier.sources, lambda source: source.id)


class CommentsPage(_ListPage):
    """All comments; Enter leads to what one is about."""

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            lists.CommentsModel(words),
            "proposal_comments_table",
            words.text("Comments"),
            words.text("Nobody has said anything yet."),
            stretch=3,
            widths={0: 138, 1: 150, 2: 150},
        )
        self.table.opened.connect(
            lambda one: self.measure_asked.emit(one.measure.key if one.measure else "", "")
        )

    def show_dossier(self, dossier: Dossier) -> None:
        """Show them."""
        self.show_rows(lists.comments_of(dossier), lambda one: one.comment.id)


class HistoryPage(_ListPage):
    """What was done with the proposal, by whom and when."""

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            lists.HistoryModel(words),
            "proposal_history",
            words.text("History"),
            words.text("Nothing has been done with this proposal here."),
            stretch=2,
            widths={0: 138, 1: 170, 3: 90},
        )

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the newest entries of the journal."""
        entries = self.session.catalogue.proposal_history(dossier.proposal.id)
        self.show_rows(entries, lambda entry: entry.id)


MAKERS: Mapping[str, Callable[[Session], PartPage]] = {
    COMPARISON: ComparedPage,
    MEASURES: MeasuresPage,
    SAVINGS: SavingsPage,
    LAWS: LawsPage,
    POSITIONS: PositionsPage,
    DISSENT: DissentPage,
    SOURCES: SourcesPage,
    COMMENTS: CommentsPage,
    HISTORY: HistoryPage,
}
"""Makes the page of each part."""
