"""Deleting rows together with what hangs on them, so that one entry of the journal holds all of it."""

from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.writer import Writer


def delete_step_contents(writer: Writer, step_id: str) -> None:
    """Remove a step's documents, marks, decisions and pins.

    Verdicts on other steps no longer name it as where to merge; notes about it stay in the minutes as
    notes about no step, and laws to amend that were named for it stay as such of its country.
    """
    for use in writer.rows("step_document", step_id=step_id):
        writer.delete("step_document", [use["step_id"], use["document_id"], use["role"]])
    _delete_verdicts(writer, "step_id", step_id)
    for table in ("mark", "decision"):
        for row in writer.rows(table, merge_into=step_id):
            writer.update(table, [row["id"]], {"merge_into": None})
    for side in ("left_step", "right_step"):
        for pin in writer.rows("pin", **{side: step_id}):
            writer.delete("pin", [pin["id"]])
    for table in ("note", "proposal_act"):
        for row in writer.rows(table, step_id=step_id):
            writer.update(table, [row["id"]], {"step_id": None})


def delete_document_contents(writer: Writer, document_id: str) -> None:
    """Remove the marks and decisions on a document."""
    _delete_verdicts(writer, "document_id", document_id)


def _delete_verdicts(writer: Writer, column: str, row_id: str) -> None:
    for mark in writer.rows("mark", **{column: row_id}):
        delete_mark(writer, str(mark["id"]))
    for decision in writer.rows("decision", **{column: row_id}):
        delete_decision(writer, str(decision["id"]))


def delete_agency_contents(writer: Writer, agency_id: str) -> None:
    """Name the agency by its words alone where a proposal makes it responsible."""
    agency = writer.get("agency", agency_id)
    for row in writer.rows("proposal_terms", agency_id=agency_id):
        key = [row["proposal_id"], row["measure"], row["country"]]
        body = row["body"] or (agency["name_en"] if agency is not None else None)
        writer.update("proposal_terms", key, {"agency_id": None, "body": body})


def delete_source_contents(writer: Writer, source_id: str) -> None:
    """Laws to amend no longer name the source in which they stand."""
    for row in writer.rows("proposal_act", source_id=source_id):
        writer.update("proposal_act", [row["id"]], {"source_id": None})


def delete_procedure_contents(writer: Writer, procedure_id: str) -> None:
    """Remove the dismissals of a procedure's findings, its name from rounds and meetings, its bindings.

    A round that was about this procedure alone goes: without a name it would be about every procedure.
    """
    for dismissal in writer.rows("dismissal", procedure_id=procedure_id):
        writer.delete("dismissal", [dismissal["id"]])
    for binding in writer.rows("binding", procedure_id=procedure_id):
        writer.delete("binding", [binding["corridor_id"], binding["block"]])
    for table in ("round", "meeting"):
        for row in writer.rows(table):
            named = parts(str(row["procedures"]))
            if procedure_id not in named:
                continue
            left = ";".join(name for name in named if name != procedure_id)
            if table == "round" and not left:
                writer.delete("round", [row["id"]])
            else:
                writer.update(table, [row["id"]], {"procedures": left})


def delete_mark(writer: Writer, mark_id: str) -> None:
    """Remove a mark and the comments under it."""
    for comment in writer.rows("comment", mark_id=mark_id):
        writer.delete("comment", [comment["id"]])
    writer.delete("mark", [mark_id])


def delete_decision(writer: Writer, decision_id: str) -> None:
    """Remove a decision and the dissents from it."""
    delete_dissents(writer, decision_id)
    writer.delete("decision", [decision_id])


def delete_dissents(writer: Writer, decision_id: str) -> None:
    """Remove the dissents from a decision."""
    for dissent in writer.rows("dissent", decision_id=decision_id):
        writer.delete("dissent", [dissent["id"]])
