"""What marks of reviewers and decisions of meetings have in common: a verdict about a step or a document."""

import json
from collections.abc import Mapping

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message, Text

COLUMNS = (
    Column("step_id", required=True, refers_to="step"),
    Column("document_id", refers_to="document"),
    Column("verdict", required=True, codes=Verdict),
    Column("reason"),
    Column("article"),
    Column("merge_into", refers_to="step"),
)
"""Columns of a verdict; a table that holds verdicts may have more."""


def checked_verdict(writer: Writer, table: Table, given: Mapping[str, Cell]) -> Row:
    """The columns of a verdict, fit to be written; InputError that lists all that is wrong with them.

    Every verdict but “keep” needs a reason.
    """
    row = checked(table, given, writer.exists)
    step_id, document_id = row["step_id"], row["document_id"]
    problems = []
    if row["reason"] is None and row["verdict"] != Verdict.KEEP:
        problems.append(Problem(table.file, None, "reason", Message("a reason: only “keep” needs none")))
    if document_id is not None and not writer.rows("step_document", step_id=step_id, document_id=document_id):
        problems.append(Problem(table.file, None, "document_id", Message("a document of the step")))
    if row["merge_into"] == step_id:
        expected = Message("another step than the one marked")
        problems.append(Problem(table.file, None, "merge_into", expected))
    refuse(problems)
    row["reason"] = row["reason"] or ""
    return row


def stands(writer: Writer, step_id: str, document_id: str | None) -> str:
    """A step, or a document of it, as it stands now, as JSON."""
    return json.dumps(writer.standing(step_id, document_id), ensure_ascii=False, sort_keys=True)


def document_of(row: Row) -> str | None:
    """The document that a mark or decision speaks of; None where it is the step itself."""
    return None if row["document_id"] is None else str(row["document_id"])


def step_title(writer: Writer, row: Row) -> Text:
    """The title of the step about which a mark, decision or note is."""
    return title(found(writer, "step", str(row["step_id"])))
