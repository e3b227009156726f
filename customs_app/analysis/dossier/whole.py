"""Texts about the whole proposal: the problem in figures, the summary, what the meeting is asked to do."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.case import Case
from customs_app.analysis.dossier.result import DossierMeasure, ProcedureEffect
from customs_app.analysis.dossier.saved_line import saved_line
from customs_app.analysis.dossier.sentences import lines, run_on
from customs_app.analysis.rules.common import country_names
from customs_app.analysis.to_be.phrases import amounts, count, hours
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.codes import CaseKind
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text, Value
from customs_app.language.words import Words


def problem_text(procedures: Sequence[FullProcedure], case: Case, reference: Reference, words: Words) -> str:
    """What each procedure asks today, in figures that say how much is known; a line each."""
    if not procedures:
        return ""
    base = words.text("Figures of an ordinary consignment, as the catalogue records them.")
    worst = words.text("Figures of a consignment that meets every condition, as the catalogue records them.")
    return lines(
        (
            worst if case.kind is CaseKind.WORST else base,
            *(_today(full, procedures, case, reference, words) for full in procedures),
        )
    )


def _today(
    full: FullProcedure, every: Sequence[FullProcedure], case: Case, reference: Reference, words: Words
) -> str:
    found = totals(full, case, reference.rates)
    handed_in = count(None if found.documents is None else found.handovers)
    said = (
        words.text("Steps: {n}.", n=found.steps),
        words.text("Documents handed in: {n}.", n=handed_in),
        _visits(found, words),
        words.text(
            "Time on the longest path: {hours}, known for {n} of {of} steps.",
            hours=hours(found.elapsed),
            n=found.time_covered.n,
            of=found.time_covered.of,
        ),
        words.text(
            "Fees: {amount}, known for {n} of {of} steps.",
            amount=amounts(found.cost),
            n=found.cost_covered.n,
            of=found.cost_covered.of,
        ),
    )
    return run_on((words.text("{name}.", name=procedure_name(full, every, reference, words)), *said), words)


def _visits(found: Totals, words: Words) -> str:
    if found.known_visits is None:
        return words.text("Visits: unknown.")
    return words.text("Visits that are known: {n}.", n=found.known_visits)


def procedure_name(
    full: FullProcedure, every: Sequence[FullProcedure], reference: Reference, words: Words
) -> str:
    """The country of a procedure, with the procedure's title where the country has several here."""
    country = country_names((full.procedure.country,), reference)[0][words.language]
    several = sum(other.procedure.country == full.procedure.country for other in every) > 1
    if not several:
        return country
    return words.text("{country}, {procedure}", country=country, procedure=full.procedure.title)


def summary_text(
    measures: Sequence[DossierMeasure],
    together: Sequence[ProcedureEffect],
    reference: Reference,
    words: Words,
) -> str:
    """How many measures there are, and what all of them together save in each country; a line each."""
    if not measures:
        return words.text("The proposal holds no measure yet.")
    countries = dict.fromkeys(country for one in measures for country in one.measure.countries)
    names: Value = country_names(sorted(countries), reference)
    procedures = [one.full for one in together]
    parts = [
        words.count(
            "{n} measure is proposed. Countries: {countries}.",
            "{n} measures are proposed. Countries: {countries}.",
            len(measures),
            countries=names,
        ),
        words.text("What one consignment saves when all measures are done:"),
        *(_saving(one, procedures, reference, words) for one in together),
        words.text(
            "What single measures save does not add up; these figures are those of all of them together."
        ),
    ]
    return lines(parts)


def _saving(one: ProcedureEffect, every: Sequence[FullProcedure], reference: Reference, words: Words) -> str:
    name = words.text("{name}.", name=procedure_name(one.full, every, reference, words))
    return run_on((name, saved_line(one.effect.saved, words)), words)


def asked_text(measures: Sequence[DossierMeasure], reference: Reference, words: Words) -> str:
    """What the meeting is asked to do, a line each."""
    if not measures:
        return ""
    return lines(_asked(measures, reference, words))


def _asked(measures: Sequence[DossierMeasure], reference: Reference, words: Words) -> Iterator[str]:
    yield words.text("Decide on the measures: {numbers}.", numbers=tuple(one.number for one in measures))
    parts = [part for one in measures for part in one.parts]

    def names(countries: Sequence[str]) -> tuple[Text, ...]:
        return country_names(sorted(set(countries)), reference)

    lawless = [part.country for part in parts if any(act.text is None for act in part.acts)]
    if lawless:
        yield words.text("Have the law named that is to be amended: {countries}.", countries=names(lawless))
    sole = [part.country for part in parts if any(line.sole for line in part.controls)]
    if sole:
        yield words.text("Settle how risks stay controlled: {countries}.", countries=names(sole))
    nobody = [part.country for part in parts if not (part.terms.agency_id or part.terms.body)]
    if nobody:
        yield words.text("Have the responsible bodies named: {countries}.", countries=names(nobody))
    endless = [part.country for part in parts if part.terms.due is None and part.terms.months is None]
    if endless:
        yield words.text("Set the terms: {countries}.", countries=names(endless))
