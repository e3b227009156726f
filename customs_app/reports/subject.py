"""What a paper is about, and the comparison that answers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from customs_app.analysis.blind import Seen
from customs_app.analysis.case import Case
from customs_app.analysis.choose import Choice, choices
from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.ordering import Order, in_order
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import CaseKind, Mode, Regime
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message
from customs_app.reports.seen_marks import seen_marks
from customs_app.reports.titles import kind_message


@dataclass(frozen=True, slots=True)
class Subject:
    """The procedures that are put side by side, and in which case and currency they are counted.

    `countries` (ISO 3166 alpha-2) gives their order; None is all that have such a procedure. `chosen`
    (country -> procedure id) goes before the procedure that fits best. `currency` (ISO 4217) is that into
    which fees are converted. `tolerance` says from when on figures differ, and `order` how columns follow.
    """

    regime: Regime
    mode: Mode | None = None
    countries: Sequence[str] | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)
    case: CaseKind = CaseKind.BASE
    currency: str = "USD"
    tolerance: Tolerance = USUAL
    order: Order = Order.LIST


def chosen(catalogue: Catalogue, subject: Subject) -> Choice:
    """The procedure of each country that answers a subject, and what else there is.

    InputError where no country has such a procedure. CatalogueError where the file fails.
    """
    rows = catalogue.procedures()
    choice = choices(
        [row.procedure for row in rows],
        subject.regime,
        subject.mode,
        subject.countries,
        subject.chosen,
        steps={row.procedure.id: row.steps for row in rows},
    )
    if not choice.procedures:
        kind = kind_message(subject.regime, subject.mode or Mode.ANY)
        raise InputError(
            Message("No country asked for has a procedure of this kind: {kind}.", {"kind": kind})
        )
    return choice


def compared(catalogue: Catalogue, subject: Subject, who: Reviewer | None = None) -> tuple[Comparison, Seen]:
    """The comparison of a subject, and the marks on the steps of its procedures that `who` sees.

    InputError where no country has such a procedure. CatalogueError where the file fails.
    """
    choice = chosen(catalogue, subject)
    ids = {procedure.id: iso2 for iso2, procedure in choice.procedures.items()}
    read = {ids[full.procedure.id]: full for full in catalogue.full_procedures(ids=list(ids))}
    marks = seen_marks(catalogue, who, list(ids))
    comparison = compare(
        {iso2: read[iso2] for iso2 in choice.procedures},
        catalogue.reference(),
        Case(subject.case),
        regime=subject.regime,
        mode=subject.mode,
        others=choice.others,
        left_out=choice.left_out,
        stages_only=choice.stages_only,
        marks=marks.marks,
        tolerance=subject.tolerance,
    )
    return in_order(comparison, subject.order, catalogue.reference().rates), marks
