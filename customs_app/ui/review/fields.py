"""What is known of each field of a step, as cells of the evidence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from customs_app.analysis.counting import CountedCost, CountedTime, Counting
from customs_app.domain.codes import CostKind, Role, TimeKind
from customs_app.domain.procedure import DocumentUse, FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Language
from customs_app.figures.figure_text import cost_text, hours_text, time_text
from customs_app.language.labels import label
from customs_app.language.numbers import money
from customs_app.language.words import N_, Words
from customs_app.ui.review.cells import Cell, Line, Run, Tone, plain, unknown
from customs_app.ui.widgets.row_signs import CHANNEL_ICONS

ROLE_ICONS = {Role.INPUT: "log-in", Role.OUTPUT: "log-out", Role.SHOWN: "eye"}


class Field(StrEnum):
    """The fields of a step in the order in which the evidence shows them."""

    PROCEDURE = "procedure"
    CHANNEL = "channel"
    DOCUMENTS = "documents"
    TIME = "time"
    COST = "cost"
    LAW = "law"
    SOURCE = "source"
    NOTE = "note"
    CONDITION = "condition"
    VISITS = "visits"
    AGENCY = "agency"
    AFTER = "after"
    ACTIVITY = "activity"


FIELD_NAMES: Mapping[Field, str] = {
    Field.PROCEDURE: N_("Procedure"),
    Field.CHANNEL: N_("Channel"),
    Field.DOCUMENTS: N_("Documents"),
    Field.TIME: N_("Time, h"),
    Field.COST: N_("Cost"),
    Field.LAW: N_("Law"),
    Field.SOURCE: N_("Source"),
    Field.NOTE: N_("Note"),
    Field.CONDITION: N_("Condition"),
    Field.VISITS: N_("Visits"),
    Field.AGENCY: N_("Agency"),
    Field.AFTER: N_("After"),
    Field.ACTIVITY: N_("Activity"),
}

ONLY_WHERE_KNOWN = frozenset({Field.NOTE, Field.VISITS})
"""Fields that are left out where nothing is known of any of the steps."""


@dataclass(frozen=True)
class Ask:
    """A step of which cells are wanted.

    `across` says that steps of several countries stand side by side: bodies are compared by their kind.
    `about` are ids of the documents that the finding speaks of. `times` and `costs` are those of all steps
    of the procedure, by step id.
    """

    full: FullProcedure
    step: Step
    reference: Reference
    times: Mapping[str, CountedTime]
    costs: Mapping[str, CountedCost]
    across: bool
    about: frozenset[str]
    words: Words


def cell(field: Field, ask: Ask) -> Cell:
    """What is known of one field of a step."""
    return _CELLS[field](ask)


def _procedure(ask: Ask) -> Cell:
    own = ask.full.procedure
    run = Run(own.title[ask.words.language], Tone.LINK, f"procedure:{own.id}")
    return Cell((Line((run,), badge=own.country),), own.id)


def _channel(ask: Ask) -> Cell:
    channel = ask.step.channel
    if channel is None:
        return unknown(ask.words.text("? not recorded"))
    return plain(label(channel, ask.words), channel, icon=CHANNEL_ICONS[channel])


def _documents(ask: Ask) -> Cell:
    uses = sorted(ask.full.uses.get(ask.step.id, ()), key=lambda use: list(Role).index(use.role))
    if not uses:
        return unknown(ask.words.text("? none recorded"))
    key = frozenset((_same(use, ask.reference), use.role, use.form) for use in uses)
    return Cell(tuple(_use(use, ask) for use in uses), key)


def _use(use: DocumentUse, ask: Ask) -> Line:
    document = ask.reference.documents.get(use.document_id)
    name = document.name[ask.words.language] if document else use.document_id
    form = label(use.form, ask.words) if use.form else "?"
    copies = "" if use.copies is None else f", ×{use.copies}"
    tone = Tone.STRONG if use.document_id in ask.about else Tone.PLAIN
    return Line((Run(name, tone), Run(f" ({form}{copies})", Tone.SOFT)), ROLE_ICONS[use.role])


def _same(use: DocumentUse, reference: Reference) -> str:
    document = reference.documents.get(use.document_id)
    return document.code if document and document.code else use.document_id


def _time(ask: Ask) -> Cell:
    words, step = ask.words, ask.step
    counted = ask.times[step.id]
    if counted.state is Counting.UNKNOWN:
        return unknown(words.text("? not recorded"))
    if counted.state is Counting.INSIDE and counted.aggregate_id:
        carrier = ask.times[counted.aggregate_id]
        return _inside(f"[{hours_text(carrier.recorded, words)}]", counted, ask)
    kind = step.time.kind
    soft = f" {label(kind, words)}" if kind not in (None, TimeKind.DURATION) else ""
    key = (counted.state, counted.recorded, step.time.covers)
    return Cell((Line((Run(time_text(counted, ask.full, words)), Run(soft, Tone.SOFT))),), key)


def _cost(ask: Ask) -> Cell:
    words, step = ask.words, ask.step
    counted = ask.costs[step.id]
    if counted.state is Counting.UNKNOWN:
        return unknown(words.text("? not recorded"))
    if counted.state is Counting.INSIDE and counted.aggregate_id:
        carrier = ask.costs[counted.aggregate_id].recorded
        return _inside(f"[{money(carrier, words.language) if carrier else '?'}]", counted, ask)
    kind = step.cost.kind
    soft = f" {label(kind, words)}" if kind not in (None, CostKind.FEE) else ""
    if step.cost.basis:
        soft += f" · {step.cost.basis}"
    key = (counted.state, counted.recorded, counted.rate, step.cost.basis)
    return Cell((Line((Run(cost_text(counted, ask.full, words)), Run(soft, Tone.SOFT))),), key)


def _inside(figure: str, counted: CountedTime | CountedCost, ask: Ask) -> Cell:
    """A step's own share in an aggregate cannot be told; the number of the carrier is a link."""
    carrier = counted.aggregate_id or ""
    before, _, after = ask.words.text(
        "inside {figure} of step {step}, not told apart", figure=figure, step="\0"
    ).partition("\0")
    number = Run(str(ask.full.number(carrier)), Tone.LINK, f"step:{carrier}")
    return Cell((Line((Run(before), number, Run(after))),), (Counting.INSIDE, carrier))


def _law(ask: Ask) -> Cell:
    return plain(ask.step.legal_basis) if ask.step.legal_basis else unknown(ask.words.text("? not recorded"))


def _source(ask: Ask) -> Cell:
    step, words = ask.step, ask.words
    if not step.source_ids:
        return unknown(words.text("? no source"))
    lines = []
    for source_id in step.source_ids:
        source = ask.reference.sources.get(source_id)
        year = source.year if source and source.year else words.text("year not given")
        after = f"{step.locator} · {year}" if step.locator else year
        runs = (
            Run(source_id, Tone.LINK, f"source:{source_id}"),
            Run(f" {source.title}. " if source else " "),
            Run(after, Tone.SOFT),
        )
        lines.append(Line(runs, signed=True, evidence=step.evidence))
    return Cell(tuple(lines), (step.source_ids, step.locator, step.evidence))


def _note(ask: Ask) -> Cell:
    return plain(ask.step.note) if ask.step.note else unknown("–")


def _condition(ask: Ask) -> Cell:
    """An empty condition is no unknown: such a step is always done."""
    condition = ask.step.condition
    if condition is None and ask.step.choice is None:
        return plain(ask.words.text("always"), "")
    text = ask.words.text("if {condition}", condition=condition) if condition else ""
    choice = ask.words.text("one of a choice: {choice}", choice=ask.step.choice) if ask.step.choice else ""
    shown = " · ".join(part for part in (text, choice) if part)
    return plain(shown, (condition.en if condition else "", ask.step.choice))


def _visits(ask: Ask) -> Cell:
    visits = ask.step.visits
    return unknown("?") if visits is None else plain(str(visits), visits + 1)


def _agency(ask: Ask) -> Cell:
    agency = ask.reference.agencies.get(ask.step.agency_id) if ask.step.agency_id else None
    if agency is None:
        return unknown(ask.words.text("? not recorded"))
    return plain(agency.name[ask.words.language], agency.kind if ask.across and agency.kind else agency.id)


def _after(ask: Ask) -> Cell:
    own = {step.id: step.seq for step in ask.full.steps}
    before = sorted((own[one], one) for one in ask.step.depends_on if one in own)
    if not before:
        return unknown(ask.words.text("? nothing known to come first"))
    runs: list[Run] = []
    for place, (number, step_id) in enumerate(before):
        runs += [Run(", ")] if place else []
        runs.append(Run(str(number), Tone.LINK, f"step:{step_id}"))
    head, _, tail = ask.words.count("step {steps}", "steps {steps}", len(before), steps="\0").partition("\0")
    return Cell((Line((Run(head), *runs, Run(tail))),), tuple(number for number, _ in before))


def _activity(ask: Ask) -> Cell:
    activity = ask.reference.activities.get(ask.step.activity)
    name = activity.name[ask.words.language] if activity else ""
    return plain(f"{ask.step.activity} {name}".strip(), ask.step.activity)


_CELLS: Mapping[Field, Callable[[Ask], Cell]] = {
    Field.PROCEDURE: _procedure,
    Field.CHANNEL: _channel,
    Field.DOCUMENTS: _documents,
    Field.TIME: _time,
    Field.COST: _cost,
    Field.LAW: _law,
    Field.SOURCE: _source,
    Field.NOTE: _note,
    Field.CONDITION: _condition,
    Field.VISITS: _visits,
    Field.AGENCY: _agency,
    Field.AFTER: _after,
    Field.ACTIVITY: _activity,
}


def untranslated(field: Field, language: Language) -> bool:
    """Whether a field stands in English alone whatever the language: notes are never translated."""
    return field is Field.NOTE and language is not Language.EN
