"""The parts of the proposal that are tables, each ready for its dossier."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import Dossier, ProcedureEffect
from customs_app.catalogue.results import Entry
from customs_app.domain.procedure import FullProcedure, Source
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
from customs_app.ui.proposals.tables.page import TablePage
from customs_app.ui.proposals.tables.positions import PositionsTable
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.rows import RowsTable
from customs_app.ui.widgets.small import link


class PartPage(QWidget):
    """`measure_asked` carries the key of a measure and a country ("" where none is meant)."""

    measure_asked = Signal(str, str)
    step_asked = Signal(str, str)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__()
        self.session, self.words = session, session.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what the dossier says."""
        raise NotImplementedError

    def main(self) -> QWidget:
        """What takes the focus."""
        raise NotImplementedError


class MeasuresPage(PartPage):
    """`turned` asks to leave the chosen one out or to take it in, `moved` carries a key and where to.

    `chosen` carries the key of the measure that was chosen.
    """

    turned = Signal()
    moved = Signal(str, int)
    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        self.table = MeasuresTable(session)
        holder = QWidget()
        self.band = Band(session, session.words.text("Measures"))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.table, 1)
        super().__init__(session, holder)
        self.table.opened.connect(lambda row: self.measure_asked.emit(row.key, ""))
        self.table.chosen.connect(lambda row: self.chosen.emit(row.key))
        self.table.turned.connect(self.turned)
        self.table.measures.moved.connect(self.moved)

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

    def main(self) -> QWidget:
        """The table."""
        return self.table


class _ListPage(PartPage):
    """A page of which the table shows rows of one kind."""

    def __init__(self, session: Session, page: TablePage) -> None:
        super().__init__(session, page)
        self.page = page

    def main(self) -> QWidget:
        """The table."""
        return self.page.table


class SavingsPage(_ListPage):
    """What all measures change together."""

    def __init__(self, session: Session) -> None:
        words = session.words
        table: RowsTable[ProcedureEffect] = RowsTable(
            session,
            savings.SavingsModel(words),
            "proposal_savings",
            words.text("Savings"),
            stretch=savings.PROCEDURE,
            widths=savings.WIDTHS,
        )
        none = words.text("No measure changes anything yet.")
        super().__init__(session, TablePage(session, words.text("Savings"), table, none))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the effect of all measures at once."""
        note = self.words.text(
            "all measures together, one consignment; savings of single measures do not add up"
        )
        self.page.show_rows(dossier.together, lambda one: one.full.procedure.id, note)


class LawsPage(_ListPage):
    """The acts to amend; a check narrows them to the worklist."""

    def __init__(self, session: Session) -> None:
        words = session.words
        self._dossier: Dossier | None = None
        table: RowsTable[laws.Law] = RowsTable(
            session,
            laws.LawsModel(session.palette, words),
            "proposal_laws",
            words.text("Articles of law"),
            stretch=laws.ACT,
            widths=laws.WIDTHS,
            badges=(laws.COUNTRY,),
        )
        page = TablePage(session, words.text("Articles of law"), table, words.text("No act is touched."))
        super().__init__(session, page)
        self.only = QCheckBox(words.text("only where the article is not known"))
        self.only.setObjectName("laws_only_unknown")
        self.only.toggled.connect(lambda _on: self._show())
        page.put_beside(self.only)
        table.opened.connect(lambda law: self.measure_asked.emit(law.measure.key, law.act.country))

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
        self.page.show_rows(
            shown,
            lambda law: (law.measure.key, law.act.country, law.act.text, law.act.steps),
            " · ".join(part for part in (str(len(every)), note) if part),
        )


class PositionsPage(PartPage):
    """Who stands where on what."""

    def __init__(self, session: Session) -> None:
        self.table = PositionsTable(session)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        note = session.words.text("Enter opens the measure, where positions are set")
        column.addWidget(Band(session, session.words.text("Positions of delegations"), note))
        column.addWidget(self.table, 1)
        super().__init__(session, holder)
        self.table.opened.connect(lambda key: self.measure_asked.emit(key, ""))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the grid."""
        self.table.show_dossier(dossier)

    def main(self) -> QWidget:
        """The table."""
        return self.table


class ComparedPage(_ListPage):
    """The procedures that are compared."""

    def __init__(self, session: Session) -> None:
        words = session.words
        table: RowsTable[FullProcedure] = RowsTable(
            session,
            lists.ComparedModel(words),
            "proposal_compared",
            words.text("Comparison of the countries"),
            stretch=1,
            widths={0: 70, 2: 64, 3: 100, 4: 70},
            badges=(0,),
        )
        page = TablePage(
            session, words.text("Comparison of the countries"), table, words.text("No procedure.")
        )
        super().__init__(session, page)
        page.put_beside(
            link("proposal_compare", words.text("Show in Compare"), lambda: session.go_to("compare"))
        )
        table.opened.connect(lambda full: session.go_to("catalogue", full.procedure.id))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the procedures."""
        self.page.show_rows(dossier.procedures, lambda full: full.procedure.id)


class DissentPage(_ListPage):
    """Dissents of meetings from what the measures propose."""

    def __init__(self, session: Session) -> None:
        words = session.words
        self.model = lists.DissentModel(words)
        table: RowsTable[lists.Said] = RowsTable(
            session,
            self.model,
            "proposal_dissent",
            words.text("Dissent"),
            stretch=2,
            widths={0: 120, 1: 130, 3: 66, 4: 64, 5: 90},
        )
        none = words.text("No delegation has dissented from what a meeting decided on these steps.")
        super().__init__(session, TablePage(session, words.text("Dissent"), table, none))
        table.opened.connect(lambda said: self.measure_asked.emit(said.measure.key, said.objection.country))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show them."""
        self.model.reference = dossier.reference
        self.page.show_rows(tuple(lists.dissents_of(dossier)), lambda said: said.objection.dissent.id)


class SourcesPage(_ListPage):
    """The sources that the proposal cites."""

    def __init__(self, session: Session) -> None:
        words = session.words
        table: RowsTable[Source] = RowsTable(
            session,
            lists.SourcesModel(words),
            "proposal_sources",
            words.text("Sources"),
            stretch=1,
            widths={0: 84, 2: 170, 3: 60, 4: 90},
        )
        none = words.text("The measures cite no source.")
        super().__init__(session, TablePage(session, words.text("Sources"), table, none))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show them."""
        self.page.show_rows(dossier.sources, lambda source: source.id)


class CommentsPage(_ListPage):
    """All comments; Enter leads to what one is about."""

    def __init__(self, session: Session) -> None:
        words = session.words
        table: RowsTable[lists.Remark] = RowsTable(
            session,
            lists.CommentsModel(words),
            "proposal_comments_table",
            words.text("Comments"),
            stretch=3,
            widths={0: 138, 1: 150, 2: 150},
        )
        none = words.text("Nobody has said anything yet.")
        super().__init__(session, TablePage(session, words.text("Comments"), table, none))
        table.opened.connect(lambda one: self.measure_asked.emit(one.measure.key if one.measure else "", ""))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show them."""
        self.page.show_rows(lists.comments_of(dossier), lambda one: one.comment.id)


class HistoryPage(_ListPage):
    """What was done with the proposal, by whom and when."""

    def __init__(self, session: Session) -> None:
        words = session.words
        table: RowsTable[Entry] = RowsTable(
            session,
            lists.HistoryModel(words),
            "proposal_history",
            words.text("History"),
            stretch=2,
            widths={0: 138, 1: 170, 3: 90},
        )
        none = words.text("Nothing has been done with this proposal here.")
        super().__init__(session, TablePage(session, words.text("History"), table, none))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the newest entries of the journal."""
        entries = self.session.catalogue.proposal_history(dossier.proposal.id)
        self.page.show_rows(entries, lambda entry: entry.id)


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
