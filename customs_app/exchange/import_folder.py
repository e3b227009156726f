"""Makes the content of countries that of their country folders, as one entry of the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import ImportRows
from customs_app.catalogue.results import Changes
from customs_app.catalogue.tables import STEP
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message
from customs_app.exchange.import_plan import Plan, plan_import


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has done, or would do; `changes` is None where nothing was changed."""

    plan: Plan
    changes: Changes | None


def import_folders(
    catalogue: Catalogue,
    folders: Sequence[Path],
    who: Reviewer,
    *,
    dry_run: bool = False,
    force: bool = False,
) -> Imported:
    """Make the content of the folders' countries that of the folders, all in one entry of the journal.

    Rows are added, changed and removed; a column that a file lacks keeps its values. With `dry_run`
    nothing is written in any case. InputError, with the catalogue as it was, where something is wrong
    with the folders, where a proposal is about a procedure that would go, or where marks or decisions
    rest on what would go; with `force` those go too.
    """
    plan = plan_import(catalogue, folders)
    if dry_run or not plan.tables:
        return Imported(plan, None)
    _refuse_loss(plan, force=force)
    return Imported(plan, catalogue.run(ImportRows(plan.rows), who))


def _refuse_loss(plan: Plan, *, force: bool) -> None:
    if plan.proposals:
        titles = tuple(proposal.title for proposal in plan.proposals)
        raise InputError(
            Message(
                "Nothing was imported: procedures would go on which these proposals rest: {titles}. "
                "Change or delete the proposals first.",
                {"titles": titles},
            )
        )
    if (plan.marks or plan.decisions) and not force:
        raise InputError(_loss(len(plan.marks), len(plan.decisions)), list(_resting(plan)))


def _loss(marks: int, decisions: int) -> Message:
    if not decisions:
        return Message(
            "Nothing was imported: {n} mark rests on what would go. "
            "With --force it goes too; undo brings it back.",
            {"n": marks},
            "Nothing was imported: {n} marks rest on what would go. "
            "With --force they go too; undo brings them back.",
        )
    if not marks:
        return Message(
            "Nothing was imported: {n} decision of a meeting rests on what would go. "
            "With --force it goes too; undo brings it back.",
            {"n": decisions},
            "Nothing was imported: {n} decisions of meetings rest on what would go. "
            "With --force they go too; undo brings them back.",
        )
    both = (
        Message("{n} mark", {"n": marks}, "{n} marks"),
        Message("{n} decision of a meeting", {"n": decisions}, "{n} decisions of meetings"),
    )
    return Message(
        "Nothing was imported: this rests on what would go: {both}. "
        "With --force they go too; undo brings them back.",
        {"both": both},
    )


def _resting(plan: Plan) -> Iterator[Problem]:
    for mark in plan.marks:
        says = Message(
            "the step “{step}” and what it names: {reviewer} ({delegation}) has marked it",
            {
                "step": mark.step_id,
                "reviewer": mark.reviewer.name,
                "delegation": mark.reviewer.delegation,
            },
        )
        yield Problem(STEP.file, None, "id", says)
    for decision in plan.decisions:
        says = Message(
            "the step “{step}” and what it names: a meeting has decided on it", {"step": decision.step_id}
        )
        yield Problem(STEP.file, None, "id", says)
