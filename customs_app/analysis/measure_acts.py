"""Which laws a measure touches."""

from collections.abc import Iterable, Mapping, Sequence

from customs_app.analysis.measure import Act
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Mark


def acts_touched(
    steps: Mapping[str, Sequence[str]], marks: Iterable[Mark], procedures: Sequence[FullProcedure]
) -> tuple[Act, ...]:
    """Articles that marks name, else the legal basis of each step; each text once a country.

    `steps` has countries (ISO 3166) as keys: ids of the steps that the measure touches there.
    """
    named: dict[str, list[str | None]] = {}
    for mark in marks:
        if mark.article:
            named.setdefault(mark.step_id, []).append(mark.article)
    found: dict[tuple[str, str], Act] = {}
    for full in procedures:
        country = full.procedure.country
        for step in full.steps:
            if step.id in steps.get(country, ()):
                for text in named.get(step.id, [step.legal_basis]):
                    found.setdefault((country, text or step.id), Act(country, step.id, text or None))
    return tuple(sorted(found.values(), key=lambda act: act.country))
