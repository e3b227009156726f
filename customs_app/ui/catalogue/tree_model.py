"""Countries, their regimes and procedures as a Qt model for the tree on the left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.domain.codes import Mode, Regime
from customs_app.domain.procedure import Procedure, ProcedureRow
from customs_app.domain.reference import Country
from customs_app.domain.text import Rendering
from customs_app.language.labels import label
from customs_app.language.words import Words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole
NODE_ROLE = int(_Role.UserRole) + 50
"""The Node of a row."""
_DISPLAY, _TOOLTIP, _ACCESSIBLE = (
    int(_Role.DisplayRole),
    int(_Role.ToolTipRole),
    int(_Role.AccessibleTextRole),
)
_WANTED = frozenset({_DISPLAY, _TOOLTIP, _ACCESSIBLE, NODE_ROLE})


@dataclass(eq=False, slots=True)
class Node:
    """One row of the tree: a country, a regime or a procedure, named in the window's language.

    `count` is the number of procedures below, of steps for a procedure. `code` is the country's
    ISO 3166 code, on countries alone.
    """

    name: str
    count: int
    parent: "Node | None" = None
    code: str | None = None
    procedure: Procedure | None = None
    mode: Mode | None = None
    untranslated: bool = False
    children: list["Node"] = field(default_factory=list)
    row: int = 0
    number: int = 0

    def descendants(self) -> Iterator["Node"]:
        """All nodes below, each before its children."""
        for child in self.children:
            yield child
            yield from child.descendants()


def nodes(rows: Sequence[ProcedureRow], countries: Mapping[str, Country], words: Words) -> Node:
    """The root over countries by name, regimes in their own order, and procedures as they come."""
    root = Node("", 0)
    by_country: dict[str, list[ProcedureRow]] = {}
    for row in rows:
        by_country.setdefault(row.procedure.country, []).append(row)
    for iso2, own in by_country.items():
        country = countries.get(iso2)
        node = Node(country.name[words.language] if country else iso2, len(own), root, code=iso2)
        node.children = [_regime(node, regime, own, words) for regime in Regime if _has(own, regime)]
        root.children.append(node)
    root.children.sort(key=lambda node: node.name.casefold())
    for number, below in enumerate(root.descendants(), 1):
        below.number = number
    for above in (root, *root.descendants()):
        for place, child in enumerate(above.children):
            child.row = place
    return root


def _has(rows: Sequence[ProcedureRow], regime: Regime) -> bool:
    return any(row.procedure.regime is regime for row in rows)


def _regime(country: Node, regime: Regime, rows: Sequence[ProcedureRow], words: Words) -> Node:
    own = [row for row in rows if row.procedure.regime is regime]
    node = Node(label(regime, words), len(own), country)
    for row in own:
        title: Rendering = row.procedure.title.shown(words.language)
        node.children.append(
            Node(
                title.text,
                row.steps,
                node,
                procedure=row.procedure,
                mode=row.procedure.mode,
                untranslated=title.language is not words.language,
            )
        )
    return node


class ProcedureTree(QAbstractItemModel):
    """Country, regime, procedure; one column."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._root = Node("", 0)
        self._nodes = [self._root]

    def show_procedures(
        self, rows: Sequence[ProcedureRow], countries: Mapping[str, Country], words: Words
    ) -> None:
        """Show these procedures."""
        self.beginResetModel()
        self._words = words
        self._root = nodes(rows, countries, words)
        self._nodes = [self._root, *self._root.descendants()]
        self.endResetModel()

    def index_of(self, procedure_id: str) -> QModelIndex:
        """Where a procedure stands; an invalid index where it does not."""
        for node in self._nodes:
            if node.procedure is not None and node.procedure.id == procedure_id:
                return self._index(node)
        return QModelIndex()

    def country_index(self, iso2: str) -> QModelIndex:
        """Where a country stands; an invalid index where it does not."""
        for node in self._root.children:
            if node.code == iso2:
                return self._index(node)
        return QModelIndex()

    def first_procedure(self) -> str | None:
        """Id of the first procedure of the first country."""
        return next((node.procedure.id for node in self._nodes if node.procedure is not None), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Children of a row."""
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = ROOT) -> int:
        """One column everywhere."""
        return 1

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """The child in a row; its internal id is the number of its Node."""
        children = self._node(parent).children
        return self._index(children[row]) if column == 0 and 0 <= row < len(children) else QModelIndex()

    def parent(self, child: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """The regime of a procedure, the country of a regime."""
        above = self._node(child).parent
        if not child.isValid() or above is None or above is self._root:
            return QModelIndex()
        return self._index(above)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Name, tooltip, accessible text with the count, and the Node."""
        if role not in _WANTED or not index.isValid():
            return None
        node = self._node(index)
        if role == NODE_ROLE:
            return node
        if role == _ACCESSIBLE:
            return self._spoken(node)
        if role == _TOOLTIP and node.mode is not None:
            return f"{node.name}\n{label(node.mode, self._words)}"
        return node.name

    def _spoken(self, node: Node) -> str:
        if node.procedure is None:
            counted = self._words.count("{n} procedure", "{n} procedures", node.count)
        else:
            counted = self._words.count("{n} step", "{n} steps", node.count)
        return f"{node.name}, {counted}"

    def _node(self, index: Index) -> Node:
        # An index that outlived a reset may carry a number that no node has any more.
        number = index.internalId() if index.isValid() else 0
        return self._nodes[number] if number < len(self._nodes) else self._root

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number)
