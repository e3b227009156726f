"""What an import would change, shown before it is done."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.tables import TABLES
from customs_app.exchange.country_folder import Plan, TableChanges
from customs_app.language.numbers import number
from customs_app.language.words import N_, Words
from customs_app.ui.dialogs.lists import ListDialog
from customs_app.ui.session import Session

_MOST = 500
"""So many rows are listed; of the rest it is said how many there are."""

Line = tuple[str, str, str, str]
"""File, row, what becomes of it, and how."""


def import_preview(parent: QWidget, session: Session, plan: Plan) -> ListDialog:
    """The rows that would come, change and go, and what rests on those; Import stands for consent.

    Import cannot be pressed where a proposal is about a procedure that would go.
    """
    words = session.words
    heads = [words.text(head) for head in (N_("File"), N_("Row"), N_("Change"), N_("What"))]
    dialog = ListDialog(
        parent,
        session,
        "import_preview",
        title=words.text("Before the import"),
        sentence=_sentence(plan, words),
        heads=heads,
    )
    for line in preview_lines(plan, words):
        dialog.add(line)
    dialog.fit()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Close).setText(words.text("Cancel"))
    consent = QPushButton(words.text("Import"))
    consent.setObjectName("import_consent")
    consent.setProperty("primary", "true")
    consent.setEnabled(not plan.proposals)
    dialog.buttons.addButton(consent, QDialogButtonBox.ButtonRole.AcceptRole)
    consent.setDefault(True)
    dialog.buttons.accepted.connect(dialog.accept)
    return dialog


def preview_lines(plan: Plan, words: Words) -> Iterator[Line]:
    """The lines of the preview: what stands against it or goes with it, each table, then its rows."""
    for proposal in plan.proposals:
        says = words.text("A proposal rests on a procedure that is removed: {title}", title=proposal.title)
        yield "", "", words.text("Not possible"), says
    for mark in plan.marks:
        says = words.text("A mark rests on what is removed: {step}", step=mark.step_id)
        yield "", "", words.text("removed"), says
    for decision in plan.decisions:
        says = words.text("A decision of a meeting rests on what is removed: {step}", step=decision.step_id)
        yield "", "", words.text("removed"), says
    for warning in plan.warnings:
        row = "" if warning.row is None else str(warning.row)
        yield warning.file, row, words.text("Warning"), words.say(warning.expected)
    yield from (_summary(changes, words) for changes in plan.tables)
    rows = [line for changes in plan.tables for line in _rows(changes, words)]
    yield from rows[:_MOST]
    if len(rows) > _MOST:
        yield "", "", "", words.count("and {n} more row", "and {n} more rows", len(rows) - _MOST)


def _sentence(plan: Plan, words: Words) -> str:
    if plan.proposals:
        return words.text(
            "Nothing can be imported as long as proposals rest on procedures that would go. "
            "Change or delete the proposals first."
        )
    says = words.text("This is what the import would change. Nothing is changed yet; it can be undone.")
    if plan.marks:
        says += " " + words.count(
            "{n} mark rests on what would go, and goes too.",
            "{n} marks rest on what would go, and go too.",
            len(plan.marks),
        )
    if plan.decisions:
        says += " " + words.count(
            "{n} decision of a meeting rests on what would go, and goes too.",
            "{n} decisions of meetings rest on what would go, and go too.",
            len(plan.decisions),
        )
    return says


def _file(changes: TableChanges) -> str:
    return f"{changes.country}/{TABLES[changes.table].file}"


def _summary(changes: TableChanges, words: Words) -> Line:
    says = words.text(
        "{added} added, {changed} changed, {removed} removed",
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )
    return _file(changes), "", "", says


def _rows(changes: TableChanges, words: Words) -> Iterator[Line]:
    file = _file(changes)
    for key in changes.removed:
        yield file, _key(key), words.text("removed"), ""
    for row in changes.changed:
        fields = (
            f"{one.column} {_cell(one.before, words)} → {_cell(one.after, words)}" for one in row.fields
        )
        yield file, _key(row.key), words.text("changed"), words.clauses(fields)
    for key in changes.added:
        yield file, _key(key), words.text("added"), ""


def _key(key: Sequence[Cell]) -> str:
    return " ".join(str(part) for part in key)


def _cell(value: Cell, words: Words) -> str:
    if value is None:
        return "?"
    if isinstance(value, float):
        return number(value, words.language, decimals=6)
    return " ".join(str(value).split())
