"""Makes the content of countries that of their country folders, as one entry of the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import ImportRows
from customs_app.catalogue.results import Changes
from customs_app.catalogue.tables import STEP
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.review import Mark, Reviewer
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
    with the folders, where a proposal is about a procedure that would go, or where marks rest on what
    would go; with `force` those marks go too.
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
    if plan.marks and not force:
        message = Message(
            "Nothing was imported: {n} mark rests on what would go. "
            "With --force it goes too; undo brings it back.",
            {"n": len(plan.marks)},
            "Nothing was imported: {n} marks rest on what would go. "
            "With --force they go too; undo brings them back.",
        )
        raise InputError(message, [_resting(mark) for mark in plan.marks])


def _resting(mark: Mark) -> Problem:
    return Problem(
        STEP.file,
        None,
        "id",
        Message(
            "the step “{step}” and what it names: {reviewer} ({delegation}) has marked it",
            {
                "step": mark.step_id,
                "reviewer": mark.reviewer.name,
                "delegation": mark.reviewer.delegation,
            },
        ),
    )
