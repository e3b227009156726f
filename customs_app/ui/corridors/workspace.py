"""The corridors workspace: which places each corridor joins, and what this page will show later."""

from collections.abc import Mapping

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from customs_app.catalogue.results import Changes
from customs_app.language.words import N_
from customs_app.ui.corridors.chain_list import ChainList
from customs_app.ui.corridors.chains import PARTS, Chain, Leg, chains
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import BadgeDelegate
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.row_signs import MODE_ICONS
from customs_app.ui.widgets.table import Table
from customs_app.ui.workspace import Workspace

_ICONS = {str(mode): name for mode, name in MODE_ICONS.items()}
_HEADS = (N_("#"), N_("Country"), N_("Place"), N_("Part of the chain"), N_("Note"))
_WIDTHS = (40, 76, 260, 170)


class CorridorsWorkspace(Workspace):
    """The corridors at the left, the chain of places of the chosen one in the centre."""

    key = "corridors"
    icon = "route"
    title = N_("Corridors")
    menu = "view"
    left_width = 228
    has_inspector = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._chains: tuple[Chain, ...] = ()
        self._list = self._make_list()
        self._title = wrapped(role="title")
        self._description = wrapped(role="second")
        self._later = wrapped(
            self.words.text(
                "This page shows the chain of places. The procedures that one lorry or train meets along it, "
                "their time and the documents handed over again will follow in a later release."
            ),
            role="small",
        )
        self._model = QStandardItemModel(0, len(_HEADS), self)
        self._model.setHorizontalHeaderLabels([self.words.text(head) for head in _HEADS])
        self._table = self._make_table()
        self._empty = EmptyState(self.words.text("This catalogue has no corridors."))
        self._lay_out()
        self.refresh(None)

    def left(self) -> QWidget | None:
        """The list of corridors."""
        return self._list

    def status_text(self) -> str:
        """How many corridors there are."""
        return self.words.count("{n} corridor", "{n} corridors", len(self._chains))

    def keys_text(self) -> str:
        """How to move."""
        return self.words.text("↑ ↓ corridor · F6 next pane")

    def focus_main(self) -> None:
        """Focus the list, by which one moves."""
        self._list.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Read the corridors anew where they may have changed."""
        if changes is not None and not changes.tables & {"corridor", "corridor_leg"}:
            return
        chosen = self._chosen()
        self._chains = chains(self.session.catalogue)
        self._list.clear()
        for chain in self._chains:
            self._list.add(chain.name[self.session.language], _ICONS.get(chain.mode or "", "shuffle"))
        self._table.setVisible(bool(self._chains))
        self._later.setVisible(bool(self._chains))
        self._empty.setVisible(not self._chains)
        self._choose(chosen.id if chosen else None)

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Show the corridor with this id."""
        self._choose(step_id or procedure_id)

    def save_state(self) -> Mapping[str, object]:
        """Which corridor is chosen."""
        chosen = self._chosen()
        return {"corridor": chosen.id} if chosen else {}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Choose the corridor that was chosen."""
        kept = state.get("corridor")
        self._choose(kept if isinstance(kept, str) else None)

    def _make_list(self) -> ChainList:
        result = ChainList(self.session.palette)
        result.setAccessibleName(self.words.text("Corridors"))
        result.currentRowChanged.connect(lambda _row: self._show())
        return result

    def _make_table(self) -> Table:
        table = Table(self.session, "corridor_chain", stretch=4)
        table.setAccessibleName(self.words.text("Places of the corridor"))
        table.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        table.setItemDelegateForColumn(1, BadgeDelegate(self.session.palette, table))
        for column, width in enumerate(_WIDTHS):
            table.horizontalHeader().resizeSection(column, width)
        table.setModel(self._model)
        for column, width in enumerate(_WIDTHS):
            if str(column) not in self.session.columns["corridor_chain"]:
                table.horizontalHeader().resizeSection(column, width)
        return table

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("surface", "base")
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        for label in (self._title, self._description, self._later):
            column.addWidget(label)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        page.addWidget(self._table, 1)
        page.addWidget(self._empty, 1)

    def _chosen(self) -> Chain | None:
        row = self._list.currentRow()
        return self._chains[row] if 0 <= row < len(self._chains) else None

    def _choose(self, corridor_id: str | None) -> None:
        ids = [chain.id for chain in self._chains]
        self._list.setCurrentRow(ids.index(corridor_id) if corridor_id in ids else 0)
        self._show()

    def _show(self) -> None:
        chain = self._chosen()
        language = self.session.language
        self._title.setText(chain.name[language] if chain else "")
        self._description.setText(chain.description[language] if chain and chain.description else "")
        self._model.removeRows(0, self._model.rowCount())
        for leg in chain.legs if chain else ():
            self._model.appendRow([_item(text) for text in self._cells(leg)])
        self.told.emit()

    def _cells(self, leg: Leg) -> tuple[str, ...]:
        place = leg.name[self.session.language] if leg.name else "? " + self.words.text("place not named")
        part = self.words.text(PARTS[leg.part]) if leg.part in PARTS else leg.part or "?"
        return str(leg.number), leg.country, place, part, leg.note or ""


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    return item
