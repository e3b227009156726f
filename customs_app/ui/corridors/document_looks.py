"""The table of documents that are handed over again along the chain."""

from collections.abc import Sequence

from customs_app.analysis.corridor.again import AgainRow, AgainUse, HandedAgain
from customs_app.domain.codes import Role
from customs_app.domain.corridor import Block
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.corridors.block_looks import block_name
from customs_app.ui.corridors.looks import Cell, Place, TableLook

ICONS = {Role.INPUT: "log-in", Role.OUTPUT: "log-out", Role.SHOWN: "eye"}


def documents_table(
    found: HandedAgain, blocks: Sequence[Block], reference: Reference, words: Words
) -> TableLook:
    """One row a kind of document that is asked for twice or more, one column a block with a procedure.

    How often stands beside the name: with many blocks the last column would be out of sight.
    """
    text = words.text
    shown = [block for block in blocks if block.procedure is not None]
    heads = (
        text("Document"),
        text("Times"),
        *(block_name(block, words) for block in shown),
    )
    says = text("{n} of {of} steps have their documents recorded", n=found.recorded.n, of=found.recorded.of)
    rows = tuple(_row(row, shown, reference, words) for row in found.again)
    return TableLook(
        "documents",
        text("Documents · {n}", n=len(rows)),
        text("Documents handed over again"),
        heads,
        (None, None, *(block.key for block in shown)),
        rows,
        says,
        text("No document is known to be handed over twice."),
    )


def _row(row: AgainRow, blocks: Sequence[Block], reference: Reference, words: Words) -> tuple[Cell, ...]:
    name = row.document.name[words.language]
    code = f" {row.document.code}" if row.document.code else ""
    tip = words.text("One kind of document by its name: it has no code.") if row.document.by_name else ""
    times = str(row.times) if row.times == row.times_at_most else f"{row.times} – {row.times_at_most}"
    says = words.text(
        "{times} times in this case, at most {most} with all conditions",
        times=row.times,
        most=row.times_at_most,
    )
    cells = [Cell(f"{name}{code}", tip=tip), Cell(times, tip=says, spoken=says, strong=True, figure=True)]
    for block in blocks:
        uses = row.uses.get(block.key, ())
        cells.append(_uses(uses, reference, words) if uses else Cell("–"))
    return tuple(cells)


def _uses(uses: Sequence[AgainUse], reference: Reference, words: Words) -> Cell:
    places = tuple(
        Place(ICONS[use.role], use.number, use.step_id, use.block_key, use.in_case) for use in uses
    )
    lines = [_said(use, reference, words) for use in uses]
    return Cell(places=places, tip="\n".join(lines), spoken=words.clauses(lines))


def _said(use: AgainUse, reference: Reference, words: Words) -> str:
    parts = [words.text("step {n}", n=str(use.number)), label(use.role, words)]
    if use.form is not None:
        parts.append(label(use.form, words))
    agency = reference.agencies.get(use.agency_id or "")
    if agency is not None:
        parts.append(agency.name[words.language])
    if not use.in_case:
        parts.append(words.text("on a condition only"))
    return words.list_of(tuple(parts))
